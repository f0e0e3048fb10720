"""Tables about the holders of offices, with a column or a row for each: `| | Politikontakt | SLT-koordinator |` over `| Stilling | 100 % | 80 % |`.

Each fact is read by the label of its row or the head of its column. Not such a table: a roster, whose rows name more offices than these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.candidate import Candidate, Stretch
from avtale.context.cards import IS_PRESENCE
from avtale.context.context import Context
from avtale.context.presence import presences, presences_labelled
from avtale.grammar import share
from avtale.structure.block import Table

_NAME = re.compile(r"navn|namn|hvem|kven|innehaver|innehavar|person")
_POSITION = re.compile(
    r"(?:andel\sav\s|del\sav\s|full\s)?stilling(?:en|a)?s?(?:del|andel|prosent|brøk|storleik|størrelse)?(?:en)?(?:\s\(?(?:i\s)?(?:%|prosent)\)?)?|årsverk"
)

Labelled = tuple[Stretch, Stretch]
"""A label, and the cell that it is the label of."""


def facts_in_tables(context: Context, field: str) -> Iterator[Candidate]:
    """The name, the share of a position and the presence of the holder of an office in the tables of such holders."""
    for table in context.outline.tables:
        for label, cell in _by_column(context, table, field):
            yield from _facts(context, field, label, cell)
        for label, cell in _by_row(context, table, field):
            if not any(presences(context, cell)) and IS_PRESENCE.fullmatch(context.view.lower, *label):
                yield from _presence(context, field, cell)


def _by_column(context: Context, table: Table, field: str) -> Iterator[Labelled]:
    """The cells below an office at the head of a column, each with the label of its row."""
    head, rows = (table.header, table.rows) if table.header else (table.rows[0].grid, table.rows[1:]) if table.rows else ([], [])
    if rows and all(len(row.grid) == len(head) + 1 for row in rows):
        head = [(head[0][0], head[0][0]), *head]
    index = next((index for index, cell in enumerate(head) if index and _is_office(context, cell, field)), 0)
    if not index or context.offices.first(*head[0]) or not any(_NAME.fullmatch(_label(context, row.grid[0])) for row in rows):
        return
    yield from ((row.grid[0], row.grid[index]) for row in rows if index < len(row.grid))


def _by_row(context: Context, table: Table, field: str) -> Iterator[Labelled]:
    """The cells after an office that a row begins with, each with the head of its column."""
    for row in table.rows if table.header else ():
        if len(row.grid) == len(table.header) and _is_office(context, row.grid[0], field):
            yield from zip(table.header[1:], row.grid[1:], strict=True)


def _is_office(context: Context, cell: Stretch, field: str) -> bool:
    """Whether a cell names an office and nothing else."""
    office = context.offices.first(*cell)
    return office is not None and office.term.id == field and (office.start, office.end) == cell


def _label(context: Context, cell: Stretch) -> str:
    return context.view.lower[slice(*cell)].rstrip(" :")


def _facts(context: Context, field: str, label: Stretch, cell: Stretch) -> Iterator[Candidate]:
    words = _label(context, label)
    name = context.names.first(*cell) if _NAME.fullmatch(words) else None
    if name:
        yield Candidate(field, {"name": name.value["name"]}, ((name.start, name.end),))
    part = next(share.current(context.view, *cell), None) if _POSITION.fullmatch(words) else None
    if part:
        yield Candidate(field, {"position_percentage": part.value["percent"]}, ((part.start, part.end),))
    if IS_PRESENCE.fullmatch(words):
        yield from _presence(context, field, cell)


def _presence(context: Context, field: str, cell: Stretch) -> Iterator[Candidate]:
    return (Candidate(field, {"presence": value}, spans) for value, spans in presences_labelled(context, cell))
