"""How often somebody is at which place: `to dager i uka på rådhuset og én dag i måneden på Jøa`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context.candidate import Stretch
from avtale.context.cards import PRESENCE
from avtale.context.context import Context
from avtale.context.people import trimmed
from avtale.grammar import frequency, place
from avtale.grammar.found import Found
from avtale.grammar.number import COUNT, value
from avtale.structure import Kind

_THERE = re.compile(
    r"\boppmøte|\btil\s?stede|\btil\s?stades|\btil\sstaden|\bkontor|\bbesøk|\bhold(?:er|e)?\stil\b|\bheld(?:e|a)?\stil\b|\btreff\w*|\b(?:er|vere|vera|være|sit|sitte|sitter|sitja|sitje)\s(?:\w+\s){0,3}?(?:på|i|ved)\b"
    r"|\b(?:på|i|ved)\s[\w-]+(?:\s[\w-]+){0,2}?\s(?:er|sit|sitter)\s(?:han|ho|hun|politikontakten)\b"
    r"|\b(?:er|sit|sitter|held|holder)\s(?:han|ho|hun|politikontakten|koordinatoren)\s(?:\w+\s){0,2}?(?:på|i|ved|til)\b|\bute\s(?:på|i|ved|blant|mellom)\b|\btilbring|\b(?:pult|arbeidsplass|kontorplass)"
    r"|\bfinn(?:er|e|a|ast|es)?\s(?:man|en|ein|du|vi|me)?\s?(?:han|ham|ho|henne|politikontakten|koordinatoren)\b|\bå\s(?:finne|finna|treffe|treffa)\b"
    r"|\binnom\b|\bvitj|\btil\s(?:rådvelde|rådighet|disposisjon)|\bmøter\s(?:på|i)\b|\b(?:arbeid|jobb)\w*\s(?:på|i|ved|fra|frå)\s|\bhar\sfast\b|\btilgjengel|\barbeids(?:dag|plass|stad|sted)|\bhospiter|\bstasjonert|\bstiller\s(?:på|i|ved)\b"
)
_CLOCK = re.compile(r"\bkl\b|\bklokk|\bmellom\s\d|\d{1,2}[.:]\d\d|\d\s?[–-]\s?\d")
_FORMERLY = re.compile(r"\b(?:mot\s)?(?:tidligere|tidlegare|før|tidl\.)\s*\Z")
_COUNTED = re.compile(r"dag|gang|gong|ggr|kveld|hver|kvar|ukentlig|vekentleg|månedlig|månadleg|kvartal")
_COUNT_FIRST = re.compile(r"(?:\S+\s){1,4}?(?:dag|gang|gong|ggr)\w*\s(?!\d)[^,]*(?=,|\sog\s)")
_AGAIN = re.compile(rf"(?:,|\sog)\s(?P<times>{COUNT}|\d)\s(?:dag\w*\s|gang\w*\s|gong\w*\s)?(?=(?:i|på|ved)\s)")
_VISITED = re.compile(
    r"\b(?:innom|besøk(?:e|er|jer|ja|je))\s(?:(?:hver|kvar)\sav\s)?(?P<place>(?:(?:hver|kvar)\s)?(?:[\w-]+\s)?[\wæøå-]*(?:skole|skule|skular?|skolar?)\w*)"
)
"""A school that somebody calls at."""
_EACH_PLACE = re.compile(r"\s(?:hver|kvar)\si\s|\b(?:hvert|kvar|begge|båe|hver)\s(?:sted|stad|steder|stader|av\s(?:stedene|stadene))")
_JOINT = re.compile(r"\s(?:i|på|ved)\s")
_PLACE_SET_OFF = re.compile(
    r"(?:\A|[|.;:,]\s*|\s(?:og|på|i|ved|mellom|millom)\s|\t|\s{3,})(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s(?!og\b|er\b)[\w-]+){0,3})(?:,(?:\sder\s(?:han|ho|hun)\s(?:er|sit|sitter))?|\s[–-]|:|\s?\()\s?\Z"
)
_ENDED = re.compile(r"\b(?:skulle|var)\b[^.]*\b(?:ikk?j?e\slenger|utgår|er\s(?:teke|tatt)\sut|f[ae]ll(?:er)?\sbort|er\sslutt|nedlagt|lagt\sned)\b")
"""Of a presence that is told only because it is no more."""
_CLAUSE = re.compile(r",\s(?:og|men|mens|medan|samt)\s|;\s|\s(?:mens|medan)\s")
"""What stands between two clauses, each of which has its own place."""
_OF_FORUM = re.compile(r"(?:grupp[ae]n?|forumet|rådet|teamet|utvale?g?et|nettverket)\s(?:skal\s|kan\s)?(?:treff|møt)\w*s?t?\b")
"""Of a forum that meets, whoever leads it."""
_PREPOSITION = re.compile(r"(?:i|på|ved|og|hos|hjå)\b")
_NEAR = 45
"""Characters between a frequency and its place."""

Presence = tuple[dict[str, Any], tuple[Stretch, ...]]


def presences(context: Context, stretch: Stretch) -> Iterator[Presence]:
    """The frequencies of a stretch, each with its place, and where they stand."""
    start, end = stretch
    if not _tells(context, stretch):
        return
    rates = _rates(context, stretch)
    label = PRESENCE.match(context.view.lower, start, end)
    if label and rates:
        yield from _labelled(context, label.end(), end, rates)
        return
    rates += _elliptic(context, rates, end)
    places = _places(context, start, end)
    if len(rates) == 1 and len(places) > 1 and _EACH_PLACE.search(context.view.lower, rates[0].start, end):
        yield from (_presence(context, rates[0], at) for at in places)
        return
    head = _head(context, stretch, rates) if rates and not places else None
    yield from (_presence(context, rate, head or _place_of(context, rate, rates, places)) for rate in rates)


def presences_labelled(context: Context, stretch: Stretch) -> Iterator[Presence]:
    """The frequencies of a cell beside or under a label for presence: `Kvåle skule: to dagar i veka. Rådhuset: annankvar tysdag`."""
    rates = _rates(context, stretch)
    return _labelled(context, *stretch, rates) if rates else iter(())


def _rates(context: Context, stretch: Stretch) -> list[Found]:
    """The frequencies of a stretch that count presence, else the weekdays that it names without a time."""
    start, end = stretch
    rates = [rate for found in frequency.find(context.view, start, end) for rate in [_counted(context, start, end, found)] if rate]
    weekly = None if rates or _CLOCK.search(context.view.lower, start, end) else frequency.on_days(context.view, start, end)
    return [*rates, weekly] if weekly else rates


def _labelled(context: Context, start: int, end: int, rates: list[Found]) -> Iterator[Presence]:
    """What stands after a label for presence: a frequency with the place right before it, else the one after it."""
    for rate, after in zip(rates, [*(rate.start for rate in rates[1:]), end], strict=True):
        whole = trimmed(context, (start, rate.start))
        words = trimmed(context, (max(whole[0], *(context.view.text.rfind(mark, *whole) + 1 for mark in ",;")), whole[1]))
        places = place.after_preposition(context.view.text, rate.end, after)
        before = words if words[0] < words[1] and not _PREPOSITION.match(context.view.lower, *words) else None
        told = place.after_preposition(context.view.text, *words)
        yield _presence(context, rate, before or next(iter((*told, *places)), None))
        start = rate.end if before or not places else places[0][1]


def presences_at(context: Context, stretch: Stretch, at: Stretch) -> Iterator[Presence]:
    """The frequencies of a cell, all of them of the place that another cell of its row names."""
    for found in frequency.find(context.view, *stretch):
        rate = _counted(context, *stretch, found)
        if rate:
            yield _presence(context, rate, at)


def _tells(context: Context, stretch: Stretch) -> bool:
    """Whether a stretch says that somebody is somewhere; an entry or a row does so by a place alone."""
    start, end = stretch
    if not any(context.cues.first(concept, start, end) for concept in ("periods", "recurrences", "weekdays")):
        return False
    if _OF_FORUM.search(context.view.lower, start, end) or _ENDED.search(context.view.lower, start, end):
        return False
    if _THERE.search(context.view.lower, start, end) or PRESENCE.match(context.view.lower, start, end):
        return True
    listed = context.row(start) is not None or context.block(start).kind is Kind.ITEM
    return listed and bool(place.building(context.view.text, start, end) or ":" in context.view.lower[start:end])


def _counted(context: Context, start: int, end: int, rate: Found) -> Found | None:
    """A frequency that counts presence: no daily one, none of the past, and none that gives the hours of a weekday."""
    lower = context.view.lower
    if not _COUNTED.search(rate.value["text"].lower()) or rate.value["period"] == "P1D" or _FORMERLY.search(lower, start, rate.start):
        return None
    if rate.value["preferred"] and _CLOCK.search(lower, rate.end, min(end, rate.end + 70)):
        count = _COUNT_FIRST.match(lower, rate.start, rate.end)
        return rate._replace(end=count.end(), value=rate.value | {"preferred": [], "text": context.read(rate.start, count.end())}) if count else None
    return rate


def _elliptic(context: Context, rates: list[Found], end: int) -> list[Found]:
    """What goes on with the period of the last frequency: `… annakvar veke ein dag i Skjåk og ein dag i Vågå`."""
    if not rates:
        return []
    last = rates[-1]
    return [
        Found(match.start("times"), match.end(), last.value | {"times": value(match["times"]), "text": context.read(match.start("times"), match.end())})
        for match in _AGAIN.finditer(context.view.lower, last.end, end)
    ]


def _places(context: Context, start: int, end: int) -> list[Stretch]:
    """The places after a preposition or a verb for going there, those that say where another lies (`Dalen i Tokke`) and those joined by `og` in one."""
    text = context.view.text
    found: list[Stretch] = []
    for at in place.after_preposition(text, start, end):
        if found and _JOINT.fullmatch(text, found[-1][1], at[0]):
            found[-1] = (found[-1][0], at[1])
        else:
            found.append(at)
            found += _joined(text, at[1], end)
    return found or [match.span("place") for match in _VISITED.finditer(context.view.lower, start, end)]


_ALSO = re.compile(r"\sog\s(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s(?:\w*sk[ou]l[ea]\w*|\w*hus|rådhus))?)(?![\w-])")


def _joined(text: str, at: int, end: int) -> list[Stretch]:
    match = _ALSO.match(text, at, end)
    return [match.span("place")] if match else []


def _head(context: Context, stretch: Stretch, rates: list[Found]) -> Stretch | None:
    """What a line names before a colon."""
    head = context.view.text.find(":", stretch[0], rates[0].start)
    if (
        head < 0
        or not context.view.text[stretch[0]].isupper()
        or context.offices.first(stretch[0], head)
        or _THERE.search(context.view.lower, stretch[0], head)
    ):
        return None
    return stretch[0], head


def _place_of(context: Context, rate: Found, rates: list[Found], places: list[Stretch]) -> Stretch | None:
    """The place of a presence: the nearest one that no other presence stands between."""
    free = [at for at in places if not any(min(at[0], rate.start) < other.start < max(at[0], rate.start) for other in rates if other is not rate)]
    before = [at for at in free if at[1] <= rate.start and rate.start - at[1] < _NEAR]
    after = [at for at in free if at[0] >= rate.end and at[0] - rate.end < _NEAR]
    own = [at for at in (*before, *after) if not _CLAUSE.search(context.view.lower, min(at[1], rate.end), max(at[0], rate.start))]
    if own:
        before, after = [at for at in before if at in own], [at for at in after if at in own]
    if places and places[0][0] < rates[0].start and (before or after):
        return before[-1] if before else after[0]
    return after[0] if after else before[0] if before else _set_off(context, rate)


def _set_off(context: Context, rate: Found) -> Stretch | None:
    """The place that stands right before its presence, set off from it: `Rådhuset, éin dag i veka`, `Kinsarvik – annankvar torsdag`."""
    match = _PLACE_SET_OFF.search(context.view.text, context.sentence(rate.start)[0], rate.start)
    if not match or context.offices.first(*match.span("place")) or context.names.first(*match.span("place")):
        return None
    return match.span("place")


def _presence(context: Context, rate: Found, at: Stretch | None) -> Presence:
    span = (rate.start, rate.end)
    return rate.value | {"place": context.read(*at) if at else None}, (span, at) if at else (span,)
