"""AV306: the police council has no secretary, or one who is yet to come."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.record.models import Body
from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV306",
    severity="warning",
    message=Message(
        en="the police council has no secretary",
        nb="politirådet har ingen sekretær",
        nn="politirådet har ingen sekretær",
    ),
    why="The frames of a police council are unclear as long as nobody prepares its meetings [R13].",
    example="Sekretær: kommunen kommer tilbake til dette",
)


def check(case: Case) -> Iterator[Hit]:
    """The words that leave it open, else the heading of the council, where nobody is said to be its secretary."""
    to_come = case.theme("secretary_to_come")
    if case.council is not None and (to_come or not (case.council.secretary or case.council.secretary_by or _serves(case.council))):
        yield Hit(f"{case.council_field}/secretary", case.place(to_come.evidence) if to_come else case.council_heading("members", "organisation"))


def _serves(council: Body) -> bool:
    """Whether somebody but the chair calls the meetings of a council whose minutes are written."""
    chair, convener = council.chair, council.convener
    return bool(council.minuted and convener and not (chair and convener.role == chair.role))
