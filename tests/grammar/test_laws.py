"""Laws of the grammars: what is written out is read back as it was, and independent libraries understand the normal forms."""

from __future__ import annotations

import datetime
import importlib
import os
import pkgutil
import re
from types import ModuleType
from typing import Any

import edtf
import isodate
import phonenumbers
import pytest
from dateutil import parser as dates_of_dateutil
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

import avtale.grammar
from avtale.grammar import date, duration, frequency, hours, number, organisation, phone, role, share
from avtale.grammar.number import ORDINAL, value
from avtale.text import View, clean
from tests.documents import CORPUS, name_of, text_of
from tests.grammar import render, wordings

EXAMPLES = int(os.environ.get("AVTALE_EXAMPLES", "80"))
"""Of each law; `make laws` asks for 10,000."""
settings.register_profile("grammar", deadline=None, max_examples=EXAMPLES)
settings.load_profile("grammar")

LANGUAGES = st.sampled_from(["nb", "nn"])
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))
GRAMMARS = [
    module
    for info in pkgutil.iter_modules(avtale.grammar.__path__)
    for module in [importlib.import_module(f"avtale.grammar.{info.name}")]
    if hasattr(module, "find")
]


def values(grammar: ModuleType, text: str) -> list[dict[str, Any]]:
    """What a grammar finds in a text."""
    view = View(text)
    return [found.value for found in grammar.find(view, 0, len(view.text))]


def only(grammar: ModuleType, text: str, said: str) -> dict[str, Any]:
    """The one value of a text, which is said in just these words."""
    [found] = values(grammar, text)
    assert found["text"] == said, text
    return found


# -- Dates


@given(DAYS, LANGUAGES, st.integers(0, 15), st.sampled_from(["{}", "Vedtatt den {}.", "({}), seinare endra", "frå {}\n"]))
def test_date(day: datetime.date, language: str, style: int, around: str) -> None:
    said = render.dates(day, language)[style]
    assert only(date, around.format(said), said)["date"] == day.isoformat()


@given(DAYS, st.sampled_from(["%d.%m.%Y", "%d/%m-%Y", "%d-%m-%Y", "%Y-%m-%d"]))
def test_date_is_read_as_dateutil_reads_it(day: datetime.date, form: str) -> None:
    said = day.strftime(form)
    theirs = dates_of_dateutil.parse(said.replace("/", "-"), dayfirst=form[1] == "d").date()
    assert only(date, said, said)["date"] == theirs.isoformat()


@given(DAYS, st.integers(1, 3000), LANGUAGES, st.integers(0, 13), st.sampled_from([" – ", "-", " til ", " til og med ", " t.o.m. ", " fram til "]))
def test_period(start: datetime.date, length: int, language: str, style: int, joint: str) -> None:
    end = start + datetime.timedelta(length)
    said = render.dates(start, language)[style] + joint + render.dates(end, language)[style]
    assert only(date, said, said)["date"] == f"{start}/{end}"


@given(st.integers(1990, 2060), st.integers(1, 9), st.sampled_from(["–", " - ", "-", " til ", " til og med "]), st.booleans())
def test_years(year: int, length: int, joint: str, is_short: bool) -> None:
    last = year + length
    short = is_short and joint in ("–", "-") and last // 100 == year // 100
    said = f"{year}{joint}{last % 100:02}" if short else f"{year}{joint}{last}"
    assert only(date, f"i perioden {said}.", said)["date"] == f"{year}/{last}"


@given(st.integers(1990, 2060), st.integers(1, 12), st.sampled_from(["{month} {year}", "{month} i {year}", "{month}, {year}"]))
def test_month(year: int, month: int, form: str) -> None:
    assert [one["date"] for one in values(date, form.format(month=render.MONTHS[month - 1], year=year))] == [f"{year}-{month:02}"]


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1990, 2060))
def test_impossible_date_is_none(month: int, day: int, year: int) -> None:
    [found] = values(date, f"{day}.{month}.{year}")
    try:
        assert found["date"] == datetime.date(year, month, day).isoformat()
    except ValueError:
        assert found["date"] is None


@given(wordings.partial_dates(), st.sampled_from(["{}", "Avtala gjeld {}.", "({})"]))
def test_date_in_part(said: wordings.Said, around: str) -> None:
    [found] = values(date, around.format(said.text))
    assert found["date"] == said.value


# -- Numbers and durations


@given(st.integers(2, 9999), LANGUAGES)
def test_cardinal(count: int, language: str) -> None:
    said = render.cardinal(count, language)
    assert only(number, f"{said} personar", said)["number"] == count


@given(st.integers(0, 10**7), st.sampled_from([" ", ".", ""]))
def test_digits(count: int, separator: str) -> None:
    said = f"{count:,}".replace(",", separator)
    assert only(number, f"om lag {said} personar", said)["number"] == count


@given(st.integers(1, 99), LANGUAGES)
def test_ordinal(count: int, language: str) -> None:
    said = render.ordinal(count, language)
    match = re.fullmatch(ORDINAL, said)
    assert match, said
    assert value(said) == count
    assert value(f"{count}.") == count


@given(st.integers(1, 60), st.sampled_from(["Y", "M", "W", "D", "TH", "TM"]), LANGUAGES, st.booleans())
def test_duration(count: int, unit: str, language: str, in_words: bool) -> None:
    amount = render.cardinal(count, language) if in_words else str(count)
    said = f"{amount} {render.UNITS[language][unit][count > 1]}"
    found = only(duration, f"senest {said} før møtet", said)["duration"]
    assert found == ("PT" if unit[0] == "T" else "P") + f"{count}{unit[-1]}"
    isodate.parse_duration(found)


@given(wordings.FREQUENCIES, st.sampled_from(["Politirådet har møte {}.", "{}", "Gruppa skal samles {}, og elles ved behov"]))
def test_frequency(said: wordings.Said, around: str) -> None:
    found = only(frequency, around.format(said.text), said.text.rstrip(")"))
    assert {**said.value, "text": found["text"]} == found


@given(wordings.LENGTHS, st.sampled_from(["Fristen er {}", "senest {} før", "({})"]))
def test_duration_said_in_its_own_way(said: wordings.Said, around: str) -> None:
    assert [found["duration"] for found in values(duration, around.format(said.text))] == [said.value]


@given(wordings.SHARES, st.sampled_from(["i {}", "{}", "Politikontakten har {}."]))
def test_share_said_in_its_own_way(said: wordings.Said, around: str) -> None:
    assert [found["percent"] for found in values(share, around.format(said.text))] == [said.value]


@given(st.integers(1, 100), st.sampled_from(["{}% stilling", "{} % stilling", "{} prosent", "{} pst."]))
def test_share(percent: int, form: str) -> None:
    said = form.format(percent)
    assert only(share, f"i {said}", said)["percent"] == percent


# -- Offices and parties


@given(st.lists(wordings.ROLES, min_size=1, max_size=4), st.sampled_from([", ", " og ", "\n", " / "]))
def test_roles(said: list[wordings.Said], joint: str) -> None:
    assert [(found["role"], found["text"]) for found in values(role, joint.join(one.text for one in said))] == [(one.value, one.text) for one in said]


@given(wordings.parties(), st.sampled_from(["Avtale mellom {}", "{}", "Partar: {}."]))
def test_parties(said: wordings.Said, around: str) -> None:
    assert [found["party"]["name"] for found in values(organisation, around.format(said.text))] == said.value


# -- Phones


@given(st.integers(0, 9999999), st.sampled_from("245679"), st.sampled_from(render.PHONES), st.sampled_from(["", "+47 ", "+47", "0047 "]))
def test_phone(rest: int, first: str, form: str, country: str) -> None:
    digits = f"{first}{rest:07}"
    said = country + form.format(*digits)
    if re.fullmatch(r"(?:19|20)\d\d(?:19|20)\d\d", digits) or (form == render.PHONES[0] and first not in "49"):
        return
    theirs = phonenumbers.parse(said, "NO")
    assert only(phone, f"Tlf. {said}", said)["phone"] == phonenumbers.format_number(theirs, phonenumbers.PhoneNumberFormat.E164)


# -- Opening hours


@given(wordings.timetables())
def test_opening_hours(said_and_table: tuple[str, list[wordings.Open]]) -> None:
    said, table = said_and_table
    [found] = values(hours, said)
    open_days = {day: (each.opens, each.closes) for each in table for day in each.days if each.opens is not None}
    told = {render.WEEK.index(day): (minutes(each["opens"]), minutes(each["closes"])) for each in found["intervals"] if each["opens"] for day in each["days"]}
    assert told == open_days, said
    theirs = OpeningHours(found["opening_hours"])
    monday = datetime.datetime(2021, 3, 1)
    for day in range(7):
        opens, closes = open_days.get(day, (0, 0))
        for minute in sorted({0, opens, closes, max(opens - 15, 0), max(closes - 15, 0), 23 * 60}):
            assert theirs.is_open(monday + datetime.timedelta(day, minutes=minute)) == (opens <= minute < closes), (said, found["opening_hours"])


def minutes(clock: str) -> int:
    """The minutes of the day at a time in the normal form."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


# -- Any text

PHRASES = (
    "12 3. mars 2021 2021–2023 01.02.2020 kl. 9–15 mandag man. to dager i uka hver annenhver 57 65 55 00 +47 100% halv stilling åtte av ti",
    "en ei og til / - – ( ) . , : 18 år våren første siste i måneden stengt døgnet rundt unntatt lunsj kommune politidistrikt Luster Kari Moen",
    "på rådhuset sak 86/16 rundskriv 2007/5 post@x.no www.x.no minst ca. hundre tusen halvannet fra inntil videre kvartal",
)
PIECES = st.sampled_from([word for phrase in PHRASES for word in phrase.split()])


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join))
def test_found_values_stand_in_order_and_are_valid(text: str) -> None:
    view = clean(text)
    for grammar in GRAMMARS:
        done = 0
        for found in grammar.find(view, 0, len(view.text)):
            assert done <= found.start < found.end <= len(view.text), grammar.__name__
            assert " ".join(view.text[found.start : found.end].split()) == " ".join(found.value["text"].split())
            done = found.end
            check(found.value)


@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_values_of_the_corpus_are_valid(path: Any) -> None:
    view = clean(text_of(path))
    for grammar in (date, duration, phone):
        for found in grammar.find(view, 0, len(view.text)):
            check(found.value)
    for start, end in [match.span() for match in re.finditer(r".+", view.text)]:
        for found in hours.find(view, start, end):
            check(found.value)


def check(found: dict[str, Any]) -> None:
    """Whether independent libraries understand a value."""
    if found.get("date"):
        edtf.parse_edtf(found["date"])
    for length in (found.get("duration"), found.get("period")):
        if length:
            isodate.parse_duration(length)
    if found.get("opening_hours"):
        OpeningHours(found["opening_hours"])
    if found.get("phone", "").startswith("+"):
        assert phonenumbers.is_possible_number(phonenumbers.parse(found["phone"]))
