"""AV101: no municipality is a party."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import WHATEVER, Hit, Message, Rule
from avtale.rules.sides import is_party

RULE = Rule(
    code="AV101",
    severity="error",
    message=Message(
        en="no municipality is named as a party",
        nb="ingen kommune er nevnt som part",
        nn="ingen kommune er nemnd som part",
    ),
    why="An agreement is between a municipality and the police; a paper without either is none.",
    example="Samarbeidsavtale mellom kommunen og Vest politidistrikt",
    documents=WHATEVER,
)


def check(case: Case) -> Iterator[Hit]:
    """The title, where no municipality, nor a part of one, is a party or has signed."""
    if not is_party("municipality", case.record):
        yield Hit("/parties", case.heading())
