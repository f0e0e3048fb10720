"""AV701: only one side has duties."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T
from avtale.rules.sides import SIDES, side

RULE = Rule(
    code="AV701",
    severity="warning",
    message=Message(
        en="only {side} has duties",
        nb="bare {side} har plikter",
        nn="berre {side} har plikter",
    ),
    why="The agreement binds both sides, so that both can be held to it.",
    example="Kommunen skal: stille med kontor. (and the police nothing)",
    kinds=S | T,
)


def check(case: Case) -> Iterator[Hit]:
    """The duties of the one side, where they are listed or told, and nothing is of the other or of both together."""
    sides = {side(duty.bearer) for duty in case.record.duties} | {told for told in SIDES if case.theme(f"{told}_duty")}
    if len(sides) == 1 and "both" not in sides and not case.theme("mutual_duty"):
        yield Hit("/duties", case.heading("expectations", "duties", "cooperation"), {"side": sides.pop()})
