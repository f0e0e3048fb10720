"""Tables of the members of a forum, known by their header or by the line or heading above them; columns in any order, cells missing or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from avtale.context.announcements import announcing
from avtale.context.attendance import attendance, attendance_of_cell
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.entries import is_placeholder
from avtale.context.matrices import people_of_matrix, senders_of_columns
from avtale.context.people import PLAIN, Defaults, read_person, side_of
from avtale.context.roster_cards import cards
from avtale.context.roster_cells import is_no_member, label_of, organisation_of, says_how, sender, sender_in_column
from avtale.context.senders import sender_of
from avtale.context.series import is_person, series
from avtale.structure.block import Row, Table
from avtale.vocabulary import forms

_NOT_ROSTERS = frozenset(["phone", "email", "date", "task", "topic", "deadline", "days", "hours"])
"""Columns of tables that are there for something else."""
_OF_ROSTERS = ({"role", "deputy"}, {"name", "deputy"}, {"name", "role"}, {"name", "organisation"}, {"organisation", "office"}, {"role", "office"})
"""Columns that only a table of members has together."""
_FEWEST = 3
"""Rows of people that make a roster of a table without a header."""

_WORDS = 2
"""Words of the longest office that is known as one only by its column."""
_SHORTEST = 6
"""Letters of the shortest first word of such an office."""


def rows_of_people(context: Context) -> Iterator[tuple[int, Stretch, dict[str, Any]]]:
    """Each member whom a row names: where the table begins, the words, and the member."""
    for table in context.outline.tables:
        if not table.rows or context.outline.block_at(table.rows[0].start) in context.outline.closing:
            continue
        at = table.lead.start if table.lead and context.view.text[table.lead.end - 1] == ":" else table.rows[0].start
        yield from ((at, stretch, member) for stretch, member in _of_table(context, table))
    for card in cards(context):
        yield from ((card.start, stretch, member) for stretch, member in _of_row(context, card, PLAIN))


def _of_table(context: Context, table: Table) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    said = _announced(context, table)
    if (said or context.forums.heading(table.section)) and (matrix := senders_of_columns(context, table, sender)):
        yield from people_of_matrix(context, table, matrix)
    elif sides := _sides(context, table, said is not None):
        yield from _of_sides(context, table, sides)
    elif said:
        for row in table.rows:
            yield from _of_row(context, row, said)


def _sides(context: Context, table: Table, announced: bool) -> list[Defaults]:
    """Who sends the people of each column, where the first row says so (`Fra kommunen | Fra politiet`) of a table that is of members."""
    if not (announced or (table.section and (table.section.type == "members" or context.forums.heading(table.section)))):
        return []
    cells = table.header or table.rows[0].cells
    sides = [sender_of(context, *cell) for cell in cells if not context.view.lower.startswith("for ", cell[0])]
    return [side for side in sides if side] if len(cells) == len(sides) > 1 and all(sides) else []


def _of_sides(context: Context, table: Table, sides: list[Defaults]) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    """Those whom the cells under such a first row name."""
    for row in table.rows if table.header else table.rows[1:]:
        for cell, side in zip(row.cells, sides, strict=False):
            member = read_person(context, cell, side) if is_person(context, cell) else None
            if member:
                yield cell, member


def _announced(context: Context, table: Table) -> Defaults | None:
    """What is said of all the rows of a table; None where it is no table of members."""
    if _NOT_ROSTERS.intersection(table.columns):
        return None
    if any(pair <= set(table.columns) for pair in _OF_ROSTERS):
        return Defaults()
    said = announcing(context, table.lead.start, table.lead.end) if table.lead and context.view.text[table.lead.end - 1] == ":" else None
    typed = table.section is not None and table.section.type == "members" and _names_people(context, table)
    return said or (Defaults() if typed or _is_of_people(context, table) else None)


def _names_people(context: Context, table: Table) -> bool:
    """Whether most rows have a cell that begins with an office or a person."""
    return 2 * sum(any(is_person(context, cell) for cell in row.cells[:2]) for row in table.rows) > len(table.rows)


def _is_of_people(context: Context, table: Table) -> bool:
    """Whether a table right under the heading of a forum has nobody but people in its first column, and their names beside them."""
    if len(table.rows) < _FEWEST or table.section is None or table.lead is not table.section.heading or context.forums.heading(table.section) is None:
        return False
    named = sum(context.names.first(row.start, row.end) is not None for row in table.rows)
    return all(is_person(context, row.cells[0]) for row in table.rows) and 2 * named > len(table.rows)


def _of_row(context: Context, row: Row, said: Defaults) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    """The members of a row: one, or as many as its one cell that is no organisation names."""
    if label_of(context, row) or any(is_no_member(context, cell) for cell in row.cells):
        return
    if {"role", "name"} <= row.columns.keys():
        member = member_of_row(context, row, said)
        if member:
            yield _hull(context, row), member
            yield from _deputy(context, row, member)
        return
    note = row.columns.get("office") or row.columns.get("attendance") or _note(context, row) or _label(context, row)
    noted = attendance_of_cell(context.view.lower[slice(*note)]) if note else None
    told = row.columns.get("organisation")
    organisations = {cell: found for cell in row.cells if (found := (sender_in_column if cell == told else sender)(context, cell))}
    sent = next(iter(organisations.values()), PLAIN)
    said = Defaults(noted or said.attendance, sent.organisation or said.organisation, sent.party or said.party)
    aside = {*organisations, row.columns.get("deputy"), row.columns.get("organisation")}
    if note and (noted or "office" in row.columns or "attendance" in row.columns or says_how(context, note)):
        aside.add(note)
    rest = [cell for cell in row.cells if cell not in aside]
    people = series(context, *rest[0]) if len(rest) == 1 else [(rest[0][0], rest[-1][1])] if rest else []
    for stretch in people:
        member = None if is_placeholder(context.read(*stretch)) else read_person(context, stretch, said)
        if member:
            yield stretch, member
            yield from _deputy(context, row, member)


def _note(context: Context, row: Row) -> Stretch | None:
    """The cell beside that of somebody that only says how somebody is part of the forum: `medlem`, `leder`, `ved behov`."""
    return next((cell for cell in (*row.cells[1:], row.cells[0]) if says_how(context, cell)), None)


def _label(context: Context, row: Row) -> Stretch | None:
    """The cell before those of people, if it names nobody itself: `Observatører`."""
    return row.cells[0] if len(row.cells) > 1 and not is_person(context, row.cells[0]) else None


def _deputy(context: Context, row: Row, member: dict[str, Any]) -> Iterator[tuple[Stretch, dict[str, Any]]]:
    """Who stands in for the member of a row, where a column is there for that."""
    cell = row.columns.get("deputy")
    deputy = read_person(context, cell, Defaults("deputy", member["organisation"], member["party"])) if cell and cell[0] < cell[1] else None
    if cell and deputy and not is_placeholder(context.read(*cell)):
        yield cell, deputy


def _hull(context: Context, row: Row) -> Stretch:
    """What a reader would underline of a row: the office and the name."""
    cells = [cell for cell in (row.columns["role"], row.columns["name"]) if cell[0] < cell[1] and not says_how(context, cell)]
    return (min(start for start, _ in cells), max(end for _, end in cells)) if cells else row.columns["role"]


def member_of_row(context: Context, row: Row, said: Defaults = PLAIN) -> dict[str, Any] | None:
    """The member of a row whose cells are known to hold the office, the name, and where the member comes from."""
    role, name = row.columns["role"], row.columns["name"]
    where = row.columns.get("organisation") or next((cell for cell in row.cells if cell not in (role, name) and organisation_of(context, cell)), None)
    sent = (sender_in_column(context, where) or Defaults(organisation=side_of(context, *where))) if where else Defaults()
    office = _office_cell(context, role, name)
    if office is None:
        return None
    member = read_person(context, office, Defaults(said.attendance, sent.organisation, sent.party))
    if member is None or is_placeholder(context.read(*role)):
        return None
    named = context.names.first(*name)
    told = row.columns.get("attendance") or row.columns.get("office")
    words = " ".join(context.view.lower[slice(*cell)] for cell in row.cells if cell != row.columns.get("deputy"))
    noted = (attendance_of_cell(context.view.lower[slice(*told)]) if told else None) or attendance(words)
    return member | {"name": named.value["name"] if named else None, "attendance": noted or member["attendance"]}


def _office_cell(context: Context, role: Stretch, name: Stretch) -> Stretch | None:
    """The cell that holds the office: that of its column, or that of names where the other says no more than `leder`, `medlem`."""
    if not _is_somebody(context, name):
        return None
    if role[0] < role[1] and is_person(context, role) and not says_how(context, role):
        return role
    if context.names.first(*name) is None and is_person(context, name):
        return name
    return role if is_person(context, role) or _is_trade(context, role) else None


def _is_trade(context: Context, role: Stretch) -> bool:
    """Whether a cell of a column of offices can be one that no list has: a noun or two in letters, that is no organisation and says no more."""
    words = context.view.lower[slice(*role)].split()
    return (
        0 < len(words) <= _WORDS
        and all(word.isalpha() for word in words)
        and len(words[0]) >= _SHORTEST
        and not (says_how(context, role) or sender(context, role) or words[0] in forms("nobody") or context.cues.first("verbs", *role))
    )


def _is_somebody(context: Context, cell: Stretch) -> bool:
    """Whether a cell of a column of names holds one, or none at all."""
    text = context.view.lower[cell[0] : cell[1]]
    return (
        context.names.first(*cell) is not None
        or not text
        or text.lstrip("([ ").startswith(tuple(forms("vacant")))
        or is_placeholder(text)
        or (text.startswith("(") and text.find(")") == len(text) - 1)
        or is_person(context, cell)
    )
