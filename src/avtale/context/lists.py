"""What a list is a list of, by the lines and headings that announce it: shared by the extractors of `priorities`, `duties` and `members`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.actors import actors, bearer, other_side, subject
from avtale.context.attendance import is_of_items
from avtale.context.candidate import Stretch
from avtale.context.particles import phrase_end
from avtale.structure import Block, Kind, Listing, Section
from avtale.vocabulary import alternation, forms, load

if TYPE_CHECKING:
    from avtale.context.context import Context

_MODAL = re.compile(rf"\b{alternation(forms('modals'))}\b")
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
_PRESENT = re.compile(
    r"(?:[a-zæøå]{2,}[ae]r|er|har|gir|gjev|gjer|gjør|held|tek|skal|får|ser|går|står|syter|kjem|veit|vet|legg|set|skriv|skriver|styrkjer|hjelper)\s(?!(?:og|for)\s)"
)
_EACH = re.compile(r"(?:under|for|til|innen|innan|på)\s(?:hvert|hver|kvart|kvar)\b")
_OF_PEOPLE = frozenset(("member", "invited", "observer", "substitute"))
"""What a line says of those whom a list of people names."""
LABEL = 40
"""Characters of the longest label that names somebody before a duty, and from a subject to its modal."""
_HEAD = 100
"""Characters of the longest line that can be there to name who bears what follows."""


class Purpose(NamedTuple):
    """What a list is: of priorities of a `scope`, or of duties that `who` bears (None where the entries must say it)."""

    scope: str | None = None
    who: str | None = None
    is_duties: bool = False
    said: Stretch = (0, 0)
    """The line that says so."""


def purpose(context: Context, listing: Listing) -> Purpose | None:
    """What a list is, by the line before it, else by the lines and headings above it, from the inside out; else by its entries.

    A line that only names somebody (`Politiet:`) gives the duties that a line above announces their bearer.
    """
    found = _announced(context, listing)
    if (found and _counted(context, listing, _is_labelled)) or (not found and _counted(context, listing, _says_who)):
        return Purpose(is_duties=True, said=(listing.items[0].start, listing.items[0].start))
    if found is None and listing.lead and (who := _who_does(context, listing)):
        return Purpose(who=who, is_duties=True, said=(listing.lead.start, listing.lead.end))
    return found


def _who_does(context: Context, listing: Listing) -> str | None:
    """Whom the line before a list names, and nothing else, where the entries are verbs that say what he does: `Politikontakten:`, `- deltar i …`."""
    lead = listing.lead
    actor = bearer(context, lead.start, lead.end) if lead and lead.size < _HEAD and context.view.text[lead.end - 1] == ":" else None
    if lead is None or actor is None or context.view.lower[actor.end : lead.end].strip(" :*_") or context.view.lower[lead.start : actor.start].strip(" *_"):
        return None
    return actor.who if _counted(context, listing, _is_deed) else None


def _is_deed(context: Context, item: Block) -> bool:
    """Whether an entry begins with a verb in the present tense."""
    is_noun = context.cues.first("roles", item.start, item.start + 1) or context.cues.first("titles", item.start, item.start + 1)
    return is_noun is None and _PRESENT.match(context.view.lower, item.start, item.end) is not None


def _counted(context: Context, listing: Listing, is_one: Callable[[Context, Block], bool]) -> bool:
    """Whether nearly all entries of a list, and more than one, are of a kind."""
    others = 0
    for item in listing.items:
        others += not is_one(context, item)
        if others > 1:
            return False
    return len(listing.items) - others > 1


def _is_labelled(context: Context, item: Block) -> bool:
    """Whether an entry has somebody's name before it: `Kommunen: stiller lokale`."""
    label = context.view.text.find(":", item.start, min(item.end, item.start + LABEL))
    actor = bearer(context, item.start, label) if label > 0 else None
    return actor is not None and actor.start == item.start and actor.end >= label - 1


def _says_who(context: Context, item: Block) -> bool:
    """Whether an entry is a sentence about what somebody shall do."""
    actor = subject(context, item.start, item.end)
    return actor is not None and bool(_MODAL.search(context.view.lower, item.start, min(item.end, actor.end + LABEL)))


def _announced(context: Context, listing: Listing) -> Purpose | None:
    announcements = _announcements(context, listing)
    unborne: Purpose | None = None
    for index, (start, end) in enumerate(announcements):
        found = read(context, start, end)
        if found and found.is_duties:
            who = _named(context, announcements[:index]) or found.who or _named(context, announcements[index + 1 :])
            found = found._replace(who=who)
            if who is None:
                unborne = unborne or found
                continue
        if found:
            return found
    return unborne


def _named(context: Context, lines: list[Stretch]) -> str | None:
    """The first whom some lines name that are there to name somebody."""
    for start, end in lines:
        who = responsible(context, start, end) if end - start < _HEAD else None
        if who:
            return who
    return None


def responsible(context: Context, start: int, end: int) -> str | None:
    """Whom a line or a cell names that is there to name somebody."""
    actor = bearer(context, start, end)
    return actor.who if actor else "both" if _BOTH.match(context.view.lower, start, end) else None


def _announcements(context: Context, listing: Listing) -> list[Stretch]:
    """The last sentence of the line before the list, that line, the same of the lists that it is within, and the headings above."""
    stretches: list[Stretch] = []
    within: Listing | None = listing
    while within:
        lead = within.lead
        if lead is not None and lead.kind is not Kind.CONTENTS and not (within.parent and lead in within.parent.items):
            stretches += _stretches(context, lead, within is not listing)
        within = within.parent
    return list(dict.fromkeys([*stretches, *headings(listing.section)]))


def _stretches(context: Context, lead: Block, is_inner: bool) -> list[Stretch]:
    """The last sentence of a line, and the whole line; a last sentence about what stands under each entry is for those lists only."""
    start = max(context.sentence(max(lead.start, lead.end - 1))[0], lead.start)
    if start > lead.start and _EACH.match(context.view.lower, start, lead.end):
        return [(start, lead.end)] if is_inner else [(lead.start, start)]
    return [(start, lead.end), (lead.start, lead.end)]


def headings(section: Section | None) -> list[Stretch]:
    return [(part.heading.start, part.heading.end) for part in section.lineage()] if section else []


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
    modals = list(_MODAL.finditer(lower, start, end))
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
