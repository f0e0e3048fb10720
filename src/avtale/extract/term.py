"""`term`: how long the agreement itself holds: `start`, `end`, `renewal` (`eitt år om gongen`), `termination_notice` (`seks måneders oppsigelse`).

From its own sentences (`Avtalen gjelder fra … til …`, `i perioden 2025–2027`, `varer i fire år`) and from a period in the title block.
A start and a length give the end; a length that is counted from the signing (`to år fra underskrift`) starts on that day.
`ut 2024` ends in `2024`; `inntil videre` leaves the end open (null).

Not this field: how long a plan, a body's seats or another agreement holds; when the agreement is evaluated.
`ut valgperioden 2019–2023` tells the end alone: the start is another day.
Known gaps: `ut valgperioden` without years.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala gjeld frå 1. mars 2010 til 31. desember 2015, med seks månaders oppseiing."))]
[{'start': '2010-03-01', 'end': '2015-12-31'}, {'termination_notice': 'P6M'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.chronology import Dated
from avtale.context.date_ends import AGREEMENT, ENDS
from avtale.context.lengths import LABEL, said_of
from avtale.context.stems import sentences_saying
from avtale.grammar import duration
from avtale.grammar.anchor import any_in
from avtale.grammar.found import Found

_TELLING = (
    "opp",
    "trekk",
    "avslutt",
    "gå ut av",
    "inngå",
    "upp",
    "tre ut",
    "gå ut",
    "vil ",
    "seg ut",
    "ut av",
    "gå fra",
    "gå frå",
    "går ut",
    "leng",
    "forny",
    "idere",
    "idare",
    "fram",
    "fortset",
    "rull",
    "vare",
    "varig",
    "gjeld",
    "løp",
    "gyldig",
    "avtaleperiode",
    "avtaletid",
    "frist",
    "hev",
    "årig",
    "deretter",
    "derfra",
    "derifr",
    "då av",
    "da av",
    "ørehand",
    "orhånd",
    "orveien",
    "orvegen",
)
"""What stands somewhere in every sentence that says how long an agreement holds or how it ends."""
_FORMERLY = re.compile(r"\b(?:var|tidligere|tidlegare|før)\s\Z")
_FROM_SIGNING = re.compile(
    r"\b(?:fr[aå]|ved|etter)\s(?:\w+\s){0,4}?(?:underskri\w+|undertegn\w+|underteikn\w+|signer\w+|signatur\w*|skriven\sunder|skrevet\sunder)"
)
_PERIOD = re.compile(r"\b(?:perioden|tidsrommet)\s(?:fra\s|frå\s)?(?:den\s)?\Z")
_OUT_OF = re.compile(r"\b(?:ut|(?:utgangen|utgongen|slutten|utløpet)\sav|ferdig\smed)\s(?:\w+\s){0,2}?\w*period\w*\W+\Z")
_PROLONGED = re.compile(r"\b(?:forleng|leng(?:d|t|jast|es))")
_COUNTED = re.compile(r"\b(?:regnet|regnes|regna|rekna|reknast|rekne|regne)\s(?:fra|frå)\s(?:og\smed\s)?(?:den\s)?\Z")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield candidates for the ends, the renewal and the notice, each by itself."""
    dates = context.chronology
    last = max((dated.found.value["date"] for dated in dates if dated.role == "expires"), default="")
    for dated in dates:
        if dated.role == "expires" and dated.found.value["date"] != last and context.is_amendment:
            continue
        if dated.role in ("term", "effective", "expires") and (rank := _rank(context, dated)) is not None:
            yield Candidate("term", _ends(context, dated), ((dated.found.start, dated.found.end),), rank)
    lower = context.view.lower
    for start, end in sorted({*context.sentences_with("periods"), *sentences_saying(context, "årig")}):
        if any_in(_TELLING, lower[start:end]):
            for found in duration.find(context.view, start, end):
                yield from _lengths(context, (start, end), found, dates)


def _rank(context: Context, dated: Dated) -> int | None:
    """How surely a period is the agreement's own: its sentence says so, or the title block has it; None where neither."""
    start, end = dated.sentence
    if dated.role == "term" and dated.found.value["date"].startswith("X"):
        return None
    if context.outline.block_at(start) < context.outline.title.stop:
        return 1 if dated.role == "term" else 2
    if LABEL.match(context.view.lower, start, dated.found.start):
        return 0
    if not (
        context.has("events", start, end, "valid")
        or (dated.role == "term" and _PERIOD.search(context.view.lower, start, dated.found.start))
        or _COUNTED.search(context.view.lower, start, dated.found.start)
        or (dated.role == "expires" and ENDS.search(context.view.lower, start, dated.found.start))
        or dated.role == "effective"
    ):
        return None
    if AGREEMENT.search(context.view.lower, start, dated.found.start):
        return 0
    if context.is_amendment and dated.role == "expires" and _PROLONGED.search(context.view.lower, start, dated.found.start):
        return 0
    section = context.section(start)
    return 1 if section and any(part.type == "validity" for part in section.lineage()) else None


def _ends(context: Context, dated: Dated) -> dict[str, str | None]:
    date = dated.found.value["date"]
    if "/" in date:
        start, end = date.split("/")
        if _OUT_OF.search(context.view.lower, dated.sentence[0], dated.found.start):
            return {"end": end}
        return {"start": start, "end": None if end == ".." else end}
    return {"start": date} if dated.role == "effective" else {"end": date}


def _lengths(context: Context, sentence: Stretch, found: Found, dates: list[Dated]) -> Iterator[Candidate]:
    span = ((found.start, found.end),)
    said, length = said_of(context, sentence, found), found.value["duration"]
    if said == "renewal":
        yield Candidate("term", {"renewal": length}, span)
    elif said == "notice":
        is_former = _FORMERLY.search(context.view.lower, sentence[0], found.start)
        yield Candidate("term", {"termination_notice": length}, span, 1 if is_former else 0)
    elif said == "length":
        start = _start(context, sentence, dates)
        if start and (end := later(start.found.value["date"].removesuffix("/.."), length)):
            yield Candidate("term", {"start": start.found.value["date"].removesuffix("/.."), "end": end}, ((start.found.start, start.found.end), *span))


def _start(context: Context, sentence: Stretch, dates: list[Dated]) -> Dated | None:
    """The day from which a length is counted: in the same sentence, else in the one before it."""
    earlier = context.sentences[context.sentence_index(sentence[0]) - 1]
    if _FROM_SIGNING.search(context.view.lower, *sentence):
        return max((dated for dated in dates if dated.role == "signed"), key=lambda dated: dated.found.value["date"], default=None)
    starts = {dated.sentence: dated for dated in reversed(dates) if dated.role == "effective" and dated.sentence in (sentence, earlier)}
    return starts.get(sentence) or (starts.get(earlier) if context.block(earlier[0]) is context.block(sentence[0]) else None)


def later(date: str, length: str) -> str | None:
    """A date in EDTF some years or months on, on the same day of the month; None for other units.

    >>> later("2010-03-01", "P4Y"), later("2021-11", "P18M"), later("2020", "P2Y")
    ('2014-03-01', '2023-05', '2022')
    """
    match = re.fullmatch(r"P(\d+)([YM])", length)
    parts = date.split("-")
    if not match or not parts[0].isdigit() or (match[2] == "M" and len(parts) < 2):
        return None
    months = int(parts[0]) * 12 + (int(parts[1]) - 1 if len(parts) > 1 else 0) + int(match[1]) * (12 if match[2] == "Y" else 1)
    return "-".join([f"{months // 12:04}", *([f"{months % 12 + 1:02}"] if len(parts) > 1 else []), *parts[2:]])
