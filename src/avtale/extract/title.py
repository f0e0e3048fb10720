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
from avtale.vocabulary import spot

_SAYS = frozenset(("amendment", "minutes", "paper", "agreement"))
_COMPOUND = re.compile(r"avtal[ea]\b")
"""The end of a word for an agreement that no list has: `samordningsavtale`."""
_TEMPLATE = re.compile(r"(?:\A|\n)\s*(?:(?:avtale|standard)?mal|mønster)\s(?:for|til|versjon|v\.|–|-)")
"""A line that says what template a text was made from: `Mal for samarbeidsavtaler, versjon 2`."""
_WEBSITE = re.compile(r".*\s[›»>]\s|.*\S\s/\s\S.*\s/\s|hopp\stil\s|(?:sist\s)?(?:publisert|oppdatert?|endra|endret|lagt\sut)\b")
"""A line at the top of a page of a website: the pages that lead to it, or the day that it was published."""
_LONGEST = 400
"""Characters of the longest paragraph that can be a title."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the title, where the title block has one."""
    titles = [(rank, stretch) for kind, stretch in _paragraphs(context) for rank in [_rank(context, kind, stretch)] if rank is not None]
    if titles:
        _, best = min(titles)
        parts = tuple(_without_marks(context, best))
        yield Candidate("title", {"text": " ".join(context.read(*part) for part in parts)}, parts)


def _without_marks(context: Context, stretch: Stretch) -> Iterator[Stretch]:
    """A title as a whole, or line by line where marks of emphasis stand between the lines."""
    first, last = context.outline.block_at(stretch[0]), context.outline.block_at(stretch[1] - 1)
    lines = context.outline.blocks[first : last + 1]
    yield from ((line.start, line.end) for line in lines) if any(line.start > line.line for line in lines[1:]) else (stretch,)


def _rank(context: Context, kind: Kind, stretch: Stretch) -> int | None:
    """How surely a paragraph is the title: a mere topic less than one that names the document, a running header least."""
    lower = context.view.lower[slice(*stretch)]
    if len(lower) > _LONGEST:
        return None
    words = spot("documents", lower)
    if words == ("draft",) or _TEMPLATE.search(lower) or not (words or _COMPOUND.search(lower)):
        return None
    beside = kind is Kind.ROW or _WEBSITE.match(lower) is not None
    return (0 if "avtal" in lower or _SAYS.intersection(words) else 1) + (2 if beside else 0)


def _paragraphs(context: Context) -> Iterator[tuple[Kind, Stretch]]:
    """The stretches of the title block's lines with no blank line between, each with the kind of its first line; those of a website stand alone."""
    blocks = context.outline.blocks[: context.outline.title.stop]
    of_website = [_WEBSITE.match(context.view.lower, block.start, block.end) is not None for block in blocks]
    first = None
    for index, block in enumerate(blocks):
        first = first or block
        if index + 1 == len(blocks) or blocks[index + 1].gap > 1 or of_website[index] or of_website[index + 1]:
            yield first.kind, (first.start, block.end)
            first = None
