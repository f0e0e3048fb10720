"""Independent libraries as oracles: they understand every value of every record, and find every quote."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import edtf
import isodate
import phonenumbers
import pytest
from anchorpoint.textselectors import TextPositionSelector
from dateutil.rrule import rrulestr
from opening_hours import OpeningHours, State

import avtale
from avtale.grammar import frequency
from avtale.text import View
from tests.documents import CORPUS, shared_parameters, text_of
from tests.grammar import render

DURATIONS = {"period", "agenda_notice", "renewal", "termination_notice", "within"}
DATES = {"date", "start", "end", "established"}
EVERY_WEEK_IS_ANOTHER = re.compile(r"\[|[A-Z][a-z]{2}")
"""The first Thursday of the month, or a season: one week does not tell how long it is open."""
MONDAY = datetime.datetime(2021, 3, 1)

of_each_agreement = pytest.mark.parametrize("path", [*CORPUS, *shared_parameters()], ids=lambda path: path.stem if path else None)


@cache
def record_of(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(avtale.parse_file(path).model_dump_json())
    return record


def attributes(node: Any) -> Iterator[tuple[str, Any]]:
    """Every attribute in a record with its value."""
    if isinstance(node, dict):
        yield from node.items()
        node = list(node.values())
    if isinstance(node, list):
        for value in node:
            yield from attributes(value)


# -- Values


@of_each_agreement
def test_dates_and_durations(path: Path) -> None:
    for name, value in attributes(record_of(path)):
        if name in DATES and isinstance(value, str):
            edtf.parse_edtf(value)
        if name in DURATIONS and value is not None:
            assert isodate.parse_duration(value)


@of_each_agreement
def test_phones(path: Path) -> None:
    for contact in record_of(path)["contacts"]:
        number = contact["value"]
        if contact["type"] == "phone" and number.startswith("+"):
            assert phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164) == number
            assert phonenumbers.is_possible_number(phonenumbers.parse(number)), number


@of_each_agreement
def test_opening_hours_are_as_long_as_their_intervals(path: Path) -> None:
    for hours in record_of(path)["opening_hours"]:
        if hours["opening_hours"] and hours["intervals"] and not EVERY_WEEK_IS_ANOTHER.search(hours["opening_hours"]):
            told = sum(minutes(each) * len(each["days"]) for each in hours["intervals"] if each["opens"])
            assert minutes_a_week(hours["opening_hours"]) == told, hours["opening_hours"]
        elif hours["opening_hours"]:
            OpeningHours(hours["opening_hours"])


def minutes(interval: dict[str, Any]) -> int:
    """How long an interval is."""
    (opens, more), (closes, rest) = (map(int, interval[name].split(":")) for name in ("opens", "closes"))
    return 60 * closes + rest - 60 * opens - more


def minutes_a_week(written: str) -> float:
    """How long it is open in a week, as the library has it."""
    end = MONDAY + datetime.timedelta(7)
    spans = list(OpeningHours(written).intervals(MONDAY, end))
    return sum((until - since).total_seconds() for since, until, state, _ in spans if state == State.OPEN) / 60


# -- Meetings

RULES = [
    ("hver mandag", "kvar måndag", "FREQ=WEEKLY;BYDAY=MO"),
    ("annenhver tirsdag", "annankvar tysdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("mandag og torsdag hver uke", "måndag og torsdag kvar veke", "FREQ=WEEKLY;BYDAY=MO,TH"),
    ("hver fjortende dag", "kvar fjortande dag", "FREQ=DAILY;INTERVAL=14"),
    ("første onsdag i hver måned", "fyrste onsdag i kvar månad", "FREQ=MONTHLY;BYDAY=1WE"),
    ("siste fredag i måneden", "siste fredag i månaden", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("første og tredje tirsdag i måneden", "første og tredje tysdag i månaden", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    ("månedlig", "månadleg", "FREQ=MONTHLY"),
    ("en gang i kvartalet", "ein gong i kvartalet", "FREQ=MONTHLY;INTERVAL=3"),
    ("hvert halvår", "kvart halvår", "FREQ=MONTHLY;INTERVAL=6"),
    ("annethvert år", "annakvart år", "FREQ=YEARLY;INTERVAL=2"),
    ("årlig", "årleg", "FREQ=YEARLY"),
]
EVERY = {"nb": {"W": "hver", "M": "hver", "Y": "hvert"}, "nn": {"W": "kvar", "M": "kvar", "Y": "kvart"}}
FREQ = {"W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
YEARS = 12
FIRST = datetime.datetime(2021, 1, 1)
LAST = datetime.datetime(2021 + YEARS, 1, 1)


def check_meetings(said: str, rule: str) -> None:
    """Whether a wording means as many meetings as a rule of the calendar gives in twelve years."""
    view = View(f"Rådet møtes {said}.")
    [found] = [found.value for found in frequency.find(view, 0, len(view.text))]
    held = len(rrulestr(rule, dtstart=FIRST).between(FIRST, LAST, inc=True))
    period = isodate.parse_duration(found["period"], as_timedelta_if_possible=False)
    meant = found["times"] * (LAST - FIRST).days / (period.tdelta.days + 365.25 * float(period.years + period.months / 12))
    assert found["bound"] == "exact"
    assert abs(held - meant) <= 2, (said, found)


@pytest.mark.parametrize(("nb", "nn", "rule"), RULES, ids=[rule for *_, rule in RULES])
def test_meetings_by_rule(nb: str, nn: str, rule: str) -> None:
    check_meetings(nb, rule)
    check_meetings(nn, rule)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("unit", ["W", "M", "Y"])
def test_meetings_at_any_interval(language: str, unit: str) -> None:
    for interval in range(3, 13):
        one = render.UNITS[language][unit][0]
        rule = f"FREQ={FREQ[unit]};INTERVAL={interval}"
        check_meetings(f"{EVERY[language][unit]} {render.ordinal(interval, language)} {one}", rule)
        check_meetings(f"{EVERY[language][unit]} {interval}. {one}", rule)


# -- Evidence


@of_each_agreement
def test_quotes_are_found_by_position_and_by_their_words(path: Path) -> None:
    """As the W3C's Web Annotation model has it: a position selector, and a quote selector with as much around it as tells it apart."""
    text = text_of(path)
    evidence = [span for name, spans in attributes(record_of(path)) if name == "evidence" for span in spans]
    assert evidence
    for start, end, quote in sorted({(span["start"], span["end"], span["quote"]) for span in evidence}):
        position = TextPositionSelector(start=start, end=end)
        assert position.select_text(text) == quote
        words = position.unique_quote_selector(text)
        assert words.exact == quote
        assert words.as_unique_position(text) == position
