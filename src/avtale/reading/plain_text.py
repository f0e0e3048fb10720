"""Plain text: which encoding the bytes are in, told from the bytes alone."""

from __future__ import annotations

import codecs
import re

from avtale.reading.document import Decoded, ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_PAIR = re.compile(rb"[\xc3\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CP1252_GAPS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def read(data: bytes) -> Decoded:
    """The text of a plain text, untouched but for a byte-order mark; Markdown is plain text too."""
    return Decoded(*decode(data))


def decode(data: bytes) -> tuple[str, str]:
    """The text and the codec that gave it.

    A byte-order mark decides; else UTF-8 where the bytes are valid UTF-8; else cp1252, or Latin-1 where cp1252 has no letter.

    Raises:
        ReadingError: `binary` where control bytes show that this is no text, `undecodable` where no encoding fits.
    """
    codec = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if codec is None and _CONTROLS.search(data, 0, 1 << 20):
        raise ReadingError("binary", "not a text file (it has control bytes)")
    try:
        return data.decode(codec or "utf-8"), codec or "utf-8"
    except UnicodeDecodeError as error:
        if codec or len(_UTF8_PAIR.findall(data, 0, 1 << 20)) > 1:
            raise ReadingError("undecodable", f"not valid {codec or 'utf-8'}: {error.reason} at byte {error.start}") from None
    codec = "latin-1" if _CP1252_GAPS.search(data) else "cp1252"
    return data.decode(codec), codec


def encodable(text: str) -> str:
    """A text that can be written: a lone surrogate, which no encoding holds, becomes U+FFFD, so that all offsets stay.

    >>> encodable("r\\udce5d")
    'r�d'
    """
    return _SURROGATE.sub("\ufffd", text)
