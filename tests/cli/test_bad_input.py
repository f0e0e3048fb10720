"""Input that is no text, no agreement, or not there: each costs its own record and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import resource
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path
from typing import Any

import click
import pytest

import avtale
from avtale.cli.main import group
from avtale.output import parts
from avtale.output.formats import names
from avtale.reading import Limits
from tests.cli.conftest import AGREEMENT, COMMAND, Run, start
from tests.cli.test_progress import on_terminal
from tests.hostile_files import pdf, zipped

COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal takes for commands, line ends excepted."""
BAD = {
    "empty": b"",
    "blank": b" \r\n\t\n\xef\xbb\xbf",
    "binary": b"%PDF-1.4\n\x00\x01\x02\xff",
    "undecodable": "Avtale på bokmål frå år".encode() + b"\xff\xfe\xe5",
    "half_utf16": b"\xff\xfeA\x00v",
}
CODES = {"empty": "empty", "blank": "empty", "binary": "damaged", "undecodable": "undecodable", "half_utf16": "undecodable"}


@pytest.mark.parametrize("name", BAD)
def test_file_that_gives_no_text(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes(BAD[name])
    for command in ("parse", "text"):
        done = run(command, path)
        assert (done.code, done.out) == (3, b"")
        assert done.err.startswith(f"avtale: {path}: ")
        assert done.err.count("\n") == 1
    line = json.loads(run("parse", path, "--format", "jsonl").out)
    assert line["source"] == {"path": str(path), "sha256": hashlib.sha256(BAD[name]).hexdigest()}
    assert line["parser_version"] == avtale.__version__
    assert line["error"]["code"] == CODES[name]
    assert line["error"]["message"]


@pytest.mark.parametrize("command", ["parse", "text"])
def test_missing_file(run: Run, command: str) -> None:
    done = run(command, "no/such.txt")
    assert (done.code, done.out, done.err) == (3, b"", "avtale: no/such.txt: no such file\n")


def test_one_bad_file_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").symlink_to("nowhere")
    (tmp_path / "d.txt").write_text(AGREEMENT, encoding="utf-8")
    done = run("parse", tmp_path)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 3
    assert [line.get("error", {}).get("code") for line in lines] == [None, "binary", "missing", None]
    assert done.err.count("\n") == 2
    array = run("parse", tmp_path, "--format", "json")
    assert (array.code, len(json.loads(array.out))) == (3, 2)


def test_output_folder_gets_what_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"\0")
    assert run("parse", tmp_path / "in", "-o", f"{tmp_path}/out/").code == 3
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt.json"]


def test_older_output_stays_when_there_is_nothing_new(run: Run, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("old", encoding="utf-8")
    assert run("parse", tmp_path / "missing.txt", "-o", tmp_path / "record.json").code == 3
    assert (tmp_path / "record.json").read_text(encoding="utf-8") == "old"


def test_output_that_cannot_be_written(run: Run, agreement: Path, tmp_path: Path) -> None:
    for target in (f"{tmp_path}/no/record.json", f"{agreement}/"):
        done = run("parse", agreement, "-o", target)
        assert (done.code, done.out) == (2, b"")
        assert "cannot be written" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [("parse", "{}"), ("parse", "{}", "{}", "--jobs", "2"), ("text", "{}"), ("validate", "{}"), ("schema",)], ids=" ".join)
def test_full_disk_behind_standard_output(agreement: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full, start(*(each.format(agreement) for each in arguments), stdout=full) as process:
        _, err = process.communicate()
    assert (process.returncode, err) == (2, b"avtale: standard output: No space left on device\n")


def allow(size: int) -> None:
    """Let this process write files of so many bytes: to the program the disk is full after them, in the middle of a line."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_full_disk_keeps_the_lines_that_were_written(run: Run, tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "records.jsonl"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(AGREEMENT, encoding="utf-8")
    output.write_text("old", encoding="utf-8")
    space = int(len(run("parse", folder).out) * 0.8)
    done = subprocess.run([*COMMAND, "parse", folder, "-o", output], capture_output=True, check=False, preexec_fn=partial(allow, space))
    [part] = parts(output)
    assert (done.returncode, output.read_text(encoding="utf-8")) == (2, "old")
    assert [Path(json.loads(line)["source"]["path"]).name for line in part.read_bytes().splitlines()[:2]] == ["a.txt", "b.txt"]
    assert f"what was done is in {part}" in done.stderr.decode()
    assert done.stderr.decode().startswith(f"Error: {output}: cannot be written: File too large; ")
    assert done.stderr.count(b"\n") == 1
    assert run("parse", folder, "-o", output, "--resume").code == 0
    assert output.read_bytes() == run("parse", folder).out


def test_full_disk_keeps_the_files_that_were_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    addresses = "".join(f"post{number}@example.no\n" for number in range(100))
    for name, text in (("a", AGREEMENT), ("b", AGREEMENT + addresses)):
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    space = len(run("parse", tmp_path / "in" / "a.txt", "--format", "jsonl").out)
    done = subprocess.run([*COMMAND, "parse", "in", "-o", "out/"], cwd=tmp_path, capture_output=True, check=False, preexec_fn=partial(allow, space))
    assert (done.returncode, done.stderr.decode()) == (2, "Error: out/b.txt.json: cannot be written: File too large\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt.json"]


@pytest.mark.parametrize("command", ["parse", "validate"])
def test_input_that_vanishes_during_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(AGREEMENT, encoding="utf-8")
    decode = avtale.reading.files.decode

    def after_which_one_is_gone(*given: Any) -> Any:
        (tmp_path / "b.txt").unlink(missing_ok=True)
        return decode(*given)

    monkeypatch.setattr("avtale.reading.files.decode", after_which_one_is_gone)
    done = run(command, tmp_path, *(["-q"] if command == "validate" else []))
    assert (done.code, done.err) == (3, f"avtale: {tmp_path}/b.txt: no such file\n")
    assert b"a.txt" in done.out
    assert b"c.txt" in done.out


def test_input_that_changes_during_the_run_is_read_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    read = Path.read_bytes

    def and_change(file: Path) -> bytes:
        data = read(file)
        file.write_text("noko anna", encoding="utf-8")
        return data

    monkeypatch.setattr(Path, "read_bytes", and_change)
    record = json.loads(run("parse", path).out)
    assert record["source"]["sha256"] == hashlib.sha256(AGREEMENT.encode()).hexdigest()
    assert record["document_type"] == "agreement"


def test_folder_that_vanishes_during_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    for name in "ab":
        (tmp_path / "in" / f"{name}.txt").write_text(AGREEMENT, encoding="utf-8")
    decode = avtale.reading.files.decode

    def after_which_all_is_gone(*given: Any) -> Any:
        shutil.rmtree(tmp_path / "in", ignore_errors=True)
        return decode(*given)

    monkeypatch.setattr("avtale.reading.files.decode", after_which_all_is_gone)
    done = run("validate", tmp_path / "in", "-q")
    assert (done.code, done.err) == (3, f"avtale: {tmp_path}/in/b.txt: no such file\n")


def test_inputs_whose_records_would_have_one_name(run: Run, agreement: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / agreement.name
    other.parent.mkdir()
    other.write_bytes(agreement.read_bytes())
    done = run("parse", agreement, other, "-o", f"{tmp_path}/out/")
    assert done.code == 2
    assert "both" in done.err
    assert not (tmp_path / "out").exists()


def test_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"ftyp")
    done = run("parse", tmp_path)
    assert (done.code, done.out) == (3, b"")
    assert "no files to parse" in done.err


def test_empty_standard_input(run: Run) -> None:
    done = run("parse", "-")
    assert (done.code, done.err) == (3, "avtale: -: the file is empty\n")


def test_file_that_is_too_large(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    done = run("parse", path)
    assert (done.code, done.out) == (3, b"")
    assert str(Limits().size) in done.err
    assert run("parse", "-", stdin=b"a" * (Limits().size + 1)).code == 3


def test_file_that_may_not_be_read(run: Run, agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    done = run("parse", agreement)
    assert (done.code, done.err) == (3, f"avtale: {agreement}: Permission denied\n")


def test_folder_that_may_not_be_read(run: Run, agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = agreement.parent / "closed"
    closed.mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    done = run("parse", agreement.parent)
    assert done.code == 3
    assert len(done.out.splitlines()) == 2
    assert str(closed) in done.err


def test_pipe_in_a_folder_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    done = run("parse", tmp_path)
    assert (done.code, json.loads(done.out)["error"]["code"]) == (3, "not_a_file")


def test_path_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"avtale-\xe5.txt")
    try:
        (tmp_path / name).write_text(AGREEMENT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system has no such names")
    with start("parse", name, cwd=tmp_path) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert json.loads(out)["source"]["path"] == "avtale-\\xe5.txt"
    with start("parse", os.fsdecode(b"missing-\xe5.txt"), cwd=tmp_path) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (3, b"avtale: missing-\\xe5.txt: no such file\n")


def test_path_with_control_characters_cannot_forge_a_line(run: Run) -> None:
    assert run("parse", "a\nb\x1b[31m.txt").err == "avtale: a\\x0ab\\x1b[31m.txt: no such file\n"


@pytest.mark.parametrize(
    "text",
    [
        "Kjøp melk, brød og kaffe.",
        "Rundstykker\n\n4 dl mel\n2 egg\n\nStekes i 20 minutter på 200 grader.",
        "Kommunen har fått ny hjemmeside. Politiet minner om refleks.",
        "x",
        "12.03.2020",
        "?",
    ],
)
def test_text_that_is_no_agreement(text: str) -> None:
    record = avtale.parse(text)
    assert record.document_type == "other"
    assert (record.kinds, record.parties, record.signatories, record.signed, record.bodies) == ((), (), (), None, ())


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\ufeff", "\u0301", "🙂"])
def test_text_of_nothing(text: str) -> None:
    assert avtale.parse(text).document_type == "other"


def test_lone_surrogates_are_read_and_quoted_as_unknown_characters() -> None:
    text = AGREEMENT.replace("Politirådet skal", "Politi\udcc5rådet skal").replace("Formål", "Formål\ud83d")
    record = avtale.parse(text)
    record.model_dump_json()
    assert record.sections[0].heading == "Formål\ufffd"
    [dated] = record.dates
    assert dated.date == "2021-03-12"
    assert [text[span.start : span.end] for span in dated.evidence] == ["12. mars 2021"]


def test_phrase_with_lone_surrogates(run: Run) -> None:
    done = run("normalize", "date", "den 12. mars 2021\udce5")
    assert (done.code, json.loads(done.out)[0]["date"]) == (0, "2021-03-12")


def test_bytes_that_are_no_text_are_an_error_of_their_own_kind() -> None:
    with pytest.raises(avtale.ReadingError) as raised:
        avtale.parse_bytes(b"\x00\x01")
    assert raised.value.code == "binary"
    with pytest.raises(avtale.ReadingError, match="no such file"):
        avtale.parse_file("no/such.txt")


@pytest.mark.parametrize(
    ("option", "name", "code"),
    [
        (("--max-size", "1K"), "large.txt", "too_large"),
        (("--max-pages", "2"), "pages.pdf", "too_many_pages"),
        (("--max-unpacked", "8M"), "zipped.docx", "unpacks_too_large"),
        (("--max-ratio", "10"), "zipped.docx", "ratio_too_large"),
        (("--max-depth", "10"), "deep.html", "too_deep"),
        (("--timeout", "0.000001"), "large.txt", "timeout"),
    ],
)
def test_each_limit_has_an_option_and_an_error(run: Run, tmp_path: Path, option: tuple[str, str], name: str, code: str) -> None:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    (tmp_path / "large.txt").write_text(AGREEMENT * 100, encoding="utf-8")
    (tmp_path / "pages.pdf").write_bytes(pdf("<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>", page, page, page))
    (tmp_path / "zipped.docx").write_bytes(zipped({"word/document.xml": noise(9 << 20)}))
    (tmp_path / "deep.html").write_text("<html>" + "<div>" * 20 + "Avtale", encoding="utf-8")
    done = run("parse", tmp_path / name, "--format", "jsonl", *option)
    assert (done.code, json.loads(done.out)["error"]["code"]) == (3, code)
    assert json.loads(run("parse", tmp_path / name, "--format", "jsonl").out).get("error", {}).get("code") != code


def noise(size: int) -> bytes:
    """Bytes that a zip archive packs to about a thirtieth."""
    return random.Random(1).randbytes(size // 30) + bytes(size)


def test_memory_that_does_not_suffice(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtale.reading.apart._LOCAL", threading.local())  # a process that read other files may have memory to spare
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": noise(9 << 20)}))
    done = run("parse", tmp_path / "a.docx", "--format", "jsonl", "--max-memory", "16M")
    assert done.code == 3
    assert json.loads(done.out)["error"]["code"] in ("memory", "crashed")


@pytest.mark.parametrize("size", ["", "x", "1T", "-1", "1.5M", "M"])
def test_size_that_is_none(run: Run, agreement: Path, size: str) -> None:
    assert run("parse", agreement, "--max-size", size).code == 2


@pytest.mark.parametrize("option", [*(f"--timeout={seconds}" for seconds in ("", "0", "-1", "nan", "inf", "1e9", "x")), "--max-depth=0", "--max-depth=251"])
def test_limit_that_is_none(run: Run, agreement: Path, option: str) -> None:
    done = run("parse", agreement, option)
    assert (done.code, done.out) == (2, b"")
    assert "Usage:" in done.err


def test_more_memory_than_there_can_be_is_no_limit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>Avtale", encoding="utf-8")
    assert run("parse", tmp_path / "a.html", "--max-memory", "99999999999G").code == 0


def test_escapes_in_a_name_or_a_text_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "a\x1b[2J\u202egp.txt"
    (tmp_path / name).write_text(AGREEMENT.replace("Stange k", "Stange \x1b[2J\x9b2J\x7fk"), encoding="utf-8")
    (tmp_path / f"b{name}").write_bytes(b"\0")
    done = run("parse", tmp_path)
    assert done.code == 3
    assert not COMMANDS.findall(done.text + done.err)
    assert "\u202e" not in done.err
    assert "Stange \x1b[2J\x9b2J\x7fkommune" in json.loads(done.text.splitlines()[0])["title"]["evidence"][0]["quote"]


@pytest.mark.parametrize("layout", names())
def test_escapes_do_not_reach_the_terminal_in_findings(run: Run, tmp_path: Path, layout: str) -> None:
    (tmp_path / "a\x9bb.txt").write_text(AGREEMENT.replace("12. mars 2021", "__\x9b2J\x1b[2J__"), encoding="utf-8")
    done = run("validate", tmp_path, "--output-format", layout)
    assert done.code == 1
    assert not COMMANDS.findall(done.text + done.err)


def test_text_is_shown_on_a_terminal_without_its_escapes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Avtale\x1b[2J\x9bom\r\n\tpolitiråd\n".encode())
    assert on_terminal("text", tmp_path / "a.txt", printed=True).drawn.replace("\r\n", "\n") == "Avtale\\x1b[2J\\x9bom\n\tpolitiråd\n"


@pytest.mark.parametrize("arguments", [("text", "a.txt"), ("parse", "--jobs"), ("schema",), ("normalize",)], ids=" ".join)
def test_wrong_usage_is_told_without_escapes(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "b\x1b[2J\x9b")
    assert done.code == 2
    assert not COMMANDS.findall(done.err)


@pytest.mark.parametrize("command", ["parse", "text", "validate", "score"])
def test_commands_that_read_have_an_option_for_each_limit(command: str) -> None:
    found = group.get_command(click.Context(group), command)
    assert found is not None
    assert {parameter.name for parameter in found.params} >= set(Limits.__slots__)


@pytest.mark.parametrize("arguments", [["rule"], ["register"], ["validate", "a.txt", "--select"]], ids=lambda arguments: arguments[0])
def test_words_that_are_not_known_are_told_without_escapes(run: Run, arguments: list[str]) -> None:
    done = run(*arguments, "\x1b]0;x\x07y\x9b")
    assert "\\x1b]0;x\\x07y\\x9b" in done.err
    assert not COMMANDS.findall(done.text + done.err)
