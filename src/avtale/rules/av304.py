"""AV304: the members of the police council are not listed for both sides."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule
from avtale.rules.sides import side

RULE = Rule(
    code="AV304",
    severity="warning",
    message=Message(
        en="no members from {side} are listed in the police council",
        nb="ingen medlemmer fra {side} er ført opp i politirådet",
        nn="ingen medlemer frå {side} er førte opp i politirådet",
    ),
    why="The frames of a police council are unclear as long as nobody knows who sits in it [R13].",
    example="Medlemmer: ordfører og rådmann (and nobody of the police)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading of the members, where one side or both have none; the chair is of a side too, where others are listed."""
    if case.council is None:
        return
    chair = case.council.chair if case.council.members else None
    missing = {"municipality", "police"} - {member.organisation for member in case.council.members} - {side(chair.role) if chair and chair.role else None}
    if missing:
        who = "both" if len(missing) == 2 else missing.pop()
        yield Hit(f"{case.council_field}/members", case.council_heading("members", "organisation"), {"side": who})
