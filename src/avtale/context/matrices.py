"""Tables with a sender a column: `| | Lom | Skjåk | Politiet |`, with an office a row and names or marks, or with the offices in the cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from avtale.context.attendance import attendance, attendance_of_cell
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.people import Defaults, read_person
from avtale.context.roster_cells import says_how
from avtale.context.series import is_person, series
from avtale.structure.block import Table

_MARK = re.compile(r"[xX✓✔]|[Jj]a")
_BLANK = re.compile(r"[\s–—-]*|[Nn]ei|(?i:ubesatt|vakant)")

Sender = Callable[[Context, Stretch], Defaults | None]


def senders_of_columns(context: Context, table: Table, sender: Sender) -> list[Defaults]:
    """Who sends the people of each column but the first; empty where the table is no such one."""
    head = table.header or table.rows[0].grid
    sides = [sender(context, cell) for cell in head[1:]]
    rows = _rows(table)
    if len(sides) < 2 or not all(sides) or (head[0][0] < head[0][1] and sender(context, head[0])):
        return []
    labelled = sum(is_person(context, row[0]) or _is_deputy(context, row[0]) or is_person(context, row[1]) for row in rows)
    return [side for side in sides if side] if rows and 2 * labelled > len(rows) else []


def people_of_matrix(context: Context, table: Table, sides: list[Defaults]) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    """Everybody for whom a cell has a name, an office or a mark."""
    for row in _rows(table):
        for cell, side in zip(row[1:], sides, strict=False):
            found = None if says_how(context, row[0]) and not _is_deputy(context, row[0]) else _person(context, row[0], cell, side)
            if found:
                yield found
            elif not is_person(context, row[0]) or says_how(context, row[0]):
                yield from _people(context, row[0], cell, side)


def _rows(table: Table) -> list[list[Stretch]]:
    return [row.grid for row in (table.rows if table.header else table.rows[1:]) if len(row.grid) > 1]


def _is_deputy(context: Context, label: Stretch) -> bool:
    return attendance(context.view.lower[slice(*label)]) == "deputy"


def _people(context: Context, label: Stretch, cell: Stretch, side: Defaults) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    """Those whom a cell names itself, in a row whose label says no more than how they attend: `Ved særskilte saker | kommuneoverlege | …`."""
    said = side._replace(attendance=attendance_of_cell(context.view.lower[slice(*label)]) or side.attendance)
    for stretch in series(context, *cell) if cell[0] < cell[1] else ():
        member = read_person(context, stretch, said) if is_person(context, stretch) else None
        if member:
            yield stretch, member


def _person(context: Context, label: Stretch, cell: Stretch, side: Defaults) -> tuple[Stretch, dict[str, Any]] | None:
    """Who a cell stands for: the office of its row, or its own under a row of deputies."""
    text = context.view.text[slice(*cell)]
    if _BLANK.fullmatch(text):
        return None
    if _is_deputy(context, label):
        deputy = read_person(context, cell, side._replace(attendance="deputy")) if is_person(context, cell) else None
        return (cell, deputy) if deputy else None
    name = context.names.first(*cell)
    member = read_person(context, label, side) if name or _MARK.fullmatch(text) else None
    if member is None:
        return None
    return (cell, member | {"name": name.value["name"]}) if name else (label, member)
