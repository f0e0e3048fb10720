"""From a document to its record: the way of the data, one step after the other."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

from avtale import __version__
from avtale.context import Context
from avtale.extract import candidates
from avtale.reading import Document, encodable, read_bytes, read_file
from avtale.record.validator import validated
from avtale.resolve import resolve

if TYPE_CHECKING:
    from avtale.record.models import Agreement


def parse(text: str) -> Agreement:
    """The record of a text.

    `text` is a whole document, of any length, with any line ends; what is no agreement gives a record too, whose `document_type` says so. The
    offsets of its evidence are code points into `text`; a lone surrogate in it is quoted as U+FFFD. `source` has the SHA-256 and the size of the
    text in UTF-8, and no path.

    Pure: the same text gives the same record, in any process and on any machine; nothing else is read, nothing written. The function, its
    argument and the record can be pickled, so that it can be mapped over a folder by whatever maps functions. Thread-safe. Raises nothing
    of its own.
    """
    text = encodable(text)
    data = text.encode("utf-8")
    return parse_document(Document(text, None, hashlib.sha256(data).hexdigest(), "text/plain", None, len(data)))


def parse_bytes(data: bytes, *, path: str | None = None) -> Agreement:
    """The record of a file's bytes.

    `data` is a whole file of any kind that is read: text, Markdown and, with their extras, PDF, Word, OpenDocument, RTF, web pages and mail.
    `path` is only noted in `source`, but for a name that ends as Markdown's do, which tells it from text. Pure, picklable and thread-safe as
    `parse` is; formats that a library takes apart are decoded in a process that is started for that and kept.

    Raises:
        avtale.ReadingError: the bytes give no text. Its `code` tells why: `empty`, `too_large`, `binary`, `undecodable`; of formats `damaged`,
            `missing_extra`, `timeout` and others. It can be pickled too.
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
    from avtale.record.models import Agreement  # the command writes records without them

    return Agreement.model_validate(_record(document))


def dumped_record(document: Document) -> dict[str, Any]:
    """The same record as a dictionary: what `parse_document(document).model_dump()` gives."""
    return validated(_record(document))


def _record(document: Document) -> dict[str, Any]:
    context = Context(document.text, document.pages is not None)
    source = {name: getattr(document, name) for name in ("path", "sha256", "media_type", "encoding", "size", "pages", "ocr")}
    return {"source": source, "parser_version": __version__, **resolve(context, candidates(context))}
