"""Tables with a row for each forum, `Forum | Deltakere | Møter | Leder`, or with a column for each: `| Politirådet | SLT-gruppa`.

Shared by the extractors of a forum's facts, each of which reads the cells under a header of its own. Not such a table: one whose rows do
not each begin with the name of another forum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.forum_kinds import Forum, kind_of
from avtale.structure.block import Row, Table

if TYPE_CHECKING:
    from avtale.context.context import Context

_NAME = 60
"""Characters of the longest cell that only names a forum."""
_FEWEST = 2
"""Forums that make a table one of forums."""
_FIRST = 2
"""Cells of a row of which one is its forum: the other can be a number."""


class ForumCell(NamedTuple):
    """A cell that says something of a forum, and the cell at the head of its column."""

    forum: Forum
    header: Stretch
    cell: Stretch
    row: Stretch


def forum_cells(context: Context) -> Iterator[ForumCell]:
    """The cells of all tables that have a row for each of two forums or more, but for those that name the forums."""
    for table in context.outline.tables if context.forums.are_several else ():
        if by_column := _by_column(context, table):
            yield from by_column
            continue
        if not table.header:
            continue
        rows = [(row, _forum(context, row)) for row in table.rows]
        named = {found[1] for _, found in rows if found}
        if len(rows) > len(named) >= (len(rows) + ("forum" not in table.columns)) / 2:
            rows = [(row, found or _by_level(context, row, named)) for row, found in rows]
            named = {found[1] for _, found in rows if found}
        if len(named) < max(_FEWEST, len(rows)):
            continue
        for row, found in rows:
            if found and len(row.grid) == len(table.header):
                cells = zip(table.header, row.grid, strict=True)
                yield from (ForumCell(found[1], header, cell, (row.start, row.end)) for header, cell in cells if cell[0] < cell[1] and cell != found[0])


def _by_column(context: Context, table: Table) -> list[ForumCell]:
    """The cells of a table whose columns but the first each belong to another forum, each with the label of its row as its head."""
    head, *rows = [row.grid for row in table.rows] if not table.header else [table.header, *(row.grid for row in table.rows)]
    named = [context.forums.named(*cell) if cell[1] - cell[0] < _NAME else None for cell in head]
    forums = [found[1] for found in (named if all(named) else named[1:]) if found]
    if len(set(forums)) < max(_FEWEST, len(forums), len(named) - 1):
        return []
    return [
        ForumCell(forum, row[0], cell, (row[0][0], row[-1][1]))
        for row in rows
        if len(row) == len(forums) + 1 and row[0][0] < row[0][1]
        for forum, cell in zip(forums, row[1:], strict=True)
        if cell[0] < cell[1]
    ]


def _by_level(context: Context, row: Row, named: set[Forum]) -> tuple[Stretch, Forum] | None:
    """The cell of a row that gives a group a name of its own, where those of most other rows are known: `3 Operativt | Ungdomsteamet`.

    It is of no kind that another row has.
    """
    for cell in row.cells[:_FIRST]:
        words = context.read(*cell)
        if context.cues.within("groups", *cell) and len(words) < _NAME:
            kind = kind_of(context.view.lower[row.start : cell[1]])
            return cell, Forum("other" if any(forum.type == kind for forum in named) else kind, words)
    return None


def _forum(context: Context, row: Row) -> tuple[Stretch, Forum] | None:
    """The cell of a row that names its forum, and that forum."""
    for cell in row.cells[:_FIRST]:
        named = context.forums.named(*cell) if cell[1] - cell[0] < _NAME else None
        if named and not context.cues.first("roles", *cell):
            return cell, named[1]
    return None
