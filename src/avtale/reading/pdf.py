"""PDF: the text layer of its pages. PDFium decodes; lines, columns and the space between lines are told from where words stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from avtale.reading.document import Decoded, ReadingError
from avtale.reading.limits import limits
from avtale.reading.page import Word, lines_of, text_of

_MOST_CHARACTERS = 100_000
"""Characters of the fullest page that is read."""
_STAMP = 120
"""Characters of the longest stamp of an archive, or running header, on a page that is else an image."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium gives for the hyphen at a line end."""


def read(data: bytes) -> Decoded:
    """The text of the pages, a form feed between each two.

    Raises:
        ReadingError: `encrypted`, `damaged`, `too_large`, `too_many_pages`, `no_text_layer` where no page has a letter,
            or most are images with no more than a stamp: a scan.
    """
    document = _open(data)
    try:
        if len(document) > limits().pages:
            raise ReadingError("too_many_pages", f"{len(document)} pages, more than the {limits().pages} that are read")
        pages = [lines_of(_words(document, number)) for number in range(len(document))]
        bare = [number for number, page in enumerate(pages) if sum(len(line.text) for line in page) < _STAMP]
        scanned = sum(_has_image(document, number) for number in bare)
    finally:
        document.close()
    text = text_of(pages)
    if scanned * 2 > len(pages) or not any(map(str.isalpha, text)):
        raise ReadingError("no_text_layer", "no text layer: the pages are images, as of a scan")
    return Decoded(text, pages=len(pages))


def _has_image(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether there is an image on a page, itself or in a form of it."""
    page = document[number]
    try:
        return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()


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
        if letter.isspace() or not code:
            if letters:
                yield _word(layer, "".join(letters), index - len(letters), index - 1)
                letters = []
        else:
            letters.append(letter)


def _word(layer: object, text: str, first: int, last: int) -> Word:
    """A word with the box that it fills. A letter outside of the first plane stands for itself, as PDFium gives whole code points or halves of them."""
    left, _, bottom, top = _box(layer, first)
    _, right, _, _ = _box(layer, last)
    return Word(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), left, right, bottom, top)


def _box(layer: object, index: int) -> tuple[float, float, float, float]:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(rectangle))
    return rectangle.left, rectangle.right, rectangle.bottom, rectangle.top
