"""AV307: there is no deadline for the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV307",
    severity="info",
    message=Message(
        en="nothing says when the agenda is sent out",
        nb="det står ikke når sakslisten sendes ut",
        nn="det står ikkje når sakslista blir send ut",
    ),
    why="Whoever is to meet wants to know how long before a meeting its agenda comes.",
    example="Sakslisten sendes ut før møtet.",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading of the meetings, where no deadline is given."""
    if case.council is not None and case.council.agenda_notice is None:
        yield Hit(f"{case.council_field}/agenda_notice", case.council_heading("meetings"))
