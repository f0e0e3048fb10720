"""AV903: a signatory without a name."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV903",
    severity="warning",
    message=Message(
        en="the signatory has no name: {title}",
        nb="underskriften mangler navn: {title}",
        nn="underskrifta manglar namn: {title}",
    ),
    why="Who signed must be known after the office has changed hands.",
    example="Ordfører, Stange kommune",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The office of every signatory of whom no more is there."""
    for number, signer in enumerate(case.record.signatories):
        if not signer.name:
            place = case.place(words for words in signer.evidence if signer.title and signer.title in " ".join(words.quote.split()))
            place = place or case.place(signer.evidence)
            yield Hit(f"/signatories/{number}/name", place, {"title": signer.title or (place.quote if place else "")})
