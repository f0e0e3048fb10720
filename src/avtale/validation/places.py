"""From offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from avtale.output.report import Position, Reported
from avtale.rules import Finding, Place

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a document text; they and the columns in them, which are code points, count from 1."""

    def __init__(self, text: str) -> None:
        ends = [(found.start(), found.end()) for found in _LINE_END.finditer(text)]
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(before for before, _ in ends), len(text)]
        self._text = text

    def report(self, path: str, finding: Finding) -> Reported:
        """A finding in the text, with its position and the line it begins in."""
        if finding.place is None:
            return Reported(path, finding, None, None)
        position = self._position(finding.place)
        return Reported(path, finding, position, self._text[self._starts[position.line - 1] : self._ends[position.line - 1]])

    def _position(self, place: Place) -> Position:
        line, column = self._at(place.start)
        end = self._at(self._ends[line - 1] if place.end is None else place.end)
        return Position(line, column, *end)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
