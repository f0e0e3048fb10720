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

from avtale.context import Candidate, Context
from avtale.grammar import duration

_SENT = re.compile(r"\b(?:agenda|saks?list|innkall|dagsorden|sakspapir|saksdokument|møtepapir|dokument|papir|sakene|sakliste|kallar\sinn|kaller\sinn|varsel)")
_BEFORE = re.compile(r"\b(?:før|fyre|forveien|førevegen|førehand|forhånd|på\sforhånd|varsel)")
_REPORTED = re.compile(
    r"\b(?:meld(?:e[srt]?|ast|er|te)?|spilles|spelast|melde\sinn|innmeld|sendes\still\ssekretær|sendast\still\ssekretær|vere\smelde|være\smeldt)\b[^.,;]{0,70}\Z"
)
_EXTRA = re.compile(r"\b(?:ekstraordin|akutt|på\skort|hast)")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each notice of an agenda."""
    for start, end in context.sentences_with("periods"):
        lower = context.view.lower
        forum = context.forums.at(start)
        if forum is None or not _SENT.search(lower, start, end) or not _BEFORE.search(lower, start, end):
            continue
        for found in duration.find(context.view, start, end):
            clause = max(start, lower.rfind(",", start, found.start), lower.rfind(";", start, found.start))
            if (
                _BEFORE.search(lower, found.end, min(end, found.end + 40))
                and not _REPORTED.search(lower, clause, found.start)
                and not _EXTRA.search(lower, start, end)
            ):
                yield Candidate("bodies", {"type": forum.type, "name": forum.name, "agenda_notice": found.value["duration"]}, ((found.start, found.end),))
                break
