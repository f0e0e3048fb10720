"""AV305: the police council has no chair, or one who is yet to come."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV305",
    severity="warning",
    message=Message(
        en="the police council has no chair",
        nb="politirådet har ingen leder",
        nn="politirådet har ingen leiar",
    ),
    why="The frames of a police council are unclear as long as nobody leads it [R13].",
    example="Politirådet har møte to ganger i året. (and nobody chairs it)",
)


def check(case: Case) -> Iterator[Hit]:
    """The words that leave it open, else the heading of the council, where nobody is said to chair it."""
    to_come = case.theme("chair_to_come")
    if case.council is not None and (to_come or not (case.council.chair or case.council.chair_by)):
        yield Hit(f"{case.council_field}/chair", case.place(to_come.evidence) if to_come else case.council_heading("members", "organisation"))
