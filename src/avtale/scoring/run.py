"""Many gold records: each read, its text parsed or its record looked up, and scored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from avtale.batch import run
from avtale.folders import Input
from avtale.output import record_json
from avtale.reading import ReadingError, display_path, read_file
from avtale.reading.limits import limits
from avtale.scoring.gold import Gold, read_gold
from avtale.scoring.records import Records
from avtale.scoring.score import Document, score

Json = Any


class Outcome(NamedTuple):
    """What came of a gold record: the document's score, and what went wrong; a text that gave no record is scored all the same."""

    path: str
    document: Document | None
    error: ReadingError | None


def score_files(found: list[Gold], given: Records | None = None, jobs: int | None = None) -> Iterator[Outcome]:
    """Score the texts beside the gold records, or the records that are given in their place."""
    readable: list[tuple[Gold, Json]] = []
    for gold in found:
        try:
            readable.append((gold, _read(gold, needs_text=given is None)))
        except ReadingError as error:
            yield Outcome(gold.path, None, error)
    golds = [gold for gold, _ in readable]
    results = _parsed(golds, jobs) if given is None else (_looked_up(gold, given) for gold in golds)
    for (gold, expected), (record, problem) in zip(readable, results, strict=True):
        yield Outcome(gold.path, score(display_path(gold.path), expected, record, _text(gold), str(problem) if problem else None), problem)


def _read(gold: Gold, *, needs_text: bool) -> Json:
    expected = read_gold(gold.path)
    if needs_text and gold.text is None:
        raise ReadingError("missing", "there is no text beside it")
    return expected


def _parsed(golds: list[Gold], jobs: int | None) -> Iterator[tuple[Json, ReadingError | None]]:
    texts = [gold.text for gold in golds if gold.text is not None]
    for outcome in run([Input(text, text) for text in texts], _parse, jobs, limits()):
        yield json.loads(outcome.made or b"{}"), outcome.error


def _parse(path: str) -> bytes:
    from avtale.pipeline import dumped_record  # the parser is not wanted where records are given

    return record_json(dumped_record(read_file(path)))


def _looked_up(gold: Gold, given: Records) -> tuple[Json, ReadingError | None]:
    record = given.of(gold.stem)
    if record is None:
        return {}, ReadingError("missing", "no record of it is given")
    error = record.get("error")
    if isinstance(error, dict):
        return {}, ReadingError(str(error.get("code")), str(error.get("message")))
    return record, None


def _text(gold: Gold) -> str | None:
    """The text that the quotes refer to, where it can be read."""
    try:
        return None if gold.text is None else read_file(gold.text).text
    except ReadingError:
        return None
