"""Cleaning: the chain of recorded edits from a document text to the text that a reader has in mind.

1. characters: line ends, blanks, soft hyphens, ligatures, combining letters, pictographs;
2. columns: prose in two columns, put one after the other;
3. lines: page furniture, words hyphenated at a line end, wrapped lines;
4. emphasis inside a line (`**`); a line that is emphasised as a whole keeps its marks, since they make it a heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from avtale.text.columns import reading_order
from avtale.text.joining import joined
from avtale.text.lines import split
from avtale.text.view import Edit, View

_SPECIAL = re.compile(
    "[\r\v\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u2000-\u200f\u2028\u2029\u202a-\u202f\u205f-\u206f\u2126\u212a\u212b"
    "\u231a\u231b\u23e9-\u23f3\u2614\u2615\u26a1\u26d4\u2705\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u2b1b\u2b1c\u2b50\u2b55"
    "\u3000\ufb00-\ufb06\ufe0e\ufe0f\ufeff\ufffe\uffff\U0001f000-\U0001faff]+"
)
_BREAKS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile("[^\n\\s\u0300-\u036f\u2126\u212a\u212b\ufb00-\ufb06]")

_STRAY = re.compile(r"(?P<before>[|~]\s+)?.*?(?P<after>\s*[|~]+)?\Z", re.DOTALL)
_SPECK = re.compile(r"(?<=[^\s|\t] {3}) *['’‘`´·.,;:]{1,2}(?= *$)", re.MULTILINE)
"""A mark that scanning leaves at the end of a line, after blanks that would make a cell of it."""
_SPACED = re.compile(r"[A-ZÆØÅ] (?<!\w..)[A-ZÆØÅ](?: [A-ZÆØÅ]){2,}(?!\w)")
_EMPHASIS = re.compile(r"\*\*+")


def clean(source: str) -> View:
    """The view that the parser reads, made from a document text."""
    view = View(source)
    view = view.edit(_characters(view.text))
    if not unicodedata.is_normalized("NFC", view.text):
        view = view.edit(_composed(view.text))
    if "   " in view.text and (order := reading_order(view.text)):
        view = view.arranged(order)
    view = view.edit(_spaced(view.text))
    if "   " in view.text:
        view = view.edit((mark.start(), mark.end(), "") for mark in _SPECK.finditer(view.text))
    if "|" in view.text or "~" in view.text:
        view = view.edit(_strays(view.text))
    view = view.edit(joined(view.text))
    return view.edit(_emphasis(view.text)) if "**" in view.text else view


def _characters(text: str) -> Iterator[Edit]:
    for run in _SPECIAL.finditer(text):
        start, end = run.span()
        new = run.group()
        if new[-1] == "\r" and text[end : end + 1] == "\n":
            new = new[:-1]
        new = _BLANKS.sub(" ", _BREAKS.sub("\n", new))
        new = _NOTHING.sub("", new)
        if "\ufb00" <= max(new, default="") <= "\ufb06":
            new = unicodedata.normalize("NFKC", new)
        if new and unicodedata.combining(new[0]) and start:
            start -= 1
            new = text[start] + new
        new = unicodedata.normalize("NFC", new)
        if new != text[start:end]:
            yield start, end, new


def _composed(text: str) -> Iterator[Edit]:
    """What is left of decomposed writing outside the common range, one edit a cluster."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        new = unicodedata.normalize("NFC", text[start:end])
        if new != text[start:end]:
            yield start, end, new
        start = end


def _spaced(text: str) -> Iterator[Edit]:
    """The blanks in a word that is set with a blank after each letter: `A V T A L E`."""
    for word in _SPACED.finditer(text):
        yield from ((at, at + 1, "") for at in range(word.start() + 1, word.end(), 2))


def _strays(text: str) -> Iterator[Edit]:
    """The marks that scanning leaves at the edge of a page, which are no cells of a table."""
    for line in split(text):
        stretch = text[line.start : line.end]
        if (stretch.count("|") == 1 or "~" in stretch) and (edge := _STRAY.match(stretch)):
            yield from ((line.start + edge.start(name), line.start + edge.end(name), "") for name in ("before", "after") if edge[name])


def _emphasis(text: str) -> Iterator[Edit]:
    for line in split(text):
        marks = list(_EMPHASIS.finditer(text, line.start, line.end))
        if len(marks) == 2 and marks[0].start() == line.start and marks[1].end() >= line.end - 1:
            continue
        yield from ((mark.start(), mark.end(), "") for mark in marks)
