"""Whether a word for being part of a forum is said of this one: with its particle, outside of a condition, not denied, and of no other forum.

Not so: `medlem av ungdomsrådet`, `er ikke lenger medlem`, `når NAV inviteres`, `fast plass på sakslista`, `utpeker en stedfortreder`.
"""

from __future__ import annotations

import re

from avtale.context.attendance import is_of_items
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.naming import FOREIGN
from avtale.context.particles import phrase_end
from avtale.vocabulary import Cue

_IN_A_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss|(?:drøft|vurder|diskuter)\w+\som)\s[^,]*\Z")
_LAST_OF_SERIES = re.compile(r"(?:,|\sog|\ssamt)\s\Z")
_IS = re.compile(r"\b(?:er|blir|vert)\s(?:(?:også|òg|både)\s)?(?:(?:leder|leiar|sekretær|referent)\w*(?:,\s|\s(?:og|samt)\s))*\Z")
"""Before a word that then is a noun: `er innkaller og sekretær`."""
_DENIED = re.compile(r"\b(?:ikk?j?e|utgår|(?:går|trer)\s(?:ut|av)|fratrer)\s(?:\w+\s){0,2}\Z|\but[ea]n\så\s(?:være|vere|vera|bli)\s(?:\w+\s)?\Z")
_OF_SOMETHING = re.compile(r"\s(?:(?:også|òg|fast)\s)?i\s(?!tillegg|stede[tn]|staden)")
_OF_ANOTHER = re.compile(rf"\s(?:\w+\s)?(?:i|av|til|for|på)\s(?:\w+\s){{0,2}}{FOREIGN.pattern}")
_CHOOSES = re.compile(r"\b(?:utpe[ik]k?\w*|oppne[mv]n\w*|pe[ik]k?\w*\sut)\s[^.;,]{0,40}\b(?:en|ein|sin|si)\s\Z")
"""Before the deputy whom somebody is to choose: `utpeker lensmannen en stedfortreder`."""
_OF_CHAIR = re.compile(r"\b(?:ledelse|leiing|leder|leiar|møteleder|møteleiar)\w*\b[^.;]*,\smed\s[^.;,]*\ssom\s\Z")
"""Before one who leads in the chair's stead: `Ledelsen ligger hos ordføreren, med lensmannen som stedfortreder`."""
_WHOSE = (" av ", " for ", " frå ", " fra ", " i ", " til ")
_BRACKET = 14
"""Characters after a bracket in which the deputy of the one before it is announced."""
_NEAR = 40
"""Characters before a word within which the words stand that go with it."""
_CLAUSE = 60
"""Characters after a word in which another forum can be named that it speaks of."""


def holds(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is said of this forum: with its particle, outside of a condition, and not of another forum."""
    lower, end = context.view.lower, min(sentence[1], cue.end + _CLAUSE)
    if phrase_end(lower, cue, end) is None or is_of_items(lower, cue) or _is_denied(lower, sentence[0], cue) or _is_noun(context, sentence, cue):
        return False
    if cue.term.id == "substitute" and _is_other_deputy(lower, sentence[0], cue):
        return False
    if cue.term.id == "member" and _is_of_other(context, sentence[0], cue, end):
        return False
    return cue.term.id in ("absent", "invited") or not _OF_ANOTHER.match(lower, cue.end, end)


def _is_denied(lower: str, start: int, cue: Cue) -> bool:
    """Whether a word stands in a condition, or is denied."""
    if cue.term.id == "absent":
        return False
    denied = _DENIED.search(lower, max(start, cue.start - _NEAR), cue.start)
    return denied is not None or _IN_A_CONDITION.search(lower, start, cue.start) is not None


def _is_noun(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is no verb here, or no label where it is to be one: `er innkaller og sekretær`, `ordføreren og representanter …`."""
    lower, near = context.view.lower, max(sentence[0], cue.start - _NEAR)
    if "label" in cue.term.facts:
        return not _is_label(context, sentence, cue)
    if lower.startswith("representant", cue.start) and _LAST_OF_SERIES.search(lower, near, cue.start):
        return True
    is_verb = cue.term.id == "invited" and cue.term.facts["who"] == "object"
    return is_verb and (_IS.search(lower, near, cue.start) is not None or _is_label(context, sentence, cue))


def _is_other_deputy(lower: str, start: int, cue: Cue) -> bool:
    """Whether a deputy is one who is yet to be chosen, who only leads in the chair's stead, or who is noted in the brackets of another."""
    if _CHOOSES.search(lower, max(start, cue.start - _NEAR), cue.start) or _OF_CHAIR.search(lower, start, cue.start):
        return True
    return lower.rfind("(", max(start, cue.start - _BRACKET), cue.start) >= 0


def _is_of_other(context: Context, start: int, cue: Cue, end: int) -> bool:
    """Whether somebody is a member of something else than the forum."""
    if "who" in cue.term.facts and _OF_SOMETHING.match(context.view.lower, cue.end, end) and not _of_forum(context, cue.end, end):
        return True
    return _is_of_foreign(context, start, cue.start) and not context.forums.is_named(start, cue.start)


def _is_of_foreign(context: Context, start: int, end: int) -> bool:
    """Whether another forum is spoken of, and not only as whose leader somebody is: `leder av ungdomsrådet`."""
    lower = context.view.lower
    return any(not lower.endswith(_WHOSE, start, match.start()) for match in FOREIGN.finditer(lower, start, end))


def _is_label(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a verb is a noun before a colon or a cell: `Innkaller: rådmannen`."""
    opens = not context.view.lower[sentence[0] : cue.start].strip("| ")
    return opens and context.view.lower.startswith((":", "\t", " |", "   "), cue.end)


def _of_forum(context: Context, start: int, end: int) -> bool:
    """Whether what somebody is part of by `sitter i` is a forum."""
    return context.forums.is_named(start, min(end, start + _CLAUSE))
