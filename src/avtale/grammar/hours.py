"""Opening hours: `tirsdag og torsdag kl. 0900 – 1300`, `mån-tors: 09:00-15:00`, `to dager i uka kl 10-14`, `døgnbemannet`.

The value is `{"opening_hours", "intervals", "days_per_week", "text"}`: `opening_hours` in the OpenStreetMap notation where every
day and both ends are named, else None, and `intervals` says what is known. Not hours: durations (`17 minutter`), dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as empty
from typing import Any, NamedTuple

from avtale.grammar import frequency
from avtale.grammar.anchor import first_words, matches
from avtale.grammar.found import Found
from avtale.grammar.number import CARDINAL, ORDINAL, ORDINAL_WORDS, value
from avtale.text import View
from avtale.vocabulary import alternation, forms

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAYS = forms("weekdays") | forms("weekday_abbreviations")
_ROUND_THE_CLOCK = alternation(forms("round_the_clock"))
_CLOSED = alternation(forms("closed"))
_AMBIGUOUS = {word for word in _DAYS if len(word) == 2}

_long = alternation(_DAYS.keys() - _AMBIGUOUS)
_day = rf"(?:{_long}(?![a-zæøå])\.?|(?:{alternation(_AMBIGUOUS)})(?:\.|(?=\s?[-–—]\s?{alternation(_DAYS)}(?![a-zæøå])))|(?<=[-–—]){alternation(_AMBIGUOUS)}(?![a-zæøå])\.?|(?<=[-–—]\s){alternation(_AMBIGUOUS)}(?![a-zæøå])\.?)"
_through = r"\s?(?:[-–—]|til\sog\smed|t\.\s?o\.\s?m\.?|tom\.?|til)\s?"
_clock = r"(?:(?:[01]?\d|2[0-4])(?:[.:]\d\d|\d\d)?)(?!\d|[.:]\d|\s?(?:%|prosent|dag|møt|gang|gong|minutt|uke|veke|år|km))"
_kl = r"(?:kl\.?|klokk[ae]n?|klokken)\s?"
_spoken = rf"{_kl}{CARDINAL}"

_TOKEN = re.compile(
    rf"""
      (?P<nth>(?:den\s)?(?P<ordinal>(?:{ORDINAL}|siste)(?:(?:,\s|\sog\s)(?:{ORDINAL}|siste))*)\s(?P<nthday>{_long})\s(?:i\s)?(?:(?:hver|kvar)\s)?(?:måned|månad)(?:en)?)
    | (?<![a-zæøå])(?P<days>{_day}(?:{_through}{_day})?)
    | (?<![\d.,/:-])(?P<range>(?:fra\s|frå\s|mellom\s)?(?P<kl>{_kl})?(?P<opens>{_clock})\s?(?:[-–—]|til|og)\s?(?:{_kl})?(?P<closes>{_clock}))
    | (?P<words>(?:fra\s|frå\s|mellom\s)?(?P<from>{_spoken})\s(?:til|og)\s(?P<to>{_spoken}))
    | (?P<until>\b(?:til|fram\stil|frem\stil|innen)\s{_kl}(?P<last>{_clock}))
    | (?P<since>\b(?:fra|frå|etter)\s{_kl}(?P<first>{_clock}))
    | (?P<closed>\b{_CLOSED}\b)
    | (?P<always>\b{_ROUND_THE_CLOCK}|\b24\s?/\s?7\b)
    """,
    re.VERBOSE,
)
_FIRST = (
    ORDINAL_WORDS
    | first_words(*_DAYS, *forms("closed"), *forms("round_the_clock"))
    | frozenset(["den", "siste", "fra", "frå", "mellom", "kl", "klokka", "klokken", "til", "fram", "frem", "innen", "etter"])
)
_NAME = re.compile(alternation(_DAYS))
_PLAUSIBLE = re.compile(_kl + "|" + r"[.:]\d\d|\d{4}")


class Hours(NamedTuple):
    """A rule: on these days (`Th[1]` for the first Thursday of the month), from when, to when; both None where closed."""

    days: tuple[str, ...]
    opens: str | None
    closes: str | None
    closed: bool = False


@dataclass(slots=True)
class _Reader:
    """Reads days and times in the order in which they stand; a time belongs to the days before it, else to those after."""

    rules: list[Hours] = empty(default_factory=list)
    days: tuple[str, ...] = ()
    fresh: bool = False
    """Whether `days` have had no time yet."""
    closing: bool = False
    """Whether the last word was that of being closed."""

    def read_days(self, days: tuple[str, ...]) -> None:
        if self.rules and not self.rules[-1].days and not self.fresh:
            self.rules[-1] = self.rules[-1]._replace(days=days)
            self.days, self.fresh = days, False
            return
        self.days = tuple(dict.fromkeys(self.days + days)) if self.fresh else days
        self.fresh = True

    def read_time(self, opens: str | None, closes: str | None) -> None:
        last = self.rules[-1] if self.rules else None
        if self.closing and last and last.closed and opens and closes and self._break(opens, closes):
            return
        self.rules.append(Hours(self.days, opens, closes))
        self.fresh = self.closing = False

    def read_closed(self) -> None:
        self.rules.append(Hours(self.days if self.fresh else (), None, None, closed=True))
        self.fresh, self.closing = False, True

    def opening(self) -> str | None:
        """When it opens on the days before, which a later closing (`og onsdag til 17.30`) takes over."""
        last = self.rules[-1] if self.rules else None
        return last.opens if last and last.days and self.fresh and last.closes else None

    def _break(self, opens: str, closes: str) -> bool:
        """`09–15, stengt 11:30–12`: cut the break out of the hours before it."""
        if len(self.rules) < 2:
            return False
        open_rule = self.rules[-2]
        if not (open_rule.opens and open_rule.closes and open_rule.opens < opens < closes < open_rule.closes):
            return False
        self.rules[-2:] = [open_rule._replace(closes=opens), open_rule._replace(opens=closes)]
        self.closing = False
        return True


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The opening hours in `start:end`, at most one value: all that is said there belongs together.

    >>> view = View("mån-tors: 09:00-15:00, fredag: 09:00-14:00")
    >>> [found.value["opening_hours"] for found in find(view, 0, len(view.text))]
    ['Mo-Th 09:00-15:00; Fr 09:00-14:00']
    """
    reader = _Reader()
    first = last = -1
    always = False
    for match in matches(_TOKEN, view.lower, start, end, _FIRST):
        if not _read(match, reader):
            continue
        always = always or bool(match["always"])
        first = match.start() if first < 0 else first
        last = match.end()
    rules = [rule for rule in reader.rules if rule.days or not rule.closed]
    if not rules and not always:
        return
    unnamed = any(not rule.days for rule in rules) and "dag" in view.lower[start:end]
    counted = next((rate for rate in frequency.find(view, start, end) if _counts_days(rate)), None) if unnamed else None
    if counted:
        first, last = min(first, counted.start), max(last, counted.end)
    yield Found(first, last, hours_value(rules, always, counted) | {"text": " ".join(view.text[first:last].split())})


def _read(match: re.Match[str], reader: _Reader) -> bool:
    """Hand a token to the reader; False for one that is no part of any hours."""
    if match["nth"]:
        weeks = ["-1" if word == "siste" else str(value(word)) for word in re.split(r",\s|\sog\s", match["ordinal"])]
        reader.read_days((f"{_DAYS[match['nthday']]}[{','.join(weeks)}]",))
    elif match["days"]:
        reader.read_days(days_of(match["days"]))
    elif match["range"]:
        if not (match["kl"] or _PLAUSIBLE.search(match["range"]) or reader.fresh or int(match["opens"]) < int(match["closes"])):
            return False
        reader.read_time(_time(match["opens"]), _time(match["closes"]))
    elif match["words"]:
        reader.read_time(_spoken_time(match["from"]), _spoken_time(match["to"]))
    elif match["until"]:
        reader.read_time(reader.opening() if match["until"][0] != "f" else None, _time(match["last"]))
    elif match["since"]:
        reader.read_time(_time(match["first"]), None)
    elif match["closed"]:
        reader.read_closed()
    return True


def _counts_days(rate: Found) -> bool:
    return rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]


def days_of(words: str) -> tuple[str, ...]:
    """The days that a word or a range of words names.

    >>> days_of("man–ons"), days_of("hverdager")
    (('Mo', 'Tu', 'We'), ('Mo', 'Tu', 'Th', 'We', 'Fr')) # doctest: +SKIP
    """
    named = [_DAYS[word] for word in _NAME.findall(words)]
    spans = [span.partition("-") for span in (named if len(named) == 1 else [f"{named[0]}-{named[-1]}"])]
    first, _, last = spans[0]
    a, b = WEEK.index(first), WEEK.index(last.rpartition("-")[2] or first)
    return WEEK[a : b + 1] if a <= b else WEEK[a:] + WEEK[: b + 1]


def _spoken_time(words: str) -> str:
    return f"{value(words.split()[-1]):02}:00"


def _time(words: str) -> str:
    digits = re.sub(r"\D", "", words)
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{int(hour):02}:{minute}"


def hours_value(rules: list[Hours], always: bool, counted: Found | None) -> dict[str, Any]:
    """The record's shape of a list of rules."""
    if always and not rules:
        return {"opening_hours": "24/7", "intervals": [], "days_per_week": None}
    known = all(rule.days and (rule.closed or (rule.opens and rule.closes)) for rule in rules)
    grouped = _grouped(rules)
    return {
        "opening_hours": "; ".join(map(_notation, grouped)) if known and not counted else None,
        "intervals": [
            {"days": [day[:2] for day in days], "opens": opens, "closes": closes, "closed": closed or None}
            for days, times in grouped
            for opens, closes, closed in times
        ],
        "days_per_week": {"times": counted.value["times"], "bound": counted.value["bound"]} if counted else None,
    }


_Times = tuple[tuple[str | None, str | None, bool], ...]


def _grouped(rules: list[Hours]) -> list[tuple[tuple[str, ...], _Times]]:
    """One entry for each set of days with the same times, in week order."""
    by_day: dict[str, list[tuple[str | None, str | None, bool]]] = {}
    for rule in rules:
        for day in rule.days or ("",):
            times = by_day.setdefault(day, [])
            if (rule.opens, rule.closes, rule.closed) not in times:
                times.append((rule.opens, rule.closes, rule.closed))
    by_times: dict[_Times, list[str]] = {}
    for day in sorted(by_day, key=_week_order):
        by_times.setdefault(tuple(by_day[day]), []).append(day)
    return [(tuple(day for day in days if day), times) for times, days in by_times.items()]


def _week_order(day: str) -> tuple[int, str]:
    return (WEEK.index(day[:2]) if day else -1, day)


def _notation(group: tuple[tuple[str, ...], _Times]) -> str:
    days, times = group
    runs: list[list[str]] = []
    for day in days:
        if runs and "[" not in day and WEEK.index(runs[-1][-1][:2]) + 1 == WEEK.index(day[:2]):
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs]
    return f"{','.join(names)} " + ("off" if times[0][2] else ",".join(f"{opens}-{closes}" for opens, closes, _ in times))
