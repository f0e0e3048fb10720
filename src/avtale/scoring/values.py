"""When two values are the same, and how like each other two texts are."""

from __future__ import annotations

import json
import re
import unicodedata
from difflib import SequenceMatcher
from typing import Any

Json = Any

_DASH = re.compile("[\u2010-\u2015]")
_NOTICE = re.compile(r"P(?P<count>\d+)(?P<unit>[DW])")
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_RULE = re.compile(r"\s*(?P<days>[A-Z][a-z](?:[-,][A-Z][a-z])*)\s+(?P<times>off|closed|[-\d:, ]+)\s*")


def agrees(expected: Json, got: Json) -> bool:
    """Whether a value is the expected one, or one of those that it may be.

    >>> agrees("P2W", "P14D"), agrees("Mo-We 09:00-15:00", "Mo,Tu,We 09:00-15:00; Fr off"), agrees(["Otta", None], None)
    (True, True, True)
    """
    if isinstance(expected, list):
        return _agrees_with_list(expected, got)
    if isinstance(expected, str) and isinstance(got, str):
        return _is_same_text(expected, got)
    return bool(fold(expected) == fold(got))


def _agrees_with_list(expected: list[Json], got: Json) -> bool:
    if isinstance(got, list):
        return sorted(str(fold(each)) for each in expected) == sorted(str(fold(each)) for each in got)
    return any(agrees(each, got) for each in expected)


def _is_same_text(expected: str, got: str) -> bool:
    """Whether two strings are the same, or name the same number of days or the same opening hours."""
    hours = week(expected)
    if hours is not None:
        return hours == week(got)
    days = in_days(expected)
    return _fold_text(expected) == _fold_text(got) or (days is not None and days == in_days(got))


def fold(value: Json) -> Json:
    """A value without what no reader sees: of a text its case, width, spacing, the length of dashes, closing punctuation.

    >>> fold("Rus –  VALD."), fold(4)
    ('rus - vald', 4.0)
    """
    if isinstance(value, str):
        return _fold_text(value)
    if value is None or isinstance(value, bool):
        return value
    return float(value) if isinstance(value, (int, float)) else json.dumps(value, sort_keys=True, ensure_ascii=False)


def _fold_text(text: str) -> str:
    folded = _DASH.sub("-", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"\s+", " ", folded).strip(" .:;,")


def in_days(duration: str) -> int | None:
    """A duration of days or weeks in days.

    >>> in_days("P2W"), in_days("P1M")
    (14, None)
    """
    found = _NOTICE.fullmatch(duration)
    return int(found["count"]) * (7 if found["unit"] == "W" else 1) if found else None


def week(hours: str) -> dict[str, str] | None:
    """The times of each day that is open; None of hours that are not of the plain weekly kind.

    >>> week("Mo-We 09:00-15:00; Tu off"), week("24/7")
    ({'Mo': '09:00-15:00', 'We': '09:00-15:00'}, None)
    """
    times: dict[str, str] = {}
    for rule in map(_RULE.fullmatch, hours.split(";")):
        days = _days(rule["days"]) if rule else None
        if rule is None or days is None:
            return None
        times.update(dict.fromkeys(days, rule["times"].replace(" ", "").replace("closed", "off")))
    return {day: time for day, time in times.items() if time != "off"}


def _days(written: str) -> list[str] | None:
    """The days of `Mo-We,Fr`; None where one is no weekday."""
    days: list[str] = []
    for part in written.split(","):
        ends = part.split("-")
        if not set(ends) <= set(_WEEK):
            return None
        days += _WEEK[_WEEK.index(ends[0]) : _WEEK.index(ends[-1]) + 1]
    return days


def likeness(expected: Json, got: Json, least: float = 0.0) -> float:
    """How like an expected text, or the likest of several, a text is: 1 the same, 0 nothing in common or less than `least`.

    >>> likeness(["Rus og vald", "Rus"], "rus og vold") > 0.9, likeness("Rus", None)
    (True, 0.0)
    """
    if isinstance(expected, list):
        return max((likeness(each, got, least) for each in expected), default=0.0)
    a, b = (_fold_text(text) if isinstance(text, str) else "" for text in (expected, got))
    if not a or not b or a == b:
        return float(bool(a and b))
    return _ratio(SequenceMatcher(None, a, b, autojunk=False), least)


def _ratio(matcher: SequenceMatcher[str], least: float) -> float:
    """The ratio; the two quick ones are never less, so that most texts need not be aligned to know that they differ."""
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0
