"""Lists that stand side by side, each under a head of its own: the entries of each, put together from the lines that they were wrapped over.

Kommunen skal                  Politiet skal
- halde kontor ope for         - møte i kontaktutvalet
  politikontakten              - sende tal kvart kvartal
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch
from avtale.structure import Block, Kind
from avtale.structure.block import Table
from avtale.text.lines import marker_of

if TYPE_CHECKING:
    from avtale.context.context import Context

_ASKEW = 3
"""Characters that an entry and the lines it goes on in can stand to the right of its head."""
_FEWEST = 2
"""Entries of lists that are several."""


def paired_lists(context: Context, table: Table, heads: list[Stretch]) -> list[list[list[Stretch]]]:
    """The entries below each of the heads of a table, each as the stretches that it consists of; nothing where the cells are no entries."""
    columns: list[list[list[Stretch]]] = [[] for _ in heads]
    text, starts = context.view.text, [_indent(context, head[0]) for head in heads]
    below = [cell for row in table.rows for cell in row.cells if cell[0] > heads[-1][0]]
    for start, end in (*below, *((block.line, block.end) for block in _lines_after(context, table))):
        column = _column(starts, _indent(context, start))
        marker = marker_of(text, start, end)
        if column is None or not (marker or columns[column]):
            return []
        if marker:
            columns[column].append([(marker.end(), end)])
        else:
            columns[column][-1].append((start, end))
    return columns if sum(map(len, columns)) >= _FEWEST and all(columns) else []


def _indent(context: Context, position: int) -> int:
    return position - context.view.text.rfind("\n", 0, position)


def _column(starts: list[int], indent: int) -> int | None:
    """The column that a stretch stands in: that of the head which it stands under or a little to the right of."""
    return next((index for index, start in enumerate(starts) if start <= indent <= start + _ASKEW), None)


def _lines_after(context: Context, table: Table) -> Iterator[Block]:
    """The lines right after a table, in which only one of the lists goes on."""
    after = context.outline.blocks[context.outline.block_at(table.rows[-1].start) + 1 :]
    return takewhile(lambda block: block.gap == 1 and block.kind in (Kind.TEXT, Kind.ITEM), after)
