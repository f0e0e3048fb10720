"""Where in a JSON text the value stands that a JSON Pointer names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

_DECODER = JSONDecoder()
_GAP = re.compile(r"[\s:,]*")


def stretch_of(text: str, at: int, pointer: str) -> tuple[int, int]:
    """The offsets of what a pointer names in the value that begins at an offset; parts of the pointer that are not there are passed over.

    >>> text = '{"a": [10, {"b": 2}]}'
    >>> [text[slice(*stretch_of(text, 0, pointer))] for pointer in ("/a/1/b", "/a/1/c", "/x")]
    ['2', '{"b": 2}', '{"a": [10, {"b": 2}]}']
    """
    for part in pointer.split("/")[1:]:
        at = dict(members(text, at)).get(part, at)
    return at, _DECODER.raw_decode(text, at)[1]


def members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The key, or in a list the number, and the offset of each value in the value that begins at an offset.

    >>> list(members('[10, {"b": 2}]', 0))
    [('0', 1), ('1', 5)]
    """
    if text[at] not in "{[":
        return
    has_keys, number, at = text[at] == "{", 0, after_gap(text, at + 1)
    while text[at] not in "]}":
        key, at = _DECODER.raw_decode(text, at) if has_keys else (str(number), at)
        at = after_gap(text, at)
        yield key, at
        at = after_gap(text, _DECODER.raw_decode(text, at)[1])
        number += 1


def after_gap(text: str, at: int) -> int:
    """The offset of what comes after white space and the signs between values."""
    found = _GAP.match(text, at)
    return found.end() if found else at
