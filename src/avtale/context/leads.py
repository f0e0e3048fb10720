"""What a line announces: a list of priorities, or of duties and whose they are. Shared by the extractors of `priorities`, `duties` and `members`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.actors import actors, bearer, other_side
from avtale.context.attendance import is_of_items
from avtale.context.candidate import Stretch
from avtale.context.particles import phrase_end
from avtale.vocabulary import alternation, forms, load

if TYPE_CHECKING:
    from avtale.context.context import Context

MODAL = re.compile(rf"\b{alternation(forms('modals'))}\b")
_IS_EXPECTED = re.compile(r"\s(?:(?:er|blir|vert|kan)\s)?(?:for)?vent(?:es|ast|et|a)\b")
"""After the one of whom something is expected: `Kommunen forventes å`."""
_REST = re.compile(
    rf"(?:\s{alternation(forms('adverbials'))}(?!\w)|\s(?:i|på|for|ved|etter|gjennom|fra|frå|innen|innan|under|overfor)\s(?!å\b|at\b)(?:(?!følg|dette|disse|desse)[^,:]){{2,40}}?)*(?:\s(?:å|at|bidra\stil\så|sørge\sfor|syte\sfor|sørgje\sfor))?"
    r"(?:[»”\"]?\s(?:tilføy\w+|(?:føyes|legges|leggast)\s(?:det\s)?til|kjem\si\stillegg|kommer\si\stillegg))?\W*\Z"
)
_DONE_BY = re.compile(r"\b(?:\w+(?:es|ast)|blir\s\w+|vert\s\w+)\sav\b")
_DOES = re.compile(
    r"\b(?:skal|vil)\s[^:]{0,40}\b(?:gjøre|gjere|gjera|utføre|utføra|ivareta)(?:\sfølg\w+|\sdett?e|\sdesse)?\W*\Z|\b(?:dette|disse|desse|følgende|følgjande)\s(?:gjør|gjer|utfører|står)\s|\bligg(?:er)?\s(?:det\s)?til\s|\bgj(?:ør|er)\s(?:sammen|saman|i\sfellesskap|i\slag)\W*\Z"
)
_FORUM = re.compile(r"\b(?:rådet|gruppa|gruppen|teamet|utvalget|utvalet|forumet|nettverket|ho|han|den|det)\s(?=skal|må|bør|vil|kan|har|plikt)")
_PRONOUN = re.compile(r"\b(?:skal|må|bør|vil|kan)\s(?:han|hun|ho|vedkommende|vedkomande)\b|\b(?:han|hun|ho|vedkommende|vedkomande)\s(?:skal|må|bør|vil|kan)\b")
_STANDING = re.compile(r"\b(?:alltid|faste?|(?:hver|kvar)\s(?:gang|gong)|(?:hvert|kvart)\s(?:ordinære\s)?møte|alle\s(?:ordinære\s)?møt\w+|møtene|møta)\b")
_TREATED = re.compile(r"\b(?:drøft|snakk|prat|behandl|handsam|gjennomg|går\b.*\bgjennom|omtal|på\s(?:dagsorden|agenda|sakl|kartet)|opp\b|oppe\b|innom)")
_FOLLOWING = re.compile(r"\b(?:følgende|følgjande|desse|disse|dette)\b")
_FROM = re.compile(r"\b(?:fra|frå|har)\b")
_OF = re.compile(r"\b(?:av|til|at|om\sat)\b")
_BOTH = re.compile(r"(?:begge(?:\sto)?|båe(?:\sto)?|felles|i\sfellesskap|sammen|saman)\W*\Z")
_BOTH_SHALL = re.compile(rf"\W*(?:begge|båe)(?:\sto)?\s{alternation(forms('modals'))}\b")
_TOGETHER = re.compile(r"\b(?:i\sfellesskap|felles|i\slag|saman|sammen)\b")
_OTHER_LISTS = re.compile(
    r"til\s?(?:stede|stades)\W*\Z|vedlegg|hasteoppdrag|responstid|innsatstid|åpningstid|opningstid|oppdrag(?<!\w.{7})\w*\s(?:skal|nås|nåast)|følgende\sfunksjoner"
)
_OF_PEOPLE = frozenset(("member", "invited", "observer", "substitute"))
"""What a line says of those whom a list of people names."""


class Purpose(NamedTuple):
    """What a list is: of priorities of a `scope`, or of duties that `who` bears (None where the entries must say it)."""

    scope: str | None = None
    who: str | None = None
    is_duties: bool = False
    said: Stretch = (0, 0)
    """The line that says so."""


def read(context: Context, start: int, end: int) -> Purpose | None:
    """What a line announces: what is expected, what is always treated, what matters most, or who is to do what."""
    lower = context.view.lower
    relations = [cue for cue in context.cues.within("relations", start, end) if cue.term.id in _OF_PEOPLE and phrase_end(lower, cue, end) is not None]
    if any(is_of_items(lower, cue) for cue in relations):
        return Purpose(scope="agenda_item", said=(start, end))
    if relations or _OTHER_LISTS.search(lower, start, end):
        return None
    tasks = context.cues.within("tasks", start, end)
    scopes = context.cues.within("scopes", start, end)
    expects = next((cue for cue in tasks if cue.term.id == "expectation"), None)
    if expects and not (scopes and scopes[-1].start > expects.start):
        return Purpose(who=_expected(context, start, end), is_duties=True, said=(start, end))
    if _STANDING.search(lower, start, end) and _TREATED.search(lower, start, end):
        return Purpose(scope="agenda_item", said=(start, end))
    asks = _asks(context, start, end)
    if scopes and not (tasks and asks):
        ids = {cue.term.id for cue in scopes}
        return Purpose(scope=next(term.id for term in load("scopes") if term.id in ids), said=(start, end))
    return Purpose(who=_bearer(context, start, end), is_duties=True, said=(start, end)) if tasks or asks else None


def responsible(context: Context, start: int, end: int) -> str | None:
    """Whom a line or a cell names that is there to name somebody."""
    actor = bearer(context, start, end)
    return actor.who if actor else "both" if _BOTH.match(context.view.lower, start, end) else None


def _bearer(context: Context, start: int, end: int) -> str | None:
    """Who is to do what follows: somebody named, the forum last spoken of, or both sides where it is to be done together."""
    if _PRONOUN.search(context.view.lower, start, end):
        return None
    if _BOTH_SHALL.match(context.view.lower, start, end):
        return "both"
    actor = bearer(context, start, end)
    if actor:
        return actor.who
    forum = context.forums.at(start) if _FORUM.search(context.view.lower, start, end) else None
    return forum.type if forum else "both" if _TOGETHER.search(context.view.lower, start, end) else None


def _asks(context: Context, start: int, end: int) -> bool:
    """Whether a line leaves it to the entries to say what somebody is to do: `Politiet skal på sin side:`, `… utføres av kommunen:`."""
    lower = context.view.lower
    named = actors(context, start, end)
    if not named and not _FORUM.search(lower, start, end) and not _BOTH_SHALL.match(lower, start, end):
        return False
    if named and (_DONE_BY.search(lower, start, named[-1].start) or _DOES.search(lower, start, end)):
        return True
    if lower[end - 1] == "." and not _FOLLOWING.search(lower, start, end):
        return False
    modals = list(MODAL.finditer(lower, start, end))
    if not modals:
        return False
    pronoun = _PRONOUN.search(lower, start, end)
    last = max([modals[-1].end(), pronoun.end() if pronoun else start, *(actor.end for actor in named)])
    return bool(_REST.match(lower, last, end))


def _expected(context: Context, start: int, end: int) -> str | None:
    """Of whom something is expected: the subject of a passive, the one after `av`, `til` or `at`, else the other side of the one who expects."""
    lower = context.view.lower
    found = actors(context, start, end)
    for index, actor in enumerate(found):
        if _IS_EXPECTED.match(lower, actor.end, end):
            return actor.who
        between = lower[max(start, found[index - 1].end if index else start) : actor.start]
        if _OF.search(between) and not _FROM.search(between):
            both = bearer(context, actor.start, end)
            return both.who if both else actor.who
    return other_side(found[0].who) if found else None
