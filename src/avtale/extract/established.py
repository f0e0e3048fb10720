"""`bodies[].established`: when a forum was founded, in EDTF.

`Politirådet ble første gang opprettet i 2006`, `rådet vart skipa hausten 2008`, `SLT-samarbeid ble etablert i juni 2009`.

Not this field: when the agreement was signed, when a post was filled, when a unit or a scheme was introduced.
Known gaps: a founding that only a longer story implies.

>>> from avtale.context import Context
>>> next(extract(Context("Politirådet ble opprettet i 2007."))).value["established"]
'2007'
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each date of a founding."""
    for dated in context.chronology:
        if dated.role != "established":
            continue
        named = context.forums.named(*dated.sentence)
        forum = named[1] if named else context.forums.at(dated.sentence[0])
        if forum:
            span = ((dated.found.start, dated.found.end),)
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "established": dated.found.value["date"]}, span)
