"""Sentences that say who holds an office that the line before names: a heading (`Leder` over `Ordføreren.`, `Hvem leder rådet?` over
`Det gjør ordføreren.`), or a sentence (`Ledervervet veksler. I 2024 ligger det til lensmannen.`)."""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.structure import Kind
from avtale.vocabulary import Cue

_WHO = ("hvem ", "kven ")
_DOES = re.compile(r"[\w-]+(?:en|a|et)\s(?!eller\b)\w{3,}[ae]r\b")
"""A definite noun and a verb that is in no list."""
_it = r"(?:det|den|ho|han|vervet|oppgaven|oppgåva|ansvaret)"
IT_LIES = re.compile(
    rf"(?:(?!{_it}\b)\w+[\s,]+){{0,4}}?(?:(?:ligg(?:er)?|er|tilligg(?:er)?|kviler|hviler|går)\s{_it}|{_it}\s(?:ligg(?:er)?|kviler|hviler|er\slag[td]))\s(?:(?:nå|no)\s)?(?:til|hos|hjå|på)\s"
)
"""How a sentence goes on about the office that the one before names."""
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
    return found | _going_on(context)


def _going_on(context: Context) -> dict[Stretch, list[Cue]]:
    """The sentences that go on about an office that the sentence before has as its noun, and of which it names no holder."""
    found: dict[Stretch, list[Cue]] = {}
    for cue in context.cues.all("offices"):
        if "voice" in cue.term.facts:
            continue
        index = context.sentence_index(cue.start) + 1
        after = context.sentences[index] if index < len(context.sentences) else None
        if after and IT_LIES.match(context.view.lower, *after) and context.block(after[0]) is context.block(cue.start):
            found[after] = [cue] if not context.has("offices", *after, cue.term.id) else found.get(after, [])
    return found
