"""How somebody attends the meetings of a forum, by the words that stand with the name: for good, when called, as observer or deputy."""

from __future__ import annotations

import re

from avtale.grammar.anchor import any_in
from avtale.vocabulary import Cue

_WORDS = ("vara", "fortred", "observatør", "rett", "stemme", "røyst", "behov", "invit", "innkall", "tilkall", "kall", "sak")
"""What every word has that tells."""
_OBSERVES = (
    r"\bobservatør|\but[ae]n\s(?:å\s)?(?:stemme|røyst[ea]?)(?:rett)?\b|\brett\stil\så\stal[ae]|\bikkj?e\sstemme"
    r"|\b(?:tale|møte|forslags)(?:rett|-\s(?:og|eller)\s\w+rett)"
)
_KINDS = (
    ("deputy", re.compile(r"\bvara\b|\bvara(?:medlem|representant|person|mann)|\bst[ea]dfortred")),
    ("observer", re.compile(_OBSERVES)),
    (
        "invited",
        re.compile(
            r"\b(?:ved|etter)\s(?:behov|innkalling)|\binvit|\binnkal(?:l[ae]s|last|la|t)|\btilkall|"
            r"\bkall(?:es|ast|a|t)\sinn|\b(?:ved|i)\s\w*saker?\s(?:om|som)\b"
        ),
    ),
)

_AT_TIMES = re.compile(
    r"(?:når|ved|dersom|hvis|viss|på|i|etter|kun|berre|bare|av og til|av og te|sjeldan|sjelden|én gang|ein gong)\s"
    r"|(?:møt(?:er|est|es)|delt(?:ar|ek)|kommer|kjem|er\smed|blir\smed|vert\smed)\s(?:når|dersom|hvis|viss|etter|kun|berre|bare|av\sog\stil|sjeldan|sjelden)\s"
    r"|(?:møt(?:er|est|es)|delt(?:ar|ek)|kommer|kjem|er\smed|blir\smed|vert\smed)\sved\s(?!all|hver|kvar|samtlige|kvart|hvert)"
)
"""How a cell begins that says when somebody comes."""
_ON_AGENDA = re.compile(r"\spå\s(?:dagsorden|saks?(?:li|kart)|agenda|innkalling|møtekart)")


def attendance(lower: str) -> str | None:
    """How somebody attends by some words in lower case; None where they do not say.

    >>> [attendance(words) for words in ("rektor (ved behov)", "vara for ordføraren", "varaordførar")]
    ['invited', 'deputy', None]
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(lower)), None) if any_in(_WORDS, lower) else None


def attendance_of_cell(lower: str) -> str | None:
    """How somebody attends by a cell that is there to tell it; None where it says no more than that he does.

    >>> [attendance_of_cell(words) for words in ("fast", "når saka gjeld helse", "på møtet i mai", "observatør")]
    [None, 'invited', 'invited', 'observer']
    """
    return attendance(lower) or ("invited" if _AT_TIMES.match(lower) else None)


def attendance_of(lower: str, cue: Cue) -> str | None:
    """How those attend of whom a word speaks (`varamedlemmer`); None for a word that leaves it open."""
    if lower.startswith("vara", cue.start):
        return "deputy"
    return {"substitute": "deputy", "member": "permanent", "attends": "permanent", "absent": None}.get(cue.term.id, cue.term.id)


def is_of_items(lower: str, cue: Cue) -> bool:
    """Whether something has its place on the agenda, as members have theirs in a forum: `fast plass på sakslista`."""
    return cue.term.id == "member" and _ON_AGENDA.match(lower, cue.end) is not None
