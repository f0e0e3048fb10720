"""Records that somebody made before: JSON Lines, one JSON file, or a folder of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from avtale.reading import ReadingError

Json = Any
_ENDINGS = (".json", ".jsonl")


class Records:
    """Records by the path of the text that each was made from; by its name alone where that is one text's only."""

    def __init__(self, records: Iterator[tuple[str, dict[str, Json]]]) -> None:
        self._by_path: dict[str, dict[str, Json]] = {}
        self._by_name: dict[str, list[str]] = {}
        for path, record in records:
            self._by_path[os.path.normpath(path)] = record
        for path in self._by_path:
            self._by_name.setdefault(_name(path), []).append(path)

    def of(self, stem: str) -> dict[str, Json] | None:
        """The record of a text, whose path without its ending this is."""
        same = self._by_name.get(os.path.basename(stem), [])
        exact = [path for path in same if os.path.splitext(path)[0] == stem]
        paths = exact or same
        return self._by_path[paths[0]] if len(paths) == 1 else None


def _name(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def read_records(path: str) -> Records:
    """The records in a file or a folder. Raises a ReadingError."""
    try:
        return Records(_read(Path(path)))
    except OSError as error:
        raise ReadingError("missing", error.strerror or "cannot be read") from None


def _read(path: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    if not path.is_dir():
        yield from _in_file(path)
        return
    for file in sorted(path.rglob("*")):
        if file.suffix in _ENDINGS and not file.name.endswith(".expected.json"):
            yield from _in_file(file)


def _in_file(path: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    """The records of a file; one that does not say what it was made from is known by the name of the file."""
    for record in _parsed(path):
        if not isinstance(record, dict):
            raise ReadingError("records", f"{path.name}: a record is a JSON object")
        source = record.get("source")
        made_from = source.get("path") if isinstance(source, dict) else None
        yield made_from if isinstance(made_from, str) else f"{path.stem.removesuffix('.txt')}.txt", record


def _parsed(path: Path) -> list[Json]:
    """One JSON object, an array of them, or one a line."""
    data = path.read_bytes()
    try:
        whole = json.loads(data)
        return whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        return [_line(path, number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]


def _line(path: Path, number: int, line: bytes) -> Json:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise ReadingError("records", f"{path.name}: line {number} is no JSON") from None
