"""AV105: a named municipality merges or ends within the term."""

from __future__ import annotations

from collections.abc import Iterator

from avtale import register
from avtale.rules.case import Case
from avtale.rules.days import first_day, last_day
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV105",
    severity="info",
    message=Message(
        en="{name} merges or ends on {date}, within the term",
        nb="{name} slås sammen eller deles {date}, i avtaleperioden",
        nn="{name} blir slegen saman eller delt {date}, i avtaleperioden",
    ),
    why="What the agreement says of the municipality has to be taken over by its successor [K131].",
    example="Avtalen mellom Haram kommune og politiet gjelder fra 2018 til 2022",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """Each municipality that the register ends between the start and the end of the term."""
    term, signed = case.record.term, case.record.signed
    start = (term and term.start) or (signed and signed.date) or ""
    last = last_day(term.end) if term and term.end and first_day(start) else None
    for index, organisation in enumerate(case.record.organisations if last else ()):
        date = _end(organisation.name, start) if organisation.type == "municipality" else None
        if date and last and date < last:
            yield Hit(f"/organisations/{index}", case.place(organisation.evidence), {"name": organisation.name, "date": date})


def _end(name: str, date: str) -> str | None:
    """The day on which the one municipality that a name means on a date is no longer what it was."""
    resolution = register.resolve(register.municipality_name(name), date)
    rows = resolution.readings if resolution and resolution.number else ()
    return rows[-1].valid_to if rows and register.merges_or_ends(rows[-1]) else None
