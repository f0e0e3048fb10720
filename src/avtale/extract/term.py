"""`term`: how long the agreement itself holds: `start`, `end`, `renewal` (`eitt år om gongen`), `termination_notice` (`seks måneders oppsigelse`).

From its own sentences (`Avtalen gjelder fra … til …`, `i perioden 2025–2027`, `varer i fire år`) and from a period in the title block.
A start and a length give the end. `ut 2024` ends in `2024`; `inntil videre` leaves the end open (null).

Not this field: how long a plan, a body's seats or another agreement holds; when the agreement is evaluated.
`ut valgperioden 2019–2023` tells the end alone: the start is another day.
Known gaps: a length counted from the signing (`to år fra underskrift`), `ut valgperioden` without years.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala gjeld frå 1. mars 2010 til 31. desember 2015, med seks månaders oppseiing."))]
[{'start': '2010-03-01', 'end': '2015-12-31'}, {'termination_notice': 'P6M'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.chronology import Dated
from avtale.context.date_roles import AGREEMENT
from avtale.grammar import duration
from avtale.grammar.anchor import any_within
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
)
"""What stands somewhere in every sentence that says how long an agreement holds or how it ends."""
_NOTICE = re.compile(
    r"""oppsig|[ou]ppsagd\s(?:\w+\s){0,2}?med\s(?:\w+\s)?\Z|\bavslutt(?:es|ast)?\b|oppsei|uppsei|oppsagt
      | \b(?:si|sies|sier|seiast|seie|seier|seia|segja|segjer|segjast|sagt|sagd)\s(?:\w+\s){0,3}?(?:opp|upp)\b
      | \btrekk\w*\s(?:seg|oss|dere|dykk)\b | \bmelde?r?\s(?:seg|oss)\sut\b
      | \b(?:ønske?r|ønskjer|ynskje?r)\s(?:\w+\s){0,5}?ut\b
      | \b(?:tre\sut|trer\sut|vil\s(?:\w+\s){0,3}ut|kom(?:me|e|a)\s(?:seg\s)?ut
          |gå\sfr[aå]\s(?:den|ho|han|henne|avtal\w+)\b|går?\sut\sav\s(?:avtal|samarb|ordning|den\b|denne|henne|han\b|ho\b))""",
    re.VERBOSE,
)
_RENEWED = re.compile(
    r"forleng|forny|oppatt?ny|\bleng(?:d|t|jast|jest|es)\b|rull\w*\s(?:\w+\s){0,2}(?:videre|vidare)|løper\s(?:\w+\s){0,3}videre|går\s(?:\w+\s){0,5}(?:videre|vidare)|gjeld\w*\s(?:\w+\s){0,2}(?:videre|vidare)|held\s(?:\w+\s){0,2}fram|fortset"
)
_RENEWED_BY = re.compile(r"(?:forleng|forny|oppatt?ny|\bleng[dj])\w*\s(?:\w+\s){0,4}\Z")
_MAY = re.compile(r"\b(?:kan|kunne|ønsker|ynskjer|ønskjer|vil)\b")
_FORMERLY = re.compile(r"\b(?:var|tidligere|tidlegare|før)\s\Z")
_END_OF = re.compile(r"\but(?:gangen|gongen|løpet)\sav\s(?:\w+\s)?\Z")
_POST = re.compile(r"\b(?:tilsett|tilsatt|ansatt|stilling)")
_UNTIL_THEN = re.compile(r",?\s(?:dvs\.?\s|det\svil\ssi\s|altså\s)?(?:fram\s|frem\s)?(?:til|t\.o\.m\.?)\s(?:og\smed\s)?(?:den\s)?(?:\d|utgangen|utgongen)")
"""After a length by which an agreement is prolonged once."""
_EACH_TIME = re.compile(r"\s(?:om|av|ad)\s(?:gangen|gongen)|\si\s(?:senn|slengen)\b|\sfor\s(?:hver|kvar)\s(?:gang|gong)\b|\s(?:til|nye)\b")
_SUBJECT = re.compile(r"\A\W*(?:den|ho|hun|han)\b|avtal")
_LASTS = re.compile(
    r"\b(?:inngått|inngås|inngådd|inngåast|varer|vare|varighet|varigheit|gjelder|gjelde|gjeld|gyldig|løper|løpetid|periode|avtaleperiode|avtaletid)\w*\b"
)
_LASTS_AFTER = re.compile(r"\s(?:varighet|varigheit|løpetid|gyldighet|gyldigheit|virketid|verketid)\b")
_LENGTH = re.compile(r"\b(?:i|for|på|er|en\speriode\spå|ein\speriode\spå)\s(?:\w+\s){0,2}\Z")
_PERIOD = re.compile(r"\b(?:perioden|tidsrommet)\s(?:fra\s|frå\s)?(?:den\s)?\Z")
_OUT_OF = re.compile(r"\b(?:ut|(?:utgangen|utgongen|slutten|utløpet)\sav|ferdig\smed)\s(?:\w+\s){0,2}?\w*period\w*\W+\Z")
_COUNTED_ON = re.compile(r"\s\w+,?\s(?:regnet|regna|rekna)\s(?:fra|frå)\b")
_COUNTED = re.compile(r"\b(?:regnet|regna|rekna|rekne|regne)\s(?:fra|frå)\s(?:og\smed\s)?(?:den\s)?\Z")
_LABEL = re.compile(
    r"\W*(?:avtalens\s|avtala\s)?(?:varighet|varigheit|avtaleperiode|avtaletid|virketid|verketid|gyldighet|gyldig|gjelder|gjeld|periode"
    r"|(?:ny\s|siste\s|avtalt\s)?(?:sluttdato|utløpsdato|opphørsdato|opphøyrsdato))\w*\s*[:|\t]"
)


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
    for start, end in context.sentences_with("periods"):
        if any_within(_TELLING, lower, start, end):
            for found in duration.find(context.view, start, end):
                yield from _lengths(context, (start, end), found, dates)


def _rank(context: Context, dated: Dated) -> int | None:
    """How surely a period is the agreement's own: its sentence says so, or the title block has it; None where neither."""
    start, end = dated.sentence
    if context.outline.block_at(start) < context.outline.title.stop:
        return 1 if dated.role == "term" else 2
    if _LABEL.match(context.view.lower, start, dated.found.start):
        return 0
    if not (
        context.has("events", start, end, "valid")
        or (dated.role == "term" and _PERIOD.search(context.view.lower, start, dated.found.start))
        or _COUNTED.search(context.view.lower, start, dated.found.start)
    ):
        return None
    if AGREEMENT.search(context.view.lower, start, dated.found.start):
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
    lower = context.view.lower
    before, after = lower[sentence[0] : found.start], lower[found.end : sentence[1]]
    span = ((found.start, found.end),)
    length = found.value["duration"]
    if _is_renewal(before, after):
        yield Candidate("term", {"renewal": length}, span)
    elif _is_notice(before, after):
        yield Candidate("term", {"termination_notice": length}, span, 1 if _FORMERLY.search(before) else 0)
    elif _is_length(before, after):
        start = _start(context, sentence, dates)
        if start and (end := later(start.found.value["date"].removesuffix("/.."), length)):
            yield Candidate("term", {"start": start.found.value["date"].removesuffix("/.."), "end": end}, ((start.found.start, start.found.end), *span))


def _is_length(before: str, after: str) -> bool:
    """Whether a length is that of the agreement: `varer i fire år`, `har fire års varighet`."""
    if _LABEL.match(before):
        return True
    if _LASTS_AFTER.match(after):
        return bool(_SUBJECT.search(before))
    return bool(AGREEMENT.search(before) and _LASTS.search(before) and _LENGTH.search(before))


def _is_renewal(before: str, after: str) -> bool:
    """Whether a length is one by which the agreement runs on: each time, or once where nobody needs to decide so."""
    if _EACH_TIME.match(after) and not _COUNTED_ON.match(after):
        return bool(_RENEWED.search(before)) or (bool(_SUBJECT.search(before)) and bool(_LASTS.search(before)))
    return bool(_RENEWED_BY.search(before)) and not _MAY.search(before) and not _UNTIL_THEN.match(after)


def _is_notice(before: str, after: str) -> bool:
    """Whether a length is the notice by which the agreement, and no post, is ended."""
    told = _NOTICE.search(before[-90:]) or _NOTICE.search(after[:40].partition(",")[0])
    return bool(told) and not _END_OF.search(before) and not _POST.search(before)


def _start(context: Context, sentence: Stretch, dates: list[Dated]) -> Dated | None:
    """The day from which a length is counted: in the same sentence, else in the one before it."""
    earlier = context.sentences[context.sentence_index(sentence[0]) - 1]
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
