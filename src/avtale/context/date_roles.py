"""What a date is the date of, by the words around it: the roles of `dates` but for `superseded`, and for the dates in the closing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from avtale.context import earlier
from avtale.context.candidate import Stretch
from avtale.grammar.citation import CASE
from avtale.grammar.found import Found
from avtale.structure import Kind
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

AGREEMENT = re.compile(r"\b(?:\w*avtal(?:en|a|e)|avtaleperioden|avtaletida|avtaletiden|ho|hun|han|den|partane|partene)\b")
"""What the agreement is called in a sentence about it, pronouns included."""
FROM = (" fra", " frå", " fom", " f.o.m.", " fra og med", " frå og med")
"""What stands right before the date from which something holds."""
_UNTIL = (
    *(" til", " til og med", " t.o.m.", " t.o.m", " tom", " tom.", " fram til", " frem til", " inntil", " ut", " ut året", " går ut", " gjekk ut", " gikk ut"),
    *(" utgangen av", " utgongen av", " utløper", " opphører", " opphøyrer"),
)
_DEADLINE = (" innen", " innan", " senest", " seinast")
"""What stands right before the last day for something."""
_SINCE = (" siden", " sidan")
_DECIDED = re.compile(r"[\s,(]*(?:vedtak\s)?(?:i\s)?(?:\w+-?)?sak\b")
_LAW = re.compile(r"lov(?:en|a)?\s(?:om\s\w+\s)?(?:av\s)?(?:den\s)?\Z")
_DATED = re.compile(r"\b(?:datert|dagsett|vedtatt|vedteke|vedteken|vedtok|behandlet|handsama|godkjent|godkjend|slutta seg til|sluttet seg til)\b[^.;]{0,40}\Z")
_OF = re.compile(r"(?:\b(?:av|fra|frå|den|datert|i|juni)|[,(:])\s*(?:den\s)?\Z")
_BESIDE = 12
"""Characters within which an event stands right beside its date."""
_NEAR = 70
"""Characters between a noun for something cited and its date."""
_PLANNED = re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\b[^.;]{0,80}\Z|[«“\"][^»”\"]{0,80}\Z")
_SPELL = re.compile(r"\b(?:\w*periode|tidsrom|avtaletid|tidsbolk|varighet|varigheit)\w*\W*(?:\w+\s)?\Z")
_OF_EARLIER = re.compile(r"\b(?:inngikk|inngjekk|signerte|undertegnet|underteikna|hadde)\b(?:[^.;]|\d\.)*\bavtal\w*[^.;]*\b(?:for|i)\s\w+\s\Z")
"""Before the period of an agreement of which a text tells that it was made."""
_LAST_DAY = re.compile(r"\b(?:siste\s\w*dag|sluttdato\w*|utløpsdato\w*|opphø(?:y)?rsdato\w*)(?:\s(?:er|blir|vert|settes\stil|vert\ssett\stil|den))*[:\s|]*\Z")
ENDS = re.compile(
    r"\b(?:utløper|utlaup(?:er)?|opphører|opphøyrer|faller\sbort|fell\sbort|tar\sslutt|tek\sslutt|går\sut|gjeng\sut|slutter|sluttar)\b[^.;,]{0,40}\Z"
)
"""Before the day on which something ends by itself."""
_BEGINS = re.compile(
    r"\b(?:(?:tas|takast|tatt|teken|tekast|blir|vert)\si\sbruk|(?:settes|setjast|sett|satt)\si\sverk|virksom\w*|verksam\w*"
    r"|(?:regnes|reknast|regnet|regna|rekna|gjelder|gjeld|løper|løp|varer)(?:,?\salt)?\sfr[aå](?:\sog\smed)?)(?:\sfr[aå](?:\sog\smed)?)?\s(?:den\s)?\Z"
)
"""Right before the day from which an agreement holds."""
_COUNTED_FROM = re.compile(r"\bavtal\w+\s(?:som\s)?(?:\w+\s)?(?:regne[st]|regnet|regna|rekna|reknast)\sfr[aå]\s(?:og\smed\s)?(?:den\s)?\Z")
_TASK = re.compile(r"\b(?:evaluer|revider)\w*[^.]{0,60}\Z")
_EARLIER = re.compile(r"\b(?:forrige|førre|førige|tidligere|tidlegare|gamle|første|eigen|egen|politirådsavtal)\w*\b")
_SIGNERS = re.compile(r"\b(?:vi|me|partene|partane|begge|dokumentet)\b|\A\W*\Z|\A(?:utferd|utferdiget|gjort)\b")
_COMES = re.compile(r"\b(?:i kraft|gjelde|gjelda|gjeld|gjelder|gjeldende|gjeldande|løpe|virkning|verknad)\s(?:den\s|frå\s|fra\s)?(?:\w+kom\w+nde\s)?\Z")
_VERSION = re.compile(
    r"\b(?:versjon|per|pr\.?|sist|opp?dater[ta]|revider[ta]|endr[ae]t?|publiser[ta]|utskrift|\w*frist|møtedato|dato for møte|møte)\b|\d/\d|\d-\d"
)
_PLACE = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w/-]+(?:\si\s[A-ZÆØÅ][\w-]+)?,?\s(?:den\s|\w+dag\s(?:den\s)?)?")
_DATE_LABEL = re.compile(r"(?i:(?:(?:sted|stad)\s?(?:/|,|og)\s?)?dato)\s?:\s(?:[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+,?\s)?(?:den\s)?")
DATE_LINE = 60
"""Characters of the longest line of a title block or a closing that is there for its date."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Said(NamedTuple):
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


def role_of(context: Context, found: Found, sentence: Stretch, said: Said, is_signed: bool) -> str:
    """The role of a date that no earlier agreement and no closing explains; `is_signed` where the closing has a date, or a blank for one."""
    kind = said.kind
    in_title = context.outline.block_at(found.start) < context.outline.title.stop and context.view.text[sentence[1] - 1] != "."
    if "/" in found.value["date"]:
        return _role_of_period(context, found, sentence, said, in_title)
    if CASE.match(context.view.lower, found.end + len(said.after) - len(said.after.lstrip(" ,(i"))) or _DECIDED.match(said.after):
        return "referenced"
    if kind == "established" and said.event and 0 <= found.start - said.event.end < _BESIDE and _is_founded(context, sentence, said):
        return "established"
    if _COUNTED_FROM.search(said.before):
        return "effective"
    if earlier.agreement_before(context, sentence[0], found.start) or earlier.agreement_after(context, sentence, found):
        own = in_title and not earlier.is_change(context.view.lower[: found.end])
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
    if not _DAY.match(found.value["date"]) or sentence[1] - sentence[0] >= DATE_LINE:
        return "other"
    in_front = in_title and not is_signed and not _VERSION.search(said.before)
    return "signed" if in_front or _is_place_and_date(context, found, sentence, said) else "other"


def _is_place_and_date(context: Context, found: Found, sentence: Stretch, said: Said) -> bool:
    """Whether a sentence in running text is no more than a place and a date: `Gran, mandag 4. mai 2015`."""
    place = _PLACE.fullmatch(context.view.text, sentence[0], found.start) or _DATE_LABEL.fullmatch(context.view.text, sentence[0], found.start)
    return bool(place) and not _VERSION.search(said.before) and sentence[1] - found.end < 2 and context.block(found.start).kind is Kind.TEXT


def _is_founded(context: Context, sentence: Stretch, said: Said) -> bool:
    """Whether a body is what was founded; of `vart til` only where the body is named."""
    return context.forums.is_named(*sentence) if said.link.endswith(" til") else context.forums.is_sure(*sentence)


def _role_of_end(found: Found, said: Said) -> str | None:
    """`effective` or `expires` for a lone end of something that holds, or of a state that a sentence begins with (`Fra 2020 er …`)."""
    if said.link.endswith(_DEADLINE):
        return "other"
    holds = said.kind == "valid" or bool(AGREEMENT.search(said.before, _clause(said.before)))
    if _BEGINS.search(said.before) and AGREEMENT.search(said.before):
        return "effective"
    if said.link.endswith(FROM) or (said.kind == "valid" and _COMES.search(said.before)):
        opens = said.link == " " + said.before.strip(" :|") and not found.value["date"].startswith("X")
        return "effective" if holds or opens else "other"
    if _LAST_DAY.search(said.before) or (holds and ENDS.search(said.before)):
        return "expires"
    if said.link.endswith(_UNTIL) and not _TASK.search(said.before):
        return "expires" if holds else "other"
    return None


def _clause(before: str) -> int:
    """Where the clause begins that the text ends in."""
    return max(before.rfind(word) for word in (" at ", " som ", " dersom ", " når ", "; "))


def _role_of_period(context: Context, found: Found, sentence: Stretch, said: Said, in_title: bool) -> str:
    if _PLANNED.search(said.before) or ("(" in said.before and not in_title and context.cues.within("cited", *sentence)):
        return "referenced"
    if _OF_EARLIER.search(said.before) or _is_of_amended(context, sentence, found):
        return "referenced"
    spelled = _SPELL.search(said.before) and not _heads_another(context, found.start)
    return "term" if in_title or said.kind == "valid" or spelled else "other"


def _heads_another(context: Context, at: int) -> bool:
    """Whether a period stands in a heading that is about something else than how long the agreement holds: `Mål for perioden 2020–2023`."""
    section = context.section(at)
    return section is not None and context.block(at) is section.heading and section.type not in (None, "validity")


def _is_of_amended(context: Context, sentence: Stretch, found: Found) -> bool:
    """Whether a period is that of the agreement which this one changes: `forlengelse av samarbeidsavtalen 2019–2022`."""
    noun = earlier.agreement_before(context, sentence[0], found.start) if context.is_amendment else None
    return noun is not None and not earlier.is_change(context.view.lower[slice(*noun)])


def _cited(context: Context, found: Found, sentence: Stretch, said: Said) -> bool:
    """Whether the date is that of something cited: a noun for it stands right before, or a case number right after."""
    lower = context.view.lower
    if CASE.search(lower, max(sentence[0], found.start - _NEAR // 2), found.start):
        return True
    if len(found.value["date"]) < len("2020-01") or context.cues.within("evaluation", *sentence):
        return False
    cues = context.cues.within("cited", sentence[0], found.start)
    if not cues or found.start - cues[-1].end > _NEAR:
        return False
    return bool(_OF.search(said.before)) or (cues[-1].term.id == "letter" and not context.cues.within("verbs", cues[-1].end, found.start))
