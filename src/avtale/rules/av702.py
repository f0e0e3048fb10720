"""AV702: confidentiality is not regulated."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T

RULE = Rule(
    code="AV702",
    severity="warning",
    message=Message(
        en="confidentiality is not regulated",
        nb="taushetsplikt er ikke regulert",
        nn="teieplikt er ikkje regulert",
    ),
    why="The police and the municipality share what they know within the duty of confidentiality [PL].",
    example="Partene utveksler informasjon om enkeltsaker. (and no word on confidentiality)",
    kinds=S | T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    if not case.theme("confidentiality"):
        yield Hit("/themes", case.heading("administration", "cooperation", "expectations"))
