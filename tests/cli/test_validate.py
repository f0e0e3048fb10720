"""`avtale validate`: what it exits with, what it is told, and what it tells. The agreement has warnings and infos, but no error."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from tests.cli.conftest import AGREEMENT, Run, start

SIGNED = AGREEMENT + "\nKari Nordmann        Ola Hansen\nordfører             politimester\n"
FORMATS = ["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one agreement."""
    (tmp_path / "a.txt").write_text(SIGNED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        *[("error", severity, code) for severity, code in (("error", 1), ("warning", 0), ("info", 0))],
        *[("warning", severity, code) for severity, code in (("error", 1), ("warning", 1), ("info", 0))],
        *[("info", severity, code) for severity, code in (("error", 1), ("warning", 1), ("info", 1))],
        *[("never", severity, code) for severity, code in (("error", 0), ("warning", 0), ("info", 0))],
    ],
)
def test_exit_code_for_each_fail_on(run: Run, folder: Path, fail_on: str, severity: str, code: int) -> None:
    done = run("validate", folder, "--isolated", "--select", "AV203", "--severity", f"AV203={severity}", "--fail-on", fail_on)
    assert (done.code, done.err) == (code, f"1 {severity} in 1 of 1 file\n")


@pytest.mark.parametrize("layout", FORMATS)
def test_exit_code_does_not_depend_on_the_format(run: Run, folder: Path, layout: str) -> None:
    assert run("validate", folder, "--select", "AV203", "--output-format", layout).code == 1
    assert run("validate", folder, "--select", "AV101", "--output-format", layout).code == 0
    assert run("validate", folder, folder / "missing.txt", "--output-format", layout).code == 3


def test_position_counts_code_points_from_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n😀 Avtale om politiråd mellom Stange kommune og Innlandet politidistrikt\n", encoding="utf-8")
    done = run("validate", path, "--select", "AV203", "--output-format", "concise")
    assert re.search(r"a\.txt:2:[13]: AV203", done.text)


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are Linux's")
def test_uris_of_sarif_lead_to_files_of_odd_names(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [b"a%20b:c.txt", b"lat\xe6.txt", b"line\nend.txt", "øy 1.txt".encode()]
    for name in names:
        Path(os.fsdecode(name)).write_text(SIGNED, encoding="utf-8")
    results = json.loads(run("validate", ".", "--select", "AV203", "--output-format", "sarif").out)["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert sorted(map(unquote_to_bytes, uris)) == sorted(names)


def test_files_come_in_order_and_are_counted(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text(SIGNED, encoding="utf-8")
    (folder / "c.txt").write_bytes(b"")
    done = run("validate", folder / "c.txt", folder / "b.txt", folder / "a.txt", "--select", "AV203", "--output-format", "concise")
    assert [line.partition(".txt")[0][-1] for line in done.text.splitlines() if "AV203" in line] == ["a", "b"]
    assert done.code == 3
    assert done.err.splitlines()[-1] == "2 warnings in 2 of 3 files, 1 could not be read"


def test_workers_give_the_same(run: Run, folder: Path) -> None:
    for number in range(20):
        (folder / f"n{number:02}.txt").write_text(SIGNED, encoding="utf-8")
    alone = run("validate", folder, "--jobs", "1", "--output-format", "jsonl")
    assert run("validate", folder, "--jobs", "2", "--output-format", "jsonl") == alone


def test_standard_input(run: Run) -> None:
    done = run("validate", "-", "--isolated", "--select", "AV203", "--output-format", "concise", stdin=SIGNED.encode())
    assert (done.code, done.text[:4]) == (1, "-:1:")


def test_a_reader_that_has_had_enough(folder: Path) -> None:
    for number in range(60):
        (folder / f"n{number:02}.txt").write_text(SIGNED, encoding="utf-8")
    process = start("validate", folder, "--output-format", "jsonl", stdin=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    assert process.wait() in (0, 1)


def test_github_actions_get_their_format(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("validate", folder, "--select", "AV203").text.startswith("::warning ")
    assert "::warning" not in run("validate", folder, "--select", "AV203", "--output-format", "concise").text


def test_language(run: Run, folder: Path) -> None:
    texts = {lang: run("validate", folder, "--select", "AV203", "--lang", lang, "--output-format", "concise").text for lang in ("en", "nb", "nn")}
    assert len(set(texts.values())) == 3


@pytest.mark.parametrize(
    ("flags", "named"),
    [
        (["--select", "AV9999"], "--select: no rule AV9999; did you mean AV909?"),
        (["--ignore", "X1"], "--ignore: no rule X1"),
        (["--severity", "AV203"], "--severity: 'AV203' is not CODE=SEVERITY"),
        (["--severity", "AV203=fatal"], "--severity: input should be 'error', 'warning' or 'info', not 'fatal'"),
        (["--severity", "AV299=info"], "--severity: no rule AV299; did you mean"),
        (["--as-of", "2024-02-30"], "--as-of: 2024-02-30 is no date"),
        (["--fail-on", "always"], "'always' is not one of"),
        (["--lang", "de"], "'de' is not one of"),
        (["--output-format", "xml"], "'xml' is not one of"),
        (["--write-baseline"], "--write-baseline needs --baseline FILE"),
        (["--isolated", "--config", "x.toml"], "either --config or --isolated"),
        (["--config", "none.toml"], "none.toml: No such file"),
        (["--baseline", "none.json"], "none.json: No such file"),
    ],
)
def test_wrong_flags(run: Run, folder: Path, flags: list[str], named: str) -> None:
    done = run("validate", folder, *flags)
    assert (done.code, done.out) == (2, b"")
    assert named in done.err


def test_expired_on_a_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SIGNED + "\nAvtalen gjelder til 31. desember 2022.\n", encoding="utf-8")
    assert run("validate", tmp_path, "--select", "AV204").code == 0
    assert run("validate", tmp_path, "--select", "AV204", "--as-of", "2022-12-31").code == 0
    assert run("validate", tmp_path, "--select", "AV204", "--as-of", "2023-01-01").code == 1


def test_empty_folder(run: Run, tmp_path: Path) -> None:
    done = run("validate", tmp_path)
    assert (done.code, done.out) == (3, b"")
    assert "no agreements" in done.err


def test_findings_are_whole_in_json(run: Run, folder: Path) -> None:
    found = json.loads(run("validate", folder, "--select", "AV203", "--output-format", "json").out)
    assert "AV203" in json.dumps(found)
