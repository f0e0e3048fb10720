"""`avtale score`: what it prints, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import AGREEMENT, COMMAND, Run

GOLD = {
    "language": {"code": "nb"},
    "title": {"text": "Avtale om politiråd mellom Stange kommune og Innlandet politidistrikt"},
    "signed": {"date": "2021-03-12", "place": "Stange"},
    "contacts": [],
}
SPOILT = {**GOLD, "signed": {"date": "2021-03-13", "place": "Stange"}, "contacts": [{"type": "phone", "value": "112"}]}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an agreement whose gold it meets and one whose gold it does not, where the command is run."""
    monkeypatch.chdir(tmp_path)
    for name, record in (("a", GOLD), ("b", SPOILT)):
        write(tmp_path / "gold" / name, record)
    return Path("gold")


def write(stem: Path, record: Any, text: str = AGREEMENT) -> None:
    stem.parent.mkdir(exist_ok=True)
    stem.with_suffix(".txt").write_text(text, encoding="utf-8")
    stem.with_suffix(".expected.json").write_text(json.dumps(record), encoding="utf-8")


def rows(text: str) -> dict[str, list[str]]:
    """The lines of a table by their first words."""
    return {line.split("  ")[0]: line.split()[-8:] for line in text.splitlines() if line}


def test_figures_by_field_language_and_document(run: Run, gold: Path) -> None:
    done = run("score", gold)
    assert (done.code, done.err) == (0, "")
    table = rows(done.text)
    assert table["field"] == ["support", "precision", "recall", "F1", "missed", "extra", "exact", "soft"]
    assert table["signed"] == ["4", "0.750", "0.750", "0.750", "1", "1", "1.000", "1.000"]
    assert table["contacts"] == ["1", "1.000", "0.000", "0.000", "1", "0", "-", "-"]
    assert table["all"] == ["9", "0.875", "0.778", "0.824", "2", "1", "1.000", "1.000"]
    assert table["nb (1 of 2 right)"] == table["all"]
    assert table["gold/a.expected.json"] == ["4", "1.000", "1.000", "1.000", "0", "0", "1.000", "1.000"]
    assert "2 documents, 1 entirely right (0.500), 0 failed\n" in done.text
    assert " 0 off, 0 entries without\n" in done.text


def test_every_miss(run: Run, gold: Path) -> None:
    done = run("score", "-v", gold)
    assert done.text.splitlines()[:3] == [
        "gold/b.expected.json",
        '    signed.date: "2021-03-13" expected, "2021-03-12" got',
        '    contacts[phone]: {"type": "phone", "value": "112"} expected, nothing got',
    ]


def test_totals_alone_name_no_document_and_no_field(run: Run, gold: Path) -> None:
    text = run("score", "-q", gold).text
    assert rows(text)["all"][3] == "0.824"
    assert "gold" not in text
    assert "signed" not in text
    assert run("score", "-q", gold, "--format", "json").text.count("gold") == 0


def test_json(run: Run, gold: Path) -> None:
    dumped = json.loads(run("score", gold, "--format", "json").out)
    assert [*dumped] == [
        *("score_version", "documents", "failed", "right", "share_right", "total", "evidence"),
        *("fields", "languages", "by_document"),
    ]
    assert (dumped["documents"], dumped["right"], dumped["failed"]) == (2, 1, 0)
    assert {name: dumped["total"][name] for name in ("support", "hit", "missed", "extra", "f1")} == {
        "support": 9,
        "hit": 7,
        "missed": 2,
        "extra": 1,
        "f1": 0.8235,
    }
    assert dumped["languages"]["nb"]["documents"] == 2
    assert [(one["gold"], one["right"]) for one in dumped["by_document"]] == [("gold/a.expected.json", True), ("gold/b.expected.json", False)]
    assert dumped["by_document"][1]["misses"][0] == {"where": "signed.date", "expected": "2021-03-13", "got": "2021-03-12"}


@pytest.mark.parametrize(("floor", "code"), [("0.8", 0), ("0.83", 1), ("1", 1)])
def test_floor(run: Run, gold: Path, floor: str, code: int) -> None:
    done = run("score", gold, "--fail-under", floor)
    assert done.code == code
    assert "all" in rows(done.text)


# -- Records that were made before


def test_records_in_a_file_and_in_a_folder(run: Run, gold: Path) -> None:
    fresh = run("score", gold).text
    run("parse", gold, "-o", "records.jsonl")
    run("parse", gold, "--format", "json", "-o", "records.json")
    run("parse", gold, "-o", "records/")
    for made in ("records.jsonl", "records.json", "records"):
        done = run("score", gold, "--records", made)
        assert (done.code, done.text, done.err) == (0, fresh, "")


def test_records_of_the_same_names_elsewhere(run: Run, gold: Path) -> None:
    """The name tells whose a record is where the path does not."""
    fresh = run("score", gold).text
    gold.rename("elsewhere")
    run("parse", "elsewhere", "-o", "records.jsonl")
    Path("elsewhere").rename(gold)
    assert run("score", gold, "--records", "records.jsonl").text == fresh


def test_record_that_is_not_given_misses_everything(run: Run, gold: Path) -> None:
    run("parse", gold / "a.txt", "-o", "records.json")
    done = run("score", gold, "--records", "records.json")
    assert (done.code, done.err) == (3, "avtale: gold/b.expected.json: no record of it is given\n")
    assert rows(done.text)["gold/b.expected.json"][2] == "0.000"
    assert "1 failed" in done.text


def test_record_that_is_an_error_line(run: Run, gold: Path) -> None:
    Path("records.jsonl").write_text('{"source": {"path": "gold/a.txt"}, "error": {"code": "empty", "message": "the file is empty"}}\n', encoding="utf-8")
    done = run("score", gold / "a.expected.json", "--records", "records.jsonl")
    assert (done.code, done.err) == (3, "avtale: gold/a.expected.json: the file is empty\n")


# -- Gains and losses


@pytest.fixture
def earlier(run: Run, gold: Path) -> Path:
    """The score before the gold was set right for one document and spoilt for the other."""
    Path("old.json").write_bytes(run("score", gold, "--format", "json").out)
    write(gold / "a", {**GOLD, "contacts": [{"type": "phone", "value": "113"}]})
    write(gold / "b", {**SPOILT, "signed": GOLD["signed"]})
    return Path("old.json")


def test_what_was_gained_and_lost(run: Run, gold: Path, earlier: Path) -> None:
    done = run("score", gold, "--compare", earlier)
    assert (done.code, done.err) == (0, "")
    assert done.text.splitlines()[:2] == [
        "- gold/a.expected.json  contacts  1.0000 → 0.0000  (0 gained, 1 lost)",
        "+ gold/b.expected.json  signed  0.5000 → 1.0000  (1 gained, 0 lost)",
    ]
    assert "1 gained, 1 lost in 2 documents; entirely right 1 → 0\n" in done.text
    lost = '    lost contacts[phone]: {"type": "phone", "value": "113"} expected, nothing got'
    assert run("score", gold, "--compare", earlier, "-v").text.splitlines()[1] == lost
    assert "gold" not in run("score", gold, "--compare", earlier, "-q").text


def test_changes_as_json(run: Run, gold: Path, earlier: Path) -> None:
    changed = json.loads(run("score", gold, "--compare", earlier, "--format", "json").out)
    assert [(one["gold"], one["field"], len(one["gained"]), len(one["lost"])) for one in changed["changes"]] == [
        ("gold/a.expected.json", "contacts", 0, 1),
        ("gold/b.expected.json", "signed", 1, 0),
    ]
    assert [*changed["fields"]] == ["contacts", "signed"]


def test_nothing_changed(run: Run, gold: Path) -> None:
    Path("old.json").write_bytes(run("score", gold, "--format", "json").out)
    done = run("score", gold, "--compare", "old.json")
    assert (done.code, "0 gained, 0 lost in 2 documents" in done.text) == (0, True)


def test_documents_that_only_one_score_has(run: Run, gold: Path) -> None:
    Path("old.json").write_bytes(run("score", gold / "a.expected.json", "--format", "json").out)
    done = run("score", gold / "b.expected.json", "--compare", "old.json")
    assert "only before: gold/a.expected.json\nonly now: gold/b.expected.json\n" in done.text


def test_loss_with_a_floor(run: Run, gold: Path, earlier: Path) -> None:
    assert run("score", gold, "--compare", earlier, "--fail-under", "0.99").code == 1


# -- Bad input


def test_gold_that_cannot_be_used_stops_nothing(run: Run, gold: Path) -> None:
    for name, content in (("c", b"{"), ("d", b"[]"), ("e", b'{"dates": [{}, 1]}'), ("f", b'{"kinds": [1]}'), ("g", b"\xff")):
        write(gold / name, None)
        (gold / f"{name}.expected.json").write_bytes(content)
    (gold / "h.expected.json").write_text("{}", encoding="utf-8")
    write(gold / "i", GOLD, text="")
    done = run("score", gold)
    assert done.code == 3
    assert [line.split(".")[0] for line in done.err.splitlines()] == [f"avtale: gold/{name}" for name in "cdefghi"]
    assert "3 documents, 1 entirely right (0.333), 1 failed" in done.text


def test_gold_that_is_no_file_is_not_waited_for(gold: Path) -> None:
    os.mkfifo(gold / "c.expected.json")
    done = subprocess.run([*COMMAND, "score", gold], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (3, "avtale: gold/c.expected.json: not a regular file\n")


def test_limits_are_those_of_parse(run: Run, gold: Path) -> None:
    done = run("score", gold, "--max-size", "10")
    assert done.code == 3
    assert "more than the 10 that are read" in done.err


@pytest.mark.parametrize("path", ["no/such.expected.json", "gold/a.txt", "."])
def test_no_gold(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gold").mkdir()
    Path("gold/a.txt").write_text(AGREEMENT, encoding="utf-8")
    done = run("score", path)
    assert (done.code, done.out, done.err.count("\n")) == (3, b"", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-v", "-q"],
        ["--fail-under", "97"],
        ["--records", "none.jsonl"],
        ["--compare", "none.json"],
        ["--compare", "gold/a.expected.json"],
        ["--records", "gold/a.txt"],
    ],
)
def test_wrong_usage(run: Run, gold: Path, arguments: list[str]) -> None:
    done = run("score", *([gold] if arguments else []), *arguments)
    assert (done.code, done.out) == (2, b"")
    assert done.err


def test_fault_of_the_program(run: Run, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr("avtale.scoring.run._parse", broken)
    done = run("score", gold, "--jobs", "1")
    assert done.code == 2
    assert "RuntimeError: broken" in done.err
