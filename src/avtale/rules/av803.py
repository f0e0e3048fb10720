"""AV803: neither revision nor notice of termination is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV803",
    severity="info",
    message=Message(
        en="neither revision nor notice of termination is agreed",
        nb="verken revisjon eller oppsigelse er avtalt",
        nn="verken revisjon eller oppseiing er avtalt",
    ),
    why="An agreement that can be neither revised nor ended goes on after its use; many municipalities hold that this need not be said.",
    example="Avtalen gjelder fra 1. januar 2024.",
    on=False,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    revised = any(found.kind == "revision" for found in case.record.evaluation)
    if not revised and not (case.record.term and case.record.term.termination_notice):
        yield Hit("/term/termination_notice", case.heading("validity", "evaluation"))
