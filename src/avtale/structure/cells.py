"""Tables of which each cell has a line of its own: the lines in between are told apart by what their column holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from avtale.grammar import person
from avtale.grammar.anchor import compiled
from avtale.structure.block import Block, Kind, Row, Stretch, Table
from avtale.text import View
from avtale.vocabulary import Cues, alternation, forms, spot

_IN_FORUM = frozenset(["leder", "leiar", "medlem", "møteleder", "møteleiar", "nestleder", "nestleiar", "observatør", "referent", "sekretær"])
"""What somebody is in a forum, which is no office of his own."""
_VACANT = rf"(?i)\(?\b{alternation(forms('vacant'))}\b"
_POPULATION = re.compile(r"(?:under|over|mindre|færre|inntil|mer|meir|flere|fleire|mellom|fra|frå|<|>)\s*(?:enn\s)?\d|\d{1,3}[ .]?\d{3}")
_LONGEST_CELL = 70
"""Characters of the longest cell that has a line of its own."""
_LONGEST_WORD = 4
"""Characters of the longest abbreviation that a cell can be, dot included."""
_MOST_COLUMNS = 6
_LONGEST_HEAD = 25
"""Characters of the longest line that heads the duties of one side."""
_FEWEST_ROWS = 3
"""Rows of the shortest table of the duties of two sides, its heads among them."""


def mark_cells(view: View, cues: Cues, blocks: list[Block]) -> list[tuple[int, int, int]]:
    """Mark the lines that are cells of a table with a line for each: the first, the number of columns, the one past the last."""
    found: list[tuple[int, int, int]] = []
    short = [block.kind is Kind.TEXT and _is_short(view, block) for block in blocks]
    index = 0
    while index < len(blocks) - 3:
        size = _columns_from(view, cues, blocks, index) if short[index] and all(short[index : index + 4]) else 0
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
    if of_sides := _columns_of_sides(cues, blocks, index):
        return of_sides
    if first is None or blocks[index].order or not _is_cell(view, cues, blocks[index]):
        return 0
    is_first = _TYPES.get(first)
    if is_first is None:
        return _columns_by_another(view, cues, blocks, index)
    if is_first(view, cues, blocks[index]):
        return 0
    for size in range(2, min(_MOST_COLUMNS, len(blocks) - index - 2) + 1):
        block = blocks[index + size]
        if not _is_cell(view, cues, block):
            return 0
        if is_first(view, cues, block) and _is_header(view, blocks[index : index + size]):
            following = blocks[index + size + 1 : index + 2 * size + 1]
            return size if any(is_first(view, cues, other) for other in following) else 0
    return 0


def _columns_of_sides(cues: Cues, blocks: list[Block], index: int) -> int:
    """Two, where lines close together begin with one that names the municipality and one that names the police, and nothing else is a head."""
    lines = blocks[index : index + 2 * _FEWEST_ROWS]
    heads = [{cue.term.facts.get("side") for cue in cues.within("organisations", line.start, line.end)} for line in lines[:2]]
    if len(lines) < 2 * _FEWEST_ROWS or any(line.order or line.gap > 1 for line in lines[1:]) or heads[0] == heads[1]:
        return 0
    return 2 if all(head in ({"municipality"}, {"police"}) for head in heads) and all(line.size < _LONGEST_HEAD for line in lines[:2]) else 0


def _columns_by_another(view: View, cues: Cues, blocks: list[Block], index: int) -> int:
    """The same for a table whose rows are told apart by another column than the first: each has all of its cells."""
    size = 0
    while size < _MOST_COLUMNS and index + size < len(blocks) and _kind_of_column(view, blocks[index + size]):
        size += 1
    typed = size > 1 and any(_kind_of_column(view, block) in _TYPES for block in blocks[index : index + size])
    return size if typed and _is_row(view, cues, blocks, index, size, 1) and _is_row(view, cues, blocks, index, size, 2) else 0


def _is_row(view: View, cues: Cues, blocks: list[Block], index: int, size: int, number: int) -> bool:
    """Whether the lines of a row fit the columns of the table whose header begins at `index`."""
    row = blocks[index + number * size : index + (number + 1) * size]
    kinds = (_kind_of_column(view, block) for block in blocks[index : index + size])
    return len(row) == size and all(
        _is_short(view, cell) and (kind not in _TYPES or _TYPES[kind](view, cues, cell)) for kind, cell in zip(kinds, row, strict=True)
    )


def _is_header(view: View, blocks: list[Block]) -> bool:
    """Whether lines are the header of a table: two of them are known words for a column, or the first for one of days or of people."""
    kinds = [_kind_of_column(view, block) for block in blocks]
    return kinds[0] in ("days", "population") or len(list(filter(None, kinds))) > 1


def _end_of_rows(view: View, cues: Cues, blocks: list[Block], index: int, size: int) -> int:
    is_first = _TYPES.get(_kind_of_column(view, blocks[index]) or "")
    if _columns_of_sides(cues, blocks, index):
        close = takewhile(lambda block: block.gap == 1 and _is_short(view, block), blocks[index + 1 :])
        return index + (1 + sum(1 for _ in close)) // 2 * 2
    if is_first is None:
        number = 1
        while _is_row(view, cues, blocks, index, size, number):
            number += 1
        return index + number * size
    end = index + size
    since = 0
    for block in map(blocks.__getitem__, range(end, len(blocks))):
        since = 1 if is_first(view, cues, block) else since + 1
        if since > size or not _is_cell(view, cues, block):
            break
        end += 1
    return end


def _is_cell(view: View, cues: Cues, block: Block) -> bool:
    return _is_short(view, block) and (cues.first("verbs", block.start, block.end) is None or _kind_of_column(view, block) is not None)


def _is_short(view: View, block: Block) -> bool:
    return block.kind is Kind.TEXT and block.size <= _LONGEST_CELL and (view.text[block.end - 1] not in ".:;,?" or block.size <= _LONGEST_WORD)


def _kind_of_column(view: View, block: Block) -> str | None:
    return next(iter(spot("columns", view.lower[block.start : block.end])), None) if block.size <= _LONGEST_CELL else None


def _is_office(view: View, cues: Cues, block: Block) -> bool:
    named = any(cues.first(concept, block.start, block.end) for concept in ("roles", "titles"))
    return named and view.lower[block.start : block.end] not in _IN_FORUM and next(person.find(view, block.start, block.end), None) is None


def _is_name(view: View, _cues: Cues, block: Block) -> bool:
    return next(person.find(view, block.start, block.end), None) is not None or bool(compiled(_VACANT).match(view.text, block.start, block.end))


def _is_day(_view: View, cues: Cues, block: Block) -> bool:
    day = cues.first("weekdays", block.start, block.end)
    return day is not None and day.start == block.start


def _is_bracket(view: View, _cues: Cues, block: Block) -> bool:
    return bool(_POPULATION.match(view.lower, block.start, block.end))


def _is_number(view: View, _cues: Cues, block: Block) -> bool:
    return view.text[block.line : block.end].rstrip(".").isdigit()


def _is_somebody(_view: View, cues: Cues, block: Block) -> bool:
    return any(cues.first(concept, block.start, block.end) for concept in ("roles", "organisations", "bodies", "parties"))


_TYPES: dict[str, Callable[[View, Cues, Block], bool]] = {
    "role": _is_office,
    "name": _is_name,
    "days": _is_day,
    "number": _is_number,
    "population": _is_bracket,
    "responsible": _is_somebody,
}
"""What a cell of a column looks like, for the columns by which rows can be told apart."""


def table_of_cells(view: View, cues: Cues, blocks: list[Block], first: int, size: int, end: int) -> tuple[int, Table]:
    header = blocks[first : first + size]
    columns = [_kind_of_column(view, block) or "" for block in header]
    is_first = _TYPES.get(columns[0])
    rows: list[list[Block]] = []
    for block in blocks[first + size : end]:
        if is_first(view, cues, block) if is_first else not rows or len(rows[-1]) == size:
            rows.append([])
        rows[-1].append(block)
    read = [Row(row[0].line, row[-1].end, [(block.line, block.end) for block in row], _aligned(view, cues, columns, row)) for row in rows]
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
            found[column] = (block.line, block.end)
        else:
            lacking -= 1
    return found
