"""Numbers: digits, cardinals and ordinals in words, in both languages (`4`, `2 000`, `en og tjue`, `to hundre og femti`, `tjuefyrste`, `3.`).

The value is `{"number", "text"}`. The patterns are for text in lower case and carry no groups of their own, so that other grammars can
build on them. Not a number: an article (`en avtale`), a part of a date, of a case number or of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import compiled, matches
from avtale.grammar.found import Found
from avtale.text import View
from avtale.vocabulary import alternation, forms


def _between(words: dict[str, str], low: int, high: int) -> dict[str, int]:
    return {word: int(number) for word, number in words.items() if low <= int(number) <= high}


_CARDINALS = forms("cardinals")
_ORDINALS = forms("ordinals")
_UNITS = _between(_CARDINALS, 1, 9)
_TENS = _between(_CARDINALS, 20, 90)
_ORDINAL_UNITS = _between(_ORDINALS, 1, 9)
_ORDINAL_TENS = _between(_ORDINALS, 20, 90)

_unit, _teen, _tens = alternation(_UNITS), alternation(_between(_CARDINALS, 10, 19)), alternation(_TENS)
_below_hundred = rf"(?:{_tens}(?:[\s-]?(?:og\s)?{_unit})?|{_teen}|{_unit}(?:\s?og\s?{_tens})?)"
_hundreds = rf"(?:(?:{_unit}[\s-]?)?hundre(?:\s?(?:og\s?)?{_below_hundred})?)"
_below_thousand = rf"(?:{_hundreds}|{_below_hundred})"

DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+"
"""A number in digits, with its thousands set off by a blank or a dot or not at all."""
CARDINAL = rf"{_below_thousand}\b"
"""A cardinal in words, 1 to 999."""
COUNT = rf"{_below_hundred}\b"
"""A cardinal in words, 1 to 99: for what is never counted in hundreds, since its pattern is half as long."""
NUMBER = rf"(?:{DIGITS}|\b{CARDINAL})"
"""A number in digits or in words."""
ORDINAL = (
    rf"\b(?:\d{{1,2}}\.|{_tens}(?:[\s-]?(?:og\s)?{alternation(_ORDINAL_UNITS)})\b"
    rf"|{_unit}\s?og\s?{alternation(_ORDINAL_TENS)}\b|{alternation(_ORDINALS)}\b)"
)
"""An ordinal, `1.` to `99.`, in digits or in words."""
LOW_ORDINAL = rf"\b(?:\d{{1,2}}\.|{alternation(_between(_ORDINALS, 1, 20))}\b)"
"""An ordinal, in words only to the twentieth: for steps and for the weeks of a month."""
ARTICLES = frozenset({"ei", "ein", "eit", "en", "et"})
"""The words for one that are articles too."""

CARDINAL_WORDS = frozenset(_CARDINALS).union(
    (tens + unit for tens in _TENS for unit in _UNITS),
    (f"{unit}og{tens}" for tens in _TENS for unit in _UNITS),
    (unit + large for unit in _UNITS for large in ("hundre", "tusen")),
)
"""The words that a cardinal can begin with."""
ORDINAL_WORDS = CARDINAL_WORDS.union(
    _ORDINALS,
    (tens + unit for tens in _TENS for unit in _ORDINAL_UNITS),
    (f"{unit}og{tens}" for tens in _ORDINAL_TENS for unit in _UNITS),
)
"""The words that an ordinal can begin with."""

_VALUES = {word: int(number) for word, number in (_CARDINALS | _ORDINALS).items()}
_PARTS = alternation(_VALUES)
_NO_DIGIT = re.compile(r"\D")
_NUMBER = (
    rf"(?<![\d§][.,/:–-])(?:(?P<digits>(?:{DIGITS})(?:,\d+)?)(?![\w/:-]|\.\d)|(?P<thousands>{_below_thousand}\s?)?tusen"
    rf"(?:\s?(?:og\s)?{_below_thousand})?\b|{CARDINAL})"
)


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The numbers in `start:end`, ordinals and lone articles left out: `{"number", "text"}`.

    >>> view = View("en vakt med tjueto betjenter for 20.000 innbyggere")
    >>> [found.value["number"] for found in find(view, 0, len(view.text))]
    [22, 20000]
    """
    for match in matches(compiled(_NUMBER), view.lower, start, end, CARDINAL_WORDS):
        words = match[0]
        if words not in ARTICLES:
            number = float(words.replace(" ", "").replace(".", "").replace(",", ".")) if "," in words else value(words)
            yield Found(match.start(), match.end(), {"number": number, "text": view.text[match.start() : match.end()]})


def value(words: str) -> int:
    """The number that `NUMBER` or `ORDINAL` matched.

    >>> [value(words) for words in ("12", "20.000", "sju", "en og tjue", "to tusen to hundre og femti", "tjuefyrste", "3.")]
    [12, 20000, 7, 21, 2250, 21, 3]
    """
    if words[0].isdigit():
        return int(words if words.isdecimal() else _NO_DIGIT.sub("", words))
    if words in _VALUES:
        return _VALUES[words]
    total = group = 0
    for part in compiled(_PARTS).findall(words):
        number = _VALUES[part]
        if number == 1000:
            total, group = max(group, 1) * 1000, 0
        else:
            group = max(group, 1) * 100 if number == 100 else group + number
    return total + group
