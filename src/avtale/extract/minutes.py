"""`bodies[].minutes`: whether minutes are public (`public`) and kept in the archive (`archived`).

True for what is promised, false for what is ruled out (`referatene unntas offentlighet`); `not before they are approved` is public.

Not this field: whether the agreement itself is public; that minutes are written at all.
Known gaps: minutes that are public to some and not to others.

>>> from avtale.context import Context
>>> next(extract(Context("Politirådet fører referat. Referata er offentlege og vert arkiverte."))).value["minutes"]
{'public': True, 'archived': True}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context

_MINUTES = re.compile(r"\b(?:møte)?referat\w*|\bmøteb(?:o|ø)k\w*|\b(?:møte)?protokoll\w*|\blogg\w*")
_GO_ON = re.compile(r"\W*(?:de|dei|det|den|ho|han|disse|desse)\b")
_ARCHIVED = re.compile(r"\barkiv|\bjournalfør|\bsakssystem|\bsaksbehandlingssystem|\bsak-\sog\sarkiv")
_PUBLIC = re.compile(
    r"\boffentli?e?g|\boffentleg|\bope?ne?\b(?:\sfor)|\båpn?e?t?\b(?:\sfor)|\blegges\s(?:ut|åpent)|\bleggast\sut|\blagd?e?\sut|\bpubliser|\bkan\sleses\sav\salle|\btilgjengel"
)
_CLOSED = re.compile(r"\bunnt[aæ]|\bunnat|\bunnateke|\bikk?j?e\s(?:er\s)?(?:offentl|åpn|opn|tilgjengel)|\bskjerm")
_UNTIL = re.compile(
    r"\bikk?j?e\s\w*\s?(?:offentl\w+|åpne|opne)\s(?:før|fyrr|fyrst|førre)|\bførst\snår|\bikk?j?e\sblir\soffentl\w+\sfør|\bikkje\svert\soffentleg\sfør"
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that says it."""
    lower = context.view.lower
    going_on = False
    for start, end in context.sentences:
        said = bool(_MINUTES.search(lower, start, end)) or (going_on and bool(_GO_ON.match(lower, start, end)))
        going_on = said
        forum = context.forums.at(start)
        if not said or forum is None:
            continue
        archived = True if _ARCHIVED.search(lower, start, end) else None
        public: bool | None = None
        if _UNTIL.search(lower, start, end) or (_PUBLIC.search(lower, start, end) and not _CLOSED.search(lower, start, end)):
            public = True
        elif _CLOSED.search(lower, start, end):
            public = False
        if archived or public is not None:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "minutes": {"public": public, "archived": archived}}, ((start, end),))
