"""Those who are said to come to the meetings of a forum: for good, now and then, for a side, or in somebody's stead.

`Politikontakten møter fast`, `ordfører, rådmann og lensmann deltar`, `NAV deltar når …`, `kommunen stiller med …`, `ved forfall møter …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end, trailing, without_auxiliaries
from avtale.context.context import Context
from avtale.context.people import Defaults
from avtale.context.senders import ORGANISATION, sent_by
from avtale.vocabulary import Cue

_ORGANISATION = re.compile(rf"(?:\w+\s){{0,3}}{ORGANISATION}\Z")
_WITH = re.compile(r"\s(?:(?P<who>(?:(?:hver|kvar)\s(?:av\s)?)?[\w-]*(?:kommun(?:en?|ene|ane)|politiet))\s|(?:(?!saman|sammen)\w+\s){0,3}?)med\s")
_GAPPED = re.compile(
    rf"(?:,|\sog|\smens|\smedan)\s(?P<who>(?:[\w-]+\s){{0,3}}?{ORGANISATION})"
    r"(?:\s(?:er\srepresentert|stiller|møter|deltar|deltek))?\s(?:med|ved|v/)\s?"
)
_side = rf"(?:[\w-]+\s){{0,2}}?{ORGANISATION}"
_FOR_SIDE = re.compile(rf"(?:\si\s\w+)?\s(?:for|fra|frå)\s{_side}(?:,|\sog|\smens|\smedan)\s(?P<people>[^.;:]{{3,90}}?)\s(?:for|fra|frå)\s(?P<who>{_side})")
_SENDING = re.compile(rf"(?<!\w)(?P<who>{_side})\s(?:er|blir|vert)?(?:\s(?:i|på)\s\w+)?(?:\s(?:også|òg|fast))?\s?\Z")
_FIXED = re.compile(r"\s(?:alltid\s)?(?:fast\b|som\s(?:fast\s)?medlem|for\s(?:kommun|politi|herad))")
_INSTEAD = re.compile(r"\s(?:som\s(?:vara|stedfortreder|stadfortredar)\s)?for\s(?:han|ho|hun|vedkommende|vedkomande)?")
_NO_MEMBER = re.compile(r"\bikk?j?e\s(?:\w+\s)?(?:medlem|stemme|røyste)")
_IN_ADDITION = re.compile(r"i\stillegg(?:\s(?P<lead>til)\s[^.;:]{3,90}?)?\s")
_OWNED = re.compile(r"\b[\wæøå-]{4,}(?:s|\s(?:sin|sitt|si))\s\Z")
_HAS = re.compile(r"\b(?:har|får)\s(?:(?:personlig|personleg|fast)\s)?")
_IN = re.compile(r"\si\s")
_FOLLOWING = ("følgende", "følgjande", "disse", "desse")
_LEAD = 60
"""Characters from a verb to the colon after which those are named who come."""
_PLAINLY = re.compile(r"\s*\.?\Z|\s(?:i|på)\s(?:politi)?(?:råd\w*|møt\w*|grupp\w*|utval\w*|forum\w*|team\w*)\W*(?:\Z|,)")
HERE = ("her ", "der ")
"""How a sentence begins that goes on about a forum."""
_FURTHER = re.compile(r"(?:elles|ellers|vidare|videre|dessuten|dessutan|dertil)\s")
"""How a sentence begins that goes on with more of those who come, who stand after its verb: `Elles møter …`."""
_ALSO = re.compile(r"\s(?:også|òg|fast|alltid|både)(?=\s)")
_HERE_IS = 6
"""Characters from the start of a sentence within which the verb stands that has its subject after it: `Her møter …`."""
_FROM_COMING = ("fra å ", "frå å ")
"""Before the verb of what somebody is kept from: `Er ordføreren forhindret fra å møte`."""
_NOUNS = ("møte", "møta")
_FOR_WHOM = re.compile(r"(?:\A|\s)(?:for|hos|til|er|har)\s\Z", re.IGNORECASE)
WHEN = re.compile(
    r"\b(?:når|dersom|hvis|viss|om\sdet)\b|\b(?:ved|etter)\s(?:\w+\s)?(?:behov|invitasjon|innkalling|innbydelse|innbyding|oppmoding|oppfordring)\b|\bi\s(?:enkelt)?sak\w*\b|\bved\s\w*sak\w*|\bved\sspørsmål"
    r"|\b(?:(?:på|i|til)\s(?:de\s|dei\s|enkelte\s|einskilde\s)?møt\w+|(?:de|dei)\s(?:gangene|gongene))\s(?:der|hvor|kor|som|det)\b"
)
"""Words by which somebody comes only now and then."""
_ASIDE = re.compile(r",\s(?:som|der)\s[^,]*,\s(?:\w+\s){0,3}\Z")
"""A clause between whom it speaks of and their verb: `koordinatoren, som er felles, er også medlem`."""
_OR_WHOM = re.compile(
    r",?\s(?:eller|eventuelt)\s(?:den|en|ein|dei|de)\s(?:som\s)?(?:han|hun|ho|de|dei|vedkommende|vedkomande)\s\w+(?:\s(?:ut|i\s(?:sitt|sin|si)\ssta?e?[dn]t?))?\s?(?=\s\w+\s?\Z|\Z)"
)
"""Whom somebody may send instead: `lensmannen eller den han bemyndiger`."""
_GENITIVE = re.compile(r"\s\w+s\Z")
_WHERE = re.compile(r"\s(?:i|på|til|ved)\s(?:(?:\w+\s)?(?:(?:politi)?råd|møt(?!er\b)|grupp|utval|forum|team)\w*|møter)(?:\s(?:som|med)(?:\s(?:en|ein))?)?\s?\Z")
"""What is said of where somebody comes, between the verb and as what: `kan delta i rådet som observatør`."""

Said = tuple[Defaults, list[Stretch]]
"""Some people, and what is said of them all."""


def attending(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Said | None:
    """Those whom a sentence says to come, by the verb that says so; `absent`, where it is in the stead of somebody."""
    lower = context.view.lower
    start, end = sentence
    opens_with_when = WHEN.match(lower, start, cue.start)
    if opens_with_when and (comma := lower.find(",", start, cue.start)) > 0:
        start = comma + 1
        if not absent and not lower[start : cue.start].strip():
            return Defaults("invited"), list(leading(context, cue.end, series_end(context, cue.end, end)))
    if absent:
        return None if lower.endswith(_FROM_COMING, start, cue.start) else (Defaults("deputy"), _deputies(context, sentence, cue))
    if match := _WITH.match(lower, cue.end, end):
        people = list(leading(context, match.end(), series_end(context, match.end(), end)))
        if match["who"]:
            return sent_by(context.read(*match.span("who"))), people
        return (sent_by(context.read(start, cue.start)), people) if _ORGANISATION.search(lower, start, cue.start - 1) else None
    if lower.startswith(_FOLLOWING, start) and (colon := lower.find(":", cue.end, min(end, cue.end + _LEAD))) > 0:
        return Defaults("invited" if WHEN.search(lower, cue.end, colon) else "permanent"), list(leading(context, colon + 1, end))
    if lower.startswith(HERE, cue.start - len("her ")) and (cue.start - start < _HERE_IS or lower[cue.start - 5] == " "):
        after = _ALSO.match(lower, cue.end, end)
        return Defaults(), list(leading(context, after.end() if after else cue.end, series_end(context, cue.end, end)))
    if _FURTHER.fullmatch(lower, start, cue.start):
        attendance = "invited" if WHEN.search(lower, cue.end, end) else "permanent"
        return Defaults(attendance), list(leading(context, cue.end, series_end(context, cue.end, end)))
    kind = _kind(context, (start, end), cue)
    bracket = lower.rfind("(", start, cue.start)
    if kind and bracket > lower.rfind(")", start, cue.start):
        return Defaults(kind), subject(context, start, bracket, False)[-1:]
    people = subject(context, start, cue.start, kind == "invited" and lower[cue.start : cue.end] not in _NOUNS)
    if kind:
        return Defaults(kind), people or (list(leading(context, cue.end, end)) if kind == "invited" else [])
    if (added := in_addition(context, (start, end), cue)) is not None:
        return Defaults(), added
    return (Defaults(), people) if len(people) > 1 and _PLAINLY.match(lower, cue.end, end) else None


def _may_gap(lower: str, start: int, end: int) -> bool:
    """Whether a side is named after a verb at all."""
    return any(lower.find(word, start, end) > 0 for word in ("kommun", "politi", "herad"))


def for_sides(context: Context, start: int, end: int) -> Iterator[Said]:
    """The people of the other side, where the verb is left out: `ordføreren møter for kommunen, lensmannen for politiet`."""
    other = _FOR_SIDE.match(context.view.lower, start, end) if _may_gap(context.view.lower, start, end) else None
    if other:
        yield sent_by(context.read(*other.span("who"))), list(leading(context, *other.span("people")))


def gapped(context: Context, start: int, end: int) -> Iterator[Said]:
    """The people of the sides after the first, where the verb is left out: `kommunen møter med X og Y, politiet med Z`."""
    lower = context.view.lower
    gaps = list(_GAPPED.finditer(lower, start, end)) if _may_gap(lower, start, end) else []
    for gap, following in zip_longest(gaps, gaps[1:]):
        stop = following.start() if following else end
        yield sent_by(context.read(*gap.span("who"))), list(leading(context, gap.end(), stop))


def in_addition(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch] | None:
    """Those of `I tillegg til X sitter Y og Z i rådet`; None where a sentence does not begin so."""
    addition = _IN_ADDITION.fullmatch(context.view.lower, sentence[0], cue.start)
    if addition is None:
        return None
    whom = leading(context, addition.end("lead") + 1, cue.start) if addition["lead"] else ()
    return [*whom, *leading(context, cue.end, sentence[1])]


def sending(context: Context, start: int, end: int) -> Defaults | None:
    """Whom an organisation right before a verb sends: `Vik kommune er i politirådet representert med …`."""
    match = _SENDING.search(context.view.lower, start, end)
    return sent_by(context.read(*match.span("who"))) if match else None


def _kind(context: Context, sentence: Stretch, cue: Cue) -> str | None:
    """How those come who are named before a verb, by what follows it; None where that does not say."""
    lower, (start, end) = context.view.lower, sentence
    instead = _INSTEAD.match(lower, cue.end, end)
    office = context.offices.first(instead.end(), end) if instead else None
    if instead and office and office.start == instead.end():
        return "deputy"
    if _FIXED.match(lower, cue.end, end):
        return "observer" if _NO_MEMBER.search(lower, cue.end, end) else "permanent"
    return "invited" if WHEN.search(lower, cue.end, end) or WHEN.match(lower, start, cue.start) else None


def _deputies(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """Who comes in the stead of somebody: named after the verb, or before it and not as the one who is away."""
    after = [part for part in leading(context, cue.end, sentence[1]) if context.view.lower.find("s plass", *part) < 0][:1]
    before = subject(context, sentence[0], cue.start, False)
    return after or [part for part in before if not _FOR_WHOM.search(context.view.lower, sentence[0], part[0])]


def standing_in(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """Those of `ordføreren har vara i varaordføreren`, `X har Y som vara`, `Y tar hans plass`, and a deputy known only as that of somebody."""
    lower, (start, end) = context.view.lower, sentence
    if "particle" in cue.term.facts:
        return _deputies(context, sentence, cue)
    owner = _OWNED.search(lower, start, cue.start)
    if owner and context.cues.first("verbs", cue.end, end) and context.offices.first(*owner.span()):
        return [(owner.start(), cue.end)]
    has = _HAS.search(lower, start, cue.start)
    if has is None or lower.startswith(" for", cue.end):
        return []
    whom = _IN.match(lower, cue.end, end)
    return list(leading(context, whom.end(), end)) if whom else list(leading(context, has.end(), cue.start))


def subject(context: Context, start: int, end: int, loosely: bool) -> list[Stretch]:
    """The series right before a verb and its auxiliaries."""
    lower = context.view.lower
    aside = _ASIDE.search(lower, start, end)
    end = aside.start() if aside else end
    whom = _OR_WHOM.search(lower, start, end)
    end = whom.start() if whom else end
    where = _WHERE.search(lower, start, end)
    end = where.start() if where else end
    owner = _GENITIVE.search(lower, start, end - 1)
    end = owner.start() if owner and context.offices.first(owner.start(), end) else end
    return trailing(context, start, without_auxiliaries(context, start, end), loosely)
