"""`title` and `kinds`: the first paragraph of the title block that names the kind of agreement, and what the block calls it.

A paragraph ends at a blank line; its lines are one title (`Samarbeidsavtale mellom X kommune og / Y politidistrikt`).
`kinds` are `cooperation`, `service_offer` and `police_council`, by all lines of the block.

Not this field: a logo, a running header, an archive reference, a date line.
Known gaps: a title that names no kind at all (`Trygg i Sunnhordland`) is passed over for the first line that does.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Os kommune\\n\\nAvtale om tenestetilbod\\n\\nmellom Os kommune og Vest politidistrikt"))]
[{'text': 'Avtale om tenestetilbod'}, {'kinds': ['service_offer']}]
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.structure import Block, Kind
from avtale.vocabulary import spot

_KINDS = ("cooperation", "service_offer", "police_council")
_SAYS = frozenset(("amendment", "minutes", "paper", "agreement"))
_LONGEST = 400
"""Characters of the longest paragraph that can be a title."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the title and the kinds, where the title block has them."""
    blocks = context.outline.blocks[: context.outline.title.stop]
    named: list[str] = []
    titles: list[tuple[int, Stretch]] = []
    for kind, start, end in _paragraphs(blocks):
        if end - start > _LONGEST:
            continue
        words = spot("documents", context.view.lower[start:end])
        named += words
        rank = _rank(kind, words, "avtal" in context.view.lower[start:end])
        if rank is not None:
            titles.append((rank, (start, end)))
    if titles:
        _, best = min(titles)
        yield Candidate("title", {"text": context.read(*best)}, (best,))
        yield Candidate("kinds", {"kinds": [kind for kind in _KINDS if kind in named]}, ())


def _rank(kind: Kind, words: list[str], agreement: bool) -> int | None:
    """How surely a paragraph is the title: a running header, which is set in columns, and a mere topic less than one that names the document."""
    if not words or words == ["draft"]:
        return None
    return (0 if agreement or _SAYS.intersection(words) else 1) + (2 if kind is Kind.ROW else 0)


def _paragraphs(blocks: list[Block]) -> Iterator[tuple[Kind, int, int]]:
    """The stretches of lines with no blank line between, each with the kind of its first line."""
    first = None
    for index, block in enumerate(blocks):
        first = first or block
        if index + 1 == len(blocks) or blocks[index + 1].gap > 1:
            yield first.kind, first.start, block.end
            first = None
