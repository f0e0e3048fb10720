"""Lists: entries that follow each other, with the line that announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.structure.block import Block, Kind, Listing, Section
from avtale.vocabulary import Cues

_GROUP = re.compile(r"(?:Fra|Frå|Delt|Felles|I tillegg|Dessutan|Dessuten|Andre)\b[^.:;]{0,40}\Z")
"""A line that says whose the short lines right under it are."""
_OPEN_END = re.compile(r"\b(?:å|at|ved|til|for|med|(?:skal|må|bør|vil|kan)(?:\s\w+)?)\Z", re.IGNORECASE)
_LONGEST_GROUP = 60
"""Characters of the longest line that says whose the entries under it are."""
_LONGEST_END = 40
"""Characters of the longest end by which a line is seen to be left open."""
_ENTRY = 160
"""Characters of the longest line that counts as an entry though it has no marker."""


def mark_plain_entries(text: str, cues: Cues, blocks: list[Block]) -> None:
    """Make entries of short lines without markers that stand close together under a line ending with a colon.

    Under the heading of a list of priorities they may stand apart.
    """
    index = 0
    while index < len(blocks) - 1:
        lead = blocks[index]
        index += 1
        if lead.kind not in (Kind.TEXT, Kind.HEADING):
            continue
        announced = text[lead.end - 1] == ":" or _is_left_open(text, lead)
        grouped = lead.size < _LONGEST_GROUP and _GROUP.match(text, lead.start, lead.end) is not None
        entries = _entries(text, blocks, index) if announced or grouped else _apart(text, cues, blocks, index)
        announced = announced or lead.kind is Kind.HEADING
        if (announced and len(entries) > 1) or (grouped and entries and (len(entries) > 1 or entries[0].gap == 1)):
            for entry in entries:
                entry.kind = Kind.ITEM
            index += len(entries)


def _is_left_open(text: str, block: Block) -> bool:
    return text[block.end - 1].isalpha() and bool(_OPEN_END.search(text, max(block.start, block.end - _LONGEST_END), block.end))


def _apart(text: str, cues: Cues, blocks: list[Block], first: int) -> list[Block]:
    """The lines under the heading of a list of priorities, where nothing else stands there: none of them a sentence."""
    lead = blocks[first - 1]
    if lead.kind is not Kind.HEADING or not cues.first("scopes", lead.start, lead.end):
        return []
    entries: list[Block] = []
    for block in blocks[first:]:
        if block.kind is Kind.HEADING and (block.order or not entries):
            break
        if block.kind not in (Kind.TEXT, Kind.HEADING) or block.size > _ENTRY or text[block.end - 1] in ".:" or cues.first("verbs", block.start, block.end):
            return []
        entries.append(block)
    return entries


def _entries(text: str, blocks: list[Block], first: int) -> list[Block]:
    entries: list[Block] = []
    for block in blocks[first:]:
        if block.kind is not Kind.TEXT or block.size > _ENTRY or (entries and block.gap > 1) or text[block.end - 1] == ":":
            break
        entries.append(block)
    return entries


def listings(text: str, blocks: list[Block], section_at: list[Section | None]) -> Iterator[Listing]:
    """The lists of a text; one that goes on after a blank line or a page break is one list.

    An entry that announces others (`Fra kommunen:`, `Politiet skal` before entries with another marker) leads a list of its own.
    """
    nested: list[tuple[Listing, str]] = []
    for index, block in enumerate(blocks):
        if block.kind is not Kind.ITEM:
            yield from (listing for listing, _ in nested if listing.items)
            nested = []
            continue
        style, before = _style(block), blocks[index - 1] if index else None
        if nested and before and _announces(text, before, style != _style(before)):
            nested[-1][0].items.pop()
        elif nested:
            if any(style == outer for _, outer in nested):
                while nested[-1][1] != style:
                    yield nested.pop()[0]
            nested[-1][0].items.append(block)
            continue
        nested.append((Listing(before, [block], section_at[index], nested[-1][0] if nested else None), style))
    yield from (listing for listing, _ in nested if listing.items)


def _announces(text: str, block: Block, deeper: bool) -> bool:
    """Whether an entry leads others: it ends with a colon, or is left open before entries with another marker."""
    return text[block.end - 1] == ":" or (deeper and _is_left_open(text, block))


def _style(block: Block) -> str:
    """The kind of a marker: the bullet itself, or whether it is a figure or a letter and what follows."""
    if block.order:
        return block.order[0]
    marker = block.marker
    return re.sub(r"\w+", "1" if marker[:1].isdigit() or marker[1:2].isdigit() else "a", marker) if marker[-1:] in ").(" else marker
