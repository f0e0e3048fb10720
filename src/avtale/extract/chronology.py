"""Dates with what they are the date of: shared by the extractors of `dates`, `signed`, `term`, `supersedes` and a body's founding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.extract.candidate import Stretch
from avtale.grammar.found import Found
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.extract.context import Context

AGREEMENT = re.compile(r"\b(?:denne\s|dette\s)?(?:\w*avtal(?:en|a|e)|avtaleperioden|avtaletida|avtaletiden|ho|hun|han|den|partane|partene)\b")
_FROM = re.compile(r"\b(?:fra\sog\smed|frå\sog\smed|f\.?o\.?m\.?|fra|frå|med\svirkning\sfra|med\sverknad\sfrå)(?:\sden|\sdato|\s1\.)?\s*\Z")
_UNTIL = re.compile(r"\b(?:til\sog\smed|t\.?o\.?m\.?|fram\stil|frem\stil|inntil|til|ut|innen\sutgangen\sav|innan\sutgangen\sav|innan\sutgongen\sav|ved\sutgangen\sav|utløper|går\sut)(?:\sden)?\s*\Z")
_OPEN = re.compile(r"\s*(?:,\s*)?(?:og\s)?(?:inntil\svidere|inntil\svidare|til\sden\sblir\ssagt\sopp|til\sho\svert\ssagd\sopp)")
_EXAMPLE = re.compile(r"(?:\bf\.?\s?eks\.?|for\seksempel|til\sdømes|t\.d\.|skrives\sslik|skrivast\sslik|eksempel|døme|\bmal)\W*[^.]{0,20}\Z")
_SINCE = re.compile(r"\b(?:siden|sidan)\s*(?:den\s)?\Z")
REPLACES = re.compile(r"\b(?:erstatt|avløs|avløys|opphev|i stedet for|istedenfor|i sta(?:d)?en for|istadenfor|ut av kraft|settes ut|set til side)")
"""What an agreement does to the one that it replaces."""
_DATED_AGREEMENT = re.compile(r"avtal\w*\s(?:\w+\s){0,4}?(?:av|fra|frå|datert|dagsett)\s(?:den\s)?\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Dated(NamedTuple):
    """A date, its role in the record's words, and the sentence that it stands in."""

    found: Found
    role: str
    sentence: Stretch


def chronology(context: Context) -> Iterator[Dated]:
    """Every date of the text with its role; an example date is none."""
    closing = _closing(context)
    for found in context.dates:
        sentence = context.sentence(found.start)
        before = context.view.lower[sentence[0] : found.start]
        if found.value["date"] is None or _EXAMPLE.search(before):
            continue
        after = context.view.lower[found.end : sentence[1]]
        opened = _OPEN.match(after) if "/" not in found.value["date"] and _FROM.search(before) else None
        if opened:
            found = Found(found.start, found.end + opened.end(), found.value | {"date": found.value["date"] + "/.."})
        role = "signed" if found.start in closing else _role(context, found, sentence, before, after)
        yield Dated(found, role, sentence)


def _closing(context: Context) -> range:
    blocks = context.outline.blocks
    first, last = context.outline.closing.start, context.outline.closing.stop
    return range(blocks[first].line, blocks[last - 1].end) if first < last else range(0)


def _role(context: Context, found: Found, sentence: Stretch, before: str, after: str) -> str:
    date = found.value["date"]
    event = _nearest(context.cues.within("events", *sentence), found)
    kind = event.term.id if event else None
    in_title = context.outline.block_at(found.start) < context.outline.title.stop
    if "/" in date:
        return _role_of_period(context, sentence, before, kind, in_title)
    if kind == "superseded":
        return "superseded" if "avtal" in context.view.lower[sentence[0] : sentence[1]] else "referenced"
    if (kind == "established" or _SINCE.search(before)) and (context.cues.within("bodies", *sentence) or context.forums.named(*sentence)):
        return "established"
    if kind == "signed" and (in_title or AGREEMENT.search(before)) and "politiråd" not in before[-40:]:
        return "signed"
    if _FROM.search(before):
        return "effective" if kind == "valid" or AGREEMENT.search(before) or before.strip() in ("fra", "frå", "fra og med", "frå og med") else "other"
    if _UNTIL.search(before):
        return "expires" if kind == "valid" or AGREEMENT.search(before) else "other"
    if _DATED_AGREEMENT.search(before) and _replaced_next(context, sentence):
        return "superseded"
    if _cited(context, found, sentence):
        return "referenced"
    if in_title and _DAY.match(date):
        return "signed"
    return "other"


def _replaced_next(context: Context, sentence: Stretch) -> bool:
    """Whether the next sentence of the paragraph replaces earlier agreements without saying which."""
    following = context.sentence(min(sentence[1] + 2, len(context.view.text) - 1))
    here = context.block(following[0]) is context.block(sentence[0]) and following[0] >= sentence[1]
    return here and bool(REPLACES.search(context.view.lower, *following)) and not context.dates_in(*following)


def _role_of_period(context: Context, sentence: Stretch, before: str, kind: str | None, in_title: bool) -> str:
    if kind == "superseded":
        return "superseded"
    if "(" in before and context.cues.within("cited", *sentence) or _cited_by_name(context, sentence, before):
        return "referenced"
    if in_title or kind == "valid" or re.search(r"\b(?:periode|tidsrom|avtaletid|tidsbolk)\w*\s(?:\w+\s)?\Z", before) or before.endswith(".."):
        return "term"
    return "term" if AGREEMENT.search(before) and kind == "valid" else "other"


def _nearest(events: list[Cue], found: Found) -> Cue | None:
    """The event that a date belongs to: the last one before it, else the first one after it."""
    before = [cue for cue in events if cue.end <= found.start]
    return before[-1] if before else next(iter(events), None)


def _cited(context: Context, found: Found, sentence: Stretch) -> bool:
    """Whether something cited stands right before the date, or in the same breath after it."""
    cues = context.cues.within("cited", sentence[0], min(found.end + 40, sentence[1]))
    return any(cue.start > found.end or found.start - cue.end < 60 for cue in cues)


def _cited_by_name(context: Context, sentence: Stretch, before: str) -> bool:
    """Whether the period is part of a cited title (`Oppvekstplan 2022–2026`)."""
    cues = context.cues.within("cited", sentence[0], sentence[0] + len(before))
    return bool(cues) and sentence[0] + len(before) - cues[-1].end < 40 and cues[-1].term.id in ("plan", "proposition", "report", "other") and "avtal" not in before
