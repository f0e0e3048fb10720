"""The formats for people and for programs that read JSON: what stands in them, and that nothing breaks their lines."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from avtale.output.formats import formats, names
from avtale.output.report import Failure, Position, Reported
from avtale.reading import display_path
from tests.formats import NASTY, REPORTS, RUNS, WITH_NAME, reported, written

UNREADABLE = Failure("avtaler/skann.txt", "encoding", "neither UTF-8 nor Latin-1")


def test_the_formats_are_those_of_the_documentation() -> None:
    assert names() == ["concise", "full", "github", "gitlab", "json", "jsonl", "junit", "sarif"]
    assert list(formats()) == names()


def test_concise_is_a_line_each_and_leaves_out_what_is_suppressed() -> None:
    assert written("concise", [reported(), reported(suppressed="known"), reported(position=None), UNREADABLE]) == (
        "avtaler/lom.txt:3:10: AV201 the agreement is not dated\n"
        "avtaler/lom.txt: AV201 the agreement is not dated\n"
        "avtaler/skann.txt: encoding neither UTF-8 nor Latin-1\n"
    )


def test_messages_are_in_the_language_asked_for() -> None:
    assert "avtalen er ikke datert" in written("concise", [reported()], "nb")
    assert "avtala er ikkje datert" in written("concise", [reported()], "nn")


def test_full_shows_the_line_and_carets_under_the_words() -> None:
    assert written("full", [reported()]) == ("avtaler/lom.txt:3:10: AV201 the agreement is not dated\n  |\n3 | Lom, den _______\n  |          ^^^^^^^\n\n")


def test_full_without_a_line_is_the_message_alone() -> None:
    assert written("full", [reported(position=None, source=None)]) == "avtaler/lom.txt: AV201 the agreement is not dated\n\n"


@pytest.mark.parametrize("before", ["æøå ", "🚓 ", "a\tb ", "bla\u030a ", "\x1b[2J ", "x" * 5000, "🚓" * 300])
@pytest.mark.parametrize("after", ["", " og så", "y" * 5000])
def test_carets_stand_under_the_words_whatever_stands_before(before: str, after: str) -> None:
    line = f"{before}⟦den⟧{after}"
    start = len(before) + 1
    _, _, shown, carets, *_ = written("full", [reported(position=Position(3, start, 3, start + 5), source=line)]).splitlines()
    assert cell_len(shown[: shown.index("⟦")]) == carets.index("^")
    assert carets.count("^") == cell_len("⟦den⟧")
    assert cell_len(shown) <= 120
    assert "\x1b" not in shown


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    carets = written("full", [reported(position=Position(3, 10, 5, 2), source="Lom, den 1. mai\r\n")]).splitlines()[3]
    assert carets == "  |          ^^^^^^"


def test_a_point_gets_one_caret() -> None:
    assert written("full", [reported(position=Position(3, 10, 3, 10))]).splitlines()[3] == "  |          ^"


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in written("full", [reported()])
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in written("full", [reported()])


def test_brackets_are_not_taken_for_markup() -> None:
    assert "[bold]Lom[/] :car:" in written("full", [reported(WITH_NAME, name="[bold]Lom[/] :car:")])


@pytest.mark.parametrize("name", ["full", "concise", "github", "junit"])
@given(reports=RUNS)
def test_nothing_controls_the_terminal(name: str, reports: list[Reported | Failure]) -> None:
    assert {character for character in written(name, reports) if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")} <= {"\n"}


@given(RUNS)
def test_concise_has_as_many_lines_as_reports_that_count(reports: list[Reported | Failure]) -> None:
    assert len(written("concise", reports).splitlines()) == sum(getattr(report, "suppressed", None) is None for report in reports)


def test_json_has_every_part_of_a_finding() -> None:
    assert json.loads(written("json", [reported(suppressed="agreed by telephone")])) == [
        {
            "path": "avtaler/lom.txt",
            "line": 3,
            "column": 10,
            "end_line": 3,
            "end_column": 17,
            "code": "AV201",
            "severity": "error",
            "message": "the agreement is not dated",
            "field": "/signed",
            "quote": "_______",
            "fingerprint": "0123456789abcdef",
            "suppressed": "agreed by telephone",
        }
    ]


def test_a_failure_is_the_error_that_parse_writes() -> None:
    error = {"source": {"path": "avtaler/skann.txt"}, "error": {"code": "encoding", "message": "neither UTF-8 nor Latin-1"}}
    assert json.loads(written("jsonl", [UNREADABLE])) == error


@pytest.mark.parametrize("name", ["json", "gitlab"])
def test_no_reports_are_an_empty_array(name: str) -> None:
    assert json.loads(written(name, [])) == []


@given(RUNS)
def test_json_and_jsonl_say_the_same(reports: list[Reported | Failure]) -> None:
    lines = written("jsonl", reports).split("\n")[:-1]
    assert [json.loads(line) for line in lines] == json.loads(written("json", reports))
    assert len(lines) == len(reports)


@given(REPORTS, NASTY)
def test_json_gives_back_what_was_reported(report: Reported, reason: str) -> None:
    told = json.loads(written("jsonl", [report._replace(suppressed=reason)]))
    assert (told["path"], told["message"], told["suppressed"]) == (display_path(report.path), report.finding.message("en"), reason)


def test_a_path_that_is_no_unicode_can_be_written_in_every_format() -> None:
    for name in names():
        assert written(name, [reported(path="avtaler/\udce6.txt")]).encode()
