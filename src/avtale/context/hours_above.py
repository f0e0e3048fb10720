"""Whose hours a stretch goes on to tell, by what stands above it: the line that leads a list, the sentences before, a short line, the headings."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.openings import LABEL_SIZE, NOBODY, POLICE, THERE, is_hers, is_office_open, label, named, purpose_of
from avtale.structure import Block, Kind, Listing

_BACK = 3
"""Sentences of a paragraph in which the counter that a sentence goes on about can be named."""


def above(context: Context, stretch: Stretch) -> tuple[str, Stretch | None] | None:
    """Whose hours a stretch goes on to tell, and where that is said: the line that leads the list, the sentences before, the headings."""
    for lead in (*_leads(context, stretch[0]), *_before(context, stretch[0])):
        purpose = _said(context, lead)
        if purpose:
            return purpose, lead
    section = context.section(stretch[0])
    for part in section.lineage() if section else ():
        cue = named(context, part.heading.start, part.heading.end)
        if cue or part.type in ("opening_hours", "police_contact"):
            return (purpose_of(cue) if cue else "police_contact" if part.type == "police_contact" else "public_counter"), (part.heading.start, part.heading.end)
    return None


def _said(context: Context, stretch: Stretch) -> str | None:
    """Whose hours a stretch announces."""
    cue = named(context, *stretch)
    told = stretch[1] - stretch[0] < LABEL_SIZE or context.cues.first("openness", *stretch) is not None
    if cue and (told or cue.term.id not in NOBODY):
        return "police_contact" if cue.term.id == "police_office" and is_hers(context, stretch, cue.start) else purpose_of(cue)
    lower = context.view.lower
    is_open = context.cues.first("openness", *stretch)
    if is_office_open(context, stretch):
        return "public_counter"
    announced = POLICE.search(lower, *stretch) and (is_open or THERE.search(lower, *stretch))
    return "police_office" if announced else None


def heading_line(context: Context, position: int) -> Stretch | None:
    """The short line without days, times or a sign at its end that begins the run of lines which a position is in: `Namsmannen i Nes`."""
    index = context.outline.block_at(position)
    blocks = context.outline.blocks
    while index > 0 and blocks[index].gap == 1 and blocks[index].kind is Kind.TEXT:
        index -= 1
    first = blocks[index]
    if position <= first.end or first.kind is not Kind.TEXT or first.size > LABEL_SIZE or ":" in context.view.text[first.start : first.end]:
        return None
    told = any(context.cues.first(concept, first.start, first.end) for concept in ("weekdays", "verbs", "openness"))
    return None if told else (first.start, first.end)


def _is_passed(context: Context, block: Block) -> bool:
    """Whether a line is another entry or row of the same list, or a line with a label and days of its own."""
    if block.kind in (Kind.ROW, Kind.CELL, Kind.ITEM):
        return True
    return block.kind is Kind.TEXT and label(context, (block.start, block.end)) is not None and bool(context.cues.first("weekdays", block.start, block.end))


def _announces(context: Context, block: Block) -> bool:
    """Whether an entry ends with a colon and so is the line above what follows."""
    return block.kind is Kind.ITEM and context.view.text[block.end - 1] == ":"


def _leads(context: Context, position: int) -> Iterator[Stretch]:
    """The lines that lead the list which an entry is in, from the inside out."""
    block = context.block(position)
    listing = _listing(context, block) if block.kind is Kind.ITEM else None
    if listing:
        yield from _outer_entry(context, position)
    while listing:
        if listing.lead:
            yield listing.lead.start, listing.lead.end
        listing = listing.parent


def _outer_entry(context: Context, position: int) -> Iterator[Stretch]:
    """The entry with another marker that stands above the entries of an inner list, and tells no hours itself."""
    index = context.outline.block_at(position)
    blocks = context.outline.blocks
    marker = blocks[index].marker
    while index > 0 and blocks[index].kind is Kind.ITEM and blocks[index].marker == marker:
        index -= 1
    outer = blocks[index]
    if outer.kind is Kind.ITEM and not context.cues.first("weekdays", outer.start, outer.end):
        yield outer.start, outer.end


def _listing(context: Context, block: Block) -> Listing | None:
    return next(
        (listing for listing in context.outline.listings if listing.items[0].start <= block.start <= listing.items[-1].start and block in listing.items), None
    )


def _before(context: Context, position: int) -> Iterator[Stretch]:
    """The sentences before in the same paragraph, then the line above where it speaks of hours or ends with a colon."""
    index = context.outline.block_at(position)
    block = context.outline.blocks[index]
    number = context.sentence_index(position)
    for start, end in reversed(context.sentences[max(0, number - _BACK) : number]):
        if start >= block.start:
            yield start, end
    index -= 1
    if block.gap == 1 and (head := heading_line(context, position)):
        yield head
    while index > 0 and _is_passed(context, context.outline.blocks[index]) and not _announces(context, context.outline.blocks[index]):
        index -= 1
    upper = context.outline.blocks[max(index, 0)]
    if upper.kind in (Kind.TEXT, Kind.ITEM) and (context.cues.first("openness", upper.start, upper.end) or context.view.text[upper.end - 1] == ":"):
        yield from reversed([stretch for stretch in context.sentences[max(0, number - 2 * _BACK) : number] if upper.start <= stretch[0] < upper.end])
