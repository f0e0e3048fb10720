"""PDF: the text layer of its pages, and what is recognised on those that are pictures. PDFium decodes; lines, columns and the space between lines are
told from where words stand."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from avtale.reading.document import Decoded, ReadingError
from avtale.reading.limits import limits
from avtale.reading.page import Line, Word, lines_of, text_of

_MOST_CHARACTERS = 100_000
"""Characters of the fullest page that is read."""
_STAMP = 120
"""Characters of the longest stamp of an archive, or running header, on a page that is else an image."""
_SCAN = 0.5
"""Share of a page that is covered by the images of a scan at least: a coat of arms is none."""
_SHARPEST = 300 / 72
"""Pixels a point of a page that is recognised."""
_BELOW = 0.2
"""Share of the height of a line that is below its baseline."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium gives for the hyphen at a line end."""


def read(data: bytes) -> Decoded:
    """The text of the pages, a form feed between each two. A page with no more than a stamp over images, and each page where none has a letter, is recognised.

    Raises:
        ReadingError: `encrypted`, `damaged`, `too_large`, `too_many_pages`, those of `recognise`; `no_text_layer` where that is not
            installed, and no page has a letter or most are scans.
    """
    document = _open(data)
    try:
        if len(document) > limits().pages:
            raise ReadingError("too_many_pages", f"{len(document)} pages, more than the {limits().pages} that are read")
        pages = [lines_of(_words(document, number)) for number in range(len(document))]
        lettered = any(letter.isalpha() for page in pages for line in page for letter in line.text)
        scanned = [number for number, page in enumerate(pages) if not lettered or (_is_bare(page) and _is_scan(document, number))]
        recognised = _recognised(document, scanned, needed=not lettered or len(scanned) * 2 > len(pages))
    finally:
        document.close()
    text = text_of([recognised.get(number, page) for number, page in enumerate(pages)])
    return Decoded(text, pages=len(pages), ocr=any(recognised.values()))


def _is_bare(page: list[Line]) -> bool:
    """Whether there is no more text than a stamp."""
    return sum(len(line.text) for line in page) < _STAMP


def _is_scan(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether images, the page's own and those in forms of it, cover most of a page."""
    page = document[number]
    try:
        if not any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
            return False
        boxes = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM], max_depth=1)]
        covered: float = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
        return covered > _SCAN * float(page.get_width() * page.get_height())
    finally:
        page.close()


def _recognised(document: pypdfium2.PdfDocument, numbers: list[int], *, needed: bool) -> dict[int, list[Line]]:
    """The lines of pages that are pictures, by number; of none where that is not installed and they are not needed."""
    try:
        return {number: _recognise(document, number) for number in numbers}
    except ReadingError as error:
        if error.code not in ("missing_extra", "missing_tesseract"):
            raise
        if needed:
            raise ReadingError("no_text_layer", f"no text layer: the pages are images, as of a scan; {error}") from None
        return {}


def _recognise(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    try:
        from avtale.reading.tesseract import LONGEST, recognise
    except ModuleNotFoundError:
        raise ReadingError("missing_extra", "scans are read by the extra 'ocr': pip install 'avtale[ocr]'") from None
    page = document[number]
    try:
        longer = max(page.get_width(), page.get_height())
        image = page.render(scale=min(_SHARPEST, LONGEST / longer), grayscale=True).to_pil()
    finally:
        page.close()
    return lines_of(recognise(image, longer))


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise ReadingError("encrypted", "the document is protected by a password") from None
        raise ReadingError("damaged", "not a PDF that can be read") from None


def _words(document: pypdfium2.PdfDocument, number: int) -> Iterator[Word]:
    """The words of a page in the order of its content."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise ReadingError("damaged", f"page {number + 1} cannot be read") from None
    layer = page.get_textpage()
    try:
        count = layer.count_chars()
        if count > _MOST_CHARACTERS:
            raise ReadingError("too_large", f"{count} characters on page {number + 1}, more than the {_MOST_CHARACTERS} that are read")
        yield from _split(layer.raw, count)
    finally:
        layer.close()
        page.close()


def _split(layer: object, count: int) -> Iterator[Word]:
    letters: list[str] = []
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(layer, index) if index < count else 0x20
        letter = _HYPHENS.get(code) or chr(code)
        ends = letter.isspace() or not code
        if not ends:
            letters.append(letter)
        if letters and (ends or code in _HYPHENS):
            first = index + (not ends) - len(letters)
            yield _word(layer, "".join(letters), first, first + len(letters) - 1)
            letters = []


def _word(layer: object, text: str, first: int, last: int) -> Word:
    """A word with the box that it fills. A letter outside of the first plane stands for itself, as PDFium gives whole code points or halves of them."""
    left, _ = _sides(layer, first)
    _, right = _sides(layer, last)
    bottom, top = _heights(layer, first)
    return Word(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), left, right, bottom, top)


def _sides(layer: object, index: int) -> tuple[float, float]:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(rectangle))
    return rectangle.left, rectangle.right


def _heights(layer: object, index: int) -> tuple[float, float]:
    """How far down and up a letter's line goes, told from its baseline and size: what fonts say of themselves is often 0."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(layer, index, ctypes.byref(x), ctypes.byref(y))
    pdfium.FPDFText_GetMatrix(layer, index, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(layer, index) * math.hypot(matrix.c, matrix.d)
    return y.value - _BELOW * size, y.value + (1 - _BELOW) * size
