"""`kinds`: what the title block calls the agreement: `cooperation`, `service_offer`, `police_council`, in any number.

`Samarbeidsavtale om politiråd`, `Avtale om tenestetilbod`; all lines of the block count, a subtitle (`om politiråd og SLT`) too.

Not this field: what the body says that the agreement also covers.
Known gaps: a kind that only a heading of the body names.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Samarbeidsavtale\\n\\nom politiråd\\n\\nmellom Os kommune og Vest politidistrikt"))]
[{'kinds': ['cooperation', 'police_council']}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from avtale.context import Candidate, Context
from avtale.structure import Block, Kind
from avtale.vocabulary import spot

_KINDS = ("cooperation", "service_offer", "police_council")
_AND_COOPERATION = re.compile(
    r"\W*(?:(?:(?:til\s)?[\w-]*avtal(?:e|a|en)\som\s(?:(?:[\w-]+,?\s){0,6}?(?:og|samt)\s)?)|(?:lokal[te]{0,2}\s)?(?:tjeneste|teneste)tilb[uo]d\s(?:og|samt)\s)"
    r"(?:(?:lokalt|forebyggende|førebyggjande|gjensidig|felles)\s)?samarbeid\b(?!-)"
)
_NOUNS = ("avtale", "avtala", "overenskomst", "overeinskomst")
"""What can stand in a line of its own, over what it is about."""
_LINE = 400
"""Characters of the longest line that can be one of a title."""
_SENTENCE = 100
"""Characters from which a line with a full stop is a sentence of the text."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the kinds, where the title block has any."""
    front = [block for block in context.outline.blocks[: context.outline.title.stop] if _is_of_title(context, block)]
    kinds = _kinds(context, [block for block in front if block.kind is not Kind.ROW]) or _kinds(context, front)
    if kinds:
        yield Candidate("kinds", {"kinds": kinds}, ())


def _kinds(context: Context, blocks: list[Block]) -> list[str]:
    """The kinds that some lines name."""
    lines = [context.view.lower[block.start : block.end] for block in blocks]
    broken = [f"{above} {below}" for above, below in pairwise(lines) if above in _NOUNS]
    named = {kind for line in (*lines, *broken) for kind in spot("documents", line)}
    if any(_is_about_cooperation(context, block) for block in blocks):
        named.add("cooperation")
    return [kind for kind in _KINDS if kind in named]


def _is_about_cooperation(context: Context, block: Block) -> bool:
    """Whether a line names several things, one of which is cooperation: `Avtale om politiråd og samarbeid`, `Tjenestetilbud og samarbeid`."""
    return _AND_COOPERATION.match(context.view.lower, block.start, block.end) is not None


def _is_of_title(context: Context, block: Block) -> bool:
    """Whether a line of the title block can be one of a title: no long sentence."""
    stopped = context.view.text[block.end - 1] == "." and block.size > _SENTENCE
    return block.size <= _LINE and not stopped
