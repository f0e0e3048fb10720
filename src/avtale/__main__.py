"""`python -m avtale` is the `avtale` command."""

from avtale.cli import main

main()
