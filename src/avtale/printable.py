"""Text that may come from anywhere, made safe to show: nothing in it moves a cursor, ends a line or turns the direction of writing."""

from __future__ import annotations

import re

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

_LEFT_BY_JSON = re.compile("[\x7f-\x9f\ud800-\udfff]")


def printable(text: str, keep: str = "") -> str:
    r"""The text with an escape for each control character and each half of a character, those in `keep` excepted.

    >>> print(printable("Øvre\x1b[2J\r\n🚓"))
    Øvre\x1b[2J\x0d\x0a🚓
    """
    return _UNSHOWN.sub(lambda found: found[0] if found[0] in keep else _escaped(found[0]), text)


def printable_json(json: str) -> str:
    r"""JSON that means the same, with escapes for what it lets stand: control characters that are commands to some terminals, and halves of characters.

    >>> print(printable_json('"\x9b2J"'))
    "\u009b2J"
    """
    return json if json.isprintable() else _LEFT_BY_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
