"""Pictures of pages are recognised: what they say is found, and what they cost is limited."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from avtale.pipeline import parse_document
from avtale.reading import Limits, ReadingError, limited, read_bytes
from avtale.reading.kinds import decode, kind_of
from avtale.scoring import read_gold, score
from tests.documents import ROOT
from tests.reading.scans import DPI, saved, scanned
from tests.reading.writers import pieces, write_pdf

AGREEMENTS = ("politirad-tabell-2016", "slt-romertall-2022", "nn-paragraf-tabell-2023")
"""Both languages; numbered in three ways, with tables, lists and signatures side by side."""
INSTALL = "apt install tesseract-ocr tesseract-ocr-nor"


def has_tesseract() -> bool:
    """Whether Tesseract with Norwegian data is installed."""
    try:
        return "nor" in subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout.split()
    except FileNotFoundError:
        return False


needs_tesseract = pytest.mark.skipif(not has_tesseract() and os.environ.get("CI") != "true", reason=f"scans are not tested: {INSTALL}")


@cache
def pages(name: str) -> list[Image.Image]:
    """The pages of an agreement of the corpus, scanned."""
    return scanned(write_pdf(pieces(ROOT / "corpus" / f"{name}.txt")))


def printed(*lines: str, beside: tuple[str, ...] = (), dots: bool = False) -> Image.Image:
    """A page with some lines, others to the right of them, and dots in front of all but the first."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for number, line in enumerate(lines):
        canvas.drawString(90, 770 - 14 * number, line)
        if dots and number:
            canvas.circle(78, 774 - 14 * number, 2, fill=1)
    for number, line in enumerate(beside):
        canvas.drawString(300, 770 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return pypdfium2.PdfDocument(file.getvalue())[0].render(scale=DPI / 72).to_pil().convert("L")


PROSE = ("Avtale om politiråd", "Kommunen og politiet møtes fire ganger i året.", "Ordføreren leder møtene, og rådmannen er", "sekretær.")


def code_of(data: bytes) -> str:
    """The code of the error that a file gives."""
    with pytest.raises(ReadingError) as raised:
        read_bytes(data)
    return raised.value.code


@needs_tesseract
@pytest.mark.parametrize("name", AGREEMENTS)
def test_scanned_agreement_keeps_its_facts(name: str) -> None:
    data = saved("PDF", pages(name))
    document = read_bytes(data)
    record = parse_document(document).model_dump(mode="json")
    gold = read_gold(str(ROOT / "corpus" / f"{name}.expected.json"))
    assert score(name, gold, record, document.text).total.f1 >= 0.90
    assert (record["source"]["media_type"], record["source"]["pages"], record["source"]["ocr"]) == ("application/pdf", len(pages(name)), True)
    for signatory in record["signatories"]:
        for quote in signatory["evidence"]:
            assert document.text[quote["start"] : quote["end"]] == quote["quote"]
            assert quote["page"] == document.text.count("\f", 0, quote["start"]) + 1


@needs_tesseract
@pytest.mark.parametrize(("kind", "media_type", "count"), [("PNG", "image/png", 1), ("JPEG", "image/jpeg", 1), ("TIFF", "image/tiff", 2)])
def test_pictures_are_read(kind: str, media_type: str, count: int) -> None:
    document = read_bytes(saved(kind, [printed(*PROSE), printed("Vedlegg om taushetsplikt")]))
    assert (document.media_type, document.pages, document.ocr) == (media_type, count, True)
    first, *rest = document.text.split("\f")
    assert "Kommunen og politiet møtes fire ganger i året." in first
    assert [page.strip() for page in rest] == ["Vedlegg om taushetsplikt"][: count - 1]


@needs_tesseract
@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_page_that_lies_on_its_side_or_head_is_turned(turn: Image.Transpose) -> None:
    page = pages("politirad-tabell-2016")[0]
    assert read_bytes(saved("PNG", [page.transpose(turn)])).text.startswith("ØST POLITIDISTRIKT\n")


@needs_tesseract
def test_picture_that_a_camera_calls_turned_is_turned() -> None:
    page, file = printed(*PROSE).transpose(Image.Transpose.ROTATE_90), io.BytesIO()
    page.getexif()[0x0112] = 6
    page.save(file, "JPEG", exif=page.getexif())
    assert read_bytes(file.getvalue()).text.startswith("Avtale om politiråd\n")


@needs_tesseract
def test_transparent_picture_is_read_as_on_white_paper() -> None:
    ink = Image.eval(printed(*PROSE), lambda value: 255 - value)
    page = Image.new("RGBA", ink.size)
    page.putalpha(ink)
    assert read_bytes(saved("PNG", [page])).text.startswith("Avtale om politiråd\n")


@needs_tesseract
def test_only_pages_without_text_are_recognised() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "Pol1tirådet møtes i mars, juni og november, og kommunedirektøren kaller inn.")
    canvas.showPage()
    canvas.drawImage(ImageReader(printed(*PROSE)), 0, 0, 595, 842)
    canvas.drawString(72, 820, "Dokument 12/345-6")
    canvas.showPage()
    canvas.drawImage(ImageReader(printed("LOGO")), 72, 700, 60, 80)
    canvas.drawString(72, 600, "Vedlegg")
    canvas.save()
    document = read_bytes(file.getvalue())
    first, second, third = document.text.split("\f")
    assert first.startswith("Pol1tirådet")
    assert "Kommunen og politiet møtes fire ganger i året." in second
    assert third == "Vedlegg\n"
    assert document.ocr


@needs_tesseract
def test_bullets_are_seen_though_the_data_has_none() -> None:
    page = printed("Politiet skal", "delta på møtene", "varsle skolene", "melde fra om rus", dots=True)
    assert read_bytes(saved("PNG", [page])).text == "Politiet skal\n• delta på møtene\n• varsle skolene\n• melde fra om rus\n"


@needs_tesseract
def test_columns_are_cells_side_by_side() -> None:
    page = printed("Ordfører", "Rådmann", beside=("Kari Moen", "Per Vik"))
    assert read_bytes(saved("PNG", [page])).text == "Ordfører\tKari Moen\nRådmann\tPer Vik\n"


@needs_tesseract
def test_lines_around_cells_cost_no_words() -> None:
    file = io.BytesIO()
    rows = [["Rolle", "Namn", "Organisasjon"], ["Ordførar", "Kari Moen", "Voss herad"], ["Politikontakt", "Per Vik", "Vest politidistrikt"]]
    style = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("BACKGROUND", (0, 0), (-1, 0), "lightgrey")]
    SimpleDocTemplate(file).build([Table(rows, colWidths=140, style=TableStyle(style))])
    text = read_bytes(saved("PDF", scanned(file.getvalue()))).text
    assert [line.split("\t") for line in text.split("\n") if line] == rows


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_page_with_nothing_on_it_is_empty(kind: str) -> None:
    assert code_of(saved(kind, [printed()])) == "empty"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_cut_picture_is_damaged(kind: str) -> None:
    data = saved(kind, [printed(*PROSE)])
    assert {code_of(data[: len(data) * tenth // 10]) for tenth in range(1, 10)} == {"damaged"}


def test_picture_of_too_many_pixels_is_not_unpacked() -> None:
    file = io.BytesIO()
    Image.new("1", (20000, 20000)).save(file, "PNG")
    assert len(file.getvalue()) < 100_000
    assert code_of(file.getvalue()) == "too_large"


def test_pages_of_a_picture_are_limited() -> None:
    with limited(Limits(pages=1)):
        assert code_of(saved("TIFF", [printed(), printed()])) == "too_many_pages"


def stamped(*stamps: str) -> bytes:
    """A PDF of pictures, with a stamp on each page."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for stamp in stamps:
        canvas.drawImage(ImageReader(printed(*PROSE)), 0, 0, 595, 842)
        canvas.drawString(72, 820, stamp)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_text_over_a_picture_is_read_where_it_is_more_than_a_stamp() -> None:
    document = read_bytes(stamped("Politiråd " * 20))
    assert document.text == "Politiråd " * 19 + "Politiråd\n"
    assert not document.ocr


def test_stamp_makes_no_text_layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(stamped("Dokument 12/345-6", "Dokument 12/345-6 side 2")) == ("no_text_layer", True)


@pytest.mark.parametrize(("kind", "code"), [("PDF", "no_text_layer"), ("PNG", "missing_tesseract")])
def test_without_tesseract_a_scan_is_told_apart(kind: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(saved(kind, [printed(*PROSE)])) == (code, True)


def refused(data: bytes) -> tuple[str, bool]:
    """The code of the error that a file gives in this very process, and whether it says how to install Tesseract."""
    with pytest.raises(ReadingError) as raised:
        decode(kind_of(data), data)
    return raised.value.code, INSTALL in raised.value.message


@pytest.mark.parametrize(("kind", "code"), [("PDF", "no_text_layer"), ("PNG", "missing_tesseract")])
def test_without_norwegian_data_a_scan_is_told_apart(kind: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "echo 'Error opening data file /usr/share/nor.traineddata' >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert refused(saved(kind, [printed(*PROSE)])) == (code, True)


def pretend(folder: Path, script: str) -> None:
    """A command that is called `tesseract`."""
    command = folder / "tesseract"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(0o755)


def test_without_the_extra_a_scan_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {kind: saved(kind, [printed(*PROSE)]) for kind in ("PDF", "PNG")}
    for name in ("tesseract", "hocr", "bullets", "rulings", "picture"):
        monkeypatch.delitem(sys.modules, f"avtale.reading.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "PIL", None)
    for kind, code in (("PDF", "no_text_layer"), ("PNG", "missing_extra")):
        with pytest.raises(ReadingError) as raised:
            decode(kind_of(files[kind]), files[kind])
        assert raised.value.code == code
        assert "pip install 'avtale[ocr]'" in raised.value.message


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the command lives on until it is done")
def test_command_dies_with_the_process_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 60")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("avtale.reading.apart._LOCAL", type("Local", (), {})())
    with limited(Limits(seconds=3)):
        assert code_of(saved("PNG", [printed(*PROSE)])) == "timeout"
    assert gone(int((tmp_path / "pid").read_text()))


def gone(process: int) -> bool:
    """Whether a process is no more, soon."""
    for _ in range(50):
        try:
            if "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False
