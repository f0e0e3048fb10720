"""The register against itself: every name means its own municipality on every day that it held, or is left open."""

from __future__ import annotations

import datetime

import pytest

from avtale.register import is_municipality, resolve, successors
from avtale.register.districts import districts_of
from avtale.register.municipalities import Municipality, _rows
from avtale.register.tables import folded

ROWS = _rows()
FIRST, LAST = "2005-01-01", "2025-12-31"
"""The years that agreements are from."""


def days(row: Municipality) -> list[str]:
    """The first and the last day that a row held, within the years of the agreements."""
    last = (datetime.date.fromisoformat(row.valid_to) - datetime.timedelta(1)).isoformat() if row.valid_to else LAST
    return sorted({max(row.valid_from, FIRST), min(last, LAST)}) if row.valid_from <= LAST and last >= FIRST else []


def namesakes(name: str, day: str) -> set[str]:
    """The numbers of all that had a name on a day."""
    return {other.number for other in ROWS if folded(name) in other.names and other.holds(day, day)}


def test_the_table_is_whole() -> None:
    assert len({row.number for row in ROWS if row.holds(LAST, LAST)}) == 357
    assert len({row.number for row in ROWS if row.holds("2019-06-01", "2019-06-01")}) == 422


def test_every_name_means_its_own_number_on_its_days_or_is_left_open() -> None:
    wrong = []
    for row in ROWS:
        for day in days(row):
            for name in (row.name, *row.names):
                found = resolve(name, day)
                expected = row.number if namesakes(name, day) == {row.number} else None
                if found is None or found.number != expected:
                    wrong.append((name, day, row.number, found and found.number))
    assert wrong == []


def test_district_tells_namesakes_apart() -> None:
    today = [row for row in ROWS if row.holds(LAST, LAST)]
    for row in today:
        others = [other for other in today if other.number != row.number and row.names[0] in other.names]
        if others and not any(districts_of(other.number) & districts_of(row.number) for other in others):
            found = resolve(row.name, LAST, districts_of(row.number))
            assert found is not None
            assert found.number == row.number


def test_successors_are_municipalities_that_follow() -> None:
    numbers = {row.number for row in ROWS}
    for row in ROWS:
        assert set(row.successors) <= numbers
        assert set(successors(row.number)) >= set(row.successors)
        assert not (row.valid_to is None and row.successors)


def test_number_of_today_is_in_force() -> None:
    in_force = {row.number for row in ROWS if row.valid_to is None}
    for row in ROWS:
        found = resolve(row.name, row.valid_from)
        assert found is not None
        assert found.current is None or found.current in in_force


@pytest.mark.parametrize(
    ("name", "date", "number", "current"),
    [
        ("Eidskog", "2018-10-01", "0420", "3416"),
        ("Luster", "2019-07-11", "1426", "4644"),
        ("Øyer", "2009", "0521", "3440"),
        ("Stange", "2025-02", "3413", "3413"),
        ("Oslo", None, "0301", "0301"),
        ("Re", "2015", "0716", "3905"),
        ("Sandnes", "2019", "1102", "1108"),
        ("Guovdageaidnu", "2022", "5430", "5612"),
        ("SØR–FRON", "2021-01-01", "3438", "3438"),
        ("Herøy", "2021", None, None),
        ("Våler", "2012", None, None),
        ("Bø", "2010", None, None),
    ],
)
def test_known_municipalities(name: str, date: str | None, number: str | None, current: str | None) -> None:
    found = resolve(name, date)
    assert found is not None
    assert (found.number, found.current) == (number, current)


@pytest.mark.parametrize("name", ["kommune", "Innlandet", "Atlantis", "", "Oslo kommune"])
def test_no_municipality(name: str) -> None:
    assert not is_municipality(name)
    assert resolve(name) is None
