"""What is fuzzed: functions of bytes that must end well, or with a ReadingError, whatever the bytes are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from avtale.output import record_json
from avtale.pipeline import parse
from avtale.reading import ReadingError, encodable
from avtale.reading.kinds import DOCX, EML, HTML, ODT, PDF, RTF, TEXT, Kind, decode, kind_of

READERS = (TEXT, PDF, DOCX, ODT, RTF, HTML, EML)
CORPUS = Path(__file__).parent / "corpus"


def text(data: bytes) -> None:
    """The whole way of a text: its record is valid, can be written, and quotes what stands at the offsets."""
    given = encodable(data.decode("utf-8", "surrogateescape"))
    dumped = parse(given).model_dump()
    record_json(dumped)
    for evidence in _evidence(dumped):
        assert evidence["quote"] == given[evidence["start"] : evidence["end"]]


def kind(data: bytes) -> None:
    """Which kind the bytes are of."""
    with contextlib.suppress(ReadingError):
        kind_of(data)


def _reader(of: Kind) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        with contextlib.suppress(ReadingError):
            decode(of, data).text.encode()

    read.__doc__ = f"The reader of {of.media_type}."
    return read


def _evidence(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for part in value.values():
            yield from _evidence(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _evidence(part)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "kind": kind,
    **{of.reader: _reader(of) for of in READERS},
}
