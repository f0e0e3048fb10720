"""Parts of a text that an ordinal numbers: `Første del: Formål`, `ANDRE KAPITTEL – MØTE`, `3. bolk`, alone above its words or with them."""

from __future__ import annotations

import re

from avtale.structure.block import Block
from avtale.vocabulary import alternation, forms

_ORDINALS = forms("ordinals")
_PART = re.compile(
    rf"(?P<number>(?:(?P<ordinal>{alternation(_ORDINALS)})|(?P<digits>\d{{1,2}})\.)\s{alternation(forms('parts'))})"
    r"(?:\s?[:.](?:\s+|\Z)|\s[–—-]\s+|\s*\Z)"
)


def read_part(text: str, block: Block) -> None:
    """Note the ordinal and the part that a line begins with, and move the block's start behind them; a sentence goes on in lower case."""
    match = _PART.match(text[block.start : block.end].lower())
    at = block.start + match.end() if match else 0
    if match is None or text[at : at + 1].islower():
        return
    value = int(match["digits"] or _ORDINALS[match["ordinal"]])
    block.number, block.order, block.start = text[block.start : block.start + match.end("number")], ("word", value), at
