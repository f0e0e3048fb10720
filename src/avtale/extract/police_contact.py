"""`police_contact`: the politikontakt: `name`, `position_percentage` and `presence`, a frequency for each place.

The name stands with the role anywhere in the text (`politikontakt Kari Moen`, `Kari Moen er politikontakt`, a line of members).

Not this field: the hours in which she can be met (`opening_hours`), a former share or presence, duties that she does now and then.
Known gaps: presence told of `politiet` in general.

>>> from avtale.context import Context
>>> text = "Politikontakt er Ola Lie. Han er til stede på Otta to dager i måneden."
>>> [sorted(found.value) for found in extract(Context(text))]
[['name'], ['presence']]
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.holding import facts


def extract(context: Context) -> Iterator[Candidate]:
    """Yield candidates for each fact by itself."""
    yield from facts(context, "police_contact")
