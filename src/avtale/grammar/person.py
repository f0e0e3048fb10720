"""Names of people: two to four capitalised words, with hyphens, initials and particles (`Bjørn-Erik O. de Vries`).

Not a name: a placeholder (`Navn Navnesen`, `N.N.`), an office, an organisation, a place, the first words of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.vocabulary import forms, load

_LETTER = "A-ZÆØÅÄÖÜÉÁČĐŊŠŦŽ"
_word = rf"[{_LETTER}][\w’']*(?:-[{_LETTER}][\w’']*)*"
_particle = r"(?:van der|van den|van|von|de la|de|den|af|al|bin|ibn|el)"
_PERSON = re.compile(rf"(?<![\w-]){_word}(?: (?:{_particle}|[{_LETTER}]\.|{_word}))* {_word}(?![\w-])(?!\s(?:kommun|herad|politi|lensmann|bydel|fylke|skole|skule|ungdom|rådhus|kirke|kyrkje))")
_NO_NAME = re.compile(
    r"(?:kommun|politi|råd|avtale|distrikt|møte|leder|leiar|sjef|koordinator|direktør|kontor|tjeneste|teneste|skole|skule|barnevern|helse|gruppe|"
    r"utval|fylke|fagleg|faglig|vedlegg|sak\b|dato|sted|stad|navn|namn|kontakt|forum|senter|avdeling|etat|nav\b|slt|vakt|rådgiv|rådgjev|rektor|lensmann|lensmenn|"
    r"ordfør|rådmann|herad|bydel|styre|plan|repres|norge|noreg|justis|stortin|direktorat|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)",
    re.IGNORECASE,
)
_NO_START = frozenset({"For", "Fra", "Frå", "Mellom", "Millom", "Og", "Ved", "Av", "Den", "Det", "Han", "Hun", "Ho", "Til", "Med", "På", "I", "Som", "Når", "Partene", "Partane", "Eksempel", "Døme", "Rolle", "Fast"})


def names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names in `text[start:end]` stand.

    >>> text = "Ordfører: Kari Moen Lie, rådmann Ola N. Hansen"
    >>> [text[a:b] for a, b in names(text, 0, len(text))]
    ['Kari Moen Lie', 'Ola N. Hansen']
    """
    for match in _PERSON.finditer(text, start, end):
        at, stop = match.span()
        words = match[0].split(" ")
        while words and (words[0] in _NO_START or _NO_NAME.search(words[0])):
            at += len(words.pop(0)) + 1
        while words and _NO_NAME.search(words[-1]):
            stop -= len(words.pop()) + 1
        if len(words) >= 2 and not any(_NO_NAME.search(word) for word in words):
            yield at, stop
