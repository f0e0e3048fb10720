"""The one pass over a text that finds every word of the vocabulary: cue → positions."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
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
        return self._by_concept[concept][bisect_left(starts, start) : bisect_left(starts, end)]

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


def spot(concept: str, lower: str) -> list[str]:
    """The ids of the concept's terms in a text in lower case, in order: for concepts that are not scanned for.

    >>> spot("headings", "politirådets medlemmer")
    ['police_council', 'members']
    """
    return [cue.term.id for cue in _scan(lower, (concept,)).get(concept, ())]


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
    size = len(lower)
    for index, start, end in automaton.find_matches_as_indexes(lower.replace("\n", " "), overlapping=True):
        terms, any_head = words[index]
        compound = start > 0 and lower[start - 1].isalnum()
        if compound and not any_head:
            continue
        stop = end if end == size or not lower[end].isalpha() else _inflected(lower, end)
        if not stop:
            continue
        for concept, term, is_head, inflects in terms:
            if (is_head or not compound) and (inflects or stop == end):
                cue = _new(Cue, (_word_start(lower, start) if compound else start, stop, term))
                cues = found.get(concept)
                if cues is None:
                    found[concept] = [cue]
                elif cues[-1][1] <= cue[0]:
                    cues.append(cue)
                else:
                    _keep(cues, cue)
    return found


def _inflected(lower: str, end: int) -> int:
    """Where the word whose stem ends at `end` ends; 0 where what follows the stem is no ending."""
    tail = _TAIL.match(lower, end)
    return tail.end() if tail else 0


def _word_start(lower: str, at: int) -> int:
    while at > 0 and (lower[at - 1].isalnum() or lower[at - 1] == "-"):
        at -= 1
    return at


def _keep(cues: list[Cue], cue: Cue) -> None:
    """Add a cue, which ends no sooner than the last but for its ending, unless it is within another; drop those within it."""
    start, end, _ = cue
    while cues and cues[-1][0] >= start:
        if cues[-1][1] > end:
            return
        cues.pop()
    if not cues or end > cues[-1][1]:
        cues.append(cue)


class _Word(NamedTuple):
    """A word of the automaton: the terms that it stands for by concept, with whether each is a head of compounds and whether it inflects."""

    terms: list[tuple[str, Term, bool, bool]]
    is_head: bool


@cache
def _automaton(of: tuple[str, ...]) -> tuple[ahocorasick_rs.AhoCorasick, list[_Word]]:
    by_word: dict[str, list[tuple[str, Term, bool, bool]]] = {}
    for concept in of:
        for term in load(concept):
            for stem in term.stems:
                for word in spellings(stem):
                    by_word.setdefault(word, []).append((concept, term, "head" in term.facts, is_inflected(concept)))
    words = [_Word(terms, any(head for _, _, head, _ in terms)) for terms in by_word.values()]
    return ahocorasick_rs.AhoCorasick(list(by_word)), words
