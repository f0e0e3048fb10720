"""Findings as they are reported: each with the file, line and column that it points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from avtale.rules import Finding


class Position(NamedTuple):
    """Lines and columns from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Reported(NamedTuple):
    """A finding in a file; `position` and `source` (the line it begins in) are None where it points at nothing or the text is not there.

    `suppressed` is the reason for which it is not to count, None where it counts.
    """

    path: str
    finding: Finding
    position: Position | None
    source: str | None
    suppressed: str | None = None


class Failure(NamedTuple):
    """A file that gave no findings because it could not be read."""

    path: str
    code: str
    message: str


def counted(reports: Iterable[Reported | Failure]) -> Iterator[Reported | Failure]:
    """The reports that count: failures, and findings that are not suppressed."""
    return (report for report in reports if isinstance(report, Failure) or report.suppressed is None)


def service_path(path: str) -> str:
    """A path as services compare it with those of a repository: `/` between its parts, and no `./` before it.

    >>> service_path("./avtaler/lom.txt")
    'avtaler/lom.txt'
    """
    return PurePath(path).as_posix()


Report = Reported | Failure
