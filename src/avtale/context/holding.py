"""Who holds a role, for how much of a position, and where: shared by the extractors of `police_contact` and `slt_coordinator`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.candidate import Candidate, Stretch
from avtale.context.card_tables import facts_in_tables
from avtale.context.cards import PRESENCE, lines, names_on
from avtale.context.context import Context
from avtale.context.positions import position, set_aside
from avtale.context.presence import Presence, presences, presences_at
from avtale.grammar.found import Found
from avtale.structure import Block, Kind, Section
from avtale.structure.block import Row
from avtale.vocabulary import Cue

FILLED_BY = (
    r"(?:innehas|innehaves|ivareta(?:s|tt)|ivaretakast|ivareteken?|utføre?[st]|utførast|dekke?[st]|dekkjast|dekt|fylle?[st]|fyllast|fylt|skjøttes|besatt|tatt|teken?|hatt|haldast)"
    r"(?:\s(?:nå|no|for\stid[ae]n?|i\sdag|(?:stilling|roll|oppg[aå]v|funksjon)\w*))?\sav"
)
"""Of a role, before who has it."""
_COPULA = re.compile(
    rf"\b(?:er|har\s(?:vært|vore)|heter|heiter|blir|vert|for\stid[ae]n?|{FILLED_BY}|har\s(?:rollen|rolla|funksjonen|oppgaven|oppgåva|vervet)(?:\ssom)?"
    r"|(?:er\s)?(?:til|an)sett|(?:er\s)?ansatt|utpekt|oppnevnt|oppnemnd|fungerer|fungera|virker|verkar|arbeider|arbeidar|jobber|jobbar|som)\b"
)
_APPOSITION = re.compile(
    r"[\s,:;–—(/-]*(?:p\.?\s?t\.?,?\s)?(?:[\w.-]*(?:betjent|konstabel|inspektør|advokat|rådgiver|rådgjevar|konsulent)\s(?:\d\s)?|(?:p[fo]?b|(?:pol(?:iti)?)?betj|polinsp|konst|adv)\.\s|(?:fast|vår|kommunens|bydelens)\s)?"
)
_APPOINTED = re.compile(
    r"\b(?:pei?k\w*\sut|utpe[ik]\w*|oppnevn\w*|oppnemn\w*|utnevn\w*|utnemn\w*|til[sl]?satt|til[sl]?sett|ansatt|valgt|vald|satt|sett)\s(?:[\w-]+\s){0,3}?\Z"
)
"""Before a name that somebody is chosen by: `politiet har pekt ut betjent Kari Moen til politikontakt`."""
_CONDITION = re.compile(
    r"\W*(?:inntil|til|når(?!\sdet\sgjeld)|dersom|hvis|viss|om|før|etter\sat|mens|medan|så\slenge|så\ssnart)\s(?:[^.,;:]{0,30}?\s)?"
    r"(?:er|har|blir|vert|kommer|kjem|får|ikke|ikkje|slutter|sluttar|møter|går|skal|kan|finst|finnes)\b[^.;:,]*,\s"
)
"""A clause at the start of a sentence that only says when the rest of it holds."""
_JOINED = re.compile(r"[,;]?\s(?:og|eller|samt|,)\s\Z|\sog\s")
_COMPLEMENT = re.compile(r"[\s(]*(?:for|i|ved|på|hos|hjå|til|fra|frå|med)\s[^.;:]*")
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
_IS_CALLED = re.compile(
    rf"\b(?:heter|heiter|innehar|for\s[\w-]+(?:\s[\w-]+){{0,2}}\ser\sdet|stilling(?:en|a)\s[^.;]{{0,40}}\bhar\s(?:no|nå)|(?:held|holder)\sfram|fortsetter|{FILLED_BY}|har\s(?:hatt\s)?(?:rollen|rolla|funksjonen|oppgaven|oppgåva)|til[sl]?satt|til[sl]?sett|ansatt|utpekt|utpeika|utpeikt|pei?kt\sut|utnevnt|oppnevnt|oppnemnd|fungerer|"
    r"fungera|tek\shand\som|ivaretar|ivaretas|lag[dt]e?\stil|ligger?\s(?:\w+\s)?(?:til|hos)|ligg\s(?:\w+\s)?(?:til|hos)|i\sstilling(?:en|a)\s(?:er|sit|sitter)|som\ser)\b"
)
_SHORTLY = re.compile(r"\W*(?:koordinator|kontakt)(?:en)?\s(?:[^,.;]{1,30}\s)?er\s")
"""How a sentence begins that tells who has the role it calls by its short form: `Koordinator i perioden er Kari Moen`."""
_THERE = re.compile(
    r"\btilstedeværels|\btil\sstadesv|\bnærvær|\btil\s?ste?de?\b|\btil\s?stades\b|\bkontor|\btreff\w*|\boppmøte|\b(?:er|vere|vera|være)\s(?:\w+\s){0,2}?(?:på|i|ved)\b"
)
_PLACE_LABEL = re.compile(r"(?:(?:[Ii]|[Pp]å|[Vv]ed)\s)?(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s[\w-]+){0,3}):?")
_PAIR = 2
"""Cells of a row that names a place and says when somebody is there."""
_CELL = re.compile(r"(?:(?!\s{3})[^|\t\n])+")
_NEAR = 90
"""Characters between an office and the name of its holder."""
_FAR = 240
"""Characters between an office and the verb by which somebody is chosen for it."""
_AFTER = 6
"""Sentences after the one that names an office in which it can be gone on about."""


def facts(context: Context, field: str) -> Iterator[Candidate]:
    """Candidates for the name, the position and the presence of the role whose field it is."""
    cues = [cue for cue in context.offices if cue.term.id == field]
    known = dict.fromkeys(named for cue in cues for named in [_name(context, cue)] if named)
    yield from (Candidate(field, {"name": context.read(*named)}, (named,)) for named in known)
    cards = list(lines(context, cues, field))
    for named in names_on(context, cards):
        yield Candidate(field, {"name": context.read(*named)}, (named,), 1)
    for stretch in dict.fromkeys([*_about(context, cues, field), *cards]):
        alone = None if _names_another(context, stretch, field) else _only_name(context, *stretch)
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


def _name(context: Context, cue: Cue) -> Stretch | None:
    """The name that stands with an office: in its row, after it, before it, or alone in the line that the office heads."""
    names, row = context.names, context.row(cue.start)
    if row and names.first(*row) is names.last(*row):
        return None if _others(context, cue.start, *row) else _stretch(names.only(*row))
    block = context.block(cue.start)
    start, end = context.sentence(cue.start)
    condition = _CONDITION.match(context.view.lower, start, end)
    if condition and cue.start < condition.end():
        return None
    after = _stretch(names.first(cue.end, min(end, cue.end + _NEAR)))
    if after and _is_holder(context, cue.end, after[0], leads=True):
        return after
    before = _stretch(names.last(max(start, cue.start - _FAR), cue.start))
    if before and _is_appointed(context, start, before, cue):
        return before
    if before and cue.start - before[1] < _NEAR and _is_holder(context, before[1], cue.start, leads=False) and not _is_taken(context, before, start):
        return before
    heads = block.start <= cue.start <= block.start + 2 and ":" in context.view.text[cue.end : cue.end + 15]
    return _stretch(names.only(block.start, block.end)) if heads else None


def _stretch(name: Found | None) -> Stretch | None:
    return (name.start, name.end) if name else None


def _others(context: Context, at: int, start: int, end: int) -> bool:
    """Whether a row names another office before the one at a position, whose row it then is."""
    return context.offices.first(start, min(at, end)) is not None


def _is_holder(context: Context, start: int, end: int, leads: bool) -> bool:
    """Whether what stands between an office and a name says that the two are one; `leads` where the office comes first."""
    lower = context.view.lower
    if context.offices.first(start, end) or context.names.first(start, end):
        return False
    if _APPOSITION.fullmatch(lower, start, end):
        return True
    copula = _COPULA.search(lower, start, end)
    others = [cue for cue in context.cues.within("verbs", start, end) if not _COPULA.match(lower, cue.start)]
    if copula is None or others:
        complement = _COMPLEMENT.fullmatch(lower, start, end) if leads and copula is None and not others else None
        return complement is not None and not _JOINED.search(lower, start, end) and any(sign in ",:(" for sign in lower[end - 2 : end])
    between = lower[start : copula.start()]
    return (
        not leads or not between.strip(" ,()") or between.lstrip(" (").startswith(("for ", "i ", "ved ", "på ", "hos ", "hjå ", "til ", "frå ", "fra ", "med "))
    )


def _is_appointed(context: Context, start: int, name: Stretch, cue: Cue) -> bool:
    """Whether a sentence says of a name that it is chosen for an office: `har pekt ut Kari Moen til politikontakt`."""
    lower = context.view.lower
    return lower[name[1] : cue.start] in (" til ", " som ") and bool(_APPOINTED.search(lower, max(start, name[0] - _FAR), name[0]))


def _is_taken(context: Context, name: Stretch, start: int) -> bool:
    """Whether the office right before a name already has it (`ordfører Kari Moen, politikontakten …`), and no verb says more of it."""
    before = context.offices.last(start, name[0])
    return before is not None and name[0] - before.end < 3 and not _COPULA.match(context.view.lower, name[1] + 1)


def _only_name(context: Context, start: int, end: int) -> Stretch | None:
    """The one name of a sentence that says who somebody is: `… heiter Kari Moen`, `Kari Moen har rollen`."""
    name = _stretch(context.names.only(start, end))
    condition = _CONDITION.match(context.view.lower, start, end) if name else None
    begins = condition.end() if condition else start
    says = name and (_IS_CALLED.search(context.view.lower, begins, end) or _SHORTLY.match(context.view.lower, begins, end))
    return name if says else None


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
        elif not _others(context, at, *row) and (at - row[0] < 3 or context.names.first(*row)):
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
        if headed or _goes_on(lower, stretch, field) or _only_name(context, *stretch) or _sets_aside(context, stretch):
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
