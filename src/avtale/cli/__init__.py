"""The `avtale` command: options in, exit code out."""

from avtale.cli.main import main

__all__ = ["main"]
