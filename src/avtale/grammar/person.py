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
_PERSON = re.compile(rf"(?<![\w-]){_word}(?: (?:{_particle}|[{_LETTER}]\.|{_word}))* {_word}(?![\w-])(?! (?:kommun|herad|politi|lensmann|bydel|fylke|skole|skule|ungdom|rådhus|kirke|kyrkje))")
_NO_NAME = re.compile(
    r"(?:.*(?:kommun|politi|avtale|avtala|distrikt|direktør|koordinator|tjeneste|teneste|barnevern|vedlegg|avdeling|ordfør|rådmann|lensmann|lensmenn|rådgiv|rådgjev|representant|direktorat|formannskap)"
    r"|.*(?:sjef|sjefen|lederen?|leiaren?|kontoret?|skolen?|skulen?|gruppe[nr]?|gruppa|utvalg(?:et)?|utval(?:et)?|forum(?:et)?|rådet|råd|senter(?:et)?|stasjon(?:en)?|kontakt(?:en)?|styret?|møtet?|herad|bydel|planen?|program)\Z"
    r"|(?:helse|fylke|nav|slt|rektor|sak|dato|sted|stad|stedet|navn|namn|vakt|etat|norge|noreg|justis|stortinget|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|for|fra|frå|mellom|millom|og|ved|av|den|det|han|hun|ho|til|med|på|i|som|når|partene|partane|eksempel|døme|rolle|fast|leder|leiar|sekretær)\Z)",
    re.IGNORECASE,
)



def names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names in `text[start:end]` stand.

    >>> text = "Ordfører: Kari Moen Lie, rådmann Ola N. Hansen"
    >>> [text[a:b] for a, b in names(text, 0, len(text))]
    ['Kari Moen Lie', 'Ola N. Hansen']
    """
    for match in _PERSON.finditer(text, start, end):
        at, stop = match.span()
        words = match[0].split(" ")
        while words and _NO_NAME.match(words[0]):
            at += len(words.pop(0)) + 1
        while words and _NO_NAME.match(words[-1]):
            stop -= len(words.pop()) + 1
        if len(words) >= 2 and not any(_NO_NAME.match(word) for word in words):
            yield at, stop
