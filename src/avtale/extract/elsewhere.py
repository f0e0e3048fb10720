"""`themes` of the type `council_elsewhere`: that another agreement regulates the police council.

`Politirådet er regulert i egen avtale`, `det er inngått særskilt politirådsavtale`, `det vises til politirådsavtalen`.

Not this field: the agreement that the text itself is; earlier agreements on the council that it replaces.
Known gaps: a council that is regulated in a decision.

>>> from avtale.context import Context
>>> [found.value["type"] for found in extract(Context("Politirådet for Vinje er regulert i ein eigen avtale."))]
['council_elsewhere']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.stems import sentences_saying

_OF_ITS_OWN = re.compile(
    r"\b(?:egen|eigen|eiga|egne|eigne|særskil[dt]e?|særlig|serskil[dt]e?|separate?|annen|anna|andre)\s(?:\w+\s)?(?:samarbeids|politiråds)?avtal\w*"
)
_CITED = re.compile(r"\b(?:vis(?:er|es|ast|t)?|syner?|synast)\s(?:\w+\s){0,3}?til\s(?:\w+\s)?(?:politirådsavtal\w*|(?:samarbeids)?avtal\w*\som\spolitiråd\w*)")
_REPLACED = re.compile(r"\b(?:erstatt\w*|avløys\w*|avløs\w*|opphev\w*|tidligere|tidlegare)\b")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that says so."""
    lower = context.view.lower
    for start, end in sentences_saying(context, "politiråd"):
        if lower.find("avtal", start, end) < 0:
            continue
        match = _OF_ITS_OWN.search(lower, start, end) or _CITED.search(lower, start, end)
        if match and not _REPLACED.search(lower, start, end):
            yield Candidate("themes", {"type": "council_elsewhere"}, (match.span(),))
