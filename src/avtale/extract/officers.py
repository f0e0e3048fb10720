"""`bodies[].chair`, `secretary` and `convener`: who leads a forum, who is its secretary, who calls its meetings.

`Ordføreren leder rådet`, `Politirådet ledes av …`, `Leder: …`, `(leder)` after a member; `X er sekretær`, `Sekretær er X`; `X innkaller`,
`innkalling sendes av X`. A chair that goes round among holders of one role has that role; one that is elected has none.

Not this field: the leader of something else (`leder av NAV`), one who is called in.
Known gaps: a leader who is only `kommunen` or `politiet`.

>>> from avtale.context import Context
>>> text = "Politirådet ledes av ordføreren. SLT-koordinator Ola Lie kaller inn og er sekretær."
>>> [(facet, person["role"], person["name"]) for found in extract(Context(text)) for facet, person in found.value.items() if isinstance(person, dict)]
[('chair', 'mayor', None), ('convener', 'slt_coordinator', 'Ola Lie'), ('secretary', 'slt_coordinator', 'Ola Lie')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context import Candidate, Context, Stretch
from avtale.context.forums import Forum
from avtale.context.people import leading, particle_end, read_person, trailing, without_auxiliaries
from avtale.structure import Kind
from avtale.vocabulary import Cue

_FORUM = (
    r"(?:møt[aei]\w*|politiråd\w*|råd(?:et|ets|smøt\w*)?|arbeid(?:et)?(?=\si\s)|\w*grupp[ae]n?|utval\w*|\w*forum(?:et)?|teamet|nettverket|laget|samling\w+)\b"
)
_OBJECT = re.compile(rf"\s(?:også\s|òg\s)?(?:det\s|dei\s|de\s|desse\s|disse\s|lokalt\s)?{_FORUM}")
_OF_FORUM = re.compile(rf"\s(?:av|for|i)\s(?:det\s|dei\s|de\s|desse\s|disse\s)?{_FORUM}")
_STOPPED = re.compile(r"\s*(?:[.,;:)–]|\Z|og\b|samt\b|til\b|er\b)")
_OF_ANOTHER = re.compile(r"\s(?:av|for|i|ved|hos|på)\s")
_verb = r"\b(?:er|som|blir|vert|fungerer|verkar|virker|har|ivaretar|ivaretek|innehar|utgjør|utgjer|står|sørger|syter|tar|tek|sender)\s"
_COPULA = re.compile(rf"{_verb}(?!.*{_verb})(?:\w+\s){{0,5}}\Z")
_LINK = re.compile(r"\b(?:er|av|ved|hos|hjå|til|frå|fra|mellom|millom|blir|vert)\b(?:\s(?:nå|no|for\stiden|for\stida)\b)?\s|:\s?|\s[|\t]\s?")
_BY = re.compile(r"\b(?:av|frå|fra)\s")
_BREAK = re.compile(r"[,;()]")
_GENITIVE = re.compile(r"\b(?P<owner>\w{3,}s)\s(?:\w+\s){0,2}\Z")
_FORUMS_OWN = re.compile(r"\w*(?:råde?t?s|gruppas|gruppens|utvalgets|utvalets|forumets|teamets|møtets)\Z")
_DAILY = re.compile(r"\b(?:daglig|dagleg|faglig|fagleg|operativ)\s\Z")
_PREPOSITION = re.compile(r"\b(?:med|til|for|av|fra|frå|hos|hjå|ved|på|i)\s\Z")
_ELECTED = re.compile(r"\b(?:velger|vel|veljer|velges|veljast|konstituerer)\b")
_OTHERS = re.compile(
    r"\b(?:det|dette)\srådet\b|\b\w*(?:enhet|eining|distrikt|avdeling|stasjon|kontor|seksjon)(?:en|a|et|inga)\s(?:blir\s|vert\s)?(?:led|lei)|\?\Z"
)
_NOTE_END = re.compile(r"\s*(?:[),.;:/|–]|\t|\Z|\s(?:av|for|i)\s(?:politi)?råd)")
_NOTED = re.compile(r"(?:\(|/|,\s|–\s)\s?(?:også\s|òg\s)?\Z")
_PASSIVE = re.compile(r"\b(?:blir|bli|vert|verta|verte|ble|blei|vart|er)\s(?:\w+\s)?\Z")
_PRONOUN = re.compile(r"\W*(?:han|hun|ho|vedkommende|vedkomande)\b")
_DEFINITE = {"lederen": "chair", "leiaren": "chair", "sekretæren": "secretary", "sekretariatet": "secretary"}
"""Words for the holder of an office, as the subject of something else."""
_NEAR = 80
"""Characters between a word and the holder after it."""

_Named = tuple[dict[str, Any], Stretch]


class _Known:
    """The officers of a text's forums as they become known, so that `sekretæren kaller inn` can be understood."""

    def __init__(self) -> None:
        self._by_office: dict[tuple[str, str], _Named] = {}
        self.last: _Named | None = None

    def note(self, forum: Forum, facet: str, named: _Named) -> None:
        self._by_office.setdefault((forum.type, facet), named)
        self.last = named

    def holder(self, forum: Forum, facet: str) -> _Named | None:
        return self._by_office.get((forum.type, facet))


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each officer that a sentence, a line or a member's note names."""
    known = _Known()
    for sentence in context.sentences_with("offices"):
        forum = context.forums.at(sentence[0])
        if forum is None or context.block(sentence[0]).kind is Kind.HEADING or _OTHERS.search(context.view.lower, *sentence):
            continue
        for facet, named in _of_sentence(context, sentence, forum, known):
            known.note(forum, facet, named)
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, facet: named[0]}, (named[1],))


def _of_sentence(context: Context, sentence: Stretch, forum: Forum, known: _Known) -> Iterator[tuple[str, _Named]]:
    """The officers of a sentence; a later word without a holder of its own goes on with the last one."""
    cues = [cue for cue in context.cues.within("offices", *sentence) if _holds(context, sentence, cue)]
    last = known.last if _PRONOUN.match(context.view.lower, *sentence) else None
    start = sentence[0]
    for index, cue in enumerate(cues):
        end = cues[index + 1].start if index + 1 < len(cues) else sentence[1]
        stretch = _noted(context, sentence, cue) or _holder(context, (start, end), cue)
        named = _read(context, stretch) if stretch else _by_office(context, forum, known, cue, cues[index + 1 : index + 2])
        subject = _DEFINITE.get(context.view.lower[cue.start : cue.end])
        if subject and named is None:
            last = known.holder(forum, subject) or last
        elif named or (last and _goes_on(context, (start, cue.start), cue)):
            last = named or last
            if last:
                yield cue.term.id, last
        start = cue.end


def _by_office(context: Context, forum: Forum, known: _Known, cue: Cue, following: list[Cue]) -> _Named | None:
    """Who does something that is done by the holder of another office: `innkalling sendes av sekretæren`."""
    for other in following:
        office = _DEFINITE.get(context.view.lower[other.start : other.end])
        if office and cue.term.id == "convener" and context.view.lower.endswith((" av ", " frå ", " fra "), cue.end, other.start):
            return known.holder(forum, office)
    return None


def _holds(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is said of a forum, rather than being part of a title or a verb of another kind."""
    lower, end = context.view.lower, sentence[1]
    if lower[cue.start - 1 : cue.start] == "-" or ("particle" in cue.term.facts and particle_end(context, cue, end) is None):
        return False
    owner = _GENITIVE.search(lower, sentence[0], cue.start)
    if owner and not _FORUMS_OWN.match(owner["owner"]) and cue.term.id == "chair":
        return False
    return cue.term.id != "chair" or _is_of_chair(context, sentence, cue)


def _voice(context: Context, start: int, cue: Cue) -> str | None:
    """The voice of a word; a participle after `blir` is passive."""
    voice = cue.term.facts.get("voice")
    return "passive" if voice == "active" and _PASSIVE.search(context.view.lower, start, cue.start) else voice


def _is_of_chair(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether `leder` is the forum's: a verb with the forum as its object, or a noun that is nobody else's title."""
    lower, end, voice = context.view.lower, sentence[1], _voice(context, sentence[0], cue)
    if _ELECTED.search(lower, sentence[0], cue.start) or _DAILY.search(lower, sentence[0], cue.start):
        return False
    if voice in ("active", "either") and _OBJECT.match(lower, cue.end, end):
        return True
    if voice == "active":
        return lower.endswith("som ", sentence[0], cue.start)
    if voice != "passive" and _OF_ANOTHER.match(lower, cue.end, end):
        return bool(_OF_FORUM.match(lower, cue.end, end))
    return voice != "either" or bool(_STOPPED.match(lower, cue.end, end))


def _goes_on(context: Context, between: Stretch, cue: Cue) -> bool:
    """Whether a word goes on with the subject of the one before: nobody else stands between."""
    if cue.term.facts.get("voice") == "passive" or context.names.first(*between):
        return False
    return all(_PREPOSITION.search(context.view.lower, between[0], office.start) for office in context.offices.within(*between))


def _holder(context: Context, clause: Stretch, cue: Cue) -> Stretch | None:
    """Who holds an office: the subject of a verb, the one whom a passive is done by, either side of a noun."""
    voice, lower = _voice(context, clause[0], cue), context.view.lower
    if voice == "passive":
        return _after(context, cue, clause[1], _BY)
    if voice == "active" or (voice == "either" and _OBJECT.match(lower, cue.end, clause[1])):
        return _before(context, clause[0], cue.start) or next(leading(context, cue.end, min(clause[1], cue.end + _NEAR)), None)
    copula = _COPULA.search(lower, clause[0], cue.start)
    before = _before(context, clause[0], copula.start() if copula else cue.start) if cue.start - clause[0] > 2 else None
    return _after(context, cue, clause[1], _LINK) or (None if lower[cue.start : cue.end] in _DEFINITE else before)


def _before(context: Context, start: int, end: int) -> Stretch | None:
    subject = trailing(context, start, without_auxiliaries(context, start, end))
    return subject[-1] if subject else None


def _after(context: Context, cue: Cue, end: int, link: re.Pattern[str]) -> Stretch | None:
    """The one named right after a word that links him to the office, with no other clause between."""
    lower, start = context.view.lower, cue.end
    if "particle" in cue.term.facts:
        start = particle_end(context, cue, end) or start
    stop = _BREAK.search(lower, start, end)
    links = link.finditer(lower, start, min(end, start + _NEAR, stop.start() if stop else end))
    return next((found for match in links for found in leading(context, match.end(), end)), None)


def _noted(context: Context, sentence: Stretch, cue: Cue) -> Stretch | None:
    """The member whose own words tell of an office: `Ordfører (leder)`, `SLT-koordinator/sekretær`, `Kari Moen, leiar`."""
    lower = context.view.lower
    note = _NOTED.search(lower, sentence[0], cue.start)
    if note is None or not _NOTE_END.match(lower, cue.end, sentence[1]):
        return None
    listed = context.block(sentence[0]).kind is not Kind.TEXT or sentence[1] - sentence[0] < 60
    return _before(context, sentence[0], note.start()) if note[0][0] in "(/" or listed else None


def _read(context: Context, stretch: Stretch) -> _Named | None:
    member = read_person(context, stretch)
    if member is None:
        return None
    row = context.row(stretch[0])
    named = context.names.first(*row) if row and not member["name"] else None
    return {"role": member["role"], "title": member["title"], "name": named.value["name"] if named else member["name"]}, stretch
