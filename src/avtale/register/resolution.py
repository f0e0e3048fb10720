"""Which municipality a name meant on a date, told by the police district and by the neighbours where several have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from avtale.register.districts import memberships
from avtale.register.doubt import Doubt
from avtale.register.history import today
from avtale.register.municipalities import Municipality, begins, named

CHECKED_FROM = "2006-01-01"
"""The first day on which the table has every municipality; of those that ended earlier it has none."""


class Resolution(NamedTuple):
    """What a name meant: `number` on the date and `current` today, None where the register leaves it open."""

    number: str | None
    current: str | None
    readings: tuple[Municipality, ...]
    """All municipalities that the name can mean, one where it is certain."""
    doubts: frozenset[Doubt] = frozenset()
    by_district: bool = False
    """Whether it was the police district that told namesakes apart."""


def resolve(name: str, date: str | None = None, districts: Iterable[str] = (), neighbours: Iterable[str] = ()) -> Resolution | None:
    """The municipality of that name, on a date in EDTF; namesakes are told apart by police districts (codes) and by the names of neighbours.

    Returns None for a name that the register has not. Without a date, `number` is given only where it has always been the same.

    >>> resolve("Luster", "2019-07-11")[:2]
    ('1426', '4644')
    >>> resolve("Herøy kommune", "2021").number, resolve("Herøy kommune", "2021", neighbours=["Ulstein"]).number
    (None, '1515')
    """
    return _resolve(name, date, frozenset(districts), frozenset(neighbours))


@lru_cache(4096)
def _resolve(name: str, date: str | None, districts: frozenset[str], neighbours: frozenset[str]) -> Resolution | None:
    found = named(name)
    if not found.rows:
        return None
    first, last = _bounds(date) if date else ("", "9999")
    then = tuple(row for row in found.rows if row.holds(first, last))
    if not then:
        before = last < begins()
        return Resolution(None, None, found.rows, frozenset({Doubt.BEFORE_TABLE if before else Doubt.NOT_THEN}))
    near, doubts = _in_districts(then, districts, first, last)
    readings = _among(near, neighbours, first, last)
    if date and first < CHECKED_FROM:
        doubts |= {Doubt.UNCHECKED}
    if found.slip:
        doubts |= {Doubt.SLIP}
    numbers, current = {row.number for row in readings}, {today(row) for row in readings}
    if len(current) > 1 or (date and len(numbers) > 1):
        doubts |= {Doubt.AMBIGUOUS}
    return Resolution(_only(numbers), _only(current), readings, frozenset(doubts), by_district=len(near) < len(then))


def _only(values: Collection[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _in_districts(rows: tuple[Municipality, ...], districts: frozenset[str], first: str, last: str) -> tuple[tuple[Municipality, ...], set[Doubt]]:
    """The rows in one of the districts, or of unknown district, and the doubt about what told them; all of them where that leaves none."""
    if len(rows) == 1 or not districts:
        return rows, set()
    members = {row: memberships(row.number, max(first, row.valid_from), min(last, row.valid_to or last)) for row in rows}
    kept = tuple(row for row in rows if not members[row] or any(member.district in districts for member in members[row]))
    if not kept or len(kept) == len(rows):
        return rows, set()
    decisive = [member for row in rows for member in members[row]]
    doubts = {Doubt.INFERRED} if any(member.inferred for member in decisive) else set()
    return kept, doubts | ({Doubt.UNVERIFIED} if any(member.unverified for member in decisive) else set())


def _among(rows: tuple[Municipality, ...], neighbours: frozenset[str], first: str, last: str) -> tuple[Municipality, ...]:
    """The rows in a county that a neighbour can be in; all of them where that leaves none."""
    if len({row.number for row in rows}) < 2:
        return rows
    counties = [{row.county_number for row in named(name).rows if row.holds(first, last)} for name in neighbours]
    others = [found for found in counties if found and not found >= {row.county_number for row in rows}]
    return tuple(row for row in rows if any(row.county_number in found for found in others)) or rows


@lru_cache(4096)
def _bounds(date: str) -> tuple[str, str]:
    """The first and last day that an EDTF date can mean, as ISO dates (a month's last as `-31`)."""
    start, _, end = date.partition("/")
    end = end if end not in ("", "..") else start
    return _day(start, "-01-01"), _day(end, "-12-31")


def _day(date: str, rest: str) -> str:
    year, month = date[:4], date[5:7]
    if len(date) >= 10:
        return date[:10]
    return f"{year}-{month}{rest[3:]}" if month and "01" <= month <= "12" else year + rest
