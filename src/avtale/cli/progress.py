"""How far a run over many files has come, told on a terminal's standard error and nowhere else; and, in the end, what it passed over."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from avtale.batch import Outcome
from avtale.folders import passed_over

T = TypeVar("T")
_EVERY = 0.1
"""Seconds between two drawings of the bar."""


def has_failed(outcome: Outcome[T]) -> bool:
    """Whether there is nothing but an error."""
    return outcome.error is not None


@contextmanager
def counted(passed: Counter[str], *, quiet: bool) -> Iterator[None]:
    """When all is done, where the last lines are read, say how much was passed over in folders."""
    yield
    if passed and not quiet:
        click.echo(passed_over(passed), err=True)


def followed(
    outcomes: Generator[Outcome[T]], total: int, made: str, *, quiet: bool, printed: bool, failed: Callable[[Outcome[T]], bool] = has_failed
) -> Generator[Outcome[T]]:
    """The same outcomes; where someone watches, with a bar while they come and a line in the end.

    `made` is what becomes of files (`records`); `printed` tells that it goes to standard output, which may be the same terminal.
    """
    if quiet or total < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return outcomes
    return _watched(outcomes, total, made, printed and sys.stdout.isatty(), failed)


def _watched(outcomes: Generator[Outcome[T]], total: int, made: str, printed: bool, failed: Callable[[Outcome[T]], bool]) -> Generator[Outcome[T]]:
    begun, done, lost = time.monotonic(), 0, 0
    with _Bar(total) as bar:
        for outcome in outcomes:
            told = failed(outcome)
            with bar.away(printed or told):
                yield outcome
            done, lost = done + 1, lost + told
            seconds = max(time.monotonic() - begun, 1e-9)
            bar.draw(done, lost, done / seconds)
    click.echo(f"{done} files: {done - lost} {made}, {lost} failed, {seconds:.1f} s, {done / seconds:.1f} files/s", err=True)


class _Bar:
    """Drawn by us alone: a thread that does it could be forked into a worker with its lock held."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        told = (TextColumn("{task.fields[failed]} failed"), TextColumn("{task.fields[rate]:.1f} files/s"), TimeRemainingColumn())
        console = Console(stderr=True)
        self._progress = Progress(
            BarColumn(), MofNCompleteColumn(), *told, console=console, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._progress.add_task("", total=total, failed=0, rate=0.0)
        self._drawn = 0.0

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    @contextmanager
    def away(self, needed: bool) -> Iterator[None]:
        """Where needed, leave the line free for what is written in the block."""
        if needed:
            self._progress.stop()
        yield
        if needed:
            self._progress.start()

    def draw(self, done: int, failed: int, rate: float) -> None:
        """Draw it anew, unless that was done just now."""
        self._progress.update(self._task, completed=done, failed=failed, rate=rate)
        if time.monotonic() - self._drawn >= _EVERY:
            self._progress.refresh()
            self._drawn = time.monotonic()
