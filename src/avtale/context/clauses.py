"""Who stands before or after a verb: the series of people that a clause begins or ends with.

In `… og NAV, barnevernet og PPT kan også kalles inn` three end right before the verb and its auxiliaries; in `består av X og Y, og møtes …`
two begin what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.series import LONGEST, comes_from, is_person, names_somebody, series
from avtale.vocabulary import Cue, alternation, forms

_CLAUSE = re.compile(rf"\b{alternation(forms('subordinators'))}\s|:\s*|\bbest[åa](?:ende|ande)\sav\s|(?<=,\s)med\s|\b(?:kan|skal|vil|må|bør)\s\w+[ae]\s")
_OF_VERB = re.compile(r"\s(?:(?:\w+\s){0,2}(?:av|med)|på\s(?:kommunens|politiets|heradets)\sside)\s")
_RELATIVE = re.compile(r"\s(?:(?:som|der|den|det|de|dei)\s)?\w*\s?(?:saken|saka|det)\s(?:gjelder|gjeld|angår|vedkjem|vedkommer)\W*\Z")
_SAYS_MORE = re.compile(r",\s(?:som|så\slenge|når|dersom|hvis|viss|der|hvorav|som\sregel)\s")
_WHOEVER = re.compile(r"\W*den\ssom\s(?:til\s(?:en\s?hver|kvar)\stid\s)?er\s")
"""What stands before an office that is told of whoever holds it: `den som til kvar tid er politikontakt`."""
_ASIDE = re.compile(r"\s*(?:som|så\slenge)\s")
"""How a part of a series begins that only says more of the one before."""
_IN_BRACKET = re.compile(r"\([^()]*\Z")
_OF_VEL = re.compile(r"\b(?:av|for|i|fra|frå)\s[A-ZÆØÅ][\w-]+\svel\Z")
_SERIES_END = re.compile(r"[.;]\s|\s(?:mens|medan|men)\s|\s(?:for|fra|frå)\s(?:kommunen|heradet|politiet)(?=\s?(?:[.;]|,?\s(?:mens|medan)\s|\Z))")


def leading(context: Context, start: int, end: int, loosely: bool = False) -> Iterator[Stretch]:
    """Those whom a stretch of prose begins with a series of: it ends at the first part that is nobody."""
    if not loosely and not names_somebody(context, start, min(end, start + LONGEST)):
        return
    others = False
    for part in series(context, start, end):
        if _ASIDE.match(context.view.lower, *part):
            continue
        whoever = _WHOEVER.match(context.view.lower, *part)
        part = (whoever.end(), part[1]) if whoever else part
        relative = _relative(context, part)
        verb = _verb(context, part) if relative < 0 else None
        named = (part[0], relative if relative >= 0 else _clause_end(context, part[0], verb.start) if verb else part[1])
        if not is_person(context, named, loosely) and not (others and comes_from(context, named)):
            return
        yield named
        others = True
        if verb:
            return


def _relative(context: Context, part: Stretch) -> int:
    """Where a clause begins that only says more of somebody; -1 where none does."""
    match = _SAYS_MORE.search(context.view.lower, *part)
    return match.start() if match else -1


def _verb(context: Context, part: Stretch) -> Cue | None:
    """The first verb of a part that does not stand in brackets."""
    return next((verb for verb in _verbs(context, *part) if not _IN_BRACKET.search(context.view.lower, part[0], verb.start)), None)


def _verbs(context: Context, start: int, end: int) -> list[Cue]:
    """The verbs of a stretch, but for a noun that looks like one: `lederen av Hafjell vel`."""
    return [verb for verb in context.cues.within("verbs", start, end) if not _OF_VEL.search(context.view.text, start, verb.end)]


def _clause_end(context: Context, start: int, end: int) -> int:
    """Where the words before a verb end but for the conjunction that begins its clause."""
    text = context.view.lower[start:end].rstrip()
    return start + len(text.removesuffix(" og").removesuffix(" samt").rstrip())


def trailing(context: Context, start: int, end: int, loosely: bool = False) -> list[Stretch]:
    """Those whom a stretch of prose ends with a series of."""
    found: list[Stretch] = []
    if not loosely and not names_somebody(context, max(start, end - LONGEST), end):
        return found
    for part in reversed(series(context, start, end)):
        if found and _ASIDE.match(context.view.lower, *part):
            continue
        relative = _relative(context, part) if found else -1
        stop = relative if relative >= 0 else part[1]
        at = _clause_start(context, part[0], stop)
        if not is_person(context, (at, stop), loosely):
            break
        found.append((at, stop))
        if at > part[0]:
            break
    return found[::-1]


def series_end(context: Context, start: int, end: int) -> int:
    """Where the clause ends that a series stands in."""
    match = _SERIES_END.search(context.view.lower, start, end)
    return match.start() if match else end


def without_auxiliaries(context: Context, start: int, end: int) -> int:
    """Where a stretch ends but for the auxiliaries before a verb: `NAV kan også bli` ends after `NAV`."""
    text = context.view.lower[start:end].rstrip()
    while (size := _auxiliary(text.rstrip(" ,"))) > 0:
        text = text.rstrip(" ,")[:-size].rstrip()
    return start + len(text)


def _auxiliary(text: str) -> int:
    """The characters of the auxiliary that a text ends with after something else; 0 where it does not."""
    words = text.rsplit(None, 2)
    for count in (2, 1):
        tail = " ".join(words[-count:])
        if len(words) > count and tail in forms("auxiliaries") and text.endswith(tail):
            return len(tail)
    return 0


def _clause_start(context: Context, start: int, end: int) -> int:
    """Where the words begin that come after the last verb, subordinator or colon of a stretch."""
    relative = _RELATIVE.search(context.view.lower, start, end)
    verbs = _verbs(context, start, relative.start() if relative else end)
    at = verbs[-1].end if verbs else start
    complement = _OF_VERB.match(context.view.lower, at, end) if verbs else None
    openings = [match.end() for match in _CLAUSE.finditer(context.view.lower, start, end)]
    return max([complement.end() if complement else at, *openings])
