"""`notices`: what stands in the text and is no value: blanks left to be filled in, and letters that cannot be read.

Blanks are written as underscores, dots, `[navn]`, `<dato>`, `XX`, or as a label with nothing after it where the parties sign
(`Sted/dato:`, `Namn`).

Not this field: the line on which somebody signs by hand; the leaders of a table of contents; what is wrong with the agreement itself.
Known gaps: a placeholder that reads like a value (`Ola Nordmann`, `kommune A`).

>>> from avtale.context import Context
>>> text = "Rådet møtes ___ ganger i året."
>>> [(found.value["code"], found.value["reason"]) for found in extract(Context(text))]
[('AVP301', 'placeholder')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Notice, Stretch
from avtale.structure import Block, Kind

_MARKS = ("__", "....", "……", "[", "<", "xx", "n.n")
"""What a blank cannot be without."""
_BLANK = re.compile(
    r"""[_.…\[<xn](?:
        (?<=_)_+
      | (?<=[.…])[.…]{3,} | (?<=…)…+
      | (?<=\[)[^\]\n]*[^\W\d][^\]\n]*\] | (?<=<)[^>\n]*[^\W\d][^>\n]*>
      | (?<=\bx)x+(?:[./-]x{2,})*\b | (?<=\bn)\.\s?n\.
    )""",
    re.VERBOSE,
)
_UNSAID = re.compile(r"(?P<signed>(?:(?:sted|stad|dato)(?:\s?(?:/|og|,)\s?dato)?))[\s:_.…,]*\Z|(?P<name>navn|namn)[\s:_.…]*\Z")
_ILLEGIBLE = re.compile("\ufffd+")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a notice for each blank and for each stretch that cannot be read."""
    closing = context.outline.closing
    for index in closing:
        yield from _unsaid(context, context.outline.blocks[index])
    for start, end in _blanks(context.view.lower):
        index = context.outline.block_at(start)
        if index not in closing and context.outline.blocks[index].kind is not Kind.CONTENTS:
            yield _notice(context, Notice.PLACEHOLDER, "", "a blank left to be filled in", (start, end))
    if "\ufffd" in context.view.text:
        for match in _ILLEGIBLE.finditer(context.view.text):
            yield _notice(context, Notice.ILLEGIBLE, "", "letters that could not be read", match.span())


def _blanks(lower: str) -> Iterator[Stretch]:
    return (match.span() for match in _BLANK.finditer(lower)) if any(mark in lower for mark in _MARKS) else iter(())


def _unsaid(context: Context, block: Block) -> Iterator[Candidate]:
    """A label of the signatures with nothing after it."""
    match = _UNSAID.match(context.view.lower, block.start, block.end)
    if match:
        field, what = ("/signed", "date or place") if match["signed"] else ("/signatories", "name")
        yield _notice(context, Notice.PLACEHOLDER, field, f"no {what} after the label", (block.start, block.end))


def _notice(context: Context, kind: Notice, field: str, what: str, stretch: Stretch) -> Candidate:
    return Candidate("notices", kind.at(field, f"{what}: {context.read(*stretch)}"), (stretch,))
