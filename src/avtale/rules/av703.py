"""AV703: archiving is not mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV703",
    severity="info",
    message=Message(
        en="archiving is not mentioned",
        nb="arkivering er ikke omtalt",
        nn="arkivering er ikkje omtala",
    ),
    why="Who looks for the agreement or the minutes later needs to know who keeps them.",
    example="Det skrives referat fra møtene. (and nothing on where they are kept)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    if not (case.theme("archiving") or any(body.minutes and body.minutes.archived is not None for body in case.record.bodies)):
        yield Hit("/themes", case.heading("administration", "meetings"))
