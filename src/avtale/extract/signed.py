"""`signed`: when and where the parties signed, from the title block, the closing, or a sentence that says so.

Where they signed on different days the last one counts; resolve chooses. The place stands before the date (`Stange, februar 2025`).

Not this field: the date of an earlier agreement, of a decision, of a body's founding; a blank (`Sted/dato _____`).
Known gaps: a place that stands on a line of its own.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Politirådsavtale\\n\\nsignert på Otta 3. mars 2021"))]
[{'date': '2021-03-03', 'place': 'Otta'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context

_name = r"[A-ZÆØÅÁČĐŊŠŦŽ][\w’'-]+(?:[ /–-][A-ZÆØÅÁČĐŊŠŦŽ]?[\w’'-]+){0,3}"
_PLACE = re.compile(
    rf"(?:\A|[|\t:(]|\s{{3,}}|\b(?:[Pp]å|i|ved|[Ss]ted|[Ss]tad|dato)\s(?=[A-ZÆØÅÁ]))\s*(?P<place>{_name})\s*,?\s*(?:\b(?:den|dato|i dag|mandag|tirsdag|tysdag|onsdag|torsdag|fredag|måndag),?\s*)*(?:den\s)?\Z"
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each date of signing."""
    for dated in context.chronology:
        if dated.role != "signed":
            continue
        found = dated.found
        block = context.block(found.start)
        place = _PLACE.search(context.view.text[block.start : found.start])
        spans = ((found.start, found.end),)
        if place:
            at = block.start + place.start("place")
            yield Candidate("signed", {"date": found.value["date"], "place": place["place"]}, ((at, found.end),))
        else:
            yield Candidate("signed", {"date": found.value["date"], "place": None}, spans)
