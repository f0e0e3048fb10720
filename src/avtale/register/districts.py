"""Police districts, by either name, in force or historical."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from avtale.register.tables import folded, rows


class District(NamedTuple):
    """A police district; `valid_to` is exclusive, None while it is in force."""

    code: str
    name_nb: str
    name_nn: str
    valid_from: str
    valid_to: str | None


def district(name: str) -> District | None:
    """The district of that name, with or without the word `politidistrikt`; of two, the one in force.

    >>> district("Aust politidistrikt").code
    'p02'
    """
    return _by_name().get(folded(name).removesuffix(" politidistrikt"))


@cache
def _by_name() -> dict[str, District]:
    known: dict[str, District] = {}
    for row in rows("police_districts"):
        entry = District(row["code"], row["name_nb"], row["name_nn"], row["valid_from"], row["valid_to"] or None)
        for name in (entry.name_nb, entry.name_nn):
            if name:
                known.setdefault(folded(name).removesuffix(" politidistrikt"), entry)
    return known


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
    heirs: dict[str, set[str]] = {}
    for row in rows("police_districts"):
        for code in row["predecessors"].split(";"):
            heirs.setdefault(code, set()).add(row["code"])
    return heirs


@cache
def _memberships() -> dict[str, list[tuple[str, str, str]]]:
    known: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows("municipality_police_district"):
        known.setdefault(row["municipality_number"], []).append((row["valid_from"], row["valid_to"] or "9999", row["police_district"]))
    return known


def districts_of(number: str) -> set[str]:
    """The codes of the districts that a municipality has been in since 2016."""
    return {code for _, _, code in _memberships().get(number, [])}
