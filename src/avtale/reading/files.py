"""Files and bytes to documents, within limits."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from avtale.reading.document import Document, ReadingError
from avtale.reading.plain_text import decode

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest input that is read."""


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a file.

    Raises:
        ReadingError: `missing`, `unreadable`, `not_a_file`, `too_large`, and those of `read_bytes`.
    """
    name = os.fspath(path)
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError("not_a_file", "not a regular file")
        _check_size(status.st_size)
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadingError("missing", "no such file") from None
    except OSError as error:
        raise ReadingError("unreadable", error.strerror or str(error)) from None
    return read_bytes(data, path=name)


def read_bytes(data: bytes, *, path: str | None = None) -> Document:
    """A document from the bytes of a file.

    Raises:
        ReadingError: `empty`, `too_large`, `binary`, `undecodable`.
    """
    _check_size(len(data))
    text, codec = decode(data)
    if not text.strip("\ufeff \t\r\n\f\v\0"):
        raise ReadingError("empty", "the file is empty")
    return Document(text, path, hashlib.sha256(data).hexdigest(), "text/plain", codec, len(data))


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise ReadingError("too_large", f"{size} bytes, more than the {LARGEST} that are read")
