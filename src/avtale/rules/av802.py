"""AV802: evaluation is not yearly."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.record.models import Frequency
from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV802",
    severity="info",
    message=Message(
        en="evaluation is not yearly",
        nb="evalueringen er ikke årlig",
        nn="evalueringa er ikkje årleg",
    ),
    why="Police councils are evaluated once a year [EV].",
    example="Samarbeidet evalueres fortløpende.",
)


def check(case: Case) -> Iterator[Hit]:
    """The evaluation, where none is at least once a year."""
    if case.evaluations and not any(found.frequency and _is_yearly(found.frequency) for found in case.evaluations):
        yield Hit("/evaluation", case.place(case.evaluations[0].evidence))


def _is_yearly(frequency: Frequency) -> bool:
    """Whether something is done once a year or more often."""
    return not frequency.period.endswith("Y") or int(frequency.period[1:-1]) <= frequency.times
