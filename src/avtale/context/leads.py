"""What a line announces: a list of priorities, or of duties and whose they are. Shared by the extractors of `priorities`, `duties` and `members`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.actors import Actor, actors, bearer, other_side
from avtale.context.antecedents import stands_for
from avtale.context.attendance import is_of_items
from avtale.context.candidate import Stretch
from avtale.context.particles import phrase_end
from avtale.vocabulary import alternation, forms, load

if TYPE_CHECKING:
    from avtale.context.context import Context

MODAL = re.compile(rf"\b{alternation(forms('modals'))}\b")
_IS_EXPECTED = re.compile(r"\s(?:(?:er|blir|vert|kan)\s)?(?:for)?vent(?:es|ast|et|a)\b(?!\s(?:seg\s)?(?:av|frå|fra)\b)")
"""After the one of whom something is expected: `Kommunen forventes å`."""
_REST = re.compile(
    rf"(?:\s{alternation(forms('adverbials'))}(?!\w)|\s(?:i|på|for|ved|etter|gjennom|fra|frå|innen|innan|under|overfor)\s(?!å\b|at\b)(?:(?!følg|dette|disse|desse)[^,:]){{2,40}}?)*(?:\s(?:å|at|bidra\stil\så|sørge\sfor|syte\sfor|sørgje\sfor))?"
    r"(?:[»”\"]?\s(?:tilføy\w+|(?:føyes|legges|leggast)\s(?:det\s)?til|kjem\si\stillegg|kommer\si\stillegg))?\W*\Z"
)
_DONE_BY = re.compile(r"\b(?:\w+(?:es|ast)|blir\s\w+|vert\s\w+)\sav\b")
_DOES = re.compile(
    r"\b(?:skal|vil)\s[^:]{0,40}\b(?:gjøre|gjere|gjera|utføre|utføra|ivareta)(?:\sfølg\w+|\sdett?e|\sdesse)?\W*\Z|\b(?:dette|disse|desse|følgende|følgjande)\s(?:gjør|gjer|utfører|står)\s|\bligg(?:er)?\s(?:det\s)?til\s|\bgj(?:ør|er)\s(?:dette|disse|desse|følg\w+|sammen|saman|i\sfellesskap|i\slag)\W*\Z"
)
_FORUM = re.compile(r"\b(?:rådet|gruppa|gruppen|teamet|utvalget|utvalet|forumet|nettverket|ho|han|den|det)\s(?=skal|må|bør|vil|kan|har|plikt)")
_PRONOUN = re.compile(r"\b(?:skal|må|bør|vil|kan)\s(?:han|hun|ho|vedkommende|vedkomande)\b|\b(?:han|hun|ho|vedkommende|vedkomande)\s(?:skal|må|bør|vil|kan)\b")
_STANDING = re.compile(
    r"\b(?:alltid|uansett|faste?|(?:hver|kvar)\s(?:gang|gong)|(?:hvert|kvart)\s(?:(?:enkelt|eneste|einaste|ordinær\w+|fast\w*)\s)?møte|alle\s(?:dei\s|de\s)?(?:ordinære\s|faste\s)?møt\w+|møtene|møta)\b"
)
_YEARLY = re.compile(
    r"\A\W*(?:hvert|kvart)\s(?:\w*år|kvartal)\s(?:skal|må|bør|tek|tar|går|drøft\w+|handsam\w+|behandl\w+)\s(?:\w*rådet|gruppa|gruppen|teamet|utvalget|utvalet|forumet|nettverket)\b"
)
"""How a line begins that says what a forum is to treat each year."""
_TREATED = re.compile(
    r"\b(?:drøft|snakk|prat|behandl|handsam|gjennomg|går\b.*\bgjennom|omtal|på\s(?:dagsorden|agenda|sakl|kartet|list[ae])|\bha\s(?:disse|desse|følg\w+)\s(?:sak|emn|punkt|tem)|opp\b|oppe\b|innom|(?:være|vere|vera)\smed\b)"
)
_OPEN = re.compile(
    r"\bå\W*\Z|\b(?:sørg|syt|ser|sjå|se|pass|påse|sikr|hindr|lov|garanter)\w*"
    r"\s(?:(?:for|til|på)\s)?at\W*\Z"
)
"""The end of a line that its entries complete: `… arbeider for å`, `… sørger for at`."""
_SPOKEN_OF = re.compile(r"\W*(?:rådet|gruppa|gruppen|teamet|utvalget|utvalet|forumet|nettverket|ho|han|hun|den|det|vedkommende|vedkomande)\s(?!er\s)")
_TAIL = 40
"""Characters of the longest end by which a line is seen to be left open."""
_FOLLOWING = re.compile(r"\b(?:følgende|følgjande|desse|disse|dette)\b")
_FROM = re.compile(r"\b(?:fra|frå|har)\b")
_OF = re.compile(r"\b(?:av|til|at|om\sat)\b")
_FROM_TO = re.compile(r"\W*(?:fra|frå)\s[^:.]{3,60}\stil\s[^\W\d]")
_FROM_BOTH = re.compile(r"\W*(?:fra|frå)\s(?:begge|båe)\b[^:.]*\stil\s(?:begge|båe|kvarandre|hverandre)\b")
_ASKED = re.compile(r"\b(?:ber|oppfordrer|oppmoder|oppmodar|anmoder|pålegger|pålegg)\s")
"""Before the one who is to do it: `Vi ber hver kommune om å`."""
_FROM_WHOM = re.compile(r"\W*(?:fra|frå|av)\s(?P<who>[^.,;:]{3,40}?)\s(?:kan|skal|må|bør|vil|forvent\w*|vent\w*)\s")
"""How a line begins that says of whom somebody can expect what follows: `Fra politiet kan kommunen forvente`."""
_OF_PERSON = re.compile(r"\b(?:av|til)\s(?:han|ham|henne|vedkommende|vedkomande)\b")
BOTH = re.compile(r"(?:begge(?:\sto)?|båe(?:\sto)?|felles|i\sfellesskap|sammen|saman)\W*\Z")
_BOTH_SHALL = re.compile(rf"\W*(?:begge|båe)(?:\sto)?\s{alternation(forms('modals'))}\b")
_TOGETHER = re.compile(r"\b(?:i\sfellesskap|felles|i\slag|saman|sammen)\b")
_OTHER_LISTS = re.compile(
    r"til\s?(?:stede|stades)\W*\Z|vedlegg|hasteoppdrag|responstid|innsatstid|åpningstid|opningstid|oppdrag(?<!\w.{7})\w*\s(?:skal|nås|nåast)|følgende\sfunksjoner"
)
_WHO_COMES = re.compile(
    r"(?:her|følgende|følgjande|desse|disse)\s(?:(?:skal|kan|bør|må|alltid|fast|også|òg)\s)*(?:delta|møt[ea]|stille|møtest?)\b(?!\s(?:å|med|opp))"
)
"""How a line begins that announces those who come."""
_BESIDES = re.compile(r"\b(?:utenom|utanom|i\stillegg\stil|ved\ssid(?:en|a)\sav|foruten|forutan|utover)\s(?:de[int]?\s|desse\s|disse\s)?\Z")
"""Before what the list is not of: `Utenom de faste sakene prioriterer vi:`."""
_COMPRISE = ("omfatt", "består", "femn")
"""Verbs that say of priorities too what they are: `Fokusområdene omfatter:`."""
_TO_REACH = re.compile(r"\bfor\så\s(?:nå|oppnå|realiser[ea]|følge\sopp|følgje\sopp)\s(?:\w+\s){0,2}\Z")
"""Before the goals that the list below serves, and is none of: `For å nå målene skal politiet`."""
_OF_PEOPLE = frozenset(("member", "invited", "observer", "substitute"))
"""What a line says of those whom a list of people names."""


_TO_DO = re.compile(r"\W*(?:denne\s)?(?:avtal(?:en|a)|samarbeid(?:et)?)\s(?:skal|vil)\W*")
"""A line that announces what the agreement is to bring about."""


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
    if _TO_DO.fullmatch(lower, start, end):
        return Purpose(scope="goal", said=(start, end))
    scopes = [cue for cue in context.cues.within("scopes", start, end) if not any(p.search(lower, start, cue.start) for p in (_BESIDES, _TO_REACH))]
    relations = [cue for cue in context.cues.within("relations", start, end) if cue.term.id in _OF_PEOPLE and phrase_end(lower, cue, end) is not None]
    relations = [cue for cue in relations if not (scopes and scopes[0].start < cue.start and lower.startswith(_COMPRISE, cue.start))]
    if any(is_of_items(lower, cue) for cue in relations):
        return Purpose(scope="agenda_item", said=(start, end))
    if relations or _OTHER_LISTS.search(lower, start, end) or _WHO_COMES.match(lower, start, end):
        return None
    tasks = context.cues.within("tasks", start, end)
    expects = next((cue for cue in tasks if cue.term.id == "expectation"), None)
    if expects and not (scopes and scopes[-1].start > expects.start):
        return Purpose(who=_expected(context, start, end), is_duties=True, said=(start, end))
    if (_STANDING.search(lower, start, end) or _YEARLY.match(lower[start:end])) and _TREATED.search(lower, start, end):
        return Purpose(scope="agenda_item", said=(start, end))
    if scopes and not (tasks and _asks(context, start, end)):
        ids = {cue.term.id for cue in scopes}
        return Purpose(scope=next(term.id for term in load("scopes") if term.id in ids), said=(start, end))
    return Purpose(who=who_acts(context, start, end), is_duties=True, said=(start, end)) if tasks or _asks(context, start, end) else None


def responsible(context: Context, start: int, end: int) -> str | None:
    """Whom a line or a cell names that is there to name somebody."""
    actor = bearer(context, start, end)
    return actor.who if actor else "both" if BOTH.match(context.view.lower, start, end) else None


def who_acts(context: Context, start: int, end: int) -> str | None:
    """Who is to do what follows: somebody named, the forum last spoken of, or both sides where it is to be done together."""
    if _PRONOUN.search(context.view.lower, start, end):
        return stands_for(context, start, end)
    if _BOTH_SHALL.match(context.view.lower, start, end):
        return "both"
    asked = _ASKED.search(context.view.lower, start, end)
    actor = bearer(context, asked.end() if asked else start, end)
    if actor:
        return actor.who
    forum = context.forums.at(start) if _FORUM.search(context.view.lower, start, end) else None
    if forum or _TOGETHER.search(context.view.lower, start, end):
        return forum.type if forum else "both"
    return stands_for(context, start, end)


def _asks(context: Context, start: int, end: int) -> bool:
    """Whether a line leaves it to the entries to say what somebody is to do: `Politiet skal på sin side:`, `… utføres av kommunen:`."""
    lower = context.view.lower
    named = actors(context, start, end)
    if _OPEN.search(lower, max(start, end - _TAIL), end) and _is_about(context, start, end, named):
        return True
    if not (named or _FORUM.search(lower, start, end) or _BOTH_SHALL.match(lower, start, end) or stands_for(context, start, end)):
        return False
    if _DOES.search(lower, start, end) or (named and _DONE_BY.search(lower, start, named[-1].start)):
        return True
    if lower[end - 1] == "." and not _FOLLOWING.search(lower, start, end):
        return False
    modals = list(MODAL.finditer(lower, start, end))
    if not modals:
        return False
    pronoun = _PRONOUN.search(lower, start, end)
    last = max([modals[-1].end(), pronoun.end() if pronoun else start, *(actor.end for actor in named)])
    return bool(_REST.match(lower, last, end))


def _is_about(context: Context, start: int, end: int, named: list[Actor]) -> bool:
    """Whether somebody is the subject of a line: one whom it begins with, or one spoken of before."""
    lower = context.view.lower
    if named and not lower[start : named[0].start].strip(" *"):
        return lower[named[0].end - 1] != "s"
    if _SPOKEN_OF.match(lower, start, end) or _ASKED.search(lower, start, end):
        return True
    return not named and stands_for(context, start, end) is not None


def expected_of(context: Context, lines: list[Stretch]) -> str | None:
    """Of whom something is expected by lines under an announcement of expectations that say from whom to whom: `Fra politiet til kommunen`."""
    for start, end in lines:
        if _FROM_TO.match(context.view.lower, start, end):
            return "both" if _FROM_BOTH.match(context.view.lower, start, end) else _expected(context, start, end)
    return None


def _expected(context: Context, start: int, end: int) -> str | None:
    """Of whom something is expected: the subject of a passive, the one after `av`, `til` or `at`, else the other side of the one who expects."""
    lower = context.view.lower
    person = _OF_PERSON.search(lower, start, end)
    if person:
        return stands_for(context, person.start(), end)
    sender = _FROM_WHOM.match(lower, start, end)
    if sender and (whom := bearer(context, *sender.span("who"))):
        return whom.who
    found = actors(context, start, end)
    for index, actor in enumerate(found):
        if _IS_EXPECTED.match(lower, actor.end, end):
            return actor.who
        between = lower[max(start, found[index - 1].end if index else start) : actor.start]
        if _OF.search(between) and not _FROM.search(between):
            both = bearer(context, actor.start, end)
            return both.who if both else actor.who
    return other_side(found[0].who) if found else None
