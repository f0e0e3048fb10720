"""How well a record agrees with an expected one, attribute by attribute, as `corpus/GUIDELINES.md` says that gold is to be read.

Stricter than a scorer for people: texts are equal or they are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

Json = Any

IDENTITY = {
    "parties": ("type", "name"),
    "bodies": ("type",),
    "members": ("role",),
    "opening_hours": ("purpose",),
    "contacts": ("value",),
    "priorities": ("text",),
    "duties": ("text",),
    "evaluation": ("kind", "subject"),
    "supersedes": ("date",),
    "references": ("type",),
    "dates": ("date",),
    "signatories": ("role",),
    "sections": ("heading",),
    "presence": ("times", "period"),
}
"""The attributes that two entries of a list must share to be the same thing."""


class Tally(NamedTuple):
    """Attributes that agree, that are missing, and that were made up; a wrong one is missing and made up."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.missed + self.extra)


def total(tallies: Iterable[Tally]) -> Tally:
    return Tally(*map(sum, zip((0, 0, 0), *tallies, strict=True)))


def compare(expected: Json, got: Json, name: str = "") -> Tally:
    """Compare what is expected with what was got; `name` is the field that holds them."""
    if isinstance(expected, dict):
        got = got if isinstance(got, dict) else {}
        return total(compare(value, got.get(key), key) for key, value in expected.items() if key != "optional")
    if isinstance(expected, list) and (not expected or isinstance(expected[0], dict)):
        return _compare_entries(expected, list(_flat(got or [])) if name == "sections" else list(got or []), name)
    if expected is None and isinstance(got, dict):
        return Tally(extra=int(any(value for key, value in got.items() if key not in ("evidence", "text"))))
    if agrees(expected, got):
        return Tally(hit=int(got not in (None, [])))
    return Tally(missed=int(expected is not None), extra=int(got not in (None, [])))


def agrees(expected: Json, got: Json) -> bool:
    """Whether a value is the expected one, or one of those that it may be."""
    if isinstance(expected, list) and not isinstance(got, list):
        return any(agrees(each, got) for each in expected)
    if isinstance(expected, list):
        return sorted(map(str, expected)) == sorted(map(str, got))
    return fold(expected) == fold(got)


def fold(value: Json) -> Json:
    """A text without what no reader sees: case, width, spacing, the length of dashes, closing punctuation."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).casefold()
    return " ".join(re.sub("[\u2010-\u2015]", "-", text).split()).strip(" .:;,")


def _compare_entries(expected: list[Json], got: list[Json], name: str) -> Tally:
    pairs = sorted(
        ((compare(one, other).hit, -i, -j) for i, one in enumerate(expected) for j, other in enumerate(got) if _is_same(one, other, name)), reverse=True
    )
    partner: dict[int, int] = {}
    for _, i, j in pairs:
        if -i not in partner and -j not in partner.values():
            partner[-i] = -j
    tallies = []
    for i, one in enumerate(expected):
        if not one.get("optional"):
            tallies.append(compare(one, got[partner[i]]) if i in partner else Tally(missed=_size(one)))
    return total([*tallies, Tally(extra=len(got) - len(partner))])


def _is_same(expected: Json, got: Json, name: str) -> bool:
    return all(agrees(expected[key], got.get(key)) for key in IDENTITY.get(name, ()) if key in expected)


def _size(value: Json) -> int:
    """The attributes that a value would have brought."""
    if isinstance(value, dict):
        return sum(_size(part) for key, part in value.items() if key != "optional")
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sum(_size(part) for part in value if not part.get("optional"))
    return int(value not in (None, []))


def _flat(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from _flat(section["children"])
