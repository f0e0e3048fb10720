"""Records that were made before: read from JSON, and held against the schema and their source."""

from __future__ import annotations

import json
import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from avtale.output import without_evidence
from avtale.pipeline import parse_document
from avtale.reading import STDIN, Document, ReadingError, display_path, read_file
from avtale.record.models import Agreement
from avtale.rules import Hit, Rule
from avtale.rules.stored import QUOTE, SCHEMA, SOURCE, VALUE
from avtale.validation.places import Lines
from avtale.validation.pointers import after_gap, members, stretch_of

VERSION = Agreement.model_fields["schema_version"].default
SUFFIXES = (".json", ".jsonl")
_VERSION = re.compile(r"(\d+)\.(\d+)")
_PROBLEMS = {"missing": "missing_field", "extra_forbidden": "unknown_field"}
_WIDTH = 60
"""Characters of a value or a quote that a message shows."""

Problem = tuple[Rule, Hit]


class Stored(NamedTuple):
    """A record in a file: its JSON value, and where in which lines that begins."""

    value: Any
    lines: Lines
    at: int = 0


Told = Stored | ReadingError
"""What stands in a file for one record: its JSON, or why there is none."""


def holds_records(path: str, text: str | None = None) -> bool:
    """Whether a file is one of records: by its ending, standard input by its beginning."""
    return text is not None and text.lstrip()[:1] in ("{", "[") if path == STDIN else path.lower().endswith(SUFFIXES)


def stored(path: str) -> Iterator[Told]:
    """The records in a file: an object or an array of them, or one a line.

    Raises:
        ReadingError: the file cannot be read, is no JSON, or holds no record.
    """
    if not path.lower().endswith(".jsonl"):
        yield from stored_in(read_file(path).text)
        return
    try:
        with open(path, "rb") as file:
            yield from _some(_each_line(file))
    except FileNotFoundError:
        raise ReadingError("missing", "no such file") from None
    except OSError as error:
        raise ReadingError("unreadable", error.strerror or str(error)) from None


def stored_in(text: str) -> Iterator[Told]:
    """The records in a text.

    Raises:
        ReadingError: it is no JSON, or holds no record.
    """
    try:
        value = from_json(text)
    except ValueError as error:
        if not (str(error).startswith("trailing characters") and text.lstrip().startswith("{")):
            raise ReadingError("json", f"no valid JSON: {error}") from None
        yield from _each_line(text.encode().splitlines())
        return
    lines, at = Lines(text), after_gap(text, 0)
    values = zip(value, (start for _, start in members(text, at)), strict=True) if isinstance(value, list) else [(value, at)]
    yield from _some(_told(Stored(each, lines, start)) for each, start in values)


def _some(found: Iterator[Told]) -> Iterator[Told]:
    """What is found, where anything is."""
    first = next(found, None)
    if first is None:
        raise ReadingError("empty", "there is no record in the file")
    yield from chain([first], found)


def _each_line(lines: Iterable[bytes]) -> Iterator[Told]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                value = from_json(line.removeprefix(BOM_UTF8))
            except ValueError as error:
                what = re.sub(r" at line 1 column (\d+)$", r" at column \1", str(error))
                yield ReadingError("json", f"line {number}: no valid JSON: {what}")
                continue
            text = line.decode("utf-8-sig")
            yield _told(Stored(value, Lines(text, number), after_gap(text, 0)))


def _told(found: Stored) -> Told:
    """A record, or the error where the file says that there was one, or the record is of a newer version than ours."""
    value = found.value
    if not isinstance(value, dict):
        return _error("json", found, "", "no record: a record is a JSON object")
    if isinstance(failed := value.get("error"), dict):
        return _error("no_record", found, "/error", str(failed.get("message")))
    version = str(value.get("schema_version"))
    if _is_newer(version):
        return _error("newer_schema", found, "/schema_version", f"schema_version: {version} is newer than {VERSION}, which is what this avtale reads")
    return found


def _error(code: str, found: Stored, field: str, message: str) -> ReadingError:
    start, _ = stretch_of(found.lines.text, found.at, field)
    return ReadingError(code, f"line {found.lines.number(start)}: {message}")


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
    """What a record says that is not so in its document: quotes, and values or their evidence that are read otherwise."""
    dumped = record.model_dump(mode="json")
    quotes = list(_quotes(dumped, ""))
    wrong = {field: found for field, words in quotes if (found := _standing(words, document.text)) is not None}
    for field, words in quotes:
        if field in wrong:
            yield QUOTE, Hit(field, None, {"field": field, "quote": _short(words["quote"]), "found": _short(wrong[field])})
    read = parse_document(document).model_dump(mode="json")
    if not quotes:
        dumped, read = without_evidence(dumped), without_evidence(read)
    told = {field.rpartition("/")[0] for field in wrong}
    for field, said, other in _differences(dumped, read, ""):
        if not field.startswith(("/source", "/parser_version")) and field not in told:
            yield VALUE, Hit(field, None, {"field": field, "said": _short(said), "read": _short(other)})


def _standing(words: dict[str, Any], text: str) -> str | None:
    """What stands in a text where a quote says that it does, None where that is the quote."""
    start, end = words["start"], words["end"]
    found = text[start:end] if 0 <= start <= end else ""
    return None if found == words["quote"] and end <= len(text) else found


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
    """Where two dumped records differ, as deep down as can be; evidence as a whole."""
    if field.endswith("/evidence"):
        if a != b:
            yield field, a, b
    elif isinstance(a, dict) and isinstance(b, dict):
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
