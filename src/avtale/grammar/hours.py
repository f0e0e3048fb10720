"""Opening hours: `tirsdag og torsdag kl. 0900 – 1300`, `mån-tors: 09:00-15:00`, `to dager i uka kl 10-14`, `døgnbemannet`.

The value is `{"opening_hours", "intervals", "days_per_week", "text"}`: `opening_hours` in the OpenStreetMap notation where every
day and both ends are named, else None, and `intervals` says what is known. Not hours: durations (`17 minutter`), dates, years
(`2019–2023`), numbers of people (`3–4 ungdommer`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar import frequency
from avtale.grammar.clock import afternoon, closing, days_of, excepted_days, nth_days, spoken_time, time_of, tokens
from avtale.grammar.found import Found
from avtale.grammar.opening import hours_value
from avtale.grammar.timetable import Reader
from avtale.text import View

_MINUTES = re.compile(r"[.:](?:00|15|30|45)|\b(?:0\d|1[0-8])(?:00|15|30|45)\b")
_COUNTED = re.compile(
    r"\s?(?!(?:og|på|i|ved|hver|kvar|til|for|samt|men|med|uten|utan|unntatt|unnateke|utanom|utenom|den|etter|er|stengt|lunsj|eller|både|alle|begge)\b"
    r"|(?:måndag|mandag|tirsdag|tysdag|onsdag|torsdag|fredag|laurdag|lørdag|søndag|sundag|hverdag|kvardag))[a-zæøå%]"
)
_SENTENCE_END = re.compile(r"[.;]\s+[A-ZÆØÅ]")
_CLOCK = re.compile(r"\bkl|\s(?:om|på)\s")
_LISTED = re.compile(r"\s?(?:[,/+&]|og)\s?")
_LETTER = re.compile(r"[^\W\d_]")


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The opening hours in `start:end`, at most one value: all that is said there belongs together.

    >>> view = View("mån-tors: 09:00-15:00, fredag: 09:00-14:00")
    >>> [found.value["opening_hours"] for found in find(view, 0, len(view.text))]
    ['Mo-Th 09:00-15:00; Fr 09:00-14:00']
    """
    reader = Reader()
    first = -1
    for kind, match in tokens(view, start, end):
        if reader.behind and _SENTENCE_END.search(view.text, reader.end - 1, match.start() + 1):
            reader.behind = 0
        if _read(kind, match, reader):
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


def _read(kind: str, match: re.Match[str], reader: Reader) -> bool:
    """Hand a word to the reader; False for one that is no part of any hours."""
    if kind == "nth":
        reader.skips = reader.skips or bool(match["some"])
        reader.read_days(nth_days(match))
    elif kind in ("alternate", "weeks"):
        reader.read_skipping()
    elif kind == "except":
        reader.read_exception(excepted_days(match["days"]))
    elif kind == "days" or (kind == "short" and reader.fresh and _LISTED.fullmatch(match.string, reader.end, match.start())):
        reader.read_days(days_of(match["days"]))
    elif kind == "pause":
        reader.read_pause(is_aside=match.string[match.start() - 1 : match.start()] == "(")
        return bool(reader.rules)
    elif kind == "closed":
        reader.read_closed()
    elif kind == "always":
        reader.read_always()
    elif kind == "same":
        reader.read_same()
    else:
        return kind != "short" and _read_time(kind, match, reader)
    return True


def _read_time(kind: str, match: re.Match[str], reader: Reader) -> bool:
    if kind == "until":
        closes = closing(match["spoken"]) if match["spoken"] else time_of(match["closes"])
        reader.read_time(reader.opening() if match["shuts"] or match[0].startswith("til") else None, closes)
    elif kind == "since":
        reader.read_time(time_of(match["opens"]), None)
    elif kind == "words" and not (match["kl"] or reader.fresh or _CLOCK.search(match[0])):
        return False
    elif kind == "words":
        opens = spoken_time(match["opens"])
        reader.read_time(opens, afternoon(opens, spoken_time(match["closes"])))
    elif match["kl"] or _is_time(match, reader):
        opens = time_of(match["opens"])
        reader.read_time(opens, afternoon(opens, time_of(match["closes"])))
    else:
        return False
    return True


def _is_time(match: re.Match[str], reader: Reader) -> bool:
    """Whether two numbers without `kl.` are clock times: they have minutes, or stand by their days, or nothing is counted by them."""
    opens, closes = match["opens"], match["closes"]
    if _MINUTES.search(match[0]):
        return True
    if len(opens) > 2 or len(closes) > 2:
        return False
    if reader.fresh and not _LETTER.search(match.string, reader.end, match.start()):
        return True
    return int(opens) < int(closes) and (reader.fresh or int(opens) > 5) and not _COUNTED.match(match.string, match.end())


def _counts_days(rate: Found) -> bool:
    return rate.value["period"] == "P1W" and "dag" in rate.value["text"] and not rate.value["preferred"]
