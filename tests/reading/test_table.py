"""The table of docs/formats.md that tells what happens to files: each cell is a test, whose files give just the codes that stand in it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from avtale.reading import Limits, ReadingError, limited, read_bytes
from tests import hostile_files
from tests.documents import ROOT
from tests.reading.test_hostile import BOMB, HOSTILE, OPEN, WORD, macros, odt, pdf, zipped
from tests.reading.writers import WRITERS, pieces

AGREEMENT = ROOT / "corpus" / "nn-politirad-lensmann-2009.txt"
Files = Callable[[], list[bytes]]


def written(kind: str) -> bytes:
    """The agreement in a format."""
    return WRITERS[kind](pieces(AGREEMENT))


def half(kind: str) -> bytes:
    """The first half of it."""
    return written(kind)[: len(written(kind)) // 2]


def many_pixels() -> bytes:
    """A small file of a very large picture."""
    file = io.BytesIO()
    Image.new("1", (14000, 14000)).save(file, "PNG")
    return file.getvalue()


def many_pages() -> bytes:
    """A picture of more pages than `LIMITS` allows."""
    file = io.BytesIO()
    page = Image.new("1", (9, 9))
    page.save(file, "TIFF", save_all=True, append_images=[page] * LIMITS.pages)
    return file.getvalue()


LIMITS = Limits(pages=20, size=1 << 20, unpacked=96 << 20)
SCRIPT = b"<!doctype html><script>document.write('Avtale')</script>"
ATTACHED = b"From: a@b.no\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Disposition: attachment\n\nAvtale"
ROUND = hostile_files.pdf("<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>")
BIG = {"Pictures__a": bytes(64 << 20)}
BIGGER = {"Pictures__a": bytes(96 << 20)}
DEEP = "<text:section>" * 5000
FILES: dict[tuple[str, str], Files] = {
    ("plain text, Markdown", "born digital"): lambda: [AGREEMENT.read_bytes(), written("md")],
    ("plain text, Markdown", "damaged"): lambda: [AGREEMENT.read_bytes() + b"\xff\xfe\xe5"],
    ("plain text, Markdown", "hostile"): lambda: [b"Avtale\0\1\2" * 99, b"Avtale\n" * (LIMITS.size // 7 + 1)],
    ("PDF", "born digital"): lambda: [written("pdf")],
    ("PDF", "damaged"): lambda: [pdf("Avtale")[:200], ROUND],
    ("PDF", "hostile"): lambda: [pdf("Avtale", "hemmelig"), WRITERS["pdf"](pieces(AGREEMENT) * 20), ROUND],
    ("PNG, JPEG, TIFF", "damaged"): lambda: [b"\x89PNG\r\n\x1a\n" + bytes(50), b"\xff\xd8\xff" + bytes(50), b"II*\0" + bytes(50)],
    ("PNG, JPEG, TIFF", "hostile"): lambda: [many_pixels(), many_pages()],
    ("Word", "born digital"): lambda: [written("docx")],
    ("Word", "damaged"): lambda: [half("docx"), zipped(word__document_=WORD)],
    ("Word", "hostile"): lambda: [
        zipped(word__document_=BOMB + WORD),
        zipped(word__document_=WORD, **BIG),
        zipped(word__document_=WORD, **BIGGER),
        zipped(word__document_=WORD.replace("<w:p>", DEEP)),
        HOSTILE["a Word file with a password"][0],
        macros(),
    ],
    ("OpenDocument", "born digital"): lambda: [written("odt")],
    ("OpenDocument", "damaged"): lambda: [half("odt"), odt("<x>")],
    ("OpenDocument", "hostile"): lambda: [
        odt(BOMB + OPEN),
        odt(OPEN, **BIG),
        odt(OPEN, **BIGGER),
        odt(OPEN % DEEP),
        HOSTILE["an OpenDocument text with a password"][0],
    ],
    ("Rich Text", "born digital"): lambda: [written("rtf")],
    ("Rich Text", "damaged"): lambda: [half("rtf"), b"{\\rtf1 "],
    ("Rich Text", "hostile"): lambda: [b'{\\rtf1 Avtale {\\field{\\*\\fldinst INCLUDETEXT "/etc/hostname"}{\\fldrslt }}{\\pict ffff}\\par}'],
    ("web page", "born digital"): lambda: [written("html")],
    ("web page", "damaged"): lambda: [half("html"), b"<html><p"],
    ("web page", "hostile"): lambda: [b"<html>" + b"<div>" * 5000 + b"Avtale", SCRIPT],
    ("mail", "born digital"): lambda: [written("eml")],
    ("mail", "damaged"): lambda: [half("eml"), b"From: a@b.no\nSubject: x\n"],
    ("mail", "hostile"): lambda: [ATTACHED],
}
RECOGNISED = {("PDF", "scanned"), ("PNG, JPEG, TIFF", "scanned")}
"""Cells that test_scans.py has the tests of."""


def cells() -> Iterator[tuple[tuple[str, str], str]]:
    """What stands in the cells of the table that say something, by format and column."""
    _, text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split("## What happens\n")
    lines = [re.split(r" *\| *", line)[1:-1] for line in text.split("## ")[0].splitlines() if line.startswith("|")]
    for row in lines[2:]:
        yield from (((row[0], column), cell) for column, cell in zip(lines[0][1:], row[1:], strict=True) if cell != "–")


CELLS = dict(cells())


def outcome(data: bytes) -> str:
    """`read`, or the code of the error."""
    try:
        with limited(LIMITS):
            return "read" if read_bytes(data).text else ""
    except ReadingError as error:
        return error.code


def test_every_cell_has_files() -> None:
    assert CELLS.keys() == FILES.keys() | RECOGNISED


@pytest.mark.parametrize("place", FILES, ids=": ".join)
def test_cell(place: tuple[str, str]) -> None:
    cell = CELLS[place]
    said = set(re.findall(r"`(\w+)`", cell)) | set(re.findall(r"^read\b", cell))
    assert {outcome(data) for data in FILES[place]()} == said
