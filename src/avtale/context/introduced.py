"""Those with whom a sentence introduces a forum: `Koordineringsgruppe: X, Y og Z`, `en operativ gruppe med X og Y`, `forumet, der X og Y sitter`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.vocabulary import Cue

_WITH = re.compile(r"\smed\s")
_WHERE = re.compile(r",\s(?:der|hvor|kor)\s")
_A = re.compile(r"(?<!\w)(?:en|ei|ein|et|eit)\s(?:[\w-]+\s){0,2}\Z")
LABEL = 40
"""Characters of the longest name of a forum before a colon."""
_BEFORE = 40
"""Characters before a word for a forum in which its article stands."""


def with_attached(context: Context) -> Iterator[Stretch]:
    """The sentences that go on with `med` or `der` after a word for a forum."""
    return (context.sentence(cue.start) for cue in context.cues.all("bodies") if _link(context, cue))


def _link(context: Context, cue: Cue) -> re.Match[str] | None:
    """What a word for a forum has after it before those who sit there: `med` after an indefinite article, `, der`."""
    lower = context.view.lower
    if with_ := _WITH.match(lower, cue.end):
        return with_ if _A.search(lower, max(0, cue.start - _BEFORE), cue.start) else None
    return _WHERE.match(lower, cue.end)


def labelled(context: Context, sentence: Stretch) -> list[Stretch]:
    """Those who follow the name of a forum and a colon: `Koordineringsgruppe: SLT-koordinator, politikontakt og rektor`."""
    colon = context.view.text.find(": ", sentence[0], min(sentence[1], sentence[0] + LABEL))
    if colon < 0 or context.forums.named(sentence[0], colon) is None or context.cues.first("relations", sentence[0], colon):
        return []
    people = list(leading(context, colon + 2, sentence[1]))
    return people if len(people) > 1 and people[-1][1] >= sentence[1] - 2 else []


def attached(context: Context, sentence: Stretch) -> list[Stretch]:
    """Those with whom a sentence brings a forum in: `det finnes en operativ gruppe med utekontakt, rektor og politikontakt`."""
    for cue in context.cues.within("bodies", *sentence):
        if link := _link(context, cue):
            people = list(leading(context, link.end(), series_end(context, cue.end, sentence[1])))
            if len(people) > 1:
                return people
    return []
