"""`bodies[].agenda_notice`: how long before a meeting its agenda or summons is to be sent, as a duration.

`Agenda sendes ut senest 1 uke før møtet`, `Saklista skal vere ute åtte dagar før`, `med fjorten dagers varsel`.

Not this field: the deadline for members to send in topics, the notice of termination, a notice of an extra meeting.
Known gaps: a deadline told as a weekday or a date.

>>> from avtale.context import Context
>>> next(extract(Context("Innkalling til politirådet skal sendes fjorten dager før møtet."))).value["agenda_notice"]
'P14D'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import duration
from avtale.grammar.anchor import any_in
from avtale.grammar.found import Found

_SENT = re.compile(
    r"\b(?:agenda|saks?list|innkall|møteinnkall|dagsorden|sakspapir|saksdokument|møtepapir|møtedokument|dokument|papir|sakene|sakane|saker\sog|saksframlegg|kall\w*\s(?:\w+\s){0,2}?(?:inn|saman|sammen)\b)"
    r"|\b(?:hva|kva)\ssom\sskal\s(?:drøft|behandl|handsam|opp)|\bsak\w*\sut\b|\bsak(?:er|a)?\b[^.]{0,40}\bsend\w*\s(?:\w+\s)?ut\b"
)
_STEMS = ("agenda", "sak", "kall", "dagsorden", "papir", "dokument", " som skal ")
"""Of which one stands in whatever `_SENT` matches."""
_GOES_ON = re.compile(r"\W*(?:de|dei|det|dette|den|denne|ho|han|disse|desse|begge|båe)\s(?:deler\s|delar\s)?(?:skal|må|bør|vert|blir|er)\b")
"""How a sentence begins that goes on about the summons of the one before."""
_BEFORE = re.compile(
    r"\b(?:før|fyrr|føre|forveien|førevegen|førehand|forhånd|forkant|varsel|frist|(?:igjen|att)\b|fr[aå]\s(?:innkall|saks?l|dagsorden|agenda|papir)\w*\s[^.;]{3,24}\still?\s\w*møte)"
)
_DEADLINE = re.compile(r"\bfrist(?:en)?\sfor\s(?:å\ssende\sut|å\ssende|utsending|innkalling)\b[^.,;]{0,60}\Z")
_REPORTED = re.compile(
    r"\b(?:meld(?:e[srt]?|ast|er|te)?|spilles|spelast|melde\sinn|innmeld\w*|forslag|innspill?|innspel|send(?:es|ast)\s(?:inn\s)?(?:til\s)?(?:sekretær|leder|leiar|ordfør|slt)\w*|vere\smelde|være\smeldt)\b[^.,;]{0,70}\Z"
)
_EXTRA = re.compile(r"\b(?:ekstraordin|ekstra\smøt|akutt|på\skort|hast)")
_ENDED = re.compile(r"\bsi(?:es|er)?\s(?:\w+\s){0,2}?opp\b|\bsei\w+\s(?:\w+\s){0,2}?opp\b|\boppsig|\boppsei|\bsiast\sopp")
_TAIL = 40
"""Characters after a duration in which it is said that it is one before the meeting."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each notice of an agenda."""
    yield from _of_forum_tables(context)
    lower = context.view.lower
    for sentence in context.sentences_with("periods"):
        if not (_speaks(context, sentence) or _goes_on(context, sentence)) or _EXTRA.search(lower, *sentence) or _ENDED.search(lower, *sentence):
            continue
        forum = context.forums.at(sentence[0])
        found = next((found for found in duration.find(context.view, *sentence) if _is_notice(lower, sentence, found)), None) if forum else None
        if forum and found:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "agenda_notice": found.value["duration"]}, ((found.start, found.end),))


def _speaks(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence speaks of what is sent out before a meeting."""
    lower = context.view.lower
    return any_in(_STEMS, lower[slice(*sentence)]) and _SENT.search(lower, *sentence) is not None


def _goes_on(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence goes on about what the one before has sent out: `… sender ut innkalling. Den skal være framme to uker før`."""
    if not _GOES_ON.match(context.view.lower, *sentence):
        return False
    before = context.sentences[max(0, context.sentence_index(sentence[0]) - 1)]
    return context.block(before[0]) is context.block(sentence[0]) and _speaks(context, before)


def _of_forum_tables(context: Context) -> Iterator[Candidate]:
    """The notices in the cells of a table of forums, beside or under what speaks of an agenda or a deadline for one."""
    for forum, header, cell, _ in context.forum_cells:
        found = next(iter(duration.find(context.view, *cell)), None) if _SENT.search(context.view.lower, *header) else None
        if found:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "agenda_notice": found.value["duration"]}, ((found.start, found.end),))


def _is_notice(lower: str, sentence: Stretch, found: Found) -> bool:
    """Whether a duration is one before a meeting, by which the agenda is sent, and not one by which members send in their topics."""
    start, end = sentence
    clause = max(start, lower.rfind(",", start, found.start), lower.rfind(";", start, found.start))
    if _DEADLINE.search(lower, clause, found.start):
        return True
    return bool(_BEFORE.search(lower, found.end, min(end, found.end + _TAIL))) and not _REPORTED.search(lower, clause, found.start)
