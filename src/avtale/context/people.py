"""People as the text speaks of them: an office, a title, a service or a name, alone or in a series.

Shared by the extractors of members and of those who lead a forum. In `ordfører, leder for barn og unge, Kari Moen og NAV` there are
four: `for barn og unge` completes a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar import organisation
from avtale.register import is_municipality
from avtale.vocabulary import Cue, alternation, forms, load

_LONGEST_TITLE = 14
"""Words of the longest title."""
_OPENING = 60
"""Characters within which the noun of a title stands."""
_LONGEST = 120
"""Characters of the longest stretch of prose that is a person."""

_capital = "A-ZÆØÅÄÖÁČĐŊŠŦŽ"
_article = alternation(forms("articles"))
_SEPARATOR = re.compile(r"\s*[;\n]\s*|\s*,\s+(?:samt\s|og\s(?:også\s)?|dessuten\s|dessutan\s|i\stillegg\s)?|\s+(?:og|samt|&)\s+(?=\S)|\s+/\s+")
_PARENTHESIS = re.compile(r"\((?P<note>[^)]*)\)")
_DASHED = re.compile(r"[–—][^–—]*[–—]")
_BEFORE_NOUN = re.compile(
    rf"(?:[\s(«|–-]|(?:[{_capital}][\w-]+\s)+(?:kommune|herad|politidistrikt)\s(?:v/|ved\s|v\.\s?)|\b(?:(?i:{_article})|[\wæøå-]+(?:s|ande|ende|isk|iske|ig|ige|leg|lege|lig|lige|iv|al|ale|fast|faste)|[{_capital}][\w-]*|(?:uten|utan)\s\w+)(?![\w-]))*"
)
_FIELD = re.compile(r"\b(?:for|av|innen|innenfor|innan|innanfor)\s[^,;]*\Z")
_COMPLEMENT = re.compile(r"\b(?:for|av|i|på|med|ved|frå|fra|innen|innan|til)\s[^,;]*\Z")
_AT = re.compile(r"\b(?:ved|i|på)\s[^,;]*\Z")
_ADDED = re.compile(
    r"\s(?:når|som|dersom|hvis|viss|der|hvor|kor|ved\sbehov|etter\sbehov|i\s(?:enkelt)?sak\w*|ved\s\w*saker|for\så|slik\sat|mens|medan|så\slangt|(?:til|i)\s(?:\w+\s)?møt[eai]\w*|i\s(?:gruppa|gruppen|rådet|politirådet|utvalget|utvalet|forumet|teamet)|uten\sstemmerett|utan\s(?:stemme|røyste)rett)\b|\s?[–—]\s|\s-\s|\t|:\s?\Z",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(rf"(?:[\s,]+{alternation(forms('auxiliaries'))})*\s*\Z")
_CLAUSE = re.compile(rf"\b{alternation(forms('subordinators'))}\s|:\s*|\b(?:kan|skal|vil|må|bør)\s\w+[ae]\s")
_OF_VERB = re.compile(r"\s(?:\w+\s)?(?:av|med)\s")
_RELATIVE = re.compile(r"\s(?:(?:som|der|den|det|de|dei)\s)?\w*\s?(?:saken|saka|det)\s(?:gjelder|gjeld|angår|vedkjem|vedkommer)\W*\Z")
_DEFINITE = re.compile(r"\W*[\w-]{3,}(?:et|en|a|ene|ane)(?:\s(?!og\b)[\w-]+){0,3}\W*\Z")
_NAMED = re.compile(rf"\W*[{_capital}][\w-]+(?:\s[{_capital}][\w-]+)+\W*\Z")
_EDGE = re.compile(r"[\s,.;:–—|()\"«»-]+")
_EDGE_END = re.compile(r"[\s,.;:–—|(-]+\Z")
_ARTICLES = re.compile(rf"\W*(?:(?:{_article}|og|kommunens|politiets)\s+)*", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:kommunens|politiets)\s", re.IGNORECASE)
_VACANT = re.compile(rf"\(?\b(?:{alternation(forms('vacant'))})\b\)?", re.IGNORECASE)
_OTHERS_OFFICE = re.compile(r"\b(?:leder|leiar|vara|rådgiver|sekretær|stedfortreder|stadfortredar|representant|hos|hjå)\s(?:for|hos|til|av)\s(?:\w+\s)?\Z")
_NOBODY = re.compile(r".*\b(?:ledelse|leiing|ledelsen|leiinga)\b|(?:møter?|saker|referat)\b|(?:fra|frå)\s\w+\Z|\S+:")
_FROM = re.compile(rf"\s(?:i|frå|fra|for)\s(?P<place>[{_capital}][\w-]+(?:\s(?:og\s)?[{_capital}][\w-]+){{0,2}})")
_ATTENDANCE = (
    ("deputy", re.compile(r"\bvara\b|\bvara(?:medlem|representant|person|mann)|\bst[ea]dfortred")),
    ("observer", re.compile(r"\bobservatør|\but[ae]n\s(?:stemme|røyste)rett|\b(?:tale|møte)rett|\brett\stil\så\stal[ae]|\bikkj?e\sstemme")),
    ("invited", re.compile(r"\b(?:ved|etter)\sbehov|\binvit|\binnkall|\btilkall|\bkall(?:es|ast|a|t)\sinn")),
)


class Defaults(NamedTuple):
    """What a list or a sentence says of all whom it names."""

    attendance: str = "permanent"
    organisation: str | None = None
    party: str | None = None


def series(context: Context, start: int, end: int) -> list[Stretch]:
    """The stretches of a series that name one each."""
    text = _PARENTHESIS.sub(lambda match: "\0" * len(match[0]), context.view.text[start:end])
    parts: list[Stretch] = []
    begin = 0
    for match in _SEPARATOR.finditer(text):
        left = text[begin : match.start()]
        if not left.rstrip().endswith("-") and _begins_anew(context, start + match.end(), end, left, match[0]):
            parts.append((start + begin, start + match.start()))
            begin = match.end()
    parts.append((start + begin, end))
    return _with_names(context, [(a, b) for a, b in parts if context.view.text[a:b].strip(" ,.;")])


def _begins_anew(context: Context, at: int, end: int, left: str, separator: str) -> bool:
    """Whether what follows a separator names somebody else, rather than going on with a complement (`for skole og barnehage`)."""
    noun = _noun(context, at, end)
    coordinated = "," not in separator and ";" not in separator and "\n" not in separator
    if noun is None:
        return not coordinated and not _COMPLEMENT.search(left)
    if noun.concept != "services" or context.cues.first("titles", noun.end, noun.end + 2):
        return True
    bare = context.view.lower[noun.start : noun.end] in forms("services")
    same = context.has("services", noun.start, noun.end)
    complement = context.has("services", at - len(separator) - len(left), at, same.term.id) if same and coordinated and _AT.search(left) else None
    return not (bare and _FIELD.search(left)) and complement is None


def _with_names(context: Context, parts: list[Stretch]) -> list[Stretch]:
    """The parts with each name joined to the title that it stands beside: `ordfører i Sel, Kari Moen`, `Kari Moen, ordfører`."""
    joined: list[Stretch] = []
    waiting = False
    for part in parts:
        named = context.names.first(*part)
        bare = named is not None and len(context.view.text[part[0] : part[1]].strip(" ,.;()")) == named.end - named.start
        if joined and (waiting or (bare and not context.names.first(*joined[-1]))):
            joined[-1] = (joined[-1][0], part[1])
            waiting = False
        else:
            joined.append(part)
            waiting = bare
    return joined


class _Noun(NamedTuple):
    start: int
    end: int
    concept: str


def _noun(context: Context, at: int, end: int) -> _Noun | None:
    """The noun for a person that a stretch opens with, after articles, adjectives and genitives."""
    opening = _BEFORE_NOUN.match(context.view.text, at, min(end, at + _OPENING))
    last = (opening.end() if opening else at) + 1
    found = [_Noun(cue.start, cue.end, concept) for concept in ("roles", "titles", "services") for cue in context.cues.within(concept, at, min(last, end))[:1]]
    named = context.names.first(at, min(last, end))
    if named:
        found.append(_Noun(named.start, named.end, "names"))
    return min(found, default=None, key=lambda noun: (noun.start, noun.concept == "services"))


def leading(context: Context, start: int, end: int, loosely: bool = False) -> Iterator[Stretch]:
    """Those whom a stretch of prose begins with a series of: it ends at the first part that is nobody."""
    for part in series(context, start, end):
        verb = context.cues.first("verbs", *part)
        named = (part[0], verb.start) if verb else part
        if not is_person(context, named, loosely):
            return
        yield named
        if verb:
            return


def trailing(context: Context, start: int, end: int, loosely: bool = False) -> list[Stretch]:
    """Those whom a stretch of prose ends with a series of."""
    found: list[Stretch] = []
    for part in reversed(series(context, start, end)):
        at = _clause_start(context, *part)
        if not is_person(context, (at, part[1]), loosely):
            break
        found.append((at, part[1]))
        if at > part[0]:
            break
    return found[::-1]


def without_auxiliaries(context: Context, start: int, end: int) -> int:
    """Where a stretch ends but for the auxiliaries before a verb: `NAV kan også bli` ends after `NAV`."""
    match = _AUXILIARIES.search(context.view.lower, start, end)
    return match.start() if match else end


def particle_end(context: Context, cue: Cue, end: int) -> int | None:
    """Where the particle ends that a verb is used with (`kaller … inn`); None where it does not follow."""
    match = _particle(cue.term.facts["particle"]).match(context.view.lower, cue.end, end)
    return match.end() if match else None


@cache
def _particle(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:\w+\s){{0,4}}?(?:å\s)?(?:{words})\b")


def _clause_start(context: Context, start: int, end: int) -> int:
    """Where the words begin that come after the last verb, subordinator or colon of a stretch."""
    relative = _RELATIVE.search(context.view.lower, start, end)
    verbs = context.cues.within("verbs", start, relative.start() if relative else end)
    at = verbs[-1].end if verbs else start
    complement = _OF_VERB.match(context.view.lower, at, end) if verbs else None
    openings = [match.end() for match in _CLAUSE.finditer(context.view.lower, start, end)]
    return max([complement.end() if complement else at, *openings])


def is_person(context: Context, stretch: Stretch, loosely: bool = False) -> bool:
    """Whether a stretch of prose names an office, a service or a person; `loosely`, where any noun will do."""
    start, end = stretch
    if end - start > _LONGEST:
        return False
    return _noun(context, start, end) is not None or (loosely and _is_anybody(context, start, end))


def _is_anybody(context: Context, start: int, end: int) -> bool:
    """Whether a stretch is a definite noun or a name of some length, and no pronoun or municipality."""
    words = context.view.lower[start:end].split()
    if not words or words[0] in forms("nobody") or words[0] in forms("articles") or is_municipality(words[0]):
        return False
    return bool(_DEFINITE.match(context.view.text, start, end) or _NAMED.match(context.view.text, start, end))


def read_person(context: Context, stretch: Stretch, defaults: Defaults = Defaults()) -> dict[str, Any] | None:
    """Whom a stretch names, in the shape of a member; None where it names nobody."""
    start, end = stretch
    named = context.names.within(start, end)
    role = next((cue for cue in context.offices.within(start, end) if _is_own(context, start, cue)), None)
    side = side_of(context, start, end)
    if role and "ambiguous" in role.term.facts and (defaults.organisation or side or "police") != "police":
        role = None
    title = context.read(role.start, role.end) if role else _title(context, stretch, [(name.start, name.end) for name in named[:1]])
    if not (role or title or named):
        return None
    side = role.term.facts["side"] if role else side or defaults.organisation
    return {
        "role": role.term.id if role else "other",
        "title": title or None,
        "name": named[0].value["name"] if named else None,
        "organisation": side or defaults.organisation,
        "party": _party(context, stretch) or (defaults.party if defaults.party and _sides_with(defaults.party, side) else None),
        "attendance": attendance(context.view.lower[start:end]) or defaults.attendance,
    }


def _is_own(context: Context, start: int, office: Cue) -> bool:
    """Whether an office is that of the person, and not whom the person stands for or works for: `rådmannens stab`."""
    return context.view.lower[office.end - 1] != "s" and not _OTHERS_OFFICE.search(context.view.lower, start, office.start)


def attendance(lower: str) -> str | None:
    """How somebody attends by the words that stand with the name; None where they do not say."""
    return next((kind for kind, pattern in _ATTENDANCE if pattern.search(lower)), None)


def side_of(context: Context, start: int, end: int) -> str | None:
    """The side that the words of a title belong to: that of the first service or organisation in them, in a compound too."""
    cues = [cue for concept in ("titles", "services", "organisations") for cue in context.cues.within(concept, start, end)]
    sides = (_side(context.view.lower, cue) for cue in sorted(cues, key=lambda cue: cue.start))
    return next(filter(None, sides), None)


def _side(lower: str, cue: Cue) -> str | None:
    if "side" in cue.term.facts:
        return cue.term.facts["side"]
    word, sides = lower[cue.start : cue.end], _sides()
    return next((sides[word[:cut]] for cut in range(len(word) - 3, 2, -1) if word[:cut] in sides), None)


@cache
def _sides() -> dict[str, str]:
    """The side of each service and organisation by its word."""
    return {stem: term.facts["side"] for concept in ("services", "organisations") for term in load(concept) if "side" in term.facts for stem in term.stems}


def _sides_with(party: str, side: str | None) -> bool:
    """Whether somebody of that side can be sent by the party."""
    return side in (None, "other") or (side == "police") == ("politi" in party.lower() or "lensmann" in party.lower())


def _party(context: Context, stretch: Stretch) -> str | None:
    found = next(organisation.find(context.view, *stretch, context.cues), None)
    if found:
        return str(found.value["party"]["name"])
    match = _FROM.search(context.view.text, *stretch)
    return f"{match['place']} kommune" if match and is_municipality(match["place"]) else None


def _title(context: Context, stretch: Stretch, names: list[Stretch]) -> str:
    """The title as written: without the name, article, numeral, rank, and notes in parentheses."""
    start, end = stretch
    text = context.view.text[start:end]
    for at, stop in names:
        before = text[: at - start]
        text = before if context.cues.within("titles", start, at) and "," not in before else before + " " + text[stop - start :]
    text = _VACANT.sub(" ", text)
    text = _DASHED.sub(lambda match: " " if attendance(match[0].lower()) else match[0], text)
    notes = _PARENTHESIS.findall(text)
    text = _PARENTHESIS.sub(" ", text)
    if notes and not re.search(r"[a-zæøå]", text) and attendance(notes[0].lower()) is None:
        text = notes[0]
    edge = _EDGE.match(text)
    text = text[edge.end() :] if edge else text
    if not _GENITIVE.match(text) and (articles := _ARTICLES.match(text)):
        text = text[articles.end() :]
    text = _ADDED.split(" ".join(text.split()).replace(" ,", ","))[0]
    text = _EDGE_END.sub("", text)
    if text.lower() in forms("nobody") or _NOBODY.match(text.lower()) or len(text.split()) > _LONGEST_TITLE or not re.search(r"[^\W\d_]{2}", text):
        return ""
    return text
