"""Dates with what they are the date of: shared by the extractors of `dates`, `signed`, `term`, `supersedes` and a body's founding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from avtale.context import earlier
from avtale.context.candidate import Stretch
from avtale.grammar.citation import CASE, OWN_NUMBER, PROPOSITION
from avtale.grammar.found import Found
from avtale.structure import Kind
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

AGREEMENT = re.compile(r"\b(?:\w*avtal(?:en|a|e)|avtaleperioden|avtaletida|avtaletiden|ho|hun|han|den|partane|partene)\b")
"""What the agreement is called in a sentence about it, pronouns included."""
_FILLERS = frozenset(("den", "dato", "datoen", "dagen", "måndag", "mandag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "1.", "kl.", "kl"))
_FROM = (" fra", " frå", " fom", " f.o.m.", " fra og med", " frå og med")
_UNTIL = (
    *(" til", " til og med", " t.o.m.", " t.o.m", " tom", " tom.", " fram til", " frem til", " inntil", " ut", " går ut", " gjekk ut", " gikk ut"),
    *(" utgangen av", " utgongen av", " utløper", " opphører", " opphøyrer"),
)
_OPEN = re.compile(r"\s*(?:,\s*)?(?:og\s)?(?:inntil\svidere|inntil\svidare|til\sden\sblir\ssagt\sopp|til\sho\svert\ssagd\sopp)")
_EXAMPLE = re.compile(
    r"(?:\bf\.?\s?eks\.?|for\seksempel|til\sdømes|t\.d\.|skrives\sslik|skrivast\sslik|på\sform(?:a|en)|på\sformatet|eksempel|døme|\bmal)\W*[^.]{0,20}\Z"
)
_JOINT = re.compile(r"\s(?:til og med|fram til|frem til|til)\s(?:den\s)?")
_DATING = frozenset(("av", "datert", "dagsett", "inngått", "signert", "undertegnet", "underteikna"))
"""What stands right before the date on which an agreement was signed."""
_CHANGES = ("tillegg", "forleng", "endring")
_OF_EXAMPLE = ("eks", "døme", "t.d", "form", "skriv", "mal")
_OF_ARCHIVE = ("arkiv", "ref", "sak", "journal", "løpenr", "ephorte", "elements", "acos", "public")
"""What stands somewhere in every match of the slower patterns."""
_SINCE = (" siden", " sidan")
_LAW = re.compile(r"lov(?:en|a)?\s(?:om\s\w+\s)?(?:av\s)?(?:den\s)?\Z")
_DATED = re.compile(r"\b(?:datert|dagsett|vedtatt|vedteke|vedteken|vedtok|behandlet|handsama|godkjent|godkjend|slutta seg til|sluttet seg til)\b[^.;]{0,40}\Z")
_OF = re.compile(r"(?:\b(?:av|fra|frå|den|datert|i|juni)|[,(:])\s*(?:den\s)?\Z")
_BESIDE = 12
"""Characters within which an event stands right beside its date."""
_NEAR = 70
"""Characters between a noun for something cited and its date."""
_FAR = 240
"""Characters before a date that can tell what it is the date of."""
_PLANNED = re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\b[^.;]{0,80}\Z|[«“\"][^»”\"]{0,80}\Z")
_SPELL = re.compile(r"\b(?:\w*periode|tidsrom|avtaletid|tidsbolk|varighet|varigheit)\w*\W*(?:\w+\s)?\Z")
_TASK = re.compile(r"\b(?:evaluer|revider)\w*[^.]{0,60}\Z")
_EARLIER = re.compile(r"\b(?:forrige|førre|førige|tidligere|tidlegare|gamle|første|fyrste|eigen|egen|politirådsavtal)\w*\b")
_SIGNERS = re.compile(r"\b(?:vi|me|partene|partane|begge|dokumentet)\b|\A\W*\Z|\A(?:utferd|utferdiget|gjort)\b")
_COMES = re.compile(r"\b(?:i kraft|gjelde|gjeld|gjelder|gjeldende|gjeldande|virkning|verknad)\s(?:den\s|frå\s|fra\s)?\Z")
_VERSION = re.compile(r"\b(?:versjon|per|pr\.?|sist|oppdatert|revidert|møtedato|dato for møte|møte)\b|\d/\d|\d-\d")
_PLACE = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w/-]+(?:\si\s[A-ZÆØÅ][\w-]+)?,?\s(?:den\s|\w+dag\s(?:den\s)?)?")
_DATE_LINE = 60
"""Characters of the longest line of a title block or a closing that is there for its date."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Dated(NamedTuple):
    """A date, its role in the record's words, the sentence that it stands in, and what the earlier agreement is called that it is of."""

    found: Found
    role: str
    sentence: Stretch
    title: Stretch | None = None


class _Said(NamedTuple):
    """What the sentence of a date says around it, in lower case."""

    before: str
    after: str
    link: str
    """The words right before the date, fillers (`den`, a weekday) left out, after a blank."""
    event: Cue | None

    @property
    def kind(self) -> str | None:
        """The id of the event that the date belongs to."""
        return self.event.term.id if self.event else None


def chronology(context: Context) -> Iterator[Dated]:
    """Every date of the text with its role; an example date is none."""
    closing, cited, replaced = _closing(context), _cited_numbers(context), earlier.replaced(context)
    is_signed = any(found.start in closing for found in context.dates)
    for found in chain.from_iterable(_parted(context, period) for period in context.dates):
        sentence = context.sentence(found.start)
        before = context.view.lower[max(sentence[0], found.start - _FAR) : found.start]
        if found.value["date"] is None or any(a <= found.start < b for a, b in cited) or _is_none(before):
            continue
        said = _said(context, found, sentence, before)
        if "/" not in found.value["date"] and said.link.endswith(_FROM) and (opened := _OPEN.match(said.after)):
            found = Found(found.start, found.end + opened.end(), found.value | {"date": found.value["date"] + "/.."})
        if found.start in replaced:
            yield Dated(found, "superseded", sentence, replaced[found.start])
        else:
            yield Dated(found, "signed" if found.start in closing else _role(context, found, sentence, said, is_signed), sentence)


def _parted(context: Context, found: Found) -> list[Found]:
    """A date, or the two that only look like a period: `avtalen av 3. mars 2016 | til 31. desember 2021`."""
    if "/" not in (found.value["date"] or ""):
        return [found]
    lower = context.view.lower
    words = lower[max(0, found.start - 20) : found.start].split()
    joint = _JOINT.search(lower, found.start, found.end) if words and words[-1] in _DATING else None
    if joint is None or not earlier.agreement_before(context, context.sentence(found.start)[0], found.start):
        return [found]
    ends = zip(((found.start, joint.start()), (joint.end(), found.end)), found.value["date"].split("/"), strict=True)
    return [Found(start, end, {"date": date, "text": context.view.text[start:end]}) for (start, end), date in ends]


def _is_none(before: str) -> bool:
    """Whether what stands before a date makes it an example, or part of the document's own number."""
    near = before[-80:]
    if any(word in near for word in _OF_ARCHIVE) and OWN_NUMBER.search(near):
        return True
    return any(word in near for word in _OF_EXAMPLE) and bool(_EXAMPLE.search(near))


def _said(context: Context, found: Found, sentence: Stretch, before: str) -> _Said:
    words = before[-50:].split()
    while words and words[-1] in _FILLERS:
        words.pop()
    after = context.view.lower[found.end : min(sentence[1], found.end + _FAR)]
    return _Said(before, after, " " + " ".join(words[-3:]), _nearest(context, context.cues.within("events", *sentence), found))


def _closing(context: Context) -> range:
    """Where the parties sign, a last line with a place and a date included."""
    blocks = context.outline.blocks
    first, last = context.outline.closing.start, context.outline.closing.stop
    if first >= last:
        return range(0)
    if last < len(blocks) and blocks[last].kind is Kind.TEXT and blocks[last].size < _DATE_LINE and _is_date_line(context, last):
        last += 1
    return range(blocks[first].line, blocks[last - 1].end)


def _is_date_line(context: Context, index: int) -> bool:
    """Whether a line ends with a date, and has no verb."""
    block = context.outline.blocks[index]
    dates = context.dates_in(block.start, block.end)
    return len(dates) == 1 and dates[0].end >= block.end - 1 and not context.cues.first("verbs", block.start, block.end)


def _cited_numbers(context: Context) -> list[Stretch]:
    """The numbers of propositions and reports, whose years are no dates."""
    return [
        match.span()
        for cue in context.cues.all("cited")
        if cue.term.id in ("proposition", "report")
        for match in [PROPOSITION.match(context.view.lower, cue.start)]
        if match
    ]


def _role(context: Context, found: Found, sentence: Stretch, said: _Said, is_signed: bool) -> str:
    kind = said.kind
    in_title = context.outline.block_at(found.start) < context.outline.title.stop and context.view.text[sentence[1] - 1] != "."
    if "/" in found.value["date"]:
        return _role_of_period(context, sentence, said, in_title)
    if kind == "established" and said.event and 0 <= found.start - said.event.end < _BESIDE and _is_founded(context, sentence, said):
        return "established"
    if earlier.agreement_before(context, sentence[0], found.start) or earlier.agreement_after(context, sentence, found):
        own = in_title and not any(word in context.view.lower[: found.end] for word in _CHANGES)
        return "signed" if own else "referenced"
    role = _role_of_end(found, said)
    if role:
        return role
    if _DATED.search(said.before) or _LAW.search(said.before) or (kind == "signed" and _EARLIER.search(said.before)):
        return "referenced"
    if (kind == "established" or said.link.endswith(_SINCE)) and context.forums.is_named(*sentence):
        return "established"
    if kind == "signed" and (in_title or AGREEMENT.search(said.before) or _SIGNERS.search(said.before) or AGREEMENT.search(said.after)):
        return "signed"
    if _cited(context, found, sentence, said):
        return "referenced"
    if not _DAY.match(found.value["date"]) or sentence[1] - sentence[0] >= _DATE_LINE:
        return "other"
    in_front = in_title and not is_signed and not _VERSION.search(said.before)
    return "signed" if in_front or _is_place_and_date(context, found, sentence) else "other"


def _is_place_and_date(context: Context, found: Found, sentence: Stretch) -> bool:
    """Whether a sentence in running text is no more than a place and a date: `Gran, mandag 4. mai 2015`."""
    place = _PLACE.fullmatch(context.view.text, sentence[0], found.start)
    return bool(place) and sentence[1] - found.end < 2 and context.block(found.start).kind is Kind.TEXT


def _is_founded(context: Context, sentence: Stretch, said: _Said) -> bool:
    """Whether a body is what was founded; of `vart til` only where the body is named."""
    return context.forums.is_named(*sentence) if said.link.endswith(" til") else context.forums.is_sure(*sentence)


def _role_of_end(found: Found, said: _Said) -> str | None:
    """`effective` or `expires` for a lone end of something that holds, or of a state that a sentence begins with (`Fra 2020 er …`)."""
    holds = said.kind == "valid" or bool(AGREEMENT.search(said.before, _clause(said.before)))
    if said.link.endswith(_FROM) or (said.kind == "valid" and _COMES.search(said.before)):
        opens = said.link == " " + said.before.strip() and not found.value["date"].startswith("X")
        return "effective" if holds or opens else "other"
    if said.link.endswith(_UNTIL) and not _TASK.search(said.before):
        return "expires" if holds else "other"
    return None


def _clause(before: str) -> int:
    """Where the clause begins that the text ends in."""
    return max(before.rfind(word) for word in (" at ", " som ", " dersom ", " når ", "; "))


def _role_of_period(context: Context, sentence: Stretch, said: _Said, in_title: bool) -> str:
    if _PLANNED.search(said.before) or ("(" in said.before and not in_title and context.cues.within("cited", *sentence)):
        return "referenced"
    return "term" if in_title or said.kind == "valid" or _SPELL.search(said.before) else "other"


def _nearest(context: Context, events: list[Cue], found: Found) -> Cue | None:
    """The event that a date belongs to: the last one before it, else the first one after it, with no other date between."""
    before = [cue for cue in events if cue.end <= found.start][-1:]
    after = [cue for cue in events if cue.start >= found.end][:1]
    for cue, start, end in [(cue, cue.end, found.start) for cue in before] + [(cue, found.end, cue.start) for cue in after]:
        if not context.dates_in(start, end):
            return cue
    return None


def _cited(context: Context, found: Found, sentence: Stretch, said: _Said) -> bool:
    """Whether the date is that of something cited: a noun for it stands right before, or a case number right after."""
    lower = context.view.lower
    if CASE.search(lower, max(sentence[0], found.start - _NEAR // 2), found.start):
        return True
    if CASE.match(lower, found.end + len(said.after) - len(said.after.lstrip(" ,(i"))) or re.match(r"[\s,(]*(?:i\s)?(?:\w+-?)?sak\b", said.after):
        return True
    if len(found.value["date"]) < len("2020-01") or context.cues.within("evaluation", *sentence):
        return False
    cues = context.cues.within("cited", sentence[0], found.start)
    if not cues or found.start - cues[-1].end > _NEAR:
        return False
    return bool(_OF.search(said.before)) or (cues[-1].term.id == "letter" and not context.cues.within("verbs", cues[-1].end, found.start))
