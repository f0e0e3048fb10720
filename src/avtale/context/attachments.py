"""The lines that list attachments: after the word, below a line that announces them, or under a heading of that word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch
from avtale.structure import Block, Kind

if TYPE_CHECKING:
    from avtale.context.context import Context

_ATTACHMENT = re.compile(
    r"(?:vedlegg|bilag)\s*(?:(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})(?!\w))?\s*(?P<mark>[.:)–|\t-]?)[.:)–|\t\s-]*(?P<title>\S.*)\Z", re.DOTALL
)
_WORD = re.compile(r"vedlegg|bilag")
_ANNOUNCED = re.compile(r"(?:vedlegg|bilag|hjålagt|hjalagt|vedlagt)\s?:?\Z")
_NUMBERED = re.compile(r"(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]?\s+(?P<title>[^\W\d].*)\Z")
"""A line of an attachment that begins with its number, or its letter: `A  Årshjul`."""
_STOP = re.compile(r"\.\s(?=[A-ZÆØÅ])")
_LONGEST = 80
"""Characters of the longest line that is the title of an attachment because of the line above it."""


def attachments(context: Context) -> Iterator[Stretch]:
    """Where the titles of the attachments stand that a text lists."""
    blocks, lower = context.outline.blocks, context.view.lower
    done = -1
    for index in sorted(set(_listed(context)) | {context.outline.block_at(cue.start) for cue in context.cues.all("cited") if cue.term.id == "attachment"}):
        block = blocks[index]
        if index <= done or block.kind is Kind.CONTENTS:
            continue
        at = block.start if block.marker else block.line
        match = _ATTACHMENT.match(lower, at, block.end)
        if title := _title(context, index, match):
            yield from _parts(context, title)
        if _ANNOUNCED.match(lower, at, block.end) or (block.kind is not Kind.ITEM and _leads(lower, block, match)):
            for done in _below(context, index):
                yield from _parts(context, _without_number(context, blocks[done]))


def _title(context: Context, index: int, match: re.Match[str] | None) -> Stretch | None:
    """Where the title stands in a line that lists an attachment by itself."""
    block, section = context.outline.blocks[index], context.outline.section_at[index]
    if match and (match["number"] or (match["mark"] and match["title"]) or block.kind is Kind.ITEM):
        start, end = match.span("title")
        numbered = _NUMBERED.match(context.view.text, start, end)
        return (numbered.start("title"), end) if numbered else (start, end)
    if section is None or section.type != "attachments" or block is section.heading:
        return None
    return _without_number(context, block) if block.kind is Kind.ITEM or _NUMBERED.match(context.view.text, block.line, block.end) else None


def _without_number(context: Context, block: Block) -> Stretch:
    numbered = _NUMBERED.match(context.view.text, block.line, block.end)
    return (numbered.start("title"), block.end) if numbered else (block.start, block.end)


def _leads(lower: str, block: Block, match: re.Match[str] | None) -> bool:
    """Whether a line announces attachments below it, or is the first of them (`Vedlegg:  1. Kart`)."""
    if match and match["number"]:
        return False
    if match:
        return bool(match["mark"]) or lower[block.end - 1] == ":"
    return lower[block.end - 1] == ":" and _WORD.search(lower, block.start, block.end) is not None


def _below(context: Context, index: int) -> Iterator[int]:
    """The lines right below one that announces attachments, or is the first of them; entries with a marker may stand apart from it."""
    blocks = context.outline.blocks
    for place in range(index + 1, len(blocks)):
        block = blocks[place]
        is_entry = block.kind is Kind.ITEM and (block.gap == 1 or place == index + 1)
        if (
            not (is_entry or (block.kind is Kind.TEXT and block.gap == 1))
            or block.size > _LONGEST
            or _ATTACHMENT.match(context.view.lower, block.line, block.end)
        ):
            return
        yield place


def _parts(context: Context, title: Stretch) -> Iterator[Stretch]:
    """The sentences of a line of attachments, one each: `Handlingsplan. Kart over skuterløyper.`"""
    start, end = title
    for match in _STOP.finditer(context.view.text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, start + len(context.view.text[start:end].rstrip(" ."))


def _listed(context: Context) -> Iterator[int]:
    """The lines under headings for attachments."""
    for section in context.outline.sections:
        if section.type == "attachments":
            last = context.outline.block_at(section.end)
            yield from range(section.first, last + 1)
