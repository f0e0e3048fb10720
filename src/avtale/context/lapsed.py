"""What an amendment quotes only to say that it no longer holds.

`«to møter i halvåret» endres til «tre møter i året»`, the column `Stod` beside `Skal stå`, `§ 10 om årlig revisjon utgår`.
Not lapsed: the new wording, and what an agreement says of an older one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch
from avtale.grammar.anchor import compiled

if TYPE_CHECKING:
    from avtale.context.context import Context

_REPLACED = (
    r"(?i)[«“\"](?P<old>[^»”\"]{2,200})[»”\"][^«“\".\n]{0,60}?"
    r"\b(?:endre[srt]?|endrast|erstatte[srt]?|erstattast|bytte[srt]?|bytast|bytt|blir|vert|går\sut|avløses|avløysast)\b[^«“\".]{0,40}?[«“\"]"
)
_EXCHANGED = (
    r"(?i)\b(?:endr|rett|erstatt|by[te]t?|stry?[kø]k?|skift)\w*\s(?:[^\W\d]+\s){0,3}?[«“\"](?P<old>[^»”\"]{2,200})[»”\"]"
    r"\s(?:ut\s)?(?:med|til|og\sset\w*\sinn)\s?:?\s?(?:[^\W\d]+\s){0,2}?[«“\"]"
)
_INSTEAD = r"(?i)\b(?:i\s?ste(?:de[nt]|det)|i\sstaden)\s?for\s[«“\"](?P<old>[^»”\"]{2,200})[»”\"]"
_BEFORE = re.compile(r"\((?:før|fyrr|tidligere|tidlegare|tidl\.|hittil|mot)\b[^()\n]{3,160}\)")
_DROPPED = re.compile(
    r"\b(?:utgår|strykes|strykast|oppheves|opphevast|faller\sbort|fell\sbort|tas\sut|takast\sut)(?=[.,]|\s(?:i\ssin\shelhet|i\ssi\sheilskap)\W)"
)
_POINT = re.compile(r"\W*(?:§|punkt|pkt|artikkel|\w+\s(?:ledd|strekpunkt|setning))")


def lapsed(context: Context) -> list[Stretch]:
    """The stretches of an amendment that tell what no longer holds, in order and apart from each other."""
    found: list[Stretch] = []
    for start, end in sorted([*replaced(context), *_cells(context), *_points(context), *_asides(context)]) if context.is_amendment else ():
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def replaced(context: Context) -> list[Stretch]:
    """The wordings in quotes of an amendment in whose stead others are set."""
    both = (_REPLACED, _EXCHANGED, _INSTEAD) if context.is_amendment else ()
    return sorted(match.span("old") for pattern in both for match in compiled(pattern).finditer(context.view.text))


def _asides(context: Context) -> Iterator[Stretch]:
    """What brackets say was before: `(før: måndag til fredag kl. 9–15)`."""
    return (match.span() for match in _BEFORE.finditer(context.view.lower))


def _cells(context: Context) -> Iterator[Stretch]:
    """The cells of the old wordings in tables that set them beside the new ones."""
    for table in context.outline.tables:
        if {"old", "new"} <= set(table.columns):
            yield from (row.columns["old"] for row in table.rows if "old" in row.columns)


def _points(context: Context) -> Iterator[Stretch]:
    """What a sentence says of a numbered point that is dropped, before the verb."""
    for match in _DROPPED.finditer(context.view.lower):
        start, _ = context.sentence(match.start())
        block = context.block(start)
        if _POINT.match(context.view.lower, block.line if start == block.start else start, match.start()):
            yield start, match.start()
