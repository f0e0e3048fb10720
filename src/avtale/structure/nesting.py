"""Headings without numbers that stand below others: by how they are set, and by their words coming again under each.

`POLITIRÅDET` / `Hvem er med` / `Møter` / `SLT-GRUPPA` / `Hvem er med`: a style that stands right under another, and never right above it, is below it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from avtale.structure.block import Block, Kind
from avtale.text import View

Style = tuple[bool, bool]
"""Whether a heading is all in capitals, and whether it is emphasised."""


def nested(view: View, blocks: list[Block]) -> frozenset[int]:
    """Where the headings begin that stand a level below other headings without a number."""
    headings = [block for block in blocks if _is_plain(block)]
    pairs = [(before, after) for before, after in pairwise(blocks) if _is_plain(before) and _is_plain(after)]
    styles = {(_style(view, before), _style(view, after)) for before, after in pairs}
    below = {lower for upper, lower in styles if upper != lower and (lower, upper) not in styles}
    times = Counter(_words(view, heading) for heading in headings) if pairs else Counter[str]()
    again = {words for _, after in pairs for words in [_words(view, after)] if times[words] > 1}
    return frozenset(heading.line for heading in headings if _style(view, heading) in below or _words(view, heading) in again)


def _is_plain(block: Block) -> bool:
    return block.kind is Kind.HEADING and not block.order


def _style(view: View, heading: Block) -> Style:
    return view.text[heading.start : heading.end].isupper(), heading.emphasised


def _words(view: View, heading: Block) -> str:
    return view.lower[heading.start : heading.end]
