"""AV206: the agreement takes effect before it was signed."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.days import first_day, last_day
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV206",
    severity="info",
    message=Message(
        en="the agreement takes effect {start}, before it was signed, {signed}",
        nb="avtalen gjelder fra {start}, før den ble undertegnet, {signed}",
        nn="avtala gjeld frå {start}, før ho vart underteikna, {signed}",
    ),
    why="A start that lies before the signatures is often left over from an earlier version.",
    example="Avtalen gjelder fra 1. januar 2020. (signed 11 February 2020)",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The start of the term, where all of it lies before the day of signing."""
    term, signed = case.record.term, case.record.signed
    if term and term.start and signed and signed.date and (last_day(term.start) or "9999") < (first_day(signed.date) or ""):
        yield Hit("/term/start", case.dated(term.start) or case.place(term.evidence), {"start": term.start, "signed": signed.date})
