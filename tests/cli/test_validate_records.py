"""Records under `avtale validate`: those that cannot be read, and those that someone edited."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import AGREEMENT, Run

Edit = Callable[[dict[str, Any]], object]
NYNORSK = """Avtale om politiråd mellom Stange kommune og Innlandet politidistrikt

1. Føremål

Politirådet skal førebyggje kriminalitet.

2. Møte

Politirådet har 4 møte i året. Ordføraren leier møta.

Stange, 12. mars 2021
"""


@pytest.fixture(params=[AGREEMENT, NYNORSK], ids=["nb", "nn"])
def record(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A record beside the agreement that it was made from."""
    (tmp_path / "a.txt").write_text(request.param, encoding="utf-8")
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
        (lambda value: value["title"].update(evidence=value["signed"]["evidence"]), "AV004", "at /title/evidence, but"),
        (lambda value: value["title"].update(evidence=[]), "AV004", "[] at /title/evidence, but"),
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


def test_record_without_evidence_is_held_against_the_values_of_its_text(run: Run, record: Path, tmp_path: Path) -> None:
    record.write_bytes(run("parse", tmp_path / "a.txt", "--no-evidence").out)
    assert run("validate", record, "--select", "AV0").code == 0
    edit(record, lambda value: value["signed"].update(date="2021-03-13"))
    assert "AV004" in run("validate", record, "--select", "AV0", "--output-format", "concise").text


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (lambda value: value.update(draft=True), "AV004", '"draft": true'),
        (lambda value: value["signed"]["evidence"][0].update(quote="Lov"), "AV003", '"quote": "Lov"'),
        (lambda value: value["source"].update(sha256="0" * 64), "AV002", f'"sha256": "{"0" * 64}"'),
        (lambda value: value["bodies"][0].update(type="klubb"), "AV001", '"type": "klubb"'),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_edit_is_shown_where_it_stands(run: Run, record: Path, change: Edit, code: str, words: str, indent: int | None) -> None:
    edit(record, change)
    value = json.loads(record.read_text())
    for text in (json.dumps(value, indent=indent), json.dumps([value], indent=indent)):
        record.write_text(text)
        before, _, _ = text.partition(words)
        at = len(before) + words.index(": ") + 2
        [found] = [each for each in json.loads(run("validate", record, "--select", code, "--output-format", "json").out) if each["code"] == code]
        assert (found["line"], found["column"]) == (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        assert found["end_column"] == found["column"] + len(words) - words.index(": ") - 2


def test_what_is_missing_is_shown_where_it_would_stand(run: Run, record: Path) -> None:
    edit(record, lambda value: value.pop("draft"))
    assert "a.json:1:1: AV001" in run("validate", record, "--output-format", "concise").text


def test_text_that_was_changed_afterwards(run: Run, record: Path, tmp_path: Path) -> None:
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text.replace("har 4", "har 5"), encoding="utf-8")
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
    rows = [*map(json.dumps, lines), '{"source": ', "[1]"]
    path.write_text("\n".join(rows) + "\n")
    done = run("validate", path, "--select", "AV0", "--output-format", "concise")
    assert done.code == 3
    column = rows[1].index('"draft": true') + len('"draft": ') + 1
    assert f"all.jsonl:2:{column}: AV004" in done.text
    for words in ("line 3: schema_version: 1.7 is newer", "line 4: the file is empty", "line 5: no valid JSON", "line 6: no record"):
        assert f"all.jsonl: {words}" in done.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"schema_version": "1.0", "source"', "no valid JSON: EOF while parsing an object at line 1"),
        ('{\n  "source": {},\n  "schema_version": "2.0"\n}', "line 3: schema_version: 2.0 is newer than 1.0"),
        ('[{},\n{"schema_version": "1.1"}]', "line 2: schema_version: 1.1 is newer than 1.0"),
        ("3", "line 1: no record: a record is a JSON object"),
        ("[]", "there is no record in the file"),
        ("[" * 100_000, "no valid JSON"),
        ("", "the file is empty"),
    ],
)
def test_record_that_cannot_be_read(run: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a.json").write_text(text)
    done = run("validate", tmp_path / "a.json")
    assert done.code == 3
    assert f"a.json: {words}" in done.err


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_lines_without_a_record(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(data)
    done = run("validate", tmp_path / "a.jsonl")
    assert (done.code, "a.jsonl: there is no record in the file" in done.err) == (3, True)


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
