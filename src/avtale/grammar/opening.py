"""Rules of opening hours, and how they are written: the OpenStreetMap notation and the record's intervals."""

from __future__ import annotations

from typing import Any, NamedTuple

from avtale.grammar.found import Found

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_Times = tuple[tuple[str | None, str | None, bool], ...]


class Hours(NamedTuple):
    """A rule: on these days (`Th[1]` for the first Thursday of the month), from when, to when; both None where closed."""

    days: tuple[str, ...]
    opens: str | None
    closes: str | None
    closed: bool = False


def hours_value(rules: list[Hours], always: bool, is_weekly: bool, counted: Found | None) -> dict[str, Any]:
    """The record's shape of a list of rules; they have no notation where they hold in some weeks only, or on a number of days.

    >>> hours_value([Hours(("Mo", "Tu", "We"), "09:00", "15:00"), Hours(("Fr",), None, None, True)], False, True, None)["opening_hours"]
    'Mo-We 09:00-15:00; Fr off'
    """
    if always and not rules:
        return {"opening_hours": "24/7", "intervals": [], "days_per_week": None}
    known = all(rule.days and (rule.closed or (rule.opens and rule.closes)) for rule in rules)
    grouped = _grouped(rules)
    return {
        "opening_hours": "; ".join(map(_notation, grouped)) if known and is_weekly and not counted else None,
        "intervals": [
            {"days": [day[:2] for day in days], "opens": opens, "closes": closes, "closed": closed or None}
            for days, times in grouped
            for opens, closes, closed in times
        ],
        "days_per_week": {"times": counted.value["times"], "bound": counted.value["bound"]} if counted else None,
    }


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
        if runs and "[" not in day + runs[-1][-1] and WEEK.index(runs[-1][-1]) + 1 == WEEK.index(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs]
    return f"{','.join(names)} " + ("off" if times[0][2] else ",".join(f"{opens}-{closes}" for opens, closes, _ in times))
