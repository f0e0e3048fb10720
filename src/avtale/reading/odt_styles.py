"""What the styles and lists of an OpenDocument text say of a paragraph."""

from __future__ import annotations

from typing import Any

from avtale.reading.numbering import Counter, Level

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_LONGEST_CHAIN = 20
"""Styles that are based on each other; a longer chain is a circle."""
_DEEPEST = 10
_BULLET = Level("bullet", "")
_FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter", "": "none"}
"""OpenDocument's names of the ways to write a number."""


class Styles:
    """The styles and lists of a document; headings and lists are counted as they are asked for."""

    def __init__(self, roots: list[Any]) -> None:
        paragraphs = (style for root in roots for style in root.iter(f"{{{_STYLE}}}style") if style.get(f"{{{_STYLE}}}family") == "paragraph")
        self._paragraphs: dict[str, Any] = {}
        for style in paragraphs:
            self._paragraphs.setdefault(style.get(f"{{{_STYLE}}}name"), style)
        self._lists = {style.get(f"{{{_STYLE}}}name"): _levels(style) for root in reversed(roots) for style in root.iter(f"{{{TEXT}}}list-style")}
        outlines = [style for root in roots for style in root.iter(f"{{{TEXT}}}outline-style")]
        self._outline = _levels(outlines[0]) if outlines else {}
        self._headings = Counter()
        self._counters: dict[str, Counter] = {}

    def level(self, heading: Any) -> int:
        """The outline level of a heading, from 1."""
        return min(_number(heading.get(f"{{{TEXT}}}outline-level"), 1), _DEEPEST)

    def heading_label(self, level: int) -> str:
        """The number of the next heading of a level."""
        return self._headings.label(self._outline, level - 1) if level - 1 in self._outline else ""

    def levels(self, style: str) -> dict[int, Level]:
        """The levels of a list of a style; of an unknown one they have bullets."""
        return self._lists.get(style) or dict.fromkeys(range(256), _BULLET)

    def counter(self, block: Any, style: str) -> Counter:
        """The counter of a list: its own, or that of the list before it which it goes on from."""
        continued = block.get(f"{{{TEXT}}}continue-numbering") == "true" or block.get(f"{{{TEXT}}}continue-list") is not None
        if not continued or style not in self._counters:
            self._counters[style] = Counter()
        return self._counters[style]

    def paragraph(self, block: Any) -> tuple[bool, bool, bool]:
        """Whether a page begins with a paragraph, and whether there is space before and after it."""
        properties = list(self._chain(block.get(f"{{{TEXT}}}style-name")))
        values = [_first(properties, f"{{{_FO}}}{name}") for name in ("break-before", "margin-top", "margin-bottom")]
        return values[0] == "page", _is_space(values[1]), _is_space(values[2])

    def _chain(self, name: str | None) -> list[Any]:
        found = []
        for _ in range(_LONGEST_CHAIN):
            style = self._paragraphs.get(name) if name else None
            if style is None:
                break
            found += style.findall(f"{{{_STYLE}}}paragraph-properties")
            name = style.get(f"{{{_STYLE}}}parent-style-name")
        return found


def xml_name(element: Any) -> str:
    """The name of an element without its name space; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _levels(style: Any) -> dict[int, Level]:
    found = {}
    for level in style:
        depth = _number(level.get(f"{{{TEXT}}}level"), 1) - 1
        found[depth] = _BULLET if "bullet" in xml_name(level) or "image" in xml_name(level) else _level(level, depth)
    return {**dict.fromkeys(range(256), _BULLET), **found} if xml_name(style) == "list-style" else found


def _level(level: Any, depth: int) -> Level:
    """A numbered level; the number shows as many of the levels above it as `display-levels` says."""
    shown = _number(level.get(f"{{{TEXT}}}display-levels"), 1)
    number = ".".join(f"%{above + 1}" for above in range(max(depth + 1 - shown, 0), depth + 1))
    prefix, suffix = (level.get(f"{{{_STYLE}}}num-{name}") or "" for name in ("prefix", "suffix"))
    style = _FORMATS.get(level.get(f"{{{_STYLE}}}num-format") or "", "decimal")
    return Level(style, prefix + number + suffix, _number(level.get(f"{{{TEXT}}}start-value"), 1))


def _first(properties: list[Any], name: str) -> str | None:
    return next((value for value in (found.get(name) for found in properties) if value is not None), None)


def _is_space(length: str | None) -> bool:
    """Whether a length such as `0.25cm` is more than nothing."""
    return length is not None and any(figure in "123456789" for figure in length)


def _number(text: str | None, other: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else other
