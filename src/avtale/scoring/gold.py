"""Gold records: where they and their texts are, and whether they can be read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from avtale.reading import SUFFIXES, ReadingError, file_bytes

Json = Any
ENDING = ".expected.json"


class Gold(NamedTuple):
    """A gold record's path, and that of the text beside it, where there is one."""

    path: str
    text: str | None

    @property
    def stem(self) -> str:
        """The path of the text without its ending."""
        return self.path.removesuffix(ENDING)


def find_gold(paths: Iterable[str]) -> list[Gold]:
    """The gold records that the paths stand for, each once, in order of path; folders are searched through."""
    found = {os.path.normpath(path): None for given in paths for path in (_inside(given) if os.path.isdir(given) else [given])}
    return [Gold(path, _text_beside(path)) for path in sorted(found)]


def _inside(folder: str) -> list[str]:
    """The gold records of a folder and those in it, hidden ones left out; and folders that may not be read, to be told of."""
    closed: list[str] = []
    found: list[str] = []
    for directory, folders, files in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(os.path.join(directory, name) for name in files if name.endswith(ENDING) and not name.startswith("."))
    return found + closed


def _text_beside(path: str) -> str | None:
    stem = path.removesuffix(ENDING)
    return next((stem + suffix for suffix in SUFFIXES if os.path.isfile(stem + suffix)), None)


def read_gold(path: str) -> dict[str, Json]:
    """The gold record in a file. Raises a ReadingError."""
    try:
        gold = json.loads(file_bytes(path))
    except (ValueError, RecursionError) as error:
        raise ReadingError("gold", f"no JSON: {error}") from None
    if not path.endswith(ENDING):
        raise ReadingError("gold", f"the name of a gold record ends in {ENDING}")
    if not isinstance(gold, dict):
        raise ReadingError("gold", "a gold record is a JSON object")
    _check(gold, "")
    if not all(isinstance(kind, str) for kind in gold.get("kinds") or []):
        raise ReadingError("gold", "kinds: not a list of words")
    return gold


def _check(value: Json, where: str) -> None:
    """Refuse a list that begins with an entry and holds values too."""
    if isinstance(value, dict):
        for key, part in value.items():
            _check(part, f"{where}.{key}" if where else key)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict) and not all(isinstance(part, dict) for part in value):
            raise ReadingError("gold", f"{where}: a list of both entries and values")
        for index, part in enumerate(value):
            _check(part, f"{where}[{index}]")
