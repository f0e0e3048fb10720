"""Cleaning: the chain of recorded edits from a document text to the text that a reader has in mind.

1. characters: line ends, blanks, soft hyphens, ligatures, combining letters, pictographs;
2. lines: page furniture, words hyphenated at a line end, wrapped lines;
3. emphasis inside a line (`**`); a line that is emphasised as a whole keeps its marks, since they make it a heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from avtale.text.furniture import furniture
from avtale.text.lines import BULLETS, Line, is_row, marker_of, split
from avtale.text.view import Edit, View

_SPECIAL = re.compile(
    "[\r\v\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u2000-\u200f\u2028\u2029\u202a-\u202f\u205f-\u206f\u2126\u212a\u212b"
    "\u231a\u231b\u23e9-\u23f3\u2614\u2615\u26a1\u26d4\u2705\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u2b1b\u2b1c\u2b50\u2b55"
    "\u3000\ufb00-\ufb06\ufe0e\ufe0f\ufeff\ufffe\uffff\U0001f000-\U0001faff]+"
)
_BREAKS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile("[^\n\\s\u0300-\u036f\u2126\u212a\u212b\ufb00-\ufb06]")

_HYPHENS = "-‐‑¬"
_SUSPENDED = re.compile(r"(?:og|eller|samt|til|eller/og|og/eller|m\.?m)\b")
_OPEN_END = re.compile(r"(?:,|\b(?:og|eller|samt|mellom|for|om|i|på|til|av|med|ved|fra|frå|som|at|den|det|dei|de|en|ein|et|eit|kl\.|nr\.|jf\.|jfr\.))\Z")
_STOP = ".:;!?"
_STRAY = re.compile(r"(?P<before>[|~]\s+)?.*?(?P<after>\s*[|~]+)?\Z", re.DOTALL)
_SPACED = re.compile(r"[A-ZÆØÅ] (?<!\w..)[A-ZÆØÅ](?: [A-ZÆØÅ]){2,}(?!\w)")
_EMPHASIS = re.compile(r"\*\*+")

_NUMBERED = re.compile(r"(?:§\s?\d|[IVX]{1,5}[.)]\s|[A-Z][.)]\s|\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZÆØÅ])")
_LABELLED = re.compile(r"[A-ZÆØÅ][^\W\d]*(?:\s[^\W\d]+){0,3}:\s")
_LEAD = re.compile(r"(?::|\b(?:skal|må|bør|vil|kan|å))\Z")
_LONGEST_LEAD = 60
"""Characters of the longest line that announces a list and is told from the end of a wrapped sentence."""
_ENTRY_END = re.compile(r"(?:[,;]|\s(?:og|samt))\Z")
_LONGEST_ENTRY = 60
"""Characters of the longest entry that ends with a comma and is told from a wrapped sentence."""
_LOOSE = 2
"""Line breaks between a bullet on a line of its own and its entry."""
PROSE = 40
"""Characters from which a line is prose that can run on, rather than an entry of its own."""
UNWRAPPED_PROSE = 64
"""The same in a text whose paragraphs are whole lines, where a short line seldom runs on."""
WRAPPED = 130
"""A text whose lines are nearly all shorter than this many characters was wrapped at a fixed width."""


def clean(source: str) -> View:
    """The view that the parser reads, made from a document text."""
    view = View(source)
    view = view.edit(_characters(view.text))
    if not unicodedata.is_normalized("NFC", view.text):
        view = view.edit(_composed(view.text))
    view = view.edit(_spaced(view.text))
    if "|" in view.text or "~" in view.text:
        view = view.edit(_strays(view.text))
    view = view.edit(_lines(view.text))
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


def _lines(text: str) -> Iterator[Edit]:
    lines = split(text)
    dropped = furniture(text, lines)
    width = _wrap_width(lines)
    loose = _loose_bullets(text, lines)
    before: Line | None = None
    waiting: list[Line] = []
    listed = False
    for line in lines:
        if line in dropped:
            waiting.append(line)
            continue
        edit = None
        if before and before in loose and line.gap <= _LOOSE:
            edit = before.end, line.start, " "
        elif before and line not in loose and not listed:
            edit = _join(text, before, line, bool(waiting), width)
        if edit:
            yield edit
        else:
            yield from ((gone.start, gone.end, "") for gone in waiting)
        listed = before is not None and not edit and (listed or text[before.end - 1] == ":") and _is_entry(text, line, width)
        before, waiting = line, []
    yield from ((gone.start, gone.end, "") for gone in waiting)


def _is_entry(text: str, line: Line, width: int) -> bool:
    """Whether a line can be an entry of a list that has a comma after each (`ordføraren,`)."""
    length = line.end - line.start
    return length < (min(width * 3 // 5, _LONGEST_ENTRY) if width else _LONGEST_ENTRY) and _ENTRY_END.search(text, line.start, line.end) is not None


def _loose_bullets(text: str, lines: list[Line]) -> set[Line]:
    """The bullets that stand on lines of their own, before their entries: of a kind that does so more than once."""
    alone = [line for line in lines if line.end - line.start == 1 and text[line.start] in BULLETS]
    times = Counter(text[line.start] for line in alone)
    return {line for line in alone if times[text[line.start]] > 1}


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text was wrapped by hand, or 0 where its paragraphs are whole lines."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 5 or lengths[len(lengths) * 49 // 50] > WRAPPED:
        return 0
    followed = sorted(a.end - a.start for a, b in pairwise(lines) if b.gap == 1)
    width = followed[len(followed) * 9 // 10] if len(followed) * 3 > len(lines) else 0
    return width if width >= PROSE else 0


def _join(text: str, a: Line, b: Line, interrupted: bool, width: int) -> Edit | None:
    """The edit that makes line `b` run on from line `a`, or None where `b` begins something new."""
    if b.gap > 1 and not interrupted and not b.page:
        return None
    first, last = text[b.start], text[a.end - 1]
    if last in _HYPHENS and first.isalpha() and text[a.end - 2].isalnum():
        if first.islower() and not text[a.end - 2].isupper():
            suspended = _SUSPENDED.match(text, b.start)
            return (a.end, b.start, " ") if suspended else (a.end - 1, b.start, "")
        return (a.end, b.start, "")
    if last in _STOP and (interrupted or not width or _NUMBERED.match(text, b.start, b.end)):
        return None
    if not _runs_on(text, a, b, interrupted, width):
        return None
    if marker_of(text, b.start, b.end) or is_row(text, a.start, a.end) or is_row(text, b.start, b.end):
        return None
    labelled = _LABELLED.match(text, b.start, b.end) and _LABELLED.match(text, a.start, a.end)
    return None if labelled or _leads(text, b) else (a.end, b.start, " ")


def _leads(text: str, b: Line) -> bool:
    """Whether a short line announces the list that begins on the next: `Politiet skal`."""
    if b.end - b.start > _LONGEST_LEAD or not text[b.start].isupper() or not _LEAD.search(text, b.start, b.end):
        return False
    after = text[b.end : b.end + 8].lstrip()
    return bool(after) and marker_of(after + " ", 0, len(after)) is not None


def _runs_on(text: str, a: Line, b: Line, interrupted: bool, width: int) -> bool:
    length = a.end - a.start
    if text[b.start].islower():
        return length >= (PROSE if width else UNWRAPPED_PROSE) or _hangs(text, a, b) or bool(_OPEN_END.search(text, a.start, a.end))
    if interrupted and width and text[a.end - 1] not in _STOP and text[a.end - 1].islower() | (text[a.end - 1] == ","):
        return length > width * 3 // 5
    if not width or interrupted or text[b.start] == "*":
        return False
    word = text.find(" ", b.start, b.end)
    word = b.end if word < 0 else word
    return length > width // 2 and length + 1 + word - b.start > width


def _hangs(text: str, a: Line, b: Line) -> bool:
    """Whether a line is set in under the words of the list entry above it."""
    marker = marker_of(text, a.start, a.end)
    return marker is not None and _column(text, b.start) == _column(text, marker.end())


def _column(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position)


def _emphasis(text: str) -> Iterator[Edit]:
    for line in split(text):
        marks = list(_EMPHASIS.finditer(text, line.start, line.end))
        if len(marks) == 2 and marks[0].start() == line.start and marks[1].end() >= line.end - 1:
            continue
        yield from ((mark.start(), mark.end(), "") for mark in marks)
