"""`avtale register`: what a person and a script get."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.conftest import Run

RENUMBERED = (("2011", "1988-01-01", "5612"), ("1001", "1838-01-01", "4204"))
"""Kautokeino and Kristiansand: the number until 2020, the first day of that, and the number of today."""


def test_a_script_gets_an_object_a_name(run: Run) -> None:
    done = run("register", "Sogndal", "Luster kommune", "--on", "2018-05-01", "--format", "json")
    assert (done.code, done.err) == (0, "")
    sogndal, luster = json.loads(done.out)
    assert (sogndal["name"], sogndal["on"], sogndal["number"], sogndal["current_number"]) == ("Sogndal", "2018-05-01", "1420", "4640")
    assert sogndal["readings"] == [
        {
            "number": "1420",
            "name": "Sogndal",
            "official_name": "Sogndal",
            "county": "Sogn og Fjordane",
            "valid_from": "1838-01-01",
            "valid_to": "2020-01-01",
            "current_number": "4640",
            "police_districts": [{"code": "p07", "name": "Vest politidistrikt"}],
        }
    ]
    [merger] = sogndal["changes"]
    assert (merger["date"], merger["kind"], [row["number"] for row in merger["before"]]) == ("2020-01-01", "merger", ["1418", "1419", "1420"])
    assert merger["after"] == [{"number": "4640", "name": "Sogndal"}]
    assert (luster["number"], luster["notices"], luster["nearest"]) == ("1426", [], [])


def test_a_person_gets_tables(run: Run) -> None:
    done = run("register", "Sogndal", "--on", "2018")
    assert (done.code, done.err) == (0, "")
    lines = [line.split() for line in done.text.splitlines()]
    assert ["Sogndal", "1420", "Sogndal", "Sogn", "og", "Fjordane", "1838-01-01", "2020-01-01", "4640", "Vest"] in lines
    assert ["2020-01-01", "merger", "1418", "Balestrand,", "1419", "Leikanger,", "1420", "Sogndal", "4640", "Sogndal"] in lines


def test_a_narrow_terminal_breaks_no_number_and_no_date(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")  # which is 80 columns wide, and has no colours
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    text = run("register", "Guovdageaidnu kommune", "Kristiansand", "--on", "2018").text
    lines = [line.split() for line in text.splitlines()]
    assert max(map(len, text.splitlines())) <= 80
    assert "…" not in text
    assert all(any({number, begun, "2020-01-01", now} <= set(line) for line in lines) for number, begun, now in RENUMBERED)


def test_a_change_of_two_names_is_listed_once(run: Run) -> None:
    assert run("register", "Sogndal", "Leikanger", "--on", "2018").text.count("1418 Balestrand, 1419 Leikanger, 1420 Sogndal") == 1


def test_an_ambiguous_name_gets_both_readings_and_a_notice(run: Run) -> None:
    done = run("register", "Herøy", "--on", "2021", "--format", "json")
    [found] = json.loads(done.out)
    assert (done.code, found["number"], [row["number"] for row in found["readings"]]) == (0, None, ["1515", "1818"])
    assert [notice["reason"] for notice in found["notices"]] == ["ambiguous"]
    assert done.err == "avtale: Herøy may be 1515 Herøy (Møre og Romsdal) or 1818 Herøy (Nordland)\n"


@pytest.mark.parametrize("district", ["p08", "Møre og Romsdal", "Møre og Romsdal politidistrikt"])
def test_the_district_tells_which_is_meant(run: Run, district: str) -> None:
    done = run("register", "Herøy", "--on", "2025", "--district", district, "--format", "json")
    assert [found["number"] for found in json.loads(done.out)] == ["1515"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Randabærg kommune"], "the register has no Randabærg kommune; the nearest names are Randaberg"),
        (["Xyzzy"], "the register has no Xyzzy\n"),
        (["Innlandet politidistrikt"], "the register has no Innlandet politidistrikt"),
        (["Sognefjorden"], "the register has no Sognefjorden"),
        (["Ola Nordmann"], "the register has no Ola Nordmann"),
        (["[bold]"], "the register has no [bold]"),
        (["Leikanger", "--on", "2021"], "there was no Leikanger on 2021, but 1419 Leikanger (Sogn og Fjordane until 2020-01-01)"),
        (["Oslo", "--on", "1700"], "1700 is before the register begins"),
    ],
)
def test_what_is_no_municipality_is_a_finding(run: Run, arguments: list[str], told: str) -> None:
    done = run("register", *arguments)
    assert done.code == 1
    assert done.err.startswith(f"avtale: {told}")


def test_one_name_that_is_none_does_not_hide_the_others(run: Run) -> None:
    done = run("register", "Atlantis", "Oslo", "--format", "json")
    assert (done.code, [found["number"] for found in json.loads(done.out)]) == (1, [None, "0301"])


def test_differences(run: Run) -> None:
    changes = json.loads(run("register", "--diff", "2018-01-01", "2024-01-01", "--format", "json").out)
    assert [change["date"] for change in changes] == sorted(change["date"] for change in changes)
    assert {change["date"][:4] for change in changes} == {"2019", "2020", "2022", "2023", "2024"}
    assert [change["after"] for change in changes if [row["number"] for row in change["before"]] == ["1426"]] == [[{"number": "4644", "name": "Luster"}]]
    lines = [line.split() for line in run("register", "--diff", "2019", "2020").text.splitlines()]
    assert ["2020-01-01", "number", "1426", "Luster", "4644", "Luster"] in lines


def test_no_difference_is_nothing(run: Run) -> None:
    assert run("register", "--diff", "2021-01-01", "2021-02-01") == (0, b"", "")
    assert run("register", "--diff", "2021-01-01", "2021-02-01", "--format", "json") == (0, b"[]\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("Oslo", "--diff", "2018", "2020"),
        ("--diff", "2020", "2018"),
        ("--diff", "2018"),
        ("--diff", "2018", "2020", "--on", "2019"),
        ("Oslo", "--on", "2018-13"),
        ("Oslo", "--on", "2018-02-30"),
        ("Oslo", "--on", "i fjor"),
        ("Oslo", "--on", "2018-W01-1"),
        ("Oslo", "--on", "2018-1"),
        ("Oslo", "--on", ""),
        ("Oslo", "--district", "Nordpolen"),
        ("Oslo", "--format", "xml"),
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("register", *arguments)
    assert (done.code, done.out) == (2, b"")
    assert "Error: " in done.err


def test_a_script_waits_neither_for_tables_nor_for_the_parser() -> None:
    code = "import sys, avtale.cli\nsys.argv[1:] = ['register', 'Oslo', '--format', 'json']\ntry: avtale.cli.main()\nfinally: print('|', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = done.stdout.rpartition("|")[2].split()
    assert [name for name in modules if name.startswith(("rich", "pydantic", "avtale.grammar", "avtale.vocabulary"))] == []
