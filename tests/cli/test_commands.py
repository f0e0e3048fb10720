"""The commands: what they print, in which form, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import avtale
from avtale.normalize import KINDS
from avtale.record.schema import json_schema
from tests.cli.conftest import AGREEMENT, COMMAND, Run, start
from tests.documents import ROOT

NOT_FOR_HELP = ("pydantic", "pydantic_core", "avtale.grammar", "avtale.context", "avtale.record", "avtale.vocabulary")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with agreements, deeper folders and files to pass over."""
    for name in ("b.txt", "a.txt", "under/c.TXT", "under/film.mp4", ".hidden.txt", ".git/d.txt", "~$b.txt"):
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(AGREEMENT, encoding="utf-8")
    return tmp_path / "folder"


def paths_of(lines: bytes) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in lines.splitlines()]


# -- parse


def test_one_file_gives_one_pretty_object(run: Run, agreement: Path) -> None:
    done = run("parse", agreement)
    assert (done.code, done.err) == (0, "")
    assert done.text.startswith('{\n  "schema_version": "1.0",\n  "source": {\n')
    assert done.text.endswith("\n}\n")
    assert json.loads(done.out)["source"]["path"] == str(agreement)


def test_command_prints_what_the_model_dumps(run: Run, agreement: Path) -> None:
    assert run("parse", agreement).text == avtale.parse_file(agreement).model_dump_json(indent=2) + "\n"
    assert run("parse", agreement, "--format", "jsonl").text == avtale.parse_file(agreement).model_dump_json() + "\n"


def test_folder_gives_a_record_a_line_in_order_of_path(run: Run, folder: Path) -> None:
    done = run("parse", folder)
    assert done.code == 0
    assert paths_of(done.out) == [str(folder / name) for name in ("a.txt", "b.txt", "under/c.TXT")]
    assert done.err == "passed over in folders: 4 (2 hidden, 1 lock file, 1 of an unsupported kind)\n"


@pytest.mark.parametrize(("command", "lines"), [("parse", 2), ("validate", 3)])
def test_what_was_passed_over_is_counted_in_the_end(run: Run, folder: Path, command: str, lines: int) -> None:
    (folder / "d.txt").write_bytes(b"\0")
    told = run(command, folder).err.splitlines()
    assert len(told) == lines
    assert told[-1] == "passed over in folders: 4 (2 hidden, 1 lock file, 1 of an unsupported kind)"


def test_several_paths_come_in_order_of_path_too(run: Run, folder: Path, agreement: Path) -> None:
    done = run("parse", folder / "b.txt", agreement, folder / "a.txt", folder / "under")
    assert paths_of(done.out) == sorted(map(str, (agreement, folder / "a.txt", folder / "b.txt", folder / "under/c.TXT")))


def test_several_files_as_one_array(run: Run, folder: Path) -> None:
    done = run("parse", folder / "a.txt", folder / "b.txt", "--format", "json")
    assert [record["source"]["path"] for record in json.loads(done.out)] == [str(folder / "a.txt"), str(folder / "b.txt")]


def test_standard_input(run: Run, agreement: Path) -> None:
    done = run("parse", "-", stdin=AGREEMENT.encode("cp1252"))
    record = json.loads(done.out)
    assert (done.code, record["source"]["path"], record["source"]["encoding"]) == (0, "-", "cp1252")
    assert record["parties"] == json.loads(run("parse", agreement).out)["parties"] != []


def test_standard_input_among_files_for_several_processes(agreement: Path) -> None:
    done = subprocess.run([*COMMAND, "parse", "-", str(agreement), "--jobs", "2"], input=AGREEMENT.encode(), capture_output=True, check=True)
    assert paths_of(done.stdout) == ["-", str(agreement)]


def test_processes_change_nothing(run: Run, folder: Path) -> None:
    assert run("parse", folder, "--jobs", "2").out == run("parse", folder, "--jobs", "1").out


def test_without_evidence(run: Run, agreement: Path) -> None:
    with_evidence, without = (json.loads(run("parse", agreement, option).out) for option in ("--evidence", "--no-evidence"))
    assert "evidence" in json.dumps(with_evidence)
    assert without == stripped(with_evidence)


def stripped(value: object) -> object:
    if isinstance(value, dict):
        return {key: stripped(part) for key, part in value.items() if key != "evidence"}
    return [stripped(part) for part in value] if isinstance(value, list) else value


def test_output_file(run: Run, agreement: Path, tmp_path: Path) -> None:
    target = tmp_path / "record.json"
    target.write_text("old", encoding="utf-8")
    done = run("parse", agreement, "-o", target)
    assert (done.code, done.out) == (0, b"")
    assert target.read_bytes() == run("parse", agreement).out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["avtale.txt", "record.json"]


def test_output_file_of_several_records(run: Run, folder: Path, tmp_path: Path) -> None:
    run("parse", folder, "--output", tmp_path / "records.jsonl")
    assert len(paths_of((tmp_path / "records.jsonl").read_bytes())) == 3


def test_output_folder_has_a_file_a_record(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "records"
    assert run("parse", folder, "-o", f"{target}/").code == 0
    assert sorted(str(path.relative_to(target)) for path in target.rglob("*.json")) == ["a.txt.json", "b.txt.json", "under/c.TXT.json"]
    assert run("parse", folder / "b.txt", "-o", target).code == 0


def test_output_to_a_link_changes_what_it_points_to(run: Run, agreement: Path, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "record.json")
    run("parse", agreement, "-o", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "record.json").read_bytes() == run("parse", agreement).out


def test_output_to_a_pipe_is_written_to_it(agreement: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with start("parse", agreement, "-o", pipe) as process:
        assert json.loads(pipe.read_bytes())["document_type"] == "agreement"
        assert process.wait(30) == 0
    assert pipe.is_fifo()


# -- text, normalize, schema


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_the_document_text_byte_for_byte(run: Run, tmp_path: Path, codec: str) -> None:
    text = "Råd\r\n\tom\u00a0avtala \n\n"
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    done = run("text", tmp_path / "a.txt")
    assert (done.code, done.out) == (0, text.encode("utf-8"))


def test_text_of_standard_input(run: Run) -> None:
    assert run("text", "-", stdin=b"R\xe5d").out == "Råd".encode()


def test_normalize_gives_a_line_for_each_text(run: Run) -> None:
    done = run("normalize", "date", "25.09.2018", "ingen dato")
    assert done.code == 0
    assert done.text == '[{"date":"2018-09-25","text":"25.09.2018","start":0,"end":10}]\n[]\n'


@pytest.mark.parametrize("lines", [b"1. mai 2020\n\nrett\n", b"1. mai 2020\r\n\r\nrett", b"\xef\xbb\xbf1. mai 2020\n\nrett"])
def test_normalize_gives_a_line_for_each_line_of_standard_input(run: Run, lines: bytes) -> None:
    done = run("normalize", "date", stdin=lines)
    assert [[value["date"] for value in json.loads(line)] for line in done.out.splitlines()] == [["2020-05-01"], [], []]


def test_normalize_of_nothing_is_nothing(run: Run) -> None:
    assert run("normalize", "date") == (0, b"", "")


@pytest.mark.parametrize("kind", KINDS)
def test_normalize_places_values_in_the_phrase(run: Run, kind: str) -> None:
    phrase = "Stange kommune ved ordføreren, tlf. 62 56 20 00, tirsdag kl. 09-15, fire ganger i året, fra 1. mai 2020, senest 1 uke før"
    values = json.loads(run("normalize", kind, phrase).out)
    assert values
    assert all({"start", "end"} <= value.keys() and 0 <= value["start"] < value["end"] <= len(phrase) for value in values)


def test_kinds_of_the_contract_are_known() -> None:
    assert {"date", "frequency", "hours", "duration", "phone", "role", "party"} <= set(KINDS)


def test_schema_is_printed(run: Run) -> None:
    done = run("schema")
    assert (done.code, json.loads(done.out)) == (0, json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# -- Around the commands


@pytest.mark.parametrize(
    "arguments",
    [(), ("nope",), ("parse",), ("parse", "--nope"), ("parse", "x", "--jobs", "0"), ("parse", "x", "--format", "xml"), ("text",), ("text", "a", "b")],
    ids=" ".join,
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert "Usage: avtale" in done.err


def test_unknown_kind(run: Run) -> None:
    done = run("normalize", "colour", "rød")
    assert done.code == 2
    assert "'colour' is not one of 'date', 'frequency'" in done.err


def test_a_fault_of_the_program_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch, agreement: Path) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("nuts")

    monkeypatch.setattr("avtale.cli.text.read_file", broken)
    done = run("text", agreement)
    assert (done.code, done.err) == (2, "avtale: internal error: RuntimeError: nuts\n")
    monkeypatch.setattr("avtale.pipeline.dumped_record", broken)
    done = run("parse", agreement)
    assert (done.code, done.out, done.err) == (2, b"", f"avtale: {agreement}: RuntimeError: nuts\n")


def with_modules(*arguments: str) -> tuple[str, list[str]]:
    """What a command prints, and the modules that it has imported."""
    code = f"import sys, avtale.cli\nsys.argv[1:] = {arguments!r}\ntry: avtale.cli.main()\nfinally: print('|', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    printed, _, modules = done.stdout.rpartition("|")
    return printed, modules.split()


@pytest.mark.parametrize("option", ["--version", "--help", "-h"])
def test_help_and_version_wait_for_no_parser(option: str) -> None:
    printed, modules = with_modules(option)
    assert avtale.__version__ in printed or "Exit codes" in printed
    assert [name for name in modules if name.startswith(NOT_FOR_HELP)] == []


def test_an_agreement_waits_for_no_models(agreement: Path) -> None:
    printed, modules = with_modules("parse", str(agreement))
    assert json.loads(printed)["document_type"] == "agreement"
    assert {"pydantic", "avtale.record.models"}.isdisjoint(modules)


@pytest.mark.parametrize("arguments", [("parse", "corpus", "-q"), ("parse", "corpus", "-q", "--jobs", "2"), ("schema",)], ids=" ".join)
def test_a_reader_that_has_had_enough_ends_it_quietly(arguments: tuple[str, ...]) -> None:
    with start(*arguments, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_interrupted() -> None:
    with start("parse", "--jobs", "1", "!missing", "-") as process:
        assert process.stdout
        assert process.stderr
        process.stderr.readline()  # it has begun
        time.sleep(0.2)  # and waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert b"Traceback" not in process.stderr.read()


def test_interrupted_with_processes_ends_at_once_with_whole_lines(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").write_text(AGREEMENT, encoding="utf-8")
    with start("parse", tmp_path, "--jobs", "2") as process:
        assert process.stdout
        assert process.stderr
        lines = [process.stdout.readline()]
        process.send_signal(signal.SIGINT)
        lines += process.stdout.readlines()
        assert process.wait(10) == 130
        assert process.stderr.read() == b"\ninterrupted\n"
    assert len(lines) < 2000
    assert all(json.loads(line)["document_type"] == "agreement" for line in lines)


def test_include_and_exclude(run: Run, folder: Path) -> None:
    done = run("parse", folder, "--include", "*.mp4", "--include", "*.txt", "--exclude", "a.*")
    assert paths_of(done.out) == [str(folder / name) for name in ("b.txt", "under/film.mp4")]
    assert done.err == "passed over in folders: 5 (1 excluded, 2 hidden, 1 lock file, 1 not included)\n"
