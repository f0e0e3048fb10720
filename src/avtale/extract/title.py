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
from avtale.structure import Block
from avtale.vocabulary import spot

_KINDS = ("cooperation", "service_offer", "police_council")
_TITLES = {"agreement", "amendment", "minutes", "paper", *_KINDS}
_LONGEST = 400
"""Characters of the longest paragraph that can be a title."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the title and the kinds, where the title block has them."""
    paragraphs = [stretch for stretch in _paragraphs(context.outline.blocks[: context.outline.title.stop]) if stretch[1] - stretch[0] <= _LONGEST]
    titles = [stretch for stretch in paragraphs if _TITLES.intersection(spot("documents", context.view.lower[slice(*stretch)]))]
    if not titles:
        return
    agreements = [stretch for stretch in titles if "avtal" in context.view.lower[slice(*stretch)]] or titles
    yield Candidate("title", {"text": context.read(*agreements[0])}, (agreements[0],))
    named = [kind for stretch in paragraphs for kind in spot("documents", context.view.lower[slice(*stretch)])]
    yield Candidate("kinds", {"kinds": [kind for kind in _KINDS if kind in named]}, ())


def _paragraphs(blocks: list[Block]) -> Iterator[Stretch]:
    """The stretches of lines with no blank line between."""
    start = None
    for index, block in enumerate(blocks):
        if start is None:
            start = block.start
        if index + 1 == len(blocks) or blocks[index + 1].gap > 1:
            yield start, block.end
            start = None
