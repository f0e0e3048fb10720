"""Places as written: a building (`rådhuset`, `kommunehuset på Lampeland`, `Eidskog Rådhus`) or a name after a preposition (`på Kvitsøy`).

The value is `{"place", "text"}`. Not a place: a name without a preposition, a day or a month after one (`på tirsdag`), a word in lower
case that is no building.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import compiled
from avtale.grammar.found import Found
from avtale.text import View
from avtale.vocabulary import alternation, forms

_capital = "A-ZÆØÅÁČĐŊŠŦŽ"
_street = r"(?:\s(?:vei|veg|gate|gata|plass|torg|allé|brygge|bru|kai|sentrum|stasjon)\b(?!\s(?:for|til)\b))?"
_name = rf"[{_capital}][\w’'-]+(?:\s[{_capital}][\w’'-]+){{0,2}}{_street}"
_building = rf"(?i:{alternation(forms('buildings'))})"
_ending = r"(?:et|en|ene|ne|n|ane|a|i)?"
_phrase = (
    rf"(?:{_name}s?\s(?:\w+-\sog\s)?{_building}{_ending}|{_name}s?\shus\b|(?:[a-zæøå]{{3,}}?)?{_building}{_ending}\b(?:\s(?:i|på|ved)\s{_name}(?:\si\s{_name})?)?"
    rf"|[a-zæøå]+s\s{_building}(?:et|er|ene|ane)?|(?:den|det|dei|de)\s[a-zæøå]+\s{_building}{_ending}|{_name})"
)
_AT = re.compile(rf"\b(?:[Pp]å|[Vv]ed|[Ii]|[Hh]os|[Hh]jå|til)\s(?P<place>{_phrase})(?![\w-])")
_HOUSE = re.compile(
    rf"(?<!\w)(?P<place>{_name}\s{_building}\b|{_building}(?:et|en|n|a|i)?\b(?!\s(?:i|på|ved)\s{_name}\s{_building}\b)(?:\s(?:i|på|ved)\s{_name})?)"
)
_ANY = rf"{_AT.pattern}|{_HOUSE.pattern.replace('?P<place>', '?P<house>')}"


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The places in `start:end`: `{"place", "text"}`.

    >>> view = View("Rådhuset er åpent; hun er på kommunehuset på Lampeland og i Rollag")
    >>> [found.value["place"] for found in find(view, 0, len(view.text))]
    ['Rådhuset', 'kommunehuset på Lampeland', 'Rollag']
    """
    for match in compiled(_ANY).finditer(view.text, start, end):
        at, stop = match.span("place" if match["place"] else "house")
        place = view.text[at:stop]
        yield Found(at, stop, {"place": " ".join(place.split()), "text": place})


def after_preposition(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places that stand after `på`, `ved`, `i` or `hos`, in order.

    >>> text = "er på kommunehuset på Lampeland og i Rollag"
    >>> [text[a:b] for a, b in after_preposition(text, 0, len(text))]
    ['kommunehuset på Lampeland', 'Rollag']
    """
    return [match.span("place") for match in _AT.finditer(text, start, end)]


def building(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first building that is named, as a subject or after a preposition; else the first place after a preposition."""
    match = _HOUSE.search(text, start, end)
    places = [] if match else after_preposition(text, start, end)
    return match.span("place") if match else places[0] if places else None
