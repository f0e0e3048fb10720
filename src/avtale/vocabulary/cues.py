"""The one pass over a text that finds every word of the vocabulary: cue → positions."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import ahocorasick_rs

from avtale.vocabulary.terms import Term, alternation, concepts, is_inflected, is_scanned, load, spellings

TAILS = frozenset(
    [
        "a",
        "ane",
        "anes",
        "ar",
        "ars",
        "as",
        "ast",
        "d",
        "de",
        "e",
        "en",
        "ene",
        "enes",
        "ens",
        "er",
        "ere",
        "eren",
        "erne",
        "ers",
        "es",
        "et",
        "ets",
        "i",
        "ing",
        "inga",
        "ingen",
        "inger",
        "ingar",
        "ingene",
        "ingane",
        "m",
        "men",
        "mer",
        "n",
        "na",
        "ne",
        "ns",
        "ner",
        "nes",
        "or",
        "r",
        "re",
        "ren",
        "rene",
        "rar",
        "rane",
        "s",
        "st",
        "t",
        "te",
        "ts",
    ]
)
"""What may follow a stem in an inflected form: endings of nouns, verbs and adjectives in both languages."""
_BY_LETTER = [first + alternation(tail[1:] for tail in tails) for first, tails in groupby(sorted(TAILS), itemgetter(0))]
_TAIL = re.compile(rf"(?:{'|'.join(_BY_LETTER)})(?![^\W\d_])")
_new = tuple.__new__
"""Makes a cue in a third of the time of its class."""


class Cue(NamedTuple):
    """A word of the vocabulary in a text, with its ending: offsets into the scanned text."""

    start: int
    end: int
    term: Term


class Cues:
    """The cues of a text by concept, each list in order of position."""

    __slots__ = ("_by_concept", "_starts")

    def __init__(self, by_concept: dict[str, list[Cue]]) -> None:
        self._by_concept = by_concept
        self._starts = {concept: [cue.start for cue in cues] for concept, cues in by_concept.items()}

    def all(self, concept: str) -> list[Cue]:
        """Every cue of the concept."""
        return self._by_concept.get(concept, [])

    def within(self, concept: str, start: int, end: int) -> list[Cue]:
        """The concept's cues that begin in `start:end`."""
        starts = self._starts.get(concept)
        if not starts:
            return []
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return self._by_concept[concept][first : bisect_left(starts, end, first)]

    def ids(self, concept: str, start: int, end: int) -> list[str]:
        """The ids of the concept's terms in `start:end`, in order of position."""
        return [cue.term.id for cue in self.within(concept, start, end)]

    def first(self, concept: str, start: int, end: int) -> Cue | None:
        """The concept's first cue in `start:end`."""
        starts = self._starts.get(concept)
        if not starts:
            return None
        index = bisect_left(starts, start)
        return self._by_concept[concept][index] if index < len(starts) and starts[index] < end else None


@lru_cache(maxsize=1024)
def spot(concept: str, lower: str) -> tuple[str, ...]:
    """The ids of the concept's terms in a short text in lower case, in order: for concepts that are not scanned for.

    Headings and the like are worded alike from one document to the next.

    >>> spot("headings", "politirådets medlemmer")
    ('police_council', 'members')
    """
    return tuple(cue.term.id for cue in _scan(lower, (concept,)).get(concept, ()))


def scan(lower: str) -> Cues:
    """Find the cues of a text in lower case.

    Of a concept's words that overlap the longest is taken. A word that is a `head` is found at the end of compounds too, and its cue is
    the whole compound.

    >>> [cue.term.id for cue in scan("ordføraren og rådmannen").all("roles")]
    ['mayor', 'municipal_director']
    """
    return Cues(_scan(lower, _scanned()))


@cache
def _scanned() -> tuple[str, ...]:
    return tuple(filter(is_scanned, concepts()))


def _scan(lower: str, of: tuple[str, ...]) -> dict[str, list[Cue]]:
    found: dict[str, list[Cue]] = {}
    automaton, words = _automaton(of)
    text = lower.replace("\n", " ") + " "  # a blank after the last character, which as text[-1] stands before the first
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        in_compound = text[start - 1].isalnum()
        terms, inflecting = words[index][in_compound]
        if not terms:
            continue
        if text[end].isalpha():
            tail = _TAIL.match(text, end) if inflecting else None
            if tail is None:
                continue
            terms, end = inflecting, tail.end()
        if in_compound:
            start = _word_start(text, start)
        for concept, term in terms:
            cues = found.get(concept)
            if cues is None:
                found[concept] = [_new(Cue, (start, end, term))]
            elif cues[-1][1] <= start:
                cues.append(_new(Cue, (start, end, term)))
            elif not (in_compound and cues[-1][:2] == (start, end)):  # the whole word says more than its last part
                _keep(cues, _new(Cue, (start, end, term)))
    return found


def _word_start(lower: str, at: int) -> int:
    while at > 0 and (lower[at - 1].isalnum() or lower[at - 1] == "-"):
        at -= 1
    return at


def _keep(cues: list[Cue], cue: Cue) -> None:
    """Add a cue, which ends no sooner than the last but for its ending, unless it is within another; drop those within it.

    Of two for the same word the last has the longer stem.
    """
    start, end, _ = cue
    while cues and cues[-1][0] >= start:
        if cues[-1][1] > end:
            return
        cues.pop()
    if not cues or end > cues[-1][1]:
        cues.append(cue)


_Terms = list[tuple[str, Term]]


class _Word(NamedTuple):
    """The terms, each after its concept, that a word of the automaton stands for alone and at the end of compounds: all, and those that inflect."""

    alone: tuple[_Terms, _Terms]
    in_compounds: tuple[_Terms, _Terms]


_NO_TERMS: tuple[_Terms, _Terms] = ([], [])


@cache
def _automaton(of: tuple[str, ...]) -> tuple[ahocorasick_rs.AhoCorasick, list[_Word]]:
    by_word: dict[str, _Terms] = {}
    for concept in of:
        for term in load(concept):
            for stem in term.stems:
                for word in spellings(stem):
                    by_word.setdefault(word, []).append((concept, term))
    inflected = frozenset(filter(is_inflected, of))
    return ahocorasick_rs.AhoCorasick(list(by_word)), [_word(terms, inflected) for terms in by_word.values()]


def _word(terms: _Terms, inflected: frozenset[str]) -> _Word:
    inflecting = [found for found in terms if found[0] in inflected]
    heads = [found for found in terms if "head" in found[1].facts]
    return _Word((terms, inflecting), (heads, [found for found in heads if found[0] in inflected]) if heads else _NO_TERMS)
