"""`opening_hours`: the hours of the police and of their roles: counter, passports, office day, politikontakt, bailiff, round-the-clock duty.

Sentences, lines and table rows that say days and times; what is told of one counter and one place is one entry.
`duty` (`24/7`) where preparedness is round the clock. Counted days (`to dager i uka kl 10–14`) give `days_per_week`.

Not this field: a library's or a service desk's hours, the times of meetings, response times, presence without opening (`til stede to dager i uka`).
Known gaps: hours that an earlier paragraph has the days for; summer hours are entries of their own only where they have a sentence of their own.

>>> from avtale.context import Context
>>> [found.value["opening_hours"] for found in extract(Context("Politiet har kontordag på rådhuset tirsdag kl. 9–13."))]
['Tu 09:00-13:00']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import frequency, hours, place
from avtale.grammar.found import Found
from avtale.structure import Kind

_RANGE = re.compile(r"\d{1,2}(?:[.:]?\d\d)?\s?[-–—]\s?\d{1,2}(?:[.:]?\d\d)?(?![\d.])")
_MEETING = re.compile(r"\bmøt(?:e|er|et|es|ast|est|a|ene|ane|i|te)\b|\bmøtetid|\bsamling")
_NOT = re.compile(r"\bikk?j?e\b[^.]{0,20}\Z")
_PREPARED = re.compile(r"beredskap|vakt|patrulje|politi|operasjonssentral|teneste|tjeneste|bemann")
_PRONOUN = re.compile(r"\b(?:hans|hennes|hennar|han|hun|ho|kontortid|telefontid)\b")
_CELL = re.compile(r"[^\t|\n]+")


class _Said(NamedTuple):
    """A stretch that says hours, and what it says."""

    stretch: Stretch
    hours: Found | None
    """None where only a number of days is said."""
    counted: Found | None


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each counter, place and sentence that has hours."""
    yield from _duty(context)
    entry: tuple[Stretch, str] | None = None
    for said in _said(context):
        purpose = _purpose(context, said)
        if entry and entry[0][1] <= said.stretch[0] and _continues(context, entry, said, purpose):
            entry = ((entry[0][0], said.stretch[1]), entry[1])
            continue
        if entry:
            yield from _read(context, *entry)
        purpose = purpose or _purpose_above(context, said.stretch)
        entry = (said.stretch, purpose) if purpose and purpose != "none" else None
    if entry:
        yield from _read(context, *entry)


def _duty(context: Context) -> Iterator[Candidate]:
    """Preparedness at all hours."""
    lower = context.view.lower
    for cue in context.cues.all("round_the_clock"):
        start, end = context.sentence(cue.start)
        others = context.has("purposes", start, cue.start, "none") or context.has("purposes", cue.end, min(end, cue.end + 25), "none")
        if others or _NOT.search(lower, start, cue.start) or not _PREPARED.search(lower, start, end):
            continue
        yield Candidate(
            "opening_hours", {"purpose": "duty", "place": None, "opening_hours": "24/7", "intervals": [], "days_per_week": None}, ((cue.start, cue.end),)
        )


def _said(context: Context) -> Iterator[_Said]:
    """The sentences, lines and rows that say hours, or a number of days on which it is open."""
    stretches = {context.sentence(start) for start, _ in context.figures if _RANGE.match(context.view.lower, start)}
    stretches.update(context.sentences_with("weekdays", "closed", "openness"))
    for stretch in sorted(stretches):
        found = next(hours.find(context.view, *stretch), None)
        if found and (found.value["intervals"] or found.value["days_per_week"]):
            yield _Said(stretch, found, None)
        elif context.has("openness", *stretch) and (counted := _counted(context, stretch)):
            yield _Said(stretch, None, counted)


def _counted(context: Context, stretch: Stretch) -> Found | None:
    """How many days a week, where the days are not named."""
    if not context.cues.within("periods", *stretch):
        return None
    return next(
        (
            rate
            for rate in frequency.find(context.view, *stretch)
            if rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]
        ),
        None,
    )


def _purpose(context: Context, said: _Said) -> str | None:
    """Whose hours a sentence tells by its own words: the last one named before the hours, else the first after them."""
    start, end = said.stretch
    found = said.hours or said.counted
    first = found.start if found else end
    before = _named(context, start, first)
    pronoun = bool(_PRONOUN.search(context.view.lower, start, end))
    if before == "police_office" and (pronoun or context.has("roles", start, first, "police_contact")):
        return "police_contact"
    if before is None and _MEETING.search(context.view.lower, start, end):
        return "none"
    if before is None and pronoun and context.has("openness", start, end):
        return "police_contact" if _is_about_contact(context, said.stretch) else None
    return before or _named(context, first, end)


def _named(context: Context, start: int, end: int) -> str | None:
    """The last whose hours are told in a stretch; a politikontakt counts only where nothing else is named after her."""
    cues = context.cues.within("purposes", start, end)
    contacts = [cue for cue in context.cues.within("roles", start, end) if cue.term.id == "police_contact"]
    if contacts and not any(cue.start > contacts[-1].start and cue.term.id in ("none", "passport", "bailiff") for cue in cues):
        return "police_contact"
    telling = [cue for cue in cues if cue.term.id != "public_counter"] or cues
    return telling[-1].term.id if telling else None


def _is_about_contact(context: Context, stretch: Stretch) -> bool:
    section = context.section(stretch[0])
    named = any(part.type == "police_contact" for part in (section.lineage() if section else ()))
    return named or context.has("roles", context.block(stretch[0]).start, stretch[0], "police_contact") is not None


def _purpose_above(context: Context, stretch: Stretch) -> str | None:
    """Whose hours a sentence tells by what stands above it: the sentence or line before, else the headings."""
    index = context.sentence_index(stretch[0]) - 1
    while index > 0 and context.block(context.sentences[index][0]).kind is Kind.ROW:
        index -= 1
    if index >= 0 and context.has("openness", *context.sentences[index]):
        said = _named(context, *context.sentences[index])
        if said:
            return said
    section = context.section(stretch[0])
    for part in section.lineage() if section else ():
        said = _named(context, part.heading.start, part.heading.end)
        if said or part.type == "opening_hours":
            return said or "public_counter"
    return None


def _continues(context: Context, entry: tuple[Stretch, str], said: _Said, purpose: str | None) -> bool:
    """Whether a stretch goes on with the hours of the one before: the next line or sentence, or the next row of the same counter."""
    before, stretch = entry[0], said.stretch
    between = context.view.text[before[1] : stretch[0]]
    if said.hours is None or between.count("\n") > 2 or len(between) > 20:
        return False
    if context.block(stretch[0]).kind is Kind.ROW:
        return purpose in (None, entry[1]) and (purpose is None or _first_cell(context, before[0]) == _first_cell(context, stretch[0]))
    return purpose is None and said.hours.start - stretch[0] < 25


def _first_cell(context: Context, position: int) -> str:
    """The first cell of the row that a position is in."""
    block = context.block(position)
    cell = _CELL.search(context.view.text, block.start, block.end)
    return cell[0].strip() if cell else ""


def _read(context: Context, stretch: Stretch, purpose: str) -> Iterator[Candidate]:
    for part in _by_place(context, stretch):
        found = next(hours.find(context.view, *part), None) or _counted(context, part)
        if found is None:
            continue
        if "times" in found.value:
            value: dict[str, Any] = {"opening_hours": None, "intervals": [], "days_per_week": {"times": found.value["times"], "bound": found.value["bound"]}}
        else:
            value = {name: found.value[name] for name in ("opening_hours", "intervals", "days_per_week")}
        if value["opening_hours"] == "24/7" or not (
            value["opening_hours"] or value["days_per_week"] or any(interval["days"] for interval in value["intervals"])
        ):
            continue
        at = _place(context, part, purpose, found)
        spans = ((found.start, found.end), at) if at else ((found.start, found.end),)
        yield Candidate("opening_hours", {"purpose": purpose, "place": context.read(*at) if at else None, **value}, spans)


def _by_place(context: Context, stretch: Stretch) -> list[Stretch]:
    """A sentence that tells the hours of several places, cut after each place that follows its own hours."""
    places = place.after_preposition(context.view.text, *stretch)
    cuts: list[int] = []
    for at in places[:-1]:
        rest = next(hours.find(context.view, at[1], stretch[1]), None)
        head = next(hours.find(context.view, cuts[-1] if cuts else stretch[0], at[0]), None)
        if rest and head and rest.value["opening_hours"] and head.value["opening_hours"] and any(other[0] > rest.end for other in places):
            cuts.append(at[1])
    edges = [stretch[0], *cuts, stretch[1]]
    return list(zip(edges, edges[1:], strict=False))


def _place(context: Context, stretch: Stretch, purpose: str, found: Found) -> Stretch | None:
    """Where it is open: of an office the place nearest to the hours, of a counter its building; of a row its first cell."""
    text = context.view.text
    if purpose in ("police_contact", "police_office"):
        places = place.after_preposition(text, *stretch)
        return min(places, key=lambda at: min(abs(at[0] - found.end), abs(found.start - at[1])), default=None) or _row_place(context, stretch)
    if purpose in ("public_counter", "passport"):
        return _row_place(context, stretch) or place.building(text, *stretch) or _place_above(context, stretch)
    return None


def _row_place(context: Context, stretch: Stretch) -> Stretch | None:
    """The place that a table row begins with: a capitalised name in a cell of its own."""
    block = context.block(stretch[0])
    cell = _CELL.search(context.view.text, block.start, block.end) if block.kind is Kind.ROW else None
    if cell is None or context.cues.within("weekdays", *cell.span()) or context.cues.within("purposes", *cell.span()):
        return None
    start = cell.start() + len(cell[0]) - len(cell[0].lstrip())
    return (start, start + len(cell[0].strip())) if cell[0].strip()[:1].isupper() else None


def _place_above(context: Context, stretch: Stretch) -> Stretch | None:
    """The building that the paragraph before a table or a line of hours names."""
    index = context.outline.block_at(stretch[0]) - 1
    while index > 0 and context.outline.blocks[index].kind is Kind.ROW:
        index -= 1
    above = context.outline.blocks[max(index, 0)]
    return place.building(context.view.text, above.start, above.end) if context.has("openness", above.start, above.end) else None
