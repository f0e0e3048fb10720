"""`title`: the first paragraph of the title block that names the kind of agreement.

A paragraph ends at a blank line; its lines are one title (`Samarbeidsavtale mellom X kommune og / Y politidistrikt`).

Not this field: a logo, a running header (set in columns), an archive reference, a date line, the name of a forum alone.
Known gaps: a title that names no kind at all (`Trygg i Sunnhordland`) is passed over for the first line that does.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Os kommune\\n\\nAvtale om tenestetilbod\\n\\nmellom Os kommune og Vest politidistrikt"))]
[{'text': 'Avtale om tenestetilbod'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.structure import Kind
from avtale.structure.wording import has_verb
from avtale.vocabulary import spot

_SAYS = frozenset(("amendment", "minutes", "paper", "agreement"))
_COMPOUND = re.compile(r"avtal[ea]\b")
"""The end of a word for an agreement that no list has: `samordningsavtale`."""
_TEMPLATE = re.compile(r"(?:\A|\n)\s*(?:(?:avtale|standard)?mal|mønster)\s(?:for|til|versjon|v\.|–|-)")
"""A line that says what template a text was made from: `Mal for samarbeidsavtaler, versjon 2`."""
_WEBSITE = re.compile(r".*\s[›»>]\s|.*\S\s/\s\S.*\s/\s|hopp\stil\s|(?:sist\s)?(?:publisert|oppdatert?|endra|endret|lagt\sut)\b")
"""A line at the top of a page of a website: the pages that lead to it, or the day that it was published."""
_FILED = re.compile(r"(?:dok(?:ument)?|arkiv|saks?|journal|ephorte|versjon|eiga?r|eier|(?:vår|deres|dykkar)\sref)[\w.-]{0,8}\s?(?::|\d)")
"""A line that says how a document is filed: `Arkivref. 24/317`, `Dokumentnavn: Avtale …`."""
_BETWEEN_BARS = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?")
_LONGEST = 400
"""Characters of the longest paragraph that can be a title."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the title, where the title block has one."""
    titles = [(rank, stretch) for kind, stretch in _paragraphs(context) for rank in [_rank(context, kind, stretch)] if rank is not None]
    if titles:
        parts = tuple(_without_marks(context, _cell(context, min(titles, key=lambda found: (found[0], not _starts(context, found[1]), found[1]))[1])))
        yield Candidate("title", {"text": " ".join(context.read(*part) for part in parts)}, parts)


def _without_marks(context: Context, stretch: Stretch) -> Iterator[Stretch]:
    """A title as a whole, or line by line where marks of emphasis stand between the lines."""
    first, last = context.outline.block_at(stretch[0]), context.outline.block_at(stretch[1] - 1)
    lines = context.outline.blocks[first : last + 1]
    yield from ((line.start, line.end) for line in lines) if any(line.start > line.line for line in lines[1:]) else (stretch,)


def _cell(context: Context, title: Stretch) -> Stretch:
    """The cell that names the document, where a title stands in a row between those of the parties; else the whole of it."""
    if context.view.text[title[0]] != "|" or context.outline.block_at(title[0]) != context.outline.block_at(title[1] - 1):
        return title
    cells = [match.span() for match in _BETWEEN_BARS.finditer(context.view.text, *title)]
    return next((cell for cell in cells if _names(context.view.lower[slice(*cell)])), title)


def _starts(context: Context, title: Stretch) -> bool:
    """Whether a paragraph begins with what the document is, as a title does, rather than with whose it is, as the line over it may."""
    cue = next(iter(context.cues.within("organisations", *title)), None)
    return cue is None or _names(context.view.lower[title[0] : cue.start])


def _names(lower: str) -> bool:
    """Whether some words name a document, and are no part of another word for it."""
    return bool(spot("documents", lower) or _COMPOUND.search(lower))


def _rank(context: Context, kind: Kind, stretch: Stretch) -> int | None:
    """How surely a paragraph is the title: a mere topic less than one that names the document, a running header least."""
    lower = context.view.lower[slice(*stretch)]
    if len(lower) > _LONGEST:
        return None
    words = spot("documents", lower)
    if lower.endswith(".") and has_verb(context.cues, *stretch):
        return None
    if words == ("draft",) or _TEMPLATE.search(lower) or not _names(lower):
        return None
    beside = kind is Kind.ROW or any(pattern.match(lower) for pattern in (_WEBSITE, _FILED))
    return (0 if "avtal" in lower or _SAYS.intersection(words) else 1) + (2 if beside else 0)


def _paragraphs(context: Context) -> Iterator[tuple[Kind, Stretch]]:
    """The stretches of the title block's lines with no blank line between, each with the kind of its first line; those of a website or a file stand alone."""
    blocks = context.outline.blocks[: context.outline.title.stop]
    alone = [any(pattern.match(context.view.lower, block.start, block.end) for pattern in (_WEBSITE, _FILED)) for block in blocks]
    first = None
    for index, block in enumerate(blocks):
        first = first or block
        if index + 1 == len(blocks) or blocks[index + 1].gap > 1 or alone[index] or alone[index + 1]:
            yield first.kind, (first.start, block.end)
            first = None
