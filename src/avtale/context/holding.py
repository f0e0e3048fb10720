"""Who holds a role, for how much of a position, and where: shared by the extractors of `police_contact` and `slt_coordinator`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context.candidate import Candidate, Stretch
from avtale.context.context import Context
from avtale.grammar import frequency, place, share
from avtale.grammar.found import Found
from avtale.grammar.role import offices
from avtale.structure import Kind
from avtale.vocabulary import Cue

_BETWEEN = re.compile(
    r"(?:[\s,:–—|(/-]|\b(?:er|heter|heiter|blir|vert|for|i|ved|no|nå|tida|tiden|kommunen|kommune|begge|båe|kommunene|kommunane|det|den|med|fast|kommunens|vår|som|til|innehas|av|har|politi\w+|lensmannsbetjent|overbetjent|førstebetjent|rådgiver|rådgjevar|konsulent|bydel|rollen|rolla|namn|navn)\b|\b(?-i:[A-ZÆØÅ])\w+(?=\skommune|\ser\b|\sheter|\sheiter|,)|\bbydel\s\w+)*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\W*(?:(?:og|men)\s)?(?:han|hun|ho|vedkommende|vedkomande|den\ssom\sinnehar|stillingen|stillinga|ordningen|ordninga|resten|for tiden|for tida)\b|.{0,60}\b(?:han|hun|ho|hans|hennes|hennar)\b"
)
_IS_CALLED = re.compile(
    r"\b(?:heter|heiter|innehas|innehar|innehaves|har\s(?:hatt\s)?(?:rollen|rolla|funksjonen|oppgaven|oppgåva)|fylt\sav|fylles\sav|er\still?sett|er\sansatt|ansatt|tilsett|fungerer|fungera|fernerer|tek\shand\som|ivaretar|er\spolitikontakt|er\sslt)\b"
)
_THERE = re.compile(
    r"\boppmøte|\btil\s?stede|\btilstede|\btil\s?stades|\btil\sstaden|\bkontor|\bbesøk|\bholder\still|\bheld\still|\btreffes|\btreffast|\b(?:er|vere|vera|være|sit|sitter|sitja)\s(?:\w+\s){0,2}?(?:på|i|ved)\b|\bhar\sfast\b|\btilgjengel|\boppmøte|\barbeidsdag|\bkontordag"
)
_CLOCK = re.compile(r"\bkl\b|\bklokk|\bmellom\s\d|\d{1,2}[.:]\d\d|\d\s?[–-]\s?\d")
_FORMERLY = re.compile(r"\b(?:mot\s)?(?:tidligere|tidlegare|før|tidl\.)\s*\Z")
_COUNTED = re.compile(r"dag|gang|gong|ggr|hver|kvar|ukentlig|vekentleg|månedlig|månadleg|kvartal")
_NEAR = 70
"""Characters between an office and the name of its holder."""


def facts(context: Context, field: str) -> Iterator[Candidate]:
    """Candidates for the name, the position and the presence of the role whose field it is."""
    cues = [cue for cue in offices(context.view, context.cues, 0, len(context.view.text)) if cue.term.id == field]
    for cue in cues:
        named = _name(context, cue)
        if named:
            yield Candidate(field, {"name": context.read(*named)}, (named,))
    for start, end in _about(context, cues, field):
        alone = _only_name(context, start, end)
        if alone:
            yield Candidate(field, {"name": context.read(*alone)}, (alone,), 1)
        found = share.position(context.view.lower, start, end)
        if found and not _FORMERLY.search(context.view.lower, start, found[1]):
            yield Candidate(field, {"position_percentage": found[0]}, ((found[1], found[2]),))
        yield from _presences(context, field, (start, end))


def _names(context: Context, start: int, end: int) -> list[Stretch]:
    return [(name.start, name.end) for name in context.names.within(start, end)]


def _name(context: Context, cue: Cue) -> Stretch | None:
    """The name that stands with an office: after it, before it, or alone in the line that the office heads."""
    text = context.view.text
    start, end = context.sentence(cue.start)
    block = context.block(cue.start)
    start, end = (block.start, block.end) if block.kind is Kind.ROW else (start, end)
    names = _names(context, start, end)
    after = next((name for name in names if name[0] >= cue.end), None)
    if after and after[0] - cue.end < _NEAR and _BETWEEN.fullmatch(text, cue.end, after[0]):
        return after
    before = next((name for name in reversed(names) if name[1] <= cue.start), None)
    if before and cue.start - before[1] < _NEAR and _BETWEEN.fullmatch(text, before[1], cue.start) and not _is_taken(context, before, start):
        return before
    heads = block.start <= cue.start <= block.start + 2 and ":" in text[cue.end : cue.end + 15]
    alone = _names(context, block.start, block.end)
    return alone[0] if heads and len(alone) == 1 else None


def _is_taken(context: Context, name: Stretch, start: int) -> bool:
    """Whether the office right before a name already has it (`ordfører Kari Moen, politikontakten …`)."""
    before = offices(context.view, context.cues, start, name[0])
    return bool(before) and name[0] - before[-1].end < 3


def _only_name(context: Context, start: int, end: int) -> Stretch | None:
    """The one name of a sentence that says who somebody is: `… heiter Kari Moen`, `Kari Moen har rollen`."""
    names = _names(context, start, end)
    return names[0] if len(names) == 1 and _IS_CALLED.search(context.view.lower, start, end) else None


def _about(context: Context, cues: list[Cue], field: str) -> list[Stretch]:
    """The sentences that speak of the holder: those with the office, and those right after that go on about `han` or `hun`."""
    found: dict[Stretch, None] = {}
    index = {stretch: number for number, stretch in enumerate(context.sentences)}
    for cue in cues:
        number = index[context.sentence(cue.start)]
        found[context.sentences[number]] = None
        for after in context.sentences[number + 1 : number + 6]:
            item = context.block(after[0]).kind in (Kind.ITEM, Kind.ROW) and _THERE.search(context.view.lower, *context.sentences[number])
            if not item and not (_PRONOUN.match(context.view.lower[slice(*after)]) and context.section(after[0]) is context.section(cue.start)):
                break
            found[after] = None
    for listing in context.outline.listings:
        if listing.lead and listing.section and listing.section.type == field and _THERE.search(context.view.lower, *context.sentence(listing.lead.end - 1)):
            found |= dict.fromkeys((item.start, item.end) for item in listing.items)
    return sorted(found)


def _presences(context: Context, field: str, stretch: Stretch) -> Iterator[Candidate]:
    start, end = stretch
    lower = context.view.lower
    block = context.block(start)
    if not _THERE.search(lower, start, end) and block.kind is not Kind.ITEM:
        return
    if not _THERE.search(lower, start, end) and not (place.after_preposition(context.view.text, start, end) or ":" in lower[start:end]):
        return
    rates = [rate for rate in frequency.find(context.view, start, end) if _COUNTED.search(rate.value["text"].lower())]
    rates = [
        rate
        for rate in rates
        if rate.value["period"] != "P1D"
        and not (rate.value["preferred"] and _CLOCK.search(lower, rate.end, min(end, rate.end + 70)))
        and not _FORMERLY.search(lower, start, rate.start)
    ]
    for rate in rates:
        at = _place_of(context, stretch, rate, rates)
        value: dict[str, Any] = rate.value | {"place": context.read(*at) if at else None}
        yield Candidate(field, {"presence": value}, ((rate.start, rate.end), at) if at else ((rate.start, rate.end),))


def _place_of(context: Context, stretch: Stretch, rate: Found, rates: list[Found]) -> Stretch | None:
    """The place of a presence: the nearest one that no other presence stands between; or what a line names before a colon."""
    text = context.view.text
    places = place.after_preposition(text, *stretch)
    head = text.find(":", stretch[0], rate.start)
    if head > 0 and not places and text[stretch[0]].isupper():
        return stretch[0], head
    free = [at for at in places if not any(min(at[0], rate.start) < other.start < max(at[0], rate.start) for other in rates if other is not rate)]
    before = [at for at in free if at[1] <= rate.start and rate.start - at[1] < 40]
    after = [at for at in free if at[0] >= rate.end and at[0] - rate.end < 40]
    leads = bool(places) and places[0][0] < rates[0].start
    return (before or after)[-1 if before else 0] if leads and (before or after) else (after or before)[0] if after or before else None
