"""A chair who is a member because the text goes on with the rest: `Gruppa ledes av X. Øvrige medlemmer er …`, `… Elles sit Y og Z i gruppa`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading
from avtale.context.context import Context
from avtale.context.office_words import is_said_of_forum
from avtale.context.officeholders import holder

_REST = re.compile(r"\b(?:øvrige|elles|ellers|resten)\b|\b(?:andre|dei\sandre|de\sandre)\s(?:faste\s)?medlem")
_SECOND = re.compile(r"\s(?:er|blir|vert)\snestle(?:d|i)[ae]r")
_BACK = 3
"""Sentences before the rest in which the chair is named."""


def chair_before_rest(context: Context, start: int, end: int) -> Iterator[Stretch]:
    """Who leads the forum, where a stretch speaks of the rest of its members."""
    rest = _REST.search(context.view.lower, start, end)
    if rest is None:
        return
    index, section = context.sentence_index(rest.start()), context.section(start)
    for sentence in context.sentences[max(0, index - _BACK) : index + 1][::-1]:
        if context.section(sentence[0]) is not section:
            return
        second = _SECOND.search(context.view.lower, *sentence)
        if second:
            yield from list(leading(context, sentence[0], second.start()))[:1]
        chairs = [cue for cue in context.cues.within("offices", *sentence) if cue.term.id == "chair" and is_said_of_forum(context, sentence, cue)]
        found = holder(context, sentence, chairs[0]) if chairs else None
        if found:
            yield found
            return
