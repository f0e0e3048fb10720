"""A record, or the error in its place, as UTF-8 JSON bytes."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from avtale import __version__
from avtale.printable import printable_json
from avtale.reading import ReadingError


def record_json(record: dict[str, Any], *, evidence: bool = True, indent: int | None = None) -> bytes:
    """The JSON of a dumped record, without a line end; on one line unless `indent` is given."""
    return _printable(to_json(record if evidence else without_evidence(record), indent=indent))


def error_line(path: str, error: ReadingError, sha256: str | None = None) -> bytes:
    """The JSON of a file that gave no record; of what bytes and which parser, where the bytes could be read."""
    made_from = {"source": {"path": path, "sha256": sha256}, "parser_version": __version__} if sha256 else {"source": {"path": path}}
    return _printable(to_json({**made_from, "error": {"code": error.code, "message": error.message}}))


def _printable(json: bytes) -> bytes:
    return printable_json(json.decode()).encode()


def without_evidence(value: Any) -> Any:
    """A dumped record, or a part of it, without the words that its values came from."""
    if isinstance(value, dict):
        return {key: without_evidence(part) for key, part in value.items() if key != "evidence"}
    return [without_evidence(part) for part in value] if isinstance(value, (list, tuple)) else value
