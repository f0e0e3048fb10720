"""Tables of contents: told apart from the headings that they list, and kept as a help to find those."""

from __future__ import annotations

import re

from avtale.structure.block import Block, Kind, Stretch
from avtale.structure.numbering import plain

_ENTRY = re.compile(r"(?P<entry>\S.*?)(?:\s*\t\s*|\s*[.…_]{3,}\s*|\s{3,}|\s*\.\s\.\s[. ]*)(?:s(?:ide|\.)\s?)?(?P<page>\d{1,3})\Z", re.DOTALL)
_TITLE = re.compile(r"(?:innhold|innhald|innholdsfortegnelse|innhaldsliste|innhaldsoversyn|innholdsoversikt|innholdsliste)[.: ]*\Z", re.IGNORECASE)
_PAGE = re.compile(r"(?:[\t.…_]|[\s.…_]\s)(?:s(?:ide|\.)\s?)?\d{1,3}\Z")
"""How an entry ends."""
_LONGEST_PAGE = 10
"""Characters of the longest such end."""
_FEWEST = 2
"""Lines with a page number that make a table of contents."""
_LONGEST = 160
"""Characters of the longest entry."""


def mark_contents(text: str, blocks: list[Block]) -> frozenset[str]:
    """Mark the lines of the table of contents, and return its entries, made plain."""
    could_be = [index for index, block in enumerate(blocks) if text.startswith(("I", "i"), block.start) and block.size < 30]
    title = next((index for index in could_be if _TITLE.match(text, blocks[index].start, blocks[index].end)), None)
    first = title + 1 if title is not None else 0
    found = [index for index in range(first, len(blocks)) if text[blocks[index].end - 1].isdigit() and _is_entry(text, blocks[index])]
    if title is not None and not found:
        found = _repeated(text, blocks, first)
    if len(found) < _FEWEST:
        return frozenset()
    if title is not None:
        blocks[title].kind = Kind.CONTENTS
    last = _last(found)
    entries = set()
    for block in blocks[found[0] : last + 1]:
        block.kind = Kind.CONTENTS
        match = _ENTRY.match(text, block.start, block.end)
        entries.add(plain(match["entry"] if match else text[block.start : block.end]))
    return frozenset(entries - {""})


def entry(text: str, block: Block) -> Stretch | None:
    """Where the heading stands in a line of the table of contents; None in the one over it."""
    if block.start == block.end or _TITLE.match(text, block.start, block.end):
        return None
    match = _ENTRY.match(text, block.start, block.end)
    return match.span("entry") if match else (block.start, block.end)


def _is_entry(text: str, block: Block) -> bool:
    paged = block.size <= _LONGEST and _PAGE.search(text, max(block.start, block.end - _LONGEST_PAGE), block.end)
    return bool(paged and _ENTRY.match(text, block.start, block.end))


def _last(found: list[int]) -> int:
    """Where the first stretch of entries ends; a wrapped entry may stand between two."""
    last = found[0]
    for index in found:
        if index - last > 2:
            break
        last = index
    return last


def _repeated(text: str, blocks: list[Block], first: int) -> list[int]:
    """Lines from `first` on, each of which is said again further down: a table of contents without page numbers."""
    words = [plain(text[block.start : block.end]) for block in blocks]
    last_said = {said: index for index, said in enumerate(words)}
    found = []
    for index in range(first, len(blocks)):
        if last_said[words[index]] == index or blocks[index].size > _LONGEST:
            break
        found.append(index)
    return found
