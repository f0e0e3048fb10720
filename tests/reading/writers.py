"""Agreements of the corpus written in other formats, by libraries that the readers do not use where there is one."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NamedTuple

import docx
import odfdo
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

_BULLET = re.compile("(?:[-•–*\uf000-\uf0ff]|o)\\s+")
_CONTENTS = re.compile(r"\t(\d{1,3})$")
_NUMBER = re.compile(r"^(\d+(?:\.\d+)*\.?|\w\))\s+")
_CELLS = re.compile(r"\s*\t\s*|\s{3,}|\s*\|\s*")


class Piece(NamedTuple):
    """A line of the text: what it is, its text or cells, and whether a blank line stands before it."""

    kind: str
    cells: list[str]
    apart: bool
    level: int = 0

    @property
    def text(self) -> str:
        """The text of what is no row."""
        return self.cells[0]


def pieces(path: Path) -> list[Piece]:
    """The lines of an agreement of the corpus; which of them are headings its gold record says."""
    gold = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    numbered = any(section.get("number") for section in gold["sections"])
    levels = {
        _plain_letters(f"{section.get('number') or ''}{section['heading']}"): _level(section.get("number") or "")
        for section in gold["sections"]
        if section.get("number") or not numbered
    }
    found: list[Piece] = []
    apart = False
    for line in map(str.strip, path.read_text(encoding="utf-8").split("\n")):
        if line:
            found.append(_piece(line, apart, levels.get(_plain_letters(line), 0)))
        apart = not line
    return found


def _plain_letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _level(number: str) -> int:
    return 1 + number.count(".")


def _piece(line: str, apart: bool, level: int) -> Piece:
    bullet = _BULLET.match(line)
    if level and not line.endswith(":"):
        return Piece("heading", [line], apart, level)
    if bullet:
        return Piece("item", [line[bullet.end() :]], apart)
    line = _CONTENTS.sub(r" ........ \1", line)
    cells = _CELLS.split(_NUMBER.sub(r"\1 ", line.strip("|").strip()))
    return Piece("row" if len(cells) > 1 else "paragraph", cells, apart)


def runs(all_pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces of one kind that follow each other without a blank line between; each heading by itself."""
    run: list[Piece] = []
    for piece in all_pieces:
        if run and (piece.apart or piece.kind != run[-1].kind or piece.kind == "heading"):
            yield run
            run = []
        run.append(piece)
    yield run


def _grid(run: list[Piece]) -> list[list[str]]:
    """The rows of a table, each with as many cells."""
    width = max(len(piece.cells) for piece in run)
    return [piece.cells + [""] * (width - len(piece.cells)) for piece in run]


def write_docx(all_pieces: list[Piece]) -> bytes:
    """Word, by python-docx: its own styles for headings and bullets."""
    document = docx.Document()
    for run in runs(all_pieces):
        if run[0].kind == "row":
            rows = _grid(run)
            table = document.add_table(len(rows), len(rows[0]))
            for cells, row in zip(rows, table.rows, strict=True):
                for text, cell in zip(cells, row.cells, strict=True):
                    cell.text = text
            continue
        for piece in run:
            if piece.kind == "heading":
                document.add_heading(piece.text, piece.level)
                continue
            paragraph = document.add_paragraph(piece.text, "List Bullet" if piece.kind == "item" else None)
            paragraph.paragraph_format.space_after = Pt(10 if piece is run[-1] else 0)
    return _saved(document.save)


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def write_odt(all_pieces: list[Piece]) -> bytes:
    """OpenDocument, by odfdo: an empty paragraph for each blank line."""
    document = odfdo.Document("text")
    body = document.body
    body.clear()
    for level in document.get_part("styles.xml").get_elements("//text:outline-level-style"):
        level.set_attribute("style:num-format", "")  # the library's template numbers headings
    for run in runs(all_pieces):
        if run[0].apart:
            body.append(odfdo.Paragraph(""))
        if run[0].kind == "row":
            body.append(_odt_table(_grid(run)))
        elif run[0].kind == "item":
            body.append(odfdo.List([piece.text for piece in run]))
        else:
            for piece in run:
                body.append(odfdo.Header(piece.level, piece.text) if piece.kind == "heading" else odfdo.Paragraph(piece.text))
    return _saved(document.save)


def _odt_table(rows: list[list[str]]) -> odfdo.Table:
    table = odfdo.Table("Tabell", width=len(rows[0]), height=len(rows))
    for at, cells in enumerate(rows):
        table.set_row_values(at, cells, cell_type="string")
    return table


def write_html(all_pieces: list[Piece]) -> bytes:
    """A web page, by hand, in cp1252 as old ones are."""
    body = "\n".join(map(_html_of, runs(all_pieces)))
    return f"<!DOCTYPE html>\n<html><head><title>Avtaler</title></head><body>{body}</body></html>".encode("cp1252", "xmlcharrefreplace")


def _html_of(run: list[Piece]) -> str:
    kind, texts = run[0].kind, [html.escape(piece.text) for piece in run]
    if kind == "heading":
        return f"<h{run[0].level + 1}>{texts[0]}</h{run[0].level + 1}>"
    if kind == "item":
        return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
    if kind == "row":
        return "<table>" + "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>" for cells in _grid(run)) + "</table>"
    return "<p>" + "<br>\n".join(texts) + "</p>"


def write_rtf(all_pieces: list[Piece]) -> bytes:
    """Rich Text Format, by hand, as Word writes it."""
    body = "\n".join(map(_rtf_of, runs(all_pieces)))
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}{\\stylesheet{\\s1\\sb240\\outlinelevel0 heading 1;}}\n" + body + "}"
    ).encode("ascii")


def _rtf_of(run: list[Piece]) -> str:
    if run[0].kind == "row":
        return "".join("\\trowd\\cellx3000\\cellx6000\\pard\\intbl " + "".join(f"{_rtf(cell)}\\cell " for cell in cells) + "\\row " for cells in _grid(run))
    if run[0].kind == "heading":
        return f"\\pard\\plain\\s1\\sb240\\outlinelevel{run[0].level - 1} {_rtf(run[0].text)}\\par "
    if run[0].kind == "item":
        return "".join(f"{{\\listtext\\'b7\\tab}}\\pard\\plain\\fi-360 {_rtf(piece.text)}\\par " for piece in run) + "\\pard\\par "
    return "\\pard\\plain\\f0 " + "".join(f"{_rtf(piece.text)}\\par " for piece in run) + "\\pard\\par "


def _rtf(text: str) -> str:
    return "".join(_rtf_letter(letter) for letter in text)


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    return letter if letter.isascii() else f"\\u{ord(letter)}?"


def write_eml(all_pieces: list[Piece]) -> bytes:
    """A mail, by the standard library."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "post@kommune.example", "post@politi.example", "Til arkivet"
    message.set_content("\n".join(_plain(all_pieces)), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _plain(all_pieces: list[Piece]) -> Iterator[str]:
    for piece in all_pieces:
        yield ("\n" if piece.apart else "") + ("- " if piece.kind == "item" else "") + "\t".join(piece.cells)


def write_md(all_pieces: list[Piece]) -> bytes:
    """Markdown, by hand."""
    return "\n\n".join(map(_markdown_of, runs(all_pieces))).encode()


def _markdown_of(run: list[Piece]) -> str:
    if run[0].kind == "heading":
        return "#" * (run[0].level + 1) + " " + run[0].text
    if run[0].kind == "row":
        first, *rest = ("| " + " | ".join(cells) + " |" for cells in _grid(run))
        return "\n".join([first, re.sub(r"[^|]+", " --- ", first), *rest])
    return "\n".join(("- " if piece.kind == "item" else "") + piece.text for piece in run)


def write_pdf(all_pieces: list[Piece]) -> bytes:
    """PDF, by reportlab: wrapped lines, a running header and page numbers."""
    styles = getSampleStyleSheet()
    story: list[Any] = []
    for run in runs(all_pieces):
        if run[0].kind == "row":
            cells = [[Paragraph(html.escape(cell), styles["Normal"]) for cell in cells] for cells in _grid(run)]
            story.append(Table(cells, style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])))
        else:
            style = styles[f"Heading{run[0].level + 1}"] if run[0].kind == "heading" else styles["Normal"]
            bullet = "•" if run[0].kind == "item" else None
            story += [Paragraph(html.escape(piece.text), style, bulletText=bullet) for piece in run]
        story.append(Spacer(0, 8))
    return _saved(lambda file: SimpleDocTemplate(file, pagesize=A4).build(story, onFirstPage=_numbered, onLaterPages=_numbered))


def _numbered(canvas: Canvas, _template: object) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(480, 30, f"Side {canvas.getPageNumber()}")


WRITERS: dict[str, Callable[[list[Piece]], bytes]] = {
    "docx": write_docx,
    "odt": write_odt,
    "html": write_html,
    "rtf": write_rtf,
    "eml": write_eml,
    "md": write_md,
    "pdf": write_pdf,
}
