"""Agreements on something else that go on beside this one, as they are cited: `Avtalen om brannvern av 3. mai 2011 løper videre.`

Not one of these: an agreement without a date or without a word for what it is about, one that this one replaces or changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.context import earlier
from avtale.context.candidate import Stretch
from avtale.context.context import Context

_LINK = re.compile(
    r"[,\s(]*(?:\b(?:av|fra|frå|datert|dagsett|inng[åa]\w+|signert|undertegn\w+|underteikn\w+|underskr[ei]v\w*)\b[\s,]*)?(?:(?:den|i|frå|fra|av)\s)?\Z"
)
"""What stands between a title and its date."""
_ABOUT = re.compile(r"avtal\w+\s(?:om|for)\s\w|(?!avtal)[\w-]+avtal")


class Unaffected(NamedTuple):
    """An agreement that goes on: where its title and its date stand, and the date."""

    title: Stretch
    dated: Stretch
    date: str


def unaffected(context: Context) -> Iterator[Unaffected]:
    """The agreements that a text says to go on beside it."""
    referenced = {dated.found.start for dated in context.chronology if dated.role == "referenced"}
    for start, end in () if context.is_amendment else context.sentences_with("unaffected"):
        for found in context.dates_in(start, end):
            noun = earlier.agreement_before(context, start, found.start) if found.start in referenced else None
            title = _title(context, noun[0], found.start) if noun else None
            if title:
                yield Unaffected(title, (found.start, found.end), found.value["date"])


def _title(context: Context, start: int, at: int) -> Stretch | None:
    """What the agreement is called before its date; None where that is no more than `avtalen`."""
    link = _LINK.search(context.view.lower, start, at)
    return (start, link.start()) if link and _ABOUT.match(context.view.lower, start, link.start()) else None
