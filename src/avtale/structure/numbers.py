"""Numbers at the start of a line (`1.`, `1.2`, `IV.`, `§ 3`, `Punkt 4`), alone above its words, and without a dot where they make a series."""

from __future__ import annotations

import re

from avtale.structure.block import Block, Kind
from avtale.structure.wording import HEADING, is_unstopped

_NUMBER = re.compile(
    r"""(?:
        (?P<word>(?:kapittel|kap\.?|punkt|pkt\.?|artikkel|art\.?|del|post)\s+)(?:\d{1,2}|[ivx]{1,5}|(?-i:[A-H])(?=[.):]|\s[–—-]\s))(?P<dot>[.):]?)
      | (?P<decimal>(?:(?!0\d)\d{1,2}|[a-z])(?:\.(?!0\d)\d{1,2}){1,3}|\d{1,2}-\d{1,2}(?=\s+(?-i:[A-ZÆØÅ])))[.):]?
      | (?P<coded>(?-i:[A-Z])-?\d{1,2})(?:[.:)]|(?=\s(?:\s|(?-i:[A-ZÆØÅ]))))
      | (?P<paragraph>§\s?\d{1,2}(?:[-.]\d{1,2})*(?:\s?[a-z](?![\w-]))?)[.:]?
      | (?P<roman>[ivx]{1,5})(?:[.):]|(?=\s[–—-]\s))
      | (?P<letter>[a-z])(?:[.)]|(?<=[A-ZÆØÅ])(?=\s[–—-]\s))
      | (?P<parenthesis>\d{1,2})\)
      | (?P<integer>\d{1,2})(?:\.\)|[.:])?
    )(?:\s*[-–—]\s+|\s+|(?<=[.):])(?=[a-zæøå(])|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_LONG_STARTS = frozenset("KPADIVX")
"""The capitals that a word before a number or a roman of more than a letter begins with."""
_WORD = re.compile(r"(?!(?i:kap|punkt|pkt|art|del|post|[ivx](?-i:[ivx])|[^\W\d_]{4,12}\s(?:del|kap|bolk|ho[uv])))[^\W\d_][a-zæøå]")
"""Where a line begins with a word, as nearly all do: with no number, no mark, no word before a number and none before a part."""
_BARE = {"roman": re.compile(r"([IVX]{1,5})(?:\s+(?=[A-ZÆØÅ])|\Z)"), "letter": re.compile(r"([A-P])\s+(?=[A-ZÆØÅ])")}
_SET_OFF = re.compile(r"[A-Z]{1,4}\s+(?:[^\t| ]| (?!  ))+\Z")
"""A number that a tab or blanks set off from its heading, which has neither in it."""
_AFTER_BARE = frozenset(" \t\nIVX")
"""What stands after the first capital of a number without a dot."""
_BARE_LETTER = re.compile(r"([a-h])\s(?=[A-ZÆØÅ«])")
_FEWEST_BARE = 3
"""Romans or letters without a dot that make a series."""
_BELOW = 2
"""Line breaks between a number and the heading below it."""
_ALONE = ("decimal", "paragraph", "word", "roman")
"""The styles of a number that can stand on a line above its heading."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_CLOSING = ".):–—- \t\x1c\x1d\x1e\x1f"
"""What may stand between a number and the words after it."""


def could_begin(text: str, blocks: list[Block]) -> list[Block]:
    """The lines that can begin with a number or a mark."""
    return [block for block in blocks if not _WORD.match(text, block.start)]


def read_number(text: str, block: Block) -> None:
    """Note the number that a line begins with, and move the block's start behind it."""
    first = text[block.start]
    if not (first.isdigit() or first == "§" or first.isupper()):
        return
    if first not in _LONG_STARTS and text[block.start + 1 : block.start + 2].isalpha():
        return
    match = _NUMBER.match(text, block.start, block.end)
    after = text[match.end() : match.end() + 1] if match and match[0][-1] == " " else "A"
    if not match or (match["integer"] and not after.isupper()) or (match["word"] and after.islower()):
        return
    style = {"dot": "word", "coded": "decimal"}.get(str(match.lastgroup), match.lastgroup)
    number = match[0].rstrip(_CLOSING)
    if style == "word":
        number = number.split()[-1]
    block.number, block.order = number, (str(style), _value(number))
    block.start = match.end()


def join_numbers(lower: str, blocks: list[Block]) -> list[Block]:
    """The lines, each number that stands alone above a heading (`§ 3`, then `Møter`) made one with it."""
    kept: list[Block] = []
    for block in blocks:
        above = kept[-1] if kept else None
        if above and above.order and above.size <= 0 and above.order[0] in _ALONE and _is_below(lower, block):
            block.number, block.order, block.line, block.gap = above.number, above.order, above.line, above.gap
            kept.pop()
        kept.append(block)
    for block in kept:
        if block.order and block.size <= 0 and block.order[0] == "word":
            block.start = block.line
    return kept


def _is_below(lower: str, block: Block) -> bool:
    """Whether a line can be the heading whose number stands above it."""
    return (
        block.kind is Kind.TEXT
        and block.order is None
        and block.gap <= _BELOW
        and lower[block.end - 1] != ":"
        and is_unstopped(lower, block.start, block.end, HEADING)
    )


def _value(number: str) -> int:
    if number.isalpha():
        if set(number) <= _ROMAN.keys():
            values = [_ROMAN[letter] for letter in number]
            return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
        return ord(number[0].upper()) - 64
    return int(number) if number.isdecimal() else int(re.findall(r"\d+", number)[-1])


def read_bare(text: str, blocks: list[Block], begun: list[Block]) -> None:
    """Read the numbers and the letters without a dot, which stand only in `begun`, the lines that can begin with any."""
    second = [(text[block.start + 1 : block.start + 2], block) for block in begun if block.order is None and _is_plain(text, block)]
    _read_bare_numbers(text, [block for sign, block in second if sign in _AFTER_BARE and block.size <= HEADING])
    if any(sign.isspace() for sign, _ in second):
        _read_bare_letters(text, blocks)


def _read_bare_numbers(text: str, candidates: list[Block]) -> None:
    """Read the romans and the letters without a dot (`IV Møter`, `B Møter`), which are numbers where they count on from one: `I` is a word too."""
    for style, pattern in _BARE.items() if candidates else ():
        found: list[tuple[Block, re.Match[str]]] = []
        for block in candidates:
            match = pattern.match(text, block.start, block.end) if block.order is None else None
            if match and (_value(match[1]) if style == "roman" else ord(match[1]) - 64) == len(found) + 1:
                found.append((block, match))
        for block, match in found if len(found) >= _FEWEST_BARE else ():
            block.kind, block.number, block.order, block.start = Kind.TEXT, match[1], (style, found.index((block, match)) + 1), match.end()


def _is_plain(text: str, block: Block) -> bool:
    """Whether a line is no row, but for a tab or blanks after its first word."""
    return block.kind is Kind.TEXT or (block.kind is Kind.ROW and _SET_OFF.match(text, block.start, block.end) is not None)


def _read_bare_letters(text: str, blocks: list[Block]) -> None:
    """Read the letters with nothing after them (`a Saker`), which mark list entries where they follow each other from `a`: `i` and `å` are words too."""
    run: list[tuple[Block, re.Match[str]]] = []
    for block in blocks:
        match = _BARE_LETTER.match(text, block.start, block.end) if block.kind is Kind.TEXT and block.order is None else None
        if match and ord(match[1]) - ord("a") == len(run):
            run.append((block, match))
            continue
        _mark_entries(run)
        run = [(block, match)] if match and match[1] == "a" else []
    _mark_entries(run)


def _mark_entries(run: list[tuple[Block, re.Match[str]]]) -> None:
    for block, match in run if len(run) >= _FEWEST_BARE else ():
        block.kind, block.marker, block.start = Kind.ITEM, match[1], match.end()
