"""What a list is a list of: shared by the extractors of `priorities` and `duties`."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtale.extract.actors import INVERTED, actors, bearer, other_side
from avtale.extract.candidate import Stretch
from avtale.extract.context import Context
from avtale.structure import Block, Kind, Listing
from avtale.vocabulary import load

_MODAL_END = re.compile(r"\b(?:skal|må|bør|vil|kan|er|å|for|til|at|med|seg)(?:\s+(?:blant annet|bl\.a\.|mellom anna|særlig|særleg|også|òg|derfor|difor))?\W*\Z")
_MODAL = re.compile(r"\b(?:skal|må|bør|vil|kan|forplikter|forpliktar|pliktar|tek på seg|tar på seg|lover|lovar|gjør|gjer|bidra|bidrar|bidreg|sørger|forventer|forventar|ventar)\b")
_TOGETHER = re.compile(r"\b(?:i lag|sammen|saman|i fellesskap|på egen hånd|kvar for seg|hver for seg)\W*\Z")
_STANDING = re.compile(
    r"\b(?:alltid|fast|faste|hvert\s(?:ordinære\s)?møte|kvart\s(?:ordinære\s)?møte|alle\smøte[rne]*|alle\smøta|møtene|møta)\b[^.]{0,60}\b(?:drøft|behandl|handsam|gjennomg|omtal|på\sdagsorden|på\sagenda|på\ssakl|tema|opp\b|oppe\b|innom)"
    r"|\b(?:drøft|behandl|handsam|gjennomg|tar\sopp|tek\sopp|tas\sopp|takast\sopp)\w*\b[^.]{0,60}\b(?:alltid|fast|hvert\s(?:ordinære\s)?møte|kvart\s(?:ordinære\s)?møte|alle\smøte[rne]*|alle\smøta)\b"
)
_EXPECTED_FROM = re.compile(r"\b(?:fra|frå|har)\b|\bforvent(?:er|ar)\b|\bventar\b|\bønsker\b|\bynskjer\b")
_EXPECTED_OF = re.compile(r"\b(?:til|av|at)\b")
_NOT_DONE = re.compile(r"medlem|deltak|deltag|består|følgende funksjoner|samansett|sammensatt|representant|vedlegg|åpningstid|opningstid")


class Purpose(NamedTuple):
    """What a list is: of priorities of a `scope`, or of duties that `who` bears (None where the entries must say it)."""

    scope: str | None = None
    who: str | None = None
    is_duties: bool = False
    said: Stretch = (0, 0)
    """The line that says so."""


def purpose(context: Context, listing: Listing) -> Purpose | None:
    """What a list is, by the line before it, else by the headings above it, from the inside out."""
    announcements = _announcements(context, listing)
    for index, (start, end) in enumerate(announcements):
        found = _read(context, start, end)
        if found and found.is_duties and found.who in (None, "both") and index + 1 < len(announcements):
            above = _read(context, *announcements[index + 1])
            found = above if above and above.scope and not context.cues.within("tasks", start, end) else found
        if found:
            if found.is_duties and found.who is None:
                return found._replace(who=_who_above(context, listing))
            return found
    return None


def _announcements(context: Context, listing: Listing) -> list[Stretch]:
    """The last sentence of the line before the list, that line, and the headings that the list stands under."""
    stretches: list[Stretch] = []
    lead = listing.lead
    if lead is not None and lead.kind is not Kind.CONTENTS:
        last = context.sentence(max(lead.start, lead.end - 1))
        stretches += [last, (lead.start, lead.end)] if last[0] > lead.start else [(lead.start, lead.end)]
    section = listing.section
    headings = [(part.heading.start, part.heading.end) for part in (section.lineage() if section else ())]
    return stretches + [heading for heading in headings if heading not in stretches]


def _read(context: Context, start: int, end: int) -> Purpose | None:
    lower = context.view.lower
    if _NOT_DONE.search(lower, start, end):
        return None
    scopes = context.cues.within("scopes", start, end)
    tasks = context.cues.within("tasks", start, end)
    expects = [cue for cue in tasks if cue.term.id == "expectation"]
    if expects and not (scopes and scopes[-1].start > expects[-1].start):
        return Purpose(who=_expected(context, start, end, expects[0].start), is_duties=True, said=(start, end))
    if _STANDING.search(lower, start, end):
        return Purpose(scope="agenda_item", said=(start, end))
    asks = _asks(context, start, end)
    if scopes and not (tasks and asks):
        ids = {cue.term.id for cue in scopes}
        return Purpose(scope=next(term.id for term in load("scopes") if term.id in ids), said=(start, end))
    if tasks or asks:
        actor = bearer(context, start, end)
        return Purpose(who=actor.who if actor else None, is_duties=True, said=(start, end))
    return None


def _asks(context: Context, start: int, end: int) -> bool:
    """Whether a line ends in a verb that the entries complete: `Politiet skal:`, `… må kommunen:`."""
    lower = context.view.lower
    if not _MODAL.search(lower, start, end):
        return False
    last = actors(context, start, end)
    inverted = last and not lower[last[-1].end : end].strip(" :") and INVERTED.search(lower, start, last[-1].start)
    together = lower[end - 1] == ":" and _TOGETHER.search(lower, start, end)
    return bool(_MODAL_END.search(lower, start, end) or inverted or together)


def _expected(context: Context, start: int, end: int, cue: int) -> str | None:
    """Of whom something is expected: the one after `til` or `at`, else the other side of the one who expects."""
    lower = context.view.lower
    after = bearer(context, cue, end)
    before = bearer(context, start, cue)
    if after:
        between = lower[cue : after.start]
        if before and before.who != after.who and not re.search(r"\b(?:fra|frå)\b", between):
            return after.who
        return other_side(after.who) if _EXPECTED_FROM.search(between) and not re.search(r"\bat\b|\btil\b|\bav\b", between) else after.who
    return other_side(before.who) if before else None


def _who_above(context: Context, listing: Listing) -> str | None:
    """The bearer named by the nearest line above that names one."""
    for start, end in _announcements(context, listing)[1:]:
        actor = bearer(context, start, end)
        if actor and end - start < 100:
            return actor.who
    return None


def entries(context: Context, listing: Listing) -> list[tuple[str, Stretch]]:
    """The entries of a list as a reader has them in mind, blanks and placeholders left out."""
    found = []
    for item in listing.items:
        text = context.read(item.start, item.end)
        if any(character.isalpha() for character in text) and not is_placeholder(text):
            found.append((text, (item.start, item.end)))
    return found


def is_placeholder(text: str) -> bool:
    """Whether a text is a blank to be filled in: `_____`, `.....`, `[navn]`, `xx`."""
    return bool(_BLANK.fullmatch(text.strip()))


_BLANK = re.compile(r"[\s._…-]*|\[[^\]]*\]\.?|<[^>]*>|[xX]{2,}\.?|(?:navn|namn|tittel|dato|sted|stad|n\.?\s?n\.?)\.?", re.IGNORECASE)


