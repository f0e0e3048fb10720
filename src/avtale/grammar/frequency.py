"""Frequencies: `4 møter pr år`, `ein gong i kvartalet`, `hvert 3. år`, `minst to møter i året, fortrinnsvis vår og høst`.

A frequency is a count and a period: `{"times", "times_max", "period", "bound", "preferred", "text"}`, `period` an ISO 8601 duration.
Not a frequency: what cannot be counted (`jevnlig`, `ved behov`), a duration (`i fire år`), a number of things (`to medlemmer`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import anchors, any_in
from avtale.grammar.found import Found
from avtale.grammar.number import LOW_ORDINAL
from avtale.grammar.rate import CORES, FIRST_WORDS, Rate, names_of, rate_at, seasonal, seasonal_after
from avtale.grammar.rate_patterns import BOUNDS, DAYS, names_said
from avtale.text import View
from avtale.vocabulary import alternation, forms

_PREFERRED = re.compile(
    rf"(?:\ser\s(?:regelen|vanleg|vanlig|det\s(?:vanlege|vanlige))\b)?[\s,:(–-]*(?:og\s)?(?:fortrinns?vis|helst|primært|gjerne|normalt|vanligvis|vanlegvis|som\s(?:hoved|hovud)?regel|i\shovedsak|i\shovudsak|typisk|til\svanleg|for\seksempel|til\sdømes)?"
    rf"(?P<names>(?:[\s,/]|\b(?:og|samt|i|på|om|til|den|hver|kvar|en|ein|ett|eitt|siste)\b|{LOW_ORDINAL})*+{names_said})"
)
_month = alternation(forms("months"))
_IN_MONTHS = re.compile(rf"\bi\s(?P<text>(?P<names>{_month}(?:(?:,\s|\s(?:og|samt)\s(?:i\s)?){_month})+))\b(?!\s\d)")
_each_day = alternation([day for day in DAYS if day.endswith(("er", "ar", "ene", "ane"))])
_ON_DAYS = re.compile(
    rf"\b(?P<names>{_each_day}(?:(?:,\s|\s(?:og|samt)\s(?:på\s)?){_each_day})*)\b"
    r"(?![\s,:(]{1,3}(?:begge\sdager\s|båe\sdagar\s)?(?:\d|kl|fra|frå|mellom|millom|fram|før|etter|om|på))"
)
_EXCEPT = re.compile(r"\b(?:ikke|ikkje|unntatt|unnateke|bortsett|utenom|utanom|stengt|fri)\b")
_AS_BOUND = re.compile(r"[\s,]{1,2}som (?:et |eit )?(?P<bound>minimum|maksimum)\b")


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The frequencies in `start:end`, none within another.

    >>> view = View("Minimum to møter i året, fortrinnsvis vår og høst")
    >>> [found.value for found in find(view, 0, len(view.text))]  # doctest: +NORMALIZE_WHITESPACE
    [{'times': 2, 'times_max': None, 'period': 'P1Y', 'bound': 'at_least', 'preferred': ['spring', 'autumn'],
      'text': 'Minimum to møter i året, fortrinnsvis vår og høst'}]
    """
    lower, done = view.lower, start
    for anchor in anchors(lower, start, end, FIRST_WORDS):
        said = rate_at(lower, anchor, end) if anchor >= done else None
        if said:
            done, rate = _refined(lower, *said, end)
            yield Found(anchor, done, _value(rate, " ".join(view.text[anchor:done].split())))


def can_tell(lower: str, start: int, end: int) -> bool:
    """Whether something stands in `lower[start:end]` without which there is no frequency: a unit of time or the name of one."""
    return any_in(CORES, lower[start:end])


def in_months(view: View, start: int, end: int) -> Found | None:
    """Once in each of the months that a stretch names, where it names two or more and nothing else counts: `i mars, juni og november`.

    >>> view = View("Rådet møtes i mars og oktober.")
    >>> in_months(view, 0, len(view.text)).value["times"]
    2
    """
    match = _IN_MONTHS.search(view.lower, start, end)
    months = names_of(match["names"]) if match else ()
    if match is None or len(months) < 2 or _EXCEPT.search(view.lower, start, match.start()):
        return None
    rate = Rate(len(months), None, "P1Y", "exact", months)
    return Found(match.start("text"), match.end(), _value(rate, " ".join(match["text"].split())))


def on_days(view: View, start: int, end: int) -> Found | None:
    """Once a week on each of the weekdays that a stretch names in the plural, where nothing counts and no hours follow: `på tirsdager`.

    >>> view = View("Hun er på rådhuset tirsdager og torsdager.")
    >>> on_days(view, 0, len(view.text)).value["times"]
    2
    """
    match = _ON_DAYS.search(view.lower, start, end)
    if match is None or _EXCEPT.search(view.lower, start, match.start()):
        return None
    days = names_of(match["names"])
    return Found(match.start("names"), match.end(), _value(Rate(len(days), None, "P1W", "exact", days), " ".join(match["names"].split())))


def _value(rate: Rate, text: str) -> dict[str, object]:
    return {
        "times": rate.times,
        "times_max": rate.most,
        "period": rate.period,
        "bound": rate.bound,
        "preferred": list(rate.preferred),
        "text": text,
    }


def _refined(lower: str, stop: int, rate: Rate, end: int) -> tuple[int, Rate]:
    """The rate with what is said right after it: `… som et minimum`, `…, fortrinnsvis vår og høst`."""
    if later := _AS_BOUND.match(lower, stop, end):
        stop, rate = later.end(), rate._replace(bound=BOUNDS[later["bound"]])
    split = seasonal_after(lower, stop, min(end, stop + 50))
    if split and seasonal(split).times == rate.times:
        return split.end(), rate._replace(preferred=seasonal(split).preferred)
    if not rate.preferred and (preferred := _PREFERRED.match(lower, stop, end)):
        return preferred.end(), rate._replace(preferred=names_of(preferred["names"]))
    return stop, rate
