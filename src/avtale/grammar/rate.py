"""Rates, the core of a frequency: what `4 møter pr år`, `annankvar veke` and `første onsdag i måneden` look like, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from avtale.grammar.anchor import any_in, compiled, cores, first_words, word_at
from avtale.grammar.duration import scaled
from avtale.grammar.number import CARDINAL_WORDS, value
from avtale.grammar.rate_patterns import (
    ADVERB,
    ADVERBS,
    AROUND,
    BETWEEN,
    BOUNDS,
    COUNTED,
    DAYS,
    EACH,
    EVERY,
    HALVES,
    HELD,
    INTERVAL,
    NAMED,
    NAMES,
    NTH_DAY,
    NTH_EVERY,
    OF_FIVE,
    SEASONAL,
    UNITS,
    YEAR_END,
    day,
    name,
)
from avtale.vocabulary import forms

_CHANGED = re.compile(
    r"\b(?:øke[srt]?|økt|auka?st?|aukar|auka|endre[srt]?|endra(?:st)?|endrar|utvid\w+|reduser\w+|senke[srt]?|minske[srt]?|minkar|skjer\w+|kutt\w+|hev\w+"
    r"|(?:går|gjeng|set\w*)\s(?:opp|upp|ned))\s(?:\w+\s){0,3}fr[aå]\s\Z"
)
"""What is said before a number that no longer holds."""
_WORKDAYS = 5
_JUST_BEFORE = 40
_NAME = re.compile(name)
_DAY = re.compile(day)


class Rate(NamedTuple):
    """How often: a count, the longer one of a range, an ISO 8601 duration, a bound, and the preferred days, months or seasons."""

    times: int
    most: int | None = None
    period: str = "P1Y"
    bound: str = "exact"
    preferred: tuple[str, ...] = ()


def _bound_of(words: str) -> str:
    return BOUNDS[HELD.sub("", words).strip()] if words else "exact"


def names_of(words: str) -> tuple[str, ...]:
    """The days, months and seasons that words name."""
    return tuple(NAMES[name] for name in _NAME.findall(words))


def _counted_rate(match: re.Match[str]) -> Rate | None:
    """`2–4 møter pr år`, `økes fra to til fire i året`; None where the range is none."""
    times, most = value(match["times"]), value(match["most"]) if match["most"] else None
    if most and _CHANGED.search(match.string, max(0, match.start() - _JUST_BEFORE), match.start()):
        times, most = most, None
    if times == 0 or (most is not None and most <= times):
        return None
    step = 2 if match["other"] else value(match["nth"] or "1")
    adverb = match["adverb"] or match["of"]
    period = ADVERBS[adverb] if adverb else scaled(UNITS[match["unit"]], step)
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
    unit = UNITS[match["unit"]] if match["unit"] else "P1Y" if match["part"] else "P1W"
    return Rate(max(1, len(names)), None, scaled(unit, step), _bound_of(match["bound"]), names)


def _each_rate(match: re.Match[str]) -> Rate:
    """`hvert år skal det holdes to møter`, `kvart år haldast to møte før sommaren og to etter`."""
    after = value(match["after"]) if match["after"] else 0
    return Rate(value(match["times"]) + after, None, UNITS[match["unit"]], _bound_of(match["bound"]))


def _nth_every(match: re.Match[str]) -> Rate | None:
    """`sjette kvar veke`; not `første hver måned`, which is a day."""
    step = value(match["nth"])
    return Rate(1, None, scaled(UNITS[match["unit"]], step)) if step > 1 else None


def _named_rate(match: re.Match[str]) -> Rate | None:
    """`tirsdager i partallsuker`, `tysdag og torsdag kvar veke`, `i mars og september hvert år`."""
    names = names_of(match["names"])
    days = all(name in DAYS.values() for name in names)
    if days == bool(match["yearly"]):
        return None
    return Rate(len(names), None, "P1Y" if match["yearly"] else "P2W" if match["weeks"] else "P1W", "exact", names)


def _adverb_rate(match: re.Match[str]) -> Rate:
    """`årlig`, `månadlege møte`, `årlig to møter`."""
    return Rate(value(match["times"] or "1"), None, ADVERBS[match["adverb"]], _bound_of(match["bound"]))


def seasonal(match: re.Match[str]) -> Rate:
    """`tre på våren og to på hausten`."""
    return Rate(value(match["a"]) + value(match["b"]), None, "P1Y", _bound_of(match["bound"]), names_of(match["x"] + " " + match["y"]))


def _around(match: re.Match[str]) -> Rate:
    """`to møter før sommeren og to etter`."""
    return Rate(value(match["a"]) + value(match["b"]))


def _interval(match: re.Match[str]) -> Rate:
    """`med to måneders mellomrom`, `seks veker mellom møta`."""
    return Rate(1, None, scaled(UNITS[match["unit"]], value(match["times"])))


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
    (CARDINAL_WORDS | first_words(*BOUNDS), SEASONAL, seasonal),
    (CARDINAL_WORDS, AROUND, _around),
    (frozenset({"med"}), INTERVAL, _interval),
    (CARDINAL_WORDS, BETWEEN, _interval),
    (CARDINAL_WORDS | first_words(*BOUNDS), OF_FIVE, _of_five),
    (CARDINAL_WORDS | first_words(*BOUNDS) | {"mellom"}, COUNTED, _counted_rate),
    (frozenset(forms("ordinals")) | _EACH | {"den", "siste"}, NTH_DAY, _nth_day),
    (frozenset(forms("ordinals")), NTH_EVERY, _nth_every),
    (_EACH, EACH, _each_rate),
    (first_words(*BOUNDS) | _EACH | _OTHERS, EVERY, _every_rate),
    (first_words(*BOUNDS, *ADVERBS), ADVERB, _adverb_rate),
    (first_words(*NAMES), NAMED, _named_rate),
    (frozenset({"årets", "årsskiftet", "siste", "første", "fyrste", "slutten", "utgangen", "utgongen", "løpet"}), YEAR_END, _year_end),
    (frozenset({"vår", "våren"}), HALVES, _halves),
)
"""The words that each kind of rate can begin with, what it looks like, and how it is read; of two that match the first is taken."""
FIRST_WORDS = frozenset().union(*(words for words, _, _ in _CLASSES))
"""The words that a rate can begin with; it can begin with a figure too."""
_NEEDS = {
    OF_FIVE: (" av ",),
    INTERVAL: ("mellomrom",),
    BETWEEN: (" mellom", " millom"),
    EACH: (" møte", "samling", " treff", " gang", " gong"),
    SEASONAL: ("vår", "høst", "haust", "somm", "sumar", "vint"),
    AROUND: ("etter",),
    NTH_DAY: ("måned", "månad", "kvartal", "halvår"),
    NTH_EVERY: (" hver", " kvar"),
    NAMED: ("partal", "oddetal", "like", "hver", "kvar"),
}
"""The words of which one stands in all that a pattern matches, for those that are seldom of use."""
CORES = cores([*UNITS, *ADVERBS, *NAMES, "jul", "fem"])
"""Of which one stands in every rate."""
_COUNTS = (SEASONAL, AROUND, BETWEEN, OF_FIVE, COUNTED)
_BY_FIGURE = tuple((pattern, reader) for _, pattern, reader in _CLASSES if pattern in _COUNTS)
_BY_ORDINAL = tuple((pattern, reader) for _, pattern, reader in _CLASSES if pattern in (*_COUNTS, NTH_DAY))
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
    return compiled(SEASONAL).search(lower, start, end) if _can_match(SEASONAL, lower, start, end) else None


def _can_match(pattern: str, lower: str, start: int, end: int) -> bool:
    return pattern not in _NEEDS or any_in(_NEEDS[pattern], lower[start:end])


def _classes_at(lower: str, anchor: int) -> tuple[tuple[str, Reader], ...]:
    """What can begin at a position."""
    if lower[anchor].isdigit():
        return _BY_ORDINAL if _ORDINAL.match(lower, anchor) else _BY_FIGURE
    return _BY_WORD[word_at(lower, anchor)]
