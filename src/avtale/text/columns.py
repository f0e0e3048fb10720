"""Prose that is set in two columns side by side, put in the order in which it is read: the left column, then the right one.

Lines whose right halves begin at the same column, and whose halves go on from line to line. Not so: tables, signatures, lists side by side that
stand by themselves, and what one column has alone below the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

Stretch = tuple[int, int]
_HALVES = re.compile(r"^ *\S+(?: \S+){2,} {3,}(?=\S+(?: \S+){2,} *$)", re.MULTILINE)
_BREAK = re.compile(r"\n|\f|\Z")
_FEWEST = 4
"""Lines with two halves that are prose for sure."""
_COLUMNS = 8
"""Columns at which right halves can begin in a text; more are told by tables alone."""
_GAP = 3
"""Blanks between two columns, at least."""
_ALONE = 2
"""Lines below each other that one column can have beside a space of the other."""


def reading_order(text: str) -> list[Stretch]:
    """The stretches of a text in reading order; empty where no prose stands in columns."""
    columns = Counter(halves.end() - halves.start() for halves in _HALVES.finditer(text))
    if max(columns.values(), default=0) < _FEWEST:
        return []
    order: list[Stretch] = []
    done = 0
    for lines, column in sorted(run for page in _pages(text) for run in _prose(text, page, columns)):
        if lines[0][0] >= done:
            order += [(done, lines[0][0]), *_unfolded(text, lines, column)]
            done = lines[-1][1]
    return [*order, (done, len(text))] if order else []


def _pages(text: str) -> Iterator[list[Stretch]]:
    """The lines of each page, blank ones too, without their line breaks."""
    at, lines = 0, list[Stretch]()
    for end in _BREAK.finditer(text):
        lines.append((at, end.start()))
        at = end.end()
        if end[0] != "\n":
            yield lines
            lines = []


def _prose(text: str, lines: list[Stretch], columns: Counter[int]) -> Iterator[tuple[list[Stretch], int]]:
    """The lines that are prose in columns, run by run, with the column at which their right halves begin."""
    for column, times in columns.most_common(_COLUMNS):
        runs = _runs(text, lines, column) if times >= _FEWEST else ()
        yield from ((lines[run.start : run.stop], column) for run in runs if _is_prose(text, lines[run.start : run.stop], column))


def _runs(text: str, lines: list[Stretch], column: int) -> Iterator[range]:
    """The runs of lines with nothing between the columns, from the first line with two halves to the end of the paragraph with the last."""
    kinds = [_kind(text[start:end].rstrip(), column) for start, end in lines]
    first = last = index = 0
    for kind_is_blank, group in groupby(kinds, lambda kind: kind == ""):
        paragraph = list(group)
        index += len(paragraph)
        if kind_is_blank:
            continue
        if "across" in paragraph or (len(set(paragraph)) == 1 and "both" not in paragraph and len(paragraph) > _ALONE):
            yield from [range(first, last)] if last > first else ()
            last = 0
        elif "both" in paragraph or (last and "right" in paragraph):
            first = first if last else index - len(paragraph)
            last = index
    yield from [range(first, last)] if last > first else ()


def _kind(line: str, column: int) -> str:
    """Which halves a line has, or whether it goes across the space between the columns, or is in more than two parts."""
    if any("   " in half.strip() for half in (line[:column], line[column:])):
        return "across"
    if len(line) <= column - _GAP:
        return "left" if line else ""
    if line[column - _GAP : column].strip() or len(line) <= column:
        return "across"
    return "both" if line[:column].strip() else "right"


def _is_prose(text: str, lines: list[Stretch], column: int) -> bool:
    """Whether several lines go on from the one above them, in either column."""
    sides = ([text[start : min(end, start + column)].strip() for start, end in lines], [text[start + column : end].strip() for start, end in lines])
    return all(_goes_on(side) >= _FEWEST - 1 for side in sides)


def _goes_on(side: list[str]) -> int:
    """How many lines of a column begin in small letters below one that fills more than half of it."""
    half = max(map(len, side)) // 2
    return sum(line[:1].islower() and len(above) > half for above, line in pairwise(side))


def _unfolded(text: str, lines: list[Stretch], column: int) -> Iterator[Stretch]:
    """The left halves of lines with their line breaks, then, after a blank line, the right halves."""
    line_break = (lines[0][1], lines[0][1] + 1)
    for start, end in lines:
        yield start, start + len(text[start : min(end, start + column)].rstrip())
        yield (end, end + 1) if end < lines[-1][1] else line_break
    yield line_break
    for start, end in lines:
        yield min(end, start + column), end
        if end < lines[-1][1]:
            yield end, end + 1
