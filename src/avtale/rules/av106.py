"""AV106: a municipality has members or duties, but is no party."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.register import municipality_name, resolve
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Place, Rule

RULE = Rule(
    code="AV106",
    severity="warning",
    message=Message(
        en="{name} has members or duties, but is no party",
        nb="{name} har medlemmer eller oppgaver, men er ikke part",
        nn="{name} har medlemer eller oppgåver, men er ikkje part",
    ),
    why="Each police council has a written agreement with those who sit in it [R13].",
    example="Avtale mellom Randaberg kommune og politiet, med medlemmer fra Kvitsøy kommune",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The first member or duty of each municipality that is no party, where others are."""
    seen = {number for party in case.record.parties for number in _numbers(party.name)}
    for field, name, place in _bound(case) if seen else ():
        if numbers := _numbers(name):
            if not numbers & seen:
                yield Hit(field, place, {"name": name})
            seen |= numbers


def _numbers(name: str) -> set[str]:
    """The numbers of the municipalities that a name, in whatever language, can mean."""
    resolution = resolve(municipality_name(name))
    return {row.number for row in resolution.readings} if resolution else set()


def _bound(case: Case) -> Iterator[tuple[str, str, Place | None]]:
    """What binds somebody: the field, whom, and where it stands."""
    for index, body in enumerate(case.record.bodies):
        for number, member in enumerate(body.members):
            if member.party and member.organisation == "municipality" and member.attendance == "permanent":
                yield f"/bodies/{index}/members/{number}", member.party, case.place(member.evidence)
    for index, duty in enumerate(case.record.duties):
        for organisation in case.record.organisations:
            if duty.bearer == "municipality" and duty.text.startswith(organisation.name):
                yield f"/duties/{index}", organisation.name, case.place(duty.evidence)
