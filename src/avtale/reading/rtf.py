"""Rich Text Format. striprtf decodes; what it drops and a reader needs is put into the markup as characters before it does."""

from __future__ import annotations

import codecs
import re

from striprtf.striprtf import rtf_to_text

from avtale.reading.document import Decoded
from avtale.reading.layout import Layout

_WORD = re.compile(r"\\(?:[\\{}]|(?P<word>pard|par|sa|sb|outlinelevel|page|pagebb|intbl|bin)(?P<number>-?\d{1,6})?(?![a-zA-Z0-9]))")
_HEADING, _APART, _PAGE = "\x01", "\x02", "\f"
_MARKS = re.compile(f"[{_HEADING}{_APART}{_PAGE}]")
_ITEM = re.compile(r"(?P<marker>[·•▪◦o§\uf000-\uf0ff–-]|\(?(?:\d{1,2}|[a-z])[.)])\t")
_BULLETS = re.compile(r"[^\w().]|[o§]")


def read(data: bytes) -> Decoded:
    """The text of a document in RTF. Its headings are the paragraphs with an outline level."""
    marked = _Marks().sub(data.removeprefix(codecs.BOM_UTF8).decode("latin-1"))
    # Hyperlinks are for striprtf to write out, by a pattern that takes very long over some texts; their shown text is read anyway.
    text: str = rtf_to_text(marked.replace("HYPERLINK", "LINK"), errors="replace")
    layout = Layout()
    for line in text.split("\n"):
        _add(layout, line)
    return Decoded(layout.text())


class _Marks:
    """Puts a mark before headings, paragraphs set apart and page breaks, and makes one line of each cell of a table."""

    def __init__(self) -> None:
        self.level = self.after = self.before = 0
        self.in_table = False
        self.reset()

    def reset(self) -> None:
        self.level, self.after, self.before, self.in_table = -1, 0, 0, False

    def sub(self, markup: str) -> str:
        return _WORD.sub(self._mark, markup)

    def _mark(self, match: re.Match[str]) -> str:
        word, number = match["word"], int(match["number"] or 0)
        if word == "pard":
            self.reset()
        elif word in ("sa", "sb"):
            self.after, self.before = (number, self.before) if word == "sa" else (self.after, number)
        elif word == "intbl":
            self.in_table = True
        elif word == "outlinelevel":
            self.level = number
        elif word in ("page", "pagebb"):
            return _character(_PAGE) + "\\par " if word == "page" else match[0]
        elif word == "par":
            return self._paragraph_end()
        return match[0]

    def _paragraph_end(self) -> str:
        if self.in_table:
            return "\\'20"
        heading = _character(_HEADING) * (self.level + 1 if 0 <= self.level < 6 else 0)
        return heading + (_character(_APART) if self.after or self.before else "") + "\\par "


def _character(mark: str) -> str:
    return f"\\u{ord(mark)}?"


def _add(layout: Layout, line: str) -> None:
    if _PAGE in line:
        layout.page()
    text = _MARKS.sub("", line).strip(" ")
    item = _ITEM.match(text)
    if line.count(_HEADING):
        layout.heading(text, line.count(_HEADING))
    elif text.rstrip().endswith("|"):
        layout.row([_cell(cell) for cell in text.rstrip().removesuffix("|").split("|")])
    elif item:
        marker = item["marker"]
        layout.item("-" if _BULLETS.fullmatch(marker) else marker, text[item.end() :], 0)
    elif text.strip():
        layout.paragraph(text, tight=True)
    if _APART in line or not text.strip():
        layout.blank()


def _cell(text: str) -> Layout:
    layout = Layout()
    layout.paragraph(text)
    return layout
