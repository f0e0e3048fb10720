"""The words of a page, by where they stand, made into lines, cells side by side and paragraphs set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_COLUMN = 1.5
"""Line heights of white space from which words side by side are cells of their own."""
_NARROW = 0.8
"""The same, where others of the page are cells from the same place on: word processors leave no more beside a cell that is full."""
_GLUED = 0.08
"""Line heights of white space up to which two pieces are one word."""
_APART = 1.3
"""Times the usual distance of two lines, from which a line is set apart."""
_LARGER = 1.15
"""Times the height of the line before, from which a line is of another kind: a heading, or what follows it."""
_WIDEST_PITCH = 1.6
"""Line heights that the usual distance of two lines is at most."""
_CELL_EDGE = 4.0
"""Points by which the lines of a cell may begin apart from each other."""
_ROW_HEIGHT = 12
"""Lines of the tallest cell."""
_SPACE = 0.2
"""Line heights of the narrowest blank between words."""
_HYPHENS = ("-", "\xad", "‐")
_PROSE = 40
"""Characters from which a line is one that can be full."""
_LABEL = re.compile(r"[^\w\s(§]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[IVX]+)[.)]?|§ ?\d+|o")
"""What stands before a text with white space between: a bullet or a number."""


class Word(NamedTuple):
    """A word and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its line."""
        return max(self.top - self.bottom, 1.0)


@dataclass(slots=True)
class _Cell:
    """Words beside each other, or the lines of a table's cell."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    first: float = 0.0
    """The width of the first word."""

    def add(self, other: _Cell, blank: str = " ") -> None:
        """Let another piece go on from this one."""
        self.text += blank + other.text
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


@dataclass(slots=True)
class Line:
    """A line of the page: one cell, or several side by side."""

    cells: list[_Cell]
    top: float
    height: float
    baseline: float

    @property
    def text(self) -> str:
        """The line as it is written."""
        return "\t".join(cell.text for cell in self.cells)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of a page, in the order of its content; a header or a footer that was drawn before or after all else in its place."""
    lines = _lines(_pieces(words))
    if len(lines) > 2 and lines[0].top < min(line.baseline for line in lines[1:]):
        lines.append(lines.pop(0))
    if len(lines) > 2 and lines[-1].baseline > max(line.top for line in lines[:-1]):
        lines.insert(0, lines.pop())
    return lines


def text_of(pages: list[list[Line]]) -> str:
    """The text of pages, a form feed between each two.

    A paragraph is one line; a blank line stands where there is more space than usual or larger print, a tab between cells.
    """
    margin = max((line.cells[0].right for page in pages for line in page if len(line.cells) == 1), default=0.0)
    return "\n\f".join("".join(_written(page, margin)) for page in pages) + "\n"


def _written(lines: list[Line], margin: float) -> Iterator[str]:
    pitch = _pitch(lines)
    yield from (line.text for line in lines[:1])
    for before, line in pairwise(lines):
        apart = not 0 < _distance(before, line) <= _APART * pitch or not 1 / _LARGER < line.height / before.height < _LARGER
        yield "\n\n" if apart else " " if _is_full(before, line, margin) else "\n"
        yield line.text


def _is_full(before: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line did not fit on the line before, which it goes on from."""
    if len(before.cells) > 1 or len(line.cells) > 1 or len(before.text) < _PROSE or before.text.endswith(_HYPHENS):
        return False
    first = line.cells[0]
    return before.cells[0].right + _SPACE * line.height + first.first > margin and not _LABEL.fullmatch(line.text.split(" ", 1)[0])


def _pieces(words: Iterable[Word]) -> Iterator[_Cell]:
    """Words that stand beside each other on a line, in the order of the content; white space as of a new column divides."""
    words = list(words)
    columns = {word.left for before, word in pairwise(words) if _is_level(before, word) and word.left - before.right >= _COLUMN * word.height}
    piece: _Cell | None = None
    for word in words:
        height = word.height
        gap = word.left - piece.right if piece else 0.0
        if piece and _is_level(piece, word) and -height < gap and not _divides(gap / height, word.left, columns):
            piece.add(_Cell(*word), "" if gap < _GLUED * height else " ")
            continue
        if piece:
            yield piece
        piece = _Cell(*word, word.right - word.left)
    if piece:
        yield piece


def _divides(gap: float, left: float, columns: set[float]) -> bool:
    """Whether white space of some line heights, up to where a word begins, divides two cells."""
    return gap >= _COLUMN or (gap >= _NARROW and any(abs(left - column) < _CELL_EDGE for column in columns))


def _is_level(a: _Cell | Word, b: _Cell | Word) -> bool:
    """Whether two boxes are on one line."""
    shared = min(a.top, b.top) - max(a.bottom, b.bottom)
    return shared > 0.5 * min(a.top - a.bottom, b.top - b.bottom)


def _lines(pieces: Iterable[_Cell]) -> list[Line]:
    """Lines in the order of the content; a piece beside an earlier line of these is the next cell of its row."""
    lines: list[Line] = []
    for piece in pieces:
        row = _row_beside(lines, piece)
        if row is not None:
            _merge(lines, row)
            _add_cell(lines[-1], piece)
        elif lines and _continues(lines[-1], piece):
            lines[-1].cells[-1].add(piece)
        else:
            lines.append(Line([piece], piece.top, max(piece.top - piece.bottom, 1.0), piece.bottom))
    return lines


def _row_beside(lines: list[Line], piece: _Cell) -> int | None:
    """The index of the line whose first line a piece is level with and to the right of."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _ROW_HEIGHT), -1):
        line = lines[index]
        if piece.left < line.cells[-1].right:
            return None
        first = _Cell("", 0, 0, line.top - line.height, line.top)
        if _is_level(first, piece):
            return index
    return None


def _merge(lines: list[Line], row: int) -> None:
    """Make one line of all from `row` on, which were the lines of its last cell."""
    for line in lines[row + 1 :]:
        for cell in line.cells:
            lines[row].cells[-1].add(cell)
    del lines[row + 1 :]
    lines[row].baseline = min(cell.bottom for cell in lines[row].cells)


def _add_cell(line: Line, piece: _Cell) -> None:
    last = line.cells[-1]
    if len(line.cells) == 1 and _LABEL.fullmatch(last.text):
        last.add(piece)
    else:
        line.cells.append(piece)
    line.baseline = min(line.baseline, piece.bottom)


def _continues(line: Line, piece: _Cell) -> bool:
    """Whether a piece is the next line of the last cell of a row: right under it, and where it begins."""
    last = line.cells[-1]
    under = last.bottom - piece.top
    return len(line.cells) > 1 and abs(piece.left - last.left) < _CELL_EDGE and under < 0.5 * line.height and piece.top < last.top


def _pitch(lines: list[Line]) -> float:
    """The usual distance of two lines."""
    distances = [distance for a, b in pairwise(lines) if 0 < (distance := _distance(a, b)) < _WIDEST_PITCH * b.height]
    return median(distances) if distances else _WIDEST_PITCH / _APART * max((line.height for line in lines), default=1.0)


def _distance(before: Line, line: Line) -> float:
    """From the baseline of a line to that of the next."""
    return before.baseline - (line.top - line.height)
