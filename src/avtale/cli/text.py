"""`avtale text`: the document text that offsets refer to."""

from __future__ import annotations

import sys
from typing import Any

import click

from avtale.cli import exits
from avtale.cli.options import limit_options, limits_of
from avtale.reading import ReadingError, display_path, limited, read_file


@click.command()
@click.argument("path", type=click.Path())
@limit_options
def command(path: str, **limits: Any) -> int:
    """Print the document text of PATH, byte for byte: the text that all offsets in a record refer to."""
    try:
        with limited(limits_of(limits)):
            document = read_file(path)
    except ReadingError as error:
        click.echo(f"avtale: {display_path(path)}: {error}", err=True)
        return exits.UNREADABLE
    sys.stdout.buffer.write(document.text.encode("utf-8"))
    return exits.WELL
