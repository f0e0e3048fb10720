"""Tables: rows of cells under a header that says what each column holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from avtale.grammar import organisation, person
from avtale.grammar.number import COUNT
from avtale.structure.block import Block, Kind, Row, Section, Stretch, Table
from avtale.structure.cells import table_of_cells
from avtale.text import View
from avtale.vocabulary import Cue, Cues, spot

_SEPARATOR = re.compile(r"[\s|](?:(?<=\|)\s*|(?<!\|)(?:\s*\|\s*|\s*\t|(?<=\t)|\s{2,}))")
"""A bar with the blanks around it, a tab with those before it, or three blanks and more."""
_TAB = re.compile("\t")
_COUNTS = re.compile(
    rf"{COUNT}\s\w*(?:dag|gang|gong|møte|time)"
    r"|(?:ann[ea]n?\s?|annet\s?)?(?:hver|hvert|kvar|kvart)\s(?:\w+\s)?\w*(?:dag|uke|veke|måned|månad|kvartal|halvår|år|semester|høst|haust)"
)
"""How a cell begins that says how often, which no header does: `to dager pr. uke`, `kvar andre månad`."""
_FROM = ("fra", "frå")
"""The head of a column that says where somebody comes from, a word that stands in too many cells to be one of the vocabulary."""
_FORUMS = frozenset(["forum", "gruppe", "organ", "råd", "samarbeidsforum", "samarbeidsorgan", "møteforum", "møteplass"])
"""The heads of a column of forums, words that stand in the names of forums too."""
_ELSEWHERE = re.compile(r"\s(?:av|for|i|på|ved)\s(?!(?:politi)?råd|grupp|forum|team|utval)")
"""What follows an office that is not one of the forum: `leiar i ungdomsrådet`."""
_UNDERLINE = re.compile(r"_{5,}")
_LABELLED = 2
"""Cells of a row that has a label and a value."""
_RULE = re.compile(r"[\s|:=-]+\Z")


def tables(view: View, cues: Cues, blocks: list[Block], section_at: list[Section | None], marked: list[tuple[int, int, int]]) -> Iterator[Table]:
    """The tables of a text in order."""
    found = [*_of_rows(view, cues, blocks), *(table_of_cells(view, cues, blocks, *cells) for cells in marked)]
    for first, table in sorted(found, key=lambda pair: pair[0]):
        table.lead, table.section = (blocks[first - 1] if first else None), section_at[first]
        yield table


def _of_rows(view: View, cues: Cues, blocks: list[Block]) -> Iterator[tuple[int, Table]]:
    last = 0
    for first, block in enumerate(blocks):
        if block.kind is not Kind.ROW or first < last:
            continue
        last = first + 1
        while last < len(blocks) and _goes_on(view.text, blocks, first, last):
            last += 1
        rows = [row for row in blocks[first:last] if row.kind is Kind.ROW and not _RULE.match(view.text, row.line, row.end)]
        if rows:
            table = _table(view, cues, rows)
            _read_wrapped(table, [line for line in blocks[first:last] if line.kind is not Kind.ROW])
            yield first, table


def _goes_on(text: str, blocks: list[Block], first: int, index: int) -> bool:
    """Whether a line is part of the table that begins at `first`: a row, the line under its header, or the rest of a first cell that was wrapped."""
    block = blocks[index]
    if block.kind is Kind.ROW:
        return not _begins_anew(text, blocks, first, index)
    if block.kind is not Kind.TEXT or block.gap > 1 or blocks[index - 1].kind is not Kind.ROW:
        return False
    if index == first + 1 and _UNDERLINE.fullmatch(text, block.line, block.end):
        return index + 1 < len(blocks) and blocks[index + 1].kind is Kind.ROW
    return text[block.line].islower() and _mark(text, blocks[first]) == " " and _is_in_first_column(text, blocks[first], block)


def _is_in_first_column(text: str, row: Block, block: Block) -> bool:
    """Whether a line begins where a row does, and ends before its second cell begins."""
    second = _SEPARATOR.search(text, row.line, row.end)
    return second is not None and _indent(text, block.line) == _indent(text, row.line) and block.end - block.line < second.end() - row.line


def _indent(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position)


def _read_wrapped(table: Table, lines: list[Block]) -> None:
    """Note the lines that go on with the first cell of the row above them."""
    starts = [row.start for row in table.rows]
    for line in lines:
        above = bisect_left(starts, line.line) - 1
        if above >= 0:
            table.rows[above].below = line.line, line.end


def _begins_anew(text: str, blocks: list[Block], first: int, index: int) -> bool:
    """Whether a row after a blank line, and the one after it, set their cells apart in another way than the table before, or are rows of labels."""
    row, after = blocks[index], blocks[index + 1 : index + 2]
    if row.gap == 1:
        return False
    if index - first > 1 and all(other.gap == 1 for other in blocks[first + 1 : index]) and _begins_labels(text, blocks, first, index):
        return True
    if not after or after[0].kind is not Kind.ROW:
        return False
    return _mark(text, row) == _mark(text, after[0]) != _mark(text, blocks[first])


def _begins_labels(text: str, blocks: list[Block], first: int, index: int) -> bool:
    """Whether a row has a label and a value below a table of more columns; without marks between its cells, the one after it too.

    Not so a row that goes on with the one above it, in small letters or with an empty cell.
    """
    cells = _cells(text, blocks[index])
    if len(cells) != _LABELLED or not text[cells[0][0]].isupper() or len(_cells(text, blocks[first])) <= _LABELLED:
        return False
    after = next(iter(blocks[index + 1 : index + 2]), None)
    return _mark(text, blocks[index]) != " " or (after is not None and after.kind is Kind.ROW and after.gap == 1 and len(_cells(text, after)) == _LABELLED)


def _mark(text: str, row: Block) -> str:
    return next((mark for mark in "|\t" if text.find(mark, row.line, row.end) >= 0), " ")


def _table(view: View, cues: Cues, rows: list[Block]) -> Table:
    header = _cells(view.text, rows[0]) if len(rows) > 1 else []
    columns = [column_of(view.lower[slice(*cell)]) for cell in header]
    if (
        not any(columns)
        or _is_filled(view, rows[0])
        or _is_member(view, cues, header)
        or view.text[header[0][1] - 1] == ":"
        or any(_COUNTS.match(view.lower, *cell) for cell in header)
    ):
        header, columns = [], []
    if header and _are_numbered(view, rows[1:], len(header)):
        header, columns = [(header[0][0], header[0][0]), *header], ["number", *columns]
    if "role" in columns:
        columns = _with_office(view, cues, rows[1:], columns)
    tabs = len(header) - 1 if view.text.count("\t", rows[0].line, rows[0].end) == len(header) - 1 else 0
    starts = [cell[0] - rows[0].line for cell in header] if _mark(view.text, rows[0]) == " " else []
    return Table(None, None, header, columns, [_row(view.text, block, columns, tabs, starts) for block in (rows[1:] if header else rows)])


def _are_numbered(view: View, rows: list[Block], size: int) -> bool:
    """Whether rows begin with a number that the header, of which nothing is left but what stands after a blank cell, has no head for."""
    grid = [_cells(view.text, row) for row in rows]
    return all(len(cells) == size + 1 and view.text[slice(*cells[0])].rstrip(".").isdigit() for cells in grid)


def column_of(head: str) -> str:
    """What a column holds, by the words at its head in lower case, or a line by its label; empty where they do not tell."""
    return "organisation" if head in _FROM else "forum" if head in _FORUMS else next(iter(spot("columns", head)), "")


def _with_office(view: View, cues: Cues, rows: list[Block], columns: list[str]) -> list[str]:
    """Columns of which some are of roles, with the one told from the others that holds offices of the forum (`leder`, `fast medlem`)."""
    grid = [_cells(view.text, row) for row in rows]
    best, most = 0, 0.5
    for index in (index for index, column in enumerate(columns) if column == "role"):
        filled = [cells[index] for cells in grid if index < len(cells) and cells[index][0] < cells[index][1]]
        bare = (cell for cell in filled if not _is_noted(view, cell))
        told = sum(any(cue and not _ELSEWHERE.match(view.lower, cue.end, cell[1]) for cue in _offices(cues, cell)) for cell in bare)
        if told > most * len(filled):
            best, most = index, told / len(filled)
    return [*columns[:best], "office", *columns[best + 1 :]] if most > 0.5 else columns


def _is_noted(view: View, cell: Stretch) -> bool:
    """Whether a cell has something else before what it says in brackets: `Ordfører (leder)`."""
    return view.text[cell[1] - 1] == ")" and view.text.find("(", *cell) > cell[0]


def _offices(cues: Cues, cell: Stretch) -> Iterator[Cue | None]:
    """The first word in a cell for an office of a forum, and the first for how somebody is part of one."""
    return (cues.first(concept, *cell) for concept in ("offices", "relations"))


def _is_filled(view: View, row: Block) -> bool:
    """Whether a row has a name or a figure, which no header has."""
    return any(map(str.isdigit, view.text[row.line : row.end])) or next(person.find(view, row.line, row.end), None) is not None


def _is_member(view: View, cues: Cues, header: list[Stretch]) -> bool:
    """Whether the first row is of somebody already: an office and whose it is."""
    first, *others = header or [(0, 0)]
    return cues.first("roles", *first) is not None and any(next(organisation.find(view, *cell, cues), None) for cell in others)


def _row(text: str, block: Block, columns: list[str], tabs: int, starts: list[int]) -> Row:
    """A row; under a header with a tab between each two cells, one with as many tabs has a cell, perhaps an empty one, on either side of each.

    A row with fewer cells than the header is cut at two blanks too, where a cell of the header begins.
    """
    by_tab = 0 < tabs == text.count("\t", block.line, block.end)
    cells = _cells(text, block, _TAB if by_tab else _SEPARATOR)
    if len(cells) < len(starts):
        cells = [part for cell in cells for part in _cut(text, cell, [block.line + start for start in starts])]
    filled = [cell for cell in cells if cell[0] < cell[1]]
    return Row(block.line, block.end, filled, dict(zip(columns, cells, strict=False)) if len(cells) <= len(columns) else {}, cells)


def _cells(text: str, block: Block, separator: re.Pattern[str] = _SEPARATOR) -> list[Stretch]:
    """The cells of a line, empty ones too."""
    start, end = block.line, block.end
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|":
        end = start + len(text[start : end - 1].rstrip(" "))
    cells: list[Stretch] = []
    for match in separator.finditer(text, start, end):
        cells.append(_stripped(text, start, match.start()))
        start = match.end()
    return [*cells, _stripped(text, start, end)]


def _cut(text: str, cell: Stretch, starts: list[int]) -> Iterator[Stretch]:
    """A cell, or its parts where a column begins within it after two blanks."""
    begin = cell[0]
    for start in starts:
        if begin < start < cell[1] and text[start - 2 : start].isspace() and not text[start].isspace():
            yield _stripped(text, begin, start)
            begin = start
    yield _stripped(text, begin, cell[1])


def _stripped(text: str, start: int, end: int) -> Stretch:
    cell = text[start:end]
    bare = cell.strip()
    if len(bare) == len(cell):
        return start, end
    first = start + cell.find(bare)
    return first, first + len(bare)
