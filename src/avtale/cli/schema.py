"""`avtale schema`: the record's JSON Schema."""

from __future__ import annotations

import click

from avtale.cli import exits
from avtale.record.validator import SCHEMA


@click.command()
def command() -> int:
    """Print the JSON Schema (draft 2020-12) of a record."""
    click.echo(SCHEMA.read_bytes(), nl=False)
    return exits.WELL
