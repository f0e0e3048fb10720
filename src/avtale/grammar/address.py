"""E-mail and web addresses as written: `post@luster.kommune.no`, `www.politiet.no`, `https://salto.example/x`, `politi.no`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOT = re.compile(r"\.(?=[a-zA-ZæøåÆØÅ])|://")
_WORD = re.compile(r"[^\s<>«»\"()\[\],;]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|eu)(?![\w.-]*\w)(?:/\S*)?", re.IGNORECASE)
_TRAILING = ".,;:!?"


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the addresses of a text stand, and whether each is an `email` or a `url`.

    >>> text = "Skriv til post@os.kommune.no, sjå politi.no."
    >>> [(text[a:b], kind) for a, b, kind in find(text)]
    [('post@os.kommune.no', 'email'), ('politi.no', 'url')]
    """
    done = 0
    for dot in _DOT.finditer(text):
        if dot.start() < done:
            continue
        start = _word_start(text, dot.start(), done)
        word = _WORD.match(text, start)
        if word is None:
            continue
        done = word.end()
        end = start + len(word[0].rstrip(_TRAILING))
        if _EMAIL.fullmatch(text, start, end):
            yield start, end, "email"
        elif "@" not in word[0] and _URL.fullmatch(text, start, end):
            yield start, end, "url"


def _word_start(text: str, at: int, floor: int) -> int:
    """Where the word begins that a position is in."""
    while at > floor and not (text[at - 1].isspace() or text[at - 1] in '<>«»"()[],;'):
        at -= 1
    return at
