"""A gold record and a predicted one, compared attribute by attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from avtale.scoring.entries import WORDING, Entry, flatten, pair, size, surplus, told_by
from avtale.scoring.figures import Figures
from avtale.scoring.values import agrees, likeness

Json = Any

PROSE = frozenset(("text", "title", "heading", "place"))
"""Attributes that are a person's own words, scored softly too."""
_EMPTY: tuple[Json, ...] = (None, [], {})
_UNSAID = frozenset(("evidence", "text"))
"""What an object may hold without saying anything about the agreement."""
_UNSHOWN = frozenset(("evidence", "children", "start", "end", "optional"))


class Mark(NamedTuple):
    """What came of comparing one thing: where it stands, what it counts, and, where it went wrong, what was expected and got."""

    where: str
    figures: Figures
    expected: Json = None
    got: Json = None

    @property
    def field(self) -> str:
        """The field of the record that it belongs to."""
        return field_of(self.where)


def field_of(where: str) -> str:
    """The field that a place in a record begins with.

    >>> field_of("bodies[slt].chair.name")
    'bodies'
    """
    return re.split(r"[\[.]", where, maxsplit=1)[0]


def compare(gold: Entry, record: Entry) -> Iterator[Mark]:
    """Compare what is expected with what was got, field by field.

    >>> [(mark.where, mark.figures.hit, mark.figures.missed) for mark in compare({"signed": {"date": "2020"}}, {"signed": None})]
    [('signed.date', 0, 1)]
    """
    for field, expected in gold.items():
        got = record.get(field)
        if field == "kinds":
            yield from _kinds(expected or [], [kind for kind in got if isinstance(kind, str)] if isinstance(got, list) else [])
        elif field == "sections":
            yield from _list(field, expected or [], list(flatten(got)), field)
        else:
            yield from _any(field, expected, got, field)


def _kinds(expected: list[str], got: list[str]) -> Iterator[Mark]:
    for kind in sorted({*expected, *got}):
        asked, given = kind in expected, kind in got
        figures = Figures(hit=asked and given, missed=asked and not given, extra=given and not asked)
        yield Mark(f"kinds[{kind}]", figures, kind if asked else None, kind if given else None)


def _any(name: str, expected: Json, got: Json, where: str) -> Iterator[Mark]:
    if isinstance(expected, dict):
        yield from _object(expected, got if isinstance(got, dict) else {}, where)
    elif expected is None and isinstance(got, dict):
        yield from _nothing(got, where)
    elif isinstance(expected, list) and (not expected or isinstance(expected[0], dict)):
        yield from _list(name, expected, got if isinstance(got, list) else [], where)
    else:
        yield _value(name, expected, got, where)


def _object(expected: Entry, got: Entry, where: str, known: frozenset[str] = frozenset(("optional",))) -> Iterator[Mark]:
    for name, value in expected.items():
        if name not in known:
            yield from _any(name, value, got.get(name), f"{where}.{name}")


def _nothing(got: Entry, where: str) -> Iterator[Mark]:
    """An object where there should be none, unless it says nothing."""
    said = {key: value for key, value in got.items() if key not in _UNSAID and value not in _EMPTY}
    if said:
        yield Mark(where, Figures(extra=1), None, said)


def _value(name: str, expected: Json, got: Json, where: str) -> Mark:
    """A scalar: agreed, missing, made up, or wrong, which is both."""
    prose = _prose(expected, got) if name in PROSE else Figures()
    if agrees(expected, got):
        return Mark(where, replace(prose, hit=int(got is not None)), expected, got)
    is_missing = got is None or got == []
    return Mark(where, replace(prose, missed=int(is_missing or expected is not None), extra=int(not is_missing)), expected, got)


def _prose(expected: Json, got: Json) -> Figures:
    """How well the wording agrees; a wording that may be absent, and is, is not asked for."""
    asked, given = _is_said(expected) and not (got is None and agrees(expected, None)), isinstance(got, str)
    if not asked or not given:
        return Figures(asked=int(asked), given=int(given))
    return Figures(asked=1, given=1, same=int(agrees(expected, got)), alike=likeness(expected, got))


def _is_said(expected: Json) -> bool:
    return any(isinstance(each, str) for each in (expected if isinstance(expected, list) else [expected]))


def _list(name: str, expected: list[Entry], predicted: list[Json], where: str) -> Iterator[Mark]:
    got = [entry for entry in predicted if isinstance(entry, dict)]
    partner = pair(name, expected, got)
    for i, entry in enumerate(expected):
        if not entry.get("optional"):
            yield from _entry(name, entry, got[partner[i]] if i in partner else None, f"{where}[{_label(entry, i)}]")
    left = (entry for j, entry in enumerate(got) if j not in partner.values())
    for entry in surplus(name, expected, left):
        yield Mark(where, Figures(extra=1, given=int(_told_in_words(name, entry))), None, _shown(entry))


def _entry(name: str, expected: Entry, got: Entry | None, where: str) -> Iterator[Mark]:
    known = told_by(name)
    if got is None:
        yield Mark(where, Figures(missed=size(expected, known), asked=_wordings(expected)), _shown(expected))
        return
    prose = [_prose(expected[key], got.get(key)) for key in sorted(known & PROSE & expected.keys())]
    yield Mark(where, sum(prose, start=Figures(hit=1)), expected, got)
    yield from _object(expected, got, where, known)


def _wordings(entry: Entry) -> int:
    """How many wordings an entry asks for, with what is inside it."""
    own = sum(name in PROSE and _is_said(value) and not agrees(value, None) for name, value in entry.items())
    parts = (value if isinstance(value, list) else [value] for value in entry.values())
    return own + sum(_wordings(part) for each in parts for part in each if isinstance(part, dict) and not part.get("optional"))


def _told_in_words(name: str, entry: Entry) -> bool:
    """Whether an entry is told by its wording, so that the whole wording is missing or made up with it."""
    key = "title" if name == "members" and entry.get("role") == "other" else WORDING.get(name)
    return key is not None and _is_said(entry.get(key))


def _shown(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key not in _UNSHOWN}


def _label(entry: Entry, index: int) -> Json:
    """What a reader knows an entry by."""
    labels = (entry.get(key) for key in ("text", "heading", "title", "role", "type", "date", "purpose", "value"))
    label = next((label for label in labels if label), index)
    return next(filter(None, label), index) if isinstance(label, list) else label
