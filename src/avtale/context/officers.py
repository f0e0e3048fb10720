"""Officers whom a row of a table names, or the line above a list of tasks: shared code of the extractor of officers."""

from __future__ import annotations

from avtale.context.context import Context
from avtale.context.named_officers import Named, read_officer
from avtale.context.roster_cells import says_how
from avtale.context.roster_tables import member_of_row
from avtale.structure import Listing
from avtale.structure.block import Row


def officer_of_row(context: Context, row: Row) -> Named | None:
    """Who a row is about, where it names somebody, or has a column for what members are in the forum."""
    if "office" in row.columns:
        return read_officer(context, row.columns.get("role") or next(cell for cell in row.cells if cell != row.columns["office"]))
    role, name = row.columns["role"], row.columns.get("name")
    if name is None:
        return None if says_how(context, role) else read_officer(context, role)
    how = says_how(context, role)
    member = member_of_row(context, row) if how or context.names.first(*name) else None
    return ({key: member[key] for key in ("role", "title", "name")}, name if how else role) if member else None


def lists_of_tasks(context: Context) -> dict[int, Named]:
    """The entries of lists of what the holder of an office is to do, with that holder, by where they begin."""
    found: dict[int, Named] = {}
    for listing, purpose in context.purposes.items():
        if purpose and purpose.is_duties and purpose.who and any(context.cues.within("offices", item.start, item.end) for item in listing.items):
            named = _bearer(context, listing, purpose.who)
            found |= {item.start: named for item in listing.items if named}
    return found


def _bearer(context: Context, listing: Listing, who: str) -> Named | None:
    """The holder of the office that a list of tasks is for, named in the line or the headings above it."""
    sections = [section.heading for section in listing.section.lineage()] if listing.section else []
    for line in [listing.lead, *sections]:
        office = next((cue for cue in context.offices.within(line.start, line.end) if cue.term.id == who), None) if line else None
        if office:
            return {"role": who, "title": context.read(office.start, office.end), "name": None}, (office.start, office.end)
    return None
