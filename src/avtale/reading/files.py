"""Files and bytes to documents, within limits."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path

from avtale.reading.document import Decoded, Document, ReadingError
from avtale.reading.kinds import MARKDOWN, TEXT, Kind, decode, kind_of
from avtale.reading.limits import limits

STDIN = "-"
"""The path that means standard input."""


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a file, or standard input for `-`.

    Raises:
        ReadingError: those of `file_bytes` and `read_bytes`.
    """
    return read_bytes(file_bytes(path), path=display_path(os.fspath(path)))


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        ReadingError: `missing`, `unreadable`, `not_a_file`, `too_large`.
    """
    try:
        return _standard_input() if os.fspath(path) == STDIN else _data(path)
    except FileNotFoundError:
        raise ReadingError("missing", "no such file") from None
    except (OSError, ValueError) as error:
        raise ReadingError("unreadable", getattr(error, "strerror", None) or str(error)) from None


def file_sha256(path: str) -> str | None:
    """The SHA-256 of a file's bytes, in hexadecimal; None where `read_file` would not read them, and for standard input."""
    try:
        return hashlib.sha256(_data(path)).hexdigest() if path != STDIN else None
    except (ReadingError, OSError, ValueError):
        return None


def _data(path: str | os.PathLike[str]) -> bytes:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise ReadingError("not_a_file", "not a regular file")
    _check_size(status.st_size)
    return Path(path).read_bytes()


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(limits().size + 1)


def read_bytes(data: bytes, *, path: str | None = None) -> Document:
    """A document from the bytes of a file.

    Raises:
        ReadingError: `empty`, `too_large`, `binary`, `undecodable`, and those of `kind_of` and `decode` in kinds.py.
    """
    _check_size(len(data))
    kind = kind_of(data)
    text, codec, pages, ocr = decode(kind, data) if kind is TEXT else _apart(kind, data)
    if not text.strip("\ufeff \t\r\n\f\v\0"):
        raise ReadingError("empty", "the file is empty" if pages is None else "there is no text on its pages")
    if kind is TEXT and path and path.lower().endswith((".md", ".markdown")):
        kind = MARKDOWN
    return Document(text, path, hashlib.sha256(data).hexdigest(), kind.media_type, codec, len(data), pages, ocr)


def _apart(kind: Kind, data: bytes) -> Decoded:
    from avtale.reading.apart import decode_apart  # plain text need not wait for it

    return decode_apart(kind, data)


def display_path(path: str) -> str:
    """A path as text that can be printed and written anywhere: bytes that are no UTF-8 and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in text)


def _check_size(size: int) -> None:
    if size > limits().size:
        raise ReadingError("too_large", f"{size} bytes, more than the {limits().size} that are read")
