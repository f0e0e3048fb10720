"""`parties`: the contracting parties, each once: municipalities, police districts, police units, others (a bydel).

Named in the title block (`mellom X kommune og Y politidistrikt`, one a line, in any number) or in the opening of a text without one.
In `X politidistrikt ved lensmannen i Y` the party is X politidistrikt; where only `lensmannen i Y` or `politiet i Y` stands, that is the party.

Not this field: an organisation that is merely mentioned, a unit that a district acts through (`v/`), a municipality in a heading.
Known gaps: a party that is named only among the signatures, where others are named before.

>>> from avtale.context import Context
>>> [found.value["name"] for found in extract(Context("Politirådsavtale\\nmellom Lom kommune\\nog Innlandet politidistrikt"))]
['Lom kommune', 'Innlandet politidistrikt']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context import Candidate, Context, Stretch
from avtale.grammar.found import Found
from avtale.register import is_municipality

_THROUGH = re.compile(r"(?:\bv/|\bved|\bv\.|\bgjennom|\brepresentert ved)\s*\Z")
_BETWEEN = re.compile(r"\b(?:mellom|rnellom|partene|partane|parter|partar|inngår|inngått|avtaleparter|avtalepartar)\b")
_HAVE = re.compile(
    r"\b(?:har|hadde|inngår|inngå|inngikk|inngjekk|gjør|gjer|gjorde|skriver|skriv|skrev|skreiv|signerer|signerar|signerte|undertegnet|underteikna|er\s(?:enige|einige|samde))"
    r"\s(?:[\w.]+\s){0,6}?\w*avtal(?:e|en|a|er|ar)\b"
)
_MEET = re.compile(r"\bmøttest?\b|\bkom(?:\s\w+){0,2}?\s(?:sammen|saman)\b")
_word = r"[A-ZÆØÅČŠŽĐŊŦÁ][\w-]*"
_POLICE_OF = re.compile(
    rf"\b(?i:politiet|politim(?:e|ei)steren|politistasjonssjefen|politiavdelings(?:lederen|leiaren)|lensmann(?:en)?)\s+(?i:i|for)\s+"
    rf"(?P<place>{_word}(?:[^\S\n]+{_word})*)(?P<more>\s+og\s+{_word})?"
)
_PARTIES = re.compile(r"(?:avtale)?part(?:er|ar|ene|ane)(?:\s(?:i|til)\savtal(?:en|a))?\W*")
"""A heading above the parties."""
_SIDE = re.compile(r"(?P<side>kommun|herad|politi)\w*\s?:\s+")
_LABEL = re.compile(r"[\s|]*+(?:avtale)?part(?:er|ar|ene|ane)(?:\s(?:i|til)\savtal(?:en|a))?[\s.]*[:|\t]")
"""A label in a form, with the parties beside it, and below each other."""
_UNLABELLED = re.compile(r"[\s|]*+[^:|\t]++[\s|]*\Z")
"""A line of a form, or a row, that goes on with what is beside the label above."""
_FORM = 20
"""Lines of a text among which a form has its parties."""
_OPENING = 3
"""Sentences of the body in which a text can name its parties."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate each time a party is named, ranked by how telling the passage is."""
    blocks = context.outline.blocks[: context.outline.title.stop]
    front = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    closing = [context.outline.blocks[index] for index in context.outline.closing]
    seen: set[int] = set()
    for rank, (start, end) in enumerate([*_between(context, front), front, *((block.start, block.end) for block in closing)]):
        if seen and start >= front[1] and closing and start >= closing[0].start:
            return
        organisations = context.organisations.within(start, end)
        police = () if any(found.value["party"]["type"].startswith("police") for found in organisations) else _police_of(context, start, end)
        for found in (*organisations, *police):
            if found.start not in seen and not _THROUGH.search(context.view.lower, max(0, found.start - 20), found.start):
                seen.add(found.start)
                yield _candidate(found, rank)


def _police_of(context: Context, start: int, end: int) -> Iterator[Found]:
    """The police of a place, by their chief or as such, where no part of them has a name."""
    for match in _POLICE_OF.finditer(context.view.text, start, end):
        is_whole = match["more"] and is_municipality(match["place"] + match["more"])
        stop = match.end() if is_whole else match.end("place")
        yield Found(match.start(), stop, {"party": {"type": "police_unit", "name": context.read(match.start(), stop)}})


def _between(context: Context, front: Stretch) -> Iterator[Stretch]:
    """The stretches that say between whom the agreement is: in the title block, else in the opening sentences."""
    match = _BETWEEN.search(context.view.lower, *front)
    if match:
        yield match.start(), front[1]
    for section in context.outline.sections[:_OPENING]:
        if _PARTIES.fullmatch(context.view.lower, section.heading.start, section.heading.end):
            yield section.heading.end, section.end
    yield from _labelled(context)
    first = context.sentence_index(front[1])
    for start, end in context.sentences[first : first + _OPENING + 1]:
        if start >= front[1] and (_BETWEEN.search(context.view.lower, start, end) or _have_agreement(context, start, end)):
            yield start, end


def _labelled(context: Context) -> Iterator[Stretch]:
    """The first lines of a form that have the two sides as labels: `Kommune:  Lom kommune`, `Politi:  Innlandet politidistrikt`."""
    lines = [
        (match["side"], (match.end(), block.end))
        for block in context.outline.blocks[:_FORM]
        for match in [_SIDE.match(context.view.lower, block.line, block.end)]
        if match
    ]
    if len({side for side, _ in lines}) > 1:
        yield from (stretch for _, stretch in lines)
    blocks = context.outline.blocks[:_FORM]
    for index, block in enumerate(blocks):
        if _LABEL.match(context.view.lower, block.line, block.end):
            below = takewhile(lambda other: other.gap == 1 and _UNLABELLED.match(context.view.lower, other.line, other.end), blocks[index + 1 :])
            yield block.line, max((other.end for other in below), default=block.end)


def _have_agreement(context: Context, start: int, end: int) -> bool:
    """Whether a sentence says that a municipality and the police have an agreement, or met on it: `Lom kommune og politiet i Lom har avtale om …`."""
    if not (_HAVE.search(context.view.lower, start, end) or _MEET.search(context.view.lower, start, end)):
        return False
    types = {found.value["party"]["type"] for found in context.organisations.within(start, end)}
    return "municipality" in types and len(types) > 1


def _candidate(found: Found, rank: int) -> Candidate:
    return Candidate("parties", found.value["party"], ((found.start, found.end),), rank)
