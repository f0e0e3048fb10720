"""Web pages: headings, lists and tables of the markup; nothing is fetched, no script is run."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from avtale.reading.document import Decoded
from avtale.reading.layout import Layout
from avtale.reading.limits import check_depth
from avtale.reading.plain_text import decode

_SKIPPED = frozenset({"head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "nav", "select", "textarea", "button", "dialog"})
_SET_APART = frozenset({"p", "ul", "ol", "dl", "blockquote", "section", "article", "pre", "hr", "table", "figure", "form", "fieldset"})
_TIGHT = frozenset({"div", "li", "dt", "dd", "address", "header", "footer", "main", "aside", "center", "tr", "td", "th", "caption", "body", "html", "legend"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CLOSE = re.compile(r"margin-bottom:\s*0+(?:\.0+)?\s*(?:[a-z]+\s*)?(?:;|$)")
"""What a word processor says of a paragraph with no space after it."""
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes) -> Decoded:
    """The text of a web page.

    Raises:
        ReadingError: `binary`, `undecodable`, `too_deep`.
    """
    markup, codec = decode(data)
    root = LexborHTMLParser(markup).root
    walk = _Walk(Layout())
    if root is not None:
        walk.children(root, 0)
        walk.end()
    return Decoded(walk.layout.text(), codec)


class _Walk:
    """A way through the elements that gathers words until a block ends."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.words: list[str] = []
        self.lists: list[int | None] = []
        """The lists around: the number of the next entry, None for bullets."""
        self.marker = ""
        self.tight = False
        self.close = False
        """Whether the paragraph before asks for no space after it."""
        self.level = 0

    def children(self, node: LexborNode, depth: int) -> None:
        check_depth(depth)
        child = node.first_child
        while child is not None:
            self.node(child, depth + 1)
            child = child.next

    def node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if node.is_text_node:
            self.words.append(_SPACE.sub(" ", node.text_content or "") if not _is_within_pre(node) else node.text_content or "")
        elif tag == "br":
            self.words.append("\n")
        elif node.is_element_node and tag not in _SKIPPED and "hidden" not in node.attributes:
            self.element(tag, node, depth)

    def element(self, tag: str, node: LexborNode, depth: int) -> None:
        if tag in _HEADINGS:
            self.end()
            self.level = _HEADINGS[tag]
            self.children(node, depth)
            self.end()
            self.level = 0
        elif tag in ("ul", "ol"):
            self.end()
            self.lists.append(_start(node) if tag == "ol" else None)
            self.children(node, depth)
            self.end()
            self.lists.pop()
        elif tag == "li":
            self.end()
            self.marker = self.next_marker()
            self.children(node, depth)
            self.end()
            self.marker = ""
        elif tag == "tr":
            self.end()
            self.layout.row([self.cell(cell, depth) for cell in node.iter() if cell.tag in ("td", "th")])
        elif tag in _SET_APART or tag in _TIGHT:
            self.end()
            self.tight = tag in _TIGHT or self.close
            self.children(node, depth)
            self.close = self.end() and tag == "p" and bool(_CLOSE.search(node.attributes.get("style") or ""))
            self.tight = tag in _TIGHT
        else:
            self.children(node, depth)

    def cell(self, node: LexborNode, depth: int) -> Layout:
        within = _Walk(Layout())
        within.children(node, depth + 1)
        within.end()
        return within.layout

    def next_marker(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "-"
        self.lists[-1] = number + 1
        return f"{number}."

    def end(self) -> bool:
        """End the block that words were gathered for, and tell whether there were any."""
        text = "".join(self.words)
        self.words = []
        if not text.strip():
            return False
        if self.level:
            self.layout.heading(text, self.level)
        elif self.marker:
            self.layout.item(self.marker, text, max(len(self.lists) - 1, 0))
            self.marker = ""
        else:
            self.layout.paragraph(re.sub(" {2,}", " ", text), self.tight)
        return True


def _is_within_pre(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "pre"


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 5 else 1
