"""`bodies[].chair`, `secretary` and `convener`: who leads a forum, who is its secretary, who calls its meetings.

`Ordføreren leder rådet`, `Politirådet ledes av …`, `Leder: …`, `(leder)` after a member; `X er sekretær`, `Sekretær er X`; `X innkaller`,
`innkalling sendes av X`. A chair that goes round among holders of one role has that role; one that is elected has none.

Not this field: the leader of something else (`leder av NAV`), one who is called in, a `referent`.
Known gaps: a leader who is only `kommunen` or `politiet`.

>>> from avtale.extract.context import Context
>>> text = "Politirådet ledes av ordføreren. SLT-koordinator Ola Lie kaller inn og er sekretær."
>>> [(facet, person["role"], person["name"]) for found in extract(Context(text)) for facet, person in found.value.items() if isinstance(person, dict)]
[('chair', 'mayor', None), ('convener', 'slt_coordinator', 'Ola Lie'), ('secretary', 'slt_coordinator', 'Ola Lie')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.extract.candidate import Candidate, Stretch
from avtale.extract.context import Context
from avtale.extract.forums import Forum
from avtale.extract.people import Defaults, read_person
from avtale.grammar.role import offices
from avtale.structure import Kind

_what = r"(?:møt[aei]\w*|politiråd\w*|rådi?e?t?\b|rådsmøt\w*|grupp[ae]n?\b|styringsgrupp\w*|\w*gruppa\b|\w*gruppen\b|utval\w*|forumet\b|teamet\b|nettverket\b|laget\b|samlingane|samlingene)"
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("chair", "after", re.compile(rf"\b(?:ledes|leies|leiast|leidast|styres|(?:blir|vert|er|skal)\s(?:leia|leid|leidd|ledet|leda))\sav\s")),
    ("chair", "after", re.compile(rf"\b(?:møteleder|møteleiar|møteledelse|møteleiing|leder|leiar|leidar|leiing|ledelse)\s?(?:av\s{_what}|for\s{_what})?\s?(?:er|:)\s")),
    ("chair", "before", re.compile(rf"\b(?:leder|leier|leiar|leider|styrer|lede|leie|leda|leia|å\sleie|å\slede)\s(?:det\s|dei\s|de\s|desse\s|disse\s|politi)?{_what}|\bsom\s(?:leier|leder|leiar)\b|\b(?:er|som|blir|og)\s(?:også\s|òg\s)?(?:møte)?(?:leder|leiar)(?:en)?(?:\s(?:av|for|i)\s{_what}|\s?[,.;)]|\Z)|\bmed\s[^.,;]{{3,40}}\ssom\s(?:leiar|leder)\b|\b(?:leder|leiar)\slokalt\s{_what}")),
    ("chair", "around", re.compile(r"\b(?:ledervervet|leiarvervet|ledelsen|leiinga|formannskapet\si\srådet|vervet\ssom\sleder|leiinga\sav\srådet)\s(?:går\spå\somgang|gjeng\spå\somgang|roterer|skifter|byter|går\spå\srundgang)|\b(?:byter|bytter|skifter)\spå\så\s(?:leie|lede)|\b(?:annethvert|annakvart|hvert\ssitt|kvart\ssitt)\sår\b")),
    ("secretary", "after", re.compile(r"\b(?:sekretær\w*|sekretariat\w*)(?:\s(?:for|i|til)\s\w+)?\s?(?:er|:|ivaretas\sav|ivaretakast\sav|ligger\still|ligg\still|legges\still|utføres\sav|vert\steke\sav)\s")),
    ("secretary", "before", re.compile(r"\b(?:er|som|og|blir|vert|fungerer)\s[^.;]{0,50}?sekretær\w*|\bsekretær\w*|\bsekretariat\w*")),
    ("secretary", "before", re.compile(r"\b(?:skriver|skriv|fører)\s(?:også\s|òg\s)?(?:møte)?referat")),
    ("convener", "after", re.compile(r"\b(?:innkall\w*|kalles\sinn|kallast\sinn|innkalling\w*|møteinnkalling)(?:\s(?:og|med|til|for)\s\w+){0,3}\s(?:(?:sendes|sendast|skjer|gjøres|utgår|går|blir\ssendt|vert\ssend|er)\s)?(?:ut\s)?(?:av|fra|frå|ved|gjennom)\s")),
    ("convener", "before", re.compile(r"\b(?:innkaller|innkallar|kaller\s(?:også\s|òg\s)?inn|kallar\s(?:også\s|òg\s)?inn|kalle\sinn|sender\s(?:ut\s)?(?:skriftlig\s)?innkalling|sender\sinnkalling|sørger\sfor\sinnkalling|syter\sfor\sinnkalling|står\sfor\sinnkalling|har\sansvar\sfor\så\s(?:kalle|innkalle))")),
)
_ELECTED = re.compile(r"\b(?:velger|vel|veljer|velges|veljast|konstituerer)\b[^.]{0,40}\b(?:leder|leiar)")
_NOTE = re.compile(r"(?:\(|,\s|/|–\s)\s?(?:også\s|òg\s)?(?P<office>leder|leiar|møteleder|sekretær)(?=\s*(?:[),.;:/|–]|\Z|\s(?:av|for|i)\s(?:politi)?råd))")
_TITLE = re.compile(r"(?<![\w-])(?P<title>(?:(?i:leiande|ledende|dagleg|daglig|assisterende|assisterande|fagleg|faglig)\s)?[\w-]*(?:sjef|leder|leiar|rådgiver|rådgjevar|konsulent|kontakt|direktør|koordinator|sykepleier|sjukepleiar|søster|rektor|inspektør|lege)(?:en|a|et)?)\b(?!\s(?:av|for)\s(?:rådet|politirådet|møt))")
_OTHERS = re.compile(r"\b(?:det|dette)\srådet\b|\b(?:enhet|driftsenhet|tjenesteenhet|eining|distrikt|avdeling|stasjon|kontor|seksjon)(?:en|a|et|inga)\s(?:blir\s|vert\s)?(?:led|lei)|\?\Z")
_NOTE_NEAR = 25
"""Characters between a member and the note that he leads."""
_HINT = re.compile(r"led|lei|sekret|kall|styre|referat|hvert sitt|kvart sitt|byt")
_SECRETARY = re.compile(r"sekretær|\b(?:han|hun|ho|vedkommende|vedkomande)\b")
_NAMES = {"leder": "chair", "leiar": "chair", "møteleder": "chair", "sekretær": "secretary"}


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each officer that a sentence, a line or a member's note names."""
    secretaries: dict[Forum, dict[str, Any]] = {}
    for sentence in context.sentences:
        forum = context.forums.at(sentence[0])
        if context.block(sentence[0]).kind is Kind.HEADING or _OTHERS.search(context.view.lower, *sentence):
            continue
        if forum is None or not _HINT.search(context.view.lower, *sentence):
            continue
        for facet, found, stretch in _of_sentence(context, sentence, secretaries.get(forum)):
            if facet == "secretary":
                secretaries.setdefault(forum, found)
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, facet: found}, (stretch,))


_Officer = tuple[str, dict[str, Any], Stretch]


def _of_sentence(context: Context, sentence: Stretch, secretary: dict[str, Any] | None) -> Iterator[_Officer]:
    start, end = sentence
    done: set[str] = set()
    for facet, found, stretch in _noted(context, sentence):
        done.add(facet)
        yield facet, found, stretch
    for facet, where, pattern in _PATTERNS:
        match = pattern.search(context.view.lower, start, end)
        if match is None or facet in done or (facet == "chair" and _ELECTED.search(context.view.lower, start, end)):
            continue
        stretch = _stretch(context, sentence, match, where)
        officer = _person(context, stretch, where) if stretch else None
        if officer is None and secretary and facet == "convener" and _SECRETARY.search(context.view.lower, start, match.start()):
            officer = secretary, match.span()
        if officer:
            done.add(facet)
            yield facet, *officer


def _stretch(context: Context, sentence: Stretch, match: re.Match[str], where: str) -> Stretch | None:
    """Where in the sentence the officer is named."""
    start, end = sentence
    if where == "after":
        return (match.end(), min(end, match.end() + 120))
    if where == "around":
        return (start, end)
    if re.match(r"med\s", match[0]):
        return (match.start(), match.end())
    return (start, match.start()) if match.start() - start > 2 else None


def _person(context: Context, stretch: Stretch, where: str) -> tuple[dict[str, Any], Stretch] | None:
    """The last person before a verb, the first after it."""
    people = _people(context, *stretch)
    if not people:
        return None
    chosen = people[-1] if where == "before" else people[0]
    member = read_person(context, chosen, Defaults())
    return ({"role": member["role"], "title": member["title"], "name": member["name"]}, chosen) if member else None


def _people(context: Context, start: int, end: int) -> list[Stretch]:
    """The stretches that name an office, each with the name that stands right at it."""
    text = context.view.text
    names = [(name.start, name.end) for name in context.names.within(start, end)]
    cues = [(cue.start, cue.end) for cue in offices(context.view, context.cues, start, end)]
    titles = [match.span("title") for match in _TITLE.finditer(text, start, end)]
    found = cues + [title for title in titles if not any(a < title[1] and title[0] < b for a, b in cues)]
    people = []
    for at, stop in sorted(found):
        near = next((name for name in names if 0 <= name[0] - stop <= 3 or (name[0] > stop and re.fullmatch(r"(?:\si\s[\wÆØÅæøå]+)?,\s", text[stop : name[0]]))), None)
        people.append((at, near[1]) if near else (at, stop))
    if not people:
        people = names
    return people


def _noted(context: Context, sentence: Stretch) -> Iterator[_Officer]:
    """Officers that a member's own words tell of: `Ordfører (leder)`, `SLT-koordinator/sekretær`, `Kari Moen, leiar`."""
    start, end = sentence
    listed = context.block(start).kind in (Kind.ITEM, Kind.ROW) or end - start < 60
    for match in _NOTE.finditer(context.view.lower, start, end):
        if match[0][0] not in "(/" and not listed:
            continue
        before = _people(context, start, match.start())
        if before and "," not in context.view.text[before[-1][1] : match.start()] and match.start() - before[-1][1] < _NOTE_NEAR:
            member = read_person(context, before[-1], Defaults())
            if member:
                yield _NAMES[match["office"]], {"role": member["role"], "title": member["title"], "name": member["name"]}, (before[-1][0], match.end())
