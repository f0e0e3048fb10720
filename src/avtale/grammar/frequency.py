"""Frequencies: `4 møter pr år`, `ein gong i kvartalet`, `hvert 3. år`, `minst to møter i året, fortrinnsvis vår og høst`.

A frequency is a count and a period: `{"times", "times_max", "period", "bound", "preferred", "text"}`, `period` an ISO 8601 duration.
Not a frequency: what cannot be counted (`jevnlig`, `ved behov`), a duration (`i fire år`), a number of things (`to medlemmer`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.grammar.anchor import anchors, first_words
from avtale.grammar.duration import scaled
from avtale.grammar.found import Found
from avtale.grammar.number import CARDINAL, CARDINAL_WORDS, ORDINAL, ORDINAL_WORDS, value
from avtale.text import View
from avtale.vocabulary import alternation, forms

_UNITS = {word: unit for word, unit in forms("periods").items() if not unit.startswith("PT")}
_ADVERBS = forms("recurrences")
_BOUNDS = forms("bounds")
_NAMES = (
    {word: day for word, day in forms("weekdays").items() if len(day) == 2 and "dag" in word}
    | {word: month for word, month in forms("months").items() if len(word) > 2}
    | forms("seasons")
)
_DAYS = {word: name for word, name in _NAMES.items() if len(name) == 2 and name.isalpha()}

_name = rf"\b{alternation(_NAMES)}\b"
_day = rf"\b{alternation(_DAYS)}\b"
_days = rf"{_day}(?:(?:,\s|\sog\s){_day})*"
_unit = rf"{alternation(_UNITS)}(?!\w)"
_number = rf"(?:(?<![\d.,/§])\d{{1,3}}|\b{CARDINAL})"
_bound = rf"(?:\b{alternation(_BOUNDS)}\s)?"
_counted = r"(?:\bgg?r?\b\.?|\bx\b|\b[a-zæøå]*(?:gang|gong|møt|samling|dag|treff|besøk|økt)[a-zæøå]*\b)"
_what = rf"\s?(?:[a-zæøå]+,?\s){{0,3}}?{_counted}[^.;:\d]{{0,60}}?"
_other = (
    r"(?:ann[ea]n?\s?(?:hver|kvar)|anne[tn]\s?(?:hvert|kvart)|anna\s?kvart|(?:hver|kvar)\s(?:anna|annan|annen|andre)|(?:hvert|kvart)\s(?:annet|anna|andre))"
)
_every = r"(?:(?:for\s)?(?:hver|hvert|kvar|kvart)\s(?:(?:enkelt|einskild|eneste|einaste)\s)?)"
_each = rf"(?:/\s?|\b(?:per|pr\.?|om|um|à|i\sløpet\sav|i\slaupet\sav|gjennom|i(?!\sår\b))\s(?:det\s|eit\s|et\s|ein\s|en\s)?|\b{_every})"

_RATE = re.compile(
    rf"""
      (?:(?P<between>\bmellom\s)|(?P<bound>{_bound}))(?P<times>{_number})(?:\s?(?:[-–—/]|til|eller|og)\s?(?P<most>{_number}))?
      (?P<more>\seller\s(?:fleire|flere|meir|mer|oftere|oftare))?
      (?:{_what})?\s?(?:(?:(?P<other>\b{_other})\s|{_each}(?:(?P<nth>{ORDINAL})\s)?)(?P<unit>{_unit})|(?P<adverb>\b{alternation(_ADVERBS)}\b)(?:\s{_counted})?)
    | (?P<nthday>\b(?:{_every})?(?:den\s)?(?:{ORDINAL}|siste)\s(?P<days>{_days})\s(?:i\s)?(?:{_every})?(?:måned|månad)(?:en)?\b)
    | (?P<bound2>{_bound})(?:(?P<other2>\b{_other})\s|\b{_every}(?:(?P<nth2>{ORDINAL})\s)?)(?:(?P<unit2>{_unit})|(?P<days2>{_days})|(?P<season>{alternation(forms("seasons"))}\b))
    | (?P<bound3>{_bound})(?P<adverb3>\b{alternation(_ADVERBS)}\b)(?:\s(?P<times3>{_number})\s{_counted})?
    | (?P<yearend>\b(?:årets\s(?:slutt|utgang|utgong)|(?:slutten|utgangen|utgongen|løpet)\sav\s(?:{_every})år(?:et)?|utgangen\sav\såret|utgongen\sav\såret|slutten\sav\såret))
    | (?P<halves>\b(?:vår|våren)\sog\s(?:på\s)?(?:høst|høsten|haust|hausten)\b)
    """,
    re.VERBOSE,
)
_season = rf"\b(?:på|om|i)\s{alternation(forms('seasons'))}\b"
_SEASONAL = re.compile(rf"(?P<a>{_number})(?:\s{_counted})?\s(?P<x>{_season})[^.;\d]{{0,6}}?(?P<b>{_number})(?:\s{_counted})?\s(?P<y>{_season})")
_FIRST = (
    CARDINAL_WORDS
    | ORDINAL_WORDS
    | first_words(*_BOUNDS, *_ADVERBS)
    | frozenset(
        [
            "mellom",
            "for",
            "hver",
            "hvert",
            "kvar",
            "kvart",
            "annenhver",
            "annethvert",
            "annankvar",
            "annakvar",
            "annakvart",
            "anna",
            "annen",
            "annan",
            "den",
            "siste",
            "årets",
            "slutten",
            "utgangen",
            "utgongen",
            "løpet",
            "vår",
            "våren",
        ]
    )
)
_PREFERRED = re.compile(
    rf"[\s,:(–-]*(?:og\s)?(?:fortrinns?vis|helst|primært|gjerne|normalt|vanligvis|vanlegvis|som\sregel|til\svanleg|for\seksempel|til\sdømes)?"
    rf"(?P<names>(?:[\s,/]|\b(?:og|samt|i|på|om|til|den|hver|kvar|en|ein|ett|eitt|siste)\b|{ORDINAL})*{_name}(?:(?:[\s,/]|\b(?:og|samt|i|på|om|en|ein|ett|eitt)\b)*{_name})*)"
)
_NAME = re.compile(_name)
_AS_BOUND = re.compile(r"[\s,]{1,2}som (?:et |eit )?(?P<bound>minimum|maksimum)\b")
_ARTICLES = frozenset({"en", "et", "ei", "ein", "eit"})


class _Rate(NamedTuple):
    times: int
    most: int | None
    period: str
    bound: str
    preferred: list[str]


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
        match = _SEASONAL.match(lower, anchor, end)
        rate = _seasonal(match) if match else None
        if rate is None and (match := _RATE.match(lower, anchor, end)):
            rate = _rate(match)
        if match and rate:
            done, rate = _refined(lower, match.end(), end, rate)
            yield Found(anchor, done, _value(rate, " ".join(view.text[anchor:done].split())))


def _value(rate: _Rate, text: str) -> dict[str, object]:
    return {
        "times": rate.times,
        "times_max": rate.most,
        "period": rate.period,
        "bound": rate.bound,
        "preferred": rate.preferred,
        "text": text,
    }


def _rate(match: re.Match[str]) -> _Rate | None:
    if match["times"]:
        return _counted_rate(match)
    if match["nthday"]:
        return _Rate(1, None, "P1M", "exact", _names(match["days"]))
    if match["adverb3"]:
        return _Rate(value(match["times3"] or "1"), None, _ADVERBS[match["adverb3"]], _bound_of(match["bound3"]), [])
    if match["yearend"]:
        return _Rate(1, None, "P1Y", "exact", [])
    if match["halves"]:
        return _Rate(2, None, "P1Y", "exact", ["spring", "autumn"])
    step = 2 if match["other2"] else value(match["nth2"] or "1")
    names = _names(match["days2"] or match["season"] or "")
    unit = _UNITS[match["unit2"]] if match["unit2"] else "P1Y" if match["season"] else "P1W"
    return _Rate(max(1, len(names)), None, scaled(unit, step), _bound_of(match["bound2"]), names)


def _counted_rate(match: re.Match[str]) -> _Rate | None:
    """`2–4 møter pr år`; None where the number is an article, of something that is not counted."""
    head = match[0][match.end("times") - match.start() :]
    if match["times"] in _ARTICLES and not re.match(rf"\s?(?:[a-zæøå]+\s)?{_counted}|\s(?:{_each})", head):
        return None
    times, most = value(match["times"]), value(match["most"]) if match["most"] else None
    if times == 0 or (most is not None and most <= times):
        return None
    step = 2 if match["other"] else value(match["nth"] or "1")
    period = _ADVERBS[match["adverb"]] if match["adverb"] else scaled(_UNITS[match["unit"]], step)
    bound = "range" if most else "at_least" if match["more"] else _bound_of(match["bound"])
    return _Rate(times, most, period, bound, [])


def _seasonal(match: re.Match[str]) -> _Rate:
    """`tre på våren og to på hausten`."""
    return _Rate(value(match["a"]) + value(match["b"]), None, "P1Y", "exact", _names(match["x"] + " " + match["y"]))


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


def _names(words: str) -> list[str]:
    return [_NAMES[name] for name in _NAME.findall(words)]
