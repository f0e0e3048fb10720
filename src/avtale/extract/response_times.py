"""`response_times`: how soon the police are to be there, for what share of the calls, by the population of the place.

`Færre enn 2000 innbyggjarar: 80 % … innan 30 minuttar`; in a list, a table row or a sentence. Bounds are the figures in the text.

Not this field: a driving time to the nearest station, a statistic of what has been reached.
Known gaps: a bracket in words other than more, fewer, between, from–to.

>>> from avtale.context import Context
>>> next(extract(Context("Over 20.000 innbyggere: 80 % innen 12 minutter"))).value
{'population_min': 20000, 'population_max': None, 'share': 80, 'within': 'PT12M'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import duration
from avtale.grammar.number import CARDINAL, DIGITS, value
from avtale.grammar.share import percent

_number = rf"(?:{DIGITS}|\b{CARDINAL}(?:\stusen)?)"
_POPULATION = re.compile(
    rf"(?:(?P<above>over|mer\senn|meir\senn|flere\senn|fleire\senn|minst|fra|frå|>)|(?P<below>under|færre\senn|mindre\senn|inntil|opptil|til|høyst|<)|(?P<between>mellom)\s)?\s*"
    rf"(?P<a>{_number})(?:\s?(?:[-–—]|og|til)\s?(?P<b>{_number}))?(?:\s(?P<more>eller\s(?:flere|fleire|mer|meir))|\s(?P<less>eller\s(?:færre|mindre)))?\s?(?:innb|inb|bebu|menneske|person|fastbu|fastboende)"
)
_REPLY = re.compile(r"respons|innsatstid|framme|fremme|på\sstaden|på\sstedet|innan|innen|uttrykning|utrykning|handter|håndter")
_REACHED = re.compile(r"\b(?:var|blei|ble|vart|i\s20\d\d\s(?:var|ble|nådde)|nådde|nådd|snitt|gjennomsnitt|median)\b")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each bracket that has a time."""
    for block in context.outline.blocks:
        if context.cues.within("periods", block.start, block.end) and "innb" in context.view.lower[block.start : block.end]:
            stretches = context_sentences(context, block.start, block.end)
            yield from (candidate for stretch in stretches for candidate in _read(context, stretch))


def context_sentences(context: Context, start: int, end: int) -> list[Stretch]:
    """The sentences of a block; those with several brackets cut at each."""
    found: list[Stretch] = []
    for sentence in [stretch for stretch in context.sentences if start <= stretch[0] < end]:
        cuts = [match.start() for match in _POPULATION.finditer(context.view.lower, *sentence)][1:]
        edges = [sentence[0], *cuts, sentence[1]]
        found += list(zip(edges, edges[1:], strict=False))
    return found


def _read(context: Context, stretch: Stretch) -> Iterator[Candidate]:
    lower = context.view.lower
    population = _POPULATION.search(lower, *stretch)
    within = next((found for found in duration.find(context.view, *stretch) if found.value["duration"].startswith("PT")), None)
    if population is None or within is None or _REACHED.search(lower, *stretch):
        return
    low, high = _bounds(population)
    share = percent(lower, *stretch) or percent(lower, *context.sentence(stretch[0]))
    span = (min(population.start(), within.start), max(population.end(), within.end))
    yield Candidate("response_times", {"population_min": low, "population_max": high, "share": share, "within": within.value["duration"]}, (span,))


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    a, b = _count(match["a"]), _count(match["b"]) if match["b"] else None
    if b is not None:
        return a, b
    if match["above"] or match["more"]:
        return a, None
    return (None, a) if match["below"] or match["less"] else (a, None)


def _count(words: str) -> int:
    """A number of people: `to tusen` as well as `2 000`."""
    head = words.removesuffix("tusen").strip()
    return value(head) * 1000 if words.endswith("tusen") and head else value(words)
