"""AV102: no part of the police is a party."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import WHATEVER, Hit, Message, Rule
from avtale.rules.sides import is_party

RULE = Rule(
    code="AV102",
    severity="error",
    message=Message(
        en="no police district or police unit is named as a party",
        nb="verken politidistrikt eller politienhet er nevnt som part",
        nn="verken politidistrikt eller politieining er nemnd som part",
    ),
    why="An agreement is between a municipality and the police; a paper without either is none.",
    example="Samarbeidsavtale mellom Lom kommune og politiet",
    documents=WHATEVER,
)


def check(case: Case) -> Iterator[Hit]:
    """The title, where no part of the police is a party or has signed."""
    if not is_party("police", case.record):
        yield Hit("/parties", case.heading())
