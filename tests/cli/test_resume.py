"""`avtale parse --resume`: the output is that of a run from the beginning, and only what has to be is parsed."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtale.output import parts
from avtale.reading import Document, read_file
from tests.cli.conftest import AGREEMENT, Run, start

NAMES = [f"{number:02}.txt" for number in range(6)]
BAD = "03.txt"
"""A file of the folder that is no text."""

Parsed = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five agreements, each its own, and a file that is none."""
    (tmp_path / "in").mkdir()
    for name in NAMES:
        (tmp_path / "in" / name).write_text(f"{AGREEMENT}\nSak {name}\n", encoding="utf-8")
    (tmp_path / "in" / BAD).write_bytes(b"\0")
    return tmp_path / "in"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "records.jsonl"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Parsed:
    """The names of the files that were parsed since it was last asked."""
    paths: list[str] = []

    def noted(path: str) -> Document:
        paths.append(Path(path).name)
        return read_file(path)

    def told() -> list[str]:
        names = paths.copy()
        paths.clear()
        return names

    monkeypatch.setattr("avtale.cli.parse.read_file", noted)
    return told


def resumed(run: Run, folder: Path, output: Path, *options: str) -> bytes:
    """The output of a run that goes on, which is what a run from the beginning prints."""
    fresh = run("parse", folder, *(option for option in options if option != "--retry-failed"))
    done = run("parse", folder, "-o", output, "--resume", *options)
    assert (done.code, done.out, done.err) == (fresh.code, b"", fresh.err)
    assert output.read_bytes() == fresh.out
    assert parts(output) == []
    return fresh.out


def test_what_is_in_the_output_is_not_parsed_again(run: Run, folder: Path, output: Path, parsed: Parsed) -> None:
    run("parse", folder, "-o", output)
    assert parsed() == NAMES
    assert run("parse", folder, "-o", output, "--resume").code == 3
    assert parsed() == []
    resumed(run, folder, output)


def test_failures_are_tried_again_when_asked_for(run: Run, folder: Path, output: Path, parsed: Parsed) -> None:
    run("parse", folder, "-o", output)
    parsed()
    run("parse", folder, "-o", output, "--resume", "--retry-failed")
    assert parsed() == [BAD]
    resumed(run, folder, output, "--retry-failed")


def test_new_and_changed_files_are_parsed_and_those_gone_are_dropped(run: Run, folder: Path, output: Path, parsed: Parsed) -> None:
    run("parse", folder, "-o", output)
    parsed()
    (folder / "00a.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "01.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "02.txt").unlink()
    (folder / BAD).write_text(AGREEMENT, encoding="utf-8")
    (folder / "04.txt").touch()
    run("parse", folder, "-o", output, "--resume")
    assert parsed() == ["00a.txt", "01.txt", BAD]
    assert "02.txt" not in resumed(run, folder, output).decode()


def test_records_of_another_parser_are_made_anew(run: Run, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtale.pipeline.__version__", "0.0.9")
    monkeypatch.setattr("avtale.output.records.__version__", "0.0.9")
    run("parse", folder, "-o", output)
    assert {json.loads(line)["parser_version"] for line in output.read_bytes().splitlines()} == {"0.0.9"}
    monkeypatch.undo()
    resumed(run, folder, output)


@pytest.mark.parametrize(("before", "now"), [("--evidence", "--no-evidence"), ("--no-evidence", "--evidence")])
def test_records_with_and_without_evidence_are_not_mixed(run: Run, folder: Path, output: Path, before: str, now: str) -> None:
    run("parse", folder, "-o", output, before)
    resumed(run, folder, output, now)


def test_without_resume_everything_is_parsed(run: Run, folder: Path, output: Path, parsed: Parsed) -> None:
    for _ in range(2):
        run("parse", folder, "-o", output)
        assert parsed() == NAMES


def test_standard_input_and_a_path_given_twice(run: Run, folder: Path, output: Path) -> None:
    inputs = ("-", folder / "00.txt", folder / "00.txt", folder / BAD)
    fresh = run("parse", *inputs, stdin=AGREEMENT.encode()).out
    for _ in range(2):
        run("parse", *inputs, "-o", output, "--resume", stdin=AGREEMENT.encode())
        assert output.read_bytes() == fresh


@pytest.mark.parametrize("left", [b"", b"\n", b"{}\n", b"null\n[]\n", b'{"source": 1}\n', b"\xff\n", b'{"source":{"path":"a","sha256"'])
def test_an_output_that_is_none_of_ours_is_no_help_and_no_harm(run: Run, folder: Path, output: Path, left: bytes) -> None:
    output.write_bytes(left)
    resumed(run, folder, output)


# -- after an interruption


class Interrupted:
    """Parsing that is interrupted at a file."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, path: str) -> Document:
        if Path(path).name == self.name:
            raise KeyboardInterrupt
        return read_file(path)


def lines_of(path: Path) -> Iterator[str]:
    yield from (Path(json.loads(line)["source"]["path"]).name for line in path.read_bytes().splitlines())


def test_an_interrupted_run_leaves_what_was_done_and_the_older_output(run: Run, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.write_text("old", encoding="utf-8")
    monkeypatch.setattr("avtale.cli.parse.read_file", Interrupted("04.txt"))
    done = run("parse", folder, "-o", output)
    [part] = parts(output)
    assert (done.code, output.read_text(encoding="utf-8")) == (130, "old")
    assert f"what was done is in {part}, and --resume goes on from there" in done.err
    assert list(lines_of(part)) == NAMES[:4]
    monkeypatch.undo()


def test_a_run_goes_on_from_where_each_earlier_one_came_to(run: Run, folder: Path, output: Path, parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("02.txt", "05.txt", "01.txt"):
        with monkeypatch.context() as patch:
            patch.setattr("avtale.cli.parse.read_file", Interrupted(name))
            (folder / "01.txt").write_text(f"{AGREEMENT}\nendra før {name}\n", encoding="utf-8")
            run("parse", folder, "-o", output, "--resume")
    run("parse", folder, "-o", output, "--resume")
    assert parsed() == ["01.txt", "05.txt"]
    resumed(run, folder, output)


def test_a_run_that_ends_well_removes_what_interrupted_ones_left(run: Run, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("avtale.cli.parse.read_file", Interrupted("04.txt"))
        run("parse", folder, "-o", output)
    assert run("parse", folder, "-o", output).code == 3
    assert sorted(path.name for path in output.parent.iterdir()) == ["in", "records.jsonl"]


def test_an_interruption_before_anything_was_done_leaves_nothing(run: Run, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtale.cli.parse.read_file", Interrupted("00.txt"))
    assert run("parse", folder, "-o", output).code == 130
    assert list(output.parent.iterdir()) == [folder]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 6000), changed=st.sets(st.sampled_from(NAMES)), gone=st.sets(st.sampled_from(NAMES), max_size=5))
def test_wherever_a_part_was_cut_off_the_result_is_the_same(
    run: Run, folder: Path, output: Path, whole: bytes, cut: int, changed: set[str], gone: set[str]
) -> None:
    output.with_name("records.jsonl.a1b2c3d4.part").write_bytes(whole[: cut * len(whole) // 6000])
    before = {name: (folder / name).read_bytes() for name in NAMES}
    for name in changed:
        (folder / name).write_text(f"{AGREEMENT}\nendra\n", encoding="utf-8")
    for name in gone:
        (folder / name).unlink()
    resumed(run, folder, output)
    for name, data in before.items():
        (folder / name).write_bytes(data)


@pytest.fixture
def whole(run: Run, folder: Path) -> bytes:
    """The output of a run from the beginning."""
    return run("parse", folder).out


def test_killed_in_the_middle_with_its_workers(tmp_path: Path, run: Run, output: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(100):
        (tmp_path / "in" / f"{number:04}.txt").write_text(f"{AGREEMENT}\nSak {number}\n", encoding="utf-8")
    with start("parse", "--jobs", "2", tmp_path / "in", "-o", output) as process:
        while not [part for part in parts(output) if b"\n" in part.read_bytes()]:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)  # which lasts until the workers, which have the same pipes, are gone too
    assert not output.exists()
    resumed(run, tmp_path / "in", output, "--jobs", "1")


# -- usage


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--resume",), "--resume needs -o FILE"),
        (("--resume", "-o", "{folder}"), "--resume needs -o FILE"),
        (("--retry-failed",), "--retry-failed needs --resume"),
        (("--resume", "-o", "{output}", "--format", "json"), "--resume needs --format jsonl"),
    ],
)
def test_wrong_usage(run: Run, folder: Path, output: Path, options: tuple[str, ...], words: str) -> None:
    done = run("parse", folder, *(option.format(folder=folder, output=output) for option in options))
    assert (done.code, done.out) == (2, b"")
    assert words in done.err
