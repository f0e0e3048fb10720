"""Names of people: two to four capitalised words, with hyphens, initials and particles (`Bjørn-Erik O. de Vries`).

The value is `{"name", "text"}`. Not a name: a placeholder (`Navn Navnesen`, `N.N.`), an office, an organisation, a place, the first
words of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avtale.grammar.found import Found
from avtale.register import is_municipality
from avtale.text import View
from avtale.vocabulary import forms

_LETTER = "A-ZÆØÅÄÖÜÉÁČĐŊŠŦŽ"
_letters = r"\w*+(?:[’']\w*+)*"
_word = rf"[{_LETTER}]{_letters}(?:-[{_LETTER}]{_letters})*"
_particle = r"(?:van der|van den|van|von|de la|de|den|af|al|bin|ibn|el)"
_PARTICLES = frozenset({"de", "den"})
"""The particles that are words of the language too."""
_SERIES = re.compile(rf"{_word}(?: (?:{_particle}(?= [{_LETTER}])|[{_LETTER}]\.|{_word}))+(?![\w-])")
_WORD = re.compile(r"\S+")
_OFFICES = tuple({stem for concept in ("titles", "roles", "organisations") for stem in forms(concept) if " " not in stem})
_ENDINGS = ("", "en", "an", "e", "et", "a", "ene", "ane", "s")
"""What may follow the name of an office, with which compounds end too."""
_SERVICES = frozenset(forms("services"))
_SERVICE_ENDINGS = ("", "en", "a", "et", "e", "ene", "s")
_SURNAMES = frozenset(["hamna", "hamnen", "havna", "havnen", "presten"])
"""Words of services that are surnames too, in a form that no service has in its name."""
_BODY = re.compile(
    r".*(?:gruppe[nr]?|gruppa|utvalg(?:et)?|utval(?:et)?|forum(?:et)?|rådet|råd|senter(?:et)?|styret?|møtet?|plan(?:en)?|program|kontoret?"
    r"|avdeling\w*|direktorat|skap|tjeneste|teneste|tingrett|trafikk|kors|lag|klubb|etat|verk|avtale|avtala|vedlegg|komité|storting\w*|departement\w*)\Z"
)
_PLAIN = frozenset(forms("months") | forms("weekdays") | forms("plain_words"))
_COMPANIES = (" AS", " ASA", " SA", " BA", " IKS", " KF")
_CLUB = re.compile(r"\s(?:kors|\w*(?:lag|klubb|forening|korps|speider\w*))\Z")
"""The last word of the name of an association: `Voss Røde Kors`."""
_ABBREVIATION = 4
"""Letters of the longest abbreviation of an organisation: `Bane NOR`, `UNN Harstad`."""
_TITLES = tuple(stem for stem in forms("titles") if " " not in stem)
_PREPOSITIONS = ("av ", "for ", "hjå ", "hos ", "i ", "på ", "ved ")
"""What stands after a title, before the place or the club that somebody holds it in: `leiar for Sogndal Fotball`."""
_LONGEST_TITLE = 40
"""Characters of the longest title looked for before a name."""
_FROM = (" i ", " frå ", " fra ")
"""What stands before a place that goes before a name: `lensmannen i Gol Kari Moen`."""
_FOLLOWED = re.compile(
    r" (?:kommun|herad|politi(?:et|distrikt|stasjon(?!s)|kontor|råd|avtale|forum)|lensmanns|bydel|fylke|skole|skule"
    r"|ungdoms?(?:skol|skul|klubb|hus|råd)|rådhus|kirke|kyrkje|videregående|vidaregåande)"
)


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The names in `start:end`.

    >>> view = View("Ordfører: Kari Moen Lie, rådmann Ola N. Hansen")
    >>> [found.value["name"] for found in find(view, 0, len(view.text))]
    ['Kari Moen Lie', 'Ola N. Hansen']
    """
    text, lower = view.text, view.lower
    for match in _SERIES.finditer(text, start, end):
        at, stop = match.span()
        if (
            (at > start and (text[at - 1].isalnum() or text[at - 1] == "-"))
            or text[stop - 2] == " "
            or _FOLLOWED.match(lower, stop)
            or text.endswith(_COMPANIES, at, stop)
        ):
            continue
        words = _name_words(lower, [word.span() for word in _WORD.finditer(text, at, stop)])
        if _CLUB.search(lower, at, stop) or (words and _has_abbreviation(text, words)):
            continue
        if len(words) > 2 and lower.endswith(_FROM, start, words[0][0]) and is_municipality(text[slice(*words[0])]):
            del words[0]
        if words and _is_held_at(lower[max(start, words[0][0] - _LONGEST_TITLE) : words[0][0]]):
            continue
        if len(words) > 1 and not is_municipality(name := text[words[0][0] : words[-1][1]]) and not all(is_municipality(text[slice(*word)]) for word in words):
            yield Found(words[0][0], words[-1][1], {"name": name, "text": name})


def _is_held_at(before: str) -> bool:
    """Whether what stands before some words is a title with a preposition, so that they name where it is held."""
    title = before.split()[-2:-1] if before.endswith(_PREPOSITIONS) else []
    return any(word.removesuffix(ending).endswith(_TITLES) for word in title for ending in _ENDINGS)


def _has_abbreviation(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether one of some words is an abbreviation among others that are not in capitals."""
    capitals = [text[start:end].isupper() and "." not in text[start:end] for start, end in words]
    return any(capital and 1 < end - start <= _ABBREVIATION for capital, (start, end) in zip(capitals, words, strict=True)) and not all(capitals)


def _name_words(lower: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a series without those around the name; nothing where one within it is no part of a name."""
    barred = [_is_no_name(lower[start:end]) for start, end in words]
    barred[-1] = barred[-1] and lower[slice(*words[-1])] not in _SURNAMES
    if all(barred):
        return []
    first, last = barred.index(False), len(barred) - barred[::-1].index(False)
    inner = (lower[slice(*word)] for word, no_name in zip(words[first:last], barred[first:last], strict=True) if no_name)
    return words[first:last] if all(word in _PARTICLES for word in inner) else []


@lru_cache(maxsize=4096)
def _is_no_name(word: str) -> bool:
    """Whether a word, in lower case, is no part of a name; texts have the same few hundred again and again."""
    bare = word.removesuffix(".")
    return bare in _PLAIN or _BODY.match(bare) is not None or _is_service(bare) or _is_office(bare)


def _is_service(word: str) -> bool:
    return any(word.removesuffix(ending) in _SERVICES for ending in _SERVICE_ENDINGS)


def _is_office(word: str) -> bool:
    return any(word.endswith(ending) and word[: len(word) - len(ending)].endswith(_OFFICES) for ending in _ENDINGS)
