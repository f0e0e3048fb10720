"""Lines of a text, and the marks that a line can begin with."""

from __future__ import annotations

import re
from typing import NamedTuple

_RUN = re.compile(r"[^\n\f]+")

MARKER = re.compile(
    r"""(?:
        [-–—‒―−•‣⁃◦●○▪■□◆❖➢➤►▶✓✔☐☑✗¢»\uf000-\uf0ff*+·][\ \t]*(?=[^\s\d*+-])   # a bullet
      | [-–—•*»]\s+(?=\d)                                                  # a bullet before a figure
      | o\s+(?=[A-ZÆØÅa-zæøå])                                            # Word's hollow bullet
      | \(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})\)\s*                            # 1) a) (iv)
      | [a-zæøå]\.\s+(?=\S)                                               # a.
      | \d{1,2}\.\s+(?=\S)                                                # 1.
    )""",
    re.VERBOSE,
)
"""What a list entry begins with: any bullet, or a figure or a letter with `)` or `.`."""


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
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        raw = run.group()
        bare = raw.strip()
        if bare:
            if len(bare) != end - start:
                start += len(raw) - len(raw.lstrip())
                end = start + len(bare)
            gap = text[done:start]
            page = "\f" in gap
            lines.append(Line(start, end, gap.count("\n") + page, page))
            done = end
    return lines
