"""Going on where earlier runs stopped: what their output holds of the same bytes is not made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json

from avtale import __version__
from avtale.batch import Outcome
from avtale.folders import Input
from avtale.reading import ReadingError, display_path, file_sha256


class _Entry(NamedTuple):
    """A line of an output that this parser wrote: the record of a file, or its error."""

    path: str
    sha256: str
    line: bytes
    error: ReadingError | None

    def outcome(self, source: Input) -> Outcome[bytes]:
        return Outcome(source, None if self.error else self.line, self.error)


class Earlier:
    """What earlier outputs, JSON Lines in order of path, say of files that are as they were.

    Asked for the files in that order it reads the outputs once, and holds a line of each. A line that is out of order is not found.
    """

    def __init__(self, outputs: Iterable[Path], *, evidence: bool, failures: bool) -> None:
        """`evidence`: whether the records wanted have it; `failures`: whether files that failed are known too."""
        self._evidence, self._failures = evidence, failures
        self._entries = merge(*map(_entries, outputs), key=lambda entry: entry.path)
        self._next = next(self._entries, None)

    def known(self, source: Input) -> Outcome[bytes] | None:
        """What a run now would make of a file, where an output tells."""
        path, sha256 = display_path(source.path), None
        while self._next and self._next.path <= path:
            if self._next.path == path and self._serves(self._next):
                sha256 = sha256 or file_sha256(source.path)
                if self._next.sha256 == sha256:
                    return self._next.outcome(source)
            self._next = next(self._entries, None)
        return None

    def _serves(self, entry: _Entry) -> bool:
        return self._failures if entry.error else self._evidence == (b'"evidence":' in entry.line)


def _entries(output: Path) -> Iterator[_Entry]:
    if output.is_file():
        with output.open("rb") as file:
            yield from filter(None, map(_entry, file))


def _entry(line: bytes) -> _Entry | None:
    """None for what this parser did not write, and for a line cut short."""
    try:
        value = from_json(line)
    except ValueError:
        return None
    match value:
        case {"source": {"path": str(path), "sha256": str(sha256)}, "parser_version": str(version), **rest} if version == __version__:
            match rest.get("error"):
                case {"code": str(code), "message": str(message)}:
                    return _Entry(path, sha256, line, ReadingError(code, message))
            return _Entry(path, sha256, line.rstrip(b"\n"), None)
    return None
