"""Cards about the holder of a role: lines with labels, or under the role's own line.

`Politikontakt` / `Kari Moen` / `Er på rådhuset to dager i uka`, or under its heading `Navn: Kari Moen`, `Stillingsandel | 80 %`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.structure import Block, Kind
from avtale.vocabulary import Cue

_set_off = r"(?:\s(?:i|til|på|for)\s[\w-]+)?(?:\s*[:|\t]|\s{3})\s*"
_there = (
    r"til\s?stede|til\sstades|treff\w*|oppmøte|kontordag\w*|hvor|kvar|tilstedeværelse|nærvær|frammøte|"
    r"(?:oftest|oftast|vanligvis|vanlegvis|som\sregel)?\s?å\s(?:finne|finna|treffe|treffa)"
)
PRESENCE = re.compile(rf"\|?\s*(?:{_there}){_set_off}")
"""A label before where and when somebody is."""
IS_PRESENCE = re.compile(rf"(?:{_there})(?:\s[\w-]+){{0,2}}")
"""A cell that is no more than such a label."""
_OF_HOLDER = re.compile(r"\|?\s*[^\W\d][^:|\t.]{1,30}?(?:\s*[:|\t]|\s{3})\s*")
_OF_COORDINATOR = re.compile(rf"\|?\s*koordinator(?:en)?{_set_off}")
_LABELS = {
    "police_contact": {"police_contact": _OF_HOLDER},
    "slt_coordinator": {"slt_coordinator": _OF_HOLDER, "slt": _OF_COORDINATOR},
}
"""What begins a line about the holder of an office, by the office and by the type of the section that the line is in."""
_NAMES = re.compile(r"\|?\s*(?:navn|namn|hvem|kven|koordinator(?:en)?)(?:\s*[:|\t]|\s{3})\s*")
_LONGEST = 120
"""Characters of the longest line of a card."""


def lines(context: Context, cues: list[Cue], field: str) -> Iterator[Stretch]:
    """The lines of the cards about the holder of an office."""
    for cue in cues:
        yield from _under(context, cue)
    for section in context.outline.sections:
        label = _LABELS[field].get(section.type or "")
        if label:
            body = context.outline.blocks[section.first : context.outline.block_at(section.end - 1) + 1]
            yield from ((block.start, block.end) for block in body if _is_labelled(context, block, label))


def _under(context: Context, cue: Cue) -> Iterator[Stretch]:
    """The lines right under an office that has a line of its own."""
    blocks, index = context.outline.blocks, context.outline.block_at(cue.start)
    if context.view.lower[blocks[index].start : blocks[index].end].strip(" :*_|\t") == context.view.lower[cue.start : cue.end]:
        yield from ((block.start, block.end) for block in takewhile(lambda block: _goes_on(context, block), blocks[index + 1 :]))


def _goes_on(context: Context, block: Block) -> bool:
    """Whether a line goes on with the one above it, and names nobody else's office."""
    return block.gap == 1 and block.kind in (Kind.TEXT, Kind.CELL, Kind.ROW) and not context.offices.first(block.start, block.end)


def _is_labelled(context: Context, block: Block, labels: re.Pattern[str]) -> bool:
    """Whether a line is short, begins with a label, and names nobody else's office after it."""
    label = labels.match(context.view.lower, block.start, block.end) if block.size < _LONGEST else None
    return label is not None and not context.offices.first(label.end(), block.end)


def names_on(context: Context, cards: list[Stretch]) -> Iterator[Stretch]:
    """The names on cards: at the start of a line, or after a label for them."""
    for start, end in cards:
        label = _NAMES.match(context.view.lower, start, end)
        at = label.end() if label else start
        yield from ((name.start, name.end) for name in context.names.within(start, end)[:1] if name.start == at)
