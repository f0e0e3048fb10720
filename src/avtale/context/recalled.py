"""Agreements named again without their dates, after the text has told when they were signed: `Erklæringen faller bort`, `avtala i Naustdal`.

What tells one apart is its quoted title, what it is about, its place, or the first part of its name; a bare noun only where the text speaks of no
other paper of that kind, and a noun for this agreement only where it is called the old one. An amendment replaces other amendments alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from avtale.context.amending import is_change
from avtale.context.candidate import Stretch
from avtale.context.earlier import agreement_before, paper_before, title
from avtale.grammar.found import Found

if TYPE_CHECKING:
    from avtale.context.context import Context

_heads = (
    r"avtal(?:e|en|a|ene|ane)|overe[ni]n?skomst(?:en|a)?|semj[aei]|erklæring(?:en|a)?|hefte(?:t)?|mandat(?:et)?|notat(?:et)?|protokoll(?:en)?|dokument(?:et)?"
    r"|instruks(?:en)?|ordning(?:en|a)?|opplegg(?:et)?|vedtekt(?:ene|er|ane|ar)|retningslinj(?:ene|er|ane|a|or)|plan(?:en)?"
)
_PAPER = re.compile(rf"(?P<first>(?:[^\W\d]|-)*?)(?P<head>{_heads})(?!\w)")
_OLD = re.compile(r"\b(?:gam[al]l?e|eldre|tidligere|tidlegare|forrige|førre|fyrre|første|fyrste|opprinnelige|opphavlege|hittidige|hittil\sgjeldende)\s\Z")
_OWN = re.compile(r"\b(?:denne|dette|desse|disse|nye?|vår|nærværende)\s(?:\w+\s)?\Z")
_ABOUT = re.compile(r"\s(?:om|for|i|på|med|mellom)\s[^.,;:()|]{2,80}")
_QUOTED = re.compile(r"\W{0,3}(?:\w+\s){0,2}?[«“\"](?P<title>[^»”\"]{3,100})[»”\"]")
_WORD = re.compile(r"[^\W\d]{4,}")
_NO_TELLING = frozenset(
    ("kommu", "polit", "denne", "begge", "avtal", "siste", "gjeld", "mello", "herad", "tidli", "samme", "parta", "parte", "skal", "vert", "blir")
)
"""How words begin that tell no agreement apart."""
_STEM = 5
"""Characters of a word that its inflected forms share."""


class _Named(NamedTuple):
    """A paper where it is named: the whole noun, the stem of its kind, and the beginnings of the words that tell it apart."""

    noun: Stretch
    kind: str
    telling: frozenset[str]
    is_old: bool


class _Told(NamedTuple):
    """A date of a paper: the noun, the date, and the part of the sentence that is about them."""

    noun: Stretch
    found: Found
    part: Stretch


def recalled(context: Context, stretch: Stretch) -> Iterator[tuple[int, Stretch | None]]:
    """Where the dates stand of the papers that a stretch names without one, each with what the paper is called."""
    named = [paper for paper in _named(context, stretch) if paper.telling or paper.is_old or not _is_own(context, paper)]
    told = list(_told(context, stretch[0])) if named else []
    for paper in named:
        meant = [one for one in told if _is_meant(context, paper, one)]
        sure = [one for one in meant if _is_linked(context, one)] or (meant if paper.telling or paper.kind != "avtal" else [])
        if len({one.found.value["date"] for one in sure}) == 1:
            noun, found, part = sure[0]
            yield found.start, title(context, noun, found.start if noun[0] < found.start else part[1])


def _named(context: Context, stretch: Stretch) -> Iterator[_Named]:
    """The papers that a stretch names with no date behind them."""
    lower, (start, end) = context.view.lower, stretch
    nouns = list(_PAPER.finditer(lower, start, end))
    for index, noun in enumerate(nouns):
        stop = nouns[index + 1].start() if index + 1 < len(nouns) else end
        if context.dates_in(noun.start(), stop) or _OWN.search(lower, start, noun.start()):
            continue
        quoted, about = _QUOTED.match(lower, noun.end(), stop), _ABOUT.match(lower, noun.end(), stop)
        if context.is_amendment and not is_change(noun[0]):
            continue
        words = f"{noun['first']} {quoted['title'] if quoted else ''} {about[0] if about else ''}"
        telling = frozenset(word[:_STEM] for word in _WORD.findall(words)) - _NO_TELLING
        yield _Named(noun.span(), noun["head"][:_STEM], telling, _OLD.search(lower, start, noun.start()) is not None)


def _told(context: Context, before: int) -> Iterator[_Told]:
    """The dates before a position that stand in one sentence with a paper, the title block left out."""
    lower = context.view.lower
    for found in context.dates:
        sentence = context.sentence(found.start)
        if sentence[1] > before or context.outline.block_at(found.start) < context.outline.title.stop:
            continue
        dates = context.dates_in(*sentence)
        since = max((other.end for other in dates if other.end <= found.start), default=sentence[0])
        until = min((other.start for other in dates if other.start >= found.end), default=sentence[1])
        if nouns := list(_PAPER.finditer(lower, since, found.start)):
            yield _Told(nouns[-1].span(), found, (since, found.end))
        elif noun := _PAPER.search(lower, found.end, until):
            yield _Told(noun.span(), found, (found.start, until))


def _is_meant(context: Context, paper: _Named, told: _Told) -> bool:
    """Whether a date is of the paper: of its kind, and with a word that tells it apart where it has any."""
    lower = context.view.lower
    if not _PAPER.match(lower, *told.noun) or paper.kind not in lower[slice(*told.noun)]:
        return False
    return not paper.telling or any(lower.find(word, *told.part) >= 0 for word in paper.telling)


def _is_linked(context: Context, told: _Told) -> bool:
    """Whether the date is told to be that of signing the paper."""
    start = context.sentence(told.found.start)[0]
    return bool(agreement_before(context, start, told.found.start, signed=True) or paper_before(context, start, told.found.start))


def _is_own(context: Context, paper: _Named) -> bool:
    """Whether the title block calls this agreement by the same noun, or it is a word that can always mean this one."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    return paper.kind == "avtal" or any(context.view.lower.find(paper.kind, block.start, block.end) >= 0 for block in blocks)
