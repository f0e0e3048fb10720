"""Headings that stand in the first line of their paragraph (`Formål. Rådet skal …`) or in the margin beside it: told apart where a text has several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, has_verb
from avtale.text.lines import MARGIN, is_row
from avtale.vocabulary import Cues

_HEAD = re.compile(r"(?!(?:Tabell|Figur|Skjema|Boks)\s)[A-ZÆØÅ][\w-]*+(?:[ /][\w–-]++){0,5}+\.(?=\s+[A-ZÆØÅ«\"“(])")
_PARAGRAPH = 60
"""Characters of the shortest line that is a paragraph for sure."""
_SENDER = re.compile(r"(?:Fra|Frå|For)\s")
"""What a label begins with that says whom those beside it come from, and heads nothing."""
_FEWEST = 4
"""Such headings that make a habit of it."""


def split_run_in(text: str, cues: Cues, blocks: list[Block]) -> list[Block]:
    """The blocks with those headings as blocks of their own, where at least half of the paragraphs have one."""
    heads = _in_margin(text, blocks)
    if heads:
        return _apart(text, blocks, heads)
    paragraphs = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.TEXT and (block.gap > 1 or _is_of_law(block)):
            paragraphs += block.end - block.line >= _PARAGRAPH
            could_be = text.find(". ", block.start, block.start + HEADING) >= 0
            match = _HEAD.match(text, block.start, min(block.end, block.start + HEADING)) if could_be else None
            if match and not has_verb(cues, block.start, match.end()):
                heads[index] = match.end()
    if len(heads) < max(_FEWEST, paragraphs / 2):
        return blocks
    return _apart(text, blocks, heads)


def _is_of_law(block: Block) -> bool:
    """Whether a line begins a paragraph by its number, as those of laws do: `§ 3`, `Art. 3`."""
    return block.order is not None and block.order[0] in ("paragraph", "word")


def _in_margin(text: str, blocks: list[Block]) -> dict[int, int]:
    """Where the labels in the margin end, by the indices of their lines; none where most have but a word or two beside them, as in a form."""
    heads: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if block.kind is not Kind.ROW:
            continue
        label = MARGIN.match(text, block.line, block.end)
        if label and not _SENDER.match(text, block.line) and not is_row(text, label.end(), block.end):
            heads[index] = text.index(":", block.line, label.end()) + 1
    prose = sum(_goes_on(text, blocks, index) for index in heads)
    return heads if len(heads) >= _FEWEST and 2 * prose >= len(heads) else {}


def _goes_on(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a paragraph begins beside a label, and ends as one does, rather than a word or two."""
    last = index
    while last + 1 < len(blocks) and blocks[last + 1].gap == 1 and blocks[last + 1].kind is not Kind.ROW:
        last += 1
    return (last > index or blocks[index].size >= _PARAGRAPH) and text[blocks[last].end - 1] in ".:;"


def _apart(text: str, blocks: list[Block], heads: dict[int, int]) -> list[Block]:
    return list(chain.from_iterable(_split(text, block, heads[index]) if index in heads else (block,) for index, block in enumerate(blocks)))


def _split(text: str, block: Block, end: int) -> Iterator[Block]:
    start = end + len(text[end : block.end]) - len(text[end : block.end].lstrip())
    yield Block(Kind.HEADING, block.line, block.start, end - 1, block.gap, number=block.number, order=block.order, emphasised=block.emphasised)
    yield Block(Kind.TEXT, start, start, block.end, 1)
