"""From offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from avtale.output.report import Position, Reported
from avtale.rules import Finding

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; they, from the number of the first one on, and the columns in them, which are code points, count from 1."""

    def __init__(self, text: str, first: int = 1) -> None:
        ends = [(found.start(), found.end()) for found in _LINE_END.finditer(text)]
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(before for before, _ in ends), len(text)]
        self._first = first
        self.text = text

    def report(self, path: str, finding: Finding) -> Reported:
        """A finding in the text, with its position and the line it begins in."""
        place = finding.place
        return self.report_at(path, finding, place.start, place.end) if place else Reported(path, finding, None, None)

    def report_at(self, path: str, finding: Finding, start: int, end: int | None) -> Reported:
        """A finding about a stretch of the text, to the end of the line where it has no end."""
        line = bisect_right(self._starts, start) - 1
        position = Position(*self._at(start), *self._at(self._ends[line] if end is None else end))
        return Reported(path, finding, position, self.text[self._starts[line] : self._ends[line]])

    def number(self, offset: int) -> int:
        """The line on which an offset is."""
        return self._at(offset)[0]

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line + self._first, offset - self._starts[line] + 1
