"""Tables of duties with a column for each of those who bear them: with the duty itself in it, or with a mark beside the duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from avtale.context.actors import bearer, side_of
from avtale.context.candidate import Stretch
from avtale.context.leads import Purpose, read
from avtale.context.lists import LABEL, headings
from avtale.context.paired_lists import paired_lists
from avtale.structure import Kind
from avtale.structure.block import Table

if TYPE_CHECKING:
    from avtale.context.context import Context

MARK = re.compile(r"[xX✓✔☒☑]|[Jj]a")
"""What says in a cell that its column holds for its row."""
_NO_MARK = re.compile(r"[\s–—-]*|[Nn]ei")

Task = tuple[Purpose, str, list[Stretch]]
"""What the table is, who bears the duty, and where it stands: in several stretches, where it was wrapped."""


def announcements(table: Table) -> list[Stretch]:
    """The line above a table, and the headings."""
    return [*([(table.lead.start, table.lead.end)] if table.lead else []), *headings(table.section)]


def tasks_of_sides(context: Context, table: Table) -> Iterator[Task]:
    """The duties of a table whose columns are of those who bear them."""
    head, rows = _head_and_rows(table)
    whom = _whom(context, head) if rows and len(head) > 1 else []
    found = _purpose(context, table, head) if whom and all(whom[1:]) else None
    if found is None:
        return
    lists = paired_lists(context, table, head) if all(whom) else []
    if lists:
        yield from ((found, who, entry) for who, listed in zip(whom, lists, strict=True) for entry in listed if who)
    elif all(whom):
        yield from _side_by_side(context, found, [who for who in whom if who], rows)
    elif len(whom) > 2:
        yield from _marked(context, found, [who for who in whom[1:] if who], rows)


def _head_and_rows(table: Table) -> tuple[list[Stretch], list[list[Stretch]]]:
    """The header and the rows below it, cell by cell; the first row is the header where no word for a column told."""
    grid = [row.grid or row.cells for row in table.rows]
    return (table.header, grid) if table.header else (grid[0], grid[1:])


def _whom(context: Context, head: list[Stretch]) -> list[str | None]:
    """Whom each column is of."""
    actors = [bearer(context, *cell) if cell[1] - cell[0] <= LABEL else None for cell in head]
    return [actor.who if actor else None for actor in actors]


def _purpose(context: Context, table: Table, head: list[Stretch]) -> Purpose | None:
    found = next((found for stretch in (*head, *announcements(table)) for found in [read(context, *stretch)] if found), None)
    return found if found and found.is_duties else None


def _side_by_side(context: Context, found: Purpose, whom: list[str], rows: list[list[Stretch]]) -> Iterator[Task]:
    """The cells below the names of two and more; none where a cell goes on with the row above."""
    filled = [cell for row in rows for cell in row if cell[0] < cell[1]]
    begins = (context.view.text[cell[0]].isupper() or _is_barred(context, cell) for cell in filled)
    if len(set(whom)) > 1 and all(begins):
        yield from ((found, who, [cell]) for row in rows if len(row) == len(whom) for who, cell in zip(whom, row, strict=True) if cell[0] < cell[1])


def _is_barred(context: Context, cell: Stretch) -> bool:
    """Whether a cell cannot go on with the one above it: it is a line of its own, or stands between bars."""
    block = context.block(cell[0])
    return block.kind is Kind.CELL or context.view.text.startswith("|", block.line)


def _marked(context: Context, found: Purpose, whom: list[str], rows: list[list[Stretch]]) -> Iterator[Task]:
    """The first cells of the rows, each with those whose columns have a mark in that row."""
    text = context.view.text
    marks = [[bool(MARK.fullmatch(text, *cell)) for cell in row[1:]] for row in rows]
    if not all(mark or _NO_MARK.fullmatch(text, *cell) for row, said in zip(rows, marks, strict=True) for cell, mark in zip(row[1:], said, strict=True)):
        return
    for row, said in zip(rows, marks, strict=True):
        bearers = {who for who, mark in zip(whom, said, strict=False) if mark}
        if len(bearers) == 1:
            yield found, bearers.pop(), [row[0]]
        elif {side_of(who) for who in bearers} == {"municipality", "police"}:
            yield found, "both", [row[0]]
