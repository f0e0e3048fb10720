"""Records that were made before: read from JSON, and held against the schema and their source."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from avtale.output import without_evidence
from avtale.pipeline import parse_document
from avtale.reading import STDIN, Document, ReadingError, display_path, read_file
from avtale.record import Agreement
from avtale.rules import Hit, Rule
from avtale.rules.stored import QUOTE, SCHEMA, SOURCE, VALUE

VERSION = Agreement.model_fields["schema_version"].default
SUFFIXES = (".json", ".jsonl")
_VERSION = re.compile(r"(\d+)\.(\d+)")
_PROBLEMS = {"missing": "missing_field", "extra_forbidden": "unknown_field"}
_WIDTH = 60
"""Characters of a value or a quote that a message shows."""

Problem = tuple[Rule, Hit]


class Stored(NamedTuple):
    """What stands in a file for one record: its JSON, or why there is none; `line` in JSON Lines."""

    value: Any
    error: ReadingError | None = None
    line: int | None = None


def holds_records(path: str, text: str | None = None) -> bool:
    """Whether a file is one of records: by its ending, standard input by its beginning."""
    return text is not None and text.lstrip()[:1] in ("{", "[") if path == STDIN else path.lower().endswith(SUFFIXES)


def stored(path: str) -> Iterator[Stored]:
    """The records in a file: an object or an array of them, or one a line.

    Raises:
        ReadingError: the file cannot be read, or is no JSON.
    """
    if not path.lower().endswith(".jsonl"):
        yield from stored_in(read_file(path).text)
        return
    try:
        with open(path, "rb") as file:
            yield from _each_line(file)
    except FileNotFoundError:
        raise ReadingError("missing", "no such file") from None
    except OSError as error:
        raise ReadingError("unreadable", error.strerror or str(error)) from None


def stored_in(text: str) -> Iterator[Stored]:
    """The records in a text.

    Raises:
        ReadingError: it is no JSON.
    """
    try:
        value = from_json(text)
    except ValueError as error:
        lines = text.encode().splitlines()
        if not (str(error).startswith("trailing characters") and text.lstrip().startswith("{")):
            raise ReadingError("json", f"no valid JSON: {error}") from None
        yield from _each_line(lines)
        return
    yield from (_told(Stored(each)) for each in (value if isinstance(value, list) else [value]))


def _each_line(lines: Any) -> Iterator[Stored]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _told(Stored(from_json(line.removeprefix(b"\xef\xbb\xbf")), None, number))
            except ValueError as error:
                what = re.sub(r" at line 1 column (\d+)$", r" at column \1", str(error))
                yield Stored(None, ReadingError("json", f"line {number}: no valid JSON: {what}"), number)


def _told(found: Stored) -> Stored:
    """A record, or the error where the file says that there was one, or the record is of a newer version than ours."""
    at = f"line {found.line}: " if found.line else ""
    value = found.value
    if not isinstance(value, dict):
        return found._replace(error=ReadingError("json", f"{at}no record: a record is a JSON object"))
    if isinstance(failed := value.get("error"), dict):
        return found._replace(error=ReadingError("no_record", f"{at}{failed.get('message')}"))
    version = str(value.get("schema_version"))
    if _is_newer(version):
        return found._replace(error=ReadingError("newer_schema", f"{at}schema_version: {version} is newer than {VERSION}, which is what this avtale reads"))
    return found


def _is_newer(version: str) -> bool:
    parts = _VERSION.fullmatch(version)
    return parts is not None and tuple(map(int, parts.groups())) > tuple(map(int, VERSION.split(".")))


def fitted(value: Any) -> tuple[Agreement | None, list[Problem]]:
    """The record that a JSON value is; None, and what does not fit the schema, where it is none."""
    try:
        return Agreement.model_validate_json(json.dumps(value)), []
    except ValidationError as error:
        return None, [(SCHEMA, _misfit(each)) for each in error.errors()]


def source_of(record: Agreement, path: str) -> tuple[str, Document] | None:
    """The file that a record says it was made from, where it is: from the record's folder, else from where we are."""
    named = record.source.path
    if not named or named == STDIN:
        return None
    beside = Path(named) if path == STDIN else Path(path).parent / named
    for place in dict.fromkeys([str(beside), named, str(beside.parent / Path(named).name)]):
        if os.path.isfile(place):
            try:
                return place, read_file(place)
            except ReadingError:
                return None
    return None


def is_of(record: Agreement, document: Document) -> bool:
    """Whether a document is the one that a record was made from; yes where the record does not say."""
    return record.source.sha256 in (None, document.sha256)


def other_source(record: Agreement, path: str, document: Document) -> Problem:
    """That a document is not the one that a record was made from."""
    values = {"path": display_path(path), "found": document.sha256[:12], "expected": str(record.source.sha256)[:12]}
    return SOURCE, Hit("/source/sha256", None, values)


def against(record: Agreement, document: Document) -> Iterator[Problem]:
    """What a record says that is not so in its document: quotes, and values that are read otherwise."""
    dumped = record.model_dump(mode="json")
    for field, words in _quotes(dumped, ""):
        start, end = words["start"], words["end"]
        found = document.text[start:end] if 0 <= start <= end else ""
        if found != words["quote"] or end > len(document.text):
            yield QUOTE, Hit(field, None, {"field": field, "quote": _short(words["quote"]), "found": _short(found)})
    read = parse_document(document).model_dump(mode="json")
    for field, said, other in _differences(without_evidence(dumped), without_evidence(read), ""):
        if not field.startswith(("/source", "/parser_version")):
            yield VALUE, Hit(field, None, {"field": field, "said": _short(said), "read": _short(other)})


def _misfit(error: ErrorDetails) -> Hit:
    field = "".join(f"/{part}" for part in error["loc"]) or "/"
    problem = _PROBLEMS.get(error["type"], "wrong_value")
    expected = error.get("ctx", {}).get("expected")
    detail = "" if problem in _PROBLEMS.values() else f": {_short(error['input'])}" + (f" ≠ {expected}" if expected else "")
    return Hit(field, None, {"field": field, "problem": problem, "detail": detail})


def _quotes(value: Any, field: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each quote in a dumped record, with its JSON Pointer."""
    if isinstance(value, dict) and {"start", "end", "quote"} <= value.keys():
        yield field, value
    elif isinstance(value, (dict, list)):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _quotes(part, f"{field}/{key}")


def _differences(a: Any, b: Any, field: str) -> Iterator[tuple[str, Any, Any]]:
    """Where two dumped records differ, as deep down as can be."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in a:
            yield from _differences(a[key], b.get(key), f"{field}/{key}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for index, (left, right) in enumerate(zip(a, b, strict=True)):
            yield from _differences(left, right, f"{field}/{index}")
    elif a != b:
        yield field, a, b


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
