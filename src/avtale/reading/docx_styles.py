"""What the styles and lists of a Word document say of a paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from avtale.reading.numbering import Counter, Level

_OFF = ("0", "false", "off")
_BODY_TEXT = 9
"""The outline level of what is no heading."""
_DEEPEST = 8
_LONGEST_CHAIN = 20
"""Styles that are based on each other; a longer chain is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's own: its outline level from 0, its list, and whether there is space around it."""

    level: int | None
    list_id: str | None
    depth: int
    space_before: bool
    space_after: bool
    page_before: bool


class Styles:
    """The styles and lists of a document; lists are counted as its paragraphs are asked for."""

    def __init__(self, document: Any) -> None:
        root = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        self._default = next((style for style in self._styles.values() if _is_default(style)), None)
        self._defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        self._lists = _Lists(next((part.element for part in _parts(document) if part.partname.endswith("/numbering.xml")), None))

    def of(self, paragraph: Any) -> Style:
        """What a paragraph's own properties, its style and those that it is based on say, the nearest first."""
        chain = list(self._chain(paragraph.find(qn("w:pPr"))))
        level = _number(_value(chain, "w:outlineLvl"), _BODY_TEXT)
        list_id = _value(chain, "w:numPr/w:numId")
        depth = min(_number(_value(chain, "w:numPr/w:ilvl"), 0), _DEEPEST)
        return Style(
            level if level < _BODY_TEXT else None,
            list_id if list_id != "0" else None,
            depth,
            _spacing(chain, "w:before"),
            _spacing(chain, "w:after") and not _is_on(chain, "w:contextualSpacing"),
            _is_on(chain, "w:pageBreakBefore"),
        )

    def label(self, style: Style) -> str:
        """The number or bullet of the next paragraph of a list, empty outside of lists."""
        return self._lists.label(style.list_id, style.depth) if style.list_id else ""

    def _chain(self, own: Any) -> Iterator[Any]:
        named = own.find(qn("w:pStyle")) if own is not None else None
        style = self._styles.get(named.get(qn("w:val"))) if named is not None else self._default
        if own is not None:
            yield own
        for _ in range(_LONGEST_CHAIN):
            if style is None:
                break
            properties = style.find(qn("w:pPr"))
            if properties is not None:
                yield properties
            base = style.find(qn("w:basedOn"))
            style = self._styles.get(base.get(qn("w:val"))) if base is not None else None
        if self._defaults is not None:
            yield self._defaults


class _Lists:
    """The lists of a document. Lists that are made from one definition count on from each other, but for those that begin anew."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, Counter] = defaultdict(Counter)
        self._definition: dict[str, str] = {}
        self._begun: set[tuple[str, int]] = set()
        definitions = {item.get(qn("w:abstractNumId")): dict(map(_level, item.findall(qn("w:lvl")))) for item in _all(root, "w:abstractNum")}
        for item in _all(root, "w:num"):
            key, definition = item.get(qn("w:numId")), item.find(qn("w:abstractNumId")).get(qn("w:val"))
            overrides = item.findall(qn("w:lvlOverride"))
            own = dict(_level(level) for override in overrides for level in override.findall(qn("w:lvl")))
            self._levels[key], self._definition[key] = {**definitions.get(definition, {}), **own}, definition
            starts = ((int(override.get(qn("w:ilvl"))), override.find(qn("w:startOverride"))) for override in overrides)
            self._starts[key] = {depth: int(start.get(qn("w:val"))) for depth, start in starts if start is not None}

    def label(self, list_id: str, depth: int) -> str:
        levels = self._levels.get(list_id, {})
        if depth not in levels:
            return ""
        begins = (list_id, depth) not in self._begun
        self._begun.add((list_id, depth))
        start = self._starts[list_id].get(depth) if begins else None
        return self._counters[self._definition[list_id]].label(levels, depth, start)


def _parts(document: Any) -> Iterator[Any]:
    """The parts of the package that python-docx reads as XML."""
    return (part for part in document.part.package.iter_parts() if hasattr(part, "element"))


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else root.findall(qn(name))


def _level(level: Any) -> tuple[int, Level]:
    style, pattern, start = (_child(level, name) for name in ("w:numFmt", "w:lvlText", "w:start"))
    return int(level.get(qn("w:ilvl"))), Level(style or "decimal", pattern or "", _number(start, 1))


def _child(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def _found(chain: list[Any], path: str) -> Any:
    steps = "/".join(map(qn, path.split("/")))
    return next((found for properties in chain if (found := properties.find(steps)) is not None), None)


def _value(chain: list[Any], path: str) -> str | None:
    found = _found(chain, path)
    return None if found is None else found.get(qn("w:val"))


def _is_on(chain: list[Any], name: str) -> bool:
    found = _found(chain, name)
    return found is not None and found.get(qn("w:val")) not in _OFF


def _spacing(chain: list[Any], side: str) -> bool:
    """Whether there is space on a side of a paragraph: each side is inherited by itself."""
    values = (found.get(qn(side)) for properties in chain if (found := properties.find(qn("w:spacing"))) is not None)
    return _number(next((value for value in values if value is not None), None), 0) > 0


def _is_default(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def _number(text: str | None, other: int) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else other
