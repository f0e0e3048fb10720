"""The particles that some verbs mean something with only: `kaller … inn`, `tar … plassen`."""

from __future__ import annotations

import re
from functools import cache

from avtale.vocabulary import Cue


def phrase_end(lower: str, cue: Cue, end: int) -> int | None:
    """Where a word ends with its particle, if it has one; None where that does not follow."""
    words = cue.term.facts.get("particle")
    if words is None:
        return cue.end
    match = _particle(words).match(lower, cue.end, end)
    return match.end() if match else None


def between(lower: str, cue: Cue, end: int) -> tuple[int, int] | None:
    """What stands between a word and its particle: those whom `trekkes NAV og skolen inn` names."""
    words = cue.term.facts.get("particle")
    match = _particle(words).match(lower, cue.end, end) if words else None
    return (match.start(), match.start("particle")) if match else None


@cache
def _particle(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:\w+\s){{0,4}}?(?:å\s)?(?P<particle>{words})\b")
