"""Durations and notices: `senest 1 uke før`, `fjorten dagar`, `seks måneders oppsigelse`, `et halvt år` (ISO 8601, in the text's own unit).

Not a duration: a frequency (`to dager i uka`), which the frequency grammar reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import matches
from avtale.grammar.found import Found
from avtale.grammar.number import CARDINAL_WORDS, NUMBER, value
from avtale.text import View
from avtale.vocabulary import alternation, forms

_UNITS = forms("periods")
_HALVES = {"P1Y": ("P6M", "P18M"), "PT1H": ("PT30M", "PT90M")}

_DURATION = re.compile(
    rf"(?:(?P<half>\b(?:et|ett|eit|en|ein) halv(?:t|en)?|\bhalv(?:t|e)?|(?P<more>\bhalvann(?:en|et|an|a)|\b(?:et|ett|eit|en|ein) og (?:et |en |eit |ein )?halv(?:t)?))|(?P<number>{NUMBER}))"
    rf"(?: ?\(\w+\.?\))? ?(?:hele? |heile? |fulle? )?(?P<unit>{alternation(_UNITS)})(?!\w)"
)

_FIRST = CARDINAL_WORDS | {"et", "ett", "eit", "en", "ein", "halv", "halvt", "halve", "halvannen", "halvannet", "halvannan", "halvanna"}


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The durations in `start:end`: `{"duration", "text"}`.

    >>> view = View("senest fjorten dager i forveien")
    >>> [found.value for found in find(view, 0, len(view.text))]
    [{'duration': 'P14D', 'text': 'fjorten dager'}]
    """
    for match in matches(_DURATION, view.lower, start, end, _FIRST):
        unit = _UNITS[match["unit"]]
        if match["number"]:
            duration = scaled(unit, value(match["number"]))
        elif unit in _HALVES:
            duration = _HALVES[unit][bool(match["more"])]
        else:
            continue
        yield Found(match.start(), match.end(), {"duration": duration, "text": view.text[match.start() : match.end()]})


def scaled(unit: str, times: int) -> str:
    """A unit such as `P1W` taken that many times.

    >>> scaled("P3M", 2), scaled("PT1M", 45)
    ('P6M', 'PT45M')
    """
    return re.sub(r"\d+", lambda number: str(int(number[0]) * times), unit)
