"""Where opening hours are: the building or the place that a line, a sentence or a heading names with them."""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.hours_above import heading_line
from avtale.context.openings import NO_PLACE, label, named
from avtale.context.telling import Entry
from avtale.grammar import place
from avtale.grammar.found import Found
from avtale.structure import Kind

_CAPITALISED = re.compile(r"(?:[A-ZÆØÅ][\w-]+\s){1,2}\Z")
_BARE = re.compile(r"(?:kontor|lokale|senter)\w*|(?:publikums)?(?:skrank[ea]|mottak|ekspedisjon)\w*")
"""What names no place by itself."""
_capitalised = r"[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+){0,2}"
_AT_HOUSE = re.compile(rf"{_capitalised}(?:\s\([^()]+\))?,\s[\w\s-]{{3,40}}")
_IS_HOUSE = re.compile(rf"{_capitalised}\s(?:politistasjon|lensmannskontor|politipost|politikontor|rådhus|\w*hus|\w*senter|\w*sk[ou]le|servicetorg)")
_WHERE = re.compile(r",\s(?:hvor|der|kor)\s\Z")
_NO_PLACES = ("passport", "bailiff", "other")
"""Counters that name no place."""


def place_of(context: Context, entry: Entry, part: Stretch, found: Found) -> Stretch | None:
    """Where it is open: what the line names first, of an office the place nearest to the hours, of a counter its building."""
    text = context.view.text
    if entry.purpose == "bailiff":
        return None
    if labelled := _labelled(context, (part[0], found.start)):
        return labelled
    if entry.purpose in ("police_contact", "police_office"):
        places = [at for at in place.after_preposition(text, *part) if not _BARE.fullmatch(text, *at)]
        nearest = min(places, key=lambda at: min(abs(at[0] - found.end), abs(found.start - at[1])), default=None)
        return nearest or _house(text, part) or building(context, entry.source) or _heading(context, part[0])
    return building(context, part) or building(context, entry.source) or _heading(context, part[0])


def _house(text: str, stretch: Stretch) -> Stretch | None:
    """The building of a name of its own that a stretch names without a preposition: `Kontordag: Nes samfunnshus, onsdag …`."""
    house = place.building(text, *stretch)
    return house if house and text[house[0]].isupper() and " " in text[slice(*house)] else None


def _labelled(context: Context, stretch: Stretch) -> Stretch | None:
    """The place that a line names before its hours: `Nes rådhus: …`, without the counter beside it (`Nes, ekspedisjon: …`)."""
    text, at = context.view.text, label(context, stretch)
    if at and (comma := text.rfind(",", *at)) > 0 and context.counters.first(comma, at[1]):
        at = at[0], comma
    if at is None or NO_PLACE.match(context.view.lower, *at) or context.cues.within("roles", *at) or _BARE.fullmatch(context.view.lower, *at):
        return None
    if not (text[at[0]].isupper() or context.block(at[0]).kind is Kind.ITEM):
        return None
    cue = named(context, *at)
    return None if cue and cue.term.id in _NO_PLACES else at


def _heading(context: Context, position: int) -> Stretch | None:
    """The place that the line above the hours, or the heading of their section, is the name of: `Nes politistasjon`, `Nesbygda, grendehuset`."""
    section = context.section(position)
    for line in (heading_line(context, position), section and (section.heading.start, section.heading.end)):
        if line and (_AT_HOUSE.fullmatch(context.view.text, *line) or _IS_HOUSE.fullmatch(context.view.text, *line)):
            return line
    return None


def building(context: Context, stretch: Stretch | None) -> Stretch | None:
    """The building of a counter: that which its name begins, or stands in."""
    if stretch is None:
        return None
    text = context.view.text
    cue = named(context, *stretch)
    start = cue.start if cue else stretch[0]
    relative = _WHERE.search(text, stretch[0], start)
    if relative and (places := place.after_preposition(text, stretch[0], relative.start())):
        return places[-1]
    before = _CAPITALISED.search(text, stretch[0], start)
    from_cue = (before.start() if before else start, stretch[1])
    houses = (place.building(text, *from_cue), place.building(text, *stretch), *place.after_preposition(text, *stretch))
    return next((_narrowed(text, at) for at in houses if at and not _BARE.fullmatch(context.view.lower, *at)), None)


def _narrowed(text: str, at: Stretch) -> Stretch:
    """The place of a counter that is no more than one: of `Kontoret på Nes` it is Nes."""
    bare = _BARE.match(text[at[0] : at[1]].lower())
    places = place.after_preposition(text, at[0] + bare.end(), at[1]) if bare else []
    return places[-1] if places else at
