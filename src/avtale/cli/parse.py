"""`avtale parse`: agreements to records in JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from typing import Any

import click

from avtale.batch import Outcome, run
from avtale.cli import exits
from avtale.cli.options import choice_options, limit_options, limits_of, quiet_option
from avtale.cli.progress import counted, followed
from avtale.cli.results import Target
from avtale.folders import Choice, Input, Inputs, find_files
from avtale.output import record_json
from avtale.reading import Limits, display_path, limited, read_bytes, read_file
from avtale.resume import Earlier


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format", "layout", type=click.Choice(["json", "jsonl"]), help="One pretty object, or one record a line. Default: json for one file, else jsonl."
)
@click.option("-o", "--output", type=click.Path(), help="A file to write to; or a folder, for one file a record.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes. Default: one for a few files, else one a processor.")
@click.option("--cluster", metavar="ADDRESS", help="Parse on the workers of a Dask cluster, whose scheduler is at an address as tcp://host:8786.")
@click.option("--evidence/--no-evidence", default=True, help="Whether values carry the words that they came from.")
@click.option("--resume", is_flag=True, help="Take from -o FILE, or from what an interrupted run left of it, what this version made of the same bytes.")
@click.option("--retry-failed", is_flag=True, help="With --resume: parse again the files that failed.")
@quiet_option
@choice_options
@limit_options
def command(
    paths: tuple[str, ...],
    layout: str | None,
    output: str | None,
    jobs: int | None,
    cluster: str | None,
    evidence: bool,
    resume: bool,
    retry_failed: bool,
    quiet: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    **chosen: Any,
) -> int:
    """Parse files, folders (recursively) and `-` (standard input).

    One file gives one pretty JSON object; a folder or several paths give JSON Lines, in order of path. A file that cannot be
    read gets a line on standard error, and the rest is written.
    """
    target = Target(output, layout, len(paths) == 1 and not os.path.isdir(paths[0]))
    if cluster and jobs:
        raise click.UsageError("--jobs is for this machine, and not for a cluster")
    _check_resume(resume, retry_failed, target)
    sources, passed = find_files(paths, Choice(include, exclude))
    if not sources:
        with counted(passed, quiet=quiet):
            click.echo(f"{', '.join(map(display_path, paths))}: no files to parse", err=True)
        return exits.UNREADABLE
    limits = limits_of(chosen)
    earlier = Earlier(target.earlier() if resume else [], evidence=evidence, failures=not retry_failed)
    work = partial(parse_json, evidence=evidence, indent=2 if target.layout == "json" else None)
    made = _on_cluster(cluster, sources, work, limits, earlier.known) if cluster else run(sources, work, jobs, limits, earlier.known)
    with counted(passed, quiet=quiet), limited(limits), closing(followed(made, len(sources), "records", quiet=quiet, printed=output is None)) as outcomes:
        return target.write(outcomes, sources)


def parse_json(path: str, data: bytes | None = None, *, evidence: bool, indent: int | None) -> bytes:
    """The JSON of the record of a file, whose bytes need not be read where they are given."""
    from avtale.pipeline import dumped_record

    document = read_file(path) if data is None else read_bytes(data, path=display_path(path))
    return record_json(dumped_record(document), evidence=evidence, indent=indent)


def _on_cluster(
    address: str, sources: Inputs, work: Callable[..., bytes], limits: Limits, known: Callable[[Input], Outcome[bytes] | None]
) -> Generator[Outcome[bytes]]:
    try:
        from avtale.cluster import ClusterError, run_on_cluster
    except ModuleNotFoundError:
        raise click.ClickException("--cluster needs the extra 'dask': pip install 'avtale[dask]'") from None
    try:
        yield from run_on_cluster(address, sources, work, limits, known)
    except ClusterError as error:
        raise click.ClickException(str(error)) from None


def _check_resume(resume: bool, retry_failed: bool, target: Target) -> None:
    if retry_failed and not resume:
        raise click.UsageError("--retry-failed needs --resume")
    if resume and (target.output is None or target.is_folder):
        raise click.UsageError("--resume needs -o FILE")
    if resume and target.layout != "jsonl":
        raise click.UsageError("--resume needs --format jsonl")
