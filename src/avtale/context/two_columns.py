"""Prose in two columns side by side, which is read line by line and so across both: told, since it cannot be put in order by a chain of edits.

Lines of which each has a gap at the same column, with words on both sides that go on in small letters in the next. Not so: a table, signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.context import Context

_HALVES = re.compile(r"^ *(?P<left>\S+(?: \S+){2,}) {3,}(?P<right>\S+(?: \S+){2,}) *$", re.MULTILINE)
_FEWEST = 4
"""Lines of such halves that are prose for sure."""


class _Line(NamedTuple):
    start: int
    end: int
    right: int
    """The column in which its right half begins."""
    goes_on: bool
    """Whether both halves begin in small letters."""


def two_columns(context: Context) -> Iterator[Stretch]:
    """The stretches of a text that are set so, each from its first line to its last."""
    text = context.view.text
    run: list[_Line] = []
    for match in _HALVES.finditer(text) if "   " in text else ():
        line = _line(text, match)
        if run and (line.right != run[-1].right or match.start() - run[-1].end > 1):
            yield from _prose(run)
            run = []
        run.append(line)
    yield from _prose(run)


def _prose(run: list[_Line]) -> Iterator[Stretch]:
    """The stretch of lines below each other, where they are several and at least half of them go on with a sentence on both sides."""
    if len(run) >= _FEWEST and 2 * sum(line.goes_on for line in run) >= len(run):
        yield run[0].start, run[-1].end


def _line(text: str, match: re.Match[str]) -> _Line:
    goes_on = text[match.start("left")].islower() and text[match.start("right")].islower()
    return _Line(match.start("left"), match.end(), match.start("right") - match.start(), goes_on)
