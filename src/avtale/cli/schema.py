"""`avtale schema`: the record's JSON Schema."""

from __future__ import annotations

import json

import click

from avtale.cli import exits
from avtale.record import json_schema


@click.command()
def command() -> int:
    """Print the JSON Schema (draft 2020-12) of a record."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return exits.WELL
