"""Headings that stand in the first line of their paragraph (`Formål. Rådet skal …`): told apart from it where a text has several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, has_verb
from avtale.vocabulary import Cues

_HEAD = re.compile(r"[A-ZÆØÅ][\w-]*+(?:[ /][\w–-]++){0,5}+\.(?=\s+[A-ZÆØÅ«\"“(])")
_PARAGRAPH = 60
"""Characters of the shortest line that is a paragraph for sure."""
_FEWEST = 4
"""Such headings that make a habit of it."""


def split_run_in(text: str, cues: Cues, blocks: list[Block]) -> list[Block]:
    """The blocks with those headings as blocks of their own, where at least half of the paragraphs have one."""
    heads: dict[int, int] = {}
    paragraphs = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.TEXT and block.gap > 1:
            paragraphs += block.end - block.line >= _PARAGRAPH
            could_be = text.find(". ", block.start, block.start + HEADING) >= 0
            match = _HEAD.match(text, block.start, min(block.end, block.start + HEADING)) if could_be else None
            if match and not has_verb(cues, block.start, match.end()):
                heads[index] = match.end()
    if len(heads) < max(_FEWEST, paragraphs / 2):
        return blocks
    return list(chain.from_iterable(_split(text, block, heads[index]) if index in heads else (block,) for index, block in enumerate(blocks)))


def _split(text: str, block: Block, end: int) -> Iterator[Block]:
    start = end + len(text[end : block.end]) - len(text[end : block.end].lstrip())
    yield Block(Kind.HEADING, block.line, block.start, end - 1, block.gap, number=block.number, order=block.order, emphasised=block.emphasised)
    yield Block(Kind.TEXT, start, start, block.end, 1)
