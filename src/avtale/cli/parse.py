"""`avtale parse`: agreements to records in JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

import click

from avtale.batch import Outcome, describe, run
from avtale.cli import exits
from avtale.cli.interruption import uninterrupted
from avtale.cli.options import choice_options, limit_options, limits_of
from avtale.folders import Choice, Input, find_files, passed_over
from avtale.output import error_line, record_json, write_atomically
from avtale.reading import STDIN, display_path


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format", "layout", type=click.Choice(["json", "jsonl"]), help="One pretty object, or one record a line. Default: json for one file, else jsonl."
)
@click.option("-o", "--output", type=click.Path(), help="A file to write to; or a folder, for one file a record.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes. Default: one for a few files, else one a processor.")
@click.option("--evidence/--no-evidence", default=True, help="Whether values carry the words that they came from.")
@choice_options
@limit_options
def command(
    paths: tuple[str, ...],
    layout: str | None,
    output: str | None,
    jobs: int | None,
    evidence: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    **limits: Any,
) -> int:
    """Parse files, folders (recursively) and `-` (standard input).

    One file gives one pretty JSON object; a folder or several paths give JSON Lines, in order of path. A file that cannot be
    read gets a line on standard error, and the rest is written.
    """
    sources, passed = find_files(paths, Choice(include, exclude))
    single = len(paths) == 1 and not Path(paths[0]).is_dir()
    layout = layout or ("json" if single else "jsonl")
    outcomes = run(sources, partial(parse_json, evidence=evidence, indent=2 if layout == "json" else None), jobs, limits_of(limits))
    if output is None:
        worst = _write(outcomes, sys.stdout.buffer, layout, single)
    elif os.path.isdir(output) or output.endswith("/"):
        _check_apart(sources)
        worst = _write_each(outcomes, Path(output))
    else:
        worst = _write_file(outcomes, Path(output), layout, single)
    if passed:
        click.echo(passed_over(passed), err=True)
    if not sources:
        click.echo(f"{', '.join(map(display_path, paths))}: no files to parse", err=True)
        return exits.UNREADABLE
    return worst


def parse_json(path: str, *, evidence: bool, indent: int | None) -> bytes:
    """The JSON of the record of a file."""
    from avtale.pipeline import parse_file

    return record_json(parse_file(path), evidence=evidence, indent=indent)


def _report(outcome: Outcome[bytes]) -> int:
    """Tell of an error, and give the exit code that it asks for."""
    if outcome.error is None:
        return exits.WELL
    click.echo(f"avtale: {describe(outcome)}", err=True)
    return exits.USAGE if outcome.error.code == "internal" else exits.UNREADABLE


def _write(outcomes: Iterator[Outcome[bytes]], file: IO[bytes], layout: str, single: bool) -> int:
    """Write the records as they are ready: one object, an array of them, or one a line."""
    worst, written = exits.WELL, 0
    if layout == "json" and not single:
        file.write(b"[")
    for outcome in outcomes:
        worst = exits.worse(worst, _report(outcome))
        line = outcome.made
        if line is None and layout == "jsonl" and outcome.error is not None:
            line = error_line(display_path(outcome.source.path), outcome.error)
        if line is not None:
            separator = b",\n" if layout == "json" and written else b""
            with uninterrupted():
                file.write(separator + line + (b"\n" if single or layout == "jsonl" else b""))
                file.flush()
            written += 1
    if layout == "json" and not single:
        file.write(b"]\n")
    return worst


def _write_file(outcomes: Iterator[Outcome[bytes]], path: Path, layout: str, single: bool) -> int:
    try:
        with write_atomically(path) as file:
            worst = _write(outcomes, file, layout, single)
            if worst != exits.WELL and single:
                raise _NothingToWrite(worst)
            return worst
    except _NothingToWrite as nothing:
        return nothing.code
    except OSError as error:
        raise click.ClickException(f"{display_path(str(path))}: cannot be written: {error.strerror}") from None


class _NothingToWrite(Exception):
    """The only input gave no record, so that an older output file stays as it is."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _write_each(outcomes: Iterator[Outcome[bytes]], folder: Path) -> int:
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


def _check_apart(sources: list[Input]) -> None:
    """Refuse inputs of the same name, of which one record would take another's place."""
    taken: dict[str, str] = {}
    for source in sources:
        other = taken.setdefault(_record_name(source), source.path)
        if other != source.path:
            both = f"{display_path(other)} and {display_path(source.path)}"
            raise click.UsageError(f"{both} would both be written to {display_path(_record_name(source))}")


def _record_name(source: Input) -> str:
    return ("stdin" if source.name == STDIN else source.name) + ".json"
