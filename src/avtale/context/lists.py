"""What a list is a list of, by the lines and headings that announce it: shared by the extractors of `priorities`, `duties` and `members`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.actors import actors, bearer, other_side
from avtale.context.candidate import Stretch
from avtale.structure import Block, Kind, Listing, Section
from avtale.structure.block import Table
from avtale.vocabulary import alternation, forms, load

if TYPE_CHECKING:
    from avtale.context.context import Context

_MODAL = re.compile(rf"\b{alternation(forms('modals'))}\b")
_REST = re.compile(
    rf"(?:\s{alternation(forms('adverbials'))}(?!\w)|\s(?:i|på|for|ved|etter|gjennom|fra|frå|innen|innan|under|overfor)\s(?!å\b|at\b)(?:(?!følg|dette|disse|desse)[^,:]){{2,40}}?)*(?:\s(?:å|at|bidra\stil\så|sørge\sfor|syte\sfor|sørgje\sfor))?\W*\Z"
)
_DONE_BY = re.compile(r"\b(?:\w+(?:es|ast)|blir\s\w+|vert\s\w+)\sav\b")
_DOES = re.compile(
    r"\b(?:skal|vil)\s[^:]{0,40}\b(?:gjøre|gjere|gjera|utføre|utføra|ivareta)(?:\sfølg\w+|\sdett?e|\sdesse)?\W*\Z|\b(?:dette|disse|desse|følgende|følgjande)\s(?:gjør|gjer|utfører|står)\s|\bligg(?:er)?\s(?:det\s)?til\s"
)
_FORUM = re.compile(r"\b(?:rådet|gruppa|gruppen|teamet|utvalget|utvalet|forumet|nettverket|ho|han|den|det)\s(?=skal|må|bør|vil|kan|har|plikt)")
_PRONOUN = re.compile(r"\b(?:skal|må|bør|vil|kan)\s(?:han|hun|ho|vedkommende|vedkomande)\b|\b(?:han|hun|ho|vedkommende|vedkomande)\s(?:skal|må|bør|vil|kan)\b")
_STANDING = re.compile(r"\b(?:alltid|faste?|(?:hver|kvar)\s(?:gang|gong)|(?:hvert|kvart)\s(?:ordinære\s)?møte|alle\s(?:ordinære\s)?møt\w+|møtene|møta)\b")
_TREATED = re.compile(r"\b(?:drøft|behandl|handsam|gjennomg|går\b.*\bgjennom|omtal|på\s(?:dagsorden|agenda|sakl|kartet)|opp\b|oppe\b|innom)")
_FROM = re.compile(r"\b(?:fra|frå|har)\b")
_OF = re.compile(r"\b(?:av|til|at|om\sat)\b")
_TOGETHER = re.compile(r"\b(?:i\sfellesskap|felles|i\slag|saman|sammen)\b")
_OTHER_LISTS = re.compile(r"vedlegg|åpningstid|opningstid|\boppdrag\w*\s(?:skal|nås|nåast)|følgende\sfunksjoner")
_BLANK = re.compile(rf"[\s._…-]*|\[[^\]]*\]\.?|<[^>]*>|[xX]{{2,}}\.?|(?:{alternation(forms('placeholders'))})\.?", re.IGNORECASE)
_HEAD = 100
"""Characters of the longest line that can be there to name who bears what follows."""


class Purpose(NamedTuple):
    """What a list is: of priorities of a `scope`, or of duties that `who` bears (None where the entries must say it)."""

    scope: str | None = None
    who: str | None = None
    is_duties: bool = False
    said: Stretch = (0, 0)
    """The line that says so."""


class Entry(NamedTuple):
    """An entry of a list: what the list is, its text and where it stands, and whom the row of a table names."""

    purpose: Purpose
    text: str
    stretch: Stretch
    who: str | None = None


def purpose(context: Context, listing: Listing) -> Purpose | None:
    """What a list is, by the line before it, else by the lines and headings above it, from the inside out.

    A line that only names somebody (`Politiet:`) gives the duties that a line above announces their bearer.
    """
    announcements = _announcements(context, listing)
    unborne: Purpose | None = None
    for index, (start, end) in enumerate(announcements):
        found = _read(context, start, end)
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
    actors = (bearer(context, start, end) for start, end in lines if end - start < _HEAD)
    return next((actor.who for actor in actors if actor), None)


def _announcements(context: Context, listing: Listing) -> list[Stretch]:
    """The last sentence of the line before the list, that line, the same of the lists that it is within, and the headings above."""
    stretches: list[Stretch] = []
    within: Listing | None = listing
    while within:
        lead = within.lead
        if lead is not None and lead.kind is not Kind.CONTENTS:
            last = context.sentence(max(lead.start, lead.end - 1))
            stretches += [(max(last[0], lead.start), lead.end), (lead.start, lead.end)]
        within = within.parent
    return list(dict.fromkeys([*stretches, *_headings(listing.section)]))


def _headings(section: Section | None) -> list[Stretch]:
    return [(part.heading.start, part.heading.end) for part in section.lineage()] if section else []


def _read(context: Context, start: int, end: int) -> Purpose | None:
    """What a line announces: what is expected, what is always treated, what matters most, or who is to do what."""
    lower = context.view.lower
    if _OTHER_LISTS.search(lower, start, end) or context.has("relations", start, end, "member", "invited", "observer", "substitute"):
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
    actor = bearer(context, start, end)
    if actor:
        return actor.who
    forum = context.forums.at(start) if _FORUM.search(context.view.lower, start, end) else None
    return forum.type if forum else "both" if _TOGETHER.search(context.view.lower, start, end) else None


def _asks(context: Context, start: int, end: int) -> bool:
    """Whether a line leaves it to the entries to say what somebody is to do: `Politiet skal på sin side:`, `… utføres av kommunen:`."""
    lower = context.view.lower
    named = actors(context, start, end)
    if not named and not _FORUM.search(lower, start, end):
        return False
    if named and (_DONE_BY.search(lower, start, named[-1].start) or _DOES.search(lower, start, end)):
        return True
    modals = list(_MODAL.finditer(lower, start, end))
    if not modals:
        return False
    pronoun = _PRONOUN.search(lower, start, end)
    last = max([modals[-1].end(), pronoun.end() if pronoun else start, *(actor.end for actor in named)])
    return bool(_REST.match(lower, last, end))


def _expected(context: Context, start: int, end: int) -> str | None:
    """Of whom something is expected: the one after `av`, `til` or `at`, else the other side of the one who expects."""
    lower = context.view.lower
    found = actors(context, start, end)
    for index, actor in enumerate(found):
        between = lower[max(start, found[index - 1].end if index else start) : actor.start]
        if _OF.search(between) and not _FROM.search(between):
            both = bearer(context, actor.start, end)
            return both.who if both else actor.who
    return other_side(found[0].who) if found else None


def entries(context: Context) -> Iterator[Entry]:
    """The entries of the lists and tables of priorities and of duties, blanks and placeholders left out."""
    for listing, found in context.purposes.items():
        if found:
            yield from (Entry(found, text, stretch) for item in listing.items for text, stretch in _said(context, item.start, item.end))
    for section in context.outline.sections:
        paragraphs = _paragraphs(context, section)
        found = _read(context, section.heading.start, section.heading.end) if paragraphs else None
        if found and found.is_duties:
            found = found._replace(who=None)
            yield from (Entry(found, text, stretch) for block in paragraphs for text, stretch in _said(context, block.start, block.end))
    for table in context.outline.tables:
        for column in {"task", "topic"}.intersection(table.columns):
            found = _purpose_of_column(context, table, column)
            if found:
                yield from _cells(context, table, column, found)


def _purpose_of_column(context: Context, table: Table, column: str) -> Purpose | None:
    """What a column holds, by the word at its head, else by the line or the heading above the table."""
    head = table.header[table.columns.index(column)]
    lead = [(table.lead.start, table.lead.end)] if table.lead else []
    found = (_read(context, *stretch) for stretch in (head, *lead, *_headings(table.section)))
    return next((purpose for purpose in found if purpose and purpose.is_duties is (column == "task")), None)


def _cells(context: Context, table: Table, column: str, found: Purpose) -> Iterator[Entry]:
    for row in table.rows:
        if column in row.columns:
            actor = bearer(context, *row.columns["responsible"]) if "responsible" in row.columns else None
            if actor or found.scope or "responsible" not in table.columns:
                yield from (Entry(found, text, stretch, actor.who if actor else None) for text, stretch in _said(context, *row.columns[column]))


def _paragraphs(context: Context, section: Section) -> list[Block]:
    """The numbered sentences that stand right under a heading."""
    end = section.children[0].heading.line if section.children else section.end
    blocks = context.outline.blocks[section.first : context.outline.block_at(max(section.heading.end, end - 1)) + 1]
    return [block for block in blocks if block.kind is Kind.TEXT and block.order]


def _said(context: Context, start: int, end: int) -> list[tuple[str, Stretch]]:
    """A stretch as a reader has it in mind; nothing for a blank or a placeholder."""
    text = context.read(start, end)
    return [(text, (start, end))] if any(character.isalpha() for character in text) and not is_placeholder(text) else []


def is_placeholder(text: str) -> bool:
    """Whether a text is a blank to be filled in: `_____`, `.....`, `[navn]`, `xx`."""
    return bool(_BLANK.fullmatch(text.strip()))
