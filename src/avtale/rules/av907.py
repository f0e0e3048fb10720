"""AV907: a jump in the numbers of the headings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avtale.rules.case import Case
from avtale.rules.numbers import jumps
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV907",
    severity="info",
    message=Message(
        en="the numbering jumps from {before} to {number}",
        nb="nummereringen hopper fra {before} til {number}",
        nn="nummereringa hoppar frå {before} til {number}",
    ),
    why="A number that is missing or comes twice makes references to it uncertain.",
    example="3. Politiråd … 5. Evaluering",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The headings whose number does not follow that of the one before beside it; a series may begin anew."""
    for siblings in case.siblings:
        numbered = [section for section in siblings if section.number]
        for before, section in pairwise(numbered):
            if jumps(before.number, section.number):
                yield Hit("/sections", case.place(section.evidence), {"before": str(before.number), "number": str(section.number)})
