"""What a date is the date of, by the words around it: the roles of `dates` but for `superseded`, and for the dates in the closing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from avtale.context import earlier
from avtale.context.amending import is_change
from avtale.context.candidate import Stretch
from avtale.context.date_ends import AGREEMENT as AGREEMENT
from avtale.context.date_ends import EARLIER, Said, role_of_end, role_of_period
from avtale.grammar.citation import CASE
from avtale.grammar.found import Found
from avtale.structure import Kind

if TYPE_CHECKING:
    from avtale.context.context import Context

_SINCE = (" siden", " sidan")
_IT = re.compile(r"\W*(?:det|den|ho|hun|han)\s(?:har|ble|blei|vart|er|kom|møt\w+)\b")
_IN_CASE = re.compile(rf"[\s,(]*(?:(?:jf|jfr|se|sjå|i)\.?\s)*{CASE.pattern}")
_BESIDE_CASE = re.compile(r"\s*(?:[|\t]| {3})\s*(?:sak\s)?\d{1,3}/\d\d(?:\d\d)?\s*(?:\Z|[|\t]| {3})")
"""The cell after a date in which the number of a council case stands."""
_BY_DECISION = re.compile(
    r"\s(?:ved|av|etter|gjennom)\s(?:(?:et\s|eit\s)?vedtak\s(?:i|av)\s)?(?:kommunestyre|heradsstyre|formannskap|bystyre)\w*,?\s(?:(?:i|på)\smøte[t]?\s)?(?:den\s)?"
)
"""What stands between the founding of a body and its date, where it was decided: `opprettet ved vedtak i kommunestyret 21.06.2007, sak …`."""
_FROM = re.compile(r"\s(?:(?!avtal)[\w-]+\s){0,8}?(?:gjeldende\s|gjeldande\s)?(?:med\sv(?:irkning|erknad)\s)?fr[aå](?:\sog\smed)?\s(?:den\s)?")
"""What stands between the founding of a body and its date, where it is named after the verb: `det opprettes politiråd for Vik fra 1. mai 2009`."""
_AFTER_QUOTE = ("» (", "” (", '" (')
_PART_OF_YEAR = re.compile(r"\b(?:i\sløpet|utgangen|utgongen|slutten|byrjinga|begynnelsen|starten|midten)\sav\s(?:den\s)?\Z")
_IN_ROW = re.compile(r"(?:\w+avtal|\bavtal\w*\s(?:om|for|med|mellom)\s)[^|\t]*(?:[|\t]| {3})\s*\Z")
_DECIDED = re.compile(r"[\s,(]*(?:vedtak\s)?(?:i\s)?(?:\w+-?)?sak\b")
_LAW = re.compile(r"lov(?:en|a)?\s(?:om\s\w+\s)?(?:av\s)?(?:den\s)?\Z")
_DATED = re.compile(r"\b(?:datert|dagsett|vedtatt|vedteke|vedteken|vedtok|behandlet|handsama|godkjent|godkjend|slutta seg til|sluttet seg til)\b[^.;]{0,40}\Z")
_OF = re.compile(r"(?:\b(?:av|fra|frå|den|datert|i|juni)|[,(:])\s*(?:den\s)?\Z")
_BESIDE = 12
"""Characters within which an event stands right beside its date."""
_NEAR = 70
"""Characters between a noun for something cited and its date."""
_RECKONED = re.compile(
    r"\b(?:regnes|reknast|regnet|rekna|løper|gjelder|gjeld|varer|virker|verkar)\s(?:(?!\w*avtal)\w+\s)?(?:fra|frå)(?:\sog\smed)?\s(?:den\s)?\Z"
)
_SIGNERS = re.compile(
    r"\b(?:vi|me|partene|partane|begge|dokumentet)\b|\A\W*\Z|\A(?:utferd|utferdiget|gjort)\b|\A\W*(?:signert|undertegnet|underteikna|underskrevet|underskrive[nt]?)\b"
)
_SIGN_IT = re.compile(
    r"\b(?:partene|partane|vi|me)\s(?:\w+\s){0,2}?(?:signer|undertegn|underteikn|underskr|skrev\sunder|skreiv\sunder)\w*\s(?:på\s)?(?:denne\s)?avtal(?:en|a)\s\Z"
)
_PRESENT = re.compile(
    r"\btil\s?(?:stede|stades)\sved\s(?:undertegning|signering|underteikning|underskriving)\w*\s(?:(?:på|i)\s[\w-]+(?:\s[\w-]+)?\s)?(?:den\s)?\Z"
)
"""Before the day on which those were there who signed: `Til stede ved undertegningen på Otta den`."""
_VERSION = re.compile(
    r"\b(?:versjon|per|pr\.?|sist|opp?dater[ta]|revider[ta]|endr[ae]t?|publiser[ta]|utskrift|\w*frist|møtedato|dato for møte|møte)\b|\d/\d|\d-\d"
)
_PLACE = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽ][\w/-]+(?:\si\s[A-ZÆØÅ][\w-]+)?,?\s(?:den\s|\w+dag\s(?:den\s)?)?")
_DATE_LABEL = re.compile(r"(?i:(?:(?:sted|stad)\s?(?:/|,|og)\s?)?dato)\s?:\s(?:[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+,?\s)?(?:den\s)?")
DATE_LINE = 60
"""Characters of the longest line of a title block or a closing that is there for its date."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_YEAR = re.compile(r"\d{4}\Z")
"""A year alone, which in a title is the one that the agreement is for: `Årsavtale 2023`."""


def role_of(context: Context, found: Found, sentence: Stretch, said: Said, is_signed: bool) -> str:
    """The role of a date that no earlier agreement and no closing explains; `is_signed` where the closing has a date, or a blank for one."""
    in_title = context.outline.block_at(found.start) < context.outline.title.stop and context.view.text[sentence[1] - 1] != "."
    if "/" in found.value["date"]:
        return role_of_period(context, found, sentence, said, in_title)
    return (
        _beside(context, found, sentence, said)
        or _of_agreement(context, found, sentence, said, in_title)
        or role_of_end(found, said)
        or _by_words(context, found, sentence, said, in_title)
        or _alone(context, found, sentence, said, in_title and not is_signed)
    )


def _beside(context: Context, found: Found, sentence: Stretch, said: Said) -> str | None:
    """The role of a date that stands right beside what it is the date of: the founding of a body, the number of a case."""
    founded = said.event if said.kind == "established" and said.event and _is_founded(context, sentence, said) else None
    lower = context.view.lower
    if founded and (_BY_DECISION.fullmatch(lower, founded.end, found.start) or _FROM.fullmatch(lower, founded.end, found.start)):
        return "established"
    of_case = (pattern.match(said.after) for pattern in (_IN_CASE, _BESIDE_CASE, _DECIDED))
    if any(of_case) or said.before.endswith(_AFTER_QUOTE) or _is_listed_agreement(context, found, said):
        return "referenced"
    beside = " ".join(context.view.lower[founded.end : found.start].split()) if founded and founded.end <= found.start else None
    return "established" if beside is not None and len(beside) + 2 < _BESIDE else None


def _of_agreement(context: Context, found: Found, sentence: Stretch, said: Said, in_title: bool) -> str | None:
    """The role of a date that the sentence says to be that of an agreement: this one, or an earlier one."""
    if _RECKONED.search(said.before) and AGREEMENT.search(said.before):
        return "effective"
    if said.kind == "signed" and context.cues.within("unaffected", *sentence):
        return "referenced"
    if _PRESENT.search(said.before) or (_SIGN_IT.search(said.before) and not context.is_amendment):
        return "signed"
    if _PART_OF_YEAR.search(said.before):
        return None
    if not (earlier.agreement_before(context, sentence[0], found.start) or earlier.agreement_after(context, sentence, found)):
        return None
    if in_title and _YEAR.match(found.value["date"]):
        return "other"
    return "signed" if in_title and not is_change(context.view.lower[: found.end]) else "referenced"


def _by_words(context: Context, found: Found, sentence: Stretch, said: Said, in_title: bool) -> str | None:
    """The role of a date by the words for what happened then, or for what is cited."""
    kind = said.kind
    if _DATED.search(said.before) or _LAW.search(said.before) or (kind == "signed" and EARLIER.search(said.before)):
        return "referenced"
    if (kind == "established" or said.link.endswith(_SINCE)) and _is_of_forum(context, sentence, said):
        return "established"
    if kind == "signed" and (in_title or AGREEMENT.search(said.before) or _SIGNERS.search(said.before) or AGREEMENT.search(said.after)):
        return "signed"
    return "referenced" if _cited(context, found, sentence, said) else None


def _alone(context: Context, found: Found, sentence: Stretch, said: Said, may_sign: bool) -> str:
    """The role of a date that nothing is said of: that of signing in a title block or beside a place, else any other."""
    if not _DAY.match(found.value["date"]) or sentence[1] - sentence[0] >= DATE_LINE:
        return "other"
    in_front = may_sign and not _VERSION.search(said.before)
    return "signed" if in_front or _is_place_and_date(context, found, sentence, said) else "other"


def _is_listed_agreement(context: Context, found: Found, said: Said) -> bool:
    """Whether a date has a cell of its own in a row, right after that of an agreement."""
    if context.row(found.start) is None or not _IN_ROW.search(said.before):
        return False
    return context.outline.closing.start > context.outline.block_at(found.start) >= context.outline.title.stop


def _is_place_and_date(context: Context, found: Found, sentence: Stretch, said: Said) -> bool:
    """Whether a sentence in running text is no more than a place and a date: `Gran, mandag 4. mai 2015`."""
    place = _PLACE.fullmatch(context.view.text, sentence[0], found.start) or _DATE_LABEL.fullmatch(context.view.text, sentence[0], found.start)
    return bool(place) and not _VERSION.search(said.before) and sentence[1] - found.end < 2 and context.block(found.start).kind is Kind.TEXT


def _is_of_forum(context: Context, sentence: Stretch, said: Said) -> bool:
    """Whether a sentence is about a forum: one that it names, or a pronoun for one that the sentence before names."""
    if context.forums.is_named(*sentence):
        return True
    before = context.sentences[max(0, context.sentence_index(sentence[0]) - 1)]
    return _IT.match(said.before) is not None and context.block(before[0]) is context.block(sentence[0]) and context.forums.is_named(*before)


def _is_founded(context: Context, sentence: Stretch, said: Said) -> bool:
    """Whether a body is what was founded; of `vart til` only where the body is named."""
    return context.forums.is_named(*sentence) if said.link.endswith(" til") else context.forums.is_sure(*sentence)


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
