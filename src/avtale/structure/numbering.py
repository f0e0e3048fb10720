"""Numbers at the start of a line (`1.`, `1.2`, `IV.`, `§ 3`, `Punkt 4`), and which of them number headings rather than list entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, NUMBERED_HEADING, RUN_IN, is_nominal, is_question, is_unstopped
from avtale.vocabulary import Cues

_NUMBER = re.compile(
    r"""(?:
        (?P<word>(?:kapittel|kap\.?|punkt|pkt\.?|artikkel|art\.?|del)\s+)(?:\d{1,2}|[ivx]{1,5})(?P<dot>[.):]?)
      | (?P<decimal>(?:\d{1,2}|[a-z])(?:\.\d{1,2}){1,3}|\d{1,2}-\d{1,2}(?=\s+(?-i:[A-ZÆØÅ])))[.):]?
      | (?P<paragraph>§\s?\d{1,2}(?:[-.]\d{1,2})*(?:\s?[a-z](?![\w-]))?)[.:]?
      | (?P<roman>[ivx]{1,5})(?:[.):]|(?=\s[–—-]\s))
      | (?P<letter>[a-z])(?:[.)]|(?<=[A-ZÆØÅ])(?=\s[–—-]\s))
      | (?P<parenthesis>\d{1,2})\)
      | (?P<integer>\d{1,2})[.:]?
    )(?:\s*[-–—]\s+|\s+|(?<=[.):])(?=[a-zæøå(])|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_LONG_STARTS = frozenset("KPADIVX")
"""The capitals that a word before a number or a roman of more than a letter begins with."""
_SMALL_STARTS = frozenset("ivx")
"""The small letters that a roman begins with."""
_BARE = {"roman": re.compile(r"([IVX]{1,5})\s+(?=[A-ZÆØÅ])"), "letter": re.compile(r"([A-P])\s+(?=[A-ZÆØÅ])")}
_AFTER_BARE = frozenset(" \tIVX")
"""What stands after the first capital of a number without a dot."""
_JUMP = 4
"""How far the number of a heading can stand from the one before it, where some were left out."""
_NEAR = 6
"""Characters before a line that tell how the line before it ends."""
_BARE_LETTER = re.compile(r"([a-h])\s(?=[A-ZÆØÅ«])")
_FEWEST_BARE = 3
"""Romans or letters without a dot that make a series."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_CLOSING = re.compile(r"[.):\s–—-]+\Z")


def could_begin(text: str, start: int) -> bool:
    """Whether a line can begin with a number or a mark: what begins with a letter and another in small writing is a word, as nearly all do."""
    first, second = text[start], text[start + 1 : start + 2]
    return not (first.isalpha() and second.islower()) or first in _LONG_STARTS or first in _SMALL_STARTS


def read_number(text: str, block: Block) -> None:
    """Note the number that a line begins with, and move the block's start behind it."""
    first = text[block.start]
    if not (first.isdigit() or first == "§" or first.isupper()):
        return
    if text[block.start + 1 : block.start + 2].isalpha() and first not in _LONG_STARTS:
        return
    match = _NUMBER.match(text, block.start, block.end)
    after = text[match.end() : match.end() + 1] if match and match[0][-1] == " " else "A"
    if not match or (match["integer"] and not after.isupper()) or (match["word"] and after.islower()):
        return
    style = match.lastgroup if match.lastgroup != "dot" else "word"
    number = _CLOSING.sub("", match[0])
    if style == "word":
        number = number.split()[-1]
    block.number, block.order = number, (str(style), _value(number))
    block.start = match.end()


def _value(number: str) -> int:
    if number.isalpha():
        if set(number) <= _ROMAN.keys():
            values = [_ROMAN[letter] for letter in number]
            return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
        return ord(number[0].upper()) - 64
    return int(re.findall(r"\d+", number)[-1])


def read_bare_numbers(text: str, blocks: list[Block]) -> None:
    """Read the romans and the letters without a dot (`IV Møter`, `B Møter`), which are numbers where they count on from one: `I` is a word too."""
    candidates = [
        block
        for block in blocks
        if text[block.start + 1 : block.start + 2] in _AFTER_BARE and block.kind is Kind.TEXT and block.order is None and block.size <= HEADING
    ]
    for style, pattern in _BARE.items() if candidates else ():
        found: list[tuple[Block, re.Match[str]]] = []
        for block in candidates:
            match = pattern.match(text, block.start, block.end) if block.order is None else None
            if match and (_value(match[1]) if style == "roman" else ord(match[1]) - 64) == len(found) + 1:
                found.append((block, match))
        for block, match in found if len(found) >= _FEWEST_BARE else ():
            block.number, block.order, block.start = match[1], (style, found.index((block, match)) + 1), match.end()


def read_bare_letters(text: str, blocks: list[Block]) -> None:
    """Read the letters with nothing after them (`a Saker`), which mark list entries where they follow each other from `a`: `i` and `å` are words too."""
    run: list[tuple[Block, re.Match[str]]] = []
    for block in blocks:
        could_be = text[block.start + 1 : block.start + 2].isspace() and block.kind is Kind.TEXT and block.order is None
        match = _BARE_LETTER.match(text, block.start, block.end) if could_be else None
        if match and ord(match[1]) - ord("a") == len(run):
            run.append((block, match))
            continue
        _mark_entries(run)
        run = [(block, match)] if match and match[1] == "a" else []
    _mark_entries(run)


def _mark_entries(run: list[tuple[Block, re.Match[str]]]) -> None:
    for block, match in run if len(run) >= _FEWEST_BARE else ():
        block.kind, block.marker, block.start = Kind.ITEM, match[1], match.end()


def decide(lower: str, cues: Cues, blocks: list[Block], entries: frozenset[str]) -> None:
    """Make headings of the numbered lines that are; the plainly numbered others become list entries."""
    _letters_among_romans(blocks)
    chain: dict[str, int] = {}
    for run in _runs(blocks):
        style = run[0].order[0] if run[0].order else ""
        for index, block in enumerate(run):
            if block.kind is Kind.HEADING or _is_heading(lower, cues, block, run, index, chain.get(style, 0), entries):
                block.kind = Kind.HEADING
                chain[style] = block.order[1] if block.order else 0
            elif style in ("integer", "letter", "parenthesis", "roman") or (style == "decimal" and _is_tight(lower, run)):
                block.kind, block.marker = Kind.ITEM, block.number or ""


def _letters_among_romans(blocks: list[Block]) -> None:
    """In a series A, B, C … the letters I, V and X are letters."""
    last = 0
    for block in blocks:
        if block.order and block.order[0] == "letter":
            last = block.order[1]
        elif block.order and block.order[0] == "roman" and block.number and last and ord(block.number[0]) - 64 == last + 1 and len(block.number) == 1:
            last += 1
            block.order = ("letter", last)


def _runs(blocks: list[Block]) -> Iterator[list[Block]]:
    """Numbered lines of one style that count on from each other with nothing but list entries between them."""
    run: list[Block] = []
    for block in blocks:
        if block.order and block.kind not in (Kind.CONTENTS, Kind.ROW, Kind.CELL):
            if run and not _counts_on(run[-1], block):
                yield run
                run = []
            run.append(block)
        elif run and (block.kind is not Kind.ITEM or not block.marker):
            yield run
            run = []
    if run:
        yield run


def _counts_on(a: Block, b: Block) -> bool:
    return a.order is not None and b.order is not None and a.order[0] == b.order[0] and a.order[1] < b.order[1] <= a.order[1] + 2


def _is_tight(lower: str, run: list[Block]) -> bool:
    """Whether lines follow right upon each other, so that none has a body: entries with a number of two parts."""
    return len(run) > 1 and all(b.gap == 1 and not lower[a.end : b.line].strip() for a, b in pairwise(run))


def _is_heading(lower: str, cues: Cues, block: Block, run: list[Block], index: int, last: int, entries: frozenset[str]) -> bool:
    """Whether a numbered line is a heading; `last` is the number of the heading before it in the same style."""
    if block.size <= 0 or block.order is None:
        return False
    style, value = block.order
    if entries and plain(lower[block.start : block.end]) in entries:
        return True
    follows = last < value <= last + (_JUMP if last else 2)
    if not is_nominal(lower, cues, block.start, block.end, NUMBERED_HEADING):
        alone = len(run) == 1 and block.gap > 1 and follows and is_unstopped(lower, block.start, block.end, HEADING)
        alone = alone or (style in ("decimal", "paragraph") and lower.endswith((" å", " skal", ":"), block.start, block.end) and block.size < RUN_IN)
        if style == "parenthesis" or not (alone or (block.gap > 1 and is_question(lower, cues, block.start, block.end))):
            return False
    if style == "decimal" and _is_tight(lower, run):
        return False
    if block.emphasised or style in ("decimal", "paragraph", "word"):
        return True
    apart = block.gap > 1 and (index + 1 == len(run) or run[index + 1].gap > 1)
    if style == "roman":
        return len(run) == 1 or apart
    if style == "parenthesis" or not follows:
        return False
    if len(run) == 1:
        announced = lower[max(0, block.line - _NEAR) : block.line].rstrip().endswith(":")
        return not announced and (block.gap > 1 or last > 0 or value == 1)
    return apart and (last > 0 or index + 1 < len(run)) and run[0].order is not None and run[0].order[1] > last - len(run)


_PLAIN = re.compile(r"[\s.:…_]+\d*\Z|[^\w\s]")


def plain(text: str) -> str:
    """A heading as it is compared: without case, punctuation, leaders and page number."""
    return " ".join(_PLAIN.sub(" ", text.casefold()).split())
