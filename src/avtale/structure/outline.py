"""The outline of a view: its blocks, its sections, its lists, its title block and its closing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from avtale.structure import headings, numbering, numbers
from avtale.structure.block import Block, Kind, Listing, Section, Table
from avtale.structure.cells import mark_cells
from avtale.structure.closing import closing
from avtale.structure.contents import mark_contents
from avtale.structure.first_entries import split_first_entries
from avtale.structure.listing import listings, mark_plain_entries
from avtale.structure.marked import mark_headings
from avtale.structure.nesting import ATTACHMENT, nested
from avtale.structure.parts import read_part
from avtale.structure.run_in import split_run_in
from avtale.structure.tables import tables
from avtale.structure.wording import HEADING
from avtale.text import View
from avtale.text.lines import ROW_MARKS, is_row, marker_of, split
from avtale.vocabulary import Cues, load, spot

_EMPHASISED = frozenset("*#_=-–<")
_UNDERLINES = "-=~–—"
_EMPHASIS = re.compile(r"\*\*+|#{1,6}\s+|(?P<around>__?(?=\w)|\*(?=[^\W\d])|={2,6}\s|[-–]{2,3}\s|<(?:b|strong|h\d)>)")
_AROUND = re.compile(r"(?:__?|(?<=\w)\*|\s={2,6}|\s[-–]{2,3}|</(?:b|strong|h\d)>)\s*:?\Z")


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands where. Indices are into `blocks`."""

    blocks: list[Block]
    starts: list[int]
    sections: list[Section]
    """All sections, flat, in document order."""
    section_at: list[Section | None]
    """For each block the section that it is the heading or the body of."""
    listings: list[Listing]
    tables: list[Table]
    title: range
    closing: range

    def block_at(self, position: int) -> int:
        """The index of the block that a position of the view is in, or follows."""
        return bisect_right(self.starts, position, 1) - 1

    def block(self, position: int) -> Block:
        """The block that a position of the view is in, or follows."""
        return self.blocks[bisect_right(self.starts, position, 1) - 1]

    def section(self, position: int) -> Section | None:
        """The section that a position of the view is in."""
        return self.section_at[bisect_right(self.starts, position, 1) - 1] if self.blocks else None


def outline(view: View, cues: Cues) -> Outline:
    """Read the outline of a view."""
    blocks = [Block(Kind.TEXT, line.start, line.start, line.end, line.gap) for line in split(view.text)]
    blocks = list(_underlined(view.text, blocks))
    begun = numbers.could_begin(view.text, blocks)
    for block in begun:
        _read_start(view.text, block)
    _mark_rows(view.text, blocks)
    numbers.read_bare(view.text, blocks, begun)
    blocks = numbers.join_numbers(view.lower, blocks)
    blocks = split_first_entries(view.text, blocks)
    blocks = split_run_in(view.text, cues, blocks)
    mark_headings(view, cues, blocks)
    entries = mark_contents(view.text, blocks)
    cells = mark_cells(view, cues, blocks)
    numbering.decide(view.lower, cues, blocks, entries)
    first, last = closing(view, cues, blocks)
    headings.decide(view, cues, blocks, range(first, last), entries)
    mark_plain_entries(view, cues, blocks[:first])
    sections, section_at = _sections(view, blocks)
    title = min(headings.front(view, cues, blocks), first)
    return Outline(
        blocks,
        [block.line for block in blocks],
        sections,
        section_at,
        list(listings(view.text, blocks, section_at)),
        list(tables(view, cues, blocks, section_at, cells)),
        range(title),
        range(first, last),
    )


def _underlined(text: str, blocks: list[Block]) -> Iterator[Block]:
    """The lines without those that only underline the one before, which is then emphasised."""
    before: Block | None = None
    for block in blocks:
        is_line = text[block.start] in _UNDERLINES and not text[block.start : block.end].strip(text[block.start]) and block.size > 2
        if before and is_line and block.gap == 1 and before.size <= HEADING and block.size >= before.size // 2:
            before.emphasised = True
            continue
        yield block
        before = block


def _read_start(text: str, block: Block) -> None:
    """Read what a line begins with: emphasis, a number, a list marker."""
    emphasis = _EMPHASIS.match(text, block.start, block.end) if text[block.start] in _EMPHASISED else None
    around = _AROUND.search(text, emphasis.end(), block.end) if emphasis and emphasis["around"] else None
    if emphasis and emphasis["around"] and not around:
        emphasis = None
    if emphasis:
        block.emphasised = True
        block.start = emphasis.end()
        block.end = around.start() if around else block.end
        while text[block.end - 1] in "*: " and block.end > block.start:
            block.end -= 1
    numbers.read_number(text, block)
    if block.order is None:
        read_part(text, block)
    marker = None if block.order or emphasis else marker_of(text, block.line, block.end)
    if marker and marker.end() < block.end:
        block.kind, block.marker, block.start = Kind.ITEM, marker[0].strip(), marker.end()


def _mark_rows(text: str, blocks: list[Block]) -> None:
    """Mark the lines that are rows of cells."""
    if any(mark in text for mark in ROW_MARKS):
        for block in blocks:
            if is_row(text, block.start, block.end) or text[block.start : block.start + 1] == "|":
                block.kind = Kind.ROW


def _sections(view: View, blocks: list[Block]) -> tuple[list[Section], list[Section | None]]:
    sections: list[Section] = []
    section_at: list[Section | None] = []
    current: Section | None = None
    last = len(view.text.rstrip())
    below = nested(view, blocks)
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            level = _level(view, block, current, below)
            parent = _closed(current, block.line, level)
            current = Section(block, section_type(view.lower[block.start : block.end]), level, index + 1, last, parent)
            sections.append(current)
            if parent:
                parent.children.append(current)
        elif current and block.kind is Kind.TEXT and _is_over(view, current, blocks[index - 1]):
            current = _closed(current, block.line, current.level)
        section_at.append(current)
    return sections, section_at


def _closed(current: Section | None, end: int, level: int) -> Section | None:
    """Close the sections of that level and below, and return the one that stays open."""
    while current and current.level >= level:
        current.end = end
        current = current.parent
    return current


def _is_over(view: View, section: Section, before: Block) -> bool:
    """Whether the list that a run-in heading announced has come to its end before a line of text, and with it the section."""
    if before.kind is not Kind.ITEM and before.kind is not Kind.ROW:
        return False
    return view.text[section.heading.end - 1] == ":" and not section.heading.order and section.parent is not None


def _level(view: View, block: Block, current: Section | None, below: frozenset[int]) -> int:
    if ATTACHMENT.match(view.lower, block.start, block.end):
        return 1
    if block.order and block.order[0] == "sub":
        above = next((section for section in current.lineage() if section.heading.order and section.heading.order[0] != "sub"), None) if current else None
        return above.level + 1 if above else 1
    if block.order and block.number and block.order[0] == "decimal":
        above = _lettered(block.number[0], current) if block.number[0].isalpha() and "." not in block.number else None
        return above.level + 1 if above else 1 + block.number.count(".")
    if block.order:
        return 1
    if current is None:
        return 1
    run_in = _is_run_in(view, block)
    if run_in and _is_run_in(view, current.heading):
        return current.level
    base = next((section for section in current.lineage() if section.heading.order), None)
    level = (base.level + 1 if base else 1) + (block.line in below)
    return max(level, current.level) + 1 if run_in and (not base or current is not base) else level


def _lettered(letter: str, current: Section | None) -> Section | None:
    """The open section whose number is a letter: `B`, in which `B1` is."""
    return next((section for section in current.lineage() if section.heading.number == letter), None) if current else None


_BRACKETS = re.compile(r"\([^()]*\)")


def section_type(heading: str) -> str | None:
    """What a heading in lower case is about: the most telling of its words, by the order of the vocabulary; of those in brackets if of no others."""
    told = spot("headings", _BRACKETS.sub("", heading)) or spot("headings", heading)
    return min(told, key=_rank().__getitem__, default=None)


def _is_run_in(view: View, heading: Block) -> bool:
    return view.text[heading.end - 1] == ":" and not (heading.emphasised or heading.order)


@cache
def _rank() -> dict[str, int]:
    return {term.id: rank for rank, term in enumerate(load("headings"))}
