"""How much of a position somebody has for a role: `100 % stilling`, `ein femdel av stillinga hennar går til dette`."""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar import share
from avtale.grammar.found import Found

_FORMERLY = re.compile(r"\b(?:mot\s)?(?:tidligere|tidlegare|før|tidl\.)\s*\Z")
_HAS_BEEN = re.compile(r"\b(?:har|hadde)\s(?:vært|vore|hatt)\s(?:(?!\d)[\w-]+\s){0,3}\Z")
"""Before a share that another has taken the place of: `har hatt 50 % stilling`."""
_SINCE = re.compile(r"\b(?:siden|sidan)\b")
_DENIED = re.compile(r"\bikk?j?e\s(?:har\s)?(?:egen|eigen|noen|nokon|en|ein)?\s?(?:[\w-]+\s){0,2}i?\s?\Z")
"""Before a share that is denied: `har ikke egen koordinator i full stilling`."""
_OF_HIS_TIME = re.compile(r"\b(?:si|sin)\s(?:arbeids)?tid\b|\bbruk(?:er|ar)\b|\b(?:arbeids)?tid(?:a|en)\b|årsverk")
"""What a share is one of in a sentence about the holder of an office."""
_PERCENT = re.compile(r"%|prosent|pst")
_SHARE = ("stilling", "%", "prosent", "pst", "tid", " post", "årsverk")
"""Of which one stands in every share of a position."""
_SET_ASIDE = re.compile(
    r"\b(?:stilling|arbeidstid)(?:en|a)?\s(?:hans|hennes|hennar|sin|si)\b|\b(?:hans|hennes|hennar|si|sin)\s(?:stilling|arbeidstid)\b|\bav\s(?:stilling|arbeidstid)(?:en|a)\b"
    r"|\b(?:del|part|andel)(?:en)?\s(?:utgjør|utgjer|tilsvarer|tilsvarar|svarer\stil|svarar\stil|er)\b"
)
"""What says of a share that it is that of the one spoken of: `stillinga hennar`, `vår del utgjer`."""


def position(context: Context, start: int, end: int) -> Found | None:
    """The share of a position; in a row any share, in a sentence that of a position, and not what it was before."""
    lower = context.view.lower
    if not any(lower.find(stem, start, end) >= 0 for stem in _SHARE):
        return None
    found = share.of_position(context.view, start, end)
    if found is None:
        found = next((part for part in share.current(context.view, start, end) if _is_of_position(context, (start, end), part)), None)
    if found and _HAS_BEEN.search(lower, start, found.start) and not _SINCE.search(lower, found.end, end):
        found = next((part for part in share.current(context.view, found.end, end) if _is_of_position(context, (start, end), part)), None)
    return found if found and not _FORMERLY.search(lower, start, found.start) and not _DENIED.search(lower, start, found.start) else None


def _is_of_position(context: Context, stretch: Stretch, part: Found) -> bool:
    """Whether a share is that of a position where no words link the two: in a row, in brackets, or of somebody's time."""
    lower = context.view.lower
    if context.row(stretch[0]) is not None or lower.find("stilling", *stretch) >= 0 or lower[part.start - 1] == "(":
        return True
    return _OF_HIS_TIME.search(lower, *stretch) is not None and _PERCENT.search(lower, part.start, part.end) is not None


def set_aside(context: Context, start: int, end: int) -> Found | None:
    """The share of the own position of somebody whom a stretch or the one before it names: `i 30 prosent av stillinga si`."""
    return position(context, start, end) if _SET_ASIDE.search(context.view.lower, start, end) else None
