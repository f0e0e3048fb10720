"""Municipalities, each under one number for a stretch of time, by name and by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from avtale.register.names import bare, key, keys, outlines, slips, spellings
from avtale.register.tables import folded, rows


class Municipality(NamedTuple):
    """A municipality under one number and official name; `valid_to` is exclusive, None while it is in force."""

    number: str
    name: str
    official_name: str
    county_number: str
    county: str
    valid_from: str
    valid_to: str | None
    successors: tuple[str, ...]

    def holds(self, first: str, last: str) -> bool:
        """Whether the row is in force on any day from `first` to `last` (ISO dates)."""
        return self.valid_from <= last and (self.valid_to is None or first < self.valid_to)


class Named(NamedTuple):
    """The municipalities that have had a name, and whether it was read in spite of a slip."""

    rows: tuple[Municipality, ...]
    slip: bool


@lru_cache(4096)
def is_municipality(name: str) -> bool:
    """Whether a municipality has, or has had, that name, in any of the forms that are no slip and no older spelling.

    >>> [is_municipality(name) for name in ("SØR-FRON", "Porsáŋgu", "Tana - Deatnu", "Innlandet")]
    [True, True, True, False]
    """
    return key(name) in _by_key()


def municipality_name(name: str) -> str:
    """The name without its word for municipality, as names are compared.

    >>> municipality_name("Ulvik herad")
    'ulvik'
    """
    return folded(bare(name))


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All rows of the table, by number and date."""
    return tuple(
        Municipality(
            row["number"],
            row["name"],
            row["official_name"],
            row["county_number"],
            row["county_name"],
            row["valid_from"],
            row["valid_to"] or None,
            tuple(code for code in row["successor_numbers"].split(";") if code),
        )
        for row in _table()
    )


@cache
def by_number() -> dict[str, tuple[Municipality, ...]]:
    """The rows of each number."""
    known: dict[str, list[Municipality]] = defaultdict(list)
    for row in municipalities():
        known[row.number].append(row)
    return {number: tuple(found) for number, found in known.items()}


@lru_cache(4096)
def named(name: str) -> Named:
    """The rows of the municipalities that a name can mean: as it stands, in another spelling, or with one slip of scanning; none for no name.

    >>> [(found.rows[0].number, found.slip) for found in map(named, ("Haa kommune", "Harnar kommune"))]
    [('1119', False), ('0403', True)]
    """
    known = _by_key()
    for spelling in spellings(name):
        if spelling in known:
            return Named(known[spelling], slip=False)
    alike = slips(name, _by_outline())
    return Named(tuple(sorted({row for form in alike for row in known[form]})) if alike else (), slip=True)


@cache
def begins() -> str:
    """The first day of the table."""
    return min(row.valid_from for row in municipalities())


def names() -> dict[str, str]:
    """The Norwegian and the official names by their keys."""
    return {key(name): name for row in municipalities() for name in (row.official_name, row.name)}


@cache
def _table() -> list[dict[str, str]]:
    return rows("municipalities")


@cache
def _by_key() -> dict[str, tuple[Municipality, ...]]:
    """The rows of every number that has had a name: one that gets a second name is the same municipality before."""
    numbers: dict[str, dict[str, None]] = defaultdict(dict)
    for row in _table():
        for form in _names(row):
            numbers[form][row["number"]] = None
    return {form: tuple(row for number in found for row in by_number()[number]) for form, found in numbers.items()}


def _names(row: dict[str, str]) -> Iterator[str]:
    """The keys of a row: its Norwegian, Sámi, Kven and official names, those in full, and with the county that tells it from its namesakes."""
    names = {row["name"], row["name_sami"], row["name_kven"], row["official_name"], *row["name_variants"].split(";")}
    for name in names | {_in_full().get(name, "") for name in names}:
        if name:
            yield from keys(name)


@cache
def _in_full() -> dict[str, str]:
    """The Sámi and Kven names with their word for municipality, before which they are inflected."""
    return {row["name"]: row["in_full"] for row in rows("names_in_full")}


@cache
def _by_outline() -> dict[str, list[str]]:
    """The keys by what scanning leaves of them."""
    known: dict[str, list[str]] = defaultdict(list)
    for form in _by_key():
        for outline in outlines(form):
            known[outline].append(form)
    return dict(known)
