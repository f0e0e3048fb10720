"""Gold: records against what a reader of the text found. The floors are to be raised, never lowered."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import avtale
from tests.documents import CORPUS, LOCKED, NO_SHARED, ROOT, SHARED, shared_parameters
from tests.gold import Tally, compare, total

OPEN_FLOOR, LOCKED_FLOOR = 0.97, 0.87
DOCUMENT_FLOOR, FIELD_FLOOR = 0.98, 0.95
"""Of the real agreements: F1 of each document, and of each field over all of them."""


def pair(path: Path) -> tuple[Any, Any]:
    """The expected record of a document, and the record that it gives."""
    expected = json.loads(path.with_name(f"{path.stem}.expected.json").read_text(encoding="utf-8"))
    return expected, json.loads(avtale.parse_file(path).model_dump_json())


def test_corpus() -> None:
    tallies = {path.stem: compare(*pair(path)) for path in CORPUS}
    worst = sorted((round(tally.f1, 3), name) for name, tally in tallies.items())[:5]
    found = total(tallies.values())
    assert found.f1 >= OPEN_FLOOR, f"F1 {found.f1:.3f} ({found}); lowest {worst}"


def test_locked() -> None:
    """The total alone: nobody who mends the parser sees more of these."""
    found = total(compare(*pair(path)) for path in LOCKED).f1 if LOCKED else 1.0
    if found < LOCKED_FLOOR:
        pytest.fail(f"F1 {found:.3f}", pytrace=False)


def scorer() -> ModuleType:
    """The contract's own scorer."""
    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared" / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally_of(score: ModuleType, *paths: Path) -> Any:
    tally = score.Tally()
    for path in paths:
        score.compare(tally, *pair(path))
    return tally


@pytest.mark.parametrize("path", shared_parameters(), ids=lambda path: path.stem if path else None)
def test_real_agreement(path: Path) -> None:
    tally = tally_of(scorer(), path)
    assert tally.rates([*tally.hit])[2] >= DOCUMENT_FLOOR, tally.notes


@pytest.mark.skipif(not SHARED, reason=NO_SHARED)
def test_each_field_of_the_real_agreements() -> None:
    tally = tally_of(scorer(), *SHARED)
    low = {field: round(tally.rates([field])[2], 3) for field in tally.hit if tally.rates([field])[2] < FIELD_FLOOR}
    assert low == {}, tally.notes


def test_scoring_of_a_record_by_itself_is_perfect() -> None:
    for path in CORPUS[:10]:
        record = json.loads(avtale.parse_file(path).model_dump_json(exclude={"sections"}))
        assert compare(record, record).f1 == 1


@pytest.mark.parametrize(
    ("expected", "got", "tally"),
    [
        ({"public": True}, {"public": True}, Tally(1, 0, 0)),
        ({"public": None}, {"public": True}, Tally(0, 0, 1)),
        ({"public": True}, {"public": False}, Tally(0, 1, 1)),
        ({"signed": {"date": "2020-05-01", "place": ["Otta", None]}}, {"signed": {"date": "2020-05-01", "place": None}}, Tally(1, 0, 0)),
        ({"signed": {"date": "2020-05-01"}}, {"signed": None}, Tally(0, 1, 0)),
        ({"signed": None}, {"signed": {"date": "2020-05-01"}}, Tally(0, 0, 1)),
        ({"duties": [{"text": "Rus – vald.", "bearer": "police"}]}, {"duties": [{"text": "rus - vald", "bearer": "both"}]}, Tally(1, 1, 1)),
        ({"duties": []}, {"duties": [{"text": "a"}, {"text": "b"}]}, Tally(0, 0, 2)),
        ({"duties": [{"text": "a", "optional": True}, {"text": "b"}]}, {"duties": [{"text": "a"}]}, Tally(0, 1, 0)),
        ({"kinds": ["cooperation"]}, {"kinds": ["cooperation", "police_council"]}, Tally(0, 1, 1)),
    ],
)
def test_scoring(expected: Any, got: Any, tally: Tally) -> None:
    assert compare(expected, got) == tally
