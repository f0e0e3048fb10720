"""Members on cards: a line for the office, and labelled lines below it, or labelled lines alone.

`Ordfører` / `Navn: Kari Moen` / `Fra: Alta kommune` / `Vara: varaordfører`; `Navn: Kari Moen` / `Stilling: ordfører`. A card is read as the
row of a table is. Not a card: one that stands alone under its heading (`Politikontakt`), one with a telephone, which says whom to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.series import is_person
from avtale.structure import Block, Kind
from avtale.structure.block import Row
from avtale.structure.tables import column_of

_Labelled = tuple[str, Stretch]
"""What a label stands for, and where the value after it stands."""
_LABELLED = re.compile(r"(?P<label>[^\W\d][^:\n\t|]{1,30}?)(?::\s*|\s*[\t|]\s*)(?P<value>.*)\Z", re.DOTALL)
_OF_CARDS = frozenset(["name", "role", "organisation", "deputy", "attendance", "office"])
"""What the labels of a member's card stand for."""
_HEAD = 60
"""Characters of the longest line that is an office over a card."""


def cards(context: Context) -> Iterator[Row]:
    """The cards of members, where a section has several."""
    blocks = context.outline.blocks[: context.outline.closing.start]
    labelled = [_labelled(context, block) for block in blocks]
    if not any(found and found[0] == "name" for found in labelled):
        return
    found = [(index, row) for index in range(len(blocks)) for row in [_card(context, blocks, labelled, index)] if row]
    for _, group in groupby(found, key=lambda card: id(context.outline.section_at[card[0]])):
        rows = [row for _, row in group]
        yield from rows if len(rows) > 1 else ()


def _card(context: Context, blocks: list[Block], labelled: list[_Labelled | None], index: int) -> Row | None:
    """The card that begins with a line: an office, or a label after which others follow closely; None where there is none."""
    head, is_label = blocks[index], labelled[index] is not None
    if not is_label and not _is_head(context, head):
        return None
    if is_label and index and head.gap == 1 and (labelled[index - 1] or _is_head(context, blocks[index - 1])):
        return None
    columns: dict[str, Stretch] = {} if is_label else {"role": (head.start, head.end)}
    last = head
    for at in range(index if is_label else index + 1, len(blocks)):
        block, found = blocks[at], labelled[at]
        if found is None or (block is not head and block.gap > 1):
            break
        columns.setdefault(*found)
        last = block
    if not {"role", "name"} <= columns.keys() <= _OF_CARDS:
        return None
    cells = sorted(cell for cell in columns.values() if cell[0] < cell[1])
    return Row(head.start, last.end, cells, columns, cells)


def _is_head(context: Context, block: Block) -> bool:
    return block.size < _HEAD and is_person(context, (block.start, block.end)) and not context.cues.first("verbs", block.start, block.end)


def _labelled(context: Context, block: Block) -> _Labelled | None:
    """What a line with a label tells of somebody, and where; None for a line without."""
    if block.kind not in (Kind.TEXT, Kind.ROW):
        return None
    match = _LABELLED.match(context.view.lower, block.start, block.end)
    column = column_of(match["label"]) if match else ""
    return (column, match.span("value")) if match and column else None
