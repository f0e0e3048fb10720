"""AV103: a police unit is a party, and its district is not named."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV103",
    severity="warning",
    message=Message(
        en="{name} is a party, but its police district is not named",
        nb="{name} er part, men politidistriktet er ikke nevnt",
        nn="{name} er part, men politidistriktet er ikkje nemnt",
    ),
    why="The chief of police answers for a district; on whose authority a unit signs is told by naming the district [PD].",
    example="Politirådsavtale mellom Stange kommune og Hamar politistasjonsdistrikt",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The first police unit, where no district is named."""
    named = {organisation.type for organisation in case.record.organisations} | {party.type for party in case.record.parties}
    units = [(index, party) for index, party in enumerate(case.record.parties) if party.type == "police_unit"]
    if units and "police_district" not in named:
        index, unit = units[0]
        yield Hit(f"/parties/{index}", case.place(unit.evidence), {"name": unit.name})
