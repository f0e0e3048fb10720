"""Lists: entries that follow each other, with the line that announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.structure.block import Block, Kind, Listing, Section

_GROUP = re.compile(r"(?:Fra|Frå|Delt|Felles|I tillegg|Dessutan|Dessuten|Andre)\b[^.:;]{0,40}\Z")
"""A line that says whose the short lines right under it are."""
_ENTRY = 160
"""Characters of the longest line that counts as an entry though it has no marker."""


def mark_plain_entries(text: str, blocks: list[Block]) -> None:
    """Make entries of short lines without markers that stand close together under a line ending with a colon."""
    index = 0
    while index < len(blocks) - 1:
        lead = blocks[index]
        index += 1
        if lead.kind not in (Kind.TEXT, Kind.HEADING) or not (text[lead.end - 1] == ":" or _GROUP.match(text, lead.start, lead.end)):
            continue
        entries = _entries(text, blocks, index)
        if len(entries) > 1 or (entries and text[lead.end - 1] != ":" and entries[0].gap == 1):
            for entry in entries:
                entry.kind = Kind.ITEM
        index += len(entries)


def _entries(text: str, blocks: list[Block], first: int) -> list[Block]:
    entries: list[Block] = []
    for block in blocks[first:]:
        if block.kind is not Kind.TEXT or block.size > _ENTRY or (entries and block.gap > 1) or text[block.end - 1] == ":":
            break
        entries.append(block)
    return entries


def listings(blocks: list[Block], section_at: list[Section | None]) -> Iterator[Listing]:
    """The lists of a text; one that goes on after a blank line or a page break is one list."""
    items: list[Block] = []
    lead: Block | None = None
    section: Section | None = None
    for index, block in enumerate(blocks):
        if block.kind is Kind.ITEM:
            if not items:
                lead, section = (blocks[index - 1] if index else None), section_at[index]
            items.append(block)
        elif items:
            yield Listing(lead, items, section)
            items = []
    if items:
        yield Listing(lead, items, section)
