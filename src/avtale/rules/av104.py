"""AV104: a municipality is not in the register on the date of the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV104",
    severity="warning",
    message=Message(
        en="the register has no {name} on the date of the agreement",
        nb="{name} finnes ikke i kommuneregisteret på avtalens dato",
        nn="{name} finst ikkje i kommuneregisteret på datoen til avtala",
    ),
    why="Last year's file names municipalities that have merged or changed names since [K131].",
    example="Avtale mellom Leikanger kommune og Vest politidistrikt, undertegnet 3. mars 2023",
    documents=IN_FORCE,
)

_UNKNOWN = (Notice.UNKNOWN_MUNICIPALITY, Notice.MUNICIPALITY_OF_ANOTHER_TIME)


def check(case: Case) -> Iterator[Hit]:
    """The name of each party that the parser did not find in the register."""
    for index, party in enumerate(case.record.parties):
        field = f"/parties/{index}/number"
        if any(notice.field == field for kind in _UNKNOWN for notice in case.notices(kind)):
            yield Hit(field, case.place(party.evidence), {"name": party.name})
