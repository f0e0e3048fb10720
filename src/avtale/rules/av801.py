"""AV801: the work is not evaluated."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV801",
    severity="warning",
    message=Message(
        en="no evaluation is agreed",
        nb="det er ikke avtalt evaluering",
        nn="det er ikkje avtalt evaluering",
    ),
    why="Police councils are evaluated once a year [EV].",
    example="Avtalen gjelder til 2027. (and nobody evaluates it)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    if not case.evaluations and not case.theme("evaluation"):
        yield Hit("/evaluation", case.heading("evaluation", "validity"))
