"""AV505: neither 02800 nor 112 is given."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, T

RULE = Rule(
    code="AV505",
    severity="info",
    message=Message(
        en="neither 02800 nor 112 is given",
        nb="verken 02800 eller 112 er oppgitt",
        nn="verken 02800 eller 112 er oppgjeve",
    ),
    why="A service offer tells the inhabitants how to reach the police, now and when it is urgent [I306].",
    example="Ring politiet på 51 89 90 00.",
    kinds=T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where the numbers would stand."""
    if not any(contact.value in ("02800", "112") for contact in case.record.contacts):
        yield Hit("/contacts", case.heading("preparedness", "services", "opening_hours"))
