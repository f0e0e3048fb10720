"""`avtale validate`: agreements, or records of them, against the rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from avtale.batch import Outcome, run
from avtale.cli import exits
from avtale.cli.options import choice_options, limit_options, limits_of, quiet_option
from avtale.cli.progress import counted, followed, has_failed
from avtale.folders import Choice, Inputs, find_files
from avtale.reading import display_path

if TYPE_CHECKING:
    from avtale.output.report import Report
    from avtale.reading import Limits
    from avtale.validation import Baseline, Options, Settings, Tally

_FORMATS = ["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif"]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--select", multiple=True, metavar="CODE", help="Apply only these rules: codes, or beginnings of codes (AV2). Comma-separated or repeated.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these rules out.")
@click.option("--severity", multiple=True, metavar="CODE=SEVERITY", help="Make a rule an error, a warning or an info.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), help="Exit with 1 on findings as grave as this. Default: warning.")
@click.option("--as-of", metavar="DATE", help="The day that agreements are judged on (YYYY-MM-DD). Nothing asks the clock.")
@click.option("--lang", type=click.Choice(["en", "nb", "nn"]), help="The language of messages. Default: en.")
@click.option("--output-format", type=click.Choice(_FORMATS), help="Default: full; github where GitHub Actions run it.")
@click.option("--config", type=click.Path(), help="A configuration to use instead of the nearest avtale.toml or pyproject.toml.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--show-settings", is_flag=True, help="Print the settings for the first file, and stop.")
@click.option("--baseline", type=click.Path(), help="Findings in this file do not count.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the file that --baseline names.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes. Default: one for a few files, else one a processor.")
@quiet_option
@choice_options
@limit_options
def command(
    paths: tuple[str, ...],
    config: str | None,
    isolated: bool,
    show_settings: bool,
    baseline: str | None,
    write_baseline: bool,
    jobs: int | None,
    quiet: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    **chosen: Any,
) -> int:
    """Check agreements, or records of them (.json, .jsonl), against the rules; folders are searched through.

    Exits with 1 on findings, whatever the format.
    """
    from avtale.validation import SettingsError, settings_of, settings_text

    _check_usage(config, isolated, baseline, write_baseline)
    sources, passed = find_files(paths, Choice(include, exclude))
    if not sources:
        with counted(passed, quiet=quiet):
            click.echo(f"{', '.join(map(display_path, paths))}: no agreements to validate", err=True)
        return exits.UNREADABLE
    try:
        options = _options(config, isolated, chosen)
        if show_settings:
            click.echo(settings_text(settings_of(next(iter(sources)).path, options)), nl=False)
            return exits.WELL
        with counted(passed, quiet=quiet):
            return _validate(sources, options, _baseline(baseline, write_baseline), write_baseline, jobs, limits_of(chosen), quiet)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def _validate(sources: Inputs, options: Options, known: Baseline | None, write: bool, jobs: int | None, limits: Limits, quiet: bool) -> int:
    """Report on all inputs, and give the exit code."""
    from avtale.validation import Tally, examine, settings_of

    _check_settings(sources, options)
    tally = Tally()
    examined = run(sources, partial(examine, options=options), jobs, limits)
    with closing(followed(examined, len(sources), "validated", quiet=quiet, printed=True, failed=_failed)) as outcomes:
        _print(settings_of(next(iter(sources)).path, options), _counted(outcomes, options, tally, known, write))
    if known and write:
        known.write()
    if not quiet:
        click.echo(tally.line(), err=True)
    return exits.worse(tally.worst, exits.FINDINGS if tally.fails else exits.WELL)


def _check_usage(config: str | None, isolated: bool, baseline: str | None, write_baseline: bool) -> None:
    if config and isolated:
        raise click.UsageError("give either --config or --isolated")
    if write_baseline and not baseline:
        raise click.UsageError("--write-baseline needs --baseline FILE")


def _options(config: str | None, isolated: bool, chosen: dict[str, Any]) -> Options:
    """The command line in the shape of a configuration."""
    from avtale.validation import Options, choose

    lists = {name: _split(chosen[name]) for name in ("select", "ignore") if chosen[name]}
    pairs = [pair.partition("=") for pair in _split(chosen["severity"])]
    if wrong := [code for code, equals, _ in pairs if not equals]:
        raise click.UsageError(f"--severity: {wrong[0]!r} is not CODE=SEVERITY")
    single = {name.replace("_", "-"): chosen[name] for name in ("fail_on", "as_of", "lang", "output_format") if chosen[name] is not None}
    return Options(choose({**lists, **single, "severity": {code: severity for code, _, severity in pairs}}), Path(config) if config else None, isolated)


def _split(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",")]


def _check_settings(sources: Inputs, options: Options) -> None:
    """Look at all configurations and side-cars before anything is reported, so that a broken one stops the run at once."""
    from avtale.validation import read_suppressions, settings_of

    for path in {os.path.dirname(source.path): source.path for source in sources}.values():
        settings_of(path, options)
    for source in sources:
        read_suppressions(source.path)


def _baseline(path: str | None, write: bool) -> Baseline | None:
    from avtale.validation import Baseline

    if path is None:
        return None
    return Baseline(Path(path)) if write else Baseline.read(Path(path))


def _counted(outcomes: Iterator[Outcome[list[Report]]], options: Options, tally: Tally, known: Baseline | None, write: bool) -> Iterator[Report]:
    """The reports as they come, those in the baseline suppressed, all of them counted."""
    from avtale.output.report import Failure, Reported
    from avtale.validation import settings_of

    for outcome in outcomes:
        made = outcome.made if outcome.error is None else [Failure(outcome.source.path, outcome.error.code, outcome.error.message)]
        failures = [report for report in made or [] if isinstance(report, Failure)]
        reports = [report for report in made or [] if isinstance(report, Reported)]
        if known:
            reports = [known.add(report) if write else known.apply(report) for report in reports]
        tally.add(reports, settings_of(outcome.source.path, options).fail_on)
        for failure in failures:
            click.echo(f"avtale: {display_path(failure.path)}: {failure.message}", err=True)
            tally.worst = exits.worse(tally.worst, exits.USAGE if failure.code in ("internal", "settings") else exits.UNREADABLE)
        tally.unread += bool(failures)
        yield from failures
        yield from reports


def _failed(outcome: Outcome[list[Report]]) -> bool:
    """Whether something in a file could not be read."""
    from avtale.output.report import Failure

    return has_failed(outcome) or any(isinstance(report, Failure) for report in outcome.made or ())


def _print(settings: Settings, reports: Iterator[Report]) -> None:
    """Write the reports to standard output as they are ready."""
    from avtale.output.formats import formats

    layout = settings.output_format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")
    for piece in formats()[layout](reports, settings.language):
        sys.stdout.buffer.write(piece.encode("utf-8"))
        sys.stdout.buffer.flush()
