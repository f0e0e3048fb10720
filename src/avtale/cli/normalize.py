"""`avtale normalize`: the values in a phrase, without a document round it."""

from __future__ import annotations

import sys

import click

from avtale.cli import exits
from avtale.normalize import KINDS, normalize
from avtale.reading import encodable


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("texts", nargs=-1)
def command(kind: str, texts: tuple[str, ...]) -> int:
    """Print the values of KIND in each TEXT, or in each line of standard input, as a JSON array a line."""
    from pydantic_core import to_json

    for text in texts or _lines():
        sys.stdout.buffer.write(to_json(normalize(kind, encodable(text))) + b"\n")
    return exits.WELL


def _lines() -> list[str]:
    """The lines of standard input."""
    try:
        lines = sys.stdin.buffer.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"standard input is not UTF-8 (byte {error.start})") from None
    return [line.rstrip("\r") for line in (lines if lines[-1] else lines[:-1])]
