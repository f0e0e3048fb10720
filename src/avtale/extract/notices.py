"""`notices`: what stands in the text and is no value: blanks left to be filled in, and letters that cannot be read; meetings that are
only said to be regular (`jevnlig`, `ved behov`), and dates told by what happens then (`fra den er undertegnet`).

Blanks are written as underscores, dots, `[navn]`, `<dato>`, `XX`, or as a label with nothing after it where the parties sign
(`Sted/dato:`, `Namn`).

Not this field: the line on which somebody signs by hand; the leaders of a table of contents; a link (`[lova](https://…)`); what is wrong
with the agreement itself.
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
from avtale.grammar import frequency
from avtale.structure import Block, Kind

_MARKS = ("__", "....", "……", "[", "<", "xx", "n.n")
"""What a blank cannot be without."""
_BLANK = re.compile(
    r"""[_.…\[<xn](?:
        (?<=_)_+
      | (?<=[.…])[.…]{3,} | (?<=…)…+
      | (?<=\[)(?:(?![\[\]\n])[\W\d])*+[^\W\d][^\[\]\n]*+\](?!\() | (?<=<)(?:(?![<>\n])[\W\d])*+[^\W\d][^<>\n]*+>
      | (?<=\bx)x+(?:[./-]x{2,})*\b | (?<=\bn)\.\s?n\.
    )""",
    re.VERBOSE,
)
_UNSAID = re.compile(r"(?P<signed>(?:(?:sted|stad|dato)(?:\s?(?:/|og|,)\s?dato)?))[\s:_.…,]*\Z|(?P<name>navn|namn)[\s:_.…]*\Z")
_MEETS = re.compile(r"\bmøt(?:e|es|ast|est|er|a|et|ene|ene)\b|\bkjem saman\b|\bkommer sammen\b|\bsamles\b|\bsamlast\b")
_THEN = re.compile(
    r"\b(?:fra|frå|ved|etter|når|straks|så snart)\s(?:[^\W\d]+\s){0,5}?"
    r"(?:undertegn\w*|underskr[ei]v\w*|underteikn\w*|signer\w*|vedtatt|vedteken|vedtatte|godkjent|godkjend)\b"
)
_RULED = 60
"""Underscores on a line of their own from which they are a rule across the page."""
_NEAR = 8
"""Characters within which the date of an event stands after its word."""
_ILLEGIBLE = re.compile("\ufffd+")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a notice for each blank and for each stretch that cannot be read."""
    closing = context.outline.closing
    for index in closing:
        yield from _unsaid(context, context.outline.blocks[index : index + 2])
    yield from _uncounted(context)
    yield from _relative(context)
    for start, end in _blanks(context.view.lower):
        index = context.outline.block_at(start)
        if index not in closing and context.outline.blocks[index].kind is not Kind.CONTENTS and not _is_rule(context.view.text, start, end):
            yield _notice(context, Notice.PLACEHOLDER, "", "a blank left to be filled in", (start, end))
    if "\ufffd" in context.view.text:
        for match in _ILLEGIBLE.finditer(context.view.text):
            yield _notice(context, Notice.ILLEGIBLE, "", "letters that could not be read", match.span())


def _uncounted(context: Context) -> Iterator[Candidate]:
    """Meetings of a forum in a sentence that says only that they are regular: a notice, where no other counts them."""
    lower = context.view.lower
    for cue in context.cues.all("vague"):
        start, end = context.sentence(cue.start)
        if _MEETS.search(lower, start, end) and next(frequency.find(context.view, start, end), None) is None:
            forum = context.forums.at(cue.start)
            if forum and not any(start <= other.start < cue.start for other in context.cues.within("vague", start, end)):
                yield Candidate("bodies", {"type": forum.type, "name": forum.name, "uncounted": context.read(cue.start, cue.end)}, ((cue.start, cue.end),))


def _relative(context: Context) -> Iterator[Candidate]:
    """A date that is told only by what happens then."""
    lower = context.view.lower
    for start, end in sorted({context.sentence(cue.start) for cue in context.cues.all("events") if cue.term.id == "valid"}):
        match = _THEN.search(lower, start, end)
        if match and not context.dates_in(match.start(), match.end() + _NEAR):
            yield _notice(context, Notice.RELATIVE_DATE, "/dates", "a date that the text does not give", match.span())


def _blanks(lower: str) -> Iterator[Stretch]:
    return (match.span() for match in _BLANK.finditer(lower)) if any(mark in lower for mark in _MARKS) else iter(())


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether a blank is a rule across the page."""
    return end - start >= _RULED and text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _unsaid(context: Context, blocks: list[Block]) -> Iterator[Candidate]:
    """A label of the signatures with nothing after it, be it on the line or, for a date, on the next."""
    block = blocks[0]
    match = _UNSAID.match(context.view.lower, block.start, block.end)
    if match and not (match["signed"] and match.end("signed") == block.end and context.dates_in(blocks[-1].start, blocks[-1].end)):
        field, what = ("/signed", "date or place") if match["signed"] else ("/signatories", "name")
        yield _notice(context, Notice.PLACEHOLDER, field, f"no {what} after the label", (block.start, block.end))


def _notice(context: Context, kind: Notice, field: str, what: str, stretch: Stretch) -> Candidate:
    return Candidate("notices", kind.at(field, f"{what}: {context.read(*stretch)}"), (stretch,))
