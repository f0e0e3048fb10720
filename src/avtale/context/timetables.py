"""Hours in tables: a row a day and a column a counter, a column a day and a row a counter, or a row a counter or a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.hours_above import above
from avtale.context.openings import NO_PLACE, NOBODY, named, purpose_of
from avtale.structure import Kind
from avtale.structure.block import Row, Table
from avtale.vocabulary import Cue, forms

_TIME = re.compile(r"\d{1,2}(?:[.:]?\d\d)?\s?(?:[-–—]|til)\s?(?:kl\.?\s?)?\d{1,2}")
Line = dict[int, Stretch]
"""The cells of a row by the number of their column."""


class Timetable(NamedTuple):
    """The hours of one counter at one place, and the cells that say its days and times in order."""

    purpose: str
    place: Stretch | None
    cells: tuple[Stretch, ...]


def timetables(context: Context, table: Table) -> Iterator[Timetable]:
    """What a table says of hours; nothing where it says none."""
    header, rows = _lines(context, table)
    if not any(_is_time(context, cell) for row in rows for cell in row.values()):
        return
    if all(_is_day(context, row[min(row)]) for row in rows):
        yield from _by_day(context, header, rows)
    elif sum(_is_day(context, cell) for cell in header.values()) > 1:
        yield from _merged(
            context, [(None, row.get(0), [header[at], row[at]]) for row in rows for at in row if at and at in header and _says(context, row[at])]
        )
    else:
        yield from _merged(context, [group for row in rows for group in _groups(context, header, row)])


def _lines(context: Context, table: Table) -> tuple[Line, list[Line]]:
    """The header and the rows; the first row is the header where it says no times."""
    rows = _filled([*(_line(context, row) for row in table.rows if row.cells), *_days_below(context, table)])
    if table.header:
        return {at: cell for at, cell in enumerate(table.header) if cell[0] < cell[1]}, rows
    if len(rows) > 1 and not any(_is_time(context, cell) for cell in rows[0].values()):
        return _shifted(rows[0], rows[1:]), rows[1:]
    return {}, rows


def _days_below(context: Context, table: Table) -> Iterator[Line]:
    """The lines right below a table that begin with a tab and a day: rows of two cells of which the first is empty."""
    below = context.outline.blocks[context.outline.block_at(table.rows[-1].start) + 1 :]
    for block in takewhile(lambda block: block.kind is Kind.TEXT and block.gap == 1 and context.view.text[block.line - 1] == "\t", below):
        if _is_day(context, (block.start, block.end)):
            yield {1: (block.start, block.end)}


def _filled(rows: list[Line]) -> list[Line]:
    """The rows; one that begins with empty cells goes on with those of the row above it."""
    filled: list[Line] = []
    for row in rows:
        above = filled[-1] if filled else {}
        filled.append({at: cell for at, cell in above.items() if at < min(row)} | row)
    return filled


def _shifted(header: Line, rows: list[Line]) -> Line:
    """The header; one that lacks a cell over the labels of the rows moved to where its cells belong."""
    lacks = 0 in header and max(header) + 1 == max(map(max, rows))
    return {at + lacks: cell for at, cell in header.items()}


def _line(context: Context, row: Row) -> Line:
    """The cells of a row by column: an empty cell shows by the separators round it."""
    line: Line = {}
    column, done = -1, row.start + 1 if context.view.text[row.start] == "|" else context.view.text.rfind("\n", 0, row.start) + 1
    for start, end in row.cells:
        between = context.view.text[done:start]
        column += max(1 if line else 1 + between.count("|") + between.count("\t"), between.count("|"), between.count("\t"))
        line[column] = (start, end)
        done = end
    return line


def _is_time(context: Context, cell: Stretch) -> bool:
    return bool(_TIME.search(context.view.lower, *cell))


def _says(context: Context, cell: Stretch) -> bool:
    """Whether a cell has more in it than a mark for nothing: a dash, dots."""
    return any(mark.isalnum() for mark in context.view.text[slice(*cell)])


def _is_day(context: Context, cell: Stretch) -> bool:
    day = context.cues.first("weekdays", *cell)
    return (day is not None and day.start == cell[0]) or context.view.lower[slice(*cell)].rstrip(".:") in forms("weekday_abbreviations")


def _by_day(context: Context, header: Line, rows: list[Line]) -> Iterator[Timetable]:
    """A row a day: each column with times is a counter's."""
    for column in sorted({at for row in rows for at in row if at != min(row)}):
        cells = [cell for row in rows if column in row and _says(context, row[column]) for cell in (row[min(row)], row[column])]
        if any(_is_time(context, cell) for cell in cells[1::2]):
            yield from _merged(context, [(header.get(column), None, cells)])


def _groups(context: Context, header: Line, row: Line) -> Iterator[tuple[Stretch | None, Stretch, list[Stretch]]]:
    """A row a counter or a place: the columns whose head names no counter say their days and times together."""
    first = min(row)
    groups: dict[Stretch | None, list[Stretch]] = {}
    head: Stretch | None = None
    for at in sorted(row)[1:]:
        head = header[at] if at in header and named(context, *header[at]) else head
        groups.setdefault(head, []).append(row[at])
    yield from ((head, row[first], cells) for head, cells in groups.items() if any(_is_time(context, cell) for cell in cells))


def _merged(context: Context, groups: list[tuple[Stretch | None, Stretch | None, list[Stretch]]]) -> Iterator[Timetable]:
    """The groups of cells with whose they are, those of one counter at one place as one."""
    tables: dict[tuple[str, str | None], Timetable] = {}
    for head, first, cells in groups:
        purpose = _purpose(context, head, first, cells)
        at = _place(context, first)
        if purpose != "none":
            known = tables.setdefault((purpose, context.read(*at) if at else None), Timetable(purpose, at, ()))
            tables[purpose, context.read(*at) if at else None] = known._replace(cells=(*known.cells, *cells))
    yield from tables.values()


def _purpose(context: Context, head: Stretch | None, first: Stretch | None, cells: list[Stretch]) -> str:
    """Whose hours cells are: what their column, their row or its label names, or what stands above the table."""
    parts = [part for part in (head, *cells) if part]
    told = next((cue for part in parts for cue in [named(context, *part)] if cue and cue.term.id not in NOBODY), None)
    cue = told or (named(context, *first) if first else None)
    if cue and cue.term.id not in NOBODY:
        return purpose_of(cue)
    found = above(context, cells[0])
    if cue and (found is None or found[0] not in ("police_office", "police_contact")):
        return "none"
    return found[0] if found else "none"


def _place(context: Context, first: Stretch | None) -> Stretch | None:
    """The place that a row's first cell names: a capitalised name that is more than the word for a counter."""
    first = (first[0], first[1] - (context.view.text[first[1] - 1] == ":")) if first else None
    if first is None or not context.view.text[first[0]].isupper() or NO_PLACE.match(context.view.lower, *first):
        return None
    cue = named(context, *first)
    return first if cue is None or cue.term.id in NOBODY or _names_more(first, cue) else None


def _names_more(cell: Stretch, cue: Cue) -> bool:
    return cue.term.id == "public_counter" and cell[1] - cell[0] > cue.end - cue.start + 2
