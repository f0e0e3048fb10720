"""`avtale text`: the document text that offsets refer to."""

from __future__ import annotations

import sys
from typing import Any

import click

from avtale.cli import exits
from avtale.cli.options import limit_options, limits_of
from avtale.printable import printable
from avtale.reading import ReadingError, display_path, limited, read_file


@click.command()
@click.argument("path", type=click.Path())
@limit_options
def command(path: str, **limits: Any) -> int:
    """Print the document text of PATH, byte for byte: the text that all offsets in a record refer to.

    On a terminal control characters are shown as escapes.
    """
    try:
        with limited(limits_of(limits)):
            document = read_file(path)
    except ReadingError as error:
        click.echo(f"avtale: {display_path(path)}: {error}", err=True)
        return exits.UNREADABLE
    sys.stdout.buffer.write((_shown(document.text) if sys.stdout.isatty() else document.text).encode("utf-8"))
    return exits.WELL


def _shown(text: str) -> str:
    """The text for a terminal, to which nothing in it is a command."""
    return printable(text.replace("\r\n", "\n"), keep="\t\n\f")
