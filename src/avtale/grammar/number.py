"""Numbers: digits, cardinals and ordinals in words, in both languages (`4`, `2 000`, `en og tjue`, `tjuefyrste`, `3.`).

The patterns are for text in lower case and carry no groups of their own, so that other grammars can build on them.
"""

from __future__ import annotations

import re
from functools import cache

from avtale.vocabulary import alternation, forms


def _between(words: dict[str, str], low: int, high: int) -> dict[str, int]:
    return {word: int(number) for word, number in words.items() if low <= int(number) <= high}


_CARDINALS = forms("cardinals")
_ORDINALS = forms("ordinals")
_UNITS = _between(_CARDINALS, 1, 9)
_SMALL = _between(_CARDINALS, 1, 20)
_TENS = _between(_CARDINALS, 20, 90)
_ORDINAL_UNITS = _between(_ORDINALS, 1, 9)

_unit, _small, _tens = alternation(_UNITS), alternation(_SMALL), alternation(_TENS)
_below_hundred = rf"(?:{_tens}(?:[\s-]?(?:og\s)?{_unit})?|{_unit}\s?og\s?{_tens}|{_small})"
_hundreds = rf"(?:(?:{_unit}[\s-]?)?hundre(?:\s?(?:og\s?)?{_below_hundred})?)"

DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+"
"""A number in digits, with its thousands set off by a blank or a dot or not at all."""
CARDINAL = rf"(?:{_hundreds}|{_below_hundred})\b"
"""A cardinal in words, 1 to 999."""
NUMBER = rf"(?:{DIGITS}|\b{CARDINAL})"
"""A number in digits or in words."""
ORDINAL = rf"\b(?:\d{{1,2}}\.|{_tens}(?:[\s-]?(?:og\s)?{alternation(_ORDINAL_UNITS)})|{_unit}\s?og\s?{alternation(_between(_ORDINALS, 20, 30))}|{alternation(_ORDINALS)}\b)"
"""An ordinal, `1.` to `99.`, in digits or in words."""

CARDINAL_WORDS = (
    frozenset(_CARDINALS) | frozenset(tens + unit for tens in _TENS for unit in _UNITS) | frozenset(f"{unit}og{tens}" for tens in _TENS for unit in _UNITS)
)
"""The words that a cardinal can begin with."""
ORDINAL_WORDS = frozenset(_ORDINALS) | frozenset(tens + unit for tens in _TENS for unit in _ORDINAL_UNITS) | CARDINAL_WORDS
"""The words that an ordinal can begin with."""

_PARTS = re.compile(rf"{alternation({*_ORDINALS, *_SMALL, *_TENS, 'hundre'})}")


@cache
def _values() -> dict[str, int]:
    return {word: int(number) for word, number in (_CARDINALS | _ORDINALS).items()}


def value(words: str) -> int:
    """The number that `NUMBER` or `ORDINAL` matched.

    >>> [value(words) for words in ("12", "20.000", "sju", "en og tjue", "to hundre og femti", "tjuefyrste", "3.")]
    [12, 20000, 7, 21, 250, 21, 3]
    """
    if words[0].isdigit():
        return int(re.sub(r"\D", "", words))
    known = _values()
    if words in known:
        return known[words]
    total = 0
    for part in _PARTS.findall(words):
        number = known[part]
        total = max(total, 1) * 100 if number == 100 else total + number
    return total
