"""Headings without numbers that stand below others: by how they are set, and by their words coming again under each.

`POLITIRÅDET` / `Hvem er med` / `Møter` / `SLT-GRUPPA` / `Hvem er med`: a style that stands right under another, and never right above it, is
below it; so are words that come again after another heading has come between. What an attachment repeats of the text is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise

from avtale.structure.block import Block, Kind
from avtale.text import View

Style = tuple[bool, bool]
"""Whether a heading is all in capitals, and whether it is emphasised."""
_SENDER = re.compile(r"(?:fra|frå)\s[^\W\d]")
ATTACHMENT = re.compile(r"(?:vedlegg|bilag)\b")


def nested(view: View, blocks: list[Block]) -> frozenset[int]:
    """Where the headings begin that stand a level below other headings without a number."""
    headings = [block for block in blocks if _is_plain(block)]
    below, again = _styles_below(view, blocks), _again([_words(view, heading) for heading in headings])
    return frozenset(heading.line for heading in headings if _style(view, heading) in below or _words(view, heading) in again).union(_of_sides(view, blocks))


def _of_sides(view: View, blocks: list[Block]) -> Iterator[int]:
    """The headings that say from whom something comes, the first of which stands right under another heading: `Forventninger` / `Fra politiet`."""
    open_ = False
    for before, block in pairwise(blocks):
        if block.kind is Kind.HEADING:
            open_ = _is_plain(block) and _SENDER.match(view.lower, block.start, block.end) is not None and (open_ or before.kind is Kind.HEADING)
            if open_:
                yield block.line


def _styles_below(view: View, blocks: list[Block]) -> set[Style]:
    """The styles whose headings stand right under those of another, and never the other way round."""
    pairs = {(_style(view, before), _style(view, after)) for before, after in pairwise(blocks) if _is_plain(before) and _is_plain(after)}
    return {lower for upper, lower in pairs if upper != lower and (lower, upper) not in pairs}


def _again(headings: list[str]) -> set[str]:
    """The words of headings that come again, each time after one that comes only once, and after no attachment."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(headings):
        places[words].append(index)
    single = list(accumulate((len(places[words]) == 1 for words in headings), initial=0))
    attached = list(accumulate((ATTACHMENT.match(words) is not None for words in headings), initial=0))
    return {
        words
        for words, at in places.items()
        if len(at) > 1 and at[0] > 0 and all(single[a] < single[b] and attached[a] == attached[b] for a, b in pairwise(at))
    }


def _is_plain(block: Block) -> bool:
    return block.kind is Kind.HEADING and not block.order


def _style(view: View, heading: Block) -> Style:
    return view.text[heading.start : heading.end].isupper(), heading.emphasised


def _words(view: View, heading: Block) -> str:
    return view.lower[heading.start : heading.end]
