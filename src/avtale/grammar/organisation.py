"""Organisations that can be a party: `Luster kommune`, `kommunane Lom, Skjåk og Vågå`, `Sør-Vest politidistrikt`, `tjenesteenhet Stavanger`.

The value is `{"party": {"type", "name"}, "text"}`, the name nominative and without line breaks. Not an organisation: `kommunen`, `politidistriktet` alone,
a compound (`kommunestyret`), a `fylkeskommune`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avtale.grammar.found import Found
from avtale.register import district, is_municipality
from avtale.text import View
from avtale.vocabulary import Cue, Cues, scan

_LETTER = "A-ZÆØÅÄÖÁČĐŊŠŦŽ"
_word = rf"[{_LETTER}][\w’']*(?:[-–][{_LETTER}]?\w+)*"
_LEFT = re.compile(rf"(?:{_word}|og|i|under)(?:\s+(?:{_word}|og|&|i|under|[–—/-])){{0,4}}\s+\Z")
_RIGHT_NAME = re.compile(rf"[^\S\n]+(?:i\s+|for\s+)?(?P<name>{_word}(?:[^\S\n]+{_word}){{0,3}})")
_LIST = re.compile(rf"\s*:?\s+(?P<names>{_word}(?:\s+{_word})*(?:(?:\s*,\s*|\s+(?:og|samt|OG|SAMT|&)\s+){_word}(?:\s+{_word})*)*)")
_BEFORE = re.compile(rf"(?P<names>{_word}(?:\s+{_word})*(?:(?:\s*,\s*|\s+(?:og|samt|OG|SAMT|&)\s+|\s*/\s*){_word}(?:\s+{_word})*)+)\s+\Z")
_WORD = re.compile(r"\S+")
_INNER = ("og", "i", "under")
"""The words in small letters that a name can have."""
_SEPARATOR = re.compile(r"\s*,\s*(?:og\s+)?|\s+(?:og|samt|OG|SAMT|&)\s+|\s*/\s*")
_PLURAL = re.compile(r"kommun(?:ane|ene|er|ar)\b|herada\b|bydelene\b|bydelane\b")
_DEFINITE = re.compile(r"(?:kommunen|kommuna|kommunens|distriktet|distriktets|stasjonen|stasjonens|kontoret|kontorets|enheten|eininga|einingi|bydelen)s?\Z")
_NAMED_AFTER = re.compile(r"(?:tjenesteenhet|tenesteeining|driftsenhet|driftseining|bydel|politistasjonen|lensmannskontoret)")
_NO_NAME = re.compile(
    r"(?:mellom|millom|i|for|fra|frå|til|og|med|av|ved|v/|den|det|dei|de|denne|partene|partane|samarbeidsavtale|avtale|politiråd\w*|ordfører|ordførar|rådmann\w*|lensmann\w*|politiet|leder|også|når|dersom|at|som|en|ei|ein|hver|kvar|både)\Z",
    re.IGNORECASE,
)


def find(view: View, start: int, end: int, cues: Cues | None = None) -> Iterator[Found]:
    """The organisations in `start:end`, each time they are named.

    >>> view = View("mellom kommunane Lom og Skjåk og Innlandet politidistrikt")
    >>> [found.value["party"]["name"] for found in find(view, 0, len(view.text))]
    ['Lom kommune', 'Skjåk kommune', 'Innlandet politidistrikt']
    >>> view = View("AVTALE FOR HOL, GOL OG ÅL KOMMUNER")
    >>> [found.value["party"]["name"] for found in find(view, 0, len(view.text))]
    ['HOL KOMMUNE', 'GOL KOMMUNE', 'ÅL KOMMUNE']
    """
    done = start
    for cue in (cues or scan(view.lower)).within("organisations", start, end):
        if "party" not in cue.term.facts:
            continue
        for found in _named(view, cue, done, end):
            done = max(done, found.end)
            yield found


def _named(view: View, cue: Cue, start: int, end: int) -> Iterator[Found]:
    kind, form = cue.term.facts["party"], _form(view.lower[cue.start : cue.end])
    if kind == "municipality" and form == "plural":
        yield from _several(view, cue, start, end)
        return
    if kind != "municipality" and form == "named_after":
        after = _RIGHT_NAME.match(view.text, cue.end, end)
        if after:
            yield _found(view, kind, cue.start, after.end(), view.text[cue.start : after.end()])
            return
    if not _is_definite(view.lower[cue.start : cue.end]) or _is_name(view, cue, start):
        yield from _before(view, cue, start)


@lru_cache(maxsize=1024)
def _form(word: str) -> str | None:
    """What the form of a word says of the names beside it: whether there are several, or whether the name comes after it."""
    return "plural" if _PLURAL.match(word) else "named_after" if _NAMED_AFTER.match(word) else None


@lru_cache(maxsize=1024)
def _is_definite(word: str) -> bool:
    return _DEFINITE.search(word) is not None


def _is_name(view: View, cue: Cue, start: int) -> bool:
    """Whether a word in the definite form is part of a name all the same: `Tjenesteenheten Vest`, in old nynorsk `Vinje kommuna`."""
    is_municipal = cue.term.facts["party"] == "municipality"
    if not (view.lower.startswith("kommuna", cue.start) if is_municipal else view.text[cue.start].isupper()):
        return False
    left = _LEFT.search(view.text, max(start, cue.start - 40), cue.start)
    return left is not None and "\n" not in left[0] and (not is_municipal or is_municipality(left[0].split()[-1]))


def _before(view: View, cue: Cue, start: int) -> Iterator[Found]:
    """The name before the word: `Luster kommune`, `Flesberg og Rollag kommuner`."""
    first = max(start, cue.start - 60)
    if not view.text[cue.start - 1 : cue.start].isspace() or _is_plain(view.text[first : cue.start].split()[-1:]):
        return
    left = _LEFT.search(view.text, first, cue.start)
    if not left:
        return
    at = _name_start(view.text, left.start(), cue)
    if at is None:
        return
    yield _found(view, cue.term.facts["party"], at, cue.end, view.text[at : cue.start] + nominative(view.text[cue.start : cue.end]))


def _is_plain(last: list[str]) -> bool:
    """Whether the last word before is one that no name ends with: in small letters, and no `og` of a longer name."""
    return bool(last) and last[0].islower() and last[0] not in _INNER


def _name_start(text: str, start: int, cue: Cue) -> int | None:
    """Where the name that ends at the cue begins: the longest that the register knows, else the capitalised words."""
    known = is_municipality if cue.term.facts["party"] == "municipality" else district if cue.term.facts["party"] == "police_district" else None
    starts = [match.start() for match in _WORD.finditer(text, start, cue.start)]
    for at in starts if known else ():
        if known and text[at].isupper() and known(text[at : cue.start].rstrip()):
            return at
    kept: int | None = None
    for at in reversed(starts):
        word = text[at : cue.start].split(None, 1)[0]
        if not word[0].isupper() or _NO_NAME.match(word) or "\n" in text[at + len(word) : cue.start if kept is None else kept]:
            break
        kept = at
    return kept


def _several(view: View, cue: Cue, start: int, end: int) -> Iterator[Found]:
    """Each of the municipalities of `kommunene A, B og C` and `A, B og C kommuner`."""
    after = _LIST.match(view.text, cue.end, end)
    found = list(_listed(view, after)) if after else []
    if not found and (before := _BEFORE.search(view.text, max(start, cue.start - 120), cue.start)):
        found = list(_listed(view, before))
    yield from found


def _listed(view: View, listed: re.Match[str]) -> Iterator[Found]:
    """The municipalities of a list of names, in capitals where all of it is."""
    at, noun = listed.start("names"), "KOMMUNE" if listed["names"].isupper() else "kommune"
    for named in _split(listed["names"]):
        end = max(at, view.text.find(named, at, listed.end("names"))) + len(named)
        name = _last_name(named)
        if name:
            yield _found(view, "municipality", end - len(name), end, f"{name} {noun}")
        at = end


def _last_name(words: str) -> str | None:
    """The name of a municipality that some words are or, in capitals, end with: `SAMARBEIDSAVTALE FOR HOL`."""
    parts = words.split()
    names = (" ".join(parts[index:]) for index in range(len(parts) if words.isupper() else 1))
    return next((name for name in names if is_municipality(name)), None)


def _split(names: str) -> list[str]:
    """The names of a list; `Evje og Hornnes` is one where the register says so."""
    parts = _SEPARATOR.split(names)
    joined: list[str] = []
    for part in parts:
        if joined and is_municipality(f"{joined[-1]} og {part}"):
            joined[-1] = f"{joined[-1]} og {part}"
        else:
            joined.append(part)
    return joined


def nominative(word: str) -> str:
    """The word without its genitive: `kommunes` → `kommune`."""
    return word[:-1] if word.endswith(("es", "ts", "ds", "ns")) and len(word) > 3 else word


def _found(view: View, kind: str, start: int, end: int, name: str) -> Found:
    return Found(start, end, {"party": {"type": kind, "name": " ".join(name.split())}, "text": view.text[start:end]})
