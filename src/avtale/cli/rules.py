"""`avtale rules`: the rules of `validate`."""

from __future__ import annotations

import click

from avtale.cli import exits


@click.command()
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(layout: str) -> int:
    """List the rules: code, severity, the kinds of agreement that each is for, and what it finds."""
    from avtale.output.rulebook import rules_json, rules_text
    from avtale.rules import rules

    show = rules_json if layout == "json" else rules_text
    click.echo(show(rules().values()), nl=False)
    return exits.WELL
