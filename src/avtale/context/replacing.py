"""The earlier agreements, and papers of other kinds, that an agreement says it replaces: in sentences, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch
from avtale.context.earlier import THE_ONE, agreement_before, names_paper, paper_before, title
from avtale.context.recalled import recalled
from avtale.grammar.found import Found
from avtale.structure import Block
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

_LAPSING = ("superseded", "lapsed")
_own_part = r"denne|dette|§|(?:punkt|pkt|kapittel|kap|avsnitt|artikkel|del|vedlegg)\b"
_BY_ANOTHER = re.compile(rf"\s(?:av|med)\s(?!{_own_part})")
_BY_OTHERS = re.compile(rf"\sav\s(?!{_own_part}|den\b|ho\b|avtal)")
_DENIED = re.compile(r"\s(?:\w+\s)?ikk?j?e\b")
_NEVER = re.compile(r"\bikk?j?e\s(?:\w+\s){0,2}\Z")
_FALLS = re.compile(r"\bf[ae]ll(?:er|e)?\b|\bset(?:t|jes|jast|tes|tast)\b|\bl[ae]g(?:g|ges|gast|gjast|t|d)\b")
_HAS = re.compile(r"\bhar\s(?:\w+\s)?\Z")
_OF_ANOTHER = re.compile(r"(?:\b(?:og|samt)\b|\s?\)?,)[^.;]{1,110}?(?:\b(?:av|fra|frå|datert|dagsett)\s(?:den\s)?|\()\Z", re.DOTALL)
_ONE_MORE = re.compile(r"\W*(?:\b(?:og|samt)\b)?\W*(?:\b(?:av|fra|frå)\s)?(?:den\s)?\Z")
_PARTICLES = ("bort", "vekk", "til side", "til sides")
_PART_OF = re.compile(
    r"(?:\b(?:kapittel|kap\.?|punkt(?:et|a)?|pkt\.?|avsnitt(?:et)?|ledd|setning(?:en)?|vedlegg(?:et)?|bokstav|del(?:en)?)\b|§)"
    r"[^.;:|]{0,40}?\s(?:i|av|til)\s(?:den\s)?[«“\"]?\Z"
)
"""Before an agreement of which only a part is replaced: `Kapittel 3 i …`."""
_PASSIVE = re.compile(r"(?:e[st]|ast|ta|yst|øst)\Z")
_REFERS = re.compile(r"\b(?:\w*avtal\w+|den|denne|ho|han|dei|de|desse|disse)\b")
_THEY_ARE = re.compile(r"(?:det|dette|disse|desse|den|dei|de)\s(?:(?:ene|eine|første|fyrste|andre|siste|to|tre)\s)?(?:er|gjelder|gjeld|var)\s")
_BOTH = re.compile(r"\b(?:både|båe|begge|alle)\b|\b(?:de|dei|desse|disse)\s(?:to|tre|fire)\b")
"""What a sentence says that is about several agreements, which more than one sentence before it can name."""
_MOST = 3
"""Sentences before one that is about several agreements."""
_THE_SAME = re.compile(r"(?:det|de|dei)\s(?:samme|same)\s(?:gjelder|gjeld|er|skjer|hender)\b|(?:likeså|likeeins|tilsvarende|tilsvarande)\s")
"""How a sentence begins that says of another agreement what the one before says."""
_TOLD = re.compile(r"\b(?:ble|blei|vart|var|hadde)\s(?:\w+\s)?\Z")
_WHICH = re.compile(r"\bsom\s(?:den|denne|ho|hun|dette|denne\savtal\w+)\s(?:no\s|nå\s)?\Z")
_LINK = re.compile(r"[\s,.(:–-]*(?:\b(?:av|fra|frå|datert|dagsett|inngått|signert)\s)?(?:den\s)?\Z")
"""What stands between the name of an agreement and its date, in an entry or a row."""
_PLAIN = re.compile(r"(?:den\s|vår\s)?(?:\w+\s)?avtal(?:e|en|a)")
"""An agreement that is called nothing more."""
_CELL = re.compile(r"[^|\t]+")
_MORE = re.compile(r"\s\(|,?\ssom\s")
_QUOTES = " «»“”\"'"
_GO_OUT = re.compile(r"(?:avtal\w+|desse|disse|papir\w*|følg\w+)\s(?:\w+\s)?går\s(?:\w+\s)?ut\b[^.]{0,30}\Z")
"""How a line ends of what goes out; of a single agreement these words mean that it expires."""
_LEAD = 60
"""Characters from a word for lapsing to the end of the line before a list of what lapses."""


def replaced(context: Context) -> dict[int, Stretch | None]:
    """Where the dates stand of the agreements that this one replaces, each with what the agreement is called."""
    found: dict[int, Stretch | None] = {}
    for cue in context.cues.all("events"):
        if cue.term.id in (*_LAPSING, "earlier"):
            sentence = context.sentence(cue.start)
            for stretch in _objects(context, cue):
                found |= dict(_agreements(context, stretch))
                if sentence[0] <= stretch[0] < sentence[1]:
                    found |= dict(recalled(context, stretch))
    for listing in context.outline.listings:
        if listing.lead and _announces(context, listing.lead):
            for item in listing.items:
                found |= dict(_entry(context, (item.start, item.end))) | dict(recalled(context, (item.start, item.end)))
    for table in context.outline.tables:
        for row in table.rows:
            if any(context.has("events", *cell, *_LAPSING) and not context.dates_in(*cell) for cell in row.cells[1:]):
                found |= dict(_entry(context, (row.start, row.end)))
    return found


def _announces(context: Context, lead: Block) -> bool:
    """Whether a line says that the agreements listed below it are replaced: `Desse avtalene går ut:`, `Når avtalen trer i kraft, bortfaller`."""
    start, end = context.sentence(lead.end - 1)
    if _GO_OUT.search(context.view.lower, start, end):
        return True
    cue = next(iter([cue for cue in context.cues.within("events", max(start, lead.end - _LEAD), end) if cue.term.id in _LAPSING][-1:]), None)
    return cue is not None and not _TOLD.search(context.view.lower, start, cue.start) and not _is_denied(context.view.lower, start, cue, end)


def _is_denied(lower: str, start: int, cue: Cue, end: int) -> bool:
    return bool(_DENIED.match(lower, cue.end, end) or _NEVER.search(lower, start, cue.start))


def _entry(context: Context, stretch: Stretch) -> Iterator[tuple[int, Stretch | None]]:
    """The agreement of an entry or a row: the first date, and the words before it as its title."""
    dates = context.dates_in(*stretch)
    if not dates or not names_paper(context.view.lower, *stretch) or _PART_OF.search(context.view.lower, stretch[0], dates[0].start):
        yield from _agreements(context, stretch)
        return
    link = _LINK.search(context.view.lower, stretch[0], dates[0].start)
    named = _tidied(context, stretch[0], link.start() if link else dates[0].start)
    is_named = named[0] < named[1] and not context.cues.first("verbs", *named) and not _PLAIN.fullmatch(context.view.lower, *named)
    yield dates[0].start, named if is_named else None


def _tidied(context: Context, start: int, end: int) -> Stretch:
    """The name of an agreement in the cell that has it, without quotation marks, what stands in brackets and a relative clause after it."""
    lower = context.view.lower
    for cell in _CELL.finditer(lower, start, end):
        if names_paper(lower, *cell.span()):
            start, end = cell.span()
    more = _MORE.search(lower, start, end)
    end = more.start() if more else end
    while start < end and lower[start] in _QUOTES:
        start += 1
    while end > start and lower[end - 1] in _QUOTES:
        end -= 1
    return start, end


def _objects(context: Context, cue: Cue) -> Iterator[Stretch]:
    """The stretches that name what a cue says is replaced: after `erstatter`, on either side of `opphører`, else the sentences around it."""
    lower, (start, end) = context.view.lower, context.sentence(cue.start)
    if cue.term.id == "earlier":
        if not lower[start : cue.start].strip(" |") and lower[cue.end : cue.end + 2].strip()[:1] in ("|", ":"):
            yield start, end
        return
    if lower[cue.start : cue.end] in _PARTICLES and not _FALLS.search(lower, start, cue.start):
        return
    told = _TOLD.search(lower, start, cue.start) and "denne" not in lower[cue.end : end]
    if told or _is_denied(lower, start, cue, end):
        return
    is_passive = cue.term.id == "lapsed" or (_PASSIVE.search(lower, cue.start, cue.end) and not _HAS.search(lower, start, cue.start))
    if not is_passive and _WHICH.search(lower, start, cue.start):
        yield start, cue.start
    elif not is_passive or not _BY_ANOTHER.match(lower, cue.end, end):
        yield cue.end, end
    if is_passive and not _BY_OTHERS.match(lower, cue.end, end):
        yield start, cue.start
    yield from _around(context, (start, end))


def _around(context: Context, sentence: Stretch) -> Iterator[Stretch]:
    """The sentences beside one that names no agreement itself, which say which ones are meant, and those that say the same of others."""
    lower, index = context.view.lower, context.sentence_index(sentence[0])
    following = context.sentences[index + 1 :]
    if context.dates_in(*sentence):
        yield from takewhile(lambda after: _THE_SAME.match(lower, *after) is not None, following)
        return
    if _REFERS.search(lower, *sentence):
        block = context.block(sentence[0])
        before = context.sentences[max(0, index - (_MOST if _BOTH.search(lower, *sentence) else 1)) : index]
        yield from (earlier for earlier in before if context.block(earlier[0]) is block)
    yield from takewhile(lambda after: _THEY_ARE.match(lower, *after) is not None, following)


def _agreements(context: Context, stretch: Stretch) -> Iterator[tuple[int, Stretch | None]]:
    """The dates in a stretch that each tell an agreement apart, and what it is called."""
    last: Found | None = None
    for found in context.dates_in(*stretch):
        noun = agreement_before(context, stretch[0], found.start, signed=True) or paper_before(context, stretch[0], found.start)
        if noun and _PART_OF.search(context.view.lower, stretch[0], noun[0]):
            continue
        if noun:
            yield found.start, title(context, noun, found.start)
        elif THE_ONE.search(context.view.lower, last.end if last else stretch[0], found.start) or (last and _continues(context, last.end, found.start)):
            yield found.start, None
        else:
            continue
        last = found


def _continues(context: Context, start: int, end: int) -> bool:
    """Whether a date only adds another agreement to the one before: `av 5. mai 2010 og 6. juni 2012`, `og Radøy (av …`."""
    if context.cues.first("verbs", start, end) or context.cues.first("events", start, end):
        return False
    return bool(_ONE_MORE.match(context.view.lower, start, end) or _OF_ANOTHER.search(context.view.lower, start, end))
