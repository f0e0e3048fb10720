"""`Candidate`: a value that a field could have, and the words that say so."""

from __future__ import annotations

from typing import Any, NamedTuple

Stretch = tuple[int, int]
"""Start and end in the view."""


class Candidate(NamedTuple):
    """A value for a field of the record, before anyone has chosen."""

    field: str
    value: dict[str, Any]
    """In the record's shape, without its evidence."""
    spans: tuple[Stretch, ...]
    """What the value was read from; the first tells where it stands."""
    rank: int = 0
    """Among rivals for one place the lowest is the most telling."""
