"""Dates with what they are the date of: shared by the extractors of `dates`, `signed`, `term`, `supersedes` and a body's founding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.candidate import Stretch
from avtale.grammar.citation import CASE, OWN_NUMBER, PROPOSITION
from avtale.grammar.found import Found
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

AGREEMENT = re.compile(r"\b(?:denne\s|dette\s)?(?:\w*avtal(?:en|a|e)|avtaleperioden|avtaletida|avtaletiden|ho|hun|han|den|partane|partene)\b")
_FROM = re.compile(r"\b(?:fra\sog\smed|frå\sog\smed|f\.?o\.?m\.?|fra|frå|med\svirkning\sfra|med\sverknad\sfrå)(?:\sden|\sdato|\s1\.)?\s*\Z")
_UNTIL = re.compile(
    r"\b(?:til\sog\smed|t\.?o\.?m\.?|fram\stil|frem\stil|inntil|til|ut|innen\sutgangen\sav|innan\sutgangen\sav|innan\sutgongen\sav|ved\sutgangen\sav|utløper|går\sut)(?:\sden)?\s*\Z"
)
_OPEN = re.compile(r"\s*(?:,\s*)?(?:og\s)?(?:inntil\svidere|inntil\svidare|til\sden\sblir\ssagt\sopp|til\sho\svert\ssagd\sopp)")
_EXAMPLE = re.compile(
    r"(?:\bf\.?\s?eks\.?|for\seksempel|til\sdømes|t\.d\.|skrives\sslik|skrivast\sslik|på\sform(?:a|en)|på\sformatet|eksempel|døme|\bmal)\W*[^.]{0,20}\Z"
)
_SINCE = re.compile(r"\b(?:siden|sidan)\s*(?:den\s)?\Z")
REPLACES = re.compile(
    r"\b(?:erstatt|avløs|avløys|opphev|i stedet for|istedenfor|i sta(?:d)?en for|istadenfor|ut av kraft|fell(?:er)? bort|faller bort|falle bort|settes ut|set til side)"
)
"""What an agreement does to the one that it replaces."""
_DATED_AGREEMENT = re.compile(r"avtal\w*\s(?:\w+\s){0,4}?(?:av|fra|frå|datert|dagsett)\s(?:den\s)?\Z")
_DATED = re.compile(r"\b(?:datert|dagsett|vedtatt|vedteke|vedteken|vedtok|behandlet|handsama|godkjent|godkjend|slutta seg til|sluttet seg til)\b[^.;]{0,40}\Z")
_LAW = re.compile(r"lov(?:en|a)?\s(?:av\s)?(?:den\s)?\Z")
_OF = re.compile(r"(?:\b(?:av|fra|frå|den|datert|i|juni)|[,(:])\s*(?:den\s)?\Z")
_BESIDE = 12
"""Characters within which an event stands right beside its date."""
_NEAR = 70
"""Characters between a noun for something cited and its date."""
_PLANNED = re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\b[^.;]{0,80}\Z|[«“\"][^»”\"]{0,80}\Z")
_TASK = re.compile(r"\b(?:evaluer|revider|skal\s(?:ho|den|han)?\s?(?:evaluer|revider))\w*[^.]{0,60}\Z")
_EARLIER = re.compile(r"\b(?:forrige|førre|førige|tidligere|tidlegare|gamle|eigen|egen|politirådsavtal)\w*\b")
_SIGNERS = re.compile(r"\b(?:vi|me|partene|partane|begge|dokumentet)\b|\A\W*\Z|\A(?:utferd|utferdiget|gjort)\b")
_COMES = re.compile(r"\b(?:i kraft|gjelde|gjeld|gjelder|gjeldende|gjeldande|virkning|verknad)\s(?:den\s|frå\s|fra\s)?\Z")
_VERSION = re.compile(r"\b(?:versjon|per|pr\.?|sist|oppdatert|revidert|møtedato|dato for møte|møte)\b")
_DATE_LINE = 60
"""Characters of the longest line of a title block that is there for its date."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Dated(NamedTuple):
    """A date, its role in the record's words, and the sentence that it stands in."""

    found: Found
    role: str
    sentence: Stretch


def chronology(context: Context) -> Iterator[Dated]:
    """Every date of the text with its role; an example date is none."""
    closing = _closing(context)
    cited = [
        match.span()
        for cue in context.cues.all("cited")
        if cue.term.id in ("proposition", "report")
        for match in [PROPOSITION.match(context.view.lower, cue.start)]
        if match
    ]
    for found in context.dates:
        sentence = context.sentence(found.start)
        before = context.view.lower[sentence[0] : found.start]
        if found.value["date"] is None or _EXAMPLE.search(before) or OWN_NUMBER.search(before) or any(a <= found.start < b for a, b in cited):
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
    event = _nearest(context, context.cues.within("events", *sentence), found)
    kind = event.term.id if event else None
    in_title = context.outline.block_at(found.start) < context.outline.title.stop
    if "/" in date:
        return _role_of_period(context, sentence, before, kind, in_title)
    if kind == "superseded" and _replaces(context, found, sentence, before):
        return "superseded"
    if kind == "established" and event and 0 <= found.start - event.end < _BESIDE and context.forums.is_sure(*sentence) and "vart til" not in before:
        return "established"
    role = _role_of_end(found, before, kind)
    if role:
        return role
    if _replaces(context, found, sentence, before):
        return "superseded"
    if _DATED.search(before) or _LAW.search(before) or (_EARLIER.search(before) and kind == "signed"):
        return "referenced"
    if (kind == "established" or _SINCE.search(before)) and context.forums.is_named(*sentence):
        return "established"
    if kind == "signed" and (in_title or AGREEMENT.search(before) or _SIGNERS.search(before) or AGREEMENT.search(after)):
        return "signed"
    if _cited(context, found, sentence, before, after):
        return "referenced"
    if in_title and _DAY.match(date) and sentence[1] - sentence[0] < _DATE_LINE and not _VERSION.search(before):
        return "signed"
    return "other"


def _role_of_end(found: Found, before: str, kind: str | None) -> str | None:
    """`effective` or `expires` for a lone end of something that holds."""
    holds = kind == "valid" or bool(AGREEMENT.search(before))
    if _FROM.search(before) or (kind == "valid" and _COMES.search(before)):
        return "effective" if holds or before.strip() in ("fra", "frå", "fra og med", "frå og med") else "other"
    if _UNTIL.search(before) and not _TASK.search(before):
        return "expires" if holds else "other"
    return None


def _replaces(context: Context, found: Found, sentence: Stretch, before: str) -> bool:
    """Whether the date is that of an agreement which this one replaces."""
    if REPLACES.search(context.view.lower, *sentence):
        return "avtal" in before or "avtal" in context.view.lower[found.end : sentence[1]]
    return bool(_DATED_AGREEMENT.search(before)) and _replaced_next(context, sentence)


def _replaced_next(context: Context, sentence: Stretch) -> bool:
    """Whether the next sentence of the paragraph replaces earlier agreements without saying which."""
    following = context.sentence(min(sentence[1] + 2, len(context.view.text) - 1))
    here = context.block(following[0]) is context.block(sentence[0]) and following[0] >= sentence[1]
    return here and bool(REPLACES.search(context.view.lower, *following)) and not context.dates_in(*following)


def _role_of_period(context: Context, sentence: Stretch, before: str, kind: str | None, in_title: bool) -> str:
    if _PLANNED.search(before) or ("(" in before and context.cues.within("cited", *sentence) and not in_title):
        return "referenced"
    if (
        in_title
        or kind == "valid"
        or re.search(r"\b(?:periode|tidsrom|avtaletid|tidsbolk|varighet|varigheit)\w*\W*(?:\w+\s)?\Z", before)
        or before.endswith("..")
    ):
        return "term"
    return "other"


def _nearest(context: Context, events: list[Cue], found: Found) -> Cue | None:
    """The event that a date belongs to: the last one before it, else the first one after it, with no other date between."""
    before = [cue for cue in events if cue.end <= found.start]
    after = [cue for cue in events if cue.start >= found.end]
    for cue, start, end in [(cue, cue.end, found.start) for cue in before[-1:]] + [(cue, found.end, cue.start) for cue in after[:1]]:
        if not context.dates_in(start, end) or cue.term.id == "superseded":
            return cue
    return None


def _cited(context: Context, found: Found, sentence: Stretch, before: str, after: str) -> bool:
    """Whether the date is that of something cited: a noun for it stands right before, or a case number right after."""
    if CASE.search(context.view.lower, max(sentence[0], found.start - _NEAR // 2), found.start):
        return True
    if CASE.match(context.view.lower, found.end + len(after) - len(after.lstrip(" ,(i"))) or re.match(r"[\s,(]*(?:i\s)?(?:\w+-?)?sak\b", after):
        return True
    if len(found.value["date"]) < len("2020-01") or context.cues.within("evaluation", *sentence):
        return False
    cues = context.cues.within("cited", sentence[0], found.start)
    return bool(cues) and len(_OF.sub("", context.view.lower[cues[-1].end : found.start])) < _NEAR and bool(_OF.search(before))
