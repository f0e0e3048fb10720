"""What a length of time says of an agreement: how long it holds, by how much it runs on, or how long before its end notice is given."""

from __future__ import annotations

import re
from typing import Literal

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.date_ends import AGREEMENT
from avtale.grammar.found import Found

_NOTICE = re.compile(
    r"""oppsig|[ou]ppsag[dt]\b|\bavslutt(?:es|ast|e|a|ar|er)?\b|\b(?:bring\w*|føre\w*)\stil\sopphø|\bheve[sr]?\b|\bhevast\b|oppsei|uppsei
      | \b(?:si|sies|sier|seiast|seie|seier|seia|segja|segjer|segjast|sagt|sagd)\s(?:\w+\s){0,3}?(?:opp|upp)\b
      | \btrekk\w*\s(?:\w+\s){0,4}?(?:seg|oss|dere|dykk)\b | \bmelde?r?\s(?:seg|oss)\sut\b
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
_END_OF = re.compile(r"\but(?:gangen|gongen|løpet)\sav\s(?:\w+\s)?\Z")
_POST = re.compile(r"\b(?:tilsett|tilsatt|ansatt|stilling)")
_UNTIL_THEN = re.compile(r",?\s(?:dvs\.?\s|det\svil\ssi\s|altså\s)?(?:fram\s|frem\s)?(?:til|t\.o\.m\.?)\s(?:og\smed\s)?(?:den\s)?(?:\d|utgangen|utgongen)")
"""After a length by which an agreement is prolonged once."""
_EACH_TIME = re.compile(r"\s(?:om|av|ad)\s(?:gangen|gongen)|\si\s(?:senn|slengen)\b|\sfor\s(?:hver|kvar)\s(?:gang|gong)\b|\s(?:til|nye)\b")
_THEN = re.compile(r"\W*(?:deretter|derfra|derifrå|fr[aå]\sd[aå]\sav|etter\sdet(?:te)?|etter\sden\sti[dm]a?|s[ia]dan|siden)\b")
"""How a sentence begins that says what comes after the end that the one before it tells."""
_ONLY_DEADLINE = re.compile(
    r"\W*(?:(?:oppsigelses|oppseiings)?(?:frist|tid)(?:en|a)\s(?:for\sdet(?:te)?\s)?(?:er|skal\svære|skal\svere)\s(?:p[aå]\s)?"
    r"|det(?:te)?\s(?:skal|må)\s(?:gjerast|gjøres|skje|varsles|varslast|meldes|meldast|gis|gjevast)\s(?:skriftlig\s|skriftleg\s)?(?:og\s)?(?:minst\s|senest\s|seinast\s|innen\s|innan\s|med\s)?)\Z"
)
"""How a sentence begins that tells no more than how long before something must be done."""
_SUBJECT = re.compile(r"\A\W*(?:den|ho|hun|han)\b|avtal")
_ENDED = re.compile(r"avtal|ved\s(?:makt|lag)\b|forleng|\bleng(?:d|t|jast|est?|ast)\b|sluttdato|utløpsdato|opphør|gjeld|varig|\bløper\b")
_LASTS = re.compile(
    r"\b(?:inngått|inngås|inngådd|inngåast|varer|vare|varighet|varigheit|gjelder|gjelde|gjeld|gyldig|løper|løpetid|står|stend|periode|avtaleperiode|avtaletid)\w*\b"
)
_LASTS_AFTER = re.compile(r"\s(?:varighet|varigheit|løpetid|gyldighet|gyldigheit|virketid|verketid)\b")
_SET = re.compile(
    r"\W*(?:avtal\w+\s)?(?:varighet|varigheit|avtaletid|avtaleperiod|løpetid|virketid|verketid)\w*\s(?:er|blir|vert)\s(?:(?:satt|sett)\stil\s|på\s)?"
)
_ONWARDS = re.compile(r"\s(?:fremover|framover|fram\si\stid|frem\si\stid)\b")
_LENGTH = re.compile(r"\b(?:i|for|på|er|en\speriode\spå|ein\speriode\spå)\s(?:\w+\s){0,2}\Z")
_COUNTED_ON = re.compile(r"\s\w+,?\s(?:regnet|regna|rekna)\s(?:fra|frå)\b")
_YEARS_LONG = re.compile(r"\w+årig(?:e|t)?")
_IS = re.compile(r"\b(?:er|blir|vert)\s(?:\w+\s)?\Z")
_AN_AGREEMENT = re.compile(r"\s(?:samarbeids)?avtal(?:e|en|a)\b")
LABEL = re.compile(
    r"\W*(?:avtalens\s|avtala\s)?(?:varighet|varigheit|avtaleperiode|avtaletid|virketid|verketid|gyldighet|gyldig|gjelder|gjeld|periode"
    r"|(?:ny\s|siste\s|avtalt\s)?(?:sluttdato|utløpsdato|opphørsdato|opphøyrsdato|startdato))\w*(?:\s(?:fr[aå]|til)(?:\sog\smed)?)?\s*[:|\t]"
)
"""A label before how long an agreement holds, or before one of its ends."""


def said_of(context: Context, sentence: Stretch, found: Found) -> Literal["renewal", "notice", "length"] | None:
    """What the sentence of a length says by it of the agreement; None where it speaks of something else."""
    lower = context.view.lower
    before, after = lower[sentence[0] : found.start], lower[found.end : sentence[1]]
    if _is_renewal(before, after) or (_EACH_TIME.match(after) and _THEN.match(before) and _follows(context, sentence, _ENDED)):
        return "renewal"
    if _is_notice(before, after) or (_ONLY_DEADLINE.fullmatch(before) and _follows(context, sentence, _NOTICE)):
        return "notice"
    return "length" if _is_length(before, after) or _is_years_long(lower[found.start : found.end], before, after) else None


def _follows(context: Context, sentence: Stretch, told: re.Pattern[str]) -> bool:
    """Whether the sentence before in the same paragraph or line tells what this one goes on about."""
    index = context.sentence_index(sentence[0]) - 1
    before = context.sentences[index] if index >= 0 else sentence
    return before[0] >= context.block(sentence[0]).start and before != sentence and told.search(context.view.lower, *before) is not None


def _is_years_long(words: str, before: str, after: str) -> bool:
    """Whether an agreement is said to be of so many years: `en fireårig avtale`, `avtalen er treårig`."""
    if not _YEARS_LONG.fullmatch(words):
        return False
    return bool(_AN_AGREEMENT.match(after)) or bool(_IS.search(before) and AGREEMENT.search(before))


def _is_length(before: str, after: str) -> bool:
    """Whether a length is that of the agreement: `varer i fire år`, `har fire års varighet`."""
    if LABEL.match(before):
        return True
    if _LASTS_AFTER.match(after):
        return bool(_SUBJECT.search(before))
    if _SET.fullmatch(before) or (_ONWARDS.match(after) and AGREEMENT.search(after) and _LASTS.search(after)):
        return True
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
