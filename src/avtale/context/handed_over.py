"""Who holds an office after it has changed hands, as an amendment tells it.

`Sekretærfunksjonen flyttes fra X til Y`, `Y overtar som leder etter X`, `Z held fram som skrivar`, `Sekretær er ikke lenger X, men Y`.
"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, trailing, without_auxiliaries
from avtale.context.context import Context
from avtale.vocabulary import Cue

_TO = re.compile(
    r"(?:\s\w+){0,4}?\s(?:går\sover|overføres|overførast|overført|flyttes|flyttast|flyttet|flytta|legges|leggast|lagt)"
    r"(?:\s(?:fra|frå)\s[^.;,]{3,60}?)?\s(?:til|hos|hjå)\s(?:(?:[\w-]+\s)?[\w-]*(?:kommunen?|heradet|herad),?\s(?:ved|v/)\s?)?"
)
_BUT = re.compile(r"(?:\s\w+){0,3}?\ser\sikkj?e\s(?:lenger|lengre)\s[^.;,]{3,60},\smen\s")
_AS = re.compile(
    r"\b(?P<verb>overtar|overtek|t(?:ar|ek)\sover|har\s(?:overtatt|overteke|t(?:att|eke)\sover)|fortsetter|fortset|held\sfram|blir\ssittende|etterfølger|etterfylgjer)"
    r"(?:\s[^.;,]{3,60}?)?\ssom\s(?:ny\s|fast\s)?\Z"
)
_NEAR = 100
"""Characters before an office within which the verb stands by which somebody takes it over."""


def handed_over(context: Context, clause: Stretch, cue: Cue) -> Stretch | None:
    """Who a clause says to hold an office from now on, or still; None where it does not speak of a change."""
    lower, (start, end) = context.view.lower, clause
    change = _TO.match(lower, cue.end, end) or _BUT.match(lower, cue.end, end)
    if change:
        return next(leading(context, change.end(), end), None)
    taken = _AS.search(lower, max(start, cue.start - _NEAR), cue.start)
    people = trailing(context, start, without_auxiliaries(context, start, taken.start())) if taken else []
    return people[-1] if people else None
