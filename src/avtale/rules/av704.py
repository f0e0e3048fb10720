"""AV704: public access is not mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV704",
    severity="info",
    message=Message(
        en="public access is not mentioned",
        nb="offentlighet er ikke omtalt",
        nn="offentlegheit er ikkje omtala",
    ),
    why="Inhabitants have a right to see what is not exempt, and the agreement says what is.",
    example="Det skrives referat fra møtene. (and nothing on whether they are public)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand, where it is said neither of the agreement nor of any minutes."""
    said = case.record.public is not None or any(body.minutes and body.minutes.public is not None for body in case.record.bodies)
    if not said and not case.theme("public_access"):
        yield Hit("/public", case.heading("administration", "meetings"))
