"""AV601: no SLT function is mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV601",
    severity="info",
    message=Message(
        en="no SLT function is mentioned",
        nb="ingen SLT-funksjon er nevnt",
        nn="ingen SLT-funksjon er nemnd",
    ),
    why="SLT coordinates what is done locally against crime: a coordinator, a steering group and a coordination group [SLT].",
    example="Avtalen gjelder politiråd. (and no SLT)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    if not case.theme("slt") and case.record.slt_coordinator is None and not any(body.type == "slt" for body in case.record.bodies):
        yield Hit("/slt_coordinator", case.heading("slt", "prevention", "cooperation", "organisation"))
