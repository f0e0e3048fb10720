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
from avtale.context.amending import is_appendix
from avtale.structure import Block
from avtale.vocabulary import spot

_DRAFT = re.compile(
    r"""(?:
        \W*(?:1\.|2\.|3\.|første|andre|foreløpig|førebels)?\s*(?:utkast|høringsutkast|høyringsutkast|kladd)\b
      | .*\b(?:utkast|framlegg|forslag)\s+til\s+(?:\w+\s)?\w*avtal
      | .*\bforslag\ til\ avtale
      | \W*(?:forslag|framlegg)\W*\Z
      | .*\(utkast
    )""",
    re.VERBOSE,
)
_AGREED = re.compile(r"\b(?:inngår|inngås|inngått|inngjeng|inngår|avtalt|avtaler|avtalen|avtala|partene|partane)\b")
_NOUN = re.compile(r"avtal|\bovere[ni]n?skomst")
"""A noun for an agreement, at the end of compounds too."""
_PROTOCOL = re.compile(r"\W*protokoll\b")
"""A first line that two kinds of papers have: minutes, and what two parties agree to change."""
_REFERENCE = re.compile(r"\W*(?:arkiv)?(?:sak|ref)(?:s?nr|snummer|eranse)?\b")
"""How a line of a letter begins that names the case, and with it the agreement that the letter is about."""
_FRONT = 600
"""Characters at the start of a document in which it says what it is."""
_LINE = 200
"""Characters of the longest line that says what the document is."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield the one candidate that every text has."""
    draft = any(_DRAFT.match(context.view.lower, block.start, block.end) for block in _front(context))
    yield Candidate("document_type", {"document_type": type_of(context), "draft": draft}, ())


def _front(context: Context) -> list[Block]:
    """The short lines of the title block."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    return [block for block in blocks if block.start < _FRONT and block.size < _LINE]


def type_of(context: Context) -> str:
    """The first line that says what the document is decides; an amendment says so in the line of its title.

    A line that only names a forum (`Politirådet`) does not: its minutes begin with it too.
    """
    lower = context.view.lower
    opening = lower[: 4 * _FRONT]
    front = _front(context)
    said = [set(spot("documents", lower[block.start : block.end])) for block in front]
    speaks_of_one = _NOUN.search(opening) is not None
    if speaks_of_one and any("amendment" in kinds for kinds in said[1:2]) and _PROTOCOL.match(lower, front[0].start):
        return "amendment"
    for block, kinds in zip(front, said, strict=True):
        agreement = _NOUN.search(lower, block.start, block.end)
        if speaks_of_one and ("amendment" in kinds or is_appendix(lower, block.start, block.end)):
            return "amendment"
        if kinds & {"minutes", "paper"}:
            return "minutes" if "minutes" in kinds else "other"
        if agreement and kinds and not _REFERENCE.match(lower, block.start, block.end):
            return "amendment" if context.rewrites else "agreement"
    return "agreement" if speaks_of_one and _AGREED.search(opening) else "other"
