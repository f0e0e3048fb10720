"""People as the text speaks of them: an office, a title, a service or a name, with whose side they are on and how they attend.

Shared by the extractors of members and of those who lead a forum.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from avtale.context.attendance import attendance
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.titles import title
from avtale.grammar import organisation
from avtale.register import is_municipality
from avtale.vocabulary import Cue, load

_OTHERS_OFFICE = re.compile(
    r"\b(?:leder|leiar|vara|rådgiver|sekretær|stedfortreder|stadfortredar|representant|hos|hjå)\s(?:for|hos|til|av)\s(?:\w+\s)?\Z|\b(?:for|hos|hjå)\s\Z"
)
_FROM = re.compile(r"\s(?:i|frå|fra|for)\s(?P<place>[A-ZÆØÅÄÖÁČĐŊŠŦŽ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅÄÖÁČĐŊŠŦŽ][\w-]+){0,2})")
_BESIDE = re.compile(r"(?:\((?:(?:fra|frå)\s)?|\s[–—-]\s|,\s|/\s?)(?P<place>[A-ZÆØÅÄÖÁČĐŊŠŦŽ][\w-]+(?:\s[A-ZÆØÅÄÖÁČĐŊŠŦŽ][\w-]+)?)(?:\)|\W*\Z)")
"""Where somebody comes from as a note: `ordfører (Gol)`, `rådmann – Gol`."""
_SEVERAL = re.compile(r"(?:,|\sog|\ssamt)\s(?P<place>[A-ZÆØÅÄÖÁČĐŊŠŦŽ][\w-]+)")
"""What follows a municipality that is one of several."""
_SHARED = re.compile(r"\s(?:og|samt)\s[\w-]+\s(?:i|frå|fra)\s(?P<place>[A-ZÆØÅ][\w-]+)")
"""Where somebody comes from as another one does: `ordfører og rådmann fra Gol`."""
_OWNS = re.compile(r"\s(?:sin|sitt|si|sine)\s\w")
_CHOOSES = re.compile(r"\s(?:vel(?:ger|jer|st)?|utpe[ik]\w+|pe[ik]k?er|oppnevner|oppnemner|bestemmer|avgjer|sender|finn(?:er)?)\b")
"""What somebody does who chooses the one spoken of: `en betjent som lensmannen velger ut`."""
_ORGAN = re.compile(r"\b(?:i|av|for)\s(?:\w+\s)?(?:kommunestyret|heradsstyret|bystyret|formannskapet|\w*utval(?:g?et)?)\b")
"""What somebody leads or sits in who is of the municipality, where no other word tells."""
_VEL = re.compile(r"[A-ZÆØÅ][\w-]+\svel\b")
"""The name of a residents' association, the word for which is an adverb too."""
_AT = re.compile(r"\b(?:i|ved|fra|frå|hos|hjå|på)\s(?:[\w-]+\s)?\Z")
"""Before whom somebody works for."""
_FOR = re.compile(r"(?:\A|\b)for\s")
_EDGE = " \t\n,.;:–-«»"


class Defaults(NamedTuple):
    """What a list or a sentence says of all whom it names."""

    attendance: str = "permanent"
    organisation: str | None = None
    party: str | None = None


PLAIN = Defaults()
"""Nothing is said but that they are members."""


def read_person(context: Context, stretch: Stretch, defaults: Defaults = PLAIN) -> dict[str, Any] | None:
    """Whom a stretch names, in the shape of a member; None where it names nobody.

    An office that both sides have is the police's where nothing says otherwise.
    """
    start, end = stretch = _deputy_alone(context, stretch) if defaults.attendance == "deputy" else stretch
    name = context.names.first(start, end)
    office = _office(context, stretch)
    is_plain = office is not None and "ambiguous" not in office.term.facts
    side = None if is_plain else side_of(context, start, end)
    role = office if is_plain or (side or defaults.organisation) in (None, "police") else None
    words = context.read(role.start, role.end) if role else title(context, stretch, (name.start, name.end) if name else None)
    if not (role or words or name):
        return None
    side = role.term.facts["side"] if role else defaults.organisation or side
    return {
        "role": role.term.id if role else "other",
        "title": words or None,
        "name": name.value["name"] if name else None,
        "organisation": side,
        "party": _party(context, stretch, side) or (defaults.party if defaults.party and _sides_with(defaults.party, side) else None),
        "attendance": attendance(context.view.lower[start:end]) or defaults.attendance,
    }


def _deputy_alone(context: Context, stretch: Stretch) -> Stretch:
    """A deputy without whom he stands in for: `varaordføreren for ordføreren`, `for rådmannen assisterende rådmann`."""
    start, end = stretch
    match = next((match for match in _FOR.finditer(context.view.lower, start, end)), None)
    office = context.offices.first(match.end(), end) if match else None
    if match is None or office is None or office.start != match.end():
        return stretch
    after = office.end if match.start() <= start + 1 else match.start()
    return (after, end) if after == office.end else (start, after)


def underlined(context: Context, stretch: Stretch, person: dict[str, Any]) -> Stretch:
    """What a reader would underline of the words that somebody was read from: the title and the name, and where the party is told."""
    start, end = trimmed(context, stretch)
    told = [(at, at + len(words)) for words in (person["title"], person["name"]) if words for at in [context.view.text.find(words, start, end)] if at >= 0]
    if person.get("party") or not told or (person["title"] and len(told) < 1 + bool(person["name"])):
        return start, end
    return min(at for at, _ in told), max(stop for _, stop in told)


def trimmed(context: Context, stretch: Stretch) -> Stretch:
    """A stretch without the white space and the punctuation around it."""
    text = context.view.text[slice(*stretch)]
    return stretch[0] + len(text) - len(text.lstrip(_EDGE)), stretch[0] + len(text.rstrip(_EDGE))


def _office(context: Context, stretch: Stretch) -> Cue | None:
    """The office of the contract that somebody holds."""
    return next((cue for cue in context.offices.within(*stretch) if _is_own(context, stretch[0], cue)), None)


def _is_own(context: Context, start: int, office: Cue) -> bool:
    """Whether an office is that of the person, and not whom the person stands for or works for: `rådmannens stab`, `rådmannen sin stab`."""
    return (
        context.view.lower[office.end - 1] != "s"
        and not _OWNS.match(context.view.lower, office.end)
        and not _OTHERS_OFFICE.search(context.view.lower, start, office.start)
        and not (context.view.lower.endswith("som ", start, office.start) and _CHOOSES.match(context.view.lower, office.end))
    )


def side_of(context: Context, start: int, end: int) -> str | None:
    """The side that the words of a title belong to: that of the first service or organisation in them, in a compound too.

    Whom somebody works for decides before what he does; an office that is not his own (`assisterende rådmann`) only where nothing else does.
    """
    cues = context.sided.within(start, end)
    for cue in cues[1:]:
        if _AT.search(context.view.lower, start, cue.start) and (employer := _side(context.view.lower, cue)) in ("police", "other"):
            return employer
    for cue in cues:
        if side := _side(context.view.lower, cue):
            return side
    if _ORGAN.search(context.view.lower, start, end):
        return "municipality"
    if _VEL.search(context.view.text, start, end):
        return "other"
    office = context.cues.first("roles", start, end)
    return office.term.facts["side"] if office and "ambiguous" not in office.term.facts else None


def _side(lower: str, cue: Cue) -> str | None:
    if "side" in cue.term.facts:
        return cue.term.facts["side"]
    word, sides = lower[cue.start : cue.end], _sides()
    return next((sides[word[:cut]] for cut in range(len(word), 2, -1) if word[:cut] in sides), None)


@cache
def _sides() -> dict[str, str]:
    """The side of each service and organisation by its word."""
    return {stem: term.facts["side"] for concept in ("services", "organisations") for term in load(concept) if "side" in term.facts for stem in term.stems}


def _sides_with(party: str, side: str | None) -> bool:
    """Whether somebody of that side can be sent by the party."""
    return side in (None, "other") or (side == "police") == ("politi" in party.lower() or "lensmann" in party.lower())


def _party(context: Context, stretch: Stretch, side: str | None) -> str | None:
    """The party that a stretch says somebody of a side comes from; where others are at home is no party."""
    found = next(organisation.find(context.view, *stretch, context.cues), None) if context.cues.first("organisations", *stretch) else None
    if found:
        return str(found.value["party"]["name"])
    if side in ("other", "police"):
        return None
    text = context.view.text
    match = _FROM.search(text, *stretch) or _BESIDE.search(text, *stretch) or _SHARED.match(text, stretch[1])
    if match is None or not is_municipality(match["place"]):
        return None
    other = _SEVERAL.match(text, match.end("place"))
    return None if other and is_municipality(other["place"]) else f"{match['place']} kommune"
