"""Whether a word for an office is said of a forum, and of which: `leder rådet`, `sekretær for gruppa`.

Not such a word: `leder av NAV`, `daglig leder`, `ungdomsrådets leder`, `etter innkalling`.
"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.naming import FOREIGN, NEIGHBOUR, Forum
from avtale.context.particles import phrase_end
from avtale.vocabulary import Cue

_adverb = r"(?:(?:også|òg|fortsatt|fremdeles|framleis|fast|normalt|vanligvis|vanlegvis|i\stillegg|til\sdaglig|til\sdagleg|begge|båe)\s)?"
_article = r"(?:(?:det|dei|de|den|desse|disse|denne|dette|kommunens|partenes|partanes)\s)?(?:lokalt\s|lokale\s|felles\s)?"
_forum = (
    r"(?:ordet|ordskift\w*|drøfting\w*|forhandling\w*|(?:det|den|ho|han|dem|dei)(?=\s*[.,;]|\s(?:fortsatt|fremdeles|framleis)\b)|møt[aei]\w*|politiråd\w*|råd(?:et|ets|smøt\w*)?|arbeid(?:et)?(?=\si\s)|[\w-]*grupp[ae]n?|[\w-]*utval\w*|[\w-]*forum(?:et)?|[\w-]*team(?:et)?|"
    r"[\w-]*nettverk(?:et)?|[\w-]*lag(?:et)?|samling\w+)(?![\w-])"
)
_OBJECT = re.compile(rf"\s{_adverb}{_article}(?:(?!for\b|av\b|i\b|til\b|på\b|ved\b|frå\b|fra\b)\w+\s)?{_forum}")
_OF_FORUM = re.compile(rf"\s(?:av|for|i|på)\s{_article}(?:\w+\s)?{_forum}")
_CELL_END = re.compile(r"\s?[|\t]|\s{3}")
_STOPPED = re.compile(r"\s*(?:[.,;:)–]|\Z|og\b|samt\b|til\b|er\b|etter\b)")
_OF_ANOTHER = re.compile(
    r"\s(?:av|for|i|ved|hos|på)\s"
    r"(?!\w*år(?:et|a)?\b|perioden|inneværende|inneverande|valperiod|valgperiod|eitt\b|ett\b|to\b|første|like\b|ulike|20\d\d|den\stida|dette|omgang|rundgang|skift)"
)
_OF_STATION = re.compile(r"\W*\w*(?:politistasjon|stasjon|lensmannskontor|kontor|driftsenhet|driftseining|tjenesteenhet|teneste\w*|distrikt)(?:en|a|et)\s")
"""How a sentence begins that is about a station of the police."""
_STATION = re.compile(r"(?:enhet|eining|distrikt|avdeling|stasjon|kontor|seksjon)(?:en|a|et|inga)\s(?:blir\s|vert\s)?\Z")
_LEADERSHIP = ("ledelse", "leiing")
_A_WHILE = re.compile(
    r"\s(?:annethvert|annakvart|annankvart|(?:hvert|kvart)\s(?:andre|anna|sitt)|(?:hver|kvar)\ssin|vekselvis|etter\stur|på\sskift)\b|\s(?:(?:går|gjeng|skifter|skiftar|veksler|vekslar|alternerer|overfør\w+|flytt\w+)\b"
    r"|(?:i|for)\s(?:\w+\s)?\w*(?:år|period)|første|fram\stil|det\s)"
)
_GENITIVE = re.compile(r"\b(?P<owner>(?!fremdeles\b|ellers\b|elles\b|dels\b|\w+[^n]es\b)\w{3,}s)\s(?:\w+\s){0,2}\Z")
_FORUMS_OWN = re.compile(r"\w*(?:råde?t?s|gruppas|gruppens|utvalgets|utvalets|forumets|teamets|nettverkets|møtets)\Z")
_OTHER_LEADER = re.compile(r"\b(?:daglig|dagleg|faglig|fagleg|operativ|tidligere|tidlegare)\s\Z")
_UNDECIDED = re.compile(
    r"\b(?:velger|vel|veljer|velges|veljast|vald|valgt|konstituerer|utpeker|utpeikar|pe[ki]k?er\sut|peikar\sut|oppnevner|oppnemner|oppnevnes|engasjerer)\b[^,;]*\Z"
)
_CHOSEN = re.compile(
    r"\s(?:(?:for|i|av|til)\s\w+\s){0,2}(?:(?:skal|blir|vert|bli|verte)\s){0,2}"
    r"(?:vel(?:ges|gast|jast)|vald|valgt|utpe[ik]\w*|pe[ik]k?\w*\sut|oppnevn\w*|oppnemn\w*)\b"
)
"""Who appoints somebody is not whom he appoints."""
_OF_ITS_OWN = re.compile(r"\b(?:egen|eigen|eget|eige|sin|sitt|som\s(?:har|innehar))\s\Z")
_ROUND = re.compile(
    r"\bi\s(?:partall?s|oddetall?s|like\s|ulike\s)-?år\b|\b(?:går|gjeng)\s(?:på\somgang|på\srundgang)(?!\s(?:mellom|blant))|\bsirkulerer(?!\s(?:mellom|blant))|"
    r"\bikkj?e\s(?:noen\s|nokon\s|egen\s|eigen\s|lenger\s|lengre\s)?\Z"
)
_PASSIVE = re.compile(
    r"\b(?:(?:blir|bli|vert|verta|verte|ble|blei|vart|er)\s(?:\w+\s)?|(?:blir|vert|ble|blei|vart)\s(?:(?!å\b|og\b|som\b|skal\b|kan\b|vil\b|må\b)[\w-]+\s){0,6})\Z"
)
_IS = re.compile(r"\b(?:er|blir|vert|som)\s(?:[\w-]+(?:,\s|\s(?:og|samt)\s))*\Z")
_DEFINITE = ("a", "en", "et", "ane", "ene")
"""How a noun ends that is definite."""
_WHEN_CALLED = ("etter ", "ved ", "får ", "få ")
"""Before a summons by which somebody comes now and then."""
_AGENTS = ("innkaller", "innkallar")
"""Verbs that are nouns after a copula: `er leder og innkaller`."""
DEFINITE = {
    "formannen": "chair",
    "lederen": "chair",
    "leiaren": "chair",
    "møtelederen": "chair",
    "møteleiaren": "chair",
    "referenten": "secretary",
    "sekretariatet": "secretary",
    "sekretæren": "secretary",
    "skrivaren": "secretary",
}
"""Words for the holder of an office, as the subject of something else."""
_JUST_BEFORE = 50
"""Characters before a word within which the words stand that go with it."""
_COMPLEMENT = 6
"""Characters between a word and the name of the forum that it is said of."""


def is_said_of_forum(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is said of a forum, rather than being part of a title or a verb of another kind."""
    lower, end = context.view.lower, sentence[1]
    if lower[cue.start - 1 : cue.start] == "-" or phrase_end(lower, cue, end) is None:
        return False
    if NEIGHBOUR.search(lower, sentence[0], cue.start) or _ROUND.search(lower, sentence[0], cue.start) or _ROUND.match(lower, cue.end + 1, end):
        return False
    near = max(sentence[0], cue.start - _JUST_BEFORE)
    if is_when_called(context, near, cue):
        return False
    is_function = lower[cue.start : cue.end] not in DEFINITE and lower.endswith(_DEFINITE, cue.start, cue.end)
    its_own = not is_function and _OF_ITS_OWN.search(lower, near, cue.start)
    if its_own or _UNDECIDED.search(lower, sentence[0], cue.start) or _CHOSEN.match(lower, cue.end, end):
        return False
    owner = _GENITIVE.search(lower, near, cue.start)
    if owner and (cue.term.id == "chair" or owner.end("owner") == cue.start - 1) and (not _FORUMS_OWN.match(owner["owner"]) or FOREIGN.match(owner["owner"])):
        return False
    return cue.term.id != "chair" or _is_of_chair(context, sentence, cue)


def is_when_called(context: Context, start: int, cue: Cue) -> bool:
    """Whether a summons is only that by which somebody comes: `etter innkalling`."""
    return cue.term.id == "convener" and context.view.lower.endswith(_WHEN_CALLED, start, cue.start)


def voice_of(context: Context, start: int, cue: Cue) -> str | None:
    """The voice of a word; a participle after `blir` is passive."""
    voice = cue.term.facts.get("voice")
    if context.view.lower.startswith(_AGENTS, cue.start) and _IS.search(context.view.lower, max(start, cue.start - _JUST_BEFORE), cue.start):
        return None
    return "passive" if voice == "active" and _PASSIVE.search(context.view.lower, max(start, cue.start - _JUST_BEFORE), cue.start) else voice


def _is_of_chair(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether `leder` is the forum's: a verb with the forum as its object, or a noun that is nobody else's title."""
    lower, end, voice = context.view.lower, sentence[1], voice_of(context, sentence[0], cue)
    near = max(sentence[0], cue.start - _JUST_BEFORE)
    if _STATION.search(lower, near, cue.start) or _OTHER_LEADER.search(lower, near, cue.start):
        return False
    if _OF_STATION.match(lower, *sentence) and not context.forums.is_named(*sentence):
        return False
    if voice in ("active", "either") and has_object(context, cue, end):
        return True
    if lower[cue.start : cue.end] in _LEADERSHIP:
        if not lower[sentence[0] : cue.start].strip("| ") and _CELL_END.match(lower, cue.end, end):
            return True
        return bool(_OF_FORUM.match(lower, cue.end, end)) or lower.startswith(":", cue.end)
    if voice == "active":
        return lower.endswith("som ", sentence[0], cue.start) or lower[cue.end : end] in (".", "")
    if voice != "passive" and _OF_ANOTHER.match(lower, cue.end, end):
        complement = _OF_FORUM.match(lower, cue.end, end)
        own = complement is not None and not FOREIGN.search(complement[0])
        return own or _is_of_named(context, cue, end)
    if not lower[sentence[0] : cue.start].strip("| ") and _CELL_END.match(lower, cue.end, end):
        return True
    return voice != "either" or bool(_STOPPED.match(lower, cue.end, end)) or bool(_A_WHILE.match(lower, cue.end, end))


def has_object(context: Context, cue: Cue, end: int) -> bool:
    """Whether a verb has a forum as its object, by a word for one or by its name."""
    return bool(_OBJECT.match(context.view.lower, cue.end, end)) or _is_of_named(context, cue, end)


def _is_of_named(context: Context, cue: Cue, end: int) -> bool:
    """Whether the name of a forum follows a word."""
    return context.forums.by_name.first(cue.end, min(end, cue.end + _COMPLEMENT)) is not None


def forum_of(context: Context, cue: Cue, end: int) -> Forum | None:
    """The forum that a word is said of where its own complement names one: `sekretær for politirådet og leder av SLT-gruppa`."""
    lower = context.view.lower
    complement = _OBJECT.match(lower, cue.end, end) or _OF_FORUM.match(lower, cue.end, end)
    named = context.forums.named(cue.end, complement.end() if complement else cue.end)
    return named[1] if named else None
