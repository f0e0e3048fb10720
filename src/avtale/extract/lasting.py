"""`themes` of the type `term_told`: words that tell how long the agreement holds without a day on which it ends.

A length (`i to år fra signering`), a period of the elected council (`ut valgperioden`), a renewal that comes by itself (`fornyes årlig`), and
that it holds until somebody ends it (`inntil videre`, `til den blir sagt opp`).

Not this field: a day, a year or a renewal that `term` has; a notice of termination; that it may be prolonged.
Known gaps: an end that something else brings about (`til kommunene er slått sammen`).

>>> from avtale.context import Context
>>> [found.value["type"] for found in extract(Context("Avtala gjeld ut valperioden."))]
['term_told']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.date_ends import AGREEMENT
from avtale.context.stems import sentences_saying
from avtale.grammar import duration
from avtale.grammar.anchor import any_in, cores
from avtale.vocabulary import forms

_STEMS = ("avtal", "varigh", "varigheit", "gyldig")
_HOLDS = re.compile(r"\b(?:gjeld(?:er|ande|ende)?|var(?:er|ar|a|e)|varig\w*|løp(?:er|e|ar)?|gyldig\w*|inngå\w*|avtaleperiode\w*|avtaletid\w*)\b")
_TERM_OF_OFFICE = re.compile(r"\b(?:valg|val|kommunestyre)period\w*|\bkommuneval\w*")
_RENEWED = re.compile(r"\b(?:forny|forleng|prolonger|ruller)\w*\s(?:\w+\s){0,2}?(?:automatisk|årle?g|årvisst|(?:hvert|kvart)\s\w*\s?år)")
_OTHER = re.compile(r"\boppsig|\boppsei|\b(?:sies|seiast|seie|si)\sopp\b|\bevaluer|\bkan\s(?:\w+\s)?(?:forleng|forny)")
_UNTIL_ENDED = re.compile(
    r"\b(?:gjeld(?:er|ande|ende|e)?|løp(?:er|e)?|var(?:er|ar|e|a)|står)\b[^;]{0,60}?\b(?:inntil\svid[ea]re|(?:inn)?til\s(?:\w+\s){1,5}(?:opp|oppsag[dt])\b"
    r"|ut[ae]n\s(?:sluttdato|tidsavgrensing|tidsbegrensning)|på\s(?:ubestemt|uviss)\stid)"
)
_SPEAKS_OF_IT = re.compile(r"(?:[^.;:]{0,30}:\s+|[^.;:]{0,40}?)(?:(?:samarbeids)?avtal\w+|den|han|ho)\b")
_ENDED_STEMS = ("inntil vid", " opp", "sluttdato", "bestemt tid", "uviss tid", "tidsavgrensing", "tidsbegrensning")
_YEARS = (stem for stem, unit in forms("periods").items() if re.fullmatch(r"P\d+[YM]", unit))
_TELLING = cores(["forny", "forleng", "prolonger", "ruller", "period", "kommuneval", *_YEARS])
"""Of which one stands wherever it is told, but for an end that is not set."""
_LENGTHS = re.compile(r"P\d+[YM]")
_NEAR = 40
"""Characters between the word that says that it holds and the length."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that tells it."""
    lower = context.view.lower
    for start, end in sentences_saying(context, *_STEMS):
        if any_in(_TELLING, lower[start:end]) and not _OTHER.search(lower, start, end):
            yield from (Candidate("themes", {"type": "term_told"}, (told,)) for told in _told(context, (start, end)))
    for sentence in sentences_saying(context, *_ENDED_STEMS):
        match = _UNTIL_ENDED.search(lower, *sentence) if _SPEAKS_OF_IT.match(lower, *sentence) else None
        if match:
            yield Candidate("themes", {"type": "term_told"}, (match.span(),))


def _told(context: Context, sentence: Stretch) -> Iterator[Stretch]:
    lower = context.view.lower
    holds = _HOLDS.search(lower, *sentence)
    renewed = _RENEWED.search(lower, *sentence) if AGREEMENT.search(lower, *sentence) else None
    office = _TERM_OF_OFFICE.search(lower, holds.end(), sentence[1]) if holds else None
    lengths = duration.find(context.view, holds.end(), min(sentence[1], holds.end() + _NEAR)) if holds else ()
    yield from (match.span() for match in (renewed, office) if match)
    yield from ((found.start, found.end) for found in lengths if _LENGTHS.fullmatch(found.value["duration"]))
