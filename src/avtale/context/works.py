"""Plans, reports and guides as they are cited: by a title in quotes, or a capitalised one, or a noun with the years that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.candidate import Stretch

if TYPE_CHECKING:
    from avtale.context.context import Context

_PLAN = r"\w*(?:plan|program|strategi|samfunnsdel)(?:en|a|et|ens|a sin)?"
_REPORT = r"\w*(?:rapport|undersøk|kartlegging|analyse)\w*"
_GUIDE = r"\w*(?:veileder|rettleiar|handbok|håndbok|hefte|rettleiing|veiledning)\w*"
_KINDS = (("report", _REPORT), ("other", _GUIDE), ("plan", _PLAN), ("attachment", r"(?:vedlegg|bilag)\s?\w{0,2},?"))
_BEFORE = tuple((kind, re.compile(rf"\b{words}\W{{1,3}}\Z")) for kind, words in _KINDS)
_AFTER = tuple((kind, re.compile(rf",?\s(?:(?:en|ein|ei)\s)?{words}\b")) for kind, words in _KINDS[:3])
_WITHIN = re.compile(rf"\b{_PLAN}\b", re.IGNORECASE)
_IS_GUIDE = re.compile(_GUIDE, re.IGNORECASE)
_QUOTES = {"«": "»", "“": "”", '"': '"', "*": "*"}
_YEARS = re.compile(r"\d{4}-?/\d{4}\Z")
_CAPITALISED = re.compile(r"(?P<title>[A-ZÆØÅ][\w-]*(?:[ ,][\w\[\]-]+)*\s)\Z")
_NAMED = re.compile(r"\s(?P<title>[A-ZÆØÅ][\w-]+(?:\s[\w-]+){1,7})")
_COMPOUND = re.compile(r"[A-ZÆØÅ]{2,6}-(?:veilederen|rettleiaren|handboka|håndboken|håndboka)\b")
_LOWER = re.compile(rf"(?P<title>(?:\w+sk[e]?\s)?{_PLAN}(?:\ssin|s)?(?:\s(?:for|mot|om)\s[\w-]+(?:\s(?:og|i)\s[\w-]+){{0,2}}|\s\w+)?\s)\Z")
_PLURALS = ("planer", "planar", "planane", "planene")
_DATED = re.compile(r"[^.;:(]{0,40}\b(?:datert|dagsett|av|fra|frå|i)\s(?:den\s)?\Z")
_STOP = re.compile(r"\s*[.,;:()*»]|\s(?:som|frå|fra|av)\s|\s(?:og|samt)\s(?=[A-ZÆØÅ]\w*plan)")
_NEAR = 80
"""Characters between the parts of one citation."""
_SIZES = range(4, 91)
"""Characters of a title in quotes."""


class Work(NamedTuple):
    """Something cited by its title: its kind, where the title stands, its date."""

    kind: str
    span: Stretch
    date: str | None = None


def works(context: Context) -> Iterator[Work]:
    """The works that a text cites by title."""
    quoted = list(_quoted(context.view.text))
    for span in quoted:
        kind = _kind(context, span)
        if kind:
            yield Work(kind, span, _date(context, span) if kind != "plan" else None)
    for found in context.dates:
        if found.value["date"] and _YEARS.fullmatch(found.value["date"]) and not any(a <= found.start < b for a, b in quoted):
            start = _plan_start(context, found.start)
            if start is not None:
                quoted.append((start, found.end))
                yield Work("plan", (start, found.end))
    for work in _unquoted(context):
        if not any(a <= work.span[0] < b for a, b in quoted):
            yield work


def _quoted(text: str) -> Iterator[Stretch]:
    """The stretches in quotes, or in single asterisks, within a line."""
    for opening, closing in _QUOTES.items():
        at = text.find(opening)
        while at >= 0:
            end = text.find(closing, at + 1, at + _SIZES.stop + 1)
            if end - at - 1 in _SIZES and "\n" not in text[at:end] and not text[at + 1].isspace():
                yield at + 1, end
            at = text.find(opening, max(at, end) + 1 if end > 0 else at + 1)


def _kind(context: Context, span: Stretch) -> str | None:
    """What kind of work a quoted title is of: by the noun before it, after it or in it; None for other quotes."""
    lower, (start, end) = context.view.lower, span
    if "avtale" in lower[start:end] or context.has("verbs", start, end):
        return None
    before = next((kind for kind, pattern in _BEFORE if pattern.search(lower, max(0, start - 30), start)), None)
    if before or context.view.text[start - 1] == "*":
        return before or _kind_by_name(lower[start:end])
    return _kind_by_name(lower[start:end]) or next((kind for kind, pattern in _AFTER if pattern.match(lower, end + 1)), None)


def _kind_by_name(title: str) -> str | None:
    return "other" if _IS_GUIDE.match(title) else "plan" if _WITHIN.search(title) else None


def _date(context: Context, span: Stretch) -> str | None:
    """The date that a work has right after its title."""
    end = context.sentence(span[0])[1]
    for found in context.dates_in(span[1], min(end, span[1] + _NEAR))[:1]:
        if found.value["date"] and "/" not in found.value["date"] and _DATED.match(context.view.lower, span[1], found.start):
            return str(found.value["date"])
    return None


def _plan_start(context: Context, years: int) -> int | None:
    """Where the title of a plan begins that ends with years: at the last capitalised word from which it names one, else at its noun."""
    sentence = context.sentence(years)[0]
    first = max(sentence, years - _NEAR - 10)
    head = context.view.text[first:years]
    title = _CAPITALISED.search(head)
    words = list(re.finditer(r"\S+", title["title"])) if title else []
    for word in reversed(words):
        if word[0][0].isupper() and title and _WITHIN.search(title["title"], word.start()):
            start = first + title.start() + word.start()
            if start > sentence or not context.cues.first("verbs", start, years):
                return start
    lower = _LOWER.search(context.view.lower, first, years)
    return lower.start("title") if lower else None


def _unquoted(context: Context) -> Iterator[Work]:
    """Reports, guides and plans whose title is capitalised in running text: `undersøkinga Ung i Sunnfjord`, `SLT-handboka`, `Veileder for politiråd`."""
    text = context.view.text
    for cue in context.cues.all("cited"):
        if cue.term.id not in ("report", "guide", "plan") or context.view.lower.endswith(_PLURALS, cue.start, cue.end):
            continue
        start, end = context.sentence(cue.start)
        compound = _COMPOUND.match(text, cue.start, end)
        named = _NAMED.match(text, cue.end, end) if cue.term.id != "plan" else None
        if compound:
            yield Work("other", compound.span())
        elif named:
            span = (named.start("title"), _cut(context, *named.span("title")))
            if " " in text[slice(*span)]:
                yield Work("report" if cue.term.id == "report" else "other", span, _date(context, span))
        elif text[cue.start].isupper() and cue.start > start and text.startswith((" for ", " om ", " i ", " mot "), cue.end):
            yield Work("plan" if cue.term.id == "plan" else "other", (cue.start, _cut(context, cue.start, min(end, cue.end + _NEAR))))


def _cut(context: Context, start: int, end: int) -> int:
    """The end of a title that a verb, a mark or the sentence's own words would run on from."""
    verb = context.cues.first("verbs", start, end)
    stop = _STOP.search(context.view.text, start, verb.start if verb else end)
    return stop.start() if stop else start + len(context.view.text[start : verb.start if verb else end].rstrip())
