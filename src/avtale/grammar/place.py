"""Places as written: a building (`rådhuset`, `kommunehuset på Lampeland`, `Eidskog Rådhus`) or a name after a preposition (`på Kvitsøy`)."""

from __future__ import annotations

import re

_name = r"[A-ZÆØÅÁČĐŊŠŦŽ][\w’'-]+(?:\s[A-ZÆØÅÁČĐŊŠŦŽ][\w’'-]+){0,2}"
_building = (
    r"(?:[Rr]ådhus|[Kk]ommunehus|[Kk]ommuneadministrasjon|[Hh]eradshus|[Bb]ydelshus|[Tt]inghus|[Ss]amfunnshus|[Ff]lerbrukshus|[Ff]leirbrukshus|[Gg]rend[ea]hus|[Bb]ygdehus|[Hh]erredshus|[Kk]ulturhus|[Ll]ensmannskontor|[Pp]olitistasjon|[Pp]olitikontor|"
    r"[Pp]olitipost|[Hh]elsesenter|[Hh]elsehus|[Hh]elsestasjon|[Ss]ervicetorg|[Ss]ervicesenter|[Ff]olkebibliotek|[Bb]ibliotek|[Uu]ngdomsskole|[Uu]ngdomsskule|[Bb]arneskole|[Bb]arneskule|"
    r"[Vv]ideregående\s[Ss]kole|[Vv]idaregåande\s[Ss]kule|[Ss]kole|[Ss]kule|[Uu]ngdomsklubb|[Uu]ngdomshus|[Kk]ontor|[Ll]okaler|[Ll]okale|[Ss]enter)"
)
_phrase = rf"(?:{_name}(?:s)?\s{_building}(?:et|en|a|ene|ane)?|{_building}(?:et|en|a|ene|ane|i)?\b(?:\s(?:i|på|ved)\s{_name})?|[a-zæøå]+s\s{_building}(?:et|er|ene|ane)?|{_name})"
_AT = re.compile(rf"\b(?:[Pp]å|[Vv]ed|[Ii]|[Hh]os|[Hh]jå|til)\s(?P<place>{_phrase})(?![\w-])")
_HOUSE = re.compile(rf"(?<!\w)(?P<place>{_name}\s{_building}\b|{_building}(?:et|en|a|i)?\b(?:\s(?:i|på|ved)\s{_name})?)")


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
