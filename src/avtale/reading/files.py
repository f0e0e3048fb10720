"""Files and bytes to documents, within limits."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path

from avtale.reading.document import Document, ReadingError
from avtale.reading.plain_text import decode

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest input that is read."""
STDIN = "-"
"""The path that means standard input."""


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a file, or standard input for `-`.

    Raises:
        ReadingError: `missing`, `unreadable`, `not_a_file`, `too_large`, and those of `read_bytes`.
    """
    name = os.fspath(path)
    try:
        data = _standard_input() if name == STDIN else _data(path)
    except FileNotFoundError:
        raise ReadingError("missing", "no such file") from None
    except (OSError, ValueError) as error:
        raise ReadingError("unreadable", getattr(error, "strerror", None) or str(error)) from None
    return read_bytes(data, path=display_path(name))


def _data(path: str | os.PathLike[str]) -> bytes:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise ReadingError("not_a_file", "not a regular file")
    _check_size(status.st_size)
    return Path(path).read_bytes()


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(LARGEST + 1)


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


def display_path(path: str) -> str:
    """A path as text that can be printed and written anywhere: bytes that are no UTF-8 and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in text)


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise ReadingError("too_large", f"{size} bytes, more than the {LARGEST} that are read")
