"""Pictures of pages: PNG, JPEG and TIFF, whose pages are recognised by Tesseract."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, ImageSequence

from avtale.reading.document import Decoded, ReadingError
from avtale.reading.limits import limits
from avtale.reading.page import lines_of, text_of
from avtale.reading.tesseract import recognise

_A4 = 842
"""Points of the longer side of a page, which a picture does not tell in any way that can be relied on."""


def read(data: bytes) -> Decoded:
    """The text on the pictures in a file, a form feed between each two.

    Raises:
        ReadingError: `too_large`, `too_many_pages`, and those of `recognise`.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            count = getattr(image, "n_frames", 1)
            if count > limits().pages:
                raise ReadingError("too_many_pages", f"{count} pages, more than the {limits().pages} that are read")
            pages = [lines_of(recognise(_upright(page), _A4)) for page in ImageSequence.Iterator(image)]
    except Image.DecompressionBombError:
        raise ReadingError("too_large", "more pixels than are read") from None
    return Decoded(text_of(pages), pages=count, ocr=any(pages))


def _upright(page: Image.Image) -> Image.Image:
    """A page in grey on white, turned as its camera says that it is to be shown."""
    page = ImageOps.exif_transpose(page)
    if page.has_transparency_data:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page)
    return page.convert("L")
