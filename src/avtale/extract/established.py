"""`bodies[].established`: when a forum was founded, in EDTF.

`Politirådet ble første gang opprettet i 2006`, `rådet vart skipa hausten 2008`, `SLT-samarbeid ble etablert i juni 2009`.

Not this field: when the agreement was signed, when a post was filled, when a unit or a scheme was introduced.
Known gaps: a founding that only a longer story implies.

>>> from avtale.context import Context
>>> next(extract(Context("Politirådet ble opprettet i 2007."))).value["established"]
'2007'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch

_BOUNDARY = re.compile(r"[,;]\s(?:og|men|mens|medan)\s|;\s")
_GOES_ON = re.compile(r"\W*(?:det|dette|den|denne|ho|han|hun|første|organet|ordning\w*|samarbeid\w*|etablert|oppretta|opprettet|skipa|stifta|stiftet)\b")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each date of a founding."""
    for of, header, cell, _ in context.forum_cells:
        for found in context.dates_in(*cell)[:1] if context.has("events", *header, "established") else []:
            yield Candidate("bodies", {"type": of.type, "name": of.name, "established": found.value["date"]}, ((found.start, found.end),))
    for dated in context.chronology:
        if dated.role != "established":
            continue
        clause = _clause(context, dated.sentence, dated.found.start)
        named = context.forums.named(*clause)
        forum = named[1] if named else context.forums.at(dated.sentence[0])
        if forum and (named or context.forums.is_named(*clause) or _GOES_ON.match(context.view.lower, *clause)):
            span = ((dated.found.start, dated.found.end),)
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "established": dated.found.value["date"]}, span)


def _clause(context: Context, sentence: Stretch, at: int) -> Stretch:
    """The clause of a sentence that a position is in."""
    cuts = [match.end() for match in _BOUNDARY.finditer(context.view.lower, *sentence)]
    return max([sentence[0], *(cut for cut in cuts if cut <= at)]), min([sentence[1], *(cut for cut in cuts if cut > at)])
