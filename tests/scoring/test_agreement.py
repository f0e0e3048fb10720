"""The contract's own scorer, which is kept beside the repository, counts the same on the same input."""

from __future__ import annotations

import copy
import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import avtale
from avtale.scoring import check_evidence, compare, total
from tests.documents import CORPUS, NO_SHARED, ROOT, SHARED, name_of, shared_parameters, text_of

SCORER = ROOT.parent / "shared" / "tools" / "score.py"
Counts = dict[str, tuple[int, int, int]]

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason=NO_SHARED)


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def pair_of(path: Path) -> tuple[Any, Any]:
    """The gold record of a text, and the record that it gives."""
    gold = json.loads(path.with_name(f"{path.stem}.expected.json").read_text(encoding="utf-8"))
    return gold, json.loads(avtale.parse_file(path).model_dump_json())


def theirs(gold: Any, record: Any) -> Counts:
    tally = scorer().Tally()
    scorer().compare(tally, gold, record)
    counts = {field: (tally.hit[field], tally.missed[field], tally.extra[field]) for field in gold}
    return {field: count for field, count in counts.items() if any(count)}


def ours(gold: Any, record: Any) -> Counts:
    marks = list(compare(gold, record))
    sums = {field: total(mark.figures for mark in marks if mark.field == field) for field in gold}
    counts = {field: (figures.hit, figures.missed, figures.extra) for field, figures in sums.items()}
    return {field: count for field, count in counts.items() if any(count)}


@pytest.mark.parametrize("path", [*shared_parameters(), *CORPUS], ids=lambda path: path.stem if path else None)
def test_hits_misses_and_inventions_of_each_field(path: Path) -> None:
    gold, record = pair_of(path)
    assert ours(gold, record) == theirs(gold, record)


@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_gold_with_the_record_of_another_text(path: Path) -> None:
    """Two agreements have much in common and more that differs: every kind of miss."""
    record = pair_of(CORPUS[CORPUS.index(path) - 1])[1]
    assert ours(pair_of(path)[0], record) == theirs(pair_of(path)[0], record)


@pytest.mark.parametrize("path", CORPUS[:10], ids=name_of)
def test_spans(path: Path) -> None:
    record, text = pair_of(path)[1], text_of(path)[1:]
    found = check_evidence(record, text)
    spans = list(scorer().evidence_of(record))
    off = sum(text[span["start"] : span["end"]] != span["quote"] for span in spans)
    without = sum(scorer().bare_findings(value, field) for field, value in record.items())
    assert (found.spans, found.off, found.without) == (len(spans), off, without)


# -- Records and gold that somebody spoilt

OTHERS = st.sampled_from([None, [], {}, "other", "", "P2W", "P14D", "2020", "XXXX-08-24", 4, 4.0, True, "Mo-We 09:00-15:00", "Mo,Tu,We 09:00-15:00; Fr off"])


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every container in a record with each of its keys; the evidence, which is not scored, left out."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    found = [(node, key) for key in keys if key != "evidence"]
    return found + [place for key in keys if key != "evidence" and isinstance(node[key], (dict, list)) for place in places(node[key])]


def spoil(draw: st.DrawFn, record: Any, is_gold: bool) -> None:
    """Take something out of a record, double it, or put something else in its place."""
    node, key = draw(st.sampled_from(places(record)))
    how = draw(st.sampled_from(["delete", "double", "replace", "any of", "optional"]))
    if how == "delete" and (isinstance(node, list) or key not in ("type", "role", "name")):
        del node[key]
    elif how == "double" and isinstance(node, list):
        node.insert(draw(st.integers(0, len(node))), copy.deepcopy(node[key]))
    elif how == "any of" and is_gold and not isinstance(node, list) and not isinstance(node[key], (dict, list)):
        node[key] = [node[key], draw(OTHERS.filter(lambda other: not isinstance(other, (dict, list))))]
    elif how == "optional" and is_gold and isinstance(node, list) and isinstance(node[key], dict):
        node[key]["optional"] = True
    elif how == "replace" and not isinstance(node, list) and not isinstance(node[key], (dict, list)) and key != "title":
        node[key] = draw(OTHERS)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_spoilt_records(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([*CORPUS, *SHARED]).map(str))
    gold, record = map(copy.deepcopy, pair_of(Path(path)))
    for _ in range(data.draw(st.integers(1, 6))):
        spoil(data.draw, record, is_gold=False)
        spoil(data.draw, gold, is_gold=True)
    try:
        expected = theirs(gold, record)
    except (KeyError, TypeError, AttributeError):
        return
    assert ours(gold, record) == expected
