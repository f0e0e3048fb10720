"""`opening_hours`: the hours of the police and of their roles: counter, passports, office day, politikontakt, bailiff, round-the-clock duty.

Sentences, lines and tables that say days and times; what is told of one counter and one place is one entry.
`duty` (`24/7`) where preparedness is round the clock. Counted days (`to dager i uka kl 10–14`) give `days_per_week`.

Not this field: a library's or a service desk's hours, the times of meetings, response times, presence without opening (`til stede to dager i uka`).
Known gaps: the months of a summer opening that no dates bound.

>>> from avtale.context import Context
>>> [found.value["opening_hours"] for found in extract(Context("Politiet har kontordag på rådhuset tirsdag kl. 9–13."))]
['Tu 09:00-13:00']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from avtale.context import Candidate, Context, Stretch
from avtale.context.openings import above, is_about_contact, label, named, own_purpose
from avtale.context.timetables import Timetable, timetables
from avtale.grammar import frequency, hours, place
from avtale.grammar.found import Found
from avtale.structure import Kind
from avtale.text import View

_TIME = re.compile(r"(?!(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d)\d{1,2}(?:[.:]?\d\d)?\s?[-–—]\s?\d{1,2}(?:[.:]?\d\d)?(?!\d|[.:]\d)|(?<=kl\s)\d|(?<=kl\.\s)\d|(?<=klokka\s)\d|(?<=klokken\s)\d")
_DATED = re.compile(r"\s(?:den\s)?\d{1,2}\.(?:\s?(?:0?[1-9]|1[0-2])\.|\s(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))")
_NOT = re.compile(r"\bikk?j?e\b[^.]{0,20}\Z")
_PREPARED = re.compile(r"beredskap|vakt|patrulje|politi|operasjonssentral|teneste|tjeneste|bemann")
_PHONE = re.compile(r"\btele?fon|\btlf|\bringe?\b|\bringj|\bsvara?r\b|\bsentralbord")
_CLAUSE = re.compile(r"(?:[,;.]\s|\s)(?:(?:og|mens|medan|men|samt)\s)?(?:[A-ZÆØÅ][\w-]+\s|på\s|ved\s|for\s){0,3}\Z")
_CAPITALISED = re.compile(r"(?:[A-ZÆØÅ][\w-]+\s){1,2}\Z")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BARE = re.compile(r"(?:kontor|lokale|senter)\w*")


class _Entry(NamedTuple):
    """Hours told of one counter in sentences that follow each other."""

    stretch: Stretch
    first: int
    """Where its days or times begin."""
    purpose: str
    source: Stretch | None
    """What tells whose they are, where that stands elsewhere."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each counter, place and sentence that has hours."""
    yield from _duty(context)
    told = sorted(_told(context))
    rows = [stretch for stretch, _ in told if context.block(stretch[0]).kind in (Kind.ROW, Kind.CELL)]
    for table in context.outline.tables if rows else ():
        if any(table.rows[0].start <= start <= table.rows[-1].end for start, _ in rows):
            yield from (candidate for timetable in timetables(context, table) for candidate in _read_table(context, timetable))
    for entry in _entries(context, [part for part in told if part[0] not in rows]):
        yield from _read(context, entry)


def _duty(context: Context) -> Iterator[Candidate]:
    """Preparedness at all hours."""
    lower = context.view.lower
    for cue in context.cues.all("round_the_clock"):
        start, end = context.sentence(cue.start)
        others = context.has("purposes", start, cue.start, "none") or context.has("purposes", cue.end, min(end, cue.end + 25), "none")
        if others or _NOT.search(lower, start, cue.start) or not _PREPARED.search(lower, start, end):
            continue
        value = {"purpose": "duty", "place": None, "opening_hours": "24/7", "intervals": [], "days_per_week": None}
        yield Candidate("opening_hours", value, ((cue.start, cue.end),))


def _told(context: Context) -> Iterator[tuple[Stretch, int]]:
    """The sentences, lines and rows that can say hours, each cut where another counter's begin, with where days or times begin."""
    lower = context.view.lower
    stretches = {context.sentence(start) for start, _ in context.figures if _TIME.match(lower, start)}
    stretches.update(stretch for stretch in context.sentences_with("weekdays") if context.has("openness", *stretch))
    stretches.update(context.sentences_with("closed"))
    stretches.update(stretch for stretch in context.sentences_with("openness") if context.cues.first("periods", *stretch))
    for start, end in stretches:
        days = context.cues.within("weekdays", start, end)
        if any(_DATED.match(lower, day.end) for day in days):
            continue
        for part in _parts(context, (start, end)):
            yield part, _first(context, part)


def _first(context: Context, stretch: Stretch) -> int:
    """Where the first day, time or word for being closed begins."""
    starts = [cue.start for concept in ("weekdays", "closed") for cue in context.cues.within(concept, *stretch)[:1]]
    figure = _TIME.search(context.view.lower, *stretch)
    return min([*starts, figure.start() if figure else stretch[1]])


def _parts(context: Context, stretch: Stretch) -> Iterator[Stretch]:
    """A sentence cut before each counter that is named after the hours of another and before its own."""
    start, end = stretch
    lower = context.view.lower
    for cue in context.cues.within("purposes", start, end)[1:]:
        opening = _CLAUSE.search(context.view.text, start, cue.start)
        cut = opening.start() + 1 if opening else cue.start
        told = named(context, start, cut)
        if told and cue.term.id not in ("anybody", told.term.id) and _TIME.search(lower, start, cut) and _TIME.search(lower, cue.end, end) and named(context, cut, cue.end + 1):
            yield start, cut
            start = cut
    yield start, end


def _entries(context: Context, told: list[tuple[Stretch, int]]) -> Iterator[_Entry]:
    """The stretches with whose hours they tell; one that goes on with the hours of the one before is joined to it."""
    last: _Entry | None = None
    for stretch, first in told:
        purpose = own_purpose(context, stretch, first)
        if last and purpose is None and _continues(context, last, stretch, first):
            last = last._replace(stretch=(last.stretch[0], stretch[1]))
            continue
        if last:
            yield last
        last = _entry(context, stretch, first, purpose)
    if last:
        yield last


def _entry(context: Context, stretch: Stretch, first: int, purpose: str | None) -> _Entry | None:
    source: Stretch | None = None
    if purpose is None or (purpose == "none" and context.block(stretch[0]).kind is Kind.ITEM):
        found = above(context, stretch)
        if found and (purpose is None or found[0] in ("police_office", "police_contact")):
            purpose, source = found
        elif purpose is None and context.has("purposes", *stretch, "anybody"):
            purpose = "public_counter"
    if purpose == "police_office" and source and is_about_contact(context, stretch[0]) and not named(context, *source):
        purpose = "police_contact"
    return _Entry(stretch, first, purpose, source) if purpose and purpose != "none" else None


def _continues(context: Context, entry: _Entry, stretch: Stretch, first: int) -> bool:
    """Whether a stretch goes on with the hours before it: the next line or sentence, short before its days, of the same kind."""
    between = context.view.text[entry.stretch[1] : stretch[0]]
    if between.count("\n") > 2 or len(between) > 20 or first - stretch[0] > 25 or label(context, (stretch[0], first)) or _season(context, stretch):
        return False
    return not context.has("openness", *stretch) or _is_by_phone(context, stretch) == _is_by_phone(context, entry.stretch)


def _is_by_phone(context: Context, stretch: Stretch) -> bool:
    return bool(_PHONE.search(context.view.lower, *stretch))


def _read(context: Context, entry: _Entry) -> Iterator[Candidate]:
    for part in _by_place(context, entry.stretch):
        found = _hours(context, part)
        if found is None:
            continue
        at = _place(context, entry, part, found)
        value = {"purpose": entry.purpose, "place": context.read(*at) if at else None, **_value(found, _season(context, part))}
        yield Candidate("opening_hours", value, ((found.start, found.end), at) if at else ((found.start, found.end),))


def _read_table(context: Context, table: Timetable) -> Iterator[Candidate]:
    words = "; ".join(context.read(*cell) for cell in table.cells)
    found = next(hours.find(View(words), 0, len(words)), None)
    if found and _is_telling(found):
        at = table.place or _place_above(context, table)
        spans = (*table.cells, at) if at else table.cells
        yield Candidate("opening_hours", {"purpose": table.purpose, "place": context.read(*at) if at else None, **_value(found, None)}, spans)


def _place_above(context: Context, table: Timetable) -> Stretch | None:
    """The building of the counter that the paragraph above a table names."""
    found = above(context, table.cells[0]) if table.purpose == "public_counter" else None
    source = found[1] if found and found[0] == "public_counter" else None
    return _building(context, source and (context.block(source[0]).start, source[1]))


def _hours(context: Context, stretch: Stretch) -> Found | None:
    """The hours of a stretch, or how many days a week; None where they name no day."""
    found = next(hours.find(context.view, *stretch), None)
    if found and _is_telling(found):
        return found
    if not (context.cues.first("openness", *stretch) and context.cues.first("periods", *stretch)):
        return None
    rates = frequency.find(context.view, *stretch)
    rate = next((rate for rate in rates if rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]), None)
    counted = {name: rate.value[name] for name in ("times", "bound")} if rate else None
    return rate and rate._replace(value={"opening_hours": None, "intervals": [], "days_per_week": counted})


def _is_telling(found: Found) -> bool:
    value = found.value
    return value["opening_hours"] != "24/7" and bool(
        value["opening_hours"] or value["days_per_week"] or any(interval["days"] for interval in value["intervals"])
    )


def _value(found: Found, season: str | None) -> dict[str, Any]:
    value = {name: found.value[name] for name in ("opening_hours", "intervals", "days_per_week")}
    if season and value["opening_hours"]:
        value["opening_hours"] = "; ".join(f"{season} {rule}" for rule in value["opening_hours"].split("; "))
    return value


def _season(context: Context, stretch: Stretch) -> str | None:
    """The part of the year that hours are for, in the notation of opening hours: `Jun 15-Aug 15`."""
    dates = [str(found.value["date"]) for found in context.dates_in(*stretch)]
    days = [_day(date) for date in dates if date.startswith("XXXX-") and "/" not in date]
    return "-".join(days[:2]) if len(days) > 1 else days[0] if days and " " not in days[0] else None


def _day(date: str) -> str:
    _, month, *day = date.split("-")
    return " ".join([_MONTHS[int(month) - 1], *(str(int(number)) for number in day)])


def _by_place(context: Context, stretch: Stretch) -> list[Stretch]:
    """A sentence that tells the hours of several places, cut before each place that leads its hours or after each that follows them."""
    text = context.view.text
    places = place.after_preposition(text, *stretch)
    times = [match.start() for match in _TIME.finditer(context.view.lower, *stretch)] if len(places) > 1 else []
    if len(times) < 2:
        return [stretch]
    leads = places[0][0] < times[0]
    edges = [stretch[0]]
    for before, at, after in zip([None, *places], places, [*places[1:], (stretch[1], stretch[1])], strict=False):
        cut = text.rfind(" ", stretch[0], at[0] - 1) if leads else at[1]
        if (before or not leads) and any(edges[-1] < time < cut for time in times) and any(cut < time < after[0] for time in times):
            edges.append(cut)
    return list(zip(edges, [*edges[1:], stretch[1]], strict=True))


def _place(context: Context, entry: _Entry, part: Stretch, found: Found) -> Stretch | None:
    """Where it is open: what the line names first, of an office the place nearest to the hours, of a counter its building."""
    text = context.view.text
    if entry.purpose == "bailiff":
        return None
    labelled = label(context, (part[0], found.start))
    if labelled and (text[labelled[0]].isupper() or context.block(labelled[0]).kind is Kind.ITEM) and not context.cues.within("roles", *labelled):
        cue = named(context, *labelled)
        if cue is None or cue.term.id != "passport":
            return labelled
    if entry.purpose in ("police_contact", "police_office"):
        places = [at for at in place.after_preposition(text, *part) if not _BARE.fullmatch(text, *at)]
        nearest = min(places, key=lambda at: min(abs(at[0] - found.end), abs(found.start - at[1])), default=None)
        return nearest or _building(context, entry.source)
    return _building(context, part) or _building(context, entry.source)


def _building(context: Context, stretch: Stretch | None) -> Stretch | None:
    """The building of a counter: that which its name begins, or stands in."""
    if stretch is None:
        return None
    text = context.view.text
    cue = named(context, *stretch)
    start = cue.start if cue else stretch[0]
    before = _CAPITALISED.search(text, stretch[0], start)
    found = place.building(text, before.start() if before else start, stretch[1]) or place.building(text, *stretch)
    return None if found is None or _BARE.fullmatch(context.view.lower, *found) else found
