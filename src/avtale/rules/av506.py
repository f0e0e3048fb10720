"""AV506: hours that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice as Told
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV506",
    severity="error",
    message=Message(
        en="impossible hours: {hours}",
        nb="umulige åpningstider: {hours}",
        nn="umoglege opningstider: {hours}",
    ),
    why="Hours that close before they open, or run past 24:00, tell nobody when the office is open.",
    example="Kontoret er åpent mandag kl. 15.00–09.00.",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The hours that could not be read as such."""
    for notice in case.notices(Told.IMPOSSIBLE_HOURS):
        place = case.place(notice.evidence)
        if place:
            yield Hit(notice.field, place, {"hours": " ".join(place.quote.split())})
