"""`Document`: a text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Document:
    """A document text, which all offsets refer to, with the facts about its source."""

    text: str
    path: str | None
    sha256: str
    """Of the bytes, in hexadecimal."""
    media_type: str
    encoding: str | None
    """Python's name of the codec that makes the text from the bytes; None for a text that never was bytes, and for formats with a way of their own."""
    size: int
    """In bytes."""
    pages: int | None = None
    """Of input that has pages: in the text a form feed stands between each two. None where the input has none."""
    ocr: bool = False
    """Whether text of it was recognised on pictures of pages."""


class Decoded(NamedTuple):
    """What a reader makes of a file's bytes."""

    text: str
    encoding: str | None = None
    pages: int | None = None
    ocr: bool = False


class ReadingError(Exception):
    """An input that gives no document. `code` is stable, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
