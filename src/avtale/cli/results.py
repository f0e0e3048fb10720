"""What `avtale parse` writes: to standard output, to a file, or a file a record; and to standard error what failed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from avtale.batch import Outcome, describe
from avtale.cli import exits
from avtale.cli.interruption import uninterrupted
from avtale.folders import Input, Inputs
from avtale.output import error_line, parts, write_atomically
from avtale.reading import STDIN, display_path, file_sha256


class Target:
    """Where the results go, and in which layout."""

    def __init__(self, output: str | None, layout: str | None, single: bool) -> None:
        """`output` None is standard output; `single` tells that there is one file, which then is one pretty object."""
        self.output = output
        self.single = single
        self.layout = layout or ("json" if single else "jsonl")
        self.is_folder = output is not None and (os.path.isdir(output) or output.endswith("/"))
        self._keep = self.layout == "jsonl" and not single

    def earlier(self) -> list[Path]:
        """The file that earlier runs wrote, and what those left that did not end well."""
        return [*parts(Path(self.output)), Path(self.output)] if self.output else []

    def write(self, outcomes: Iterator[Outcome[bytes]], sources: Inputs) -> int:
        """Write what became of the files, as it is ready. Give the exit code."""
        if self.output is None:
            return self._write(outcomes, sys.stdout.buffer)
        if self.is_folder:
            _check_apart(sources)
            return _write_each(outcomes, Path(self.output))
        return self._write_file(outcomes, Path(self.output))

    def _write(self, outcomes: Iterator[Outcome[bytes]], file: IO[bytes]) -> int:
        """One object, an array of them, or one a line."""
        array = self.layout == "json" and not self.single
        worst, before = exits.WELL, b"[" if array else b""
        for outcome in outcomes:
            worst = exits.worse(worst, _report(outcome))
            line = self._line(outcome)
            if line is not None:
                with uninterrupted():
                    file.write(before + line + (b"" if array else b"\n"))
                    file.flush()
                before = b",\n" if array else b""
        if array:
            file.write(before.removesuffix(b",\n") + b"]\n")
        return worst

    def _line(self, outcome: Outcome[bytes]) -> bytes | None:
        if outcome.error is None or self.layout == "json":
            return outcome.made
        return error_line(display_path(outcome.source.path), outcome.error, file_sha256(outcome.source.path))

    def _write_file(self, outcomes: Iterator[Outcome[bytes]], path: Path) -> int:
        """Write a file that is whole or not there. The lines of a run that did not end well stay in a part, until one does."""
        before = parts(path) if self._keep else []
        try:
            with write_atomically(path, keep=self._keep) as file:
                worst = self._write(outcomes, file)
                if worst != exits.WELL and self.single:
                    raise _NothingToWrite(worst)
            for part in before:
                part.unlink(missing_ok=True)
            return worst
        except _NothingToWrite as nothing:
            return nothing.code
        except OSError as error:
            raise click.ClickException(f"{display_path(str(path))}: cannot be written: {error.strerror}{self._left(path)}") from None
        except click.ClickException as error:
            raise click.ClickException(error.message + self._left(path)) from None
        except KeyboardInterrupt:
            raise KeyboardInterrupt(self._left(path)) from None

    def _left(self, path: Path) -> str:
        """Where what was done is, after a run that did not end well."""
        left = parts(path) if self._keep else []
        return f"; what was done is in {display_path(str(left[-1]))}, and --resume goes on from there" if left else ""


class _NothingToWrite(Exception):
    """The only input gave no record, so that an older output file stays as it is."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _write_each(outcomes: Iterator[Outcome[bytes]], folder: Path) -> int:
    """Write a file a record, into a folder that is made where there is none."""
    worst = exits.WELL
    for outcome in outcomes:
        worst = exits.worse(worst, _report(outcome))
        if outcome.made is not None:
            target = folder / _record_name(outcome.source)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with write_atomically(target) as file:
                    file.write(outcome.made + b"\n")
            except OSError as error:
                raise click.ClickException(f"{display_path(str(target))}: cannot be written: {error.strerror}") from None
    return worst


def _check_apart(sources: Inputs) -> None:
    """Refuse inputs of the same name, of which one record would take another's place."""
    taken: dict[str, str] = {}
    for source in sources:
        other = taken.setdefault(_record_name(source), source.path)
        if other != source.path:
            both = f"{display_path(other)} and {display_path(source.path)}"
            raise click.UsageError(f"{both} would both be written to {display_path(_record_name(source))}")


def _record_name(source: Input) -> str:
    return ("stdin" if source.name == STDIN else source.name) + ".json"


def _report(outcome: Outcome[bytes]) -> int:
    """Tell of an error, and give the exit code that it asks for."""
    if outcome.error is None:
        return exits.WELL
    click.echo(f"avtale: {describe(outcome)}", err=True)
    return exits.USAGE if outcome.error.code == "internal" else exits.UNREADABLE
