"""Laws as they are cited: by date and number (`lov 4. august 1995 nr. 53`), and by short title (`politiloven`, `helse- og omsorgstenestelova`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.candidate import Stretch

if TYPE_CHECKING:
    from avtale.context.context import Context

_TITLE = re.compile(r"lov(?:en|a)s?\b")
_WORD = re.compile(r"(?:[a-zæøå]+-\s(?:og|eller)\s)?[a-zæøå]{3,}\Z")
_NO_LAW = frozenset({"ut", "for", "er", "grunnstoff", "lokal", "straffe-"})
_BY_DATE = re.compile(r"(?:lov(?:en|a)?|\bforskrift(?:en|a)?|\blov\som\s[^.,;]{3,50})\s(?:av\s)?(?:den\s)?\Z")
_LONG = "lov om "
_LONG_BEFORE = re.compile(r"(?<!\w)(?P<title>lov\som\s[^].,;()]{3,70}?)(?:\](?:\(\S+\))?)?\s(?:\(lov\s)?(?:av\s)?(?:den\s)?\Z")
_LONG_END = re.compile(
    r"\s?[].,;:()§\n]|\s(?:og|samt|eller)\s(?:\w*lov|på\s|av\s|forskrift|politi)|\s(?:er|skal|gjelder|gjeld|ligger|ligg|krever|krev|sier|seier|gir|gjev|pålegger|pålegg|av|nr|\d)|\Z"
)
_DATED = re.compile(r"\s(?:av\s)?(?:den\s)?\d|(?:\](?:\(\S+\))?)?\s\(\w*lov(?:en|a)?\b")
_NUMBER = re.compile(r"\s?nr\.?\s?\d+")
_NEAR = 80
"""Characters between the parts of one citation."""


class Law(NamedTuple):
    """A law that is cited: where its date and number stand, where its short title, and its date; None for what the text leaves out."""

    number: Stretch | None
    title: Stretch | None
    date: str | None = None


def laws(context: Context) -> Iterator[Law]:
    """The laws by date and number, then those named by their short title alone, each once."""
    lower, seen = context.view.lower, set()
    titles = list(_short_titles(lower))
    for found in context.dates:
        head = lower[max(0, found.start - _NEAR) : found.start]
        if ("lov" in head or "forskrift" in head) and _BY_DATE.search(lower, max(0, found.start - _NEAR), found.start):
            number = _NUMBER.match(lower, found.end)
            end = number.end() if number else found.end
            title = next((span for span in titles if _belongs(lower, span, found.start, end)), None) or _about(lower, found.start)
            seen.add(_stem(lower[slice(*title)]) if title else "")
            yield Law((found.start, end), title, found.value["date"])
    for span in [*titles, *_undated(lower)]:
        stem = _stem(lower[slice(*span)])
        if stem not in seen:
            seen.add(stem)
            yield Law(None, span)


def _about(lower: str, at: int) -> Stretch | None:
    """The long title before a date: `lov om folkehelsearbeid av 24. juni 2011`."""
    match = _LONG_BEFORE.search(lower, max(0, at - _NEAR), at)
    return match.span("title") if match else None


def _undated(lower: str) -> Iterator[Stretch]:
    """The long titles that neither a date nor a short title follows."""
    at = lower.find(_LONG)
    while at >= 0:
        stop = _LONG_END.search(lower, at + len(_LONG), at + _NEAR)
        if stop and at + len(_LONG) < stop.start() and (not at or not lower[at - 1].isalnum()) and not _DATED.match(lower, stop.start()):
            yield at, stop.start()
        at = lower.find(_LONG, at + 1)


def _belongs(lower: str, title: Stretch, start: int, end: int) -> bool:
    """Whether a short title is that of the law with a date: right before it, or after it with nothing but what the law is about between."""
    if title[1] <= start:
        return start - title[1] < len(" av den ")
    return 0 <= title[0] - end < _NEAR and not any(mark in lower[end : title[0]] for mark in ",;.\n§")


def _short_titles(lower: str) -> Iterator[Stretch]:
    """A word before `-loven` or `-lova`."""
    for match in _TITLE.finditer(lower):
        word = _WORD.search(lower, max(0, match.start() - 40), match.start())
        if word and word[0] not in _NO_LAW and not word[0].endswith(("dags", "lov")):
            yield word.start(), match.end()


def _stem(title: str) -> str:
    """A short title without its ending, spelt in one way for both languages."""
    return re.sub(r"lov(?:en|a)s?\Z", "", title).replace("tjeneste", "teneste")
