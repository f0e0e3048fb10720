"""Whom people of a forum come from: `Fra kommunen møter …, fra politiet …`, `Politiet: …`, a list under `Frå Herøy kommune:`.

Not a sender: `Fra tid til annen`, a signature (`For Alta kommune: Kari Moen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.context.people import Defaults
from avtale.register import is_municipality

_here = r"(?:politi)?(?:rådet|gruppa|gruppen|utvalget|utvalet|forumet|teamet|nettverket)"
ORGANISATION = r"(?:kommun(?:en?|ene|ane)|heradet?|politiet|politidistrikt(?:et)?|lensmannskontor(?:et)?|politistasjon(?:en)?)"
_SENDER = re.compile(
    r"(?:\A|[,;.]\s(?:og\s)?|\sog\s|\smens\s|\smedan\s|(?<=møter\s)|(?<=\ser\s)|(?<=sit\s)|(?<=sitter\s))"
    rf"(?:(?P<here>(?:i|med\si|(?:faste\s)?medlemm?er\s(?:av|i|til))\s(?:\w+\s)?\w*{_here})\s(?:er|sit|sitter|møter|deltar|deltek)\s(?:dessuten\s|dessutan\s|elles\s|ellers\s|også\s|òg\s)?"
    rf"|(?:fra|frå|for)\s(?P<side>(?:kommunens|politiets|heradets)\sside|(?:[\w-]+\s){{0,3}}?{ORGANISATION})\s(?:(?:møter|deltar|deltek|sitter|sit|stiller|kommer|kjem|er):?\s)?(?:fast\s|det\s)?(?!er\b)"
    r"|(?P<outside>utanfrå|utenfra)\s(?:møter|deltar|deltek|sitter|sit|stiller|kommer|kjem|er)\s"
    r"|(?:fra|frå)\s(?P<who>(?!møte|tid\s|og\smed)[^,.;:]{3,40}?)(?:\s(?:møter|deltar|deltek|sitter|sit|stiller|kommer|kjem|er)\s(?!er\b)(?:fast\s|det\s)?|:\s)"
    rf"|for\s(?P<whom>[^,.;:]{{3,40}}?)\s(?:møter|deltar|deltek|sitter|sit|stiller)\s(?:fast\s|det\s)?"
    rf"|(?P<whose>(?!for\s)(?:[\w-]+\s){{0,3}}{ORGANISATION})(?::\s|\shar\s[^:.;]{{2,25}}:\s|\s(?:er|blir|vert)\srepresentert\s(?:av|ved|med)\s|\s(?:sender|(?:deltar|deltek|stiller|møter|er\sder|er\sher|er|sit|sitter|sit\sder|sitter\sder|kjem|kommer)\smed)\s)"
    r"|(?:fra|frå|for)\s(?P<town>[\w-]+)\s"
    r"|(?P<home>[\w-]+(?:\s[\w-]+){0,2}?)\s(?:(?:er|blir|vert)\srepresentert\s(?:av|ved|med)|(?:stiller|møter|deltar|deltek)\smed)\s)"
)
_COUNTED = re.compile(
    rf"(?:,?\s(?:og|samt)\s)?\b(?:\w+|\d+)\s(?:(?:faste\s)?(?:medlem(?:m?er)?|representant(?:er|ar)?|personer|personar)\s)?(?:fra|frå)\s"
    rf"(?P<who>(?:[\w-]+\s){{0,2}}?{ORGANISATION})\s?(?P<mark>\(|:\s)"
)
_LEAD = re.compile(
    r"[*_]*(?:faste\s)?(?:deltakere?|deltakarar?|medlemm?er|representant[ae]r)?\s*(?:fra|frå|for)\s(?P<who>[^:.*_]{3,40}?)"
    r"(?:\s(?:møter|deltar|deltek|stiller|sit|sitter|kommer|kjem)(?=:))?:?[*_]*:?\Z"
)
_SEATS = re.compile(
    rf"(?P<who>(?:[\w-]+\s){{0,2}}{ORGANISATION})\s(?:har|stiller\smed|sender|møter\smed)\s(?:\w+\s){{1,2}}(?:plass\w*|representant\w*|medlem\w*|sete):\Z"
)
_ALONE = re.compile(rf"(?P<who>(?:[\w-]+\s){{0,2}}{ORGANISATION}):?\Z")
_ANNOUNCING = ("*", "_", "fra ", "frå ", "for ", "faste ", "deltak", "medlem", "represent")
OPENINGS = ("fra ", "frå ", "utanfrå ", "utenfra ", "i ", "for ", "medlem", "faste medlem", "med i ")
"""How a sentence begins that can say whom people come from."""
_LONGEST = 80
"""Characters of the longest line that says no more than who sends people."""
_NAME = 25
"""Characters past the longest name of a municipality."""
_LABEL = 40
"""Characters of the longest name of a sender before a colon."""


def opens_with_sender(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence can begin with whom people come from."""
    start = sentence[0]
    if in_members(context, start) and (context.cues.first("organisations", start, min(sentence[1], start + _LABEL)) or _opens_with_home(context, start)):
        return True
    return context.view.lower.startswith(OPENINGS, start) or context.view.text.find(":", start, min(sentence[1], start + _LABEL)) > 0


def _opens_with_home(context: Context, start: int) -> bool:
    """Whether a sentence begins with the name of a municipality."""
    words = context.view.text[start : start + _LABEL].split()
    return any(is_municipality(" ".join(words[:count])) for count in (1, 2, 3))


def in_members(context: Context, position: int) -> bool:
    """Whether the heading right above a position is one of members."""
    section = context.outline.section(position)
    return section is not None and section.type == "members"


def sent(context: Context, sentence: Stretch) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those whom a sentence names by where they come from."""
    start, end = sentence
    lower = context.view.lower
    senders = [match for match in _SENDER.finditer(lower[start:end]) if _is_sender(context, start, match)]
    if not senders or senders[0].start() > 0:
        return
    for sender, following in zip(senders, [*senders[1:], None], strict=True):
        stop = start + following.start() if following else series_end(context, start + sender.end(), end)
        people = list(leading(context, start + sender.end(), stop))
        if people:
            group = next(name for name, words in sender.groupdict().items() if words)
            who = context.read(start + sender.start(group), start + sender.end(group))
            yield Defaults() if group == "here" else sent_by(who), people


def counted(context: Context, start: int, end: int) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those of each side after how many they are: `to fra kommunen (ordfører og rådmann) og to fra politiet (…)`, `tre frå kommunen: …, og …`."""
    lower = context.view.lower
    sides = list(_COUNTED.finditer(lower, start, end))
    for side, following in zip_longest(sides, sides[1:]):
        stop = following.start() if following else series_end(context, side.end(), end)
        closing = lower.find(")", side.end(), stop) if side["mark"] == "(" else -1
        yield sent_by(context.read(*side.span("who"))), list(leading(context, side.end(), closing if closing > 0 else stop))


def _is_sender(context: Context, start: int, match: re.Match[str]) -> bool:
    """Whether words that stand where a municipality can are the name of one, and those for whom others come hold no office themselves."""
    if match["whom"] and context.offices.first(start + match.start("whom"), start + match.end("whom")):
        return False
    town = next((name for name in ("town", "home") if match[name]), None)
    return town is None or is_municipality(context.read(start + match.start(town), start + match.end(town)))


def sender_of(context: Context, start: int, end: int) -> Defaults | None:
    """Who sends those whom a line of its own announces: `Fra kommunen:`, `Representanter for politiet`."""
    if end - start < _NAME and is_municipality(name := context.read(start, end)):
        return sent_by(name)
    if end - start > _LONGEST or not (context.view.lower.startswith(_ANNOUNCING, start) or context.cues.first("organisations", start, end)):
        return None
    lower = context.view.lower
    match = (
        _LEAD.match(lower, start, end) or (None if context.offices.first(start, end) else _ALONE.match(lower, start, end)) or _SEATS.match(lower, start, end)
    )
    return sent_by(context.read(*match.span("who"))) if match else None


def sent_by(who: str) -> Defaults:
    """What `politiet` and `Kvitsøy kommune` after `fra` say of those who are named."""
    name = who.strip(" :")
    bare = name.removesuffix(" kommune").removesuffix(" herad")
    if is_municipality(bare):
        return Defaults(organisation="municipality", party=f"{bare} kommune")
    name = name.lower()
    if "politi" in name or "lensmann" in name:
        return Defaults(organisation="police")
    return Defaults(organisation="municipality") if "kommun" in name or "herad" in name else Defaults()
