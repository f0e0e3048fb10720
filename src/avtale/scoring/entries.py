"""Entries of lists: which predicted one is which expected one, and how much one that is missing would have brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from avtale.scoring.values import agrees, likeness

Json = Any
Entry = dict[str, Json]

WORDING = {"priorities": "text", "duties": "text", "sections": "heading"}
"""Lists whose entries are told by what they say, so that the wording need not be the same to the letter."""
LIKE_WORDING, LIKE_TITLE, LIKE_NAME = 0.85, 0.8, 0.9
"""From which likeness on a wording, an office, the name of a party is the same."""
KEYS = {
    "parties": ("type", "name"),
    "members": ("role", "title"),
    "bodies": ("type",),
    "opening_hours": ("purpose",),
    "response_times": ("within",),
    "contacts": ("type", "value"),
    "evaluation": ("subject", "kind"),
    "supersedes": ("date",),
    "references": ("type",),
    "dates": ("date",),
    "signatories": ("role",),
    "presence": ("times", "period"),
    "intervals": ("opens", "closes"),
}
"""Attributes that tell the entries of a list apart; the others are compared one by one."""


def told_by(name: str) -> frozenset[str]:
    """The attributes that a pair of entries of a list has in common already, and `optional`, which is none.

    >>> sorted(told_by("duties"))
    ['optional', 'text']
    """
    return frozenset(("optional", WORDING[name])) if name in WORDING else frozenset(("optional", *KEYS.get(name, ())))


def pair(name: str, expected: list[Entry], got: list[Entry]) -> dict[int, int]:
    """For each expected entry that is found, by index, the predicted one: the best pairs first, else in order."""
    fits = ((fit(name, one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(got))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((each for each in fits if each[0] > 0), key=lambda each: (-each[0], each[1], each[2])):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def fit(name: str, expected: Entry, got: Entry) -> float:
    """How well a predicted entry fits an expected one; 0 where it is another thing."""
    if name in WORDING:
        return likeness(expected.get(WORDING[name]), got.get(WORDING[name]), LIKE_WORDING)
    if not _is_same(name, expected, got):
        return 0.0
    values = ((key, value) for key, value in expected.items() if key != "optional" and not isinstance(value, dict))
    return 1.0 + sum(agrees(value, got.get(key)) for key, value in values)


def _is_same(name: str, expected: Entry, got: Entry) -> bool:
    if name == "members":
        return _is_same_member(expected, got)
    if name == "parties":
        return agrees(expected.get("type"), got.get("type")) and likeness(expected.get("name"), got.get("name")) >= LIKE_NAME
    if name == "references" and expected.get("id") is not None:
        return agrees(expected["id"], got.get("id"))
    return all(agrees(expected[key], got.get(key)) for key in KEYS.get(name, ()) if key in expected)


def _is_same_member(expected: Entry, got: Entry) -> bool:
    """A member is told by the role, and where that is `other` by the office."""
    if expected.get("role") != "other":
        return agrees(expected.get("role"), got.get("role"))
    return got.get("role") == "other" and likeness(expected.get("title"), got.get("title")) >= LIKE_TITLE


def size(entry: Entry, known: frozenset[str] = frozenset(("optional",))) -> int:
    """The hits that an expected entry would have brought: one for itself, and one for each attribute.

    >>> size({"role": "mayor", "name": None, "meetings": {"times": 4, "period": "P1Y", "times_max": None}})
    4
    """
    return 1 + sum(_size_of_value(value) for key, value in entry.items() if key not in known and key != "optional")


def _size_of_value(value: Json) -> int:
    if isinstance(value, dict):
        return sum(part is not None for part in value.values())
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sum(size(part) for part in value if not part.get("optional"))
    return int(value is not None)


def surplus(name: str, expected: list[Entry], got: Iterable[Entry]) -> Iterator[Entry]:
    """Of the predicted entries that are nobody's partner those that are wrong.

    A date said twice is one date, and a day without a year is nobody's loss.
    """
    seen: set[str] = set()
    for entry in got:
        if name == "dates":
            date = entry.get("date")
            if str(date).startswith("XXXX") or str(date) in seen or any(agrees(one.get("date"), date) for one in expected):
                continue
            seen.add(str(date))
        yield entry


def flatten(sections: Json) -> Iterator[Json]:
    """A tree of sections in order of reading, which is how gold names them."""
    for section in sections if isinstance(sections, list) else []:
        yield section
        if isinstance(section, dict):
            yield from flatten(section.get("children"))
