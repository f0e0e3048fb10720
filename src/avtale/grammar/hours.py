"""Opening hours: `tirsdag og torsdag kl. 0900 – 1300`, `mån-tors: 09:00-15:00`, `to dager i uka kl 10-14`, `døgnbemannet`.

The value is `{"opening_hours", "intervals", "days_per_week", "text"}`: `opening_hours` in the OpenStreetMap notation where every
day and both ends are named, else None, and `intervals` says what is known. Not hours: durations (`17 minutter`), dates, years
(`2019–2023`), numbers of people (`3–4 ungdommer`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as empty

from avtale.grammar import frequency
from avtale.grammar.anchor import matches
from avtale.grammar.clock import FIRST_WORDS, TOKEN, afternoon, days_of, excepted_days, nth_days, spoken_time, time_of
from avtale.grammar.found import Found
from avtale.grammar.opening import Hours, hours_value
from avtale.text import View

_MINUTES = re.compile(r"[.:](?:00|15|30|45)|\b(?:0\d|1[0-8])(?:00|15|30|45)\b")
_COUNTED = re.compile(
    r"\s?(?!(?:og|på|i|ved|hver|kvar|til|for|samt|men|med|uten|utan|unntatt|unnateke|utanom|utenom|den|etter|er|stengt|lunsj|eller|både|alle|begge)\b"
    r"|(?:måndag|mandag|tirsdag|tysdag|onsdag|torsdag|fredag|laurdag|lørdag|søndag|sundag|hverdag|kvardag))[a-zæøå%]"
)
_LISTED = re.compile(r"\s?(?:[,/+&]|og)\s?")
_LETTER = re.compile(r"[^\W\d_]")
_Rules = list[Hours]


@dataclass(slots=True)
class _Reader:
    """Reads days and times in the order in which they stand; a time belongs to the days before it, else to those after."""

    rules: _Rules = empty(default_factory=list)
    days: tuple[str, ...] = ()
    fresh: bool = False
    """Whether `days` have had no time yet."""
    closing: bool = False
    """Whether the last word was that of being closed."""
    pausing: int = 0
    """How many of the last rules the time that comes next is a break of, where it is one."""
    behind: int = 0
    """How many of the last rules had their days said after them, by the word just read."""
    skips: bool = False
    """Whether `days` are so in some weeks only."""
    is_weekly: bool = True
    always: bool = False
    end: int = -1
    """Where the last word that was read ends."""

    def read_days(self, days: tuple[str, ...]) -> None:
        count = self.behind or (0 if self.fresh else self._without_days())
        if count:
            self.rules[-count:] = [rule._replace(days=tuple(dict.fromkeys(rule.days + days))) for rule in self.rules[-count:]]
            self.days, self.fresh, self.behind = (), False, count
            self.is_weekly = self.is_weekly and not self.skips
            self.skips = False
            return
        self.days = tuple(dict.fromkeys(self.days + days)) if self.fresh else days
        self.fresh = True

    def read_exception(self, days: set[str]) -> None:
        if self.fresh:
            self.days = tuple(day for day in self.days if day not in days)
        elif self.rules:
            self.rules[-1] = self.rules[-1]._replace(days=tuple(day for day in self.rules[-1].days if day not in days))

    def read_skipping(self) -> None:
        """`annenhver` before the days, or `i partallsuker` after them."""
        self.skips = True

    def read_time(self, opens: str | None, closes: str | None) -> None:
        last = self.rules[-1] if self.rules else None
        if opens and closes and (self.closing or self.pausing) and self._break(opens, closes):
            return
        if last and last.opens and not last.closes and closes and not opens and not self.fresh:
            self.rules[-1] = last._replace(closes=closes)
            return
        days = () if last and last.closes and not opens and not self.fresh else self.days
        self.is_weekly = self.is_weekly and not self.skips
        self.rules.append(Hours(days, opens, closes))
        self.fresh = self.closing = self.skips = False
        self.behind = self.pausing = 0

    def read_closed(self) -> None:
        self.rules.append(Hours(self.days if self.fresh else (), None, None, closed=True))
        self.fresh, self.closing, self.behind = False, True, 0

    def read_pause(self, is_aside: bool) -> None:
        self.pausing = 1 if is_aside else len(self.rules)

    def read_always(self) -> None:
        if self.fresh and len(self.days) < 7:
            self.rules.append(Hours(self.days, "00:00", "24:00"))
        self.always = True
        self.fresh = False

    def opening(self) -> str | None:
        """When it opens on the days before, which a later closing (`og onsdag til 17.30`) takes over."""
        last = self.rules[-1] if self.rules else None
        return last.opens if last and last.days and self.fresh and last.closes else None

    def said(self) -> _Rules:
        """The rules that say something, not a closed time without its day; each without the days that a later one says anew."""
        rules = [rule for rule in self.rules if rule.days or not rule.closed]
        for number, later in enumerate(rules):
            for index, earlier in enumerate(rules[:number]):
                if set(later.days) < set(earlier.days) and _overlap(earlier, later):
                    rules[number] = later = later._replace(opens=later.opens or (earlier.opens if later.closes else None))
                    rules[index] = earlier._replace(days=tuple(day for day in earlier.days if day not in later.days))
        return rules

    def _without_days(self) -> int:
        """How many of the last rules have no days yet."""
        return next((count for count, rule in enumerate(reversed(self.rules)) if rule.days), len(self.rules))

    def _break(self, opens: str, closes: str) -> bool:
        """`09–15, stengt 11:30–12`, `8–15.30 (lunsj 11.30–12)`: cut the break out of the hours before it."""
        if self.closing and self.rules[-1].closed and not self.rules[-1].days:
            self.rules.pop()
            self.pausing = max(1, self.pausing)
        kept, cut = self.rules[: -self.pausing], self.rules[-self.pausing :]
        parts = [part for rule in cut for part in _parts(rule, opens, closes)]
        self.closing, self.pausing = False, 0
        if len(parts) == len(cut):
            return False
        self.rules = kept + parts
        return True


def _parts(rule: Hours, opens: str, closes: str) -> _Rules:
    """A rule before and after a break, where it has that break."""
    if not (rule.opens and rule.closes and rule.opens < opens < closes < rule.closes):
        return [rule]
    return [rule._replace(closes=opens), rule._replace(opens=closes)]


def _overlap(a: Hours, b: Hours) -> bool:
    """Whether two rules cannot both hold on one day."""
    return a.closed or b.closed or ((a.opens or "") < (b.closes or "99") and (b.opens or "") < (a.closes or "99"))


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The opening hours in `start:end`, at most one value: all that is said there belongs together.

    >>> view = View("mån-tors: 09:00-15:00, fredag: 09:00-14:00")
    >>> [found.value["opening_hours"] for found in find(view, 0, len(view.text))]
    ['Mo-Th 09:00-15:00; Fr 09:00-14:00']
    """
    reader = _Reader()
    first = -1
    for match in matches(TOKEN, view.lower, start, end, FIRST_WORDS):
        if _read(match, reader):
            first = match.start() if first < 0 else first
            reader.end = match.end()
    rules, last = reader.said(), reader.end
    if not rules and not reader.always:
        return
    unnamed = any(not rule.days for rule in rules) and "dag" in view.lower[start:end]
    counted = next((rate for rate in frequency.find(view, start, end) if _counts_days(rate)), None) if unnamed else None
    if counted:
        first, last = min(first, counted.start), max(last, counted.end)
    yield Found(
        first,
        last,
        hours_value(rules, reader.always, reader.is_weekly and not (reader.skips and not reader.fresh), counted)
        | {"text": " ".join(view.text[first:last].split())},
    )


def _read(match: re.Match[str], reader: _Reader) -> bool:
    """Hand a word to the reader; False for one that is no part of any hours."""
    if match["nth"]:
        reader.skips = reader.skips or bool(match["some"])
        reader.read_days(nth_days(match))
    elif match["alternate"]:
        reader.read_skipping()
    elif match["except"]:
        reader.read_exception(excepted_days(match["excepted"]))
    elif match["days"]:
        reader.read_days(days_of(match["days"]))
    elif match["short"]:
        if not (reader.fresh and _LISTED.fullmatch(match.string, reader.end, match.start())):
            return False
        reader.read_days(days_of(match["short"]))
    elif match["pause"]:
        reader.read_pause(match["pause"][0] == "(")
        return bool(reader.rules)
    elif match["closed"]:
        reader.read_closed()
    elif match["always"]:
        reader.read_always()
    else:
        return _read_time(match, reader)
    return True


def _read_time(match: re.Match[str], reader: _Reader) -> bool:
    if match["range"]:
        if not (match["kl"] or _is_time(match, reader)):
            return False
        opens = time_of(match["opens"])
        reader.read_time(opens, afternoon(opens, time_of(match["closes"])))
    elif match["words"]:
        opens = spoken_time(match["from"])
        reader.read_time(opens, afternoon(opens, spoken_time(match["to"])))
    elif match["until"]:
        reader.read_time(reader.opening() if match["until"].startswith("til") else None, time_of(match["last"]))
    else:
        reader.read_time(time_of(match["first"]), None)
    return True


def _is_time(match: re.Match[str], reader: _Reader) -> bool:
    """Whether two numbers without `kl.` are clock times: they have minutes, or stand by their days, or nothing is counted by them."""
    opens, closes = match["opens"], match["closes"]
    if _MINUTES.search(match["range"]):
        return True
    if len(opens) > 2 or len(closes) > 2:
        return False
    if reader.fresh and not _LETTER.search(match.string, reader.end, match.start()):
        return True
    return int(opens) < int(closes) and (reader.fresh or int(opens) > 5) and not _COUNTED.match(match.string, match.end())


def _counts_days(rate: Found) -> bool:
    return rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]
