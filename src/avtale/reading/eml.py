"""Mail: the body of a message, plain where there is a plain one, else the one in HTML. Attachments are not read."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from avtale.reading.document import Decoded, ReadingError
from avtale.reading.kinds import HTML, TEXT, decode


def read(data: bytes) -> Decoded:
    """The text of the body; the header is no part of the document.

    Raises:
        ReadingError: `empty` where there is no body, `missing_extra` where it is in HTML alone and the extra `html` is not installed.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise ReadingError("empty", "a mail without a body; attachments are not read")
    content = body.get_payload(decode=True)
    assert isinstance(content, bytes)
    charset = body.get_content_charset() or ""
    kind = HTML if body.get_content_subtype() == "html" else TEXT
    return Decoded(decode(kind, _as_utf8(content, charset)).text.replace("\r\n", "\n"))


def _as_utf8(content: bytes, charset: str) -> bytes:
    """The content in UTF-8 where its charset is known and true, else as it is."""
    try:
        return content.decode(charset).encode()
    except (LookupError, UnicodeError):
        return content
