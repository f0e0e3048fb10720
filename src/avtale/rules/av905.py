"""AV905: the table of contents and the headings differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from avtale.record.models import ContentsEntry, Section
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Place, Rule
from avtale.structure.numbering import plain

RULE = Rule(
    code="AV905",
    severity="info",
    message=Message(
        en="in the table of contents: {entry}; in the text: {heading}",
        nb="i innholdsfortegnelsen: {entry}; i teksten: {heading}",
        nn="i innhaldslista: {entry}; i teksten: {heading}",
    ),
    why="A reader looks in the table of contents for what the text has.",
    example="Innhold: 10. Evaluering … 11. Evaluering",
    documents=IN_FORCE,
)


class _Line(NamedTuple):
    """An entry or a heading: its number, its words made plain, and how a message tells it."""

    number: str | None
    words: str
    said: str
    place: Place | None


def check(case: Case) -> Iterator[Hit]:
    """The entries with another heading or number in the text, and the numbered headings without an entry."""
    entries, headings = [_line(case, entry) for entry in case.record.contents], [_line(case, section) for section in case.sections]
    listed, written = {entry.words for entry in entries}, {heading.words for heading in headings}
    if 2 * len(listed & written) < len(listed):
        return  # the table of another text, or headings that the parser could not tell
    unlisted = [heading for heading in headings if heading.words not in listed]
    for entry in entries:
        same = [heading for heading in headings if heading.words == entry.words]
        other = next(iter(same), None) or _nearest(entry, unlisted)
        if not same or (entry.number and all(heading.number not in (None, entry.number) for heading in same)):
            yield Hit("/contents", entry.place, {"entry": entry.said, "heading": other.said if other else "no_heading"})
    numbers = {entry.number for entry in entries if entry.number}
    for heading in unlisted if numbers else ():
        if heading.number and heading.number.isdigit() and heading.number not in numbers:
            yield Hit("/sections", heading.place, {"entry": "no_entry", "heading": heading.said})


def _line(case: Case, line: ContentsEntry | Section) -> _Line:
    return _Line(line.number, plain(line.heading), f"{line.number or ''} {line.heading}".strip(), case.place(line.evidence))


def _nearest(entry: _Line, headings: list[_Line]) -> _Line | None:
    """The heading of the same number, else the one of the most similar words."""
    numbered = next((heading for heading in headings if entry.number and heading.number == entry.number), None)
    similar = get_close_matches(entry.words, [heading.words for heading in headings], 1)
    return numbered or next((heading for heading in headings if heading.words in similar), None)
