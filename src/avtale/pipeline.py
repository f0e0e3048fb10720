"""From a document to its record: the way of the data, one step after the other."""

from __future__ import annotations

import hashlib
import os

from avtale.context import Context
from avtale.extract import candidates
from avtale.reading import Document, encodable, read_bytes, read_file
from avtale.record import Agreement
from avtale.resolve import resolve


def parse(text: str) -> Agreement:
    """The record of a text.

    The offsets of its evidence are code points into `text`; a lone surrogate in it is quoted as U+FFFD. Pure and thread-safe.
    """
    text = encodable(text)
    data = text.encode("utf-8")
    return parse_document(Document(text, None, hashlib.sha256(data).hexdigest(), "text/plain", None, len(data)))


def parse_bytes(data: bytes, *, path: str | None = None) -> Agreement:
    """The record of a file's bytes; `path` is only noted.

    Raises:
        avtale.ReadingError: the bytes give no text (`empty`, `binary`, `undecodable`, `too_large`).
    """
    return parse_document(read_bytes(data, path=path))


def parse_file(path: str | os.PathLike[str]) -> Agreement:
    """The record of a file.

    Raises:
        avtale.ReadingError: the file cannot be read, or gives no text.
    """
    return parse_document(read_file(path))


def parse_document(document: Document) -> Agreement:
    """The record of a document that has been read."""
    context = Context(document.text, document.pages is not None)
    source = {name: getattr(document, name) for name in ("path", "sha256", "media_type", "encoding", "size", "pages")}
    return Agreement.model_validate({"source": source, **resolve(context, candidates(context))})
