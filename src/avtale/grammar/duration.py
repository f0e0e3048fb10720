"""Durations and notices: `senest 1 uke før`, `fjorten dagar`, `seks måneders oppsigelse`, `et halvt år` (ISO 8601, in the text's own unit).

The value is `{"duration", "text"}`. Not a duration: a frequency (`to dager i uka`), which the frequency grammar reads, a range (`1–2 uker`),
an age (`under 18 år`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avtale.grammar.anchor import matches
from avtale.grammar.found import Found
from avtale.grammar.number import ARTICLES, CARDINAL_WORDS, COUNT, value
from avtale.text import View
from avtale.vocabulary import alternation, forms

_UNITS = forms("periods")
_HALVED = {"P1Y": ("P{}M", 12), "PT1H": ("PT{}M", 60), "PT1M": ("PT{}S", 60)}
"""The units that are halved, with the smaller unit and how many of it they have."""

_one = rf"{alternation([*ARTICLES, 'ett', 'eitt', 'én', 'éin'])}"
_half = r"halv(?:t|en|e|a)?"
_number = rf"(?:{COUNT}|\d{{1,3}}(?![\d.,/:]\d|\d))"
_compound = r"\w+(?=år(?:ig|speriode))"
_AMOUNT = re.compile(
    rf"""
      (?<![\d§][.,/:])
      (?:
        (?P<whole>{COUNT}|\d{{1,2}})(?:\sog\s(?:{_one}\s)?{_half}\s|,5\s?|\s?½\s?)
      | (?P<once>halvt?ann(?:en|et|an|a)\s)
      | (?P<half>(?:{_one}\s)?{_half}\s)
      | (?P<number>{_number}|{_compound})(?:\s?\(\w+\.?\)|(?:(?<=\d)\s?[-–—]\s?{COUNT}|(?<=\w)\s?[-–—]\s?\d{{1,2}})\s?[-–—])?\s?-?
      )
      (?:(?:hele?|heile?|fulle?|siste|første|nye|nytt|ekstra|gode)\s)?
      (?:(?P<unit>{alternation(_UNITS)})(?!\w)|(?P<years>år(?:ig(?:e|t)?\b|sperioden?\b|s(?=\s?-))))
    """,
    re.VERBOSE,
)
_long = alternation(word for word, unit in _UNITS.items() if not unit.startswith("PT"))
_PER = re.compile(rf"\s?(?:/\s?|\b(?:i|per|pr\.?|om|kvar|kvart|hver|hvert|à)\s(?:eit\s|et\s|ein\s|en\s|ei\s)?){_long}\b|\sgam(?:mel|al|le|melt|malt)\b")
_RANGE = re.compile(rf"(?:\d|\b{COUNT})\s?(?:[-–—]|til|eller)\s?\Z|\bmellom\s\S+\sog\s\Z")
_JOINTS = ("-", "–", "—", "til", "eller", "og")
"""Of which one ends whatever `_RANGE` matches."""
_AGE = re.compile(r"\b(?:under|over|fylt|fylte|fyller|alder(?:en)?|mellom|fra|frå|til|inntil)\s(?:\d\d\s(?:og|til)\s)?\Z")
_GROWN = 10
"""Years from which a number of years after `under` or `over` is taken for an age."""
_AND = re.compile(r"\sog\s|\s")

_FIRST = CARDINAL_WORDS.union(
    ("halv", "halvt", "halve", "halvannen", "halvannet", "halvannan", "halvanna", "halvtanna"),
    (number + "år" + rest for number in CARDINAL_WORDS for rest in ("ig", "ige", "igt", "speriode", "sperioden")),
)


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The durations in `start:end`: `{"duration", "text"}`.

    >>> view = View("senest fjorten dager i forveien, for en periode på to år og seks måneder")
    >>> [found.value for found in find(view, 0, len(view.text))]
    [{'duration': 'P14D', 'text': 'fjorten dager'}, {'duration': 'P2Y6M', 'text': 'to år og seks måneder'}]
    """
    pending: tuple[int, int, str] | None = None
    for match in matches(_AMOUNT, view.lower, start, end, _FIRST):
        duration = _duration(match)
        if duration is None or not _is_duration(view.lower, match):
            continue
        sum_ = _sum(pending[2], duration) if pending and _AND.fullmatch(view.lower, pending[1], match.start()) else None
        if pending and sum_:
            pending = pending[0], match.end(), sum_
            continue
        if pending:
            yield _found(view, *pending)
        pending = match.start(), match.end(), duration
    if pending:
        yield _found(view, *pending)


@lru_cache(maxsize=1024)
def scaled(unit: str, times: int) -> str:
    """A unit such as `P1W` taken that many times.

    >>> scaled("P3M", 2), scaled("PT1M", 45)
    ('P6M', 'PT45M')
    """
    return re.sub(r"\d+", lambda number: str(int(number[0]) * times), unit)


def _duration(match: re.Match[str]) -> str | None:
    """The duration that an amount is, None for a half of a unit that has none."""
    unit = "P1Y" if match["years"] else _UNITS[match["unit"]]
    if match["number"]:
        return scaled(unit, value(match["number"]))
    if unit not in _HALVED:
        return None
    form, parts = _HALVED[unit]
    wholes = value(match["whole"]) if match["whole"] else 1 if match["once"] else 0
    return form.format(wholes * parts + parts // 2)


def _is_duration(lower: str, match: re.Match[str]) -> bool:
    """Whether an amount of time is neither counted over a longer time nor a range nor an age."""
    near = max(0, match.start() - 20)
    if _PER.match(lower, match.end()) or (lower[near : match.start()].rstrip().endswith(_JOINTS) and _RANGE.search(lower, near, match.start())):
        return False
    if (match["unit"] != "år" and not match["years"]) or not match["number"] or value(match["number"]) < _GROWN:
        return True
    return not (match["years"] or _AGE.search(lower, near, match.start()))


def _sum(long: str, short: str) -> str | None:
    """Two durations as one, where the second is of a smaller unit: `P2Y` and `P6M`, `PT1H` and `PT30M`."""
    units = ("Y", "M", "D") if "T" not in long else ("H", "M", "S")
    if ("T" in long) != ("T" in short) or long[-1] not in units or short[-1] not in units or units.index(long[-1]) >= units.index(short[-1]):
        return None
    return long + short.removeprefix("PT").removeprefix("P")


def _found(view: View, start: int, end: int, duration: str) -> Found:
    return Found(start, end, {"duration": duration, "text": view.text[start:end]})
