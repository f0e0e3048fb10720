"""E-mail and web addresses as written: `post@luster.kommune.no`, `www.politiet.no`, `https://salto.example/x`, `politi.no`.

The value is `{"type", "value", "text"}`, `type` one of `email` and `url`. Not an address: an abbreviation (`t.o.m.`), a clock time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.found import Found
from avtale.text import View

_DOT = re.compile(r"\.[a-zA-ZæøåÆØÅ]")
_SCHEME_END = re.compile("://")
_WORD = re.compile(r"[^\s<>«»\"()\[\],;|]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|eu)(?![\w.-]*\w)(?:/\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"(?:mailto|e-?post|nett|web):(?!//)", re.IGNORECASE)
_TRAILING = ".,;:!?"


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The addresses in `start:end`: `{"type", "value", "text"}`.

    >>> view = View("Skriv til post@os.kommune.no, sjå politi.no.")
    >>> [(found.value["type"], found.value["value"]) for found in find(view, 0, len(view.text))]
    [('email', 'post@os.kommune.no'), ('url', 'politi.no')]
    """
    text, done = view.text, start
    for joint in sorted(match.start() for pattern in (_DOT, _SCHEME_END) for match in pattern.finditer(text, start, end)):
        if joint < done:
            continue
        word = _WORD.match(text, _word_start(text, joint, done), end)
        if word is None:
            continue
        done = word.end()
        scheme = _SCHEME.match(word[0])
        at, stop = word.start() + (scheme.end() if scheme else 0), word.start() + len(word[0].rstrip(_TRAILING))
        kind = _kind(text, at, stop)
        if kind:
            yield Found(at, stop, {"type": kind, "value": text[at:stop], "text": text[at:stop]})


def _kind(text: str, start: int, end: int) -> str | None:
    if _EMAIL.fullmatch(text, start, end):
        return "email"
    return "url" if text.find("@", start, end) < 0 and _URL.fullmatch(text, start, end) else None


def _word_start(text: str, at: int, floor: int) -> int:
    """Where the word begins that a position is in."""
    while at > floor and not (text[at - 1].isspace() or text[at - 1] in '<>«»"()[],;|'):
        at -= 1
    return at
