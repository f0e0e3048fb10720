"""What became of municipalities: the law is that every row that ends is in one change, and that changes keep the numbers of the table."""

from __future__ import annotations

from collections import Counter

import pytest

from avtale.register import chain, diff, merges_or_ends
from avtale.register.history import changes
from avtale.register.municipalities import by_number, municipalities

ROWS = municipalities()


def test_every_row_that_ends_is_in_one_change_on_its_last_day() -> None:
    ended = Counter((change.date, row) for change in changes() for row in change.before if row.valid_to == change.date)
    assert ended == Counter((row.valid_to, row) for row in ROWS if row.valid_to)


def test_those_before_are_not_in_force_with_those_after_unless_they_grow() -> None:
    for change in changes():
        assert change.after
        assert all(row.holds(change.date, change.date) for row in change.after)
        assert all(row.valid_to == change.date or row in change.after for row in change.before)


def test_successors_are_municipalities_that_follow() -> None:
    numbers = {row.number for row in ROWS}
    for row in ROWS:
        assert set(row.successors) <= numbers
        assert not (row.valid_to is None and row.successors)


def numbers(date: str) -> set[str]:
    return {row.number for row in ROWS if row.holds(date, date)}


@pytest.mark.parametrize(
    ("since", "until"), [("2018-01-01", "2024-01-01"), ("2006-01-01", "2026-01-01"), ("2019-12-31", "2020-01-01"), ("2024-01-01", "2024-01-01")]
)
def test_a_difference_leads_from_the_numbers_of_one_day_to_those_of_the_other(since: str, until: str) -> None:
    held = numbers(since)
    for change in diff(since, until):
        held = held - {row.number for row in change.before} | {row.number for row in change.after}
    assert held == numbers(until)


@pytest.mark.parametrize(
    ("number", "kind", "before", "after"),
    [
        ("4640", "merger", {"1418", "1419", "1420"}, {"4640"}),
        ("1103", "merger", {"1103", "1141", "1142"}, {"1103"}),
        ("1507", "split", {"1507"}, {"1508", "1580"}),
        ("1850", "division", {"1805", "1849", "1850", "1854"}, {"1806", "1875"}),
        ("1426", "number", {"1426"}, {"4644"}),
        ("5001", "name", {"5001"}, {"5001"}),
    ],
)
def test_known_changes(number: str, kind: str, before: set[str], after: set[str]) -> None:
    assert (kind, before, after) in [(change.kind, {row.number for row in change.before}, {row.number for row in change.after}) for change in chain(number)]


def test_a_chain_goes_both_ways() -> None:
    assert [change.date for change in chain("1507")] == ["2020-01-01", "2024-01-01"]
    assert [row.number for row in chain("1507")[0].before] == ["1504", "1523", "1529", "1534", "1546"]


def test_a_chain_of_one_that_never_changed_is_empty() -> None:
    assert chain("1119") == []
    assert chain("0000") == []


def test_merges_or_ends() -> None:
    assert [merges_or_ends(by_number()[number][0]) for number in ("1420", "1507", "1426", "4640")] == [True, True, False, False]
