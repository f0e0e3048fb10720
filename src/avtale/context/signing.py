"""The closing cell by cell: which of its cells stand below each other, and so tell of the same signers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar.anchor import any_in
from avtale.grammar.role import offices
from avtale.structure import Block
from avtale.structure.closing import APART, GREETING

FOR = re.compile(r"\W*(?:for|på vegne av|på vegner av)\s", re.IGNORECASE)
"""What stands before the organisation for which somebody signs."""
_GAP = re.compile(r"\s*[\t|]\s*(?:[\t|]\s*)*|\s{3,}")
_SIGNED = re.compile(r"\s*(?:\(s\.?\)|\(?\b(?:sign|signert)\b\.?\)?)\Z", re.IGNORECASE)
_SIGNS = ("(s", "sign")
"""Of which one stands in whatever `_SIGNED` matches."""
_SIGNED_SIZE = 12
"""Characters of the longest note that a paper was signed."""
_GREETINGS = ("hilsen", "helsing")
_GREETING = 40
"""Characters of the longest greeting."""
_LINES = 5
"""Lines in which those who sign a letter are told."""
Cells = list[Stretch]


def columns(context: Context) -> Iterator[Cells]:
    """The cells of the closing, and of what signs the letters before it, column by column; a row that tells of a signer by itself is a column of its own."""
    for blocks in (*_letters(context), [context.outline.blocks[index] for index in context.outline.closing]):
        yield from _columns(context, blocks)


def _letters(context: Context) -> Iterator[list[Block]]:
    """The lines right below the greeting of each letter before the closing."""
    blocks = context.outline.blocks[: context.outline.closing.start] if any_in(_GREETINGS, context.view.lower) else []
    for index, block in enumerate(blocks):
        if block.size < _GREETING and GREETING.match(context.view.lower, block.start, block.end):
            below = list(takewhile(lambda line: not APART.match(context.view.lower, line.start, line.end), blocks[index + 1 : index + 1 + _LINES]))
            yield [*below[:1], *takewhile(lambda line: line.gap == 1, below[1:])]


def _columns(context: Context, blocks: list[Block]) -> list[Cells]:
    rows = [list(_cells(context.view.text, block.start if block.marker else block.line, block.end)) for block in blocks]
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return _flattened(context, [cell for row in rows for cell in row])
    return _whole(context, rows) or _aligned(context, rows, width)


def _cells(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The cells of a line."""
    for stop, following in [*(gap.span() for gap in _GAP.finditer(text, start, end)), (end, end)]:
        signed = _SIGNED.search(text, start, stop) if any_in(_SIGNS, text[max(start, stop - _SIGNED_SIZE) : stop].lower()) else None
        if start < (signed.start() if signed else stop):
            yield start, signed.start() if signed else stop
        start = following


def _aligned(context: Context, rows: list[Cells], width: int) -> list[Cells]:
    """The cells by the column that they stand nearest to; a line that heads all columns is in each."""
    found: list[Cells] = [[] for _ in range(width)]
    at = [_indent(context.view.text, cell) for cell in next(row for row in rows if len(row) == width)]
    for index, row in enumerate(rows):
        if len(row) == 1 and _spans(context, row[0], rows[index + 1 :]):
            for column in found:
                column.append(row[0])
            continue
        cells = row if len(row) == width else [part for cell in row for part in _cut(context, cell, at)]
        for number, cell in enumerate(cells):
            indent = _indent(context.view.text, cell)
            found[number if len(cells) == width else min(range(width), key=lambda column: abs(at[column] - indent))].append(cell)
    return found


def _cut(context: Context, cell: Stretch, at: list[int]) -> Iterator[Stretch]:
    """A cell cut at the blank before an office that begins right where a column does, the one before it having no room for more blanks."""
    start, end = cell
    line = start - _indent(context.view.text, cell)
    columns = {line + indent for indent in at}
    for office in offices(context.view, context.cues, start, end)[1:]:
        if office.start in columns and context.view.text[office.start - 1] == " ":
            yield start, office.start - 1
            start = office.start
    yield start, end


def _indent(text: str, cell: Stretch) -> int:
    """How far into its line a cell stands, in characters."""
    return len(text[text.rfind("\n", 0, cell[0]) + 1 : cell[0]].expandtabs())


def _flattened(context: Context, cells: Cells) -> list[Cells]:
    """The columns of a table whose cells stand one a line, row by row: as many names as offices, each in a run of their own."""
    runs: list[tuple[str, Cells]] = []
    for cell in cells:
        kind = _kind(context, cell)
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(cell)
        else:
            runs.append((kind, [cell]))
    sizes = {kind: len(run) for kind, run in runs}
    width = sizes.get("name", 0)
    if width < 2 or sizes.get("office") != width or len(sizes) < len(runs):
        return [cells]
    return [[run[column] for _, run in runs if len(run) == width] for column in range(width)]


def _kind(context: Context, cell: Stretch) -> str:
    """What a cell holds."""
    if context.dates_in(*cell):
        return "date"
    if context.names.first(*cell):
        return "name"
    return "office" if offices(context.view, context.cues, *cell) else "organisation" if context.cues.within("organisations", *cell) else "other"


def _spans(context: Context, cell: Stretch, below: list[Cells]) -> bool:
    """Whether a line heads all columns: `For X kommune` above more than one signer."""
    if not FOR.match(context.view.text, *cell):
        return False
    following = next((row for row in below if len(row) > 1 or FOR.match(context.view.text, *row[0])), [])
    return len(following) > 1 and all(context.names.first(*other) for other in following)


def _whole(context: Context, rows: list[Cells]) -> list[Cells]:
    """The rows that tell of a signer each, where no name stands in any other."""
    found = [row for row in rows if _is_whole(context, row)]
    others = [cell for row in rows if row not in found for cell in row if not context.dates_in(*cell)]
    return [] if any(context.names.first(*cell) for cell in others) else found


def _is_whole(context: Context, row: Cells) -> bool:
    """Whether a row has one name, and in another cell the office or the organisation."""
    named = [cell for cell in row if context.names.first(*cell)]
    if len(row) < 2 or len(named) != 1:
        return False
    others = [cell for cell in row if cell not in named]
    if any(offices(context.view, context.cues, *cell) for cell in others):
        return True
    for_whom = any(FOR.match(context.view.text, *cell) or context.cues.within("organisations", *cell) for cell in others)
    return for_whom and bool(offices(context.view, context.cues, *named[0]))
