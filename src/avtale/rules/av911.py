"""AV911: a title that was no longer in use."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.record.models import Person, Signatory
from avtale.rules.case import Case
from avtale.rules.days import first_day
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV911",
    severity="info",
    message=Message(
        en="{title} is a title from before the summer of 2021",
        nb="{title} er en tittel fra før sommeren 2021",
        nn="{title} er ein tittel frå før sommaren 2021",
    ),
    why="Since 2021 the police have politistasjonssjef and politiavdelingsleder where they had lensmann [T21].",
    example="Signert 3. mars 2023 … Lensmannen i Sogn",
    documents=IN_FORCE,
)
_CHANGE = "2021-07-01"


def check(case: Case) -> Iterator[Hit]:
    """Every lensmann who signs or sits in a body, where the agreement was signed after the change."""
    day = first_day(case.record.signed.date) if case.record.signed and case.record.signed.date else None
    if day is None or day < _CHANGE:
        return
    for field, person in _people(case):
        place = case.place(words for words in person.evidence if "lensm" in words.quote.casefold())
        if place:
            yield Hit(field, place, {"title": person.title or " ".join(place.quote.split())})


def _people(case: Case) -> Iterator[tuple[str, Person | Signatory]]:
    yield from ((f"/signatories/{number}", signer) for number, signer in enumerate(case.record.signatories))
    for number, body in enumerate(case.record.bodies):
        yield from ((f"/bodies/{number}/members/{seat}", member) for seat, member in enumerate(body.members))
        yield from ((f"/bodies/{number}/{seat}", person) for seat in ("chair", "secretary", "convener") if (person := getattr(body, seat)))
