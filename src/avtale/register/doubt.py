"""What there is to know about a resolution before its number is used, and how to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from avtale.register.municipalities import Municipality


class Doubt(Enum):
    """The kinds of doubt, each with the words for it."""

    UNKNOWN = "the register has no {name}"
    AMBIGUOUS = "{name} may be {readings}"
    NOT_THEN = "there was no {name} on {date}, but {readings}"
    BEFORE_TABLE = "{date} is before the register begins"
    UNCHECKED = "{date}: of the years before 2006 the register has only the municipalities that still were in 2006"
    SLIP = "{name} is read as {names}"
    INFERRED = "the police district tells which {name} is meant, and that it was in the district on that date is inferred"
    UNVERIFIED = "the police district tells which {name} is meant, and the sources on the district conflict or leave it open"


def explain(doubts: Iterable[Doubt], name: str, date: str | None, readings: Iterable[Municipality]) -> Iterator[tuple[Doubt, str]]:
    """Each doubt about what a name meant on a date, in words.

    >>> list(explain([Doubt.UNKNOWN], "Atlantis kommune", None, ()))
    [(<Doubt.UNKNOWN: 'the register has no {name}'>, 'the register has no Atlantis kommune')]
    """
    facts = {
        "name": name,
        "date": date or "no date",
        "readings": " or ".join(dict.fromkeys(map(_reading, readings))),
        "names": " or ".join(sorted({row.name for row in readings})),
    }
    for doubt in sorted(doubts, key=list(Doubt).index):
        yield doubt, doubt.value.format_map(facts)


def _reading(row: Municipality) -> str:
    until = f" until {row.valid_to}" if row.valid_to else ""
    return f"{row.number} {row.name} ({row.county}{until})"
