"""Sentences that are the answer to a heading: `Leder` over `Ordføreren.`, `Hvem leder rådet?` over `Det gjør ordføreren.`"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.structure import Kind
from avtale.vocabulary import Cue

_WHO = ("hvem ", "kven ")
_DOES = re.compile(r"[\w-]+(?:en|a|et)\s(?!eller\b)\w{3,}[ae]r\b")
"""A definite noun and a verb that is in no list."""
_HEADING = 40
"""Characters of the longest heading that is a word for an office."""


def answered(context: Context) -> dict[Stretch, list[Cue]]:
    """The first sentences under headings that are words for an office (`Leder`, `Sekretær for rådet`), where they are no more than who holds it."""
    found: dict[Stretch, list[Cue]] = {}
    for section in context.outline.sections:
        heading, body = section.heading, context.outline.blocks[section.first : section.first + 1]
        cues = context.cues.within("offices", heading.start, heading.end) if heading.size < _HEADING else []
        asked = context.view.lower.startswith(_WHO, heading.start)
        if cues and (asked or cues[0].start == heading.start) and body and body[0].kind in (Kind.TEXT, Kind.ITEM):
            sentence = context.sentence(body[0].start)
            if asked or not (_DOES.match(context.view.lower, *sentence) or any(context.cues.first(concept, *sentence) for concept in ("verbs", "offices"))):
                found[sentence] = [cue for cue in cues if cue.term.id not in context.cues.ids("offices", *sentence)]
    return found
