"""What gold says of a record: partial records, choices, optional entries, complete lists."""

from __future__ import annotations

import json
from typing import Any

import pytest

import avtale
from avtale.scoring import Figures, compare, total
from tests.documents import CORPUS


def counts(expected: Any, got: Any) -> tuple[int, int, int]:
    figures = total(mark.figures for mark in compare(expected, got))
    return figures.hit, figures.missed, figures.extra


def meeting(**attributes: Any) -> Any:
    return {"bodies": [{"type": "police_council", "meetings": {"times": 4, "period": "P1Y", **attributes}}]}


@pytest.mark.parametrize(
    ("expected", "got", "hit_missed_extra"),
    [
        # scalars and objects
        ({"public": True}, {"public": True}, (1, 0, 0)),
        ({"public": None}, {"public": None}, (0, 0, 0)),
        ({"public": None}, {"public": True}, (0, 0, 1)),
        ({"public": True}, {"public": None}, (0, 1, 0)),
        ({"public": True}, {"public": False}, (0, 1, 1)),
        ({}, {"public": True, "contacts": [{"type": "phone", "value": "112"}]}, (0, 0, 0)),
        ({"signed": {"date": "2020-05-01"}}, {"signed": None}, (0, 1, 0)),
        ({"signed": None}, {"signed": {"date": "2020-05-01", "place": None, "evidence": []}}, (0, 0, 1)),
        ({"signed": None}, {"signed": {"date": None, "place": None, "evidence": [1]}}, (0, 0, 0)),
        # any of these
        ({"signed": {"date": "2020-05-01", "place": ["Otta", None]}}, {"signed": {"date": "2020-05-01", "place": None}}, (1, 0, 0)),
        ({"signed": {"place": ["Otta", "Sel"]}}, {"signed": {"place": "sel"}}, (1, 0, 0)),
        ({"signed": {"place": ["Otta", "Sel"]}}, {"signed": {"place": "Vågå"}}, (0, 1, 1)),
        # values that are written in several ways
        ({"bodies": [{"type": "slt", "agenda_notice": "P2W"}]}, {"bodies": [{"type": "slt", "agenda_notice": "P14D"}]}, (2, 0, 0)),
        (
            {"opening_hours": [{"purpose": "duty", "opening_hours": "Mo-We 09:00-15:00; Fr off"}]},
            {"opening_hours": [{"purpose": "duty", "opening_hours": "Mo,Tu,We 09:00-15:00"}]},
            (2, 0, 0),
        ),
        (meeting(preferred=["autumn", "spring"]), meeting(preferred=["spring", "autumn"]), (4, 0, 0)),
        # lists
        ({"duties": []}, {"duties": [{"text": "a"}, {"text": "b"}]}, (0, 0, 2)),
        ({"duties": [{"text": "Rus – vald.", "bearer": "police"}]}, {"duties": [{"text": "rus - vald", "bearer": "both"}]}, (1, 1, 1)),
        ({"duties": [{"text": "Førebygge rus blant unge", "bearer": "police"}]}, {"duties": [{"text": "Følgje opp", "bearer": "police"}]}, (0, 2, 1)),
        ({"duties": [{"text": "a", "optional": True}, {"text": "b"}]}, {"duties": [{"text": "a"}]}, (0, 1, 0)),
        ({"kinds": ["cooperation"]}, {"kinds": ["cooperation", "police_council"]}, (1, 0, 1)),
        ({"kinds": ["cooperation"]}, {"kinds": ["service_offer"]}, (0, 1, 1)),
        # members are told by their role, others by their office
        (
            {"bodies": [{"type": "slt", "members": [{"role": "mayor", "name": "Kari Moen"}, {"role": "other", "title": "rektorane"}]}]},
            {"bodies": [{"type": "slt", "members": [{"role": "other", "title": "Rektorene"}, {"role": "mayor", "name": None}]}]},
            (3, 1, 0),
        ),
        # a date said twice is one, and one without a year is nobody's loss
        ({"dates": [{"date": "2020"}]}, {"dates": [{"date": "2020"}, {"date": "2020"}, {"date": "XXXX-08-24"}, {"date": "2021"}, {"date": "2021"}]}, (1, 0, 1)),
        # sections are a tree in a record and a row in gold
        (
            {"sections": [{"heading": "Formål"}, {"heading": "Mål", "number": "1.1"}]},
            {"sections": [{"heading": "Formål", "children": [{"heading": "Mål", "number": "1.1", "children": []}]}]},
            (3, 0, 0),
        ),
        # a cited number tells a reference
        ({"references": [{"type": "law", "id": "2007/5"}]}, {"references": [{"type": "circular", "id": "2007/5"}]}, (2, 0, 0)),
    ],
)
def test_counts(expected: Any, got: Any, hit_missed_extra: tuple[int, int, int]) -> None:
    assert counts(expected, got) == hit_missed_extra


@pytest.mark.parametrize(
    ("expected", "got", "exact", "soft"),
    [
        ("Avtale om politiråd", "avtale om  politiråd.", 1.0, 1.0),
        ("Avtale om politiråd", "Avtale om politirådet", 0.0, 0.95),
        ("Avtale om politiråd", None, 0.0, 0.0),
        (None, "Avtale", 0.0, 0.0),
        (["Avtale", "Politirådsavtale"], "Politirådsavtale", 1.0, 1.0),
    ],
)
def test_prose_is_scored_exactly_and_softly(expected: Any, got: Any, exact: float, soft: float) -> None:
    figures = total(mark.figures for mark in compare({"title": {"text": expected}}, {"title": {"text": got}}))
    assert (figures.exact, figures.soft) == (exact, pytest.approx(soft, abs=0.01))


def test_entries_that_are_not_found_count_as_prose_that_is_missing() -> None:
    gold = {"duties": [{"text": "Førebygge rus"}, {"text": "Møte på skulane"}]}
    figures = total(mark.figures for mark in compare(gold, {"duties": [{"text": "Førebygge rus"}]}))
    assert figures.exact == figures.soft == pytest.approx(2 / 3)


def test_wordings_inside_an_entry_that_is_not_found_are_missing_too() -> None:
    gold = {
        "bodies": [{"type": "slt", "members": [{"role": "other", "title": "rektor"}, {"role": "mayor"}], "chair": {"role": "other", "title": ["leiar", None]}}]
    }
    assert total(mark.figures for mark in compare(gold, {"bodies": []})).asked == 1


def test_field_without_prose_has_no_soft_score() -> None:
    figures = total(mark.figures for mark in compare({"dates": [{"date": "2020"}]}, {"dates": []}))
    assert (figures.exact, figures.soft) == (None, None)


def test_where_a_miss_stands() -> None:
    gold = {"bodies": [{"type": "slt", "chair": {"role": "mayor"}, "members": [{"role": ["mayor", "deputy_mayor"]}]}]}
    record = {"bodies": [{"type": "slt", "chair": {"role": "other"}, "members": []}]}
    missed = [(mark.where, mark.expected, mark.got) for mark in compare(gold, record) if not mark.figures.right]
    assert missed == [("bodies[slt].chair.role", "mayor", "other"), ("bodies[slt].members[mayor]", {"role": ["mayor", "deputy_mayor"]}, None)]


def test_record_compared_with_itself_is_right() -> None:
    for path in CORPUS[:10]:
        record = json.loads(avtale.parse_file(path).model_dump_json(exclude={"sections"}))
        assert total(mark.figures for mark in compare(record, record)).right


def test_rates() -> None:
    figures = Figures(hit=6, missed=2, extra=3)
    assert (figures.support, figures.precision, figures.recall) == (8, 6 / 9, 6 / 8)
    assert figures.f1 == pytest.approx(2 * (6 / 9) * (6 / 8) / (6 / 9 + 6 / 8))
