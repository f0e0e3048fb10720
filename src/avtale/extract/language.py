"""`language`: bokmål or nynorsk, by counting the words that only one of them has, paragraph by paragraph.

`nynorsk_share` is the share of the telling paragraphs that are nynorsk; `code` is `nn` where it is over a half. Where there are paragraphs in
both, the evidence is the first word that only the rarer language has.

Not this field: the vocabulary, in which both languages are always on.
Known gaps: a text without function words (a bare form) counts as bokmål.

>>> from avtale.context import Context
>>> next(extract(Context("Rådet skal ikkje handsame einskildsaker, men kan drøfte kva som er gjort."))).value
{'code': 'nn', 'nynorsk_share': 1.0}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from avtale.context import Candidate, Context, Stretch
from avtale.structure import Block, Kind
from avtale.vocabulary import load

_WORD = re.compile(r"\S+")
_PROSE = 80
"""Characters from which a paragraph is prose, whose language counts; that of other lines only where there is none."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the one candidate that every text has."""
    lines = [block for block in context.outline.blocks if block.kind is not Kind.CONTENTS]
    prose = [block for block in lines if block.kind is Kind.TEXT and block.size >= _PROSE]
    telling, nynorsk = _words()
    votes = _votes(context, prose)
    if not any(votes.values()):
        votes = _votes(context, lines)
    share = len(votes[True]) / (sum(map(len, votes.values())) or 1)
    spans = _first(context, votes[share <= 0.5], nynorsk if share <= 0.5 else telling - nynorsk) if all(votes.values()) else ()
    yield Candidate("language", {"code": "nn" if share > 0.5 else "nb", "nynorsk_share": round(share, 3)}, spans)


def _votes(context: Context, blocks: list[Block]) -> dict[bool, list[Block]]:
    """The paragraphs that have more words of the one language than of the other, those in nynorsk under True."""
    telling, nynorsk = _words()
    votes: dict[bool, list[Block]] = {True: [], False: []}
    for block in blocks:
        told = telling.intersection(context.view.lower[block.start : block.end].split())
        balance = 2 * len(told & nynorsk) - len(told)
        if balance:
            votes[balance > 0].append(block)
    return votes


def _first(context: Context, blocks: list[Block], words: frozenset[str]) -> tuple[Stretch, ...]:
    """The first word in a language's paragraphs that only it has."""
    found = (match.span() for block in blocks for match in _WORD.finditer(context.view.lower, block.start, block.end) if match[0] in words)
    return (next(found),)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that only one of the languages has, and those of them that are nynorsk."""
    terms = load("language")
    bokmaal = {word for term in terms for word in term.nb}
    nynorsk = {word for term in terms for word in term.nn}
    return frozenset(bokmaal ^ nynorsk), frozenset(nynorsk - bokmaal)
