"""Blocks of a formatted document, written as a text file would have them, so that they are read as those of a text file are."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

_LONGEST_CELL = 160
"""Characters of the longest cell that is a cell though all others of its row are empty."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_AROUND_BREAK = re.compile(r" *\n *")


class Block(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    PAGE = auto()


class _Placed(NamedTuple):
    kind: Block
    text: str
    tight: bool


class Layout:
    """Blocks in order.

    A heading gets `#` marks and blank lines around it, a list entry its marker, set in by its depth, a row of a table bars
    between its cells; a page break is a form feed.

    >>> layout = Layout()
    >>> layout.heading("1 Møte", 1)
    >>> layout.item("-", "vår", 0)
    >>> layout.item("-", "haust", 1)
    >>> layout.text()
    '# 1 Møte\\n\\n- vår\\n  - haust\\n'
    """

    def __init__(self) -> None:
        self.blocks: list[_Placed] = []
        self._apart = False

    def heading(self, text: str, level: int) -> None:
        """A heading; its level counts from 1."""
        self._add(Block.HEADING, _folded(text), prefix="#" * min(max(level, 1), 6) + " ")

    def paragraph(self, text: str, tight: bool = False) -> None:
        """A paragraph, line breaks kept; a tight one follows upon the block before it without a blank line."""
        self._add(Block.PARAGRAPH, _AROUND_BREAK.sub("\n", text).strip(), tight)

    def item(self, marker: str, text: str, depth: int, tight: bool = True) -> None:
        """A list entry with its marker, at a depth that counts from 0."""
        self._add(Block.ITEM, _folded(text), tight, prefix="  " * depth + marker + " ")

    def row(self, cells: list[Layout]) -> None:
        """A row of a table; where a cell holds a list, a heading or all of the text, the cells' blocks stand one after the other."""
        filled = [cell for cell in cells if cell.blocks]
        alone = len(filled) == 1 and (len(cells) == 1 or sum(len(block.text) for block in filled[0].blocks) > _LONGEST_CELL)
        if alone or any(block.kind is not Block.PARAGRAPH for cell in filled for block in cell.blocks):
            for cell in filled:
                self.blocks += cell.blocks
        elif filled:
            self._add(Block.ROW, "| " + " | ".join(_folded(" ".join(block.text for block in cell.blocks)) for cell in cells) + " |", tight=True)

    def blank(self) -> None:
        """A blank line: the next block is set apart, however tight."""
        self._apart = True

    def page(self) -> None:
        """A page break."""
        self.blocks.append(_Placed(Block.PAGE, "\f", True))

    def text(self) -> str:
        """The document text."""
        out: list[str] = []
        before = Block.PAGE
        for kind, text, tight in self.blocks:
            if Block.PAGE not in (kind, before):
                apart = not tight or before is Block.HEADING or (before is Block.ROW) != (kind is Block.ROW)
                out.append("\n\n" if apart else "\n")
            elif kind is Block.PAGE and out:
                out.append("\n")
            out.append(text)
            before = kind
        return "".join(out) + "\n"

    def _add(self, kind: Block, text: str, tight: bool = False, prefix: str = "") -> None:
        if text:
            self.blocks.append(_Placed(kind, prefix + text, tight and not self._apart))
            self._apart = False


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
