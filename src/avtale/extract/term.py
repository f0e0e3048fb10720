"""`term`: how long the agreement itself holds: `start`, `end`, `renewal` (`eitt år om gongen`), `termination_notice` (`seks måneders oppsigelse`).

From its own sentences (`Avtalen gjelder fra … til …`, `i perioden 2025–2027`, `varer i fire år`) and from a period in the title block.
A start and a length give the end. `ut 2024` ends in `2024`; `inntil videre` leaves the end open (null).

Not this field: how long a plan, a body's seats or another agreement holds; when the agreement is evaluated.
Known gaps: a length counted from the signing (`to år fra underskrift`), `ut valgperioden`.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala gjeld frå 1. mars 2010 til 31. desember 2015, med seks månaders oppseiing."))]
[{'start': '2010-03-01', 'end': '2015-12-31'}, {'termination_notice': 'P6M'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.chronology import AGREEMENT, Dated
from avtale.grammar import duration
from avtale.grammar.found import Found

_NOTICE = re.compile(
    r"oppsig|oppsei|uppsei|\b(?:sies|si|sier|seiast|seie|seier|seia|sagt|sagd|segja)\s(?:\w+\s){0,2}?(?:opp|upp)\b|oppsagt|skriftlig\svarsel|skriftleg\svarsel|tre\sut\sav|gå\sut\sav"
)
_RENEWED = re.compile(r"forleng|forny|løper\s(?:\w+\s){0,3}videre|går\s(?:\w+\s){0,3}vidare|held\s(?:\w+\s){0,2}fram|fortset")
_FORMERLY = re.compile(r"\b(?:var|tidligere|tidlegare)\s\Z")
_EACH_TIME = re.compile(r"\s(?:om|av)\s(?:gangen|gongen)|\s(?:til|nye)\b")
_LASTS = re.compile(r"\b(?:varer|varighet|varigheit|gjelder|gjeld|gyldig|løper|periode)\w*\b")
_LENGTH = re.compile(r"\b(?:i|for|på|er|en\speriode\spå|ein\speriode\spå)\s(?:\w+\s){0,2}\Z")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield candidates for the ends, the renewal and the notice, each by itself."""
    dates = context.chronology
    for dated in dates:
        if dated.role in ("term", "effective", "expires") and (rank := _rank(context, dated)) is not None:
            yield Candidate("term", _ends(dated), ((dated.found.start, dated.found.end),), rank)
    for start, end in context.sentences_with("periods"):
        if context.section(start) is None and not AGREEMENT.search(context.view.lower, start, end):
            continue
        for found in duration.find(context.view, start, end):
            yield from _lengths(context, (start, end), found, dates)


def _rank(context: Context, dated: Dated) -> int | None:
    """How surely a period is the agreement's own: its sentence says so, or the title block has it; None where neither."""
    start, end = dated.sentence
    if context.outline.block_at(start) < context.outline.title.stop:
        return 1 if dated.role == "term" else 2
    section = context.section(start)
    own = AGREEMENT.search(context.view.lower, start, dated.found.start)
    if own and context.has("events", start, end, "valid"):
        return 0
    valid = section and any(part.type == "validity" for part in section.lineage())
    return 1 if valid and context.has("events", start, end, "valid") else None


def _ends(dated: Dated) -> dict[str, str | None]:
    date = dated.found.value["date"]
    if "/" in date:
        start, end = date.split("/")
        return {"start": start, "end": None if end == ".." else end}
    return {"start": date} if dated.role == "effective" else {"end": date}


def _lengths(context: Context, sentence: Stretch, found: Found, dates: list[Dated]) -> Iterator[Candidate]:
    lower = context.view.lower
    before, after = lower[sentence[0] : found.start], lower[found.end : sentence[1]]
    span = ((found.start, found.end),)
    length = found.value["duration"]
    if (_EACH_TIME.match(after) and (_RENEWED.search(before) or AGREEMENT.search(before))) or re.search(
        r"forlenge[srt]*\s(?:\w+\s){0,4}\Z|fornye[srt]*\s(?:\w+\s){0,4}\Z|forlengjast\s(?:\w+\s){0,4}\Z", before
    ):
        yield Candidate("term", {"renewal": length}, span)
    elif _NOTICE.search(before[-90:] + " " + after[:60]):
        yield Candidate("term", {"termination_notice": length}, span, 1 if _FORMERLY.search(before) else 0)
    elif AGREEMENT.search(before) and _LASTS.search(before) and _LENGTH.search(before):
        start = next((dated for dated in dates if dated.sentence == sentence and dated.role == "effective"), None)
        if start and (end := later(start.found.value["date"].removesuffix("/.."), length)):
            yield Candidate("term", {"start": start.found.value["date"].removesuffix("/.."), "end": end}, ((start.found.start, start.found.end), *span))


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
