"""Lines of a text, and the marks that a line can begin with."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKER = re.compile(
    r"""(?:
        [-‐‑–—‒―−•‣⁃◦●○▪■□◆❖➢➤►▶✓✔☐☑✗¢»→⇒➔➜>\uf000-\uf0ff*+·][\ \t]*(?=[^\s\d*+-])   # a bullet
      | [-–—•*»]\s+(?=\d)                                                  # a bullet before a figure
      | o\s+(?=[A-ZÆØÅa-zæøå])                                            # Word's hollow bullet
      | \(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})\)\s*                            # 1) a) (iv)
      | \d{1,2}[°º]\s*(?=[^\W\d_]{2})                                      # 1° (no 15° C)
      | [a-zæøå]\.\s+(?=\S)                                               # a.
      | [a-zæøå](?:\t|\s{2,})(?=[A-ZÆØÅ«"])                                      # a  Saker
      | \d{1,2}\.\s+(?:\(\d[\d.]*\)\s+)?(?!(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*\b)(?=\S)   # 1. (no date)
    )""",
    re.VERBOSE,
)
"""What a list entry begins with: any bullet, or a figure or a letter with `)` or `.`."""

BULLETS = frozenset("-‐‑–—‒―−•‣⁃◦●○▪■□◆❖➢➤►▶✓✔☐☑✗¢»→⇒➔➜>*+·o") | frozenset(map(chr, range(0xF000, 0xF100)))
"""What a bullet is drawn as; Word's hollow one comes out of a PDF as an `o`."""
_STARTS = BULLETS - {"o"} | frozenset("(0123456789")
_AFTER_LETTER = frozenset(". )\t")
ROW_MARKS = ("\t", "   ", "|")
"""What sets cells apart: no row is without one of these."""
MARGIN = re.compile(r"[A-ZÆØÅ][^\W\d][^\t\n:|.]{0,28}:(?:\t\s*| {3,})(?=\S)")
"""A label in the margin, before the words beside it."""
_new = tuple.__new__
"""Makes a line in half of the time of its class."""
_CELLS = re.compile(r"\t|\S {3,}\S|\S *\| *\S")


class Line(NamedTuple):
    """A line that is not blank: its offsets without surrounding blanks, and what stands before it."""

    start: int
    end: int
    gap: int
    """Line breaks since the line before: 1 for the next line, 2 and more after blank lines."""
    page: bool
    """Whether a form feed stands between."""


def split(text: str) -> list[Line]:
    """The lines of `text` that are not blank.

    >>> [text[line.start : line.end] for text in ["a\\n\\n  b \\fc"] for line in split(text)]
    ['a', 'b', 'c']
    """
    lines: list[Line] = []
    paged = "\f" in text
    at = gap = done = 0
    for raw in text.replace("\f", "\n").split("\n"):
        bare = raw.strip()
        if bare:
            start = at if raw[0] == bare[0] else at + raw.index(bare[0])
            page = paged and text.find("\f", done, start) >= 0
            done = start + len(bare)
            lines.append(_new(Line, (start, done, gap, page)))
            gap = 0
        at += len(raw) + 1
        gap += 1
    return lines


def marker_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The list marker that a line begins with; a whole line in asterisks is emphasised, one between dashes is set off.

    >>> [bool(marker_of(line, 0, len(line))) for line in ("- vald", "a) rus", "i dag", "2. mai", "2. rus")]
    [True, True, False, False, True]
    """
    first = text[start]
    if first.isupper() or (first == "*" == text[end - 1] and text[start + 1 : start + 2].strip()) or (first in "-–" and text[end - 2 : end] == f" {first}"):
        return None
    if first in _STARTS or text[start + 1 : start + 2] in _AFTER_LETTER or first in "ivx":
        return MARKER.match(text, start, end)
    return None


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of cells: set apart by a tab, by a bar, or by three blanks and more.

    >>> [is_row(line, 0, len(line)) for line in ("Ordfører\\tKari Moen", "Leder | Ola Lie", "Navn    Rolle", "Kari Moen")]
    [True, True, True, False]
    """
    line = text[start:end]
    return ("   " in line or "\t" in line or "|" in line) and _CELLS.search(line) is not None
