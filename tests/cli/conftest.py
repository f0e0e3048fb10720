"""Running the `avtale` command as a test."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from avtale.cli import main

COMMAND = [sys.executable, "-m", "avtale"]
AGREEMENT = """Avtale om politiråd mellom Stange kommune og Innlandet politidistrikt

1. Formål

Politirådet skal førebygge kriminalitet.

2. Møter

Politirådet har 4 møter pr år. Ordføreren leder møtene.

Stange, 12. mars 2021
"""


class Done(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command in this process: `run("parse", path, stdin=b"…")`."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["avtale", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfdbinary.readouterr()
        return Done(int(left.value.code or 0), out, err.decode("utf-8"))

    return command


def start(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """The command in a process of its own, its streams piped, Ctrl-C not ignored though whoever runs the tests may ignore it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen([*COMMAND, *map(str, arguments)], preexec_fn=heard, **(pipes | options))


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """A small agreement in a file."""
    path = tmp_path / "avtale.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path
