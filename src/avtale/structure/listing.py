"""Lists: entries that follow each other, with the line that announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.structure.block import Block, Kind, Listing, Section
from avtale.structure.wording import announces
from avtale.text import View
from avtale.vocabulary import Cues

_GROUP = re.compile(r"(?:Fra|Frå|Delt|Felles|I tillegg|Dessutan|Dessuten|Andre)\b[^.:;]{0,40}\Z")
"""A line that says whose the short lines right under it are."""
_OPEN_END = re.compile(
    r"\b(?:å|at|ved|til|for|med|til\s?ste?de|til\s?stades|medlem\w*\s(?:i\s\w+\s)?er|(?:elles|ellers|i\stillegg|dessut[ae]n)\s(?:møter|deltar|deltek|sit|sitter|kjem|kommer)|(?:skal|må|bør|vil|kan)"
    r"(?:\s(?:også|òg|óg|og|videre|vidare|særlig|særleg|spesielt|dessuten|dessutan|alltid|derfor|difor|de|dei|vi|me|han|hun|ho|den|det"
    r"|\w*(?:rådet|kommun(?:en|ene|ane)|politiet|part(?:ene|ane)|gruppa|gruppen|kontakten|koordinatoren|utvalget|utvalet|forumet|teamet)))?)\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"[A-ZÆØÅ][^:.]{1,30}: ")
_LONGEST_GROUP = 60
"""Characters of the longest line that says whose the entries under it are."""
_LONGEST_END = 40
"""Characters of the longest end by which a line is seen to be left open."""
_ENTRY = 160
"""Characters of the longest line that counts as an entry though it has no marker."""


def mark_plain_entries(view: View, cues: Cues, blocks: list[Block]) -> None:
    """Make entries of short lines without markers that stand close together under a line ending with a colon.

    Under the heading of a list of priorities they may stand apart.
    """
    text, index = view.text, 0
    while index < len(blocks) - 1:
        lead = blocks[index]
        index += 1
        if lead.kind is not Kind.HEADING and (lead.kind is not Kind.TEXT or not _could_be_entry(text, blocks[index])):
            continue
        announced = text[lead.end - 1] == ":" or (_begins_entries(text, blocks, index, lead) and _is_left_open(text, lead))
        grouped = lead.size < _LONGEST_GROUP and _GROUP.match(text, lead.start, lead.end) is not None
        entries = _entries(text, blocks, index) if announced or grouped else []
        entries = entries or _apart(view, cues, blocks, index)
        announced = announced or lead.kind is Kind.HEADING
        if (announced and len(entries) > 1) or (grouped and entries and (len(entries) > 1 or _is_lone_entry(cues, entries[0]))):
            for entry in entries:
                entry.kind = Kind.ITEM
            index += len(entries)


def _is_lone_entry(cues: Cues, entry: Block) -> bool:
    """Whether the only line under one that says whose it is names somebody, rather than being a sentence."""
    return entry.gap == 1 and cues.first("verbs", entry.start, entry.end) is None


def _is_left_open(text: str, block: Block) -> bool:
    return text[block.end - 1].isalpha() and bool(_OPEN_END.search(text, max(block.start, block.end - _LONGEST_END), block.end))


def _apart(view: View, cues: Cues, blocks: list[Block], first: int) -> list[Block]:
    """The last lines under the heading of a list of priorities or of duties, none of them a sentence; a paragraph may stand before them."""
    text, lead = view.text, blocks[first - 1]
    if lead.kind is not Kind.HEADING or not announces(view.lower, cues, lead.start, lead.end):
        return []
    entries: list[Block] = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.kind is Kind.HEADING and not (entries and _has_no_body(text, blocks, index)):
            break
        if block.kind not in (Kind.TEXT, Kind.HEADING) or (entries and block.size > _ENTRY):
            return []
        led = text[blocks[index - 1].end - 1] == ":" and index > first
        if entries or led or not (block.size > _ENTRY or _is_sentence(text, cues, block)):
            entries.append(block)
    sentences = sum(_is_sentence(text, cues, entry) for entry in entries)
    return entries if len(entries) > 1 and (sentences * 3 <= len(entries) or _are_tight(text, entries)) else []


def _are_tight(text: str, entries: list[Block]) -> bool:
    """Whether lines follow right upon each other, none of which ends as a sentence does."""
    return all(entry.gap == 1 for entry in entries[1:]) and not any(text[entry.end - 1] in ".:" for entry in entries)


def _is_sentence(text: str, cues: Cues, block: Block) -> bool:
    if _LABEL.match(text, block.start, block.end):
        return False
    return text[block.end - 1] in ".:" or cues.first("verbs", block.start, block.end) is not None


def _has_no_body(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a line that could be a heading has the next numbered heading right after it."""
    block, after = blocks[index], blocks[index + 1 : index + 2]
    return not (block.order or block.emphasised or text[block.end - 1] == ":") and bool(after) and after[0].kind is Kind.HEADING and after[0].order is not None


def _entries(text: str, blocks: list[Block], first: int) -> list[Block]:
    entries: list[Block] = []
    for block in map(blocks.__getitem__, range(first, len(blocks))):
        if not _could_be_entry(text, block) or (entries and block.gap > 1):
            break
        entries.append(block)
    return entries


def _begins_entries(text: str, blocks: list[Block], index: int, lead: Block) -> bool:
    """Whether a line can be the first of several entries, or an only one under a heading."""
    if lead.kind is Kind.HEADING:
        return _could_be_entry(text, blocks[index])
    after = blocks[index + 1 : index + 2]
    return bool(after) and after[0].gap == 1 and _could_be_entry(text, after[0])


def _could_be_entry(text: str, block: Block) -> bool:
    return block.kind is Kind.TEXT and block.end - block.start <= _ENTRY and text[block.end - 1] != ":"


def listings(text: str, blocks: list[Block], section_at: list[Section | None]) -> Iterator[Listing]:
    """The lists of a text; one that goes on after a blank line or a page break is one list.

    An entry that announces others (`Fra kommunen:`, `Politiet skal` before entries with another marker) leads a list of its own.
    """
    for listing in _announced(text, blocks, section_at):
        yield from _levels(text, listing)


def _announced(text: str, blocks: list[Block], section_at: list[Section | None]) -> Iterator[Listing]:
    nested: list[tuple[Listing, str]] = []
    for index, block in enumerate(blocks):
        if block.kind is not Kind.ITEM:
            if nested:
                yield from (listing for listing, _ in nested if listing.items)
                nested = []
            continue
        style = _style(block)
        before = blocks[index - 1] if index else None
        if nested and nested[0][0].items and _resumes(block, nested[0][0].items[0]):
            yield from (listing for listing, _ in nested if listing.items)
            nested, before = [], None
        if nested and before and _announces(text, before, block):
            nested[-1][0].items.pop()
        elif nested:
            if any(style == outer for _, outer in nested):
                while nested[-1][1] != style:
                    inner = nested.pop()[0]
                    yield from [inner] if inner.items else ()
            nested[-1][0].items.append(block)
            continue
        nested.append((Listing(before, [block], section_at[index], nested[-1][0] if nested else None), style))
    yield from (listing for listing, _ in nested if listing.items)


def _resumes(block: Block, first: Block) -> bool:
    """Whether an entry goes on with the numbers of a list that stood before another with bullets."""
    if first.marker[:2].lstrip("(")[:1].isalnum():
        return False
    number = _NUMBER.match(block.marker)
    return number is not None and int(number[0]) > 1


def _levels(text: str, listing: Listing) -> list[Listing]:
    """A list told apart by how far in its entries stand, or else by their markers: its own entries, and the lists under each of them."""
    if len(listing.items) == 1:
        return [listing]
    first, *rest = [_depth(text, item) for item in listing.items]
    deeper = [depth[0] > first[0] for depth in rest]
    if not any(deeper):
        styles = [depth[1] for depth in rest]
        returns = len({first[1], *styles}) == 2 and first[1] in styles[1:] and styles[0] != first[1]
        deeper = [style != first[1] for style in styles] if returns and ("".join("ab"[style != first[1]] for style in styles)).find("bb") >= 0 else []
    if not any(deeper) or all(deeper):
        return [listing]
    outer = Listing(listing.lead, [listing.items[0]], listing.section, listing.parent)
    found = [outer]
    within = False
    for item, is_deeper in zip(listing.items[1:], deeper, strict=True):
        if not is_deeper:
            outer.items.append(item)
        elif within:
            found[-1].items.append(item)
        else:
            found.append(Listing(outer.items[-1], [item], listing.section, outer))
        within = is_deeper
    return found


def _depth(text: str, item: Block) -> tuple[int, str]:
    """How far in an entry stands, in characters, and the kind of its marker."""
    line = text.rfind("\n", 0, item.line)
    return item.line - line - text.count("\f", line + 1, item.line), _style(item)


def _announces(text: str, before: Block, block: Block) -> bool:
    """Whether an entry leads others: it ends with a colon, or is left open before entries with another marker, or before an `a)`."""
    if text[before.end - 1] == ":":
        return True
    return _style(block) != _style(before) and (
        _is_left_open(text, before) or (_bare(block) == "a" and _bare(before).isdigit() and text[before.end - 1].isalpha())
    )


def _bare(block: Block) -> str:
    """A marker without what is around it: `a` of `a)`."""
    return block.marker.strip("(.)")


def _style(block: Block) -> str:
    """The kind of a marker: the bullet itself, or whether it is a figure or a letter and what follows."""
    if block.order:
        return block.order[0]
    marker = block.marker
    if not marker.endswith((")", ".", "(", "°", "º")):
        return marker
    return _WORD.sub("1" if marker[:1].isdigit() or marker[1:2].isdigit() else "a", marker)
