"""`avtale score`: how well records agree with gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from avtale.cli import exits
from avtale.cli.options import limit_options, limits_of
from avtale.printable import printable_json
from avtale.reading import ReadingError, display_path, limited
from avtale.scoring import Outcome, Score, changes, changes_text, find_gold, misses_text, read_records, read_score, score_files, score_text

T = TypeVar("T")


class Style(NamedTuple):
    """How to print."""

    layout: str
    verbose: bool
    quiet: bool


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path())
@click.option("--records", "given", type=click.Path(), help="Records to score instead of parsing: JSON Lines, JSON, or a folder of such files.")
@click.option("--compare", "old", type=click.Path(), help="An earlier output of --format json: print what was gained and lost since.")
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fail-under", "floor", metavar="F1", type=click.FloatRange(0, 1), help="Exit with 1 where the total F1 is lower.")
@click.option("-v", "--verbose", is_flag=True, help="List every miss.")
@click.option("-q", "--quiet", is_flag=True, help="Print the totals alone, nothing by document or field.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes. Default: one for a few files, else one a processor.")
@limit_options
def command(
    gold: tuple[str, ...], given: str | None, old: str | None, layout: str, floor: float | None, verbose: bool, quiet: bool, jobs: int | None, **chosen: Any
) -> int:
    """Parse the text beside each GOLD, and compare the record with it.

    GOLD is a file NAME.expected.json with NAME.txt beside it, or a folder with such files. It is a partial record: what it does
    not name is not scored. Exits with 1 only where --fail-under says so.
    """
    if verbose and quiet:
        raise click.UsageError("--verbose and --quiet exclude each other")
    records, earlier = _option(read_records, given), _option(read_score, old)
    with limited(limits_of(chosen)):
        outcomes = list(score_files(find_gold(gold), records, jobs))
    code = max(map(_report, outcomes), key=_gravity, default=exits.UNREADABLE)
    done = Score(tuple(outcome.document for outcome in outcomes if outcome.document))
    if not outcomes:
        click.echo(f"avtale: {', '.join(map(display_path, gold))}: no NAME.expected.json to score with", err=True)
    if done.documents:
        click.echo(_shown(done, earlier, Style(layout, verbose, quiet)), nl=False)
    return code or (exits.FINDINGS if floor is not None and done.total.f1 < floor else exits.WELL)


def _option(read: Callable[[str], T], path: str | None) -> T | None:
    """What is in the file that an option names."""
    try:
        return None if path is None else read(path)
    except ReadingError as error:
        raise click.ClickException(f"{display_path(path or '')}: {error}") from None


def _report(outcome: Outcome) -> int:
    """Tell of an error, and give the exit code that it asks for."""
    if outcome.error is None:
        return exits.WELL
    click.echo(f"avtale: {display_path(outcome.path)}: {outcome.error}", err=True)
    return exits.USAGE if outcome.error.code == "internal" else exits.UNREADABLE


def _gravity(code: int) -> int:
    """A fault of the program is worse than an unreadable input."""
    return (exits.WELL, exits.UNREADABLE, exits.USAGE).index(code)


def _shown(done: Score, earlier: Score | None, style: Style) -> str:
    """The score, or what changed since an earlier one."""
    if earlier is not None:
        return _shown_changes(done, earlier, style)
    if style.layout == "json":
        return _json(done.dump(in_detail=not style.quiet))
    misses = misses_text(done) if style.verbose else ""
    return misses + score_text(done, in_detail=not style.quiet)


def _shown_changes(done: Score, earlier: Score, style: Style) -> str:
    changed = changes(earlier, done)
    if style.layout == "json":
        return _json(changed.dump(in_detail=not style.quiet))
    return changes_text(changed, in_detail=not style.quiet, with_misses=style.verbose)


def _json(value: object) -> str:
    return printable_json(json.dumps(value, indent=1, ensure_ascii=False)) + "\n"
