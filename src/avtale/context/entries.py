"""The entries of lists, tables and numbered paragraphs of priorities and of duties: shared by the extractors of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.leads import Purpose, read, responsible
from avtale.context.sides import announcements, tasks_of_sides
from avtale.structure import Block, Kind, Section
from avtale.structure.block import Table
from avtale.vocabulary import alternation, forms

if TYPE_CHECKING:
    from avtale.context.context import Context

_BLANK = re.compile(rf"[\s._…–—-]*|\[[^\]]*\]\.?|<[^>]*>|x{{2,}}\.?|(?:{alternation(forms('placeholders') | forms('vacant'))})\.?")
_AFTER_HYPHEN = ("og ", "eller ", "samt ")
"""What a hyphen stays before: `rus- og kriminalitetsforebygging`."""
_COUNT = re.compile(r"(?:[^\W\d]+\s)?\d{1,2}\.?")
"""A label that counts an entry."""
_COLUMNS = ("goal", "task", "topic")
"""The columns whose cells are entries."""


class Entry(NamedTuple):
    """An entry of a list: what the list is, its text and where it stands, and whom the row of a table names."""

    purpose: Purpose
    text: str
    spans: tuple[Stretch, ...]
    """Where its text stands: several stretches in a table whose cells were wrapped."""
    who: str | None = None

    @property
    def stretch(self) -> Stretch:
        """Where it begins, as far as it stands together."""
        return self.spans[0]


def entries(context: Context) -> Iterator[Entry]:
    """The entries of the lists and tables of priorities and of duties, blanks and placeholders left out."""
    last = 0
    for listing, found in context.purposes.items():
        counts_on = last > 0 and _number(listing.items[0]) == last + 1
        last = max(map(_number, listing.items))
        if found:
            for item in listing.items:
                yield from _paragraph(context, found, item) if counts_on and _number(item) else _entry(context, found, item)
    for section in context.outline.sections:
        paragraphs = _paragraphs(context, section)
        found = read(context, section.heading.start, section.heading.end) if paragraphs else None
        if found and found.is_duties:
            for block in paragraphs:
                yield from _paragraph(context, found, block)
    for table in context.outline.tables:
        for found, who, cell in tasks_of_sides(context, table):
            yield from (Entry(found, _joined(context, text, cell[1:]), tuple(cell), who) for text, _ in _said(context, *cell[0]))
        yield from _counted(context, table)
        for column in _COLUMNS:
            found = _purpose_of_column(context, table, column) if column in table.columns else None
            if found:
                yield from _cells(context, table, column, found)


def _number(item: Block) -> int:
    return item.order[1] if item.order and item.order[0] == "integer" else 0


def _paragraph(context: Context, found: Purpose, block: Block) -> Iterator[Entry]:
    """A paragraph of a text whose paragraphs are numbered throughout: a duty only where it says itself whose."""
    return _entry(context, found._replace(who=None), block) if found.is_duties else iter(())


def _entry(context: Context, found: Purpose, block: Block) -> Iterator[Entry]:
    return (Entry(found, text, (stretch,)) for text, stretch in _said(context, block.start, block.end))


def _paragraphs(context: Context, section: Section) -> list[Block]:
    """The numbered sentences that stand right under a heading."""
    end = section.children[0].heading.line if section.children else section.end
    blocks = context.outline.blocks[section.first : context.outline.block_at(max(section.heading.end, end - 1)) + 1]
    return [block for block in blocks if block.kind is Kind.TEXT and block.order]


def _purpose_of_column(context: Context, table: Table, column: str) -> Purpose | None:
    """What a column holds, by the word at its head, else by the line or the heading above the table."""
    head = table.header[table.columns.index(column)]
    found = (read(context, *stretch) for stretch in (head, *announcements(table)))
    return next((purpose for purpose in found if purpose and purpose.is_duties is (column == "task")), None)


def _cells(context: Context, table: Table, column: str, found: Purpose) -> Iterator[Entry]:
    for row in table.rows:
        if column in row.columns:
            who = responsible(context, *row.columns["responsible"]) if "responsible" in row.columns else None
            if who or found.scope or "responsible" not in table.columns:
                rest = [row.below] if row.below and row.columns[column][0] == row.start else []
                yield from (Entry(found, _joined(context, text, rest), (stretch, *rest), who) for text, stretch in _said(context, *row.columns[column]))


def _counted(context: Context, table: Table) -> Iterator[Entry]:
    """The entries beside labels that only count them: `Mål 1 | Færre ulykker`."""
    rows = [row.cells for row in table.rows]
    if table.header or len(rows) < 2 or not all(len(cells) == 2 and _COUNT.fullmatch(context.view.text, *cells[0]) for cells in rows):
        return
    purposes = (read(context, *stretch) for stretch in announcements(table))
    found = next((purpose for purpose in purposes if purpose and (purpose.scope or purpose.who)), None)
    if found:
        yield from (Entry(found, text, (stretch,)) for _, cell in rows for text, stretch in _said(context, *cell))


def _joined(context: Context, text: str, rest: list[Stretch]) -> str:
    """A text with the lines in which it goes on; a word that was hyphenated at the end of one is one word."""
    for stretch in rest:
        more = context.read(*stretch)
        hyphenated = text.endswith("-") and more[:1].islower() and not more.startswith(_AFTER_HYPHEN)
        text = text[:-1] + more if hyphenated else f"{text} {more}"
    return text


def _said(context: Context, start: int, end: int) -> list[tuple[str, Stretch]]:
    """A stretch as a reader has it in mind; nothing for a blank or a placeholder."""
    text = context.read(start, end)
    return [(text, (start, end))] if any(character.isalpha() for character in text) and not is_placeholder(text) else []


def is_placeholder(text: str) -> bool:
    """Whether a text is a blank to be filled in or a seat that nobody has: `_____`, `.....`, `[navn]`, `xx`, `vakant`."""
    return _BLANK.fullmatch(text.strip().lower()) is not None
