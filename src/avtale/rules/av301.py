"""AV301: no police council is described."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV301",
    severity="warning",
    message=Message(
        en="the police council is not described",
        nb="politirådet er ikke beskrevet",
        nn="politirådet er ikkje omtala",
    ),
    why="Each police council has a written agreement that makes its frames clear [R13].",
    example="Samarbeidsavtale om politikontakt (and no word of a council)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading that promises it, else the title, where nothing is said of how the council is to be, nor that another agreement does."""
    if case.council is None and not case.theme("council_elsewhere"):
        yield Hit("/bodies", case.heading("police_council"))
