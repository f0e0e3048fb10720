"""Files that are locked, broken or made to do harm: an error of their own each, and nothing else."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from avtale.reading import ReadingError, read_bytes
from avtale.reading.archive import MEMBERS
from avtale.reading.kinds import decode, kind_of
from tests.documents import ROOT
from tests.hostile_files import LAUGHS
from tests.reading.writers import WRITERS, pieces

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
OPEN = f"<office:document-content {OFFICE}><office:body><office:text>%s</office:text></office:body></office:document-content>"


def zipped(**members: str | bytes) -> bytes:
    """An archive; in names `__` stands for `/` and a last `_` for `.xml`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").removesuffix("_") + (".xml" if name.endswith("_") else ""), content)
    return file.getvalue()


def odt(content: str, **members: str | bytes) -> bytes:
    """An OpenDocument text."""
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_=content, **members)


def pdf(text: str = "", password: str | None = None) -> bytes:
    """A PDF of one page."""
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password) if password else None)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.drawString(72, 700, text)
    canvas.save()
    return file.getvalue()


def macros() -> bytes:
    """A Word document with macros."""
    file, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as plain, zipfile.ZipFile(out, "w") as archive:
        for name in plain.namelist():
            main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            archive.writestr(name, plain.read(name).replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
    return out.getvalue()


HOSTILE = {
    "a PDF with a password": (pdf("Avtale", "hemmelig"), "encrypted"),
    "a cut PDF": (pdf("Avtale")[:200], "damaged"),
    "an image without a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported"),
    "a Word file with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a Word file with macros": (macros(), "unsupported"),
    "a spreadsheet": (zipped(xl__workbook_="<x/>"), "unsupported"),
    "a cut archive": (zipped(word__document_=WORD)[:60], "damaged"),
    "a Word file without its other parts": (zipped(word__document_=WORD.replace("&c;", "Avtale")), "damaged"),
    "entities in entities": (zipped(word__document_=BOMB + WORD), "entities"),
    "an entity from outside": (odt(OUTSIDE + OPEN % "<text:p>&a;</text:p>"), "entities"),
    "entities in entities, in an attribute": (zipped(word__document_=LAUGHS + WORD.replace("<w:p>", '<w:p w:x="&l9;">')), "entities"),
    "entities in entities beside the text": (zipped(word__document_=WORD.replace("&c;", "Avtale"), word__styles_=LAUGHS + "<w:styles/>"), "entities"),
    "a bomb": (odt(OPEN % "<text:p>a</text:p>", Pictures__a=bytes(64 << 20)), "ratio_too_large"),
    "many members": (odt(OPEN % "<text:p>a</text:p>", **{f"n{number}": b"" for number in range(MEMBERS)}), "too_large"),
    "deep XML": (odt(OPEN % ("<text:section>" * 5000)), "too_deep"),
    "deep XML in a Word file": (zipped(word__document_=WORD.replace("<w:p>", "<w:sdt>" * 5000)), "too_deep"),
    "deep HTML": (b"<html>" + b"<div>" * 5000 + b"Avtale", "too_deep"),
    "an OpenDocument text with a password": (odt("x", META_INF="", **{"META-INF/manifest_": "<m:encryption-data/>"}), "encrypted"),
    "an OpenDocument text without text": (odt(OPEN % "<text:p/>"), "empty"),
    "a web page without text": (b"<!doctype html><script>Avtale</script>", "empty"),
    "a mail without a body": (b"From: a@b.no\nSubject: x\nContent-Type: application/pdf\n\n", "empty"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_file_that_gives_no_document(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(ReadingError) as raised:
        read_bytes(data)
    assert raised.value.code == code


@pytest.mark.parametrize("kind", WRITERS)
def test_cut_and_flipped_files_give_a_document_or_an_error_of_reading(kind: str) -> None:
    data = WRITERS[kind](pieces(ROOT / "corpus" / "nn-politirad-lensmann-2009.txt"))
    spoilt = [data[: len(data) * tenth // 10] for tenth in range(10)]
    spoilt += [data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :] for at in range(0, len(data), max(len(data) // 20, 1))]
    for case in spoilt:
        assert outcome(case) in (
            "damaged",
            "empty",
            "undecodable",
            "binary",
            "too_large",
            "unpacks_too_large",
            "ratio_too_large",
            "too_deep",
            "too_many_pages",
            "memory",
            "unsupported",
            "no_text_layer",
            "encrypted",
            "entities",
            "",
        )


def outcome(data: bytes) -> str:
    """The code of the error that a file gives, or nothing where it gives a text."""
    try:
        return "" if read_bytes(data).text else "no text"
    except ReadingError as error:
        return error.code


def test_links_and_includes_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("LOYNDOM", encoding="utf-8")
    page = f'<!doctype html><p>Avtale<iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>'
    rich = f'{{\\rtf1 Avtale {{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt vedlegg}}}}\\par}}'
    for data in (page, rich):
        assert "LOYNDOM" not in read_bytes(data.encode()).text


def test_pattern_of_the_rtf_library_for_links_takes_no_time() -> None:
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://a.no"}}{\\fldrslt Moss kommune}}'
    assert read_bytes(("{\\rtf1 " + link * 500 + "{\\field{\\*\\fldinst{HYPERLINK " * 2000).encode()).text.count("Moss kommune") == 500


LIBRARIES = {"pdf": "pypdfium2", "docx": "docx", "odt": "lxml", "rtf": "striprtf.striprtf", "html": "selectolax.lexbor"}


@pytest.mark.parametrize(("kind", "module"), LIBRARIES.items())
def test_missing_extra_is_named_with_the_command(kind: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = WRITERS[kind](pieces(ROOT / "corpus" / "nn-politirad-lensmann-2009.txt"))
    for name in [name for name in sys.modules if name.startswith("avtale.reading.") and name.rsplit(".", 1)[1] in (kind, "archive")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReadingError) as raised:
        decode(kind_of(data), data)
    assert raised.value.code == "missing_extra"
    assert f"pip install 'avtale[{kind}]'" in raised.value.message
