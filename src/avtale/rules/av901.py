"""AV901: a blank that nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice as Told
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV901",
    severity="error",
    message=Message(
        en="placeholder left: {blank}",
        nb="plassholder står igjen: {blank}",
        nn="plasshaldar står att: {blank}",
    ),
    why="A text with blanks in it is not final.",
    example="Sted/dato: ______",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """Every blank."""
    for notice in case.notices(Told.PLACEHOLDER):
        place = case.place(notice.evidence)
        if place:
            yield Hit(notice.field, place, {"blank": " ".join(place.quote.split())})
