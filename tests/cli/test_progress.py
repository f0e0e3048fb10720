"""What is told of the progress of many files: on a terminal, and nowhere else."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import AGREEMENT, COMMAND, Run

BAR = re.compile(r"(\d+)/4 (\d) failed \d+\.\d files/s (?:\d:\d\d:\d\d|-:--:--)")
SUMMARY = r"4 files: 3 {}, 1 failed, \d+\.\d s, \d+\.\d files/s"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three agreements, and a file that is no text."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abd":
        (folder / f"{name}.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\0")
    return folder


class Seen(NamedTuple):
    """What a run left on standard output, and on a terminal: all that went there, and what stays to be seen."""

    code: int
    out: bytes
    drawn: str
    stays: list[str]


class Terminal:
    """A terminal of 100 columns, and what comes out of it."""

    def __init__(self) -> None:
        self._ours, self.end = pty.openpty()
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))

    def _pieces(self) -> Iterator[bytes]:
        try:
            while piece := os.read(self._ours, 65536):
                yield piece
        except OSError:  # all have closed it
            return

    def read(self) -> str:
        """All that comes until the program has ended."""
        os.close(self.end)
        text = b"".join(self._pieces()).decode("utf-8")
        os.close(self._ours)
        return text


def on_terminal(*arguments: str | Path, printed: bool = False, term: str = "xterm-256color") -> Seen:
    """A run with a terminal for standard error, and for standard output too if `printed`."""
    terminal, read = Terminal(), []
    stdout = terminal.end if printed else subprocess.PIPE
    environment = os.environ | {"TERM": term}
    with subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=stdout, stderr=terminal.end, env=environment) as process:
        if process.stdout:
            thread = threading.Thread(target=lambda: read.append(process.stdout.read() if process.stdout else b""))
            thread.start()
        drawn = terminal.read()
        if process.stdout:
            thread.join()
    return Seen(process.returncode, b"".join(read), plain(drawn), stays(drawn))


def plain(drawn: str) -> str:
    """Without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", drawn)


def stays(drawn: str) -> list[str]:
    """The lines that are on the terminal in the end: of its language as much as a bar of one line needs."""
    lines, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[?0-9;]*[a-zA-Z]|.|\n", plain(drawn), re.DOTALL):
        if part == "\r":
            column = 0
        elif part == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif part == "\x1b[2K":
            lines[row] = ""
        elif part == "\x1b[1A":
            row -= 1
        elif not part.startswith("\x1b"):
            lines[row] = lines[row][:column].ljust(column) + part + lines[row][column + 1 :]
            column += 1
    return [line for line in lines if line]


def test_a_bar_while_it_runs_and_a_line_in_the_end(folder: Path, run: Run) -> None:
    seen = on_terminal("parse", folder)
    bars = BAR.findall(seen.drawn)
    assert (seen.code, seen.out) == (3, run("parse", folder).out)
    assert bars[0] == ("0", "0")
    assert bars[-1] == ("4", "1")
    failed, summary = seen.stays
    assert failed == f"avtale: {folder}/c.txt: not a text file (it has control bytes)"
    assert re.fullmatch(SUMMARY.format("records"), summary)


def test_with_an_output_file_and_several_processes(folder: Path, tmp_path: Path, run: Run) -> None:
    seen = on_terminal("parse", folder, "-o", tmp_path / "records.jsonl", "--jobs", "2", printed=True)
    assert BAR.search(seen.drawn)
    assert len(seen.stays) == 2
    assert (tmp_path / "records.jsonl").read_bytes() == run("parse", folder).out


def test_results_on_the_same_terminal_stand_in_whole_lines_above_the_bar(folder: Path, run: Run) -> None:
    """The findings, the failure, the bar's line and that of `validate`; nothing is left of the bar."""
    arguments = ("validate", folder, "--select", "AV2", "--output-format", "concise")
    seen = on_terminal(*arguments, printed=True)
    expected = run(*arguments)
    assert BAR.search(seen.drawn)
    assert seen.code == expected.code == 3
    summary = next(line for line in seen.stays if re.fullmatch(SUMMARY.format("validated"), line))
    assert sorted(seen.stays) == sorted([*expected.text.splitlines(), *expected.err.splitlines(), summary])


@pytest.mark.parametrize("arguments", [("parse", "-q"), ("parse", "--quiet", "--jobs", "2"), ("validate", "-q", "--select", "AV1")], ids=" ".join)
def test_quiet_tells_errors_only(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "film.mp4").touch()
    seen = on_terminal(*arguments, folder)
    assert seen.drawn == f"avtale: {folder}/c.txt: not a text file (it has control bytes)\r\n"


@pytest.mark.parametrize("command", ["parse", "validate"])
def test_silent_in_a_pipe(folder: Path, run: Run, command: str) -> None:
    failed, *rest = run(command, folder).err.splitlines()
    assert failed == f"avtale: {folder}/c.txt: not a text file (it has control bytes)"
    assert len(rest) == (command == "validate")  # its count of findings is told everywhere


def test_silent_for_a_single_file_and_on_a_terminal_that_cannot_redraw(folder: Path) -> None:
    assert on_terminal("parse", folder / "a.txt").drawn == ""
    assert len(on_terminal("parse", folder, term="dumb").drawn.splitlines()) == 1


def test_an_interruption_takes_the_bar_away(folder: Path) -> None:
    for number in range(2000):
        (folder / f"b{number:04}.txt").write_text(AGREEMENT, encoding="utf-8")
    terminal = Terminal()
    with subprocess.Popen([*COMMAND, "parse", folder, "--jobs", "2"], stdout=subprocess.PIPE, stderr=terminal.end, preexec_fn=heard) as process:
        assert process.stdout
        lines = [process.stdout.readline()]
        process.send_signal(signal.SIGINT)
        lines += process.stdout.readlines()
        drawn = terminal.read()
    assert process.returncode == 130
    assert stays(drawn)[-1] == "interrupted"
    assert not any("files/s" in line for line in stays(drawn))
    assert all(json.loads(line)["source"] for line in lines)


def heard() -> None:
    """Ctrl-C, though whoever runs the tests may ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_rich_is_not_waited_for_where_no_bar_is_drawn(folder: Path) -> None:
    code = f"import sys, avtale.cli\nsys.argv[1:] = ['parse', {str(folder)!r}]\ntry: avtale.cli.main()\nfinally: print('\\n|', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    modules = done.stdout.rpartition("|")[2].split()
    assert "avtale.resume" in modules
    assert not any(name.startswith("rich") for name in modules)
