"""Word documents. python-docx opens the package and finds its parts; here its paragraphs, lists and tables are gone through in order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document as open_docx
from docx.oxml.ns import qn

from avtale.reading.archive import check_xml, open_archive
from avtale.reading.document import Decoded, ReadingError
from avtale.reading.docx_styles import Styles
from avtale.reading.layout import Layout

_TRANSPARENT = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml")))
"""What stands around paragraphs, or around runs, and shows what it holds."""
_GONE = frozenset(map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pict", "w:drawing", "w:object")))
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\xad"}


def read(data: bytes) -> Decoded:
    """The text of a Word document: its body, without headers, footers, notes, comments and what is marked as deleted.

    Raises:
        ReadingError: those of `open_archive` and `check_xml`; `unsupported` for templates and documents with macros.
    """
    with open_archive(data) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                check_xml(archive.read(name))
    try:
        document = open_docx(io.BytesIO(data))
    except ValueError:
        raise ReadingError("unsupported", "a Word template, or a document with macros; save it as .docx") from None
    layout = Layout()
    _Walk(layout, Styles(document)).blocks(document.element.body)
    return Decoded(layout.text())


class _Walk:
    """A way through the paragraphs and tables of a document, into one layout."""

    def __init__(self, layout: Layout, styles: Styles) -> None:
        self.layout = layout
        self.styles = styles
        self.space = True
        """Whether the paragraph before asks for space after it."""

    def blocks(self, parent: Any) -> None:
        for block in _content(parent):
            if block.tag == qn("w:p"):
                self.paragraph(block)
            elif block.tag == qn("w:tbl"):
                self.table(block)

    def paragraph(self, paragraph: Any) -> None:
        style = self.styles.of(paragraph)
        before, *rest = _text(paragraph).split("\f")
        if style.page_before:
            self.layout.page()
        label = self.styles.label(style) if "".join([before, *rest]).strip() else ""
        self._part(style, label, before)
        for part in rest:
            self.layout.page()
            self._part(style, "", part)

    def _part(self, style: Any, label: str, text: str) -> None:
        if not text.strip():
            self.layout.blank()
            return
        if style.level is not None:
            self.layout.heading(f"{label} {text}" if label not in ("", "-") else text, style.level + 1)
        elif label:
            apart = style.space_before or self.space
            self.layout.item(label, text, style.depth, tight=label == "-" or not apart)
        else:
            self.layout.paragraph(text, tight=not (self.space or style.space_before))
        self.space = style.space_after

    def table(self, table: Any) -> None:
        self.layout.blank()
        for row in _content(table):
            if row.tag == qn("w:tr"):
                self.layout.row([self._cell(cell) for cell in _content(row) if cell.tag == qn("w:tc")])
        self.layout.blank()

    def _cell(self, cell: Any) -> Layout:
        within = Layout()
        _Walk(within, self.styles).blocks(cell)
        return within


def _content(parent: Any) -> Iterator[Any]:
    """The children of an element, those within content controls and tracked insertions too."""
    for child in parent:
        if child.tag in _TRANSPARENT:
            yield from _content(child)
        else:
            yield child


def _text(element: Any) -> str:
    """The text of a paragraph, a form feed for a page break."""
    out: list[str] = []
    for child in element:
        if child.tag == qn("w:t"):
            out.append(child.text or "")
        elif child.tag == qn("w:br"):
            out.append("\f" if child.get(qn("w:type")) == "page" else "\n")
        elif child.tag in _CHARACTERS:
            out.append(_CHARACTERS[child.tag])
        elif child.tag not in _GONE and child.tag != _ALTERNATIVE:
            out.append(_text(child))
    return "".join(out)
