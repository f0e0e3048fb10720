"""Which numbered lines are headings rather than list entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, NUMBERED_HEADING, RUN_IN, is_nominal, is_question, is_unstopped
from avtale.vocabulary import Cues, spot

_JUMP = 4
"""How far the number of a heading can stand from the one before it, where some were left out."""
_WHOLE = re.compile(r"[a-zæøå]{4}\.\s")
"""The end of a sentence within a line."""
_FAR = 3
"""Line breaks before a number that no line above it announces."""
_NEAR = 6
"""Characters before a line that tell how the line before it ends."""
_FEWEST = 3
"""Numbered lines that are a list where none has a body."""
_TIGHT_ENTRIES = ("decimal", "word")
"""The styles that number headings, but for lines that follow right upon each other."""


def decide(lower: str, cues: Cues, blocks: list[Block], entries: frozenset[str]) -> None:
    """Make headings of the numbered lines that are; the plainly numbered others become list entries."""
    _letters_among_romans(blocks)
    chain: dict[str, int] = {}
    for run, after in _runs(blocks):
        style = run[0].order[0] if run[0].order else ""
        listed = _is_list(lower, cues, run, after)
        for index, block in enumerate(run):
            last = chain.get(style, 0)
            goes_on = not listed or (block is run[-1] and last > 0 and block.order is not None and block.order[1] == last + 1)
            if block.kind is Kind.HEADING or lower[block.line] == "#" or (goes_on and _is_heading(lower, cues, block, run, index, last, entries)):
                block.kind = Kind.HEADING
                chain[style] = block.order[1] if block.order else 0
            elif style in ("integer", "letter", "parenthesis", "roman") or (style in _TIGHT_ENTRIES and _is_tight(lower, run)):
                block.kind, block.marker = Kind.ITEM, block.number or ""
    _letter_headings(lower, cues, blocks)


def _letter_headings(lower: str, cues: Cues, blocks: list[Block]) -> None:
    """Make headings of `a) Møte`, `b) Leiing` where each stands by itself above something else than the next letter."""
    found: list[Block] = []
    for block, after in pairwise(blocks):
        if block.kind is not Kind.ITEM or block.marker != f"{chr(ord('a') + len(found))})":
            continue
        alone = block.gap > 1 and after.gap > 1 and after.marker[-1:] != ")" and lower[block.end - 1] not in ".;,"
        if not (alone and is_nominal(lower, cues, block.start, block.end, NUMBERED_HEADING)):
            return
        found.append(block)
    for place, block in enumerate(found if len(found) > 1 else ()):
        block.kind, block.number, block.order, block.marker = Kind.HEADING, block.marker[:-1], ("sub", place + 1), ""


def _letters_among_romans(blocks: list[Block]) -> None:
    """In a series A, B, C … the letters I, V and X are letters."""
    last = 0
    for block in blocks:
        if block.order and block.order[0] == "letter":
            last = block.order[1]
        elif block.order and block.order[0] == "roman" and block.number and last and ord(block.number[0]) - 64 == last + 1 and len(block.number) == 1:
            last += 1
            block.order = ("letter", last)


def _runs(blocks: list[Block]) -> Iterator[tuple[list[Block], Block | None]]:
    """Numbered lines of one style that count on from each other with nothing but list entries between them, and the line after them."""
    run: list[Block] = []
    for block in blocks:
        if block.order and block.kind not in (Kind.CONTENTS, Kind.ROW, Kind.CELL):
            if run and not _counts_on(run[-1], block):
                yield run, block
                run = []
            run.append(block)
        elif run and (block.kind is not Kind.ITEM or not block.marker):
            yield run, block
            run = []
    if run:
        yield run, None


def _counts_on(a: Block, b: Block) -> bool:
    return a.order is not None and b.order is not None and a.order[0] == b.order[0] and a.order[1] < b.order[1] <= a.order[1] + 2


def _is_list(lower: str, cues: Cues, run: list[Block], after: Block | None) -> bool:
    """Whether lines that stand apart are a list: a line with a colon announces them, or none of them has a body; of the words for a heading few do."""
    first = run[0]
    if len(run) < _FEWEST or first.order is None or first.order[0] in (*_TIGHT_ENTRIES, "paragraph") or first.order[1] != 1:
        return False
    if lower[max(0, first.line - _NEAR) : first.line].rstrip().endswith(":"):
        return True
    if after is None or after.order or after.size >= HEADING or cues.first("verbs", after.start, after.end):
        return False
    return 2 * sum(bool(spot("headings", lower[block.start : block.end])) for block in run) < len(run)


def _has_body(lower: str, run: list[Block], index: int) -> bool:
    """Whether list entries stand between a numbered line and those of its run before and after it."""
    return all(lower[a.end : b.line].strip() for a, b in pairwise(run[max(0, index - 1) : index + 2]))


def _is_tight(lower: str, run: list[Block]) -> bool:
    """Whether lines follow right upon each other, so that none has a body: entries with a number of two parts."""
    return len(run) > 1 and all(b.gap == 1 and not lower[a.end : b.line].strip() for a, b in pairwise(run))


def _has_children(run: list[Block], index: int) -> bool:
    """Whether the next number is below that of a line: `2.1` below `2.0`, `3.1.1` below `3.1`."""
    above, below = run[index].number or "", run[index + 1].number or "" if index + 1 < len(run) else ""
    return below.startswith(above.removesuffix(".0") + ".")


def _is_heading(lower: str, cues: Cues, block: Block, run: list[Block], index: int, last: int, entries: frozenset[str]) -> bool:
    """Whether a numbered line is a heading; `last` is the number of the heading before it in the same style."""
    if block.size <= 0 or block.order is None:
        return False
    style, value = block.order
    if entries and plain(lower[block.start : block.end]) in entries:
        return True
    again = value == last and bool(spot("headings", lower[block.start : block.end]))
    begins = style == "decimal" and value == 1
    follows = again or begins or last < value <= last + (_JUMP if last else 2)
    if _only_leads(lower, cues, block):
        return False
    if not is_nominal(lower, cues, block.start, block.end, NUMBERED_HEADING):
        led = lower[block.end - 1] != ":" or _says_to_do(lower, cues, block)
        alone = led and _has_body(lower, run, index) and block.gap > 1 and follows and is_unstopped(lower, block.start, block.end, HEADING)
        alone = alone or (style in ("decimal", "paragraph") and _says_to_do(lower, cues, block) and block.size < RUN_IN)
        if style == "parenthesis" or not (alone or ((block.gap > 1 or _has_body(lower, run, index)) and is_question(lower, cues, block.start, block.end))):
            return False
    if style in _TIGHT_ENTRIES and _is_tight(lower, run) and not _has_children(run, index):
        return False
    if block.emphasised or style in ("decimal", "paragraph", "word"):
        return True
    apart = (block.gap > 1 and (index + 1 == len(run) or run[index + 1].gap > 1)) or (0 < last == value - 1 and _has_body(lower, run, index))
    if style == "roman":
        return len(run) == 1 or apart
    if style == "parenthesis" or not follows:
        return False
    if len(run) == 1:
        announced = block.gap < _FAR and lower[max(0, block.line - _NEAR) : block.line].rstrip().endswith(":")
        return not announced and (block.gap > 1 or last > 0 or value == 1)
    return apart and (last > 0 or index + 1 < len(run)) and run[0].order is not None and run[0].order[1] > last - len(run)


def _says_to_do(lower: str, cues: Cues, block: Block) -> bool:
    """Whether a sentence leaves what somebody is to do to those under it (`Kommunen skal`, `Politiet ventar at kommunen:`), rather than lead any list."""
    end = block.end - (lower[block.end - 1] == ":")
    return lower.endswith((" å", " at", " skal"), block.start, end) or (end < block.end and cues.first("tasks", block.start, end) is not None)


def _only_leads(lower: str, cues: Cues, block: Block) -> bool:
    """Whether a sentence that its number is the subject of, or one after a whole sentence, leads what follows: `§ 2 oppheves og blir:`"""
    if lower[block.end - 1] != ":":
        return False
    return cues.first("verbs", block.start, block.start + 1) is not None or _WHOLE.search(lower, block.start, block.end) is not None


_PLAIN = re.compile(r"[\s.:…_]+\d*\Z|[^\w\s]")


def plain(text: str) -> str:
    """A heading as it is compared: without case, punctuation, leaders and page number."""
    return " ".join(_PLAIN.sub(" ", text.casefold()).split())
