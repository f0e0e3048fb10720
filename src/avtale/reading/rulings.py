"""The rules of tables, underlines and frames in the picture of a page: Tesseract loses words beside them."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

_DARK = 160
_LONG = 64
"""Pixels of the shortest rule, which no stroke of a letter is as long as: 5 mm at 300 dpi."""
_THICK = 12
"""Pixels from which what is dark both ways is no rule: white text on black stays."""
_UNBROKEN = 250
"""Of 255: how much of such a stretch is dark."""
_PALE_EDGES = 5
"""Pixels round one that is ink that its paler edges are within."""


def without_rules(image: Image.Image) -> Image.Image:
    """A grey picture in which straight lines along and down the page are white."""
    ink = image.point(lambda value: 255 if value < _DARK else 0)
    rules = ImageChops.lighter(_along(ink, (_LONG, 1)), _along(ink, (1, _LONG))).filter(ImageFilter.MaxFilter(_PALE_EDGES))
    return ImageChops.lighter(image, ImageChops.subtract(rules, _along(ink, (_THICK, _THICK))))


def _along(ink: Image.Image, stretch: tuple[int, int]) -> Image.Image:
    """Where all of a stretch is ink, its ends and edges included."""
    found = ink.reduce(stretch).point(lambda value: 255 if value > _UNBROKEN else 0).filter(ImageFilter.MaxFilter(3))
    return found.resize((found.width * stretch[0], found.height * stretch[1]), Image.Resampling.NEAREST).crop((0, 0, *ink.size))
