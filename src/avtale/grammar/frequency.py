"""Frequencies: `4 møter pr år`, `ein gong i kvartalet`, `hvert 3. år`, `minst to møter i året, fortrinnsvis vår og høst`.

A frequency is a count and a period: `{"times", "times_max", "period", "bound", "preferred", "text"}`, `period` an ISO 8601 duration.
Not a frequency: what cannot be counted (`jevnlig`, `ved behov`), a duration (`i fire år`), a number of things (`to medlemmer`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from avtale.grammar.anchor import anchors, first_words
from avtale.grammar.duration import scaled
from avtale.grammar.found import Found
from avtale.grammar.number import ARTICLES, CARDINAL, ORDINAL, ORDINAL_WORDS, value
from avtale.text import View
from avtale.vocabulary import alternation, forms

_UNITS = {word: unit for word, unit in forms("periods").items() if not unit.startswith("PT")}
_ADVERBS = forms("recurrences")
_BOUNDS = forms("bounds")
_DAYS = {word: day for word, day in forms("weekdays").items() if len(day) == 2 and "dag" in word}
_NAMES = _DAYS | forms("months") | forms("seasons")
"""The names of what can be preferred."""

_name = rf"\b{alternation(_NAMES)}\b"
_day = rf"\b{alternation(_DAYS)}\b"
_days = rf"{_day}(?:(?:,\s|\sog\s){_day})*"
_names_said = rf"{_name}(?:(?:,\s|\s(?:og|samt)\s(?:i\s|på\s)?){_name})*"
_unit = rf"{alternation(_UNITS)}(?!\w)"
_number = rf"(?:(?<![\d.,/§])\d{{1,3}}|\b{CARDINAL})"
_bound = rf"(?:\b{alternation(_BOUNDS)}\s)?"
_counted = r"(?:(?<![a-zæøå])(?:gg?r?\b\.?|x\b)|\b(?:g[ao]ng|[a-zæøå]*(?:møt|samling|dag|treff|besøk|økt))[a-zæøå]*\b)"
_what = rf"\s?(?:[a-zæøå]+,?\s){{0,3}}?{_counted}[^.;:\d]{{0,60}}?"
_other = (
    r"(?:ann[ea]n?\s?(?:hver|kvar)|anne[tn]\s?(?:hvert|kvart)|anna\s?kvart"
    r"|(?:hver|kvar)\s(?:anna|annan|annen|andre)|(?:hvert|kvart)\s(?:annet|anna|andre))"
)
_every = r"(?:(?:for\s)?(?:hver|hvert|kvar|kvart)\s(?:(?:enkelt|einskild|eneste|einaste)\s)?)"
_per = (
    r"(?:/\s?|(?<=\d)\s?x\s|\b(?:per\.?|pr\.?|om|um|à|i\sløpet\sav|i\slaupet\sav|gjennom|i(?!\sår\b))\s?(?:det\s|eit\s|et\s|ein\s|en\s)?"
    rf"|\b{_every})"
)
_season = alternation(forms("seasons"))
_seasons = rf"{_season}\b(?:\sog\s{_season}\b)?"
_in_season = rf"\b(?:på|om|i)\s{_season}\b"

_COUNTED = re.compile(
    rf"(?:(?P<between>\bmellom\s)|(?P<bound>{_bound}))(?P<times>{_number})"
    rf"(?:\s?(?:[-–—/]|til|eller|og)\s?(?P<most>{_number}))?(?:\s?\(\w+\))?"
    rf"(?P<more>(?:\s{_counted})?\seller\s(?:fleire|flere|meir|mer|oftere|oftare))?"
    rf"(?P<what>{_what})?\s?(?:(?:(?P<other>\b{_other})\s|{_per}(?:(?P<nth>{ORDINAL})\s)?)(?P<unit>{_unit})"
    rf"|(?P<adverb>\b{alternation(_ADVERBS)}\b)(?:\s{_counted})?)"
)
_NTH_DAY = re.compile(
    rf"\b(?:{_every})?(?:den\s)?(?:{ORDINAL}|siste)(?:\sog\s(?P<second>{ORDINAL}|siste))?\s(?P<days>{_days})\s(?:i\s)?"
    rf"(?:(?P<other>{_other})\s|{_every})?(?P<unit>(?:måned|månad|kvartal|halvår)(?:en|et)?)\b"
)
_EVERY = re.compile(
    rf"(?P<bound>{_bound})(?:(?P<other>\b{_other})\s|\b{_every}(?:(?P<nth>{ORDINAL})\s)?)"
    rf"(?:(?P<unit>{_unit})|(?P<days>{_days})|(?P<season>{_seasons}))"
)
_NAMED = re.compile(
    rf"(?P<names>{_names_said})\s(?:(?P<weeks>i\s(?:alle\s)?(?:partall?s|oddetall?s|like\s|ulike\s)-?(?:uker|ukene|veker|vekene)\b)"
    r"|(?:i\s)?(?:hver|kvar)\s(?P<weekly>uke|veke)\b|(?:hvert|kvart)\s(?P<yearly>år)\b)"
)
_ADVERB = re.compile(rf"(?P<bound>{_bound})(?P<adverb>\b{alternation(_ADVERBS)}\b)(?:\s(?:(?P<times>{_number})\s)?{_counted})?")
_YEAR_END = re.compile(
    rf"\b(?:årets\s(?:slutt|utgang|utgong)|(?:slutten|utgangen|utgongen|løpet)\sav\s(?:{_every})år(?:et)?|(?:utgangen|utgongen|slutten)\sav\såret)"
)
_HALVES = re.compile(r"\b(?:vår|våren)\sog\s(?:på\s)?(?:høst|høsten|haust|hausten)\b")
_SEASONAL = re.compile(rf"(?P<a>{_number})(?:\s{_counted})?\s(?P<x>{_in_season})[^.;\d]{{0,6}}?(?P<b>{_number})(?:\s{_counted})?\s(?P<y>{_in_season})")
_PREFERRED = re.compile(
    rf"[\s,:(–-]*(?:og\s)?(?:fortrinns?vis|helst|primært|gjerne|normalt|vanligvis|vanlegvis|som\sregel|til\svanleg|for\seksempel|til\sdømes)?"
    rf"(?P<names>(?:[\s,/]|\b(?:og|samt|i|på|om|til|den|hver|kvar|en|ein|ett|eitt|siste)\b|{ORDINAL})*{_name}"
    rf"(?:(?:[\s,/]|\b(?:og|samt|i|på|om|en|ein|ett|eitt)\b)*{_name})*)"
)
_NAME = re.compile(_name)
_DAY = re.compile(_day)
_AS_BOUND = re.compile(r"[\s,]{1,2}som (?:et |eit )?(?P<bound>minimum|maksimum)\b")
_THING = re.compile(rf"\s?(?:[a-zæøå]+\s)?{_counted}|\s(?:{_per})")

_FIRST = (
    ORDINAL_WORDS
    | first_words(*_BOUNDS, *_ADVERBS, *_NAMES)
    | frozenset({"mellom", "for", "hver", "hvert", "kvar", "kvart", "annenhver", "annethvert", "annankvar", "annakvar", "annakvart"})
    | frozenset({"anna", "annen", "annan", "den", "siste", "årets", "slutten", "utgangen", "utgongen", "løpet"})
)


class _Rate(NamedTuple):
    times: int
    most: int | None = None
    period: str = "P1Y"
    bound: str = "exact"
    preferred: tuple[str, ...] = ()


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The frequencies in `start:end`, none within another.

    >>> view = View("Minimum to møter i året, fortrinnsvis vår og høst")
    >>> [found.value for found in find(view, 0, len(view.text))]  # doctest: +NORMALIZE_WHITESPACE
    [{'times': 2, 'times_max': None, 'period': 'P1Y', 'bound': 'at_least', 'preferred': ['spring', 'autumn'],
      'text': 'Minimum to møter i året, fortrinnsvis vår og høst'}]
    """
    lower, done = view.lower, start
    for anchor in anchors(lower, start, end, _FIRST):
        if anchor < done:
            continue
        for pattern, reader in _READERS:
            match = pattern.match(lower, anchor, end)
            rate = reader(match) if match else None
            if match and rate:
                done, rate = _refined(lower, match.end(), end, rate)
                yield Found(anchor, done, _value(rate, " ".join(view.text[anchor:done].split())))
                break


def _value(rate: _Rate, text: str) -> dict[str, object]:
    return {
        "times": rate.times,
        "times_max": rate.most,
        "period": rate.period,
        "bound": rate.bound,
        "preferred": list(rate.preferred),
        "text": text,
    }


def _counted_rate(match: re.Match[str]) -> _Rate | None:
    """`2–4 møter pr år`; None where the number is an article, of something that is not counted."""
    if match["times"] in ARTICLES and not match["most"] and not _THING.match(match.string, match.end("times"), match.end()):
        return None
    times, most = value(match["times"]), value(match["most"]) if match["most"] else None
    if times == 0 or (most is not None and most <= times):
        return None
    step = 2 if match["other"] else value(match["nth"] or "1")
    period = _ADVERBS[match["adverb"]] if match["adverb"] else scaled(_UNITS[match["unit"]], step)
    bound = "range" if most else "at_least" if match["more"] else _bound_of(match["bound"])
    days = tuple(_DAYS[day] for day in _DAY.findall(match["what"] or ""))
    return _Rate(times, most, period, bound, days if times == len(days) else ())


def _nth_day(match: re.Match[str]) -> _Rate:
    """`første onsdag i måneden`, `siste torsdagen i annenhver måned`."""
    unit = {"k": "P3M", "h": "P6M"}.get(match["unit"][0], "P1M")
    days = _names(match["days"])
    return _Rate(len(days) * (2 if match["second"] else 1), None, scaled(unit, 2 if match["other"] else 1), "exact", days)


def _every_rate(match: re.Match[str]) -> _Rate:
    """`hvert 3. år`, `annankvar veke`, `hver mandag og onsdag`, `kvar haust`."""
    step = 2 if match["other"] else value(match["nth"] or "1")
    names = _names(match["days"] or match["season"] or "")
    unit = _UNITS[match["unit"]] if match["unit"] else "P1Y" if match["season"] else "P1W"
    return _Rate(max(1, len(names)), None, scaled(unit, step), _bound_of(match["bound"]), names)


def _named_rate(match: re.Match[str]) -> _Rate | None:
    """`tirsdager i partallsuker`, `tysdag og torsdag kvar veke`, `i mars og september hvert år`."""
    names = _names(match["names"])
    days = all(name in _DAYS.values() for name in names)
    if days == bool(match["yearly"]):
        return None
    return _Rate(len(names), None, "P1Y" if match["yearly"] else "P2W" if match["weeks"] else "P1W", "exact", names)


def _adverb_rate(match: re.Match[str]) -> _Rate:
    """`årlig`, `månadlege møte`, `årlig to møter`."""
    return _Rate(value(match["times"] or "1"), None, _ADVERBS[match["adverb"]], _bound_of(match["bound"]))


def _seasonal(match: re.Match[str]) -> _Rate:
    """`tre på våren og to på hausten`."""
    return _Rate(value(match["a"]) + value(match["b"]), None, "P1Y", "exact", _names(match["x"] + " " + match["y"]))


def _year_end(_: re.Match[str]) -> _Rate:
    return _Rate(1)


def _halves(_: re.Match[str]) -> _Rate:
    return _Rate(2, preferred=("spring", "autumn"))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Rate | None]], ...] = (
    (_SEASONAL, _seasonal),
    (_COUNTED, _counted_rate),
    (_NTH_DAY, _nth_day),
    (_EVERY, _every_rate),
    (_ADVERB, _adverb_rate),
    (_NAMED, _named_rate),
    (_YEAR_END, _year_end),
    (_HALVES, _halves),
)
"""What a frequency looks like, and how it is read."""


def _refined(lower: str, stop: int, end: int, rate: _Rate) -> tuple[int, _Rate]:
    """The rate with what is said right after it: `… som et minimum`, `…, fortrinnsvis vår og høst`."""
    if later := _AS_BOUND.match(lower, stop, end):
        stop, rate = later.end(), rate._replace(bound=_BOUNDS[later["bound"]])
    split = _SEASONAL.search(lower, stop, min(end, stop + 50))
    if split and _seasonal(split).times == rate.times:
        return split.end(), rate._replace(preferred=_seasonal(split).preferred)
    if not rate.preferred and (preferred := _PREFERRED.match(lower, stop, end)):
        return preferred.end(), rate._replace(preferred=_names(preferred["names"]))
    return stop, rate


def _bound_of(words: str) -> str:
    return _BOUNDS[words.strip()] if words else "exact"


def _names(words: str) -> tuple[str, ...]:
    return tuple(_NAMES[name] for name in _NAME.findall(words))
