"""AV107: a municipality lies outside of the named district."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.register import codes, memberships
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV107",
    severity="warning",
    message=Message(
        en="{name} is not in {district}",
        nb="{name} ligger ikke i {district}",
        nn="{name} ligg ikkje i {district}",
    ),
    why="The district of another file was left in the agreement, or the division changed since [PD].",
    example="Avtale mellom Lom kommune og Vest politidistrikt",
    documents=IN_FORCE,
)

_EVER = "0000"


def check(case: Case) -> Iterator[Hit]:
    """Each municipality that has never been in one of the districts that are parties, as far as the sources tell that for certain."""
    parties = case.record.parties
    districts = [party.name for party in parties if party.type == "police_district"]
    named = {code for name in districts for code in codes(name)}
    for index, party in enumerate(parties if named else ()):
        rows = memberships(party.number or party.current_number or "", _EVER)
        if rows and not any(row.unverified or row.district in named for row in rows):
            yield Hit(f"/parties/{index}", case.place(party.evidence), {"name": party.name, "district": districts[0]})
