"""Who holds a role, for how much of a position, and where: shared by the extractors of `police_contact` and `slt_coordinator`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.candidate import Candidate, Stretch
from avtale.context.card_tables import facts_in_tables
from avtale.context.cards import PRESENCE, lines, names_on
from avtale.context.context import Context
from avtale.context.holder_names import holder_of, is_anothers, named_alone
from avtale.context.positions import position, set_aside
from avtale.context.presence import Presence, presences, presences_at
from avtale.structure import Block, Kind, Section
from avtale.structure.block import Row
from avtale.vocabulary import Cue

_PRONOUN = re.compile(
    r"\W*(?:(?:og|men)\s)?(?:det\ser\s(?:satt|sett)\sav|han|hun|ho|vedkommende|vedkomande|den\ssom\sinnehar|(?:denne\s)?stillingen|(?:denne\s)?stillinga|stillings(?:andel|prosent|brøk)(?:en)?|ordningen|ordninga|resten|for\stid[ae]n?|"
    r"oppgaven|oppgavene|oppgåva|oppgåvene|rollen|rolla|funksjonen|vervet)\b"
)
_HEADED = re.compile(r"\W*(?:(?:hel|heil|halv|full)\w*\s(?:stilling|tid|årsverk)|\d+\s?(?:%|prosent)|for\s[\w-]+(?:\s[\w-]+){0,2}\ser\sdet\s)")
"""How a sentence begins that is about the holder of the office that its heading names."""
_HE = re.compile(r"s(?<!\ws)tilling(?:en|a)\b|h(?<!\wh)(?:ans?|am|un|o|enne|ennes|ennar)\b|v(?<!\wv)edkom(?:m)?ande\b|v(?<!\wv)edkommende\b")
_AGENT = re.compile(r"\W*(?!stillings)\w+(?:ar|er|or|ent|ant|ist|sjef|log)en\s")
"""Somebody with whom a sentence begins: `rådgiveren`, `rektoren`, `konsulenten`."""
_SOON = 66
"""Characters from the start of a sentence in which a pronoun for its subject ends."""
_SHORT_FORM = {"police_contact": re.compile(r"k(?<!\wk)ontakten\b"), "slt_coordinator": re.compile(r"k(?<!\wk)oordinator(?:en)?\b")}
_THERE = re.compile(
    r"\btilstedeværels|\btil\sstadesv|\bnærvær|\btil\s?ste?de?\b|\btil\s?stades\b|\bkontor|\btreff\w*|\boppmøte|\b(?:er|vere|vera|være)\s(?:\w+\s){0,2}?(?:på|i|ved)\b"
)
_PLACE_LABEL = re.compile(r"(?:(?:[Ii]|[Pp]å|[Vv]ed)\s)?(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s[\w-]+){0,3}):?")
_PAIR = 2
"""Cells of a row that names a place and says when somebody is there."""
_CELL = re.compile(r"(?:(?!\s{3})[^|\t\n])+")
_AFTER = 6
"""Sentences after the one that names an office in which it can be gone on about."""


def facts(context: Context, field: str) -> Iterator[Candidate]:
    """Candidates for the name, the position and the presence of the role whose field it is."""
    cues = [cue for cue in context.offices if cue.term.id == field]
    known = dict.fromkeys(named for cue in cues for named in [holder_of(context, cue)] if named)
    yield from (Candidate(field, {"name": context.read(*named)}, (named,)) for named in known)
    cards = list(lines(context, cues, field))
    for named in names_on(context, cards):
        yield Candidate(field, {"name": context.read(*named)}, (named,), 1)
    for stretch in dict.fromkeys([*_about(context, cues, field), *cards]):
        alone = None if _names_another(context, stretch, field) else named_alone(context, *stretch)
        if alone and alone not in known:
            yield Candidate(field, {"name": context.read(*alone)}, (alone,), 1)
        found = position(context, *stretch)
        if found:
            yield Candidate(field, {"position_percentage": found.value["percent"]}, ((found.start, found.end),))
        for part in _cells(context, stretch):
            yield from (Candidate(field, {"presence": value}, spans) for value, spans in presences(context, part))
    yield from (Candidate(field, {"presence": value}, spans) for value, spans in _tabled(context, field))
    yield from facts_in_tables(context, field) if cues else ()


def _tabled(context: Context, field: str) -> Iterator[Presence]:
    """The presences in a table of places that is about the holder of an office, or that a line leads which says that she is there."""
    for table in context.outline.tables:
        about = "place" in table.columns and _is_about(context, table.lead, table.section, field)
        led = not table.columns and table.lead is not None and _leads(context, table.lead, table.section, field)
        for row in table.rows:
            at = row.columns.get("place") if about else _place_label(context, row) if led else None
            if at:
                yield from (presence for cell in row.cells if cell[0] >= at[1] or cell[1] <= at[0] for presence in presences_at(context, cell, at))


def _place_label(context: Context, row: Row) -> Stretch | None:
    """The place that the first of two cells names: `på Geilo:   éin dag i veka`."""
    match = _PLACE_LABEL.fullmatch(context.view.text, *row.cells[0]) if len(row.cells) == _PAIR else None
    return match.span("place") if match else None


def _cells(context: Context, stretch: Stretch) -> list[Stretch]:
    """The cells of a row; a sentence, and a row whose label says that its cell is about a presence, as they are."""
    if context.row(stretch[0]) is None or PRESENCE.match(context.view.lower, *stretch):
        return [stretch]
    return [match.span() for match in _CELL.finditer(context.view.text, *stretch)]


def _about(context: Context, cues: list[Cue], field: str) -> list[Stretch]:
    """The rows and sentences that speak of the holder: those with the office, those that go on about `han` or `hun`, the lists they lead."""
    found: dict[Stretch, None] = {}
    posts = [cue.start for cue in context.cues.all("posts") if cue.term.id == field]
    for at in sorted([*posts, *(cue.start for cue in cues)]):
        row = context.row(at)
        if row is None:
            number = context.sentence_index(at)
            if context.sentences[number] in found:
                continue
            found[context.sentences[number]] = None
            found |= dict.fromkeys(_going_on(context, number, field))
        elif not is_anothers(context, at, *row) and (at - row[0] < 3 or context.names.first(*row)):
            found |= dict.fromkeys((row, *_card(context, row)))
    for listing in context.outline.listings if cues else ():
        lead = listing.lead
        if lead and _leads(context, lead, listing.section, field):
            found |= dict.fromkeys((item.start, item.end) for item in listing.items)
    return sorted(found)


def _card(context: Context, row: Stretch) -> list[Stretch]:
    """The rows after one that begins a table with the office, as far as they name no other: a card about its holder."""
    table = next((table for table in context.outline.tables if table.rows[0].start == row[0]), None)
    rows = ((after.start, after.end) for after in table.rows[1:]) if table else iter(())
    return list(takewhile(lambda after: not context.offices.first(*after), rows))


def _leads(context: Context, lead: Block, section: Section | None, field: str) -> bool:
    """Whether a line leads a list of the places where the holder of an office is."""
    return _is_about(context, lead, section, field) and _THERE.search(context.view.lower, *context.sentence(lead.end - 1)) is not None


def _is_about(context: Context, lead: Block | None, section: Section | None, field: str) -> bool:
    """Whether the line before a list or a table, or the heading above it, is about the holder of an office."""
    if section is not None and section.type == field:
        return True
    return lead is not None and any(cue.term.id == field for cue in context.offices.within(lead.start, lead.end))


def _going_on(context: Context, number: int, field: str) -> Iterator[Stretch]:
    """The sentences after one that go on about the holder it names."""
    lower = context.view.lower
    first = context.block(context.sentences[number][0])
    section = context.section(first.start)
    for stretch in context.sentences[number + 1 : number + 1 + _AFTER]:
        index = context.outline.block_at(stretch[0])
        block = context.outline.blocks[index]
        if (block.kind is not Kind.TEXT and block is not first) or context.outline.section_at[index] is not section or _names_another(context, stretch, field):
            return
        headed = first.kind is Kind.HEADING and _HEADED.match(lower, *stretch) is not None
        if headed or _goes_on(lower, stretch, field) or named_alone(context, *stretch) or _sets_aside(context, stretch):
            yield stretch
        elif context.offices.first(*stretch) or context.names.first(*stretch):
            return


def _sets_aside(context: Context, stretch: Stretch) -> bool:
    """Whether a sentence sets aside a share of the position of the one spoken of, and not of somebody with whom it begins."""
    return set_aside(context, *stretch) is not None and not _AGENT.match(context.view.lower, *stretch)


def _goes_on(lower: str, stretch: Stretch, field: str) -> bool:
    """Whether a sentence speaks of the holder by a pronoun or by the short form of the office."""
    start, end = stretch
    is_of_another = _AGENT.match(lower, start, end)
    he = None if is_of_another else _HE.search(lower, start, min(end, start + _SOON)) or _PRONOUN.match(lower, start, end)
    return he is not None or _SHORT_FORM[field].search(lower, start, end) is not None


def _names_another(context: Context, stretch: Stretch, field: str) -> bool:
    return any(cue.term.id in _SHORT_FORM and cue.term.id != field for cue in context.offices.within(*stretch))
