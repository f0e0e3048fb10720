"""AV902: a party for whom nobody signs."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule
from avtale.rules.sides import SIDES, side_of_party, side_of_signatory, signs_for

RULE = Rule(
    code="AV902",
    severity="error",
    message=Message(
        en="nobody signs for {party}",
        nb="ingen skriver under for {party}",
        nn="ingen skriv under for {party}",
    ),
    why="An agreement binds those who sign it.",
    example="Avtale mellom Stange kommune og Innlandet politidistrikt … For Stange kommune: Kari Moen, ordfører",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The parties that no signatory names, as far as there are no others on their side who may sign for them."""
    if not case.record.signatories and case.theme("signature"):
        return  # somebody signs, in a way that the parser could not read
    for side in SIDES:
        parties = [(number, party) for number, party in enumerate(case.record.parties) if side_of_party(party) == side]
        signers = [signer for signer in case.record.signatories if side_of_signatory(signer) == side]
        unnamed = [(number, party) for number, party in parties if not any(signs_for(signer, party) for signer in signers)]
        others = [signer for signer in signers if not any(signs_for(signer, party) for _, party in parties)]
        for number, party in unnamed[len(others) :]:
            yield Hit(f"/parties/{number}", case.place(party.evidence), {"party": party.name})
