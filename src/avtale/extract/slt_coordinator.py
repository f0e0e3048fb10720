"""`slt_coordinator`: the SLT coordinator: `name`, `position_percentage`, `presence`, and `title` where somebody else holds the role.

`Folkehelsekoordinatoren er SLT-koordinator`, `rollen er lagt til X`, `X koordinerer SLT` give the title; `100% stilling`, `halv stilling` the share.

Not this field: the share of another position, what the coordinator is to do, a role that two share.
Known gaps: a share told in a sentence that names neither the role nor the position.

>>> from avtale.context import Context
>>> text = "Folkehelsekoordinator Ola Lie er SLT-koordinator i 20 % stilling."
>>> [found.value for found in extract(Context(text))]
[{'name': 'Ola Lie'}, {'position_percentage': 20}, {'title': 'Folkehelsekoordinator'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.clauses import leading, trailing
from avtale.context.holder_names import FILLED_BY
from avtale.context.holding import facts
from avtale.context.officeholders import before
from avtale.context.people import read_person, underlined
from avtale.context.positions import set_aside

_FIELD = "slt_coordinator"
_by = (
    r"(?:lag[dt]e?\s(?:til|på|inn\sunder)|tillag[dt]e?|tilligg(?:er)?|ligg(?:er)?\s(?:til|hos|på)|delt\smed|"
    rf"{FILLED_BY}|koordiner(?:es|ast|t)\sav)"
)
_complement = r"(?:,?\s(?:i|for|ved|hos|hjå)\s[^.:;()]{2,50}?)?(?:\s\([^)]{1,40}\))?"
_TO_HOLDER = re.compile(
    rf"(?:\s?og\s\w+)?{_complement}(?:\s*[:|\t]\s*|\s{{3,}}|\s(?:(?:er|blir|vert|fungerer|fungera|som|skal|har)\s)?(?:\w+\s){{0,2}}?{_by}\s|\s(?:er|blir|vert|fungerer|fungera)\s)"
    r"(?:(?:for\stid[ae]n?|nå|no|i\sdag|også|òg)\s)?"
)
"""What stands between the role, or the work, and who holds it: `SLT-koordinator: X`, `rollen som … er lagt til X`."""
_FAR = 160
"""Characters that what links the holder and the role can be long."""
_HOLDS = re.compile(
    r"\s(?:som\s)?(?:er|blir|vert|har|fungerer|fungera|ivaretar|ivaretek|innehar|skjøtter|tek|tar|dekker|dekkjer|bekler)\s(?:[\wæøå-]+\s){0,4}?(?:i\s|for\s)?\Z"
)
"""What stands between who holds the role and its name: `X er også kommunens SLT-koordinator`."""
_WORK = re.compile(r"s(?<!\ws)(?:lt|alto)(?:-(?:arbeid|samarbeid|modell)\w*)?(?![\w-])")
_ALSO = re.compile(r"\s(?:og|samt)\s(?:samtidig|samstundes|også|òg|i\stillegg|dessutan|dessuten)\s(?:\w+\s)?\Z")
"""What stands between another title of the holder and the role: `er folkehelsekoordinator og samtidig SLT-koordinator`."""
_LAID = re.compile(r"\b(?:lagt|lagd|lagde|legg|legger|legge|gitt|gjeve|gjeven)\s(?:\w+\s){0,2}?\Z")
_TO = re.compile(r"\s(?:til|hos|hjå)\s(?!(?:grunn|rette|side|orientering)\b)")
"""What stands before and after the work where somebody is given it: `har lagt SLT til folkehelsekoordinatoren`."""
_BESIDE = re.compile(r",\s|\s\(")
_STOP = re.compile(r"\s*(?:[.,;)]|\Z)")
_COORDINATES = re.compile(r"\skoordiner(?:er|ar)\s(?:[\wæøå]+\s)?\Z")
_HAS_NONE = re.compile(r"\b(?:ikk?j?e|ingen|manglar|mangler|utan|uten)\b")
_OF = re.compile(r"\s(?:for|av|i|ved|på)\s")
_SAYS_WHO = re.compile(
    r"(?:han|hun|ho|vedkommende|vedkomande)\s(?:er|arbeider\ssom|arbeidar\ssom|jobber\ssom|jobbar\ssom)\s(?:(?:også|òg|ellers|elles|til\sdaglig|til\sdagleg)\s)*"
)
"""How a sentence begins that says what else the holder is, whom the one before it names."""
_IT_IS = re.compile(r"(?:det|dette)\ser\s")
_TASKS = re.compile(
    rf"[^.]{{0,60}}?\b(?:oppg[aå]v\w*|roll\w*|funksjon\w*|ansvar\w*|koordinator\w*|arbeid\w*|stilling\w*)\s[^.]{{0,40}}?{_by}\s"
    rf"|(?:det|dette|oppg[aå]v\w*)\s(?:er\s)?(?:\w+\s){{0,2}}?{_by}\s"
)
_HAS_TASKS = re.compile(
    r"\s(?:har|ivaretar|ivaretek|utfører|utfør|tek|tar|skjøtter|skjøttar|gjør|gjer)\s(?:[\wæøå-]+\s){0,2}?(?:oppg[aå]v\w*|koordinator\w*|arbeidet|jobben|dette|desse|disse|det)\b"
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield candidates for each fact by itself."""
    told = list(facts(context, _FIELD))
    yield from told
    is_named = any("name" in candidate.value for candidate in told)
    for holder in dict.fromkeys(holder for sentence in _sentences(context) for holder in _holders(context, sentence)):
        yield from _facts_of(context, holder, is_named)
        yield from () if any("position_percentage" in candidate.value for candidate in told) else _share_of(context, holder)


def _sentences(context: Context) -> list[Stretch]:
    """The sentences that name the role, its post or its work, in order."""
    named = [start for start, _ in _roles(context, (0, len(context.view.text)))]
    return context.sentences_at([*named, *(match.start() for match in _WORK.finditer(context.view.lower))])


def _holders(context: Context, sentence: Stretch) -> Iterator[Stretch]:
    """Who holds the role by a sentence that names it, or by the one after it."""
    lower, (start, end) = context.view.lower, sentence
    for at in _roles(context, sentence):
        yield from _after(context, at[1], end)
        yield from _before(context, start, at[0], _HOLDS)
        also = _ALSO.search(lower, max(start, at[0] - _FAR), at[0])
        yield from trailing(context, start, also.start())[-1:] if also else ()
    for work in _WORK.finditer(lower, start, end):
        given = _TO.match(lower, work.end(), end) if _LAID.search(lower, max(start, work.start() - _FAR), work.start()) else None
        yield from list(leading(context, given.end(), end))[:1] if given else _after(context, work.end(), end)
        yield from _before(context, start, work.start(), _COORDINATES)
    following = context.sentences[context.sentence_index(start) + 1 : context.sentence_index(start) + 2]
    for after in following if context.block(start) is context.block(following[0][0] if following else start) else ():
        says_who = _SAYS_WHO.match(lower, *after) or _TASKS.match(lower, *after)
        if says_who:
            yield from list(leading(context, says_who.end(), after[1]))[:1]
        elif _HAS_NONE.search(lower, start, end):
            pointing = _IT_IS.match(lower, *after)
            subject = next(leading(context, pointing.end() if pointing else after[0], after[1]), None)
            yield from [subject] if subject and (pointing or _HAS_TASKS.match(lower, subject[1], after[1])) else ()


def _roles(context: Context, stretch: Stretch) -> list[Stretch]:
    """Where a stretch names the role or its post."""
    cues = [*context.offices.within(*stretch), *context.cues.within("posts", *stretch)]
    return [(cue.start, cue.end) for cue in cues if cue.term.id == _FIELD]


def _after(context: Context, start: int, end: int) -> list[Stretch]:
    """The one whom a sentence names after the role as its holder; none where there are several."""
    link = _TO_HOLDER.match(context.view.lower, start, end)
    people = list(leading(context, link.end(), end)) if link else []
    others = [other for other in people[1:] if context.offices.first(*other) or context.cues.first("titles", *other)]
    return [] if others else people[:1]


def _before(context: Context, start: int, end: int, holding: re.Pattern[str]) -> list[Stretch]:
    """The one of whom a sentence says that he holds the role, or coordinates the work."""
    link = holding.search(context.view.lower, max(start, end - _FAR), end)
    subject = before(context, start, link.start()) if link else None
    return [subject] if subject else []


def _facts_of(context: Context, holder: Stretch, is_named: bool) -> Iterator[Candidate]:
    """The title of a holder, and the name where it is new; none of one who is no more than the coordinator, the police's, or something in a forum."""
    person = read_person(context, holder)
    if person is None or person["role"] == _FIELD or person["organisation"] == "police" or _is_of_forum(context, holder):
        return
    if person["title"] and (person["role"] != "other" or context.cues.first("titles", *holder)):
        yield Candidate(_FIELD, {"title": person["title"]}, (underlined(context, holder, person | {"party": None}),))
    beside = _in_apposition(context, holder)
    if person["name"] and not is_named:
        yield Candidate(_FIELD, {"name": person["name"]}, (underlined(context, holder, person | {"title": None, "party": None}),), 1)
    elif beside and not is_named:
        yield Candidate(_FIELD, {"name": context.read(*beside)}, (beside,), 1)


def _in_apposition(context: Context, holder: Stretch) -> Stretch | None:
    """The name that stands alone after a title: `er lagt til kulturlederen, Kari Moen`."""
    text = context.view.text
    name = context.names.first(holder[1], holder[1] + 3)
    is_beside = name and _BESIDE.fullmatch(text, holder[1], name.start) and _STOP.match(text, name.end)
    return (name.start, name.end) if name and is_beside else None


def _share_of(context: Context, holder: Stretch) -> Iterator[Candidate]:
    """The share of the own position that the sentence about a holder sets aside for the role."""
    found = set_aside(context, holder[1], context.sentence(holder[0])[1])
    if found:
        yield Candidate(_FIELD, {"position_percentage": found.value["percent"]}, ((found.start, found.end),), 1)


def _is_of_forum(context: Context, holder: Stretch) -> bool:
    """Whether a holder is only said to be the leader or the secretary of a forum."""
    office = context.cues.first("offices", *holder)
    return office is not None and (office.term.id != "chair" or not _OF.match(context.view.lower, office.end) or context.forums.is_named(*holder))
