"""AV503: no response times are given."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, T

RULE = Rule(
    code="AV503",
    severity="info",
    message=Message(
        en="no response times are given",
        nb="responstid er ikke oppgitt",
        nn="responstid er ikkje oppgjeven",
    ),
    why="What the police promise is to be precise enough to be evaluated [I306].",
    example="Politiet har døgnberedskap. (with no response time)",
    kinds=T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where they would stand."""
    if not case.record.response_times:
        yield Hit("/response_times", case.heading("preparedness", "services"))
