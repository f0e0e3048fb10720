"""AV308: no minutes are promised."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV308",
    severity="info",
    message=Message(
        en="no minutes are promised",
        nb="det er ikke avtalt at det føres referat",
        nn="det er ikkje avtalt at det blir ført referat",
    ),
    why="What the council agrees on can only be followed up where it was written down.",
    example="Politirådet har møte fire ganger i året. (and no word of minutes)",
)


def check(case: Case) -> Iterator[Hit]:
    """The heading of the meetings, where no minutes are written."""
    if case.council is not None and not (case.council.minutes or case.council.minuted):
        yield Hit(f"{case.council_field}/minutes", case.council_heading("meetings"))
