"""What a list is a list of, by the lines and headings that announce it: shared by the extractors of `priorities`, `duties` and `members`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from avtale.context.actors import bearer, subject
from avtale.context.candidate import Stretch
from avtale.context.leads import BOTH, MODAL, Purpose, expected_of, read, responsible, who_acts
from avtale.structure import Block, Kind, Listing, Section

if TYPE_CHECKING:
    from avtale.context.context import Context

_PRESENT = re.compile(
    r"(?:[a-zæøå]{2,}[ae]r|er|har|gir|gjev|gjer|gjør|held|tek|skal|får|ser|går|står|syter|kjem|veit|vet|legg|set|skriv|skriver|styrkjer|hjelper)\s(?!(?:og|for)\s)"
)
_EACH = re.compile(r"(?:under|for|til|innen|innan|på)\s(?:hvert|hver|kvart|kvar)\b")
LABEL = 40
"""Characters of the longest label that names somebody before a duty, and from a subject to its modal."""
_HEAD = 100
"""Characters of the longest line that can be there to name who bears what follows."""


def purposes(context: Context) -> dict[Listing, Purpose | None]:
    """What each list is; one under a word for both sides (`Felles:`) goes on with the duties of the list before it."""
    found: dict[Listing, Purpose | None] = {}
    before: Listing | None = None
    for listing in context.outline.listings:
        found[listing] = purpose(context, listing) or (_of_both(context, listing) if before and _go_on(found[before], before, listing) else None)
        before = listing
    return found


def _go_on(said: Purpose | None, before: Listing, listing: Listing) -> bool:
    """Whether a list can go on with the duties of the one before it, in whose section or beside whose it stands."""
    if said is None or not said.is_duties or before.section is None or listing.section is None:
        return False
    return before.section in listing.section.lineage() or before.section.parent is listing.section.parent


def _of_both(context: Context, listing: Listing) -> Purpose | None:
    """The duties of a list whose line says no more than that they are of both sides."""
    lead = listing.lead
    if lead is None or not BOTH.fullmatch(context.view.lower, lead.start, lead.end):
        return None
    return Purpose(who="both", is_duties=True, said=(lead.start, lead.end))


def purpose(context: Context, listing: Listing) -> Purpose | None:
    """What a list is, by the line before it, else by the lines and headings above it, from the inside out; else by its entries.

    A line that only names somebody (`Politiet:`) gives the duties that a line above announces their bearer.
    """
    found = _announced(context, listing)
    if (found and _counted(context, listing, _is_labelled)) or (not found and _counted(context, listing, _says_who)):
        return Purpose(is_duties=True, said=(listing.items[0].start, listing.items[0].start))
    if found is None and listing.lead and (who := _who_does(context, listing)):
        return Purpose(who=who, is_duties=True, said=(listing.lead.start, listing.lead.end))
    return found


def _who_does(context: Context, listing: Listing) -> str | None:
    """Whom the line before a list names, and nothing else, where the entries are verbs that say what he does: `Politikontakten:`, `- deltar i …`.

    Infinitives go on with whatever the line says of him: `Hun har`, `- å følge opp …`.
    """
    lead = listing.lead
    if lead and all(context.view.lower.startswith("å ", item.start) for item in listing.items):
        return who_acts(context, max(lead.start, context.sentence(lead.end - 1)[0]), lead.end)
    actor = bearer(context, lead.start, lead.end) if lead and lead.size < _HEAD else None
    if lead is None or actor is None or context.view.lower[actor.end : lead.end].strip(" :*_") or context.view.lower[lead.start : actor.start].strip(" *_"):
        return None
    return actor.who if _counted(context, listing, _is_deed) else None


def _is_deed(context: Context, item: Block) -> bool:
    """Whether an entry begins with a verb in the present tense."""
    is_noun = context.cues.first("roles", item.start, item.start + 1) or context.cues.first("titles", item.start, item.start + 1)
    return is_noun is None and _PRESENT.match(context.view.lower, item.start, item.end) is not None


def _counted(context: Context, listing: Listing, is_one: Callable[[Context, Block], bool]) -> bool:
    """Whether nearly all entries of a list, and more than one, are of a kind."""
    others = 0
    for item in listing.items:
        others += not is_one(context, item)
        if others > 1:
            return False
    return len(listing.items) - others > 1


def _is_labelled(context: Context, item: Block) -> bool:
    """Whether an entry has somebody's name before it: `Kommunen: stiller lokale`."""
    label = context.view.text.find(":", item.start, min(item.end, item.start + LABEL))
    actor = bearer(context, item.start, label) if label > 0 else None
    return actor is not None and actor.start == item.start and actor.end >= label - 1


def _says_who(context: Context, item: Block) -> bool:
    """Whether an entry is a sentence about what somebody shall do."""
    actor = subject(context, item.start, item.end)
    return actor is not None and bool(MODAL.search(context.view.lower, item.start, min(item.end, actor.end + LABEL)))


def _announced(context: Context, listing: Listing) -> Purpose | None:
    announcements = _announcements(context, listing)
    unborne: Purpose | None = None
    for index, (start, end) in enumerate(announcements):
        found = read(context, start, end)
        if found and found.is_duties:
            expected = expected_of(context, announcements[:index]) if context.has("tasks", start, end, "expectation") else None
            who = expected or _named(context, announcements[:index]) or found.who or _named(context, announcements[index + 1 :])
            found = found._replace(who=who)
            if who is None:
                unborne = unborne or found
                continue
        if found:
            return found
    return unborne


def _named(context: Context, lines: list[Stretch]) -> str | None:
    """The first whom some lines name that are there to name somebody."""
    for start, end in lines:
        who = responsible(context, start, end) if end - start < _HEAD else None
        if who:
            return who
    return None


def _announcements(context: Context, listing: Listing) -> list[Stretch]:
    """The last sentence of the line before the list, that line, the same of the lists that it is within, and the headings above."""
    stretches: list[Stretch] = []
    within: Listing | None = listing
    while within:
        lead = within.lead
        if lead is not None and lead.kind is not Kind.CONTENTS and not (within.parent and lead in within.parent.items):
            stretches += _stretches(context, lead, within is not listing)
        within = within.parent
    return list(dict.fromkeys([*stretches, *headings(listing.section)]))


def _stretches(context: Context, lead: Block, is_inner: bool) -> list[Stretch]:
    """The last sentence of a line, and the whole line; a last sentence about what stands under each entry is for those lists only."""
    start = max(context.sentence(max(lead.start, lead.end - 1))[0], lead.start)
    if start > lead.start and _EACH.match(context.view.lower, start, lead.end):
        return [(start, lead.end)] if is_inner else [(lead.start, start)]
    return [(start, lead.end), (lead.start, lead.end)]


def headings(section: Section | None) -> list[Stretch]:
    return [(part.heading.start, part.heading.end) for part in section.lineage()] if section else []
