"""Bullets in the picture of a page, for which Norwegian data of Tesseract has no sign: it leaves them out, or takes them for others."""

from __future__ import annotations

from PIL import Image

_DARK = 128
_FAR = 3.0
"""Heights of a line within which a bullet stands before its text."""
_NEAR = 0.15
"""Heights of a line that are blank between the two at least."""
_SMALLEST, _LARGEST = 0.1, 0.55
"""Heights of a line that a bullet is wide and high."""
_LOWEST, _HIGHEST = 0.12, 0.55
"""Heights of a line that the middle of a bullet is above the baseline."""
_FULL = 0.62
"""Share of its box that a bullet fills at least: a disc does by 0.79, an `o` or `e` by half."""


def bullet_before(image: Image.Image, left: float, baseline: float, size: float) -> float | None:
    """Where the bullet begins that stands before the text of a line: a filled mark as wide as high, half as high as the letters, and nothing else.

    The picture is grey; all measures are pixels from its upper left corner.
    """
    box = int(max(left - _FAR * size, 0)), int(max(baseline - size, 0)), int(left - _NEAR * size), int(baseline + size / 4)
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    ink = image.crop(box).point(lambda value: 255 if value < _DARK else 0)
    mark = ink.getbbox()
    if mark is None or not _is_bullet(ink.crop(mark), size) or not _LOWEST * size < baseline - box[1] - (mark[1] + mark[3]) / 2 < _HIGHEST * size:
        return None
    return box[0] + mark[0]


def _is_bullet(mark: Image.Image, size: float) -> bool:
    """Whether a mark, cut out, has the size and shape of a bullet beside letters of a size."""
    filled = mark.histogram()[255] / (mark.width * mark.height)
    return all(_SMALLEST * size < side < _LARGEST * size for side in mark.size) and 0.5 < mark.width / mark.height < 2 and filled > _FULL
