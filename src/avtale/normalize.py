"""Values in a phrase: the grammars by themselves, each value shaped as in the record, with its place in the phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from avtale.grammar import date, duration, frequency, hours, organisation, phone, role
from avtale.grammar.found import Found
from avtale.text import View, clean

_FINDERS: dict[str, Callable[[View, int, int], Iterator[Found]]] = {
    "date": date.find,
    "frequency": frequency.find,
    "hours": hours.find,
    "duration": duration.find,
    "phone": phone.find,
    "role": role.find,
    "party": organisation.find,
}
KINDS = tuple(_FINDERS)
"""The kinds of value that `normalize` knows."""


def normalize(kind: str, text: str) -> list[dict[str, Any]]:
    """The values of a kind in a phrase, in order, with `start` and `end` in the phrase.

    >>> normalize("date", "25.09.2018")
    [{'date': '2018-09-25', 'text': '25.09.2018', 'start': 0, 'end': 10}]

    Raises:
        KeyError: no such kind.
    """
    view = clean(text)
    values = []
    for found in _FINDERS[kind](view, 0, len(view.text)):
        if kind != "date" or found.value["date"]:
            start, end = view.span(found.start, found.end)
            values.append({**_shaped(kind, found.value), "start": start, "end": end})
    return values


def _shaped(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """A value in the shape that it has in the record."""
    if kind == "phone":
        return {"type": "phone", "value": value["phone"], "text": value["text"]}
    if kind == "role":
        return {"role": value["role"], "title": value["text"], "text": value["text"]}
    return {**value["party"], "text": value["text"]} if kind == "party" else value
