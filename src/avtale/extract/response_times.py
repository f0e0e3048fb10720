"""`response_times`: how soon the police are to be there, for what share of the calls, by the population of the place.

`Færre enn 2000 innbyggjarar: 80 % … innan 30 minuttar`; in a list, a table row or a sentence. Bounds are the figures in the text.

Not this field: a driving time to the nearest station, a statistic of what has been reached.
Known gaps: a bracket that only names places (`i byane`), a time for the whole district.

>>> from avtale.context import Context
>>> next(extract(Context("Over 20.000 innbyggere: 80 % innen 12 minutter"))).value
{'population_min': 20000, 'population_max': None, 'share': 80, 'within': 'PT12M'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import duration, share
from avtale.grammar.anchor import compiled
from avtale.grammar.found import Found
from avtale.grammar.number import CARDINAL, value
from avtale.structure import Block, Kind
from avtale.structure.block import Table

_number = rf"(?:\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|(?<!\d)\d{{3,6}}(?!\d)|\b{CARDINAL}\s?tusen\b)"
_BRACKET = rf"""(?x)
    (?: (?:
          (?P<above>over|mer\senn|meir\senn|flere\senn|fleire\senn|større\senn|>)
        | (?P<below>under|færre\senn|mindre\senn|inntil|opp\s?til|til\sog\smed|høyst|høgst|maks(?:imalt)?|<)
        | (?P<least>minst|fra|frå) | (?P<between>mellom)
      )\s* )?
    (?P<a>{_number})(?:\s?(?:[-–—]|og|til(?:\sog\smed)?)\s?(?P<b>{_number}))?
    (?P<people>\s(?:\w+\s)?(?:innb|inb|bebu|menneske|person|fastbu|fastboende|folk)\w*)?
    (?:(?P<more>\s?\+|\s(?:eller|og)\s(?:flere|fleire|mer|meir|over))|(?P<less>\s(?:eller|og)\s(?:færre|mindre|under)))?
    (?P<suffix>\s(?:\w+\s)?(?:innb|inb|bebu|menneske|person|fastbu|fastboende|folk)\w*)?
    """
_PEOPLE = re.compile(r"\binnb|\binb\.|\bbu[r]?\b|\bbor\b|\bbefolk|\bfolketal|\btettst|\bfastbu|\bfastboende")
_REACHED = re.compile(
    r"\b(?:var|blei|ble|vart|(?<!være )(?<!vere )(?<!vera )(?<!bli )nådde?|snitt|gjennomsnitt|median|å\skjøre|å\skøyre|kjøretid|køyretid|reisetid)\b"
)
"""What is told of the past, and how long a drive takes."""
_UNITS = ("PT1M", "PT15M", "PT1H")
_SUCH = re.compile(r"\b(?:denne|slik)\s(?:størrelse|storleik)")
_URGENT = re.compile(r"\b(?:haste|utrykning|utrykking|innsatstid|responstid)")
_FEWEST = 200
"""People of the smallest bound."""
_LONGEST = 40
"""Entries of the longest list whose lead is looked for."""
_BACK = 3
"""Sentences before a bracket in which its share can stand."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each bracket that has a time."""
    stretches = {_unit(context, cue.start) for cue in context.cues.all("periods") if cue.term.id in _UNITS}
    rows = {(row.start, row.end): table for table in context.outline.tables for row in table.rows} if stretches else {}
    for stretch in sorted(stretches):
        by_column = _of_columns(context, rows[stretch], stretch) if stretch in rows else []
        yield from by_column
        if not by_column and not _REACHED.search(context.view.lower, *stretch):
            yield from _read(context, stretch)


def _unit(context: Context, position: int) -> Stretch:
    """The table row or the sentence that a position is in."""
    return context.row(position) or context.sentence(position)


def _read(context: Context, stretch: Stretch) -> Iterator[Candidate]:
    """The brackets of a stretch with their times: each with the one after it, or each time with the bracket after it."""
    brackets = _brackets(context, stretch) or _of_such(context, stretch)
    times = [found for found in duration.find(context.view, *stretch) if found.value["duration"].startswith("PT")]
    if not brackets:
        yield from _everywhere(context, stretch, times)
        return
    yield from (_candidate(context, stretch, bracket, time) for bracket, time in _pairs(brackets, times))


def _of_columns(context: Context, table: Table, stretch: Stretch) -> list[Candidate]:
    """The times of a row in a table with a bracket a column: `| | under 2000 | 2000–20 000 |` over `| Tid | 30 minutter | 18 minutter |`."""
    head = table.header or table.rows[0].grid
    row = next(row for row in table.rows if row.start == stretch[0])
    if len(row.grid) != len(head) or head[0] == row.grid[0]:
        return []
    brackets = [next((match for match in compiled(_BRACKET).finditer(context.view.lower, *cell) if _is_bracket(match)), None) for cell in head]
    times = [next((found for found in duration.find(context.view, *cell) if found.value["duration"].startswith("PT")), None) for cell in row.grid]
    pairs = [(bracket, time) for bracket, time in zip(brackets, times, strict=True) if bracket and time]
    return [_candidate(context, stretch, *pair) for pair in pairs] if sum(map(bool, brackets)) > 1 else []


def _candidate(context: Context, stretch: Stretch, bracket: re.Match[str], time: Found) -> Candidate:
    """A bracket with its time, and the share that holds for both."""
    low, high = _bounds(bracket)
    together = bracket.start() >= stretch[0]
    span = (min(bracket.start(), time.start), max(bracket.end(), time.end)) if together else (time.start, time.end)
    value = {"population_min": low, "population_max": high, "share": _share(context, stretch, span), "within": time.value["duration"]}
    return Candidate("response_times", value, (span,) if together else (bracket.span(), span))


def _of_such(context: Context, stretch: Stretch) -> list[re.Match[str]]:
    """The brackets of the sentence before, of places as large as which this one tells: `i kommuner av denne størrelsen`."""
    if not _SUCH.search(context.view.lower, *stretch):
        return []
    return _brackets(context, context.sentences[max(0, context.sentence_index(stretch[0]) - 1)])


def _everywhere(context: Context, stretch: Stretch, times: list[Found]) -> Iterator[Candidate]:
    """A time that holds whatever the population: `I åtte av ti hastesaker skal politiet være framme innen tre kvarter`."""
    urgent = len(times) == 1 and _URGENT.search(context.view.lower, *stretch)
    told = _first_share(context, stretch) if urgent else None
    if told:
        value = {"population_min": None, "population_max": None, "share": told, "within": times[0].value["duration"]}
        yield Candidate("response_times", value, ((times[0].start, times[0].end),))


def _pairs(brackets: list[re.Match[str]], times: list[Found]) -> Iterator[tuple[re.Match[str], Found]]:
    if times and times[0].start < brackets[0].start():
        brackets, times = list(reversed(brackets)), list(reversed(times))
        yield from ((bracket, time) for bracket in brackets for time in [next((time for time in times if time.start < bracket.start()), None)] if time)
        return
    yield from ((bracket, time) for bracket in brackets for time in [next((time for time in times if time.start > bracket.start()), None)] if time)


def _brackets(context: Context, stretch: Stretch) -> list[re.Match[str]]:
    """The brackets of population in a stretch that is about how many people live somewhere."""
    lower = context.view.lower
    if not _PEOPLE.search(lower, *stretch):
        lead = _lead(context, stretch[0])
        if lead is None or not (context.row(stretch[0]) or _PEOPLE.search(lower, lead[0], stretch[0])):
            return []
    return [match for match in compiled(_BRACKET).finditer(lower, *stretch) if _is_bracket(match)]


def _is_bracket(match: re.Match[str]) -> bool:
    bounded = any(match[name] for name in ("above", "below", "more", "less", "b")) or (match["least"] and (match["people"] or match["suffix"]))
    return bool(bounded) and _count(match["a"]) >= _FEWEST


def _lead(context: Context, position: int) -> Stretch | None:
    """The line that leads the list or the table that a position is in."""
    index = context.outline.block_at(position)
    kind = context.outline.blocks[index].kind
    style = _style(context.outline.blocks[index])
    first = max(0, index - _LONGEST)
    while index > first and kind is not Kind.TEXT and context.outline.blocks[index].kind is kind and _style(context.outline.blocks[index]) == style:
        index -= 1
    block = context.outline.blocks[index]
    return (block.start, block.end) if block.start < position else None


def _style(block: Block) -> str:
    """The kind of marker that an entry has: an entry of another kind leads a list within it."""
    return re.sub(r"\w+", "1", block.marker or "")


def _share(context: Context, stretch: Stretch, span: Stretch) -> float | None:
    """The share that stands with a bracket: in its row or sentence, the last before the time; else in the lead or the sentences before."""
    lower = context.view.lower
    own = _first_share(context, span) or _first_share(context, stretch) or _share_of_head(context, stretch)
    if own:
        return own
    lead = _lead(context, stretch[0])
    told = _first_share(context, lead) if lead else None
    if told:
        return told
    number = context.sentence_index((lead or stretch)[0])
    section = context.section(stretch[0])
    before = [part for part in context.sentences[max(0, number - _BACK) : number] if context.section(part[0]) is section and not _REACHED.search(lower, *part)]
    return next((told for part in reversed(before) if (told := _first_share(context, part))), None)


def _share_of_head(context: Context, stretch: Stretch) -> float | None:
    """The share at the head of a column of the table that a row is in: `Lengste tid i 80 % av oppdragene`."""
    table = next((table for table in context.outline.tables if any(row.start == stretch[0] for row in table.rows)), None)
    head = (table.header or table.rows[0].cells) if table else []
    return next((told for cell in head if (told := _first_share(context, cell))), None)


def _first_share(context: Context, stretch: Stretch) -> float | None:
    return next((found.value["percent"] for found in share.find(context.view, *stretch)), None)


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    a, b = _count(match["a"]), _count(match["b"]) if match["b"] else None
    if b is not None:
        return a, b
    return (None, a) if match["below"] or match["less"] else (a, None)


def _count(words: str) -> int:
    """A number of people: `to tusen` as well as `2 000`."""
    head = words.removesuffix("tusen").strip()
    return value(head) * 1000 if words.endswith("tusen") and head else value(words)
