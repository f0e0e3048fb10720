"""AV501: no opening hours are given."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, T

RULE = Rule(
    code="AV501",
    severity="warning",
    message=Message(
        en="no opening hours are given",
        nb="åpningstider er ikke oppgitt",
        nn="opningstider er ikkje oppgjevne",
    ),
    why="A service offer tells the inhabitants where and when they meet the police [I306].",
    example="Politiet har kontor på rådhuset. (with no hours)",
    kinds=T,
)
_MET = ("public_counter", "passport", "police_office", "police_contact")


def check(case: Case) -> Iterator[Hit]:
    """The heading where hours to be met in would stand; round-the-clock duty is none."""
    if not any(hours.purpose in _MET for hours in case.record.opening_hours) and not case.has_unread_hours:
        yield Hit("/opening_hours", case.heading("opening_hours", "services"))
