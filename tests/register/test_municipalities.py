"""The register against itself: every name means its own municipality on every day that it held, or is left open."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtale.register import Doubt, Municipality, explain, is_municipality, resolve
from avtale.register.districts import memberships
from avtale.register.municipalities import municipalities
from avtale.register.names import key
from avtale.register.tables import rows

ROWS = municipalities()
TABLE = rows("municipalities")
TODAY = "2026-11-01"
DAY = datetime.timedelta(1)
LETTERS = "abcdefghijklmnoprstuvyæøå0156"


def days(row: dict[str, str]) -> list[str]:
    """The first day, the last and one between on which a row held."""
    first = datetime.date.fromisoformat(row["valid_from"])
    last = datetime.date.fromisoformat(row["valid_to"]) - DAY if row["valid_to"] else datetime.date.fromisoformat(TODAY)
    return sorted({day.isoformat() for day in (first, first + (last - first) / 2, last)})


def names(row: dict[str, str]) -> set[str]:
    """The names that a row of the table has, and the parts of a bilingual one."""
    own = {row["name"], row["name_sami"], row["name_kven"], row["official_name"], *row["name_variants"].split(";"), *row["official_name"].split(" - ")}
    return own - {""}


@cache
def bearers(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table that have a name."""
    return tuple(row for row in TABLE if any(key(name) == key(other) for other in names(row)))


def namesakes(name: str, day: str) -> set[str]:
    """The numbers that have, had or will have a name, of those that hold on a day."""
    numbers = {row["number"] for row in bearers(name)}
    return {row["number"] for row in TABLE if row["number"] in numbers and row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])}


def forms(name: str) -> Iterator[str]:
    """The ways in which an agreement writes a name."""
    yield from (
        f"{name} kommune",
        f"{name.upper()} KOMMUNE",
        f"{name} kommunes",
        f"{name} kommuna",
        f"{name} herad",
        name if name.endswith("s") else f"{name}s",
    )
    yield from (name.replace("-", "–"), name.replace("-", "-\n"), name.replace(" ", "\n"))
    yield f"{name[:2]}\u00ad{name[2:]}"


@pytest.mark.parametrize(
    ("year", "count"), [*((year, 422) for year in (2018, 2019)), *((year, 356) for year in (2020, 2021, 2022, 2023)), (2024, 357), (2025, 357)]
)
def test_each_year_has_its_number_of_municipalities(year: int, count: int) -> None:
    for day in (f"{year}-01-01", f"{year}-06-01", f"{year}-12-31"):
        assert len({row.number for row in ROWS if row.holds(day, day)}) == count


def test_every_name_means_its_own_number_on_every_day_of_its() -> None:
    wrong = []
    for row in TABLE:
        for day in days(row):
            for name in names(row):
                found = resolve(name, day)
                expected = row["number"] if namesakes(name, day) == {row["number"]} else None
                if found is None or found.number != expected:
                    wrong.append((name, day, row["number"], found and found.number))
    assert wrong == []


def test_every_ambiguous_name_means_its_own_number_with_its_district() -> None:
    """Two namesakes in one district are left open: no such are in the table."""
    asked = 0
    for row in TABLE:
        for day in days(row):
            others = namesakes(row["name"], day) - {row["number"]}
            if others:
                own = {member.district for member in memberships(row["number"], day, day)}
                found = resolve(row["name"], day, own)
                assert found is not None
                assert found.number == row["number"], (row["name"], day)
                asked += 1
    assert asked > 30


def test_every_name_is_known_in_every_form_it_is_written_in() -> None:
    for row in TABLE:
        if not row["valid_to"]:
            for form in forms(row["name"]):
                found = resolve(form, TODAY)
                assert found is not None, form
                assert row["number"] in {reading.number for reading in found.readings}, form


def test_one_slip_is_read_with_a_doubt_and_never_as_another() -> None:
    for row in TABLE:
        name = row["name"]
        for right, wrong in (("m", "rn"), ("l", "1"), ("o", "0"), ("ø", "o"), ("å", "a"), ("e", "c"), ("d", "cl")):
            if right in name and len(name) > 5:
                found = resolve(f"{name.replace(right, wrong, 1)} kommune", row["valid_from"])
                assert found is not None, name.replace(right, wrong, 1)
                if Doubt.SLIP in found.doubts:
                    assert row["number"] in {reading.number for reading in found.readings}


@given(st.text(LETTERS, min_size=1, max_size=12), st.sampled_from([None, "2019-06-01", "2022"]))
def test_what_is_found_bears_the_name_or_one_like_it(name: str, day: str | None) -> None:
    found = resolve(name, day)
    if found and Doubt.SLIP not in found.doubts:
        assert found.readings
        assert all(len(reading.name) <= len(name) + 6 for reading in found.readings)
    if found and found.number:
        assert {reading.number for reading in found.readings} == {found.number}


def test_number_of_today_is_in_force() -> None:
    in_force = {row.number for row in ROWS if row.valid_to is None}
    for row in ROWS:
        found = resolve(row.name, row.valid_from)
        assert found is not None
        assert found.current is None or found.current in in_force


@pytest.mark.parametrize(
    ("name", "date", "number", "current"),
    [
        ("Eidskog", "2018-10-01", "0420", "3416"),
        ("Luster", "2019-07-11", "1426", "4644"),
        ("Øyer", "2009", "0521", "3440"),
        ("Stange", "2025-02", "3413", "3413"),
        ("Oslo", None, "0301", "0301"),
        ("Re", "2015", "0716", "3905"),
        ("Sandnes", "2019", "1102", "1108"),
        ("Sogndal", "2018-05-01", "1420", "4640"),
        ("Sogndal", "2021-05-01", "4640", "4640"),
        ("Haram", "2018", "1534", "1580"),
        ("Haram", None, None, "1580"),
        ("Haram", "2021", None, None),
        ("Skodje", "2018", "1529", "1508"),
        ("Guovdageaidnu", "2022", "5430", "5612"),
        ("Guovdageainnu suohkan", "2022", "5430", "5612"),
        ("KÁRÁŠJOGA GIELDA", "2018", "2021", "5610"),
        ("Karasjoga gielda", "2018", "2021", "5610"),
        ("Porsangin komuuni", "2025", "5622", "5622"),
        ("Omasvuonon kunta", "2025", "5538", "5538"),
        ("Snåasen tjielte", "2025", "5041", "5041"),
        ("SØR–FRON", "2021-01-01", "3438", "3438"),
        ("Oslove", "2018", "0301", "0301"),
        ("Tana - Deatnu", "2025", "5628", "5628"),
        ("Porsáŋgu", "2025", "5622", "5622"),
        ("Unjarga", "2025", "5636", "5636"),
        ("Omasvuono", "2025", "5538", "5538"),
        ("Voss herad", "2021", "4621", "4621"),
        ("Lom kommunes", "2021", "3434", "3434"),
        ("Vinje kommuna", "2021", "3825", "4036"),
        ("Evje og\nHornnes", "2021", "4219", "4219"),
        ("Aalesund", "2021", "1507", "1508"),
        ("Haa", "2021", "1119", "1119"),
        ("Austre Toten", "2021", "3442", "3442"),
        ("Østre Slidre", "2021", "3453", "3453"),
        ("Syd-Varanger", "2021", "5444", "5605"),
        ("Trondhjem", "2021", "5001", "5001"),
        ("Bcerum", "2021", "3024", "3201"),
        ("Laerdal", "2021", "4642", "4642"),
        ("Gj¢vik", "2021", "3407", "3407"),
        ("Våler (Viken)", "2021", "3018", "3114"),
        ("Ålesund", "2020/2023", "1507", "1508"),
        ("Sogndal", "2019/2021", None, "4640"),
        ("Herøy", "2021", None, None),
        ("Våler", "2012", None, None),
        ("Bø", "2010", None, None),
        ("Leikanger", "2021-05-01", None, None),
        ("Oslo", "1837-12-31", None, None),
    ],
)
def test_known_municipalities(name: str, date: str | None, number: str | None, current: str | None) -> None:
    found = resolve(name, date)
    assert found is not None
    assert (found.number, found.current) == (number, current)


@pytest.mark.parametrize(
    ("name", "neighbours", "number"),
    [
        ("Nes", ["Gol", "Ål"], "0616"),
        ("Nes", ["Ullensaker"], "0236"),
        ("Os", ["Tynset kommune", "Tolga kommune"], "0441"),
        ("Herøy", ["Sande"], "1515"),
        ("Herøy", ["Alstahaug", "Dønna"], "1818"),
        ("Nes", ["Bergen"], None),
        ("Nes", ["Gol", "Ullensaker"], None),
        ("Nes", ["Atlantis"], None),
        ("Luster", ["Oslo"], "1426"),
    ],
)
def test_neighbours_tell_namesakes_apart(name: str, neighbours: list[str], number: str | None) -> None:
    found = resolve(name, "2015-06-01", neighbours=neighbours)
    assert found is not None
    assert found.number == number
    assert (Doubt.AMBIGUOUS in found.doubts) == (number is None)


@pytest.mark.parametrize(
    ("name", "date", "districts", "doubts"),
    [
        ("Luster", "2019", [], set()),
        ("Luster", None, [], set()),
        ("Herøy", "2021", [], {Doubt.AMBIGUOUS}),
        ("Herøy", None, [], {Doubt.AMBIGUOUS}),
        ("Herøy", "2025", ["p08"], set()),
        ("Herøy", "2021", ["p08"], {Doubt.INFERRED}),
        ("Herøy", "2021", ["p01"], {Doubt.AMBIGUOUS}),
        ("Våler", "2018", ["p03"], {Doubt.INFERRED}),
        ("Luster", "1999", [], {Doubt.UNCHECKED}),
        ("Oslo", "1800", [], {Doubt.BEFORE_TABLE}),
        ("Leikanger", "2021", [], {Doubt.NOT_THEN}),
        ("Færder", "2016", [], {Doubt.NOT_THEN}),
        ("Harnar", "2021", [], {Doubt.SLIP}),
        ("Bcerum", "2021", [], {Doubt.SLIP}),
        ("Bærum", "2021", [], set()),
        ("Hcrøy", "2021", [], {Doubt.SLIP, Doubt.AMBIGUOUS}),
    ],
)
def test_doubts(name: str, date: str | None, districts: list[str], doubts: set[Doubt]) -> None:
    found = resolve(name, date, districts)
    assert found is not None
    assert found.doubts == doubts
    assert [doubt for doubt, _ in explain(found.doubts, name, date, found.readings)] == [doubt for doubt in Doubt if doubt in doubts]


def test_both_readings_are_given_where_it_stays_ambiguous() -> None:
    found = resolve("Herøy kommune", "2021")
    assert found is not None
    assert {row.number for row in found.readings} == {"1515", "1818"}
    [(_, message)] = explain(found.doubts, "Herøy kommune", "2021", found.readings)
    assert message == "Herøy kommune may be 1515 Herøy (Møre og Romsdal) or 1818 Herøy (Nordland)"


NO_MUNICIPALITY = [
    "",
    "kommune",
    "Innlandet",
    "Innlandet politidistrikt",
    "Atlantis",
    "Sognefjorden",
    "Oslofjorden",
    "Mjøsa",
    "Ola Nordmann",
    "Kari Lie",
    "Bø Os",
    "Rossen",
    "Porsangin",
    "Osloven suohkan",
    "12",
]


@pytest.mark.parametrize("name", NO_MUNICIPALITY)
def test_no_municipality(name: str) -> None:
    assert not is_municipality(name)
    assert resolve(name) is None
    assert resolve(name, "2021", ["p03"], ["Oslo"]) is None


def test_districts_and_counties_are_no_municipalities() -> None:
    others = {row["name_nb"] for row in rows("police_districts")} | {row["name"] for row in rows("counties")} - {"Oslo"}
    assert [name for name in others if resolve(name)] == []


def test_every_name_in_full_is_of_a_second_name() -> None:
    second = {row[column] for row in TABLE for column in ("name_sami", "name_kven")}
    assert {row["name"] for row in rows("names_in_full")} <= second


def test_a_slip_in_a_short_name_is_not_read() -> None:
    assert resolve("0s") is None
    assert resolve("Ncs") is None


def test_two_slips_are_not_read() -> None:
    assert resolve("Harnaf") is None
    assert resolve("Bcerurn") is None
    assert resolve("Rancl4berg") is None


def test_names_alone_are_municipalities_for_the_grammars() -> None:
    assert [is_municipality(name) for name in ("Oslo", "Oslo kommune", "Oslos", "Harnar")] == [True, False, False, False]


def test_rows_are_what_the_table_has() -> None:
    assert len(ROWS) == len(TABLE)
    assert all(isinstance(row, Municipality) for row in ROWS)
