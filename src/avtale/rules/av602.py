"""AV602: who is to be SLT coordinator is left for later."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV602",
    severity="warning",
    message=Message(
        en="the SLT coordinator is yet to come",
        nb="SLT-koordinatoren er ikke på plass ennå",
        nn="SLT-koordinatoren er ikkje på plass enno",
    ),
    why="The SLT coordinator is the driving force of the work [SLT].",
    example="SLT-koordinator: avklares senere",
)


def check(case: Case) -> Iterator[Hit]:
    """The words that leave it open."""
    theme = case.theme("slt_coordinator_to_come")
    if theme:
        yield Hit("/slt_coordinator", case.place(theme.evidence))
