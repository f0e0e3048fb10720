"""Tables: rows of cells under a header that says what each column holds, whether a row is a line or each cell has a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from avtale.grammar import person
from avtale.structure.block import Block, Kind, Section
from avtale.text import View
from avtale.vocabulary import Cues, alternation, forms, spot

Stretch = tuple[int, int]

_SEPARATOR = re.compile(r"\s*\|\s*|\s*\t\s*?|\s{3,}")
_RULE = re.compile(r"[\s|:=-]+\Z")
_VACANT = re.compile(rf"\(?\b{alternation(forms('vacant'))}\b", re.IGNORECASE)
_POPULATION = re.compile(r"(?:under|over|mindre|færre|inntil|mer|meir|flere|fleire|mellom|fra|frå|<|>)\s*(?:enn\s)?\d|\d{1,3}[ .]?\d{3}")
_LONGEST_CELL = 70
"""Characters of the longest cell that has a line of its own."""
_MOST_COLUMNS = 6


@dataclass(slots=True)
class Row:
    """A row: where each of its cells stands, by what its column holds; `""` and on for columns without a word for it."""

    start: int
    end: int
    cells: list[Stretch]
    columns: dict[str, Stretch] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """A table: the line before it, its header's cells, what its columns hold, and its rows."""

    lead: Block | None
    section: Section | None
    header: list[Stretch]
    columns: list[str]
    rows: list[Row]


def mark_cells(view: View, cues: Cues, blocks: list[Block]) -> list[tuple[int, int, int]]:
    """Mark the lines that are cells of a table with a line for each: the first, the number of columns, the one past the last."""
    found: list[tuple[int, int, int]] = []
    index = 0
    while index < len(blocks) - 3:
        size = _columns_from(view, cues, blocks, index)
        if size:
            end = _end_of_rows(view, cues, blocks, index, size)
            for block in blocks[index:end]:
                block.kind = Kind.CELL
            found.append((index, size, end))
            index = end
        else:
            index += 1
    return found


def _columns_from(view: View, cues: Cues, blocks: list[Block], index: int) -> int:
    """How many columns a table has whose header's first cell is the block; 0 where it is none."""
    first = _kind_of_column(view, blocks[index])
    is_first = _TYPES.get(first or "")
    if is_first is None or not _is_cell(view, cues, blocks[index]) or is_first(view, cues, blocks[index]):
        return 0
    for size in range(2, min(_MOST_COLUMNS, len(blocks) - index - 2) + 1):
        block = blocks[index + size]
        if not _is_cell(view, cues, block):
            return 0
        if is_first(view, cues, block) and _is_header(view, blocks[index : index + size]):
            following = blocks[index + size + 1 : index + 2 * size + 1]
            return size if any(is_first(view, cues, other) for other in following) else 0
    return 0


def _is_header(view: View, blocks: list[Block]) -> bool:
    """Whether lines are the header of a table: two of them are known words for a column, or the first for one of days or of people."""
    kinds = [_kind_of_column(view, block) for block in blocks]
    return kinds[0] in ("days", "population") or len(list(filter(None, kinds))) > 1


def _end_of_rows(view: View, cues: Cues, blocks: list[Block], index: int, size: int) -> int:
    is_first = _TYPES[_kind_of_column(view, blocks[index]) or ""]
    end = index + size
    since = 0
    for block in blocks[end:]:
        since = 1 if is_first(view, cues, block) else since + 1
        if since > size or not _is_cell(view, cues, block):
            break
        end += 1
    return end


def _is_cell(view: View, cues: Cues, block: Block) -> bool:
    if block.kind is not Kind.TEXT or block.size > _LONGEST_CELL or view.text[block.end - 1] in ".:;,":
        return False
    return cues.first("verbs", block.start, block.end) is None or _kind_of_column(view, block) is not None


def _kind_of_column(view: View, block: Block) -> str | None:
    return next(iter(spot("columns", view.lower[block.start : block.end])), None) if block.size <= _LONGEST_CELL else None


def _is_office(view: View, cues: Cues, block: Block) -> bool:
    named = any(cues.first(concept, block.start, block.end) for concept in ("roles", "titles"))
    return named and next(person.find(view, block.start, block.end), None) is None


def _is_name(view: View, cues: Cues, block: Block) -> bool:
    return next(person.find(view, block.start, block.end), None) is not None or bool(_VACANT.match(view.text, block.start, block.end))


def _is_day(view: View, cues: Cues, block: Block) -> bool:
    day = cues.first("weekdays", block.start, block.end)
    return day is not None and day.start == block.start


def _is_bracket(view: View, cues: Cues, block: Block) -> bool:
    return bool(_POPULATION.match(view.lower, block.start, block.end))


_TYPES: dict[str, Callable[[View, Cues, Block], bool]] = {"role": _is_office, "name": _is_name, "days": _is_day, "population": _is_bracket}
"""What a cell of a column looks like, for the columns by which rows can be told apart."""


def tables(view: View, cues: Cues, blocks: list[Block], section_at: list[Section | None], marked: list[tuple[int, int, int]]) -> Iterator[Table]:
    """The tables of a text in order."""
    found = [*_of_rows(view, cues, blocks), *(_of_cells(view, cues, blocks, *cells) for cells in marked)]
    for first, table in sorted(found, key=lambda pair: pair[0]):
        table.lead, table.section = (blocks[first - 1] if first else None), section_at[first]
        yield table


def _of_rows(view: View, cues: Cues, blocks: list[Block]) -> Iterator[tuple[int, Table]]:
    first = 0
    while first < len(blocks):
        last = first
        while last < len(blocks) and blocks[last].kind is Kind.ROW:
            last += 1
        if last > first:
            yield first, _table(view, cues, [block for block in blocks[first:last] if not _RULE.match(view.text, block.line, block.end)])
        first = last + 1


def _table(view: View, cues: Cues, rows: list[Block]) -> Table:
    header = _cells(view.text, rows[0]) if rows else []
    columns = [next(iter(spot("columns", view.lower[slice(*cell)])), "") for cell in header]
    named = bool(rows) and (
        next(person.find(view, rows[0].line, rows[0].end), None) is not None or any(letter.isdigit() for letter in view.text[rows[0].line : rows[0].end])
    )
    if not any(columns) or named or len(rows) < 2:
        header, columns = [], []
    return Table(None, None, header, columns, [_row(view.text, block, columns) for block in (rows[1:] if header else rows)])


def _row(text: str, block: Block, columns: list[str]) -> Row:
    cells = _cells(text, block)
    filled = [cell for cell in cells if cell[0] < cell[1]]
    return Row(block.line, block.end, filled, dict(zip(columns, cells, strict=False)) if len(cells) <= len(columns) else {})


def _cells(text: str, block: Block) -> list[Stretch]:
    """The cells of a line, empty ones too."""
    start, end = block.line, block.end
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|":
        end -= 1
    edges = [(start, start), *(match.span() for match in _SEPARATOR.finditer(text, start, end)), (end, end)]
    return [_stripped(text, a[1], b[0]) for a, b in zip(edges, edges[1:], strict=False)]


def _stripped(text: str, start: int, end: int) -> Stretch:
    cell = text[start:end]
    return (start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip())) if cell.strip() else (start, start)


def _of_cells(view: View, cues: Cues, blocks: list[Block], first: int, size: int, end: int) -> tuple[int, Table]:
    header = blocks[first : first + size]
    columns = [_kind_of_column(view, block) or "" for block in header]
    is_first = _TYPES[columns[0]]
    rows: list[list[Block]] = []
    for block in blocks[first + size : end]:
        if is_first(view, cues, block):
            rows.append([])
        rows[-1].append(block)
    read = [Row(row[0].start, row[-1].end, [(block.start, block.end) for block in row], _aligned(view, cues, columns, row)) for row in rows]
    return first, Table(None, None, [(block.start, block.end) for block in header], columns, read)


def _aligned(view: View, cues: Cues, columns: list[str], row: list[Block]) -> dict[str, Stretch]:
    """The cells of a row by column; in a row that lacks some, a column that its cell cannot be of is left out."""
    found: dict[str, Stretch] = {}
    lacking = len(columns) - len(row)
    waiting = list(row)
    for column in columns:
        fits = _TYPES.get(column)
        if waiting and not (lacking and fits and not fits(view, cues, waiting[0])):
            block = waiting.pop(0)
            found[column] = (block.start, block.end)
        else:
            lacking -= 1
    return found
