"""The one pass over a text that finds every word of the vocabulary: cue → positions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from avtale.vocabulary.terms import Term, concepts, is_scanned, load, spellings

TAILS = frozenset(
    """a ane anes ar ars as ast d de e en ene enes ens er ere eren ers es et ets i ing inga ingen inger ingar ingene
    ingane m men mer n na ne ns ner nes or r re ren rene rar rane s st t te ts""".split()
)
"""What may follow a stem in an inflected form: endings of nouns, verbs and adjectives in both languages."""
UNINFLECTED = frozenset({"months", "weekdays", "connectives"})
"""Concepts whose words stand as they are."""


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
        found = self.within(concept, start, end)
        return found[0] if found else None


def scan(lower: str) -> Cues:
    """Find the cues of a text in lower case.

    >>> [cue.term.id for cue in scan("ordføraren og rådmannen").all("roles")]
    ['mayor', 'municipal_director']
    """
    by_concept: dict[str, list[Cue]] = {}
    for cue in _cues(lower):
        found = by_concept.setdefault(cue.term.concept, [])
        if found and found[-1].end >= cue.end:
            continue
        if found and found[-1].start == cue.start:
            found[-1] = cue
        else:
            found.append(cue)
    return Cues(by_concept)


def _cues(lower: str) -> Iterator[Cue]:
    automaton, terms = _automaton()
    size = len(lower)
    matches = automaton.find_matches_as_indexes(lower.replace("\n", " "), overlapping=True)
    for index, start, end in sorted(matches, key=lambda match: (match[1], match[2])):
        if start and lower[start - 1].isalnum():
            continue
        stop = end
        while stop < size and lower[stop].isalpha():
            stop += 1
            if stop - end > 5:
                break
        for term in terms[index]:
            if stop == end or (lower[end:stop] in TAILS and term.concept not in UNINFLECTED):
                yield Cue(start, stop, term)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[list[Term]]]:
    by_word: dict[str, list[Term]] = {}
    for concept in filter(is_scanned, concepts()):
        for term in load(concept):
            for stem in term.stems:
                for word in spellings(stem):
                    by_word.setdefault(word, []).append(term)
    return ahocorasick_rs.AhoCorasick(list(by_word)), list(by_word.values())
