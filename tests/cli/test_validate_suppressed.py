"""Findings that are not to count: side-cars and baselines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

TEXT = """Avtale om politiråd mellom Stange kommune og Innlandet politidistrikt

Politirådet har 4 møter pr år.

Kontaktperson: ______

Stange, 12. mars 2021
"""
NYNORSK = TEXT.replace("4 møter pr år", "4 møte i året").replace("Kontaktperson", "Namn på kontakten")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An agreement that says nothing of when it ends, and has a blank to fill in."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def findings(run: Run, *arguments: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("validate", *arguments, "--output-format", "jsonl").text.splitlines()]


def side_car(path: Path, *entries: str) -> None:
    path.with_suffix(".avtale.toml").write_text("".join(f"[[suppress]]\n{entry}\n" for entry in entries), encoding="utf-8")


def test_side_car_by_quote_and_by_fingerprint(run: Run, path: Path) -> None:
    chosen = (path, "--select", "AV203,AV901,AV005")
    found = findings(run, *chosen)
    assert sorted(each["code"] for each in found) == ["AV203", "AV901"]
    fingerprint = next(each["fingerprint"] for each in found if each["code"] == "AV203")
    side_car(path, 'rule = "av901"\nquote = "______"\nreason = "vacant"', f'rule = "AV203"\nfingerprint = "{fingerprint}"\nreason = "the council decides"')
    done = run("validate", *chosen, "--output-format", "sarif")
    assert (done.code, done.err) == (0, "no findings in 1 file, 2 suppressed\n")
    results = json.loads(done.out)["runs"][0]["results"]
    assert {each["suppressions"][0]["justification"] for each in results} == {"vacant", "the council decides"}


@pytest.mark.parametrize("text", [TEXT, NYNORSK], ids=["nb", "nn"])
def test_entry_that_is_not_used_is_reported(run: Run, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    side_car(path, 'rule = "AV901"\nquote = "....."\nreason = "old"', 'rule = "AV203"\nquote = "______"\nreason = "wrong rule"')
    done = run("validate", path, "--select", "AV901,AV005", "--output-format", "concise")
    assert (done.code, done.err) == (1, "1 error, 2 warnings in 1 of 1 file\n")
    assert "the suppression of AV901 in" in done.text
    assert "AV005" not in run("validate", path, "--ignore", "AV005", "--output-format", "concise").text


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('rule = "AV999"\nquote = "x"\nreason = "r"', ":5: suppress.rule: no rule AV999; did you mean AV9"),
        ('rule = "AV901"\nquote = "x"', ":4: suppress.reason: missing"),
        ('rule = "AV901"\nquote = "x"\nreason = " "', ":7: suppress.reason: "),
        ('rule = "AV901"\nreason = "r"', ":4: suppress: an entry needs a fingerprint or a quote"),
        ('rule = "AV901"\nqoute = "x"\nreason = "r"', ":6: suppress.qoute: unknown key; did you mean quote?"),
        ('rule = "AV901\n', ":5: no valid TOML"),
    ],
)
def test_broken_side_car_is_told_with_file_line_and_key(run: Run, path: Path, entry: str, told: str) -> None:
    path.with_suffix(".avtale.toml").write_text(f"# one\n# two\n\n[[suppress]]\n{entry}\n", encoding="utf-8")
    done = run("validate", path)
    assert (done.code, done.out) == (2, b"")
    assert f"a.avtale.toml{told}" in done.err


def last_line(text: str) -> str:
    """The summary, before what was passed over in a folder: the baseline itself."""
    return [line for line in text.splitlines() if not line.startswith("passed over")][-1]


def test_baseline_lets_only_new_findings_fail(run: Run, path: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    chosen = (tmp_path, "--select", "AV203,AV901", "--baseline", baseline)
    done = run("validate", *chosen, "--write-baseline")
    assert done.code == 0
    assert last_line(done.err) == "no findings in 1 file, 2 suppressed"
    assert sorted(json.loads(baseline.read_text())["a.txt"]) == ["AV203", "AV901"]
    assert run("validate", *chosen).code == 0
    path.write_text(f"\n\n{TEXT}", encoding="utf-8")
    assert run("validate", *chosen).code == 0, "lines do not count"
    path.write_text(TEXT.replace("______", "______\n\nTelefon: ______"), encoding="utf-8")
    done = run("validate", *chosen)
    assert (done.code, last_line(done.err)) == (1, "1 error in 1 of 1 file, 2 suppressed")
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    assert last_line(run("validate", *chosen).err) == "1 error, 1 warning in 1 of 2 files, 2 suppressed", "another file has its own findings"


def test_baseline_is_the_same_wherever_it_is_written_from(run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("validate", path, "--baseline", tmp_path / "known.json", "--write-baseline")
    first = (tmp_path / "known.json").read_bytes()
    monkeypatch.chdir(tmp_path)
    run("validate", "a.txt", "--baseline", "known.json", "--write-baseline")
    assert (tmp_path / "known.json").read_bytes() == first


@pytest.mark.parametrize("text", ["{", "[]", '{"a.txt": {"AV203": ["x"]}}', '{"a.txt": {"AV203": {"x": -1}}}'])
def test_broken_baseline(run: Run, path: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text)
    done = run("validate", path, "--baseline", tmp_path / "known.json")
    assert (done.code, done.out) == (2, b"")
    assert "known.json: " in done.err
