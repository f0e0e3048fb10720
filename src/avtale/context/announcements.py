"""Announcements of members: the line or the heading before those whom it says to be part of a forum, and how.

`Faste medlemmer er:`, `Desse møter ved behov`, `Frå kommunen:` after one of them, a heading `Samansetning`.
Shared code of rosters: lists, lines and tables.
"""

from __future__ import annotations

import re

from avtale.context.attendance import attendance, attendance_of, is_of_items
from avtale.context.context import Context
from avtale.context.particles import phrase_end
from avtale.context.people import Defaults
from avtale.context.senders import sender_of
from avtale.context.series import is_person
from avtale.structure import Block, Kind, Listing

_HERE = re.compile(r"(?:\A|\b)(?:i\s(?!alle|hver|kvar|neste)\w+|(?:fra|frå|for)\s(?!før\b|no\b|nå\b)[^:]+|desse|disse|her|der)\s\Z")
_THESE = re.compile(
    r"(?:følgende|følgjande|desse|disse|(?:dei|de)\ssom|partene|partane|kommunen\sog\spolitiet)\s(?:(?:skal|kan|bør|må|alltid|fast|også|òg)\s)*"
)
"""What a line begins with that announces those who come to a forum: `Følgende skal delta i politirådet:`."""
_POINTS = re.compile(r"følg|\bd[ei]ss[ei]\b|\bslik|\bneden|\bnedan|\bunder\b|\bher\b|\bmed(?:lem|em)|samans|sammens")
"""What a whole sentence has in it that says who is named below it."""
_NEAR = 12
"""Lines between the announcement of members and that of a group of them."""
_ELSE = re.compile(r"(?:elles|ellers|i\stillegg|dessutan|dessuten|fast|følgende|følgjande|(?:dei|de)\ssom)\s(?:\w+\s)?")
"""What a line begins with that ends with a verb for coming: `Elles møter`."""
_LINE = 200
"""Characters of the longest line that announces members."""


def announced(context: Context, listing: Listing) -> Defaults | None:
    """What the line before a list says of its entries, None where it announces no members."""
    lead = listing.lead
    if lead is None or (context.view.text[lead.end - 1] == "." and not _POINTS.search(context.view.lower, lead.start, lead.end)):
        return None
    line = (context.sentence(max(lead.start, lead.end - 1))[0], lead.end)
    said, sender = announcing(context, *line), sender_of(context, *line)
    headings = list(listing.section.lineage()) if listing.section else []
    typed = any(section.type == "members" for section in headings[:2])
    if sender and (said or typed or names_people(context, listing) or (members_before(context, lead) and _opens_with_people(context, listing))):
        noted = attendance(context.view.lower[line[0] : line[1]])
        return sender._replace(attendance=noted or (said.attendance if said else "permanent"))
    if said:
        found = context.purposes[listing]
        return None if found and found.is_duties and found.said == line else said
    named = context.forums.named(lead.start, lead.end) is not None and names_people(context, listing)
    return Defaults() if lead.kind is Kind.HEADING and (typed or named) else None


def announcing(context: Context, start: int, end: int) -> Defaults | None:
    """What a line says of the members that it announces, None where it announces none."""
    for cue in context.cues.within("relations", start, end):
        if is_of_items(context.view.lower, cue) or "label" in cue.term.facts or phrase_end(context.view.lower, cue, end) is None:
            continue
        kind = attendance_of(context.view.lower, cue)
        if kind and (
            cue.term.id != "attends"
            or (cue.start == start and attendance(context.view.lower[start:end]) == "invited")
            or _HERE.search(context.view.lower, start, cue.start)
            or (_THESE.fullmatch(context.view.lower, start, cue.start) and context.view.text[end - 1] == ":")
            or (_ELSE.fullmatch(context.view.lower, start, cue.start) and not context.view.lower[cue.end : end].strip(" :*"))
        ):
            return Defaults(attendance(context.view.lower[start:end]) or kind if cue.term.id == "attends" else kind)
    return None


def names_people(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list are an office or a person, without a verb."""
    named = [
        item
        for item in listing.items
        if not context.cues.first("verbs", item.start, item.end) and (context.offices.first(item.start, item.end) or context.names.first(item.start, item.end))
    ]
    return 2 * len(named) > len(listing.items)


def _opens_with_people(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list begin with somebody."""
    return 2 * sum(is_person(context, (item.start, item.end)) for item in listing.items) > len(listing.items)


def members_before(context: Context, lead: Block) -> bool:
    """Whether a line shortly before a group's own line announces members."""
    index = context.outline.block_at(lead.line)
    before = context.outline.blocks[max(0, index - _NEAR) : index]
    return any(announcing(context, block.start, block.end) for block in before if block.size < _LINE)
