"""`bodies[].meetings`: how often a forum meets.

`Det avholdes 4 møter pr år`, `Rådet møtes kvartalsvis`, `Gruppa har ti møte i året`. Two frequencies that contradict each other give a notice.

Not this field: the meetings of a municipal council or a neighbour's forum, how often one member comes (`BUP er med 4 ganger i året`).
Known gaps: a number of meetings that only a meeting plan shows.

>>> from avtale.context import Context
from avtale.context.forums import FOREIGN
>>> found = next(extract(Context("Politirådet møtes minst to ganger i halvåret.")))
>>> found.value["meetings"]["times"], found.value["meetings"]["period"], found.value["meetings"]["bound"]
(2, 'P6M', 'at_least')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.forums import FOREIGN
from avtale.grammar import frequency
from avtale.grammar.found import Found
from avtale.structure import Kind

_MEETS = re.compile(
    r"\bmøt(?:e[rt]?|es|ast|est|ene|ane|a|i)?\b|\bpolitirådsmøt|\bmøtefrekvens|\bmøtehyppighet|\bavholdes|\bsamling|\bkjem\ssaman|\bkommer\ssammen|\bsamles|\bsamlast|\bhaldast|\b\w*møter\b|\btreff"
)
_MEETING_ITEM = re.compile(
    r"\W*(?:det\s|rådet\s|gruppa\s|gruppen\s|faste\s|ordinære\s)*(?:møte|møter|møtes|møtest|møtast|møtefrekvens|avholdes|skal\s(?:avholdes|haldast))\b"
)
_ATTENDS = re.compile(
    r"\b(?:er|var)\smed\b|\bdeltar\b|\bdeltek\b|\binviter|\bkall\w*\sinn\b|\borienter|\brapporter|\bskal\smøte\si\b|\bhvis\b|\bdersom\b|\btidlegare\b|\btidligere\b|\bi\ssnitt\b|\bfram\still\sno\b"
)
_EVALUATES = re.compile(r"\bevaluer|\brevider|\brullerast|\bberedskapsøv")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each frequency of meetings."""
    for sentence in context.sentences_with("periods", "recurrences", "seasons", "months"):
        kind = context.block(sentence[0]).kind
        if kind is Kind.HEADING or (kind is Kind.ITEM and not _MEETING_ITEM.match(context.view.lower[slice(*sentence)])):
            continue
        forum = context.forums.at(sentence[0])
        if forum is None or not (_MEETS.search(context.view.lower, *sentence) or _is_answer(context, sentence)):
            continue
        for found in frequency.find(context.view, *sentence):
            if found.value["period"] != "P1D" and _is_of_meetings(context, sentence, found):
                yield Candidate(
                    "bodies", {"type": forum.type, "name": forum.name, "meetings": found.value}, ((found.start, found.end), sentence), _rank(context, sentence)
                )
                break


def _is_answer(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence stands first under a heading of meetings and so is about them."""
    section = context.section(sentence[0])
    return section is not None and section.type == "meetings" and context.outline.block_at(sentence[0]) == section.first


def _rank(context: Context, sentence: Stretch) -> int:
    """How surely a frequency is the forum's: its sentence speaks of it, or the heading above it does, or nothing says otherwise."""
    if context.forums.is_named(*sentence):
        return 0
    section = context.section(sentence[0])
    return 1 if section and (section.type in ("meetings", "police_council", "members") or context.forums.is_sure(*sentence)) else 2


def _is_of_meetings(context: Context, sentence: Stretch, found: Found) -> bool:
    lower = context.view.lower
    start, end = sentence
    clause = max(start, max(lower.rfind(mark, start, found.start) for mark in (";", " mens ", " medan ")))
    before = lower[clause : found.start]
    if FOREIGN.search(before) or _ATTENDS.search(before) or _EVALUATES.search(lower, start, end):
        return False
    return _is_answer(context, sentence) or bool(_MEETS.search(before[-80:]) or _MEETS.search(lower, found.start, min(end, found.end + 60)))
