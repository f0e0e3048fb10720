"""hOCR, in which Tesseract answers: a page in XHTML, with boxes and baselines in the titles of its elements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple
from xml.etree import ElementTree

from PIL import Image

from avtale.reading.bullets import bullet_before
from avtale.reading.page import Word

_PROPERTY = re.compile(r"(\w+) (-?[\d.]+(?: -?[\d.]+)*)")
_DOUBTED = 20
"""Percent of Tesseract's confidence, below which a word is none: dot leaders, signatures and pictures."""
_ADDRESS = re.compile(r"\W?\w+(?:[.-]\w+)*\.[a-z]{2,4}\W?")
"""What Tesseract doubts for its `@` alone."""
_RULES = "|¦"
"""What is left of the lines around cells."""
_BULLET = "•"
_BLANK = 0.1
"""Heights of its line by which a word is drawn in, so that the next stands apart from it however close it is."""


class _Piece(NamedTuple):
    """A word of a line, from left to right in pixels."""

    text: str
    left: float
    right: float


class _Line(NamedTuple):
    """A line: its words, and how it lies on the page, in pixels from the upper left corner."""

    pieces: list[_Piece]
    left: float
    bottom: float
    slope: float
    offset: float
    size: float
    descent: float

    def baseline(self, x: float) -> float:
        """Where the letters stand at `x`."""
        return self.bottom + self.offset + self.slope * (x - self.left)

    def level(self, skew: float) -> float:
        """Where its letters would stand if the page did not lie askew."""
        return self.baseline(self.left) - skew * self.left


def turned(hocr: bytes) -> int:
    """By how many degrees most lines are turned, counter-clockwise: 0, 90, 180 or 270."""
    angles = Counter(int(properties.get("textangle", [0])[0]) for _, properties in _described(ElementTree.fromstring(hocr), "x_size"))
    return angles.most_common(1)[0][0] if angles else 0


def words_of(hocr: bytes, image: Image.Image, scale: float) -> list[Word]:
    """The words of a page in the order of their lines, in points, of which a pixel of its picture has `scale`. A page that lies askew is set straight."""
    lines = [line._replace(pieces=_marked(line, image)) for line in _lines(hocr)]
    skew = median(line.slope for line in lines) if lines else 0.0
    return [_word(line, piece, image.height, scale, skew) for line in _in_rows(lines, skew) for piece in line.pieces]


def _in_rows(lines: list[_Line], skew: float) -> list[_Line]:
    """Lines from top to bottom, and those on one level from left to right: Tesseract takes the columns of a table or of signatures one by one."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.level(skew)):
        if rows and line.level(skew) - rows[-1][0].level(skew) < line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


def _lines(hocr: bytes) -> Iterator[_Line]:
    for element, properties in _described(ElementTree.fromstring(hocr), "baseline"):
        left, _, _, bottom = properties["bbox"]
        slope, offset = properties["baseline"]
        if pieces := list(_pieces(element)):
            yield _Line(pieces, left, bottom, slope, offset, *properties["x_size"], *properties["x_descenders"])


def _pieces(line: ElementTree.Element) -> Iterator[_Piece]:
    """The words of a line that are none of the doubted. The box of one ends where the next begins: one that is torn may have that of the whole."""
    before: _Piece | None = None
    for element, properties in _described(line, "x_wconf"):
        left, _, right, _ = properties["bbox"]
        text = "".join(element.itertext()).strip()
        if text.strip(_RULES) and (properties["x_wconf"][0] >= _DOUBTED or _ADDRESS.fullmatch(text)):
            if before:
                yield before._replace(right=min(before.right, max(left, before.left)))
            before = _Piece(text, left, right)
    if before:
        yield before


def _marked(line: _Line, image: Image.Image) -> list[_Piece]:
    """The words of a line, with the bullet in front that the picture has there: Tesseract left it out, or took it for its first word."""
    for pieces in (line.pieces, line.pieces[1:]):
        bullet = bullet_before(image, pieces[0].left, line.baseline(pieces[0].left), line.size) if pieces else None
        if bullet is not None:
            return [_Piece(_BULLET, bullet, bullet + line.size / 3), *pieces]
    return line.pieces


def _word(line: _Line, piece: _Piece, height: int, scale: float, skew: float) -> Word:
    """A word is as high as its line: what stands above and below the baseline is told from all its letters."""
    bottom = height - (line.baseline(piece.left) - skew * piece.left) - line.descent
    right = max(piece.left, piece.right - _BLANK * line.size)
    return Word(piece.text, piece.left * scale, right * scale, bottom * scale, (bottom + line.size) * scale)


def _described(element: ElementTree.Element, having: str) -> Iterator[tuple[ElementTree.Element, dict[str, list[float]]]]:
    """The elements of a tree that have a property, each with all of its own."""
    for inner in element.iter():
        properties = {name: [float(value) for value in values.split()] for name, values in _PROPERTY.findall(inner.get("title", ""))}
        if having in properties:
            yield inner, properties
