"""How a line is worded: as a heading (short, nominal, unstopped) or as a sentence."""

from __future__ import annotations

import re
from functools import cache

from avtale.vocabulary import Cues, forms

_OPEN_END = re.compile(r"(?:[,;–-]|\b(?:og|eller|samt|mellom|som|at))\Z")
_RELATIVES = frozenset({"det", "dette", "desse", "disse"})
_RELATIVE_HEADS = frozenset({"det", "som", "vi", "me", "partene", "partane"})
"""What begins the clause of `Områder det skal legges vekt på`."""
_ACTS = ("gjør", "gjer", "skal", "vil", "må", "kan", "lov", "vent", "forvent", "ønsk", "ynskj")
"""What the verb of such a clause can begin with."""
_TO_DO = re.compile(
    r"\b(?:skal|vil|må|bør|lov[ae]r?)\s(?:[\w-]+\s){0,6}?(?:gjøre|gjere|gjera|utføre|utføra|sørge\sfor|syte\sfor|syta\sfor|ta\sseg\sav|bidra\smed|stille\smed|stilla\smed)\b"
)
_LONGEST_RELATIVE = 60
"""Characters of the longest heading that begins like a sentence (`Dette kan partene vente`)."""
_LONGEST_END = 7
"""Characters of the longest end by which a line is seen to be left open, with the one before it."""
_STOPS = ".;,!"
NUMBERED_HEADING = 120
"""Characters of the longest numbered heading."""
HEADING = 90
"""Characters of the longest heading without a number."""


RUN_IN = 60
"""Characters of the longest line that is both a heading and the announcement of what follows."""


def has_verb(cues: Cues, start: int, end: int) -> bool:
    """Whether a stretch has a finite verb, and so is a sentence."""
    return cues.first("verbs", start, end) is not None


def is_nominal(lower: str, cues: Cues, start: int, end: int, longest: int) -> bool:
    """Whether a stretch is worded as a heading: short, with no verb, and neither stopped nor left open.

    >>> from avtale.vocabulary import scan
    >>> [is_nominal(line, scan(line), 0, len(line), HEADING) for line in ("forventninger fra kommunen:", "ordføreren skal lede møtene")]
    [True, False]
    """
    return is_unstopped(lower, start, end, longest) and not has_verb(cues, start, end)


def is_question(lower: str, cues: Cues, start: int, end: int) -> bool:
    """Whether a stretch is worded as a question or a relative clause, which headings also are (`Hva partene skal gjøre`)."""
    if not is_unstopped(lower, start, end, HEADING) or lower.find(". ", start, end) > 0:
        return False
    words = lower[start:end].split(None, 2)
    if words[0] in _RELATIVES and (len(words) < 3 or lower[end - 1] in ".!:" or end - start > _LONGEST_RELATIVE):
        return False
    if lower[end - 1] == "?" or words[0].strip('«"“(') in _questions():
        return True
    if len(words) < 3 or words[1] not in _RELATIVE_HEADS:
        return False
    return words[2].startswith(_ACTS) or any(cues.first(concept, start, end) for concept in ("scopes", "tasks"))


def announces(lower: str, cues: Cues, start: int, end: int) -> bool:
    """Whether a heading says that what follows is what matters most, or what somebody is to do: `Dette skal kommunen gjøre`."""
    return any(cues.first(concept, start, end) for concept in ("scopes", "tasks")) or _TO_DO.search(lower, start, end) is not None


def is_unstopped(lower: str, start: int, end: int, longest: int) -> bool:
    """Whether a stretch is short, and neither stopped like a sentence nor left open."""
    if not 0 < end - start <= longest or (lower[end - 1] in _STOPS and end - start > 30):
        return False
    return not _OPEN_END.search(lower, max(start, end - _LONGEST_END), end)


@cache
def _questions() -> frozenset[str]:
    return frozenset(forms("questions"))
