"""Records under `avtale validate`: those that cannot be read, and those that someone edited."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import AGREEMENT, Run

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    """A record beside the agreement that it was made from."""
    (tmp_path / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    path = tmp_path / "a.json"
    path.write_bytes(run("parse", tmp_path / "a.txt").out)
    return path


def edit(path: Path, change: Edit) -> None:
    value = json.loads(path.read_text())
    change(value)
    path.write_text(json.dumps(value, indent=2))


def test_record_as_it_was_made_has_the_findings_of_its_text(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("validate", record, "--select", "AV0").code == 0
    assert run("validate", record, "--output-format", "concise").out == run("validate", tmp_path / "a.txt", "--output-format", "concise").out
    (tmp_path / "a.txt").unlink()
    done = run("validate", record, "--output-format", "concise")
    assert done.code == 1
    assert "a.json" in done.text


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (lambda value: value.update(draft=True), "AV004", "true at /draft, but the text is read as false"),
        (lambda value: value["signed"].update(date="2021-03-13"), "AV004", "/signed/date"),
        (lambda value: value["parties"].pop(), "AV004", "/parties"),
        (lambda value: value["title"]["evidence"][0].update(quote="Lov"), "AV003", '/title/evidence/0 is "Lov"'),
        (lambda value: value["title"]["evidence"][0].update(end=10**6), "AV003", "/title/evidence/0"),
        (lambda value: value["title"]["evidence"][0].update(start=-5), "AV003", "/title/evidence/0"),
        (lambda value: value["source"].update(sha256="0" * 64), "AV002", "a.txt is not the file"),
        (lambda value: value.update(document_type="contract"), "AV001", "/document_type is not what it has to be"),
        (lambda value: value.pop("draft"), "AV001", "/draft is missing"),
        (lambda value: value.update(colour="red"), "AV001", "/colour is no field of a record"),
    ],
)
def test_edited_record_is_caught(run: Run, record: Path, change: Edit, code: str, words: str) -> None:
    edit(record, change)
    done = run("validate", record, "--select", "AV0", "--output-format", "concise")
    assert done.code == 1
    assert [line for line in done.text.splitlines() if code in line and words in line]
    assert {line.partition("AV00")[2][:1] for line in done.text.splitlines()} == {code[-1]}
    for language in ("nb", "nn"):
        assert run("validate", record, "--select", "AV0", "--lang", language).code == 1


def test_text_that_was_changed_afterwards(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT.replace("4 møter", "5 møter"), encoding="utf-8")
    assert "AV002" in run("validate", record, "--output-format", "concise").text


def test_records_one_a_line_are_told_by_line(run: Run, record: Path, tmp_path: Path) -> None:
    value = json.loads(record.read_text())
    lines = [
        value,
        value | {"draft": True},
        value | {"schema_version": "1.7"},
        {"source": {"path": "x"}, "error": {"code": "empty", "message": "the file is empty"}},
    ]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join([*map(json.dumps, lines), '{"source": ', "[1]"]) + "\n")
    done = run("validate", path, "--select", "AV0", "--output-format", "concise")
    assert done.code == 3
    assert "all.jsonl:2:1: AV004" in done.text
    for words in ("line 3: schema_version: 1.7 is newer", "line 4: the file is empty", "line 5: no valid JSON", "line 6: no record"):
        assert f"all.jsonl: {words}" in done.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"schema_version": "1.0", "source"', "no valid JSON: EOF while parsing an object at line 1"),
        ('{"schema_version": "2.0"}', "schema_version: 2.0 is newer than 1.0"),
        ("3", "no record: a record is a JSON object"),
        ("[" * 100_000, "no valid JSON"),
        ("", "the file is empty"),
    ],
)
def test_record_that_cannot_be_read(run: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a.json").write_text(text)
    done = run("validate", tmp_path / "a.json")
    assert done.code == 3
    assert f"a.json: {words}" in done.err


def test_missing_records(run: Run) -> None:
    for name in ("none.json", "none.jsonl"):
        done = run("validate", name)
        assert (done.code, f"{name}: no such file" in done.err) == (3, True)


def test_record_that_does_not_fit_is_never_passed_in_silence(run: Run, record: Path) -> None:
    edit(record, lambda value: value.pop("draft"))
    assert run("validate", record, "--ignore", "AV001").code == 3


def test_records_on_standard_input(run: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    value = json.loads(record.read_text())
    one = json.dumps(value | {"draft": True})
    for given in (one, f"[{one}]", f"{one}\n{one}\n"):
        done = run("validate", "-", "--select", "AV004", "--output-format", "concise", stdin=given.encode())
        assert (done.code, "/draft" in done.text) == (1, True)


def test_side_car_of_the_text_holds_for_its_record(run: Run, record: Path, tmp_path: Path) -> None:
    title = AGREEMENT.partition("\n")[0]
    entry = f'[[suppress]]\nrule = "AV203"\nquote = "{title}"\nreason = "as agreed"\n'
    (tmp_path / "a.avtale.toml").write_text(entry, encoding="utf-8")
    for path in (record, tmp_path / "a.txt"):
        done = run("validate", path, "--select", "AV203,AV005")
        assert (done.code, done.err) == (0, "no findings in 1 file, 1 suppressed\n")
