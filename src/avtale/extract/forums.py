"""Which forum a passage is about: shared by the extractors of a body's facts."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtale.extract.context import Context
from avtale.structure import Section
from avtale.vocabulary import Cue

_OFFICE = re.compile(r"[\s-]{0,3}(?:koordinator|kontakt|ansvarlig|ansvarleg|stilling|modell|arbeid|plan|handlingsplan|satsing)")


class Forum(NamedTuple):
    """A body: its type, and its name where it has one of its own."""

    type: str
    name: str | None = None


def forum_at(context: Context, start: int, end: int) -> Forum | None:
    """The forum that a stretch is about: named in it, else in the headings above it, else the document's only one."""
    cue = named(context, start, end)
    if cue:
        return Forum(cue.term.id)
    section = context.section(start)
    for part in section.lineage() if section else ():
        found = of_section(context, part)
        if found:
            return found
    return default(context)


def named(context: Context, start: int, end: int) -> Cue | None:
    """The first word for a forum in a stretch, that of an office or a model (`SLT-koordinator`) left aside."""
    return next((cue for cue in context.cues.within("bodies", start, end) if not _OFFICE.match(context.view.lower, cue.end)), None)


def of_section(context: Context, section: Section) -> Forum | None:
    """The forum that a heading names."""
    cue = named(context, section.heading.start, section.heading.end)
    return Forum(cue.term.id) if cue else None


def default(context: Context) -> Forum | None:
    """The forum of a text that speaks of one: the police council, where it is named at all."""
    kinds = {cue.term.id for cue in context.cues.all("bodies") if not _OFFICE.match(context.view.lower, cue.end)}
    return Forum("police_council") if "police_council" in kinds else Forum(kinds.pop()) if len(kinds) == 1 else None
