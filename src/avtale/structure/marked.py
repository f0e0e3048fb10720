"""Headings with a mark before them that else begins a list entry (`1) Formål`, `■ Formål`): each has a body of its own, and none follows another."""

from __future__ import annotations

import re

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, is_nominal, is_question
from avtale.text import View
from avtale.vocabulary import Cues

_FEWEST = 4
"""Such headings that make a habit of it."""
_NUMBER = re.compile(r"\w+")


def mark_headings(view: View, cues: Cues, blocks: list[Block]) -> None:
    """Make headings of the marked lines of a style of which nearly all stand apart and head something."""
    styles: dict[tuple[str, bool], list[int]] = {}
    tight: set[tuple[str, bool]] = set()
    for index, block in enumerate(blocks):
        if (block.kind is Kind.ITEM and block.marker) or (block.order and block.order[0] == "parenthesis"):
            style = _style(block)
            styles.setdefault(style, []).append(index)
            if block.gap == 1:
                tight.add(style)
    for style, marked in styles.items():
        if style not in tight and len(marked) >= _FEWEST and all(_heads(view, cues, blocks, index) for index in marked):
            for index in marked:
                _make_heading(blocks[index])


def _style(block: Block) -> tuple[str, bool]:
    """The kind of a mark: what it ends with, and whether it is a figure."""
    if block.order and block.order[0] == "parenthesis":
        return ")", True
    return block.marker[-1], block.marker.strip("(.)").isdigit()


def _heads(view: View, cues: Cues, blocks: list[Block], index: int) -> bool:
    """Whether a line is worded as a heading, stands apart from what is before it, and has other lines after it."""
    block, before, after = blocks[index], blocks[index - 1], blocks[index + 1 : index + 2]
    if view.text[before.end - 1] == ":" or not after or _is_marked_alike(block, after[0]):
        return False
    if not view.text[block.start].isupper():
        return False
    return is_nominal(view.lower, cues, block.start, block.end, HEADING) or is_question(view.lower, cues, block.start, block.end)


def _is_marked_alike(block: Block, after: Block) -> bool:
    is_marked = bool(after.marker) or (after.order is not None and after.order[0] == "parenthesis")
    return is_marked and _style(block) == _style(after)


def _make_heading(block: Block) -> None:
    number = _NUMBER.search(block.number or block.marker)
    block.kind, block.number, block.marker = Kind.HEADING, number[0] if number else None, ""
