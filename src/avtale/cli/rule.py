"""`avtale rule`: one of the rules of `validate`."""

from __future__ import annotations

import click

from avtale.cli import exits


@click.command()
@click.argument("code")
def command(code: str) -> int:
    """Print what the rule CODE finds, how grave that is, why, and an example."""
    from avtale.output.rulebook import rule_text
    from avtale.printable import printable
    from avtale.rules import nearest, rules

    rule = rules().get(code.upper())
    if rule is None:
        raise click.UsageError(f"no rule {printable(code)}; did you mean {nearest(code)}?")
    click.echo(rule_text(rule), nl=False)
    return exits.WELL
