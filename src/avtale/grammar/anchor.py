"""Matching where a value can begin: at a figure, or at one of the words that its pattern begins with.

A pattern that starts with many alternatives is slow to search for, since it is tried at every character. Here the words of the
stretch are looked up in a set first, and the pattern is tried only where one of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from operator import contains

_WORD = re.compile(r"\w+")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first tried: a large one of which few texts have need."""
    return re.compile(pattern)


def any_in(words: Iterable[str], text: str) -> bool:
    """Whether one of the words stands in a text, as itself or within another.

    >>> any_in(("dag", "natt"), "hver mandag")
    True
    """
    return any(map(partial(contains, text), words))


def cores(words: Iterable[str]) -> tuple[str, ...]:
    """The shortest of some words: where one of all stands, there stands one of these, as itself or within it.

    >>> cores(["årlig", "år", "halvår", "uke"])
    ('år', 'uke')
    """
    found: list[str] = []
    for word in sorted(words, key=len):
        if not any(core in word for core in found):
            found.append(word)
    return tuple(found)


def anchors(lower: str, start: int, end: int, words: frozenset[str]) -> list[int]:
    """The positions in `lower[start:end]` at which a figure or one of `words` stands."""
    return [match.start() for match in _WORD.finditer(lower, start, end) if (word := match[0]) in words or word[0].isdigit()]


def matches(pattern: re.Pattern[str], lower: str, start: int, end: int, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `lower[start:end]` that begin at a figure or at one of `words`, none within another."""
    done = start
    for anchor in anchors(lower, start, end, words):
        match = pattern.match(lower, anchor, end) if anchor >= done else None
        if match:
            done = match.end()
            yield match


def word_at(lower: str, position: int) -> str:
    """The word that begins at a position."""
    match = _WORD.match(lower, position)
    return match[0] if match else ""


def first_words(*phrases: str) -> frozenset[str]:
    """The words that phrases begin with.

    >>> sorted(first_words("om lag", "ca.", "minst"))
    ['ca', 'minst', 'om']
    """
    return frozenset(word_at(phrase, 0) for phrase in phrases) - {""}
