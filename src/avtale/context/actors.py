"""Who is spoken of in a stretch: an office, a forum, the municipality, the police or both. Shared by several extractors."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

_ACTING = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:skal|må|bør|vil|kan|har|er|gir|gjev|gjer|stiller|stillar|sørger|syter|sørgjer|deltar|deltek|bidrar|bidreg|forplikter|forpliktar|pliktar|leder|leier|leiar|innkaller|kallar|legger|legg|tar|tek|holder|held|informerer|inviterer|utarbeider|utarbeidar|følger|følgjer|dekker|dekkjer|betaler|betalar|svarer|svarar|melder|setter|set|peker|peikar|sender|samordner|samordnar|rapporterer|rettleiar|veileder|utpeker|prioriterer|arrangerer|fører|oppnevner|oppnemner|opprettholder)\b"
)
_PASSIVE = re.compile(r"\W*(?:\w+\W+){0,2}?(?:skal|må|bør|vil|kan|får|blir|vert)\s+(?:\w+\s)?(?:beskjed|\w+(?:es|ast|last)\b|bli\b|verta?\b|ha\s+beskjed)")
INVERTED = re.compile(r"\b(?:skal|må|bør|vil|kan|forplikter|forpliktar)\s+(?:den\s|det\s)?\Z")
_TOWARDS = re.compile(r"\b(?:overfor|ovafor|andsynes|på\svegne\sav|på\svegner\sav)\s(?:den\s|det\s)?\Z")
"""Before one to whom something is done, or for whom: `Overfor politiet påtar kommunen seg å`."""

_SIDES = ("municipality", "police")
_UNDERGONE = re.compile(r"\w+(?:es|ast|as)|får|fekk|fikk|blir|blei|ble|vart|vert|finst")
"""Verbs of one to whom something is done."""
_VERB = 20
"""Characters after a subject in which its verb begins."""
_OPENING = 120
"""Characters within which an entry names its subject."""


class Actor(NamedTuple):
    """Somebody who is named: a role code, a body type, `municipality`, `police` or `both`, and where."""

    who: str
    start: int
    end: int

    @property
    def is_pronoun(self) -> bool:
        """Whether it is `vi` or `me`: whoever makes the list."""
        return self.who == "both" and self.end - self.start == 2


def everybody(context: Context) -> list[Actor]:
    """All who are named in the text, in order, the longer of two readings of the same words first."""
    named = (Actor(mention.forum.type, mention.start, mention.end) for mention in context.forums.by_name)
    cues = chain(context.offices, *map(context.cues.all, ("bodies", "organisations", "parties")))
    return sorted(chain(named, (Actor(_who(cue), cue.start, cue.end) for cue in cues)), key=lambda actor: (actor.start, -actor.end))


def actors(context: Context, start: int, end: int) -> list[Actor]:
    """Everybody named in a stretch, in order; of two readings of the same words the longer."""
    found: list[Actor] = []
    for actor in context.actors.within(start, end):
        if not found or actor.start >= found[-1].end:
            found.append(actor)
    return found


def _who(cue: Cue) -> str:
    return cue.term.facts["side"] if cue.term.concept == "organisations" else cue.term.id


def bearer(context: Context, start: int, end: int) -> Actor | None:
    """The one whom a heading or an announcement is about; `both` where it names the two sides together."""
    found = [actor for actor in actors(context, start, end) if not _TOWARDS.search(context.view.lower, start, actor.start)]
    if not found:
        return None
    if found[0].is_pronoun and len(found) > 1 and context.view.lower[found[0].end : found[1].start] in (" på ", " i ", " ved ", " hos "):
        return found[1]
    if len(found) > 1 and found[1].start == found[0].end + 1 and context.view.lower[found[0].end - 1] == "s" and found[0].who in _SIDES:
        return found[1]
    sides = {side_of(actor.who) for actor in found[:2]}
    between = context.view.lower[found[0].end : found[1].start].strip() if len(found) > 1 else ""
    if len(found) > 1 and sides == {"municipality", "police"} and between in ("og", "samt", "og/eller", "/", "og det", "og den lokale"):
        return Actor("both", found[0].start, found[1].end)
    return found[0]


def subject(context: Context, start: int, end: int) -> Actor | None:
    """Who acts in an entry that names its own subject: `Kommunen skal …`, `… må kommunen etablere …`; None for a passive."""
    lower = context.view.lower
    for actor in actors(context, start, min(end, start + _OPENING)):
        opening = lower[start : actor.start]
        if not opening.strip() or opening.strip() in ("den", "det", "lokalt", "hver", "kvar", "både", "alle"):
            if _PASSIVE.match(lower, actor.end, end):
                return None
            both = bearer(context, start, end)
            if lower[actor.end : actor.end + 1] == ":":
                return actor
            return (both if both and both.who == "both" else actor) if _acts(context, actor.end, end) else None
        if INVERTED.search(lower, start, actor.start) and not re.match(r"\s+(?:få|bli|ha)\b", lower[actor.end : end]):
            return actor
    return None


def _acts(context: Context, start: int, end: int) -> bool:
    """Whether somebody who was named right before is said to do something."""
    if _ACTING.match(context.view.lower, start, end):
        return True
    verb = context.cues.first("verbs", start, min(end, start + _VERB))
    return verb is not None and not context.view.lower[start : verb.start].strip() and not _UNDERGONE.fullmatch(context.view.lower, verb.start, verb.end)


def side_of(who: str) -> str:
    """The side that somebody belongs to: `municipality`, `police` or neither (the name itself)."""
    if who in ("police", "police_contact", "chief_of_police", "station_chief", "unit_leader"):
        return "police"
    if who in ("municipality", "mayor", "deputy_mayor", "municipal_director", "slt_coordinator", "emergency_coordinator", "public_health_coordinator"):
        return "municipality"
    return who


def other_side(who: str) -> str:
    """The other of the two sides."""
    return {"police": "municipality", "municipality": "police"}.get(side_of(who), who)
