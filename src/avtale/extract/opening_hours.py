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
from itertools import chain
from typing import Any

from avtale.context import Candidate, Context, Notice, Stretch
from avtale.context.hours_above import above
from avtale.context.opening_places import building, place_of
from avtale.context.telling import TIME, Entry, all_year, entries, season, told
from avtale.context.timetables import Timetable, timetables
from avtale.grammar import frequency, hours, place
from avtale.grammar.found import Found
from avtale.structure import Kind
from avtale.text import View

_NOT = re.compile(r"\bikk?j?e\b[^.]{0,20}\Z")
_KOMMUN = re.compile(r"\bkommun\w*")
_POLICE = re.compile(r"politi|lensmann|patrulje|operasjonssentral")
_PREPARED = re.compile(r"beredskap|vakt|patrulje|politi|operasjonssentral|teneste|tjeneste|bemann")
_BOTH = re.compile(r"\b(?:båe|begge|alle)\s(?:stad|sted)(?:er|ar|ene|ane)\b")
_REACHED = re.compile(r"\s(?:på|via|per)\s(?:tlf|telefon|e-?post|mobil|mail)")
"""After a word for meeting somebody, that it is from afar: `treffes på e-post`."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each counter, place and sentence that has hours."""
    yield from _duty(context)
    stretches = sorted(told(context))
    rows = [stretch for stretch, _ in stretches if context.block(stretch[0]).kind in (Kind.ROW, Kind.CELL)]
    tables = [table for table in context.outline.tables if any(table.rows[0].start <= start <= table.rows[-1].end for start, _ in rows)]
    tabled = {table.rows[0].start: list(timetables(context, table)) for table in tables}
    for timetable in chain.from_iterable(tabled.values()):
        yield from _read_table(context, timetable)
    led = [table for table in tables if not tabled[table.rows[0].start] and not table.columns and table.lead]
    read = {row for row in rows if not any(table.rows[0].start <= row[0] <= table.rows[-1].end for table in led)}
    read.update(cell for timetable in chain.from_iterable(tabled.values()) for cell in timetable.cells)
    for entry in entries(context, [part for part in stretches if part[0] not in read]):
        yield from _read(context, entry)


def _duty(context: Context) -> Iterator[Candidate]:
    """Preparedness at all hours."""
    lower = context.view.lower
    for cue in context.cues.all("round_the_clock"):
        start, end = context.sentence(cue.start)
        if _is_of_municipality(context, (start, end), cue.start):
            continue
        others = context.has("purposes", start, cue.start, "none") or context.has("purposes", cue.end, min(end, cue.end + 25), "none")
        if others or _NOT.search(lower, start, cue.start) or not _PREPARED.search(lower, start, end):
            continue
        value: dict[str, Any] = {"purpose": "duty", "place": None, "opening_hours": "24/7", "intervals": [], "days_per_week": None}
        yield Candidate("opening_hours", value, ((cue.start, cue.end),))


def _is_of_municipality(context: Context, sentence: Stretch, at: int) -> bool:
    """Whether a sentence speaks of the municipality and not of the police, or is an entry of what the municipality is to do."""
    lower = context.view.lower
    if _KOMMUN.search(lower, sentence[0], at) and not _POLICE.search(lower, *sentence):
        return True
    lists = (listing for listing, purpose in context.purposes.items() if purpose and purpose.who == "municipality")
    return any(item.start <= at < item.end for listing in lists for item in listing.items)


def _read(context: Context, entry: Entry) -> Iterator[Candidate]:
    if shared := list(_shared(context, entry)):
        yield from shared
        return
    for part in _by_place(context, all_year(context, entry.stretch)):
        found = _hours(context, _until_lapsed(context, part))
        if found is None:
            continue
        at = place_of(context, entry, part, found)
        value = {"purpose": entry.purpose, "place": context.read(*at) if at else None, **_value(found, season(context, part))}
        yield _possible(context, Candidate("opening_hours", value, ((found.start, found.end), at) if at else ((found.start, found.end),)))


def _shared(context: Context, entry: Entry) -> Iterator[Candidate]:
    """Several places, each with its days, and the hours that they share: `i Nes kvar tysdag og i Vik kvar torsdag, båe stader 10–14`."""
    both = _BOTH.search(context.view.lower, *entry.stretch)
    time = (both.end(), entry.stretch[1]) if both else entry.stretch
    places = place.after_preposition(context.view.text, entry.stretch[0], both.start()) if both and TIME.search(context.view.lower, *time) else []
    for at, after in zip(places, [*places[1:], both.span() if both else time], strict=False):
        words = f"{context.read(at[1], after[0])} {context.read(*time)}"
        found = next(hours.find(View(words), 0, len(words)), None)
        if found and context.cues.first("weekdays", at[1], after[0]):
            value = {"purpose": entry.purpose, "place": context.read(*at), **_value(found, None)}
            yield _possible(context, Candidate("opening_hours", value, ((at[0], after[0]), time)))


def _until_lapsed(context: Context, stretch: Stretch) -> Stretch:
    """A stretch up to what it says of the hours before: `kl. 10–14 (før: kl. 9–15)`."""
    start, end = stretch
    return start, min((lapsed for lapsed, _ in context.lapsed if start < lapsed < end), default=end)


def _read_table(context: Context, table: Timetable) -> Iterator[Candidate]:
    cells = tuple(cell for cell in table.cells if not context.is_lapsed(cell[0]))
    words = "; ".join(context.read(*cell) for cell in cells)
    found = next(hours.find(View(words), 0, len(words)), None)
    if found and _is_telling(found):
        at = table.place or _place_above(context, table) or next(filter(None, (building(context, cell) for cell in cells)), None)
        spans = (*cells, at) if at else cells
        value = {"purpose": table.purpose, "place": context.read(*at) if at else None, **_value(found, None)}
        yield _possible(context, Candidate("opening_hours", value, spans))


def _possible(context: Context, candidate: Candidate) -> Candidate:
    """The hours, or a notice in their stead where no clock can show them, or they close before they open."""
    for interval in candidate.value["intervals"]:
        times = [time for time in (interval["opens"], interval["closes"]) if time]
        if any(time > "24:00" or time[3:] > "59" for time in times) or (len(times) == 2 and times[0] >= times[1]):
            said = f"{context.read(*candidate.spans[0])} are no hours"
            return Candidate("notices", Notice.IMPOSSIBLE_HOURS.at("/opening_hours", said), candidate.spans[:1])
    return candidate


def _place_above(context: Context, table: Timetable) -> Stretch | None:
    """The building of the counter that the paragraph above a table names."""
    found = above(context, table.cells[0]) if table.purpose == "public_counter" else None
    source = found[1] if found and found[0] == "public_counter" else None
    return building(context, source and (context.block(source[0]).start, source[1]))


def _hours(context: Context, stretch: Stretch) -> Found | None:
    """The hours of a stretch, or how many days a week; None where they name no day."""
    found = next(hours.find(context.view, *stretch), None)
    if found and _is_telling(found):
        return found
    opens = (cue for cue in context.cues.within("openness", *stretch) if not _REACHED.match(context.view.lower, cue.end))
    if not (next(opens, None) and context.cues.first("periods", *stretch)):
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


def _value(found: Found, part_of_year: str | None) -> dict[str, Any]:
    value = {name: found.value[name] for name in ("opening_hours", "intervals", "days_per_week")}
    if part_of_year and value["opening_hours"]:
        value["opening_hours"] = "; ".join(f"{part_of_year} {rule}" for rule in value["opening_hours"].split("; "))
    return value


def _by_place(context: Context, stretch: Stretch) -> list[Stretch]:
    """A sentence that tells the hours of several places, cut before each place that leads its hours or after each that follows them."""
    text = context.view.text
    places = place.after_preposition(text, *stretch)
    times = [match.start() for match in TIME.finditer(context.view.lower, *stretch)] if len(places) > 1 else []
    if len(times) < 2:
        return [stretch]
    leads = places[0][0] < times[0]
    edges = [stretch[0]]
    for before, at, after in zip([None, *places], places, [*places[1:], (stretch[1], stretch[1])], strict=False):
        cut = text.rfind(" ", stretch[0], at[0] - 1) if leads else at[1]
        if (before or not leads) and any(edges[-1] < time < cut for time in times) and any(cut < time < after[0] for time in times):
            edges.append(cut)
    return list(zip(edges, [*edges[1:], stretch[1]], strict=True))
