"""The same agreement in every format gives the same facts, and what a format knows of its text is used."""

from __future__ import annotations

import base64
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from avtale.pipeline import parse_bytes, parse_file
from avtale.reading import read_bytes
from tests.documents import ROOT
from tests.reading.writers import WRITERS, pieces

AGREEMENTS = (
    "politirad-tabell-2016",
    "desimal-tjenestetilbud-2019",
    "slt-romertall-2022",
    "nn-paragraf-tabell-2023",
    "nn-politirad-lensmann-2009",
    "nn-setningar-fem-2022",
)
MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "rtf": "application/rtf",
    "eml": "message/rfc822",
    "md": "text/markdown",
    "pdf": "application/pdf",
}
POSITIONED = {"source", "sections", "contents", "notices"}
"""Fields with offsets, or that tell of the file."""


def bare(value: Any) -> Any:
    """A value without its evidence."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key != "evidence"}
    return [bare(item) for item in value] if isinstance(value, list) else value


@cache
def path_of(name: str) -> Path:
    """An agreement of the corpus."""
    return ROOT / "corpus" / f"{name}.txt"


@cache
def written(name: str, kind: str) -> bytes:
    """An agreement in another format."""
    return WRITERS[kind](pieces(path_of(name)))


@cache
def facts_of_text(name: str) -> dict[str, Any]:
    """The facts of the agreement as plain text."""
    return facts(parse_file(path_of(name)).model_dump(mode="json"))


def facts(record: dict[str, Any]) -> dict[str, Any]:
    """The values of a record, without what tells where they stand."""
    return {field: bare(value) for field, value in record.items() if field not in POSITIONED}


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", AGREEMENTS)
def test_same_facts_in_every_format(name: str, kind: str) -> None:
    found = facts(parse_bytes(written(name, kind), path=f"avtale.{kind}").model_dump(mode="json"))
    expected = facts_of_text(name)
    assert {field: found[field] for field in expected if found[field] != expected[field]} == {}


def headings(sections: list[dict[str, Any]]) -> list[tuple[str | None, str]]:
    """The headings of a tree of sections, in order."""
    return [heading for section in sections for heading in [(section["number"], section["heading"]), *headings(section["children"])]]


@pytest.mark.parametrize("kind", sorted(WRITERS.keys() - {"pdf"}))
@pytest.mark.parametrize("name", AGREEMENTS)
def test_same_headings_in_formats_that_mark_them(name: str, kind: str) -> None:
    found = parse_bytes(written(name, kind), path=f"avtale.{kind}").model_dump(mode="json")
    expected = parse_file(path_of(name)).model_dump(mode="json")
    assert headings(found["sections"]) == headings(expected["sections"])


@pytest.mark.parametrize("kind", WRITERS)
def test_kind_is_told_from_the_content(kind: str) -> None:
    data = written(AGREEMENTS[0], kind)
    assert read_bytes(data, path=f"a.{kind}").media_type == MEDIA_TYPES[kind]
    if kind != "md":  # which is text like any other but for its name
        assert read_bytes(data, path="a.txt").media_type == read_bytes(data).media_type == MEDIA_TYPES[kind]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", AGREEMENTS)
def test_quotes_stand_where_evidence_says(name: str, kind: str) -> None:
    text = read_bytes(written(name, kind)).text
    for quote in quotes(parse_bytes(written(name, kind)).model_dump(mode="json")):
        assert text[quote["start"] : quote["end"]] == quote["quote"]


def quotes(value: Any) -> list[dict[str, Any]]:
    """All evidence in a record."""
    if isinstance(value, list):
        return [quote for item in value for quote in quotes(item)]
    if not isinstance(value, dict):
        return []
    return [quote for key, item in value.items() for quote in (item if key == "evidence" else quotes(item))]


def test_evidence_in_a_pdf_has_its_page() -> None:
    data = written(AGREEMENTS[0], "pdf")
    document, record = read_bytes(data), parse_bytes(data).model_dump(mode="json")
    assert document.pages == record["source"]["pages"] == document.text.count("\f") + 1 > 1
    found = quotes(record)
    assert all(quote["page"] == document.text.count("\f", 0, quote["start"]) + 1 for quote in found)
    assert {quote["page"] for quote in found} == set(range(1, document.pages + 1))
    signed = [quote["page"] for signatory in record["signatories"] for quote in signatory["evidence"]]
    assert signed
    assert set(signed) == {document.pages}


def test_input_without_pages_has_none_in_its_evidence() -> None:
    for quote in quotes(parse_bytes(written(AGREEMENTS[0], "docx")).model_dump(mode="json")):
        assert quote["page"] is None


def test_html_page_is_laid_out_by_its_markup() -> None:
    page = """<!doctype html><head><title>Nei</title><script>nei()</script></head><nav>Meny</nav><h1>Avtale</h1>
    <p>Første
    linje<br>andre</p><ol start="3"><li>vår<ul><li>i mars</ul><li>haust</ol>
    <table><tr><th>Rolle<th>Namn<tr><td>Leiar<td>Kari Moen<tr><td>Sekretær<td></table>
    <p hidden>Nei</p><div>Slutt</div>"""
    assert read_bytes(page.encode()).text == (
        "# Avtale\n\nFørste linje\nandre\n3. vår\n  - i mars\n4. haust\n\n| Rolle | Namn |\n| Leiar | Kari Moen |\n| Sekretær |  |\n\nSlutt\n"
    )


def test_mail_in_html_alone_is_read() -> None:
    body = base64.encodebytes("<html><body><h2>Møte</h2><p>Rådet møtest i mars.</p></body></html>".encode()).decode()
    mail = f"From: a@example.no\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}"
    assert read_bytes(mail.encode()).text == "## Møte\n\nRådet møtest i mars.\n"


def test_letter_head_in_norwegian_is_no_mail() -> None:
    assert read_bytes("Fra: Ås kommune\nTil: Politiet\nDato: 3. mai 2021\n\nAvtale".encode()).media_type == "text/plain"


@pytest.mark.parametrize("start", ["<h2>", "<div class='a'><h2>", "<!-- utkast -->\n<META charset='utf-8'><h2>", "<p></p><h2>", "<table><tr><td><h2>"])
def test_piece_of_a_web_page_is_one(start: str) -> None:
    assert read_bytes(f"{start}Møte</h2><p>Rådet møtest i mars.</p>".encode()).text == "## Møte\n\nRådet møtest i mars.\n"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_web_page_may_have_a_byte_order_mark(codec: str) -> None:
    assert read_bytes("<!DOCTYPE html><p>Møte".encode(codec)).text == "Møte\n"


@pytest.mark.parametrize("text", ["<Namn> kommune og politiet", "<p", "<pålogging>\n", "<dividende>", "<b>Avtale</b> om politiråd"])
def test_text_with_an_angle_first_is_text(text: str) -> None:
    assert read_bytes(text.encode()).media_type == "text/plain"


def test_paragraphs_without_space_after_them_are_lines_of_one() -> None:
    page = """<html><p style="margin-bottom: 0cm">Samarbeidsavtale</p><p style="line-height: 1; margin-bottom: 0.35cm">mellom Voss herad og politiet</p>
    <p style="margin-bottom: 0.1in">Formål</p><p style="margin-bottom: 0in"><br/></p><p style="margin-bottom:0">Møte</p><h1>Slutt</h1><p>Takk"""
    assert read_bytes(page.encode()).text == "Samarbeidsavtale\nmellom Voss herad og politiet\n\nFormål\n\nMøte\n\n# Slutt\n\nTakk\n"


def test_mail_out_of_a_mailbox_is_mail() -> None:
    mail = "From ordforar Mon Mar  1 10:00:00 2021\nFrom: a@example.no\nSubject: Avtale\n\nRådet møtest i mars.\n"
    assert read_bytes(mail.encode()).text == "Rådet møtest i mars.\n"


def test_rich_text_may_have_a_byte_order_mark() -> None:
    assert read_bytes(b"\xef\xbb\xbf{\\rtf1 Avtale\\par}").text == "Avtale\n"


def test_plain_text_imports_no_library_of_a_format() -> None:
    code = (
        "import sys, avtale.cli.parse as parse, avtale.reading as reading; reading.read_bytes(b'Avtale');"
        "print(sorted({'docx', 'lxml', 'pypdfium2', 'selectolax', 'striprtf', 'email'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
