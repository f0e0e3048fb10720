"""Numbers, bullets, page breaks and spacing that a word processor makes by itself stand in the text as it shows them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from avtale.reading import read_bytes
from avtale.reading.numbering import STYLES, Counter, Level

ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("fo", "xsl-fo-compatible")]
)


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [("decimal", 12, "12"), ("decimalZero", 3, "03"), ("upperRoman", 49, "XLIX"), ("lowerRoman", 4, "iv"), ("lowerLetter", 28, "bb"), ("ordinal", 2, "2.")],
)
def test_styles_of_numbers(style: str, number: int, written: str) -> None:
    assert STYLES[style](number) == written


def test_numbers_of_levels_are_counted_within_each_other() -> None:
    levels = {0: Level("upperRoman", "%1."), 1: Level("decimal", "%1.%2", 3), 2: Level("bullet", "")}
    counter = Counter()
    assert [counter.label(levels, depth) for depth in (0, 1, 1, 2, 0, 1)] == ["I.", "I.3", "I.4", "-", "II.", "II.3"]
    assert counter.label(levels, 0, start=7) == "VII."


def word_document() -> Any:
    """A Word document whose headings are numbered by a list of two levels, which begins anew in a second list."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (style, pattern) in enumerate([("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)")])
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    override = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/>{override}</w:num>'))
    return document


def numbered(document: Any, text: str, depth: int, list_id: int = 90, style: str | None = None) -> None:
    """Add a paragraph of a list."""
    paragraph = document.add_paragraph(text, style)
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def text_of(document: Any) -> str:
    """What is read from a Word document."""
    file = io.BytesIO()
    document.save(file)
    return read_bytes(file.getvalue()).text


def test_word_numbers_headings_and_entries() -> None:
    document = word_document()
    numbered(document, "Møte", 0, style="Heading 1")
    numbered(document, "Tid", 1, style="Heading 2")
    numbered(document, "vår", 2)
    numbered(document, "haust", 2)
    numbered(document, "Stad", 1, style="Heading 2")
    numbered(document, "rådhuset", 2, list_id=91)
    lines = text_of(document).split("\n")
    assert [line.strip() for line in lines if line] == ["# 1 Møte", "## 1.1 Tid", "a) vår", "b) haust", "## 1.2 Stad", "a) rådhuset"]


def test_word_page_breaks_and_spacing() -> None:
    document = docx.Document()
    for text in ("Ås kommune", "Postboks 195"):
        document.add_paragraph(text).paragraph_format.space_after = Pt(0)
    document.add_paragraph("Avtale").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Vedlegg 1")
    document.add_paragraph("Møte").paragraph_format.page_break_before = True
    assert text_of(document) == "Ås kommune\nPostboks 195\nAvtale\n\fVedlegg 1\n\fMøte\n"


def test_word_deletions_are_gone_and_insertions_kept() -> None:
    document = docx.Document()
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>fire</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="a">{run.format("seks")}</w:ins>'
    control = f"<w:sdt><w:sdtContent>{run.format(' møte')}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{deleted}{inserted}{control}</w:p>"))
    assert text_of(document) == "seks møte\n"


def test_word_cells_with_lists_stand_one_after_the_other() -> None:
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "Kommunen skal"
    right.paragraphs[0].text = "dele tal"
    right.paragraphs[0].style = "List Bullet"
    right.add_paragraph("delta", "List Bullet")
    assert text_of(document) == "Kommunen skal\n- dele tal\n- delta\n"


def open_document(styles: str, body: str) -> bytes:
    """An OpenDocument text."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        archive.writestr("styles.xml", f"<office:document-styles {ODF}><office:styles>{styles}</office:styles></office:document-styles>")
    return file.getvalue()


def test_open_document_numbers_headings_and_entries() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
    )
    nested = "<text:list><text:list-item><text:p>mars</text:p></text:list-item></text:list>"
    first = f'<text:list text:style-name="L"><text:list-item><text:p>vår</text:p>{nested}</text:list-item></text:list>'
    second = '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>haust</text:p></text:list-item></text:list>'
    headings = '<text:h text:outline-level="1">Møte</text:h><text:h text:outline-level="2">Tid</text:h>'
    assert read_bytes(open_document(outline, headings + first + second)).text == "# I. Møte\n\n## I.1 Tid\n\na) vår\n  - mars\nb) haust\n"


def test_open_document_breaks_blanks_and_tables() -> None:
    style = '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page" fo:margin-bottom="0.25cm"/></style:style>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell.format('Leiar')}{cell.format('Kari')}</table:table-row></table:table>"
    body = f'<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p><text:p text:style-name="P">ny</text:p><text:p>side</text:p>{table}'
    assert read_bytes(open_document(style, body)).text == "a   b\tc\nd\n\fny\n\nside\n\n| Leiar | Kari |\n"


def test_rtf_headings_tables_and_page_breaks() -> None:
    rich = (
        "{\\rtf1\\ansi\\pard\\outlinelevel1 M\\'f8te\\par\\pard Rådet\\par\\pard\\sa200 vår\\par haust\\par\\page "
        "\\trowd\\pard\\intbl Leiar\\par og sekretær\\cell Kari\\cell\\row\\pard slutt\\par}"
    )
    assert read_bytes(rich.encode("cp1252")).text == "## Møte\n\nRådet\nvår\n\nhaust\n\f| Leiar og sekretær | Kari |\n\nslutt\n"
