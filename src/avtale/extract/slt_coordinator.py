"""`slt_coordinator`: the SLT coordinator: `name`, `position_percentage`, `presence`, and `title` where somebody else holds the role.

`Folkehelsekoordinatoren er SLT-koordinator` gives the title; `100% stilling`, `halv stilling`, `stilling på 60 prosent` the share.

Not this field: the share of another position, what the coordinator is to do.
Known gaps: a share told in a sentence that names neither the role nor the position.

>>> from avtale.context import Context
>>> text = "Folkehelsekoordinator Ola Lie er SLT-koordinator i 20 % stilling."
>>> [found.value for found in extract(Context(text))]
[{'name': 'Ola Lie'}, {'position_percentage': 20}, {'title': 'Folkehelsekoordinator'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.holding import facts
from avtale.vocabulary import Cue

_FIELD = "slt_coordinator"
_OFFICE = r"(?<![\w-])(?!slt|salto)(?P<title>\w*(?:koordinator|rådgiver|rådgjevar|konsulent|leder|leiar|sjef)(?:en|a)?)\b"
_HOLDS = re.compile(
    rf"{_OFFICE}(?:\s(?!er\b|har\b|og\b|som\b)[\w.-]+){{0,5}}?(?:\s(?:som\s)?(?:er|har|fungerer|ivaretar|innehar|skjøtter|tek|tar))\s(?:\w+\s){{0,4}}?(?:slt|salto)[\s-]{{0,3}}(?:koordinator|funksjon|rolle|oppg)"
)
_LAID = re.compile(
    rf"[^.]{{0,60}}?\b(?:stilling\w*|oppg[aå]v\w*|roll\w*|funksjon\w*|ansvar\w*|koordinator\w*)\s(?:som\sslt\S*\s)?(?:er\s|vert\s|blir\s)?"
    rf"(?:lag[dt]e?\stil|ligger\stil|ligger\shos|ligg\stil|ligg\shos|ivaretas\sav|ivareteke\sav|tatt\sav|utføres\sav|utført\sav|dekkes\sav|dekt\sav|fylles\sav|delt\smed)\s(?:\w+\s)?{_OFFICE}"
)
_NEXT = re.compile(r",?\s(?:som\ser\s|er\s)?")
_ALSO = re.compile(
    rf"(?:ikke|ikkje|ingen)\s(?:\w+\s)?(?:egen\s|eigen\s)?slt[\s-]{{0,3}}koordinator\.\s"
    rf"(?:det\ser\s|oppg[aå]ve\w*\ser\s(?:\w+\s){{0,2}}?lag[dt]e?\stil\s)?{_OFFICE}"
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield candidates for each fact by itself."""
    yield from facts(context, _FIELD)
    for cue in context.cues.all("roles"):
        match = _held(context, cue) if cue.term.id == _FIELD else None
        if match:
            span = match.span("title")
            yield Candidate(_FIELD, {"title": context.read(*span)}, (span,))
            yield from _named_after(context, span[1]) if match.re is not _HOLDS else ()


def _held(context: Context, cue: Cue) -> re.Match[str] | None:
    """The office of whoever holds the role beside it: in the same sentence, or in the next that says who has its tasks."""
    lower = context.view.lower
    start, end = context.sentence(cue.start)
    following = context.sentence(min(end + 1, len(lower) - 1))
    return _HOLDS.search(lower, start, end) or _LAID.match(lower, start, end) or _LAID.match(lower, *following) or _ALSO.search(lower, start, following[1])


def _named_after(context: Context, end: int) -> Iterator[Candidate]:
    name = context.names.first(end, context.sentence(end)[1])
    if name and _NEXT.fullmatch(context.view.lower, end, name.start):
        yield Candidate(_FIELD, {"name": name.value["name"]}, ((name.start, name.end),))
