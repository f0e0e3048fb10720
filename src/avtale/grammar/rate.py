"""Rates, the core of a frequency: what `4 møter pr år`, `annankvar veke` and `første onsdag i måneden` look like, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from avtale.grammar.anchor import any_in, compiled, cores, first_words, word_at
from avtale.grammar.duration import scaled
from avtale.grammar.number import ARTICLES, CARDINAL_WORDS, COUNT, LOW_ORDINAL, value
from avtale.vocabulary import alternation, forms

_UNITS = {word: unit for word, unit in forms("periods").items() if not unit.startswith("PT")}
_ADVERBS = forms("recurrences")
BOUNDS = forms("bounds")
DAYS = {word: day for word, day in forms("weekdays").items() if len(day) == 2 and "dag" in word}
_NAMES = DAYS | forms("months") | forms("seasons")
"""The names of what can be preferred."""

_name = rf"\b{alternation(_NAMES)}\b"
_day = rf"\b{alternation(DAYS)}\b"
_days = rf"(?:{_day}(?:,\s|\sog\s)?)+(?<=\w)"
_names_said = rf"(?:{_name}(?:,\s|\s(?:og|samt)\s(?:i\s|på\s)?)?)+(?<=\w)"
"""Names in a row, which does not end with what stands between them; said once here, since a pattern is compiled by its length."""
_unit_word = alternation(_UNITS)
_unit = rf"{_unit_word}(?!\w)"
_number = rf"(?:(?<![\d.,/§])\d{{1,3}}|\b{COUNT})"
_held = r"(?:avholdes|holdes|gjennomføres|arrangeres|haldast|gjennomførast|arrangerast)"
_bound = rf"(?:\b(?<!lagt\s)(?<!legg\s)(?<!legges\s)(?<!leggast\s){alternation(BOUNDS)}\s(?:{_held}\s)?)?"
_HELD = re.compile(rf"\s{_held}\s\Z")
"""A verb between a bound and its number: `minimum avholdes to møter`."""
_counted = (
    r"(?:(?<![a-zæøå])(?:gg?r?\b\.?|x\b)"
    r"|\b(?:g[ao]ng|[a-zæøå]*(?:møt(?!e?s\b|[ae]st\b)|samling|dag|treff(?!e?s\b|[ae]st\b)|besøk|kveld|økt))[a-zæøå]*\b)"
)
_what = rf"\s?(?:[a-zæøå]+,?\s){{0,3}}?{_counted}(?:(?!\b(?:fordel|hvorav|korav|derav))[^.;:\d]){{0,60}}?"
_other = (
    r"(?:ann[ea]n?\s?(?:hver|kvar)|anne[tn]\s?(?:hvert|kvart)|anna\s?kvart|andre\s?kvart?"
    r"|(?:hver|kvar)\s(?:anna|annan|annen|andre)|(?:hvert|kvart)\s(?:annet|anna|andre))"
)
_every = r"(?:(?:for\s)?(?:hver|hvert|kvar|kvart)\s(?:(?:enkelt|einskild|eneste|einaste)\s)?)"
_per = (
    r"(?:/\s?|(?<=\d)\s?x\s|\b(?:per\.?|pr\.?|om|um|à|i\sløpet\sav|i\slaupet\sav|gjennom|for(?=\såret\b)|fordelt\spå(?=\såret\b)|i(?!\sår\b))\s?(?:det\s|eit\s|et\s|ein\s|en\s)?"
    rf"|\b(?:i\s)?{_every})"
)
_season = alternation(forms("seasons"))
_part = alternation([*forms("seasons"), *forms("months")])
_parts = rf"{_part}\b(?:\sog\s{_part}\b)?"
_weeks = r"i\s(?:alle\s)?(?:partall?s|oddetall?s|like\s|ulike\s)-?(?:uker|ukene|veker|vekene)\b"
_in_season = rf"\b(?:(?:på|om|i)\s)?{_season}\b"

_thing = rf"\s?(?:[a-zæøå]+\s)?{_counted}|\s{_per}|\s(?:eller|til)\s"
_no_article = rf"(?!{alternation(ARTICLES)}\b(?!{_thing}))"

_at_most = r"(?:maks(?:imum|imalt)?|høyst|høgst|inntil|(?:ikke|ikkje)\s(?:flere|fleire|mer|meir)\senn)"
_again = r"(?:\s?\(\w+\)|\s?[-–]\s?[a-zæøå]+\s?[-–])?"
"""The same number once more, in words: `3 (tre) møter`, `3 - tre - møter`."""
_COUNTED = (
    rf"(?:(?P<between>\bmellom\s)|(?P<bound>{_bound}))(?P<times>{_no_article}{_number})"
    rf"(?:\s?(?:[-–—/]|til|eller|og)\s?(?:{_at_most}\s)?(?P<most>{_number}))?{_again}"
    rf"(?P<more>(?:\s{_counted})?\seller\s(?:fleire|flere|meir|mer|oftere|oftare))?"
    rf"(?P<what>{_what})?\s?(?:(?:(?P<other>\b{_other})\s|{_per}(?:(?P<nth>{LOW_ORDINAL})\s)?)(?P<unit>{_unit})"
    rf"|(?P<adverb>\b{alternation(_ADVERBS)}\b)(?:\s{_counted})?"
    rf"|(?:[a-zæøå]+,?\s(?:og\s)?){{1,2}}(?P<of>\b{alternation(_ADVERBS)})\s{_counted})"
)
_NTH_DAY = (
    rf"\b(?:{_every})?(?:den\s)?(?:{LOW_ORDINAL}|siste)(?:\sog\s(?P<second>{LOW_ORDINAL}|siste))?\s(?P<days>{_days})\s(?:i\s)?"
    rf"(?:(?P<other>{_other})\s|{_every})?(?P<unit>(?:måned|månad|kvartal|halvår)(?:en|et)?)\b"
)
_EVERY = (
    rf"(?P<bound>{_bound})(?:(?P<other>\b{_other})\s|\b{_every}(?:(?P<nth>{LOW_ORDINAL})\s)?)"
    rf"(?:(?P<unit>{_unit})|(?P<days>{_days})(?P<weeks>\s{_weeks})?|(?P<part>{_parts}))"
)
_NTH_EVERY = rf"(?!\d)(?P<nth>{LOW_ORDINAL})\s(?:hver|hvert|kvar|kvart)\s(?P<unit>{_unit})"
"""`sjette kvar veke`, as parts of the country say for `kvar sjette veke`."""
_NAMED = (
    rf"(?P<names>{_names_said})\s(?:(?P<weeks>{_weeks})"
    r"|(?:i\s)?(?:hver|kvar)\s(?P<weekly>uke|veke)\b|(?:hvert|kvart)\s(?P<yearly>år)\b)"
)
_ADVERB = rf"(?P<bound>{_bound})(?P<adverb>\b{alternation(_ADVERBS)}\b)(?:\s(?:(?P<times>{_number})\s)?{_counted})?"
_YEAR_END = (
    rf"\b(?:årsskiftet|(?:siste|første|fyrste)\smøtet?\si\såret|årets\s(?:slutt|utgang|utgong|(?:siste|første)\smøte)|(?:slutten|utgangen|utgongen|løpet)\sav\s(?:{_every})(?:møte|kalender)?år(?:et)?|"
    r"(?:utgangen|utgongen|slutten)\sav\såret)"
)
_HALVES = r"\b(?:vår|våren)\sog\s(?:på\s)?(?:høst|høsten|haust|hausten)\b"
_INTERVAL = rf"\bmed\s(?:minst\s)?(?P<times>{_number})\s(?P<unit>{_unit_word})s?\smellomrom\b"
_AROUND = rf"(?P<a>{_number})(?:\s{_counted})?\s(?:før|innen|innan)\s(?:sommer|sommar|sumar|jul)\w*\sog\s(?P<b>{_number})\s(?:\w+\s)?etter\b"
_WORKDAYS = 5
_OF_FIVE = (
    rf"(?P<bound>{_bound})(?P<times>{_number})\sav\s(?:ukas\s|ukens\s|vekas\s|de\s|dei\s|alle\s)?fem\s"
    r"(?:arbeids|virke|yrke|verke|hver|kvar|uke|veke)?dag(?:er|ar|ene|ane)\b(?:\s(?:i|per)\s(?:uk|vek)[ae]n?\b)?"
)
_SEASONAL = rf"(?P<bound>{_bound})(?P<a>{_number})(?:\s{_counted})?\s(?P<x>{_in_season})[^.;\d]{{0,6}}?(?P<b>{_number})(?:\s{_counted})?\s(?P<y>{_in_season})"
names_said = rf"(?:(?:[\s,/]|\b(?:og|samt|i|på|om|en|ein|ett|eitt)\b)*{_name})+"
"""Names of days, months and seasons in a row, each with what stands before it, as a pattern."""
_CHANGED = re.compile(
    r"\b(?:øke[srt]?|økt|auka?st?|aukar|auka|endre[srt]?|endra(?:st)?|endrar|utvid\w+|reduser\w+|senke[srt]?|minske[srt]?)\s(?:\w+\s){0,3}fr[aå]\s\Z"
)
"""What is said before a number that no longer holds."""
_JUST_BEFORE = 40
_NAME = re.compile(_name)
_DAY = re.compile(_day)


class Rate(NamedTuple):
    """How often: a count, the longer one of a range, an ISO 8601 duration, a bound, and the preferred days, months or seasons."""

    times: int
    most: int | None = None
    period: str = "P1Y"
    bound: str = "exact"
    preferred: tuple[str, ...] = ()


def _bound_of(words: str) -> str:
    return BOUNDS[_HELD.sub("", words).strip()] if words else "exact"


def names_of(words: str) -> tuple[str, ...]:
    """The days, months and seasons that words name."""
    return tuple(_NAMES[name] for name in _NAME.findall(words))


def _counted_rate(match: re.Match[str]) -> Rate | None:
    """`2–4 møter pr år`, `økes fra to til fire i året`; None where the range is none."""
    times, most = value(match["times"]), value(match["most"]) if match["most"] else None
    if most and _CHANGED.search(match.string, max(0, match.start() - _JUST_BEFORE), match.start()):
        times, most = most, None
    if times == 0 or (most is not None and most <= times):
        return None
    step = 2 if match["other"] else value(match["nth"] or "1")
    adverb = match["adverb"] or match["of"]
    period = _ADVERBS[adverb] if adverb else scaled(_UNITS[match["unit"]], step)
    bound = "range" if most else "at_least" if match["more"] else _bound_of(match["bound"])
    days = tuple(DAYS[day] for day in _DAY.findall(match["what"] or ""))
    is_counted = (match["what"] or "").strip() in DAYS
    return Rate(times, most, period, bound, days if times == len(days) or is_counted else ())


def _nth_day(match: re.Match[str]) -> Rate:
    """`første onsdag i måneden`, `siste torsdagen i annenhver måned`."""
    unit = {"k": "P3M", "h": "P6M"}.get(match["unit"][0], "P1M")
    days = names_of(match["days"])
    return Rate(len(days) * (2 if match["second"] else 1), None, scaled(unit, 2 if match["other"] else 1), "exact", days)


def _every_rate(match: re.Match[str]) -> Rate:
    """`hvert 3. år`, `annankvar veke`, `hver mandag og onsdag`, `hver onsdag i partallsuker`, `kvar haust`, `hver desember`."""
    step = 2 if match["other"] or match["weeks"] else value(match["nth"] or "1")
    names = names_of(match["days"] or match["part"] or "")
    unit = _UNITS[match["unit"]] if match["unit"] else "P1Y" if match["part"] else "P1W"
    return Rate(max(1, len(names)), None, scaled(unit, step), _bound_of(match["bound"]), names)


def _nth_every(match: re.Match[str]) -> Rate | None:
    """`sjette kvar veke`; not `første hver måned`, which is a day."""
    step = value(match["nth"])
    return Rate(1, None, scaled(_UNITS[match["unit"]], step)) if step > 1 else None


def _named_rate(match: re.Match[str]) -> Rate | None:
    """`tirsdager i partallsuker`, `tysdag og torsdag kvar veke`, `i mars og september hvert år`."""
    names = names_of(match["names"])
    days = all(name in DAYS.values() for name in names)
    if days == bool(match["yearly"]):
        return None
    return Rate(len(names), None, "P1Y" if match["yearly"] else "P2W" if match["weeks"] else "P1W", "exact", names)


def _adverb_rate(match: re.Match[str]) -> Rate:
    """`årlig`, `månadlege møte`, `årlig to møter`."""
    return Rate(value(match["times"] or "1"), None, _ADVERBS[match["adverb"]], _bound_of(match["bound"]))


def seasonal(match: re.Match[str]) -> Rate:
    """`tre på våren og to på hausten`."""
    return Rate(value(match["a"]) + value(match["b"]), None, "P1Y", _bound_of(match["bound"]), names_of(match["x"] + " " + match["y"]))


def _around(match: re.Match[str]) -> Rate:
    """`to møter før sommeren og to etter`."""
    return Rate(value(match["a"]) + value(match["b"]))


def _interval(match: re.Match[str]) -> Rate:
    """`med to måneders mellomrom`."""
    return Rate(1, None, scaled(_UNITS[match["unit"]], value(match["times"])))


def _year_end(_: re.Match[str]) -> Rate:
    return Rate(1)


def _halves(_: re.Match[str]) -> Rate:
    return Rate(2, preferred=("spring", "autumn"))


def _of_five(match: re.Match[str]) -> Rate | None:
    """`tre av ukas fem arbeidsdager`, `to av fem dager`."""
    times = value(match["times"])
    return Rate(times, None, "P1W", _bound_of(match["bound"])) if times < _WORKDAYS else None


Reader = Callable[[re.Match[str]], Rate | None]
_EACH = frozenset({"for", "hver", "hvert", "kvar", "kvart"})
_OTHERS = frozenset({"annenhver", "annethvert", "annankvar", "annakvar", "annakvart", "andrekvar", "andrekvart", "anna", "annan", "annen", "annet"})
_CLASSES: tuple[tuple[frozenset[str], str, Reader], ...] = (
    (CARDINAL_WORDS | first_words(*BOUNDS), _SEASONAL, seasonal),
    (CARDINAL_WORDS, _AROUND, _around),
    (frozenset({"med"}), _INTERVAL, _interval),
    (CARDINAL_WORDS | first_words(*BOUNDS), _OF_FIVE, _of_five),
    (CARDINAL_WORDS | first_words(*BOUNDS) | {"mellom"}, _COUNTED, _counted_rate),
    (frozenset(forms("ordinals")) | _EACH | {"den", "siste"}, _NTH_DAY, _nth_day),
    (frozenset(forms("ordinals")), _NTH_EVERY, _nth_every),
    (first_words(*BOUNDS) | _EACH | _OTHERS, _EVERY, _every_rate),
    (first_words(*BOUNDS, *_ADVERBS), _ADVERB, _adverb_rate),
    (first_words(*_NAMES), _NAMED, _named_rate),
    (frozenset({"årets", "årsskiftet", "siste", "første", "fyrste", "slutten", "utgangen", "utgongen", "løpet"}), _YEAR_END, _year_end),
    (frozenset({"vår", "våren"}), _HALVES, _halves),
)
"""The words that each kind of rate can begin with, what it looks like, and how it is read; of two that match the first is taken."""
FIRST_WORDS = frozenset().union(*(words for words, _, _ in _CLASSES))
"""The words that a rate can begin with; it can begin with a figure too."""
_NEEDS = {
    _OF_FIVE: (" av ",),
    _INTERVAL: ("mellomrom",),
    _SEASONAL: ("vår", "høst", "haust", "somm", "sumar", "vint"),
    _AROUND: ("etter",),
    _NTH_DAY: ("måned", "månad", "kvartal", "halvår"),
    _NTH_EVERY: (" hver", " kvar"),
    _NAMED: ("partal", "oddetal", "like", "hver", "kvar"),
}
"""The words of which one stands in all that a pattern matches, for those that are seldom of use."""
CORES = cores([*_UNITS, *_ADVERBS, *_NAMES, "jul", "fem"])
"""Of which one stands in every rate."""
_COUNTS = (_SEASONAL, _AROUND, _OF_FIVE, _COUNTED)
_BY_FIGURE = tuple((pattern, reader) for _, pattern, reader in _CLASSES if pattern in _COUNTS)
_BY_ORDINAL = tuple((pattern, reader) for _, pattern, reader in _CLASSES if pattern in (*_COUNTS, _NTH_DAY))
_ORDINAL = re.compile(r"\d\d?\.\s")
_BY_WORD = {word: tuple((pattern, reader) for words, pattern, reader in _CLASSES if word in words) for word in FIRST_WORDS}


def rate_at(lower: str, anchor: int, end: int) -> tuple[int, Rate] | None:
    """The rate that begins at a position, and where it ends."""
    for pattern, reader in _classes_at(lower, anchor):
        match = compiled(pattern).match(lower, anchor, end) if _can_match(pattern, lower, anchor, end) else None
        rate = reader(match) if match else None
        if match and rate:
            return match.end(), rate
    return None


def seasonal_after(lower: str, start: int, end: int) -> re.Match[str] | None:
    """What splits a rate over seasons in `lower[start:end]`."""
    return compiled(_SEASONAL).search(lower, start, end) if _can_match(_SEASONAL, lower, start, end) else None


def _can_match(pattern: str, lower: str, start: int, end: int) -> bool:
    return pattern not in _NEEDS or any_in(_NEEDS[pattern], lower[start:end])


def _classes_at(lower: str, anchor: int) -> tuple[tuple[str, Reader], ...]:
    """What can begin at a position."""
    if lower[anchor].isdigit():
        return _BY_ORDINAL if _ORDINAL.match(lower, anchor) else _BY_FIGURE
    return _BY_WORD[word_at(lower, anchor)]
