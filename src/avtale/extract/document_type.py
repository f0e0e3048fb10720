"""`document_type` and `draft`: what the document calls itself in its title block.

An agreement (`samarbeidsavtale`, `politirådsavtale`), an amendment (`tilleggsavtale`, `forlengelse av`), minutes (`referat`),
or another paper (`saksframlegg`, a text that is no agreement at all). A draft calls itself `utkast`, `framlegg`, `høringsutkast`.

Not this field: an agreement that a text cites; a draft that it tells of (`avtaleutkastet ble godkjent`).
Known gaps: a paper of another kind that has an agreement's title and nothing else to tell it by.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("UTKAST\\n\\nTilleggsavtale til politirådsavtala\\n\\nAvtala varer i to år."))]
[{'document_type': 'amendment', 'draft': True}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.structure import Block
from avtale.vocabulary import spot

_DRAFT = re.compile(
    r"(?:\W*(?:1\.|2\.|3\.|første|fyrste|andre|foreløpig|førebels)?\s*(?:utkast|høringsutkast|høyringsutkast|kladd)\b|.*\b(?:utkast|framlegg|forslag)\s+til\s+(?:\w+\s)?\w*avtal|.*\bforslag til avtale|\W*(?:forslag|framlegg)\W*\Z|.*\(utkast)"
)
_AGREED = re.compile(r"\b(?:inngår|inngås|inngått|inngår|avtalt|avtaler|avtalen|avtala|partene|partane)\b")
_AGREEMENT = ("agreement", "cooperation", "police_council", "service_offer")
_FRONT = 600
"""Characters of a title block without headings in which the document says what it is."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the one candidate that every text has."""
    blocks = context.outline.blocks
    front = [block for block in blocks[: max(context.outline.title.stop, 1)] if block.start < _FRONT]
    yield Candidate("document_type", {"document_type": _type(context, front), "draft": any(_is_draft(context, block) for block in front)}, ())


def _type(context: Context, front: list[Block]) -> str:
    """The first line that says what the document is decides; an amendment says so in the line of its title."""
    for block in front:
        kinds = set(spot("documents", context.view.lower[block.start : block.end])) if block.size < 200 else set()
        if kinds & {"minutes", "paper"} and not kinds & {"amendment"}:
            return "minutes" if "minutes" in kinds else "other"
        if "amendment" in kinds and ("agreement" in kinds or "avtale" in context.view.lower[block.start : block.end]):
            return "amendment"
        if kinds.intersection(_AGREEMENT):
            return "agreement"
    opening = context.view.lower[: 4 * _FRONT]
    return "agreement" if "avtal" in opening and _AGREED.search(opening) else "other"


def _is_draft(context: Context, block: Block) -> bool:
    return block.size < 200 and bool(_DRAFT.match(context.view.lower, block.start, block.end))
