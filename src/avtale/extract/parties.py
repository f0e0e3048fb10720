"""`parties`: the contracting parties, each once: municipalities, police districts, police units, others (a bydel).

Named in the title block (`mellom X kommune og Y politidistrikt`, one a line, in any number) or in the opening of a text without one.
In `X politidistrikt ved lensmannen i Y` the party is X politidistrikt.

Not this field: an organisation that is merely mentioned, a unit that a district acts through (`v/`), a municipality in a heading.
Known gaps: a party that is named only among the signatures.

>>> from avtale.context import Context
>>> [found.value["name"] for found in extract(Context("Politirådsavtale\\nmellom Lom kommune\\nog Innlandet politidistrikt"))]
['Lom kommune', 'Innlandet politidistrikt']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import organisation
from avtale.grammar.found import Found

_THROUGH = re.compile(r"(?:\bv/|\bved|\bv\.|\bgjennom|\brepresentert ved)\s*\Z")
_BETWEEN = re.compile(r"\b(?:mellom|millom|rnellom|partene|partane|parter|parter i avtalen|inngår|inngått|avtaleparter|avtalepartar)\b")
_OPENING = 3
"""Sentences of the body in which a text can name its parties."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate each time a party is named, ranked by how telling the passage is."""
    blocks = context.outline.blocks[: context.outline.title.stop]
    front = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    seen: set[int] = set()
    for rank, (start, end) in enumerate([*_between(context, front), front]):
        for found in organisation.find(context.view, start, end, context.cues):
            if found.start not in seen and not _THROUGH.search(context.view.lower, max(0, found.start - 20), found.start):
                seen.add(found.start)
                yield _candidate(found, rank)


def _between(context: Context, front: Stretch) -> Iterator[Stretch]:
    """The stretches that say between whom the agreement is: in the title block, else in the opening sentences."""
    match = _BETWEEN.search(context.view.lower, *front)
    if match:
        yield match.start(), front[1]
    first = context.sentence_index(front[1])
    for start, end in context.sentences[first : first + _OPENING + 1]:
        match = _BETWEEN.search(context.view.lower, start, end) if start >= front[1] else None
        if match:
            yield start, end


def _candidate(found: Found, rank: int) -> Candidate:
    return Candidate("parties", found.value["party"], ((found.start, found.end),), rank)
