"""Municipalities: which one a name meant on a date, and which one it is today."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from avtale.register.districts import districts_of
from avtale.register.tables import folded, rows


class Municipality(NamedTuple):
    """A municipality under one number; `valid_to` is exclusive, None while it is in force."""

    number: str
    name: str
    county: str
    valid_from: str
    valid_to: str | None
    successors: tuple[str, ...]
    names: tuple[str, ...]

    def holds(self, first: str, last: str) -> bool:
        """Whether the row is in force on any day from `first` to `last` (ISO dates)."""
        return self.valid_from <= last and (self.valid_to is None or first < self.valid_to)


class Resolution(NamedTuple):
    """What a name meant: `number` on the date and `current` today, None where the register leaves it open."""

    number: str | None
    current: str | None
    readings: tuple[Municipality, ...]
    """All municipalities that the name can mean, one where it is certain."""


def is_municipality(name: str) -> bool:
    """Whether a municipality has, or has had, that name."""
    return folded(name) in _by_name()


def resolve(name: str, date: str | None = None, districts: Iterable[str] = ()) -> Resolution | None:
    """The municipality of that name, on a date in EDTF, in one of the police districts (codes) where they are known.

    Returns None for a name that the register has not. Without a date, `number` is given only where it has always been the same.

    >>> resolve("Luster", "2019-07-11")[:2]
    ('1426', '4644')
    >>> resolve("Herøy", "2021") is not None and resolve("Herøy", "2021").number is None
    True
    """
    known = _by_name().get(folded(name))
    if known is None:
        return None
    readings = _in_districts(known, set(districts))
    current = {number for row in readings for number in [_today(row)] if number}
    if date:
        dated = [row for row in readings if row.holds(*_bounds(date))]
        current = {number for row in dated for number in [_today(row)] if number} or (current if not dated else set())
    else:
        dated = readings
    numbers = {row.number for row in dated}
    return Resolution(_only(numbers), _only(current), tuple(dated or readings))


def successors(number: str) -> tuple[str, ...]:
    """The numbers that came directly after a number."""
    return tuple(dict.fromkeys(code for row in _by_number().get(number, []) for code in row.successors))


def _only(values: set[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _in_districts(known: list[Municipality], districts: set[str]) -> list[Municipality]:
    """The rows in one of the districts; all of them where that leaves none."""
    return [row for row in known if districts_of(row.number) & districts] or known


def _today(row: Municipality) -> str | None:
    """The number that a row has today: along its successors, by its own name where it was split."""
    for _ in range(10):
        if row.valid_to is None:
            return row.number
        following = [later for number in row.successors for later in _by_number().get(number, []) if later.holds(row.valid_to, row.valid_to)]
        named = [later for later in following if set(later.names) & set(row.names)]
        if len(following) > 1 and len(named) != 1:
            return None
        if not following:
            return None
        row = (named or following)[0]
    return None


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


@cache
def _rows() -> tuple[Municipality, ...]:
    return tuple(
        Municipality(
            row["number"],
            row["name"],
            row["county_name"],
            row["valid_from"],
            row["valid_to"] or None,
            tuple(code for code in row["successor_numbers"].split(";") if code),
            tuple(dict.fromkeys(folded(part) for part in _parts(row))),
        )
        for row in rows("municipalities")
    )


def _parts(row: dict[str, str]) -> list[str]:
    """Every name of a row: Norwegian, Sámi, Kven, official, and the parts of a bilingual one."""
    names = [row["name"], row["name_sami"], row["name_kven"], row["official_name"], *row["name_variants"].split(";")]
    return [name for name in names + row["official_name"].split(" - ") if name]


@cache
def _by_name() -> dict[str, list[Municipality]]:
    known: dict[str, list[Municipality]] = {}
    for row in _rows():
        for name in row.names:
            known.setdefault(name, []).append(row)
    return known


@cache
def _by_number() -> dict[str, list[Municipality]]:
    known: dict[str, list[Municipality]] = {}
    for row in _rows():
        known.setdefault(row.number, []).append(row)
    return known
