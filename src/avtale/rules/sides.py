"""The two sides of an agreement, and who is on which."""

from __future__ import annotations

import re

from avtale.context.actors import side_of
from avtale.record.models import Agreement, Party, Signatory

SIDES = ("municipality", "police")
_POLICE = re.compile("politi|lensmann")
_COMMON = re.compile(
    r"(?:(?:by|heim)?kommunen?|herad|bydel|(?:politi|lensmanns|politistasjons)distrikt(?:et)?|politi(?:et)?|politistasjon|lensmannskontor"
    r"|(?:drifts|tjeneste)enhet|(?:drifts|teneste)eining|og|i|for|ved)\Z"
)
"""Words that many names of organisations have."""


def side(who: str) -> str:
    """The side of a bearer of duties; `both` for a body of the two."""
    return side_of(who) if side_of(who) in SIDES else "both"


def side_of_party(party: Party) -> str:
    """The side of a party; whoever is not of the police stands with the municipality."""
    return "police" if party.type.startswith("police") or _POLICE.search(party.name.casefold()) else "municipality"


def side_of_signatory(signatory: Signatory) -> str:
    """The side of a signatory, by the office, or else by the words."""
    words = f"{signatory.title} {signatory.organisation}".casefold()
    return side_of(signatory.role) if side_of(signatory.role) in SIDES else "police" if _POLICE.search(words) else "municipality"


def is_party(side: str, record: Agreement) -> bool:
    """Whether somebody of a side is named as a party, or signs for an organisation that is named there."""
    signed = (signatory for signatory in record.signatories if signatory.organisation)
    return any(side_of_party(party) == side for party in record.parties) or any(side_of_signatory(signatory) == side for signatory in signed)


def signs_for(signatory: Signatory, party: Party) -> bool:
    """Whether a signatory's organisation or title has what is a party's own in its name.

    >>> moen = Signatory(role="mayor", title="Ordfører i Stange")
    >>> signs_for(moen, Party(type="municipality", name="Stange kommune")), signs_for(moen, Party(type="municipality", name="Hamar kommune"))
    (True, False)
    """
    return not _own(party.name).isdisjoint(_own(f"{signatory.title or ''} {signatory.organisation or ''}"))


def _own(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if not _COMMON.match(word)}
