"""Options that several commands have: which files of folders to take, what one may cost, and how much to tell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import click

from avtale.reading.limits import MIB, USUAL, Limits

C = TypeVar("C", bound=Callable[..., Any])
_LONGEST = 7 * 24 * 3600
"""Seconds; no signal can be set for any time."""


class _Bytes(click.ParamType[int]):
    """A number of bytes: `500000`, `64M`, `2G`."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number, unit = value[:-1], value[-1:].upper()
        factor = {"K": 1024, "M": MIB, "G": 1024 * MIB}.get(unit)
        digits, times = (number, factor) if factor else (value, 1)
        if not (digits.isascii() and digits.isdigit() and int(digits)):
            self.fail(f"{value!r} is no number of bytes, such as 500000, 64M or 2G", param, ctx)
        return int(digits) * times


class _Seconds(click.ParamType[float]):
    """A number of seconds: `30`, `0.5`."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        with suppress(ValueError):
            if 0 < (seconds := float(value)) <= _LONGEST:
                return seconds
        return self.fail(f"{value!r} is no number of seconds above 0, and up to {_LONGEST}", param, ctx)


_LIMITS = (
    click.option("--max-size", "size", type=_Bytes(), help=f"Bytes of a file (K, M, G). Default: {USUAL.size // MIB}M."),
    click.option("--max-pages", "pages", type=click.IntRange(min=1), help=f"Pages of a document. Default: {USUAL.pages}."),
    click.option("--max-unpacked", "unpacked", type=_Bytes(), help=f"Bytes that a zipped document unpacks to. Default: {USUAL.unpacked // MIB}M."),
    click.option("--max-ratio", "ratio", type=click.IntRange(min=1), help=f"How many times its size it may unpack to. Default: {USUAL.ratio}."),
    click.option("--max-depth", "depth", type=click.IntRange(1, USUAL.depth), help=f"Elements within each other. Default, and most: {USUAL.depth}."),
    click.option("--max-memory", "memory", type=_Bytes(), help=f"Memory of the process that takes a format apart. Default: {USUAL.memory // MIB}M."),
    click.option("--timeout", "seconds", type=_Seconds(), help=f"Seconds for a file. Default: {USUAL.seconds}."),
)
_CHOICE = (
    click.option("--include", multiple=True, metavar="GLOB", help="Take only these from folders, of whatever kind. Repeatable."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Take these files or folders from no folder. Repeatable."),
)

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Errors only on standard error: no progress bar, no summary.")


def limit_options(command: C) -> C:
    """The options of `limits_of`."""
    return _with(_LIMITS, command)


def choice_options(command: C) -> C:
    """`--include` and `--exclude`."""
    return _with(_CHOICE, command)


def limits_of(given: dict[str, Any]) -> Limits:
    """The limits that options ask for, among others; the usual one where an option is not given."""
    return Limits(**{name: given[name] for name in Limits.__slots__ if given.get(name) is not None})


def _with(options: tuple[Callable[[C], C], ...], command: C) -> C:
    for option in reversed(options):
        command = option(command)
    return command
