"""OpenDocument texts. lxml parses their XML; here the headings, paragraphs, lists and tables in it are gone through in order."""

from __future__ import annotations

from typing import Any

from avtale.reading.archive import open_archive, parse_xml
from avtale.reading.document import Decoded, ReadingError
from avtale.reading.layout import Layout
from avtale.reading.numbering import Counter
from avtale.reading.odt_styles import TEXT, Styles, xml_name

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_GONE = frozenset(
    {f"{{{TEXT}}}{name}" for name in ("note", "tracked-changes", "ruby-text", "index-title-template", "sequence-decls")} | {f"{{{_OFFICE}}}annotation"}
)
_ROWS = frozenset(f"{{{_TABLE}}}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_LARGEST_REPEAT = 64
"""Blanks or cells that one element may stand for."""


def read(data: bytes) -> Decoded:
    """The text of an OpenDocument text: its body, without headers, footers, notes, comments and what is marked as deleted.

    Raises:
        ReadingError: those of `open_archive` and `check_xml`; `encrypted`.
    """
    with open_archive(data) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ReadingError("encrypted", "the document is protected by a password")
        content = parse_xml(archive.read("content.xml"))
        styles = Styles([content, *([parse_xml(archive.read("styles.xml"))] if "styles.xml" in names else [])])
    layout = Layout()
    body = content.find(f".//{{{_OFFICE}}}body/{{{_OFFICE}}}text")
    _Walk(layout, styles).blocks([] if body is None else body)
    return Decoded(layout.text())


class _Walk:
    """A way through the blocks of a document, into one layout."""

    def __init__(self, layout: Layout, styles: Styles) -> None:
        self.layout = layout
        self.styles = styles
        self.space = True
        """Whether the paragraph before asks for space after it."""

    def blocks(self, parent: Any) -> None:
        for block in parent:
            name = xml_name(block)
            if name == "h":
                self.heading(block)
            elif name == "p":
                self.paragraph(block)
            elif name == "list":
                self.entries(block, 0, "", None)
            elif name == "table":
                self.layout.blank()
                self.rows(block)
                self.layout.blank()
            elif block.tag not in _GONE and isinstance(block.tag, str):
                self.blocks(block)

    def heading(self, block: Any) -> None:
        level = self.styles.level(block)
        self.layout.heading(f"{self.styles.heading_label(level)} {_text(block)}", level)
        self.space = True

    def paragraph(self, block: Any) -> None:
        page, before, after = self.styles.paragraph(block)
        text = _text(block)
        if page:
            self.layout.page()
        if text.strip():
            self.layout.paragraph(text, tight=not (self.space or before))
            self.space = after
        else:
            self.layout.blank()

    def entries(self, block: Any, depth: int, style: str, counter: Counter | None) -> None:
        """The entries of a list; what an entry holds besides its first paragraph has no marker."""
        style = block.get(f"{{{TEXT}}}style-name") or style
        counter = counter or self.styles.counter(block, style)
        for entry in block:
            label = counter.label(self.styles.levels(style), depth) if xml_name(entry) == "list-item" else ""
            for part in entry:
                name = xml_name(part)
                if name == "list":
                    self.entries(part, depth + 1, style, counter)
                elif name == "h":
                    self.heading(part)
                elif name == "p":
                    self.layout.item(label, _text(part), depth) if label else self.layout.paragraph(_text(part), tight=True)
                    label = ""
        self.space = True

    def rows(self, table: Any) -> None:
        for row in table:
            if row.tag in _ROWS:
                self.rows(row)
            elif xml_name(row) == "table-row":
                self.layout.row([self._cell(cell) for cell in row if xml_name(cell) in ("table-cell", "covered-table-cell")])

    def _cell(self, cell: Any) -> Layout:
        within = Layout()
        _Walk(within, self.styles).blocks(cell)
        return within


def _text(element: Any) -> str:
    """The text of a paragraph."""
    out = [element.text or ""]
    for child in element:
        name = xml_name(child)
        if name == "s":
            count = child.get(f"{{{TEXT}}}c", "1")
            out.append(" " * min(int(count), _LARGEST_REPEAT) if count.isdecimal() and len(count) < 5 else " ")
        elif name in ("tab", "line-break"):
            out.append("\t" if name == "tab" else "\n")
        elif child.tag not in _GONE and isinstance(child.tag, str) and "drawing" not in child.tag:
            out.append(_text(child))
        out.append(child.tail or "")
    return "".join(out)
