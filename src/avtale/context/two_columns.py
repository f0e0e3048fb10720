"""Prose in two columns side by side, which is read line by line and so across both: told, since it cannot be put in order by a chain of edits.

Lines of which each has a gap at the same column, with words on both sides that go on in small letters in the next. Not so: a table, signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.structure import Block, Kind

_HALVES = re.compile(r"\S+(?: \S+){2,} {3,}(?P<right>\S+(?: \S+){2,})")
_FEWEST = 4
"""Lines of such halves that are prose for sure."""


class _Line(NamedTuple):
    block: Block
    column: int
    """Where its right half begins."""
    goes_on: bool
    """Whether both halves begin in small letters."""


def two_columns(context: Context) -> Iterator[Stretch]:
    """The stretches of a text that are set so, each from its first line to its last."""
    run: list[_Line] = []
    for block in context.outline.blocks:
        line = _line(context.view.text, block) if block.kind is Kind.ROW else None
        if run and (line is None or line.column != run[-1].column or block.gap > 1):
            yield from _prose(run)
            run = []
        run += [line] if line else []
    yield from _prose(run)


def _prose(run: list[_Line]) -> Iterator[Stretch]:
    """The stretch of lines below each other, where they are several and at least half of them go on with a sentence on both sides."""
    if len(run) >= _FEWEST and 2 * sum(line.goes_on for line in run) >= len(run):
        yield run[0].block.start, run[-1].block.end


def _line(text: str, block: Block) -> _Line | None:
    halves = _HALVES.fullmatch(text, block.start, block.end)
    if halves is None:
        return None
    right = halves.start("right")
    return _Line(block, right - text.rfind("\n", 0, block.start), text[block.start].islower() and text[right].islower())
