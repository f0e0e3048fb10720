"""The stretches of a text that tell opening hours: sentences, entries and table rows, each with whose hours they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.hours_above import above
from avtale.context.openings import PHONE, is_about_contact, is_office_open, label, named, own_purpose, pointed_to
from avtale.grammar.number import COUNT
from avtale.structure import Kind

TIME = re.compile(
    r"(?!(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d)\d{1,2}(?:[.:]?\d\d)?\s?[-–—]\s?\d{1,2}(?:[.:]?\d\d)?(?!\d|[.:]\d)"
    r"|\d(?:(?<=kl\s\d)|(?<=kl\.\s\d)|(?<=klokka\s\d)|(?<=klokken\s\d))|(?<=klokka\s)[a-zæøå]|(?<=klokken\s)[a-zæøå]"
)
"""A range of times, or an hour after `kl.`, in a figure or in words."""
_hour = rf"(?:kl\.?\s|klokk[ae]n?\s)?(?:\d{{1,2}}(?:[.:]?\d\d)?|(?:halv\s)?{COUNT})"
_CLOCKED = re.compile(rf"\b(?:mellom|fra|frå|tidsrommet)\s{_hour}\s(?:og|til)\s{_hour}\b(?!\.\s?\w)")
"""A range of times in words: `mellom 10 og 12.30`."""
_AFTER_HOUR = frozenset(mark + after for mark in ".:-–—" for after in "0123456789 k") | frozenset(" " + after for after in "-–—to")
"""What can follow the hour in a range of times."""
_DATED = re.compile(r"\s(?:den\s)?\d{1,2}\.(?:\s?(?:0?[1-9]|1[0-2])\.|\s(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))")
_HOLIDAY = re.compile(
    r"\b(?:dag(?:en)?|onsdag|tirsdag|tysdag|fredag|laurdag|lørdag)\sfør\s(?:skjærtorsdag|skjertorsdag|påske|jul|pinse|nyttår|helgedag|helligdag)"
)
"""The day before a holiday, which is no day of the week."""
_GONE = re.compile(
    r"\b(?:skulle|var|har\svært|har\svore)\b[^.;]*\b(?:nedlagt|lag[td]\sned|avvikl(?:et|a)|(?:er|vert|blir)\s(?:det\s)?slutt|gjeld(?:er)?\sikk?j?e)\b"
)
"""Of hours that are told only because they are no more."""
_CLAUSE = re.compile(r"(?:[,;.]\s|\s)(?:(?:og|mens|medan|men|samt)\s)?(?:[A-ZÆØÅ][\w-]+\s|på\s|ved\s|for\s){0,3}\Z")
_SEASON = re.compile(r"\b(?:(?:om|i|på)\s)?(?:sommer|sommar|sumar|vinter|romjul|påske|ferie)\w*")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Entry(NamedTuple):
    """Hours told of one counter in sentences that follow each other."""

    stretch: Stretch
    first: int
    """Where its days or times begin."""
    purpose: str
    source: Stretch | None
    """What tells whose they are, where that stands elsewhere."""


def told(context: Context) -> Iterator[tuple[Stretch, int]]:
    """The sentences, lines and rows that can say hours, each cut where another counter's begin, with where days or times begin."""
    lower = context.view.lower
    stretches = {context.sentence(start) for start, end in context.figures if lower[end : end + 2] in _AFTER_HOUR and TIME.match(lower, start)}
    stretches.update(stretch for stretch in context.sentences_with("weekdays") if context.has("openness", *stretch) or _CLOCKED.search(lower, *stretch))
    stretches.update(context.sentences_with("closed"))
    stretches.update(stretch for stretch in context.sentences_with("openness") if context.cues.first("periods", *stretch))
    for start, end in stretches:
        days = context.cues.within("weekdays", start, end)
        if any(_DATED.match(lower, day.end) for day in days) or _HOLIDAY.search(lower, start, end) or _GONE.search(lower, start, end):
            continue
        for part in _parts(context, (start, end)):
            yield part, _first(context, part)


def _first(context: Context, stretch: Stretch) -> int:
    """Where the first day, time or word for being closed begins."""
    words = (context.cues.first("weekdays", *stretch), context.cues.first("closed", *stretch))
    figure = TIME.search(context.view.lower, *stretch)
    return min([*(cue.start for cue in words if cue), figure.start() if figure else stretch[1]])


def _parts(context: Context, stretch: Stretch) -> Iterator[Stretch]:
    """A sentence cut before each counter that is named after the hours of another and before its own."""
    start, end = stretch
    lower = context.view.lower
    for cue in context.cues.within("purposes", start, end)[1:]:
        opening = _CLAUSE.search(context.view.text, start, cue.start)
        cut = opening.start() + 1 if opening else cue.start
        before = named(context, start, cut)
        if (
            before
            and cue.term.id not in ("anybody", before.term.id)
            and TIME.search(lower, start, cut)
            and TIME.search(lower, cue.end, end)
            and named(context, cut, cue.end + 1)
        ):
            yield start, cut
            start = cut
    yield start, end


def entries(context: Context, stretches: list[tuple[Stretch, int]]) -> Iterator[Entry]:
    """The stretches with whose hours they tell; one that goes on with the hours of the one before is joined to it."""
    last: Entry | None = None
    for stretch, first in stretches:
        purpose = own_purpose(context, stretch, first)
        if last and (purpose is None or (purpose == last.purpose and _is_closing(context, stretch))) and _continues(context, last, stretch, first):
            last = last._replace(stretch=(last.stretch[0], stretch[1]))
            continue
        if last:
            yield last
        last = _entry(context, stretch, first, purpose)
    if last:
        yield last


def _entry(context: Context, stretch: Stretch, first: int, purpose: str | None) -> Entry | None:
    source: Stretch | None = None
    if purpose is None or (purpose == "none" and context.block(stretch[0]).kind is Kind.ITEM):
        found = above(context, stretch)
        if found and (purpose is None or found[0] in ("police_office", "police_contact")):
            purpose, source = found
        elif purpose is None and (context.has("purposes", *stretch, "anybody") or is_office_open(context, stretch)):
            purpose = "public_counter"
    if purpose == "police_contact" and source is None and not context.has("roles", *stretch, "police_contact"):
        found = above(context, stretch)
        source = found[1] if found and found[0] == purpose else None
    if purpose == "police_office" and source and is_about_contact(context, stretch[0]) and not named(context, *source):
        purpose = "police_contact"
    return Entry(stretch, first, purpose, source or pointed_to(context, stretch)) if purpose and purpose != "none" else None


def _continues(context: Context, entry: Entry, stretch: Stretch, first: int) -> bool:
    """Whether a stretch goes on with the hours before it: the next line or sentence, short before its days, of the same kind."""
    between = context.view.text[entry.stretch[1] : stretch[0]]
    if context.sentence_index(stretch[0]) - context.sentence_index(entry.stretch[1] - 1) > 1:
        return False
    if between.count("\n") > 2 or len(between) > 20 or first - stretch[0] > 25 or label(context, (stretch[0], first)) or season(context, stretch):
        return False
    return not context.has("openness", *stretch) or _is_by_phone(context, stretch) == _is_by_phone(context, entry.stretch)


def _is_closing(context: Context, stretch: Stretch) -> bool:
    """Whether a stretch only says when a counter is closed, and so goes on with its hours: `Fredag er skranken stengt.`"""
    return context.cues.first("closed", *stretch) is not None and not TIME.search(context.view.lower, *stretch)


def _is_by_phone(context: Context, stretch: Stretch) -> bool:
    return bool(PHONE.search(context.view.lower, *stretch))


def all_year(context: Context, stretch: Stretch) -> Stretch:
    """A stretch up to the part of the year in which other hours hold: `… kl. 9–15, fra 15. juni til 15. august kl. 9–14`, `…, om sommaren til kl. 14`."""
    start, end = stretch
    first = TIME.search(context.view.lower, start, end)
    named = _SEASON.search(context.view.lower, first.end(), end) if first else None
    dated = next((found.start for found in context.dates_in(start, end) if str(found.value["date"]).startswith("XXXX-")), end)
    season = min(dated, named.start() if named else end)
    if season < end and TIME.search(context.view.lower, start, season) and TIME.search(context.view.lower, season, end):
        return start, context.view.lower.rfind(" ", start, season) if context.view.lower[season - 1] == " " else season
    return stretch


def season(context: Context, stretch: Stretch) -> str | None:
    """The part of the year that hours are for, in the notation of opening hours: `Jun 15-Aug 15`."""
    dates = [str(found.value["date"]) for found in context.dates_in(*stretch)]
    days = [_day(part) for date in dates for part in date.split("/") if part.startswith("XXXX-")]
    if days:
        return "-".join(days[:2]) if len(days) > 1 else days[0] if " " not in days[0] else None
    day = context.cues.first("weekdays", *stretch)
    months = [_MONTHS[int(cue.term.id) - 1] for cue in context.cues.within("months", stretch[0], day.start if day else stretch[0])]
    return "-".join(dict.fromkeys([months[0], months[-1]])) if months and not dates else None


def _day(date: str) -> str:
    _, month, *day = date.split("-")
    return " ".join([_MONTHS[int(month) - 1], *(str(int(number)) for number in day)])
