"""`opening_hours`: the hours of the police and of their roles: counter, passports, office day, politikontakt, bailiff, round-the-clock duty.

Sentences, lines and table rows that say days and times; what is told of one counter and one place is one entry.
`duty` (`24/7`) where preparedness is round the clock. Counted days (`to dager i uka kl 10–14`) give `days_per_week`.

Not this field: a library's or a service desk's hours, the times of meetings, response times, presence without opening (`til stede to dager i uka`).
Known gaps: hours that an earlier paragraph has the days for; summer hours are entries of their own only where they have a sentence of their own.

>>> from avtale.extract.context import Context
>>> [found.value["opening_hours"] for found in extract(Context("Politiet har kontordag på rådhuset tirsdag kl. 9–13."))]
['Tu 09:00-13:00']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.extract.actors import side_of
from avtale.extract.candidate import Candidate, Stretch
from avtale.extract.context import Context
from avtale.grammar import frequency, hours, place
from avtale.grammar.found import Found
from avtale.structure import Kind

_CLOCK = re.compile(r"\bkl(?:\.|okk)|\d{1,2}[.:]\d\d|\d{1,2}\s?[-–—]\s?\d{1,2}|\b\d{4}\s?[-–—]\s?\d{4}|\bstengt|\bstengd|\blukket")
_MEETING = re.compile(r"\bmøt(?:e|er|et|es|ast|est|a|ene|ane|i|te)\b|\bmøtetid|\bsamling")
_NOT = re.compile(r"\bikk?j?e\b[^.]{0,20}\Z")
_PREPARED = re.compile(r"beredskap|vakt|patrulje|politi|operasjonssentral|teneste|tjeneste|bemann")
_PRONOUN = re.compile(r"\b(?:hans|hennes|hennar|han|hun|ho|kontortid|telefontid)\b")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each counter, place and sentence that has hours."""
    yield from _duty(context)
    entry: tuple[Stretch, str] | None = None
    for stretch in _stretches(context):
        if not _CLOCK.search(context.view.lower, *stretch) and not _counts_open_days(context, stretch):
            continue
        purpose = _purpose(context, stretch)
        if purpose is None and entry and entry[0][1] <= stretch[0] and _continues(context, entry[0], stretch):
            entry = ((entry[0][0], stretch[1]), entry[1])
            continue
        if entry:
            yield from _read(context, *entry)
        purpose = purpose or _purpose_above(context, stretch)
        entry = (stretch, purpose) if purpose and purpose != "none" else None
    if entry:
        yield from _read(context, *entry)


def _stretches(context: Context) -> list[Stretch]:
    """The sentences and the table rows."""
    return context.sentences


def _duty(context: Context) -> Iterator[Candidate]:
    """Preparedness at all hours."""
    lower = context.view.lower
    for cue in context.cues.all("round_the_clock"):
        start, end = context.sentence(cue.start)
        if context.has("purposes", start, cue.start, "none") or _NOT.search(lower, start, cue.start) or not _PREPARED.search(lower, start, end):
            continue
        if context.has("purposes", cue.end, min(end, cue.end + 25), "none"):
            continue
        yield Candidate("opening_hours", {"purpose": "duty", "place": None, "opening_hours": "24/7", "intervals": [], "days_per_week": None}, ((cue.start, cue.end),))


def _counts_open_days(context: Context, stretch: Stretch) -> bool:
    """Whether a sentence is open on a number of days without saying when."""
    if not context.has("openness", *stretch) or not context.cues.within("periods", *stretch):
        return False
    return _counted(context, stretch) is not None


def _counted(context: Context, stretch: Stretch) -> Found | None:
    return next((rate for rate in frequency.find(context.view, *stretch) if rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]), None)


def _purpose(context: Context, stretch: Stretch) -> str | None:
    """Whose hours a sentence tells by its own words: the last one named before the hours, else the first after them."""
    start, end = stretch
    first = _first_hour(context, stretch)
    before = _named(context, start, first)
    if before == "police_office" and any(side_of(cue.term.id) == "police" and cue.term.id == "police_contact" for cue in context.cues.within("roles", start, first)):
        return "police_contact"
    if before == "police_office" and _PRONOUN.search(context.view.lower, start, end):
        return "police_contact"
    if before is None and _MEETING.search(context.view.lower, start, end):
        return "none"
    if before is None and context.has("openness", start, end) and _PRONOUN.search(context.view.lower, start, end):
        return "police_contact" if _is_about_contact(context, stretch) else None
    return before or _named(context, first, end)


def _first_hour(context: Context, stretch: Stretch) -> int:
    found = next(hours.find(context.view, *stretch), None)
    return found.start if found else stretch[1]


def _named(context: Context, start: int, end: int) -> str | None:
    """The last whose hours are told in a stretch; a politikontakt counts only where nothing else is named after her."""
    cues = context.cues.within("purposes", start, end)
    contacts = [cue for cue in context.cues.within("roles", start, end) if cue.term.id == "police_contact"]
    if contacts and not any(cue.start > contacts[-1].start and cue.term.id in ("none", "passport", "bailiff") for cue in cues) and "kontor" in context.view.lower[start:end] + "kontor":
        return "police_contact"
    telling = [cue for cue in cues if cue.term.id != "public_counter"] or cues
    return telling[-1].term.id if telling else None


def _is_about_contact(context: Context, stretch: Stretch) -> bool:
    section = context.section(stretch[0])
    named = any(part.type == "police_contact" for part in (section.lineage() if section else ()))
    block = context.block(stretch[0])
    return named or any(cue.term.id == "police_contact" for cue in context.cues.within("roles", block.start, stretch[0]))


def _purpose_above(context: Context, stretch: Stretch) -> str | None:
    """Whose hours a sentence tells by what stands above it: the sentence or line before, else the headings."""
    index = context.sentences.index(stretch)
    before = context.sentences[index - 1] if index else None
    if before and context.has("openness", *before):
        said = _named(context, *before)
        if said:
            return said
    section = context.section(stretch[0])
    for part in section.lineage() if section else ():
        said = _named(context, part.heading.start, part.heading.end)
        if said:
            return said
        if part.type == "opening_hours":
            return "public_counter"
    return None


def _continues(context: Context, before: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch goes on with the hours of the one before: the next line or sentence."""
    between = context.view.text[before[1] : stretch[0]]
    found = next(hours.find(context.view, *stretch), None)
    return between.count("\n") <= 2 and len(between) < 20 and found is not None and (found.start - stretch[0] < 25 or context.block(stretch[0]).kind is Kind.ROW)


def _read(context: Context, stretch: Stretch, purpose: str) -> Iterator[Candidate]:
    for part in _by_place(context, stretch):
        found = next(hours.find(context.view, *part), None)
        if found is None:
            counted = _counted(context, part)
            if counted is None:
                continue
            value: dict[str, Any] = {"opening_hours": None, "intervals": [], "days_per_week": {"times": counted.value["times"], "bound": counted.value["bound"]}}
            found = counted
        else:
            value = {name: found.value[name] for name in ("opening_hours", "intervals", "days_per_week")}
        if value["opening_hours"] == "24/7" or not (value["opening_hours"] or value["days_per_week"] or any(interval["days"] for interval in value["intervals"])):
            continue
        at = _place(context, part, purpose, found)
        spans = ((found.start, found.end), at) if at else ((found.start, found.end),)
        yield Candidate("opening_hours", {"purpose": purpose, "place": context.read(*at) if at else None, **value}, spans)


def _by_place(context: Context, stretch: Stretch) -> list[Stretch]:
    """A sentence that tells the hours of several places, cut after each place that follows its own hours."""
    places = place.after_preposition(context.view.text, *stretch)
    cuts = []
    for at in places[:-1]:
        rest = next(hours.find(context.view, at[1], stretch[1]), None)
        head = next(hours.find(context.view, cuts[-1] if cuts else stretch[0], at[0]), None)
        if rest and head and rest.value["opening_hours"] and head.value["opening_hours"] and any(other[0] > rest.end for other in places):
            cuts.append(at[1])
    edges = [stretch[0], *cuts, stretch[1]]
    return list(zip(edges, edges[1:], strict=False))


def _place(context: Context, stretch: Stretch, purpose: str, found: Found) -> Stretch | None:
    text = context.view.text
    if purpose in ("police_contact", "police_office"):
        places = place.after_preposition(text, *stretch)
        return min(places, key=lambda at: min(abs(at[0] - found.end), abs(found.start - at[1])), default=None)
    if purpose in ("public_counter", "passport"):
        return place.building(text, *stretch)
    return None
