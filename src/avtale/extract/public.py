"""`public`: whether the agreement says that it is itself open to the public.

True for `avtalen er offentlig`, `avtala skal ikkje unntakast offentlegheit`, `avtalen publiseres på …`; false for `avtalen er unntatt offentlighet`.

Not this field: that the council's minutes are public, or that its meetings are closed.
Known gaps: a sentence whose subject is a pronoun (`Den er offentlig`).

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala er eit ope dokument."))]
[{'public': True}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context

_SUBJECT = re.compile(r"\b(?:\w*avtal(?:e|en|a|ane|ene)|dokumentet)\b")
_OPEN = re.compile(
    r"\b(?:er|skal\svere|skal\svera|skal\svære|som)\s(?:\w+\s){0,2}?(?:offentlig|offentleg|offentlege|åpen|åpent|open|ope|tilgjengelig|tilgjengeleg)\b|\b(?:eit\sope|et\såpent)\sdokument\b|\b(?:publiser|kunngjør|kunngjer|offentliggjør|offentleggjer)\w*\b|\blegges\sut\spå|\bleggjast\sut\spå"
)
_CLOSED = re.compile(
    r"\b(?:unntatt|unntas|unntakast|unnateke|unnatek[ae]n?|unntaken|unnatatt|skjermes|skjermast|gradert)\b|\bikk?j?e\s(?:\w+\s)?(?:offentlig|offentleg|tilgjengelig|tilgjengeleg)"
)
_NEGATED = re.compile(r"\bikk?j?e\s(?:\w+\s)?(?:unntatt|unntas|unntakast|unnateke|unnatek[ae]n?|unntaken|unnatatt|skjermes|gradert)")
_BOTH = re.compile(r"\bbåde\s(?:denne\s)?\w*avtal\w+\sog\b")
_OTHERS = re.compile(r"\b(?:referat|møtebok|møteboka|protokoll|sakspapir|møtene|møta|saksdokument|innkalling|taushet|teieplikt)")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that says it of the agreement."""
    for start, end in context.sentences_with("publicity"):
        sentence = context.view.lower[start:end]
        subject = _SUBJECT.search(sentence)
        if not subject or "[" in sentence or "er/er" in sentence or (_OTHERS.search(sentence) and not _BOTH.search(sentence)):
            continue
        rest = sentence[subject.end() :]
        if _NEGATED.search(rest) or (_OPEN.search(rest) and not _CLOSED.search(rest)):
            yield Candidate("public", {"public": True}, ((start, end),))
        elif _CLOSED.search(rest):
            yield Candidate("public", {"public": False}, ((start, end),))
