"""Kinds of files, told from their content, and the reader of each, which is imported when a file of its kind is met."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from avtale.reading.document import Decoded, ReadingError


class Kind(NamedTuple):
    """A kind of file: the module that reads it, and the extra that installs what this module needs."""

    media_type: str
    reader: str
    extra: str | None = None


TEXT = Kind("text/plain", "plain_text")
MARKDOWN = Kind("text/markdown", "plain_text")
PDF = Kind("application/pdf", "pdf", "pdf")
DOCX = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "docx")
ODT = Kind("application/vnd.oasis.opendocument.text", "odt", "odt")
RTF = Kind("application/rtf", "rtf", "rtf")
HTML = Kind("text/html", "html", "html")
EML = Kind("message/rfc822", "eml")
PNG = Kind("image/png", "picture", "ocr")
JPEG = Kind("image/jpeg", "picture", "ocr")
TIFF = Kind("image/tiff", "picture", "ocr")

SUFFIXES = (".txt", ".md", ".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".eml", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Endings of the files that are taken from a folder; a file that is named is always read, as the kind that its content is of."""

_HEAD = 1024
"""Bytes at the start of a file in which its kind is looked for."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|main|article|section|header|div|h[1-6]|p|table|ul|ol)(?:\s[^<>]*)?>)",
    re.IGNORECASE | re.DOTALL,
)
"""A page, or a piece of one as it is copied out of an editor."""
_HEADER = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}")
_MAIL = re.compile(rb"^(?:received|message-id|mime-version|from|subject|date|to):", re.IGNORECASE | re.MULTILINE)
_PICTURES = {b"\x89PNG\r\n": PNG, b"\xff\xd8\xff": JPEG, b"II*\0": TIFF, b"MM\0*": TIFF}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")


def kind_of(data: bytes) -> Kind:
    """The kind of a file, told from its bytes; what looks like nothing else is plain text.

    Raises:
        ReadingError: `encrypted`, `damaged` or `unsupported` for what is told to be no text by its first bytes.
    """
    head = _head(data)
    if b"%PDF-" in head:
        return PDF
    if head.lstrip().startswith(b"{\\rtf"):
        return RTF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(_OLE):
        if _ENCRYPTED_OLE in data:
            raise ReadingError("encrypted", "the document is protected by a password")
        raise ReadingError("unsupported", "an old Office file (.doc); save it as .docx")
    picture = next((kind for first, kind in _PICTURES.items() if head.startswith(first)), None)
    if picture:
        return picture
    if _HTML.match(head):
        return HTML
    return EML if _is_mail(data) else TEXT


def _head(data: bytes) -> bytes:
    """The start of a file without a byte-order mark, in UTF-8 where that mark is one of UTF-16."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode()
    return head.removeprefix(codecs.BOM_UTF8)


def _is_mail(data: bytes) -> bool:
    """Whether a file begins with a header of fields in English, of which mail has at least two of those that it always has."""
    header = _HEADER.match(data, 0, 1 << 16)
    return header is not None and len({name.lower() for name in _MAIL.findall(header[0])}) > 1


def _zipped(data: bytes) -> Kind:
    import zipfile  # only for what is one: it imports much

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return DOCX
            if "mimetype" in names and "content.xml" in names:
                with archive.open("mimetype") as file:
                    if file.read(100).startswith(ODT.media_type.encode()):
                        return ODT
    except Exception:  # zipfile raises errors of many kinds for what is no archive
        raise ReadingError("damaged", "a zip archive that cannot be read") from None
    raise ReadingError("unsupported", "a zip archive that is neither .docx nor .odt")


def decode(kind: Kind, data: bytes) -> Decoded:
    """The text of a file of a kind.

    Raises:
        ReadingError: `missing_extra` where the library that reads the kind is not installed; `damaged`; `too_deep`; and the reader's own.
    """
    try:
        read: Callable[[bytes], Decoded] = import_module(f"avtale.reading.{kind.reader}").read
    except ModuleNotFoundError:
        if kind.extra is None:
            raise
        raise ReadingError("missing_extra", f"{kind.reader} is read by the extra {kind.extra!r}: pip install 'avtale[{kind.extra}]'") from None
    try:
        decoded = read(data)
        return decoded._replace(text=_whole(decoded.text))
    except ReadingError:
        raise
    except RecursionError:
        raise ReadingError("too_deep", "nested too deeply") from None
    except MemoryError:
        raise ReadingError("memory", "more memory than a file may cost") from None
    except Exception as error:  # the libraries raise errors of every kind for files that break the rules of their format
        raise ReadingError("damaged", f"not a {kind.reader} file that can be read ({type(error).__name__})") from error


def _whole(text: str) -> str:
    """The text with the two halves of a character, as RTF writes it, made one; half of one alone becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
