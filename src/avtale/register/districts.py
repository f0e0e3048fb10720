"""Police districts by either name, in force or historical; which municipalities and which police units are in them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from avtale.register.names import key
from avtale.register.tables import rows

_UNIT = re.compile(
    r"\b(?:lensmanns(?:distrikt|kontor)|politistasjons?(?:distrikt)?|(?:tjeneste|teneste|drifts)(?:enhet|eining))(?:et|en|a|i)?\b|\blensmannen\s+(?:i|på)\b",
    re.IGNORECASE,
)


class District(NamedTuple):
    """A police district; `valid_to` is exclusive, None while it is in force."""

    code: str
    name_nb: str
    name_nn: str
    valid_from: str
    valid_to: str | None


class Membership(NamedTuple):
    """The stretch of time in which a municipality is in a district; `valid_to` is exclusive, empty while it is in force.

    What the sources say holds from `read_from`; the time before that is inferred.
    """

    district: str
    valid_from: str
    valid_to: str
    read_from: str
    inferred: bool
    unverified: bool


class Unit(NamedTuple):
    """A police unit, and whether the sources leave doubt about it."""

    district: str
    unverified: bool


def district(name: str) -> District | None:
    """The district of that name or code, with or without the word `politidistrikt`; of two, the one in force.

    >>> district("Aust politidistrikt").code, district("Søraust").code
    ('p02', 'p04')
    """
    return _by_name().get(_bare(name))


@cache
def _by_name() -> dict[str, District]:
    known: dict[str, District] = {}
    for row in rows("police_districts"):
        entry = District(row["code"], row["name_nb"], row["name_nn"], row["valid_from"], row["valid_to"] or None)
        for name in (entry.name_nb, entry.name_nn, entry.code):
            if name:
                known.setdefault(_bare(name), entry)
    return known


def _bare(name: str) -> str:
    return key(name).removesuffix("politidistrikts").removesuffix("politidistrikt")


def codes(name: str) -> set[str]:
    """The codes of the districts of today that the district of that name is, or went into; empty for a name that the register has not.

    >>> codes("Vestfold politidistrikt")
    {'p04'}
    """
    found = district(name)
    if found is None:
        return set()
    return {found.code} if found.valid_to is None else _heirs().get(found.code, set())


@cache
def _heirs() -> dict[str, set[str]]:
    """For each district of the past the codes of those that it went into."""
    heirs: dict[str, set[str]] = defaultdict(set)
    for row in rows("police_districts"):
        for code in row["predecessors"].split(";"):
            heirs[code].add(row["code"])
    return heirs


def memberships(number: str, first: str = "9999", last: str = "9999") -> list[Membership]:
    """The districts of a municipality on the days from `first` to `last`; before the table begins, the first that it has, which is inferred."""
    known = _memberships().get(number, [])
    then = [row for row in known if row.valid_from <= last and (not row.valid_to or first < row.valid_to)] or [
        row for row in known[:1] if last < row.valid_from
    ]
    return [row._replace(inferred=row.inferred or first < row.read_from) for row in then]


@cache
def _memberships() -> dict[str, list[Membership]]:
    known: dict[str, list[Membership]] = defaultdict(list)
    for row in rows("municipality_police_district"):
        entry = Membership(row["police_district"], row["valid_from"], row["valid_to"], row["read_from"], row["inferred"] == "1", row["unverified"] == "1")
        known[row["municipality_number"]].append(entry)
    return known


def districts_of(number: str) -> set[str]:
    """The codes of the districts that a municipality has been in since 2016."""
    return {row.district for row in _memberships().get(number, [])}


def unit(name: str) -> Unit | None:
    """The police unit of that name, by the place that it is named after.

    >>> [unit(name) for name in ("Finnsnes lensmannskontor", "Lensmannen i Atlantis")]
    [Unit(district='p11', unverified=False), None]
    """
    return _units().get(_place(name))


@cache
def _units() -> dict[str, Unit]:
    return {
        _place(row["unit_name"]): Unit(row["police_district"], "1" in (row["inferred"], row["unverified"])) for row in rows("police_units") if row["unit_name"]
    }


def _place(name: str) -> str:
    return key(_UNIT.sub(" ", name))
