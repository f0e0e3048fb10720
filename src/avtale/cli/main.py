"""The command group, and what happens around every command: help, version, interruption, a broken pipe."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from typing import Any

import click

from avtale import __version__
from avtale.cli import exits
from avtale.printable import printable

_COMMANDS = {
    "parse": ("avtale.cli.parse", "Agreements to records in JSON."),
    "validate": ("avtale.cli.validate", "Agreements, or records of them, against the rules; for CI."),
    "text": ("avtale.cli.text", "The document text that offsets refer to."),
    "normalize": ("avtale.cli.normalize", "The values in a phrase, without a document round it."),
    "score": ("avtale.cli.score", "How well records agree with gold, and what changed since last time."),
    "register": ("avtale.cli.register", "Municipalities by name and date, and what changed between two days."),
    "rules": ("avtale.cli.rules", "The rules of validate."),
    "rule": ("avtale.cli.rule", "One of the rules: what it finds, how grave that is, and why."),
    "schema": ("avtale.cli.schema", "The record's JSON Schema."),
}

_BETWEEN_COLLECTIONS = 100_000
"""Objects made between two searches for garbage. Of what is imported none is, and 700, which is usual, means 150 searches until an agreement is read."""


class _Commands(click.Group):
    """The commands, each imported when it is called, so that `--help` and `--version` need not wait for the parser."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click gives it)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click gives it)
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that has had enough ends it quietly, before click makes that a failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _hush()
            return exits.WELL

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click gives it)
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="avtale %(version)s")
def group() -> None:
    """Read Norwegian agreements between municipalities and the police into validated records.

    \b
    Exit codes: 0 all well; 1 findings; 2 wrong usage or a fault of the program;
    3 some input could not be read, the rest was written; 130 interrupted.
    """


def main() -> None:
    """Run the command and leave with its exit code."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for them opens the metadata of every package there is
    try:
        code = group.main(prog_name="avtale", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        click.echo(printable(_told(error), keep="\n"), err=True, nl=False)
        code = exits.USAGE
    except (click.Abort, KeyboardInterrupt) as error:  # click makes an Abort of the interruption, which may tell of what was done
        click.echo(f"interrupted{error.__cause__ or ''}", err=True)
        code = exits.INTERRUPTED
    except BrokenPipeError:
        _hush()
        code = exits.WELL
    except OSError as error:  # of what is written: reading has errors of its own
        _hush()
        click.echo(f"avtale: {_named(error)}: {error.strerror or error}", err=True)
        code = exits.USAGE
    except Exception as error:  # a fault of ours is no finding
        click.echo(f"avtale: internal error: {type(error).__name__}: {printable(str(error))}", err=True)
        code = exits.USAGE
    gc.freeze()  # what is left ends with the process; to look for garbage in it once more takes longer than to read an agreement
    sys.exit(code or exits.WELL)


def _told(error: click.ClickException) -> str:
    """What click tells of an error, which may have words of the command line in it."""
    told = io.StringIO()
    error.show(told)
    return told.getvalue()


def _named(error: OSError) -> str:
    """What could not be written."""
    from avtale.reading import display_path  # --help need not wait for it

    return display_path(os.fsdecode(error.filename)) if isinstance(error.filename, (str, bytes)) else "standard output"


def _hush() -> None:
    """Let what is still to be flushed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
