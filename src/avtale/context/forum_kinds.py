"""Forums: what one is, which kind its name tells of, and which words are the name of one.

Not a forum: `SLT-koordinator`, an organ of the municipality, `målgruppa`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from avtale.text import View
from avtale.vocabulary import Cue, Cues, alternation, forms

_NO_FORUM = re.compile(
    r"[ -]{0,3}(?:koordinator|kontakt|ansvarlig|ansvarleg|stilling|modell|plan|handlingsplan|satsing|handbok|håndbok|"
    r"arbeid(?!er|d)|funksjon|leder|leiar|rolle|midl)"
)
_PRONOUNS = frozenset(["de", "dei", "den", "denne", "der", "desse", "det", "dette", "disse", "han", "her", "ho", "hun", "me", "slik", "vi"])
_DETERMINERS = frozenset(
    (
        "alle",
        "begge",
        "båe",
        "egen",
        "ei",
        "eigen",
        "ein",
        "eit",
        "en",
        "et",
        "for",
        "fra",
        "frå",
        "hver",
        "i",
        "ingen",
        "kvar",
        "med",
        "ny",
        "nytt",
        "på",
        "til",
        "under",
        "vår",
        "vårt",
    )
)
_KINDS = (
    ("other", re.compile(r"beredskap|uteliv|skjenk|festival|arrangement")),
    ("operative_group", re.compile(r"u18|u-18|innsats|operativ|utøv|utfør|oppfølging")),
    ("slt", re.compile(r"\bslt\b|kriminalitetsf")),
)
_OPERATIVE = re.compile(
    r"\b(?:er|som)\s(?:\w+\s){0,3}(?:operativ|utøvende|utøvande|utførende|utførande)"
    r"|\b(?:enkeltsak|einskildsak|enkeltungdom|einskildungdom)|\b(?:den|det|hver|kvar)\s(?:enkelte?|einskilde?)\s(?:sak|ungdom|barn|elev)|\bde(?:i)?\s(?:få\s)?ungdom(?:ane|mene)\ssom\b"
)
_DENIED = re.compile(r"\b(?:ikk?je|ikke|aldri)\b")
FOREIGN = re.compile(rf"\b{alternation(forms('organs'))}\w*")
"""Organs, groups and meetings that are no forum of the agreement."""
NEIGHBOUR = re.compile(rf"\b{alternation(stem for stem, kind in forms('organs').items() if kind == 'neighbour')}\w*")
"""A neighbour and what it has."""


class Forum(NamedTuple):
    """A body: its type, and its name where it has one of its own."""

    type: str
    name: str | None = None


def is_forum(view: View, cue: Cue) -> bool:
    """Whether a word for a forum stands for one, and not in `SLT-koordinator` or `SLT-modellen`."""
    return not _NO_FORUM.match(view.lower, cue.end)


def is_name(view: View, cues: Cues, start: int, end: int) -> bool:
    """Whether some words can be the name of a forum: no pronoun, no word for a kind of forum, no other organ."""
    words = view.lower[start:end]
    first, last = words.split()[0], words.split()[-1]
    if first in _DETERMINERS or (first != last and forms("groups").get(last) in ("group", "council")):
        return False
    if any(cue.term.id != "other" or cue.start == start for cue in cues.within("bodies", start, end)):
        return False
    return words not in _PRONOUNS and words not in _again() and not FOREIGN.search(view.lower, start, end)


def _again() -> frozenset[str]:
    return frozenset(forms("groups"))


def kind_of(name: str, said: str = "") -> str:
    """What kind of forum a name tells of, and else what is said of it, where no other word does."""
    kind = next((kind for kind, pattern in _KINDS if pattern.search(name)), None)
    return kind or ("operative_group" if _OPERATIVE.search(said) and not _DENIED.search(said) else "coordination_group")
