"""Joining: the edits that make one line of a paragraph, a list entry or a word that was wrapped, page furniture between its parts left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from avtale.text.furniture import furniture
from avtale.text.lines import BULLETS, MARGIN, Line, is_row, marker_of, split
from avtale.text.view import Edit

_FROM_WHOM = re.compile(r"(?:fra|frå|for)\s\w+(?:\s\w+)?:?\Z")
"""A line that says whom the entries below it come from."""
_HYPHENS = "-‐‑¬"
_DASHES = _HYPHENS + "–"
_SUSPENDED = re.compile(r"(?:og|eller|samt|til|eller/og|og/eller|m\.?m)\b")
_OPEN_END = re.compile(r"(?:,|\b(?:og|eller|samt|mellom|for|om|i|på|til|av|med|ved|fra|frå|som|at|den|det|dei|de|en|ein|et|eit|kl\.|nr\.|jf\.|jfr\.))\Z")
_LONGEST_END = 7
"""Characters of the longest such end, with the one before it."""
_BEFORE_FIGURE = re.compile(
    r"\b(?:av|den|fra|frå|til|i|på|år|året|innen|innan|datert|dagsett|sak|kl\.|nr\.|tlf\.|telefon|våren|sommeren|sommaren|høsten|hausten|vinteren"
    r"|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\Z"
)
_DAY = re.compile(r"\d{1,2}\.\s?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\b")
_BLANK_LINE = re.compile(r"[^\S\n]*\n\s*\n")
_STOP = ".:;!?"
_NOT_HEADED = frozenset(".;!?,-–&|)")
_MARKUP = re.compile(r"#{1,6}\s|__?\w|={2,}\s|<(?:b|strong|h\d)>")

_NUMBERED = re.compile(
    r"(?:§\s?\d|[IVX]{1,5}(?:[.):]\s|\s[–-]\s)|[A-Z](?:[.)]\s|\s[–-]\s)|\d{1,2}(?:\.\d{1,2})*[.):]{0,2}\s*(?:[–-]\s)?[A-ZÆØÅ]|(?:Kap\w*|Del|Punkt|Pkt|Art\w*)\.?\s[\dIVX])"
)
_LABELLED = re.compile(r"[A-ZÆØÅ][^\W\d]*(?:\s[^\W\d]+){0,3}:\s")
_LEAD = re.compile(r"(?::|\b(?:skal|må|bør|vil|kan|å))\Z")
_LONGEST_LEAD = 60
"""Characters of the longest line that announces a list and is told from the end of a wrapped sentence."""
_ENTRY_END = re.compile(r"(?:[,;]|\s(?:og|samt))\Z")
_LONGEST_ENTRY = 60
"""Characters of the longest entry that ends with a comma and is told from a wrapped sentence."""
_LOOSE = 2
"""Line breaks between a bullet on a line of its own and its entry."""
_SLACK = 3
"""Columns by which the lines beside a label may differ."""
PROSE = 40
"""Characters from which a line is prose that can run on, rather than an entry of its own."""
UNWRAPPED_PROSE = 64
"""The same in a text whose paragraphs are whole lines, where a short line seldom runs on."""
WRAPPED = 130
"""A text whose lines are nearly all shorter than this many characters was wrapped at a fixed width."""


def joined(text: str) -> Iterator[Edit]:
    """The edits that join the lines of a text and drop its page furniture."""
    lines = split(text)
    dropped = furniture(text, lines)
    width = _wrap_width(text, lines)
    loose = _loose_bullets(text, lines)
    before: Line | None = None
    waiting: list[Line] = []
    listed = begins = False
    for line in lines:
        if dropped and line in dropped:
            waiting.append(line)
            continue
        edit = None
        if before and loose and before in loose and line.gap <= _LOOSE:
            edit = before.end, line.start, " "
        elif before and not listed and (line.gap == 1 or waiting or line.page) and line not in loose and not (begins and _stand_below(text, before, line)):
            edit = _join(text, before, line, bool(waiting) and (line is not lines[-1] or text[line.start].islower()), width)
        if edit:
            yield edit
        elif waiting:
            yield from ((gone.start, gone.end, "") for gone in waiting)
        listed = before is not None and not edit and _is_listed(text, before, line, width, listed)
        before, waiting, begins = line, [], not edit
    yield from ((gone.start, gone.end, "") for gone in waiting)


def _stand_below(text: str, a: Line, b: Line) -> bool:
    """Whether two lines in small letters, of which the first begins a paragraph, are set in alike: entries without markers."""
    return text[a.start].islower() and text[b.start].islower() and b.gap == 1 and _column(text, a.start) == _column(text, b.start) > 0


def _is_listed(text: str, before: Line, line: Line, width: int, listed: bool) -> bool:
    """Whether a line without a marker is an entry under a line that announces some, or below one that is."""
    if marker_of(text, line.start, line.end):
        return False
    if (listed or text[before.end - 1] == ":") and _is_entry(text, line, width):
        return True
    return not width and text[line.start].islower() and (line.gap == 1 if listed else _LEAD.search(text, before.start, before.end) is not None)


def _is_entry(text: str, line: Line, width: int) -> bool:
    """Whether a line can be an entry of a list that has a comma after each (`ordføraren,`)."""
    length = line.end - line.start
    return length < (min(width * 3 // 5, _LONGEST_ENTRY) if width else _LONGEST_ENTRY) and _ENTRY_END.search(text, line.start, line.end) is not None


def _loose_bullets(text: str, lines: list[Line]) -> set[Line]:
    """The bullets that stand on lines of their own, before their entries: of a kind that does so more than once."""
    alone = [line for line in lines if line.end - line.start == 1 and text[line.start] in BULLETS]
    times = Counter(text[line.start] for line in alone)
    return {line for line in alone if times[text[line.start]] > 1}


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The width at which the text was wrapped by hand, or 0 where its paragraphs are whole lines, none of which goes on in small letters."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 5 or lengths[len(lengths) * 49 // 50] > WRAPPED:
        return 0
    if not any(b.gap == 1 and a.end - a.start >= PROSE and text[b.start].islower() and text[a.end - 1] not in _STOP for a, b in pairwise(lines)):
        return 0
    followed = sorted(a.end - a.start for a, b in pairwise(lines) if b.gap == 1)
    width = followed[len(followed) * 9 // 10] if len(followed) * 3 > len(lines) else 0
    return width if width >= PROSE else 0


def _join(text: str, a: Line, b: Line, interrupted: bool, width: int) -> Edit | None:
    """The edit that makes line `b` run on from line `a`, or None where `b` begins something new."""
    first, last = text[b.start], text[a.end - 1]
    if last in _HYPHENS and first.isalpha() and text[a.end - 2].isalnum():
        if first.islower() and not text[a.end - 2].isupper():
            suspended = _SUSPENDED.match(text, b.start)
            return (a.end, b.start, " ") if suspended else (a.end - 1, b.start, "")
        return (a.end, b.start, "")
    if last in _DASHES and first.isdigit() and text[a.end - 2].isdigit() and b.gap == 1:
        return (a.end, b.start, "")
    if (last in _STOP and (interrupted or not width)) or not _runs_on(text, a, b, interrupted, width):
        return None
    if interrupted and b.gap > 1 and _heads(text, b, width) and _BLANK_LINE.match(text, b.end):
        return None
    if (last in _STOP or (interrupted and b.gap > 1)) and _NUMBERED.match(text, b.start, b.end):
        return None
    if _MARKUP.match(text, b.start, b.end) or (last in _STOP and _heads(text, b, width)):
        return None
    if marker_of(text, b.start, b.end) or is_row(text, b.start, b.end) or (_is_row(text, a) and not _stands_beside_label(text, a, b)):
        return None
    labelled = _LABELLED.match(text, b.start, b.end) and _LABELLED.match(text, a.start, a.end)
    return None if labelled or _leads(text, b) else (a.end, b.start, " ")


def _is_row(text: str, line: Line) -> bool:
    """Whether a line is a row of cells; a tab after a list marker makes none."""
    marker = marker_of(text, line.start, line.end)
    return is_row(text, marker.end() if marker else line.start, line.end)


def _heads(text: str, b: Line, width: int) -> bool:
    """Whether a line after the end of a sentence heads what follows: short, without a stop, and not gone on with."""
    if b.end - b.start > width // 2 or text[b.end - 1] in _NOT_HEADED or not text[b.start].isupper():
        return False
    after = text[b.end : b.end + 80].lstrip()[:1]
    return after.isupper() or after.isdigit() or after in BULLETS


def _leads(text: str, b: Line) -> bool:
    """Whether a short line announces the list that begins on the next: `Politiet skal`."""
    if b.end - b.start > _LONGEST_LEAD or not text[b.start].isupper() or not _LEAD.search(text, b.start, b.end):
        return False
    after = text[b.end : b.end + 8].lstrip()
    return bool(after) and marker_of(after + " ", 0, len(after)) is not None


def _runs_on(text: str, a: Line, b: Line, interrupted: bool, width: int) -> bool:
    length = a.end - a.start
    first = text[b.start]
    if first.islower() and b.gap == 1 and marker_of(text, a.start, a.end) and text[a.end - 1] not in _STOP:
        return _FROM_WHOM.match(text, b.start, b.end) is None
    if first.islower():
        return length >= (PROSE if width else UNWRAPPED_PROSE) or _hangs(text, a, b) or _is_left_open(text, a)
    if first.isdigit() and length >= PROSE and (_BEFORE_FIGURE.search(text, a.end - PROSE, a.end) or (width and _DAY.match(text, b.start, b.end))):
        return True
    if interrupted and width and text[a.end - 1] not in _STOP and text[a.end - 1].islower() | (text[a.end - 1] == ","):
        return length > width * 3 // 5
    if not width and b.gap == 1 and length >= UNWRAPPED_PROSE and text[a.end - 1].islower():
        return _hangs(text, a, b)
    if not width or interrupted or first == "*":
        return False
    if length >= PROSE and (text[a.end - 1] != "," or text.find(". ", a.start, a.end) > 0) and _is_left_open(text, a):
        return True
    word = text.find(" ", b.start, b.end)
    word = b.end if word < 0 else word
    return length > width // 2 and length + 1 + word - b.start > width


def _is_left_open(text: str, line: Line) -> bool:
    """Whether a line ends with what something must follow."""
    return _OPEN_END.search(text, max(line.start, line.end - _LONGEST_END), line.end) is not None


def _hangs(text: str, a: Line, b: Line) -> bool:
    """Whether a line is set in under the words of the list entry above it."""
    marker = marker_of(text, a.start, a.end)
    return marker is not None and _column(text, b.start) == _column(text, marker.end())


def _stands_beside_label(text: str, a: Line, b: Line) -> bool:
    """Whether a line is set in under the words beside a label in the margin (`Møte:    Rådet møtest …`)."""
    label = MARGIN.match(text, a.start, a.end)
    if label is None or is_row(text, label.end(), a.end):
        return False
    above, here = (text[text.rfind("\n", 0, at) + 1 : at].expandtabs() for at in (label.end(), b.start))
    return not here.strip() and abs(len(above) - len(here)) < _SLACK


def _column(text: str, position: int) -> int:
    return len(text[text.rfind("\n", 0, position) + 1 : position].expandtabs())
