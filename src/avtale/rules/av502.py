"""AV502: nothing is said of preparedness."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T

RULE = Rule(
    code="AV502",
    severity="warning",
    message=Message(
        en="preparedness is not described",
        nb="beredskap er ikke omtalt",
        nn="beredskap er ikkje omtala",
    ),
    why="The agreements are about prevention and preparedness [I306].",
    example="Avtalen gjelder forebyggende arbeid. (and nothing on preparedness)",
    kinds=S | T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand, where neither words nor hours nor times are about it."""
    duty = any(hours.purpose == "duty" for hours in case.record.opening_hours)
    if not (case.theme("preparedness") or case.record.response_times or duty):
        yield Hit("/themes", case.heading("services", "prevention", "cooperation"))
