"""The numbers of headings: whether one counts on from another."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURES = re.compile(r"(?P<series>(?:§\s?)?(?:\w+[.-])*)(?P<last>\d+)")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def counts_on(before: str | None, after: str | None) -> bool:
    """Whether a number stands further on in the series of another.

    >>> counts_on("2", "3"), counts_on("2", "2.1"), counts_on("IV", "V"), counts_on("A", "1")
    (True, False, True, False)
    """
    return any(a < b for a, b in _pairs(before, after))


def jumps(before: str | None, after: str | None) -> bool:
    """Whether two numbers of a series do not follow each other; a series may begin anew.

    >>> jumps("2", "4"), jumps("§ 2", "§ 2"), jumps("2", "3"), jumps("7", "1"), jumps("I", "V")
    (True, True, False, False, True)
    """
    pairs = list(_pairs(before, after))
    return bool(pairs) and not any(b in (a + 1, 1) for a, b in pairs)


def _pairs(before: str | None, after: str | None) -> Iterator[tuple[int, int]]:
    """What two numbers come to in each series that both can be of: `I` is a roman and a letter."""
    of = dict(_readings(after or ""))
    yield from ((value, of[series]) for series, value in _readings(before or "") if series in of)


def _readings(number: str) -> Iterator[tuple[str, int]]:
    figures = _FIGURES.fullmatch(number)
    if figures:
        yield figures["series"], int(figures["last"])
    if len(number) == 1 and number.isalpha():
        yield "letter", ord(number.upper())
    if number and set(number) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in number]
        yield "roman", sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
