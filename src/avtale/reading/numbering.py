"""Numbers that a word processor counts by itself: `1.`, `2.1`, `b)`, `IV`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 3999
"""The largest number that is written as a roman one."""


def roman(number: int) -> str:
    """A number in roman figures.

    >>> roman(14)
    'xiv'
    """
    out = ""
    for value, figure in _ROMANS:
        out += figure * (number // value)
        number %= value
    return out


def letters(number: int) -> str:
    """A number in letters, as word processors count on after `z`.

    >>> letters(2), letters(27)
    ('b', 'aa')
    """
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "ordinal": "{}.".format,
}
"""The ways to write a number, by Word's name; of all others decimal."""


@dataclass(frozen=True, slots=True)
class Level:
    """How the entries of a level are numbered: the style, and the pattern in which `%1` is the number of the first level."""

    style: str
    pattern: str
    start: int = 1


class Counter:
    """Counts the entries of one list."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = defaultdict(int)

    def label(self, levels: dict[int, Level], depth: int, start: int | None = None) -> str:
        """The label of the next entry of a level: `-` for a bullet, empty where the list shows none. `start` begins anew."""
        level = levels[depth]
        first = start if start is not None else level.start
        self.numbers[depth] = first if start is not None or depth not in self.numbers else self.numbers[depth] + 1
        for deeper in [other for other in self.numbers if other > depth]:
            del self.numbers[deeper]
        if level.style in ("bullet", "none"):
            return "-" if level.style == "bullet" else ""
        return re.sub(r"%(\d)", lambda match: self._written(levels, int(match[1]) - 1), level.pattern).strip()

    def _written(self, levels: dict[int, Level], depth: int) -> str:
        level = levels.get(depth, Level("decimal", ""))
        number = self.numbers.get(depth, level.start)
        return STYLES.get(level.style, str)(number) if 0 < number <= _MOST else str(number)
