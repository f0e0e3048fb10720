"""How the names of municipalities are written: forms that are the same name, and what scanning makes of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations

_BETWEEN = re.compile(r"[\W_]+")
_WORD = re.compile(
    r"(?<!\s)\s+(?:(?:by|stor|herreds)?kommun(?:e|en|a|ane|ene)s?|herad(?:et)?s?|gielda|suohkan|tjïelte|gïelte|komuuni|kunta)\s*\Z", re.IGNORECASE
)
_SAME = (
    ("øst", "aust"),
    ("østre", "austre", "øystre"),
    ("nordre", "nørdre", "nørre"),
    ("sør", "syd", "sud"),
    ("søndre", "søre", "sørre"),
    ("ytre", "ydre"),
    ("indre", "inndre"),
)
"""First elements of names that are the same in bokmål, in nynorsk and in older spelling; where the register has one of them, the others are that name too."""
_ELEMENTS = {element: [other for other in elements if other != element] for elements in _SAME for element in elements}
_FIRST = re.compile(rf"(?:{'|'.join(_ELEMENTS)})(?=[\s-])", re.IGNORECASE)
_OLD_LETTERS = {"aa": "å", "ö": "ø", "ä": "æ", "hjem": "heim", "qv": "kv", "ch": "k", "ph": "f"}
"""Spellings before 1917, as they are written today."""
_OLD = re.compile("|".join(_OLD_LETTERS))
_ALIKE = ("oø0óöòô", "aåáàâä", "li1íï", "eécè", "hbß", "unü", "sš5", "g9q", "ft", "vyý", "zž", "dđ", "ŋη")
"""Letters that scanning takes for each other."""
_PAIRS = {"rn": "m", "cl": "d", "vv": "w", "ae": "æ", "ce": "æ"}
_CLASSES = str.maketrans({letter: letters[0] for letters in _ALIKE for letter in letters})
_PAIR = re.compile("|".join(_PAIRS))
_TOKEN = re.compile("|".join((*_PAIRS, ".")))
_SIGNS = str.maketrans("|!¦¢", "lllø")
"""Letters that scanning takes for signs."""
_SIGN = re.compile("[|!¦¢]")
_MARKED = re.compile(r"[^\x00-\x7fåäöøæÅÄÖØÆ–]")
_BARRED = str.maketrans("đŋŧĐŊŦ", "dntDNT")
_SHORTEST = 4
"""Letters of the shortest name that is told in spite of a slip: of three, too much is left to chance."""


def key(name: str) -> str:
    """What is the same in all ways of setting a name: its letters and figures, in lower case.

    >>> key("SØR –\\n Fron") == key("Sør-Fron") == key("Sør Fron")
    True
    """
    folded = unicodedata.normalize("NFC", name).casefold().replace("&", "og")
    return folded if folded.isalnum() else _BETWEEN.sub("", folded)


def bare(name: str) -> str:
    """A name without its word for municipality.

    >>> [bare(name) for name in ("Ulvik herad", "LOM KOMMUNES", "Vinje kommuna")]
    ['Ulvik', 'LOM', 'Vinje']
    """
    return _WORD.sub("", name)


@lru_cache(64)
def _word(written: str) -> str:
    """The key of a name without its word for municipality; the last ones are kept, as one look-up asks for it more than once."""
    return key(bare(written))


@cache
def keys(official: str) -> tuple[str, ...]:
    """The keys of a name of the register: of each part of a bilingual one, of the parts in any order, and of each form.

    >>> keys("Østre Toten")
    ('østretoten', 'austretoten', 'øystretoten')
    """
    parts = official.split(" - ")
    orders = (" ".join(chosen) for count in range(1, len(parts) + 1) for chosen in permutations(parts, count))
    return tuple(dict.fromkeys(key(form) for order in orders for form in _forms(order)))


def _forms(name: str) -> Iterator[str]:
    """A name, the same with its first element in other forms, and a Sámi or Kven one without the marks that Norwegian keyboards lack."""
    yield name
    first = _FIRST.match(name)
    if first:
        yield from (f"{other}{name[first.end() :]}" for other in _ELEMENTS[first[0].casefold()])
    if _MARKED.search(name):
        yield _MARKED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], name).translate(_BARRED)


def spellings(written: str) -> Iterator[str]:
    """The keys under which a name may stand in the register, the likeliest first.

    >>> list(spellings("Aalesunds kommune"))
    ['aalesunds', 'aalesundskommune', 'aalesund', 'ålesunds', 'ålesund']
    """
    base = _word(written)
    yield base
    whole = key(written)
    if whole != base:
        yield whole
    stem = base if base.endswith("ss") else base.removesuffix("s")
    if stem != base:
        yield stem
    if _OLD.search(base):
        yield from (_OLD.sub(lambda match: _OLD_LETTERS[match[0]], form) for form in (base, stem))


def outlines(word: str) -> set[str]:
    """What is left of a key when letters that scanning takes for each other are one, with and without pairs that it makes of one letter.

    >>> len(outlines("harnar") & outlines("hamar"))
    1
    """
    if len(word) < _SHORTEST:
        return set()
    plain = word.translate(_CLASSES)
    return {plain, _PAIR.sub(lambda pair: _PAIRS[pair[0]], word).translate(_CLASSES)} if _PAIR.search(word) else {plain}


def slips(written: str, known: dict[str, list[str]]) -> list[str]:
    """The keys among those `known` by their outlines that a name is one slip away from.

    >>> [slips(written, {"hamar": ["hamar"]}) for written in ("Harnar kommune", "Harnår kommune")]
    [['hamar'], []]
    """
    word = _word(written.translate(_SIGNS) if _SIGN.search(written) else written)
    return [name for outline in outlines(word) if outline in known for name in known[outline] if _is_slip(word, name)]


def _is_slip(written: str, name: str) -> bool:
    """Whether two keys with an outline in common differ in one place at most."""
    for tokens in (list, _TOKEN.findall):
        ours, theirs = tokens(written), tokens(name)
        if len(ours) == len(theirs) and sum(1 for a, b in zip(ours, theirs, strict=True) if a != b) <= 1:
            return True
    return False
