"""`language`: bokmål or nynorsk, by counting the words that only one of them has, paragraph by paragraph.

`nynorsk_share` is the share of the telling paragraphs that are nynorsk; `code` is `nn` where it is over a half.

Not this field: the vocabulary, in which both languages are always on.
Known gaps: a text without function words (a bare form) counts as bokmål.

>>> from avtale.context import Context
>>> next(extract(Context("Rådet skal ikkje handsame einskildsaker, men kan drøfte kva som er gjort."))).value
{'code': 'nn', 'nynorsk_share': 1.0}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from avtale.context import Candidate, Context
from avtale.structure import Kind
from avtale.vocabulary import load

_PROSE = 80
"""Characters from which a paragraph is prose, whose language counts; other lines only until there is some."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the one candidate that every text has."""
    telling, nynorsk = _words()
    votes: list[bool] = []
    for block in context.outline.blocks:
        if block.kind is not Kind.CONTENTS and ((block.kind is Kind.TEXT and block.size >= _PROSE) or not votes):
            told = telling.intersection(context.view.lower[block.start : block.end].split())
            balance = 2 * len(told & nynorsk) - len(told)
            if balance:
                votes.append(balance > 0)
    share = sum(votes) / len(votes) if votes else 0.0
    yield Candidate("language", {"code": "nn" if share > 0.5 else "nb", "nynorsk_share": round(share, 3)}, ())


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that only one of the languages has, and those of them that are nynorsk."""
    terms = load("language")
    bokmaal = {word for term in terms for word in term.nb}
    nynorsk = {word for term in terms for word in term.nn}
    return frozenset(bokmaal ^ nynorsk), frozenset(nynorsk - bokmaal)
