"""The first entry of a list that begins in a row, beside the label that it is of: `Faste saker<tab>1. Rus`, with `2. Vold` in the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from avtale.structure.block import Block, Kind

_FIRST = re.compile(r"[^\W\d][^\t|]*?(?P<gap>(?:\t| {3})\s*)(?P<mark>(?P<number>1)[.)])\s+(?=\S)")


def split_first_entries(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, each such row made two: the label, and the entry."""
    if not any(map(_is_second, blocks)):
        return blocks
    return [*chain.from_iterable(_split(text, block, after) for block, after in pairwise(blocks)), blocks[-1]]


def _split(text: str, block: Block, after: Block) -> Iterator[Block]:
    match = _FIRST.match(text, block.start, block.end) if block.kind is Kind.ROW and block.order is None and _is_second(after) else None
    if match is None:
        yield block
        return
    yield Block(Kind.TEXT, block.line, block.start, match.start("gap"), block.gap, emphasised=block.emphasised)
    yield Block(after.kind, match.start("mark"), match.end(), block.end, 1, number=match["number"], order=(after.order[0], 1) if after.order else None)


def _is_second(block: Block) -> bool:
    """Whether a line right below begins with the number two."""
    return block.gap == 1 and block.kind is Kind.TEXT and block.order in (("integer", 2), ("parenthesis", 2))
