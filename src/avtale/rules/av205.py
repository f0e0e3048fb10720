"""AV205: a date that the calendar has not, or an end before the start."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV205",
    severity="error",
    message=Message(
        en="impossible date or period: {text}",
        nb="umulig dato eller periode: {text}",
        nn="umogleg dato eller periode: {text}",
    ),
    why="A date that cannot be is a slip; which one was meant, only the parties know.",
    example="Avtalen gjelder fra 1. januar 2025 til 31. november 2024",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The words of each such date."""
    for kind in (Notice.IMPOSSIBLE_DATE, Notice.REVERSED_TERM):
        for notice in case.notices(kind):
            place = case.place(notice.evidence)
            yield Hit(notice.field, place, {"text": " ".join(place.quote.split()) if place else notice.message})
