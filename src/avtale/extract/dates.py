"""`dates`: every date and period of the agreement and of what it cites, in EDTF, with its role, each once in each role.

Roles: `signed`, `effective` and `expires` (lone ends), `term` (a closed period of the agreement itself), `established` (a body's
founding), `superseded`, `referenced`, `other`. An impossible date gives a notice.

Not this field: an example date, the year inside a cited number, a day without a month, the contents list.
Known gaps: a date that is only relative (`fire år etter signering`).

>>> from avtale.context import Context
>>> [(found.value["date"], found.value["role"]) for found in extract(Context("Politirådet vart skipa hausten 2008."))]
[('2008-23', 'established')]
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.notice import Notice


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each date, and a notice for each that cannot be."""
    for dated in context.chronology:
        found = dated.found
        value = {"role": dated.role, "date": found.value["date"], "text": context.read(found.start, found.end)}
        yield Candidate("dates", value, ((found.start, found.end),))
    for found in context.dates:
        if found.value["date"] is None:
            notice = Notice.IMPOSSIBLE_DATE.at("/dates", f"{found.value['text']} is no date")
            yield Candidate("notices", notice, ((found.start, found.end),))
