"""AV202: the date of signing is coarser than a day."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.days import first_day
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV202",
    severity="info",
    message=Message(
        en="the date of signing is no certain day: {date}",
        nb="underskriftsdatoen er ingen bestemt dag: {date}",
        nn="underskriftsdatoen er ingen bestemt dag: {date}",
    ),
    why="Two versions of the same month cannot be told apart by it.",
    example="Stange, februar 2025",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The date of signing, where it is a month, a year or a season."""
    signed = case.record.signed
    if signed and signed.date and first_day(signed.date) != signed.date:
        yield Hit("/signed/date", case.place(signed.evidence), {"date": signed.date})
