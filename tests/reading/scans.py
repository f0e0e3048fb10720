"""Pages as a scanner or a camera gives them: pictures, a little askew, out of focus and noisy."""

from __future__ import annotations

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 200
ASKEW = 0.4
"""Degrees."""
BLUR = 0.6
"""Pixels."""
NOISE = 12
"""Standard deviation of 256 greys."""
SEED = 1


def scanned(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    return [_worn(page.render(scale=DPI / 72).to_pil().convert("L")) for page in pypdfium2.PdfDocument(pdf)]


def _worn(page: Image.Image) -> Image.Image:
    page = page.rotate(ASKEW, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(BLUR))
    return ImageChops.add(page, _noise(page.size), 1, -128)


def _noise(size: tuple[int, int]) -> Image.Image:
    """Greys about 128, each as likely as the others of that spread; the same each time."""
    greys = Image.frombytes("L", size, random.Random(SEED).randbytes(size[0] * size[1]))
    return greys.point(lambda value: round(128 + (value - 127.5) * NOISE * 12**0.5 / 255))


def saved(kind: str, pages: list[Image.Image]) -> bytes:
    """A file of a kind: PDF and TIFF of all pages, PNG and JPEG of the first."""
    file = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if kind in ("PDF", "TIFF") else {}
    pages[0].save(file, kind, resolution=DPI, **more)
    return file.getvalue()
