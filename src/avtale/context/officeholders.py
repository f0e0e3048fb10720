"""Who holds an office in a forum by the word that says so: `X leder rådet`, `ledes av X`, `X er sekretær`, `Leder: X`, `X (leder)`.

Shared code of the officers and the members extractors. Not such a word: `leder av NAV`, `daglig leder`, `ungdomsrådets leder`.
"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, trailing, without_auxiliaries
from avtale.context.context import Context
from avtale.context.handed_over import handed_over
from avtale.context.naming import FOREIGN, NEIGHBOUR, Forum
from avtale.context.particles import phrase_end
from avtale.structure import Kind
from avtale.vocabulary import Cue

_adverb = r"(?:(?:også|òg|fortsatt|fremdeles|framleis|fast|normalt|vanligvis|vanlegvis|i\stillegg|til\sdaglig|til\sdagleg|begge|båe)\s)?"
_article = r"(?:(?:det|dei|de|den|desse|disse|denne|dette|kommunens|partenes|partanes)\s)?(?:lokalt\s|lokale\s|felles\s)?"
_forum = (
    r"(?:ordet|ordskift\w*|drøfting\w*|forhandling\w*|(?:det|den|ho|han)(?=\s*[.,;])|møt[aei]\w*|politiråd\w*|råd(?:et|ets|smøt\w*)?|arbeid(?:et)?(?=\si\s)|[\w-]*grupp[ae]n?|[\w-]*utval\w*|[\w-]*forum(?:et)?|[\w-]*team(?:et)?|"
    r"[\w-]*nettverk(?:et)?|[\w-]*lag(?:et)?|samling\w+)(?![\w-])"
)
_OBJECT = re.compile(rf"\s{_adverb}{_article}(?:(?!for\b|av\b|i\b|til\b|på\b|ved\b|frå\b|fra\b)\w+\s)?{_forum}")
_OF_FORUM = re.compile(rf"\s(?:av|for|i|på)\s{_article}(?:\w+\s)?{_forum}")
_ASIDE = re.compile(r"(?:,\s(?:som|der)\s[^,]*|\sder\s[^,.]{3,30}),\s?\Z")
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
    r"\s(?:(?:går|gjeng|skifter|skiftar|veksler|vekslar|alternerer|overfør\w+|flytt\w+)\b"
    r"|(?:i|for)\s(?:\w+\s)?\w*(?:år|period)|første|fram\stil|det\s)"
)
_verb = r"\b(?:er|som|blir|vert|fungerer|verkar|virker|har|ivaretar|ivaretek|innehar|utgjør|utgjer|står|sørger|syter|sørgjer|tar|tek|sender|med)\s"
_COPULA = re.compile(rf"{_verb}(?!.*{_verb})(?:\w+\s){{0,5}}\Z")
_LINK = re.compile(
    r"\b(?:er|fungerer|fungera|tjenest?e?gjør|tenestegjer|virker|verkar|av|ved|hos|hjå|til|frå(?!\sno\b)|fra(?!\snå\b)|mellom|blir|vert|følgj?er|tilligger|tilligg)\b(?:\s(?:nå|no|for\stiden|for\stida|alltid|partanes|partenes|begge|båe))?\s|:\s?|\s?[|\t]\s?|\s{3,}"
)
_BETWEEN = "mellom"
_BY_TURNS = re.compile(r"\s(?:annethvert|annakvart|annankvart|hvert\sandre|kvart\sandre|vekselvis|på\somgang|etter\stur)\b")
"""After those who hold an office by turns: `ledes av ordføreren og lensmannen annethvert år`."""
_BY = re.compile(r"\b(?:av|frå|fra)(?:\s(?:den\ssom\s(?:(?:til\skvar\stid|til\senhver\stid|no|nå)\s)?(?:er|blir)\s)?|:\s)")
_PAPERS = re.compile(r"(?:,?\s(?:(?:og|samt|med)\s)?(?:saks?\w*|dagsorden\w*|agenda\w*|møtepapir\w*|underlag\w*))+")
"""What is sent with a summons."""
_BREAK = re.compile(r"[,;()]")
_GENITIVE = re.compile(r"\b(?P<owner>(?!fremdeles\b|ellers\b|elles\b|dels\b|\w+[^n]es\b)\w{3,}s)\s(?:\w+\s){0,2}\Z")
_FORUMS_OWN = re.compile(r"\w*(?:råde?t?s|gruppas|gruppens|utvalgets|utvalets|forumets|teamets|nettverkets|møtets)\Z")
_OTHER_LEADER = re.compile(r"\b(?:daglig|dagleg|faglig|fagleg|operativ|tidligere|tidlegare)\s\Z")
PREPOSITION = re.compile(r"\b(?:med|til|for|av|fra|frå|hos|hjå|ved|på|i)\s\Z")
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
    r"\b(?:går|gjeng)\s(?:på\somgang|på\srundgang)(?!\s(?:mellom|blant))|\bsirkulerer(?!\s(?:mellom|blant))|"
    r"\bikkj?e\s(?:noen\s|nokon\s|egen\s|eigen\s|lenger\s|lengre\s)?\Z"
)
_NOTE_END = re.compile(r"\s*(?:[),.;:/|–]|\t|\Z|\s(?:av|for|i)\s(?:politi)?råd)")
_NOTED = re.compile(r"(?:\(|/|,\s|–\s)\s?(?:også\s|òg\s|og\s)?(?:nest|vise)?\Z")
_PASSIVE = re.compile(r"\b(?:blir|bli|vert|verta|verte|ble|blei|vart|er)\s(?:\w+\s)?\Z")
_IS = re.compile(r"\b(?:er|blir|vert|som)\s(?:[\w-]+(?:,\s|\s(?:og|samt)\s))*\Z")
_DEFINITE = ("a", "en", "et", "ane", "ene")
"""How a noun ends that is definite."""
_WHEN_CALLED = ("etter ", "ved ", "får ", "få ")
"""Before a summons by which somebody comes now and then."""
_AGENTS = ("innkaller", "innkallar")
"""Verbs that are nouns after a copula: `er leder og innkaller`."""
DEFINITE = {"lederen": "chair", "leiaren": "chair", "møtelederen": "chair", "møteleiaren": "chair", "sekretæren": "secretary", "sekretariatet": "secretary"}
"""Words for the holder of an office, as the subject of something else."""
_PRESENT_AS = re.compile(r"\b(?:er|møter|deltar|deltek)\s(?:fast\s|alltid\s)?(?:til\s?stede|til\sstades|med)\b[^,;]*\ssom\s\Z")
_SIDE_BY = re.compile(r"\b(?:kommunen?|heradet|politiet|administrasjonen)\s(?:ved|v/)\s?(?=[^,;]*\Z)")
_OWNS = ("har ", "ha ")
"""Before an office in the definite form that its holder has: `kommunedirektøren har sekretariatet`."""
_JUST_BEFORE = 50
"""Characters before a word within which the words stand that go with it."""
_COMPLEMENT = 6
"""Characters between a word and the name of the forum that it is said of."""
_PAIR = 2
"""Of two who hold different offices and lead together, or by turns, the first is taken."""
_NEAR = 80
"""Characters between a word and the holder after it."""


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


def _voice(context: Context, start: int, cue: Cue) -> str | None:
    """The voice of a word; a participle after `blir` is passive."""
    voice = cue.term.facts.get("voice")
    if context.view.lower.startswith(_AGENTS, cue.start) and _IS.search(context.view.lower, max(start, cue.start - _JUST_BEFORE), cue.start):
        return None
    return "passive" if voice == "active" and _PASSIVE.search(context.view.lower, max(start, cue.start - _JUST_BEFORE), cue.start) else voice


def _is_of_chair(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether `leder` is the forum's: a verb with the forum as its object, or a noun that is nobody else's title."""
    lower, end, voice = context.view.lower, sentence[1], _voice(context, sentence[0], cue)
    near = max(sentence[0], cue.start - _JUST_BEFORE)
    if _STATION.search(lower, near, cue.start) or _OTHER_LEADER.search(lower, near, cue.start):
        return False
    if _OF_STATION.match(lower, *sentence) and not context.forums.is_named(*sentence):
        return False
    if voice in ("active", "either") and _has_object(context, cue, end):
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


def _has_object(context: Context, cue: Cue, end: int) -> bool:
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


def holder(context: Context, clause: Stretch, cue: Cue) -> Stretch | None:
    """Who holds an office: the subject of a verb, the one whom a passive is done by, either side of a noun."""
    if changed := handed_over(context, clause, cue):
        return changed
    voice, lower = _voice(context, clause[0], cue), context.view.lower
    if voice == "passive":
        return _after(context, cue, clause[1], _BY)
    if voice == "active" or (voice == "either" and _has_object(context, cue, clause[1])):
        both = trailing(context, clause[0], without_auxiliaries(context, clause[0], cue.start))
        if len(both) == _PAIR and both[0][0] == clause[0] and _differ(context, both):
            return both[0]
        inverted = None if _has_object(context, cue, clause[1]) else next(leading(context, cue.end, min(clause[1], cue.end + _NEAR)), None)
        named = before(context, clause[0], cue.start) or inverted
        return named or (_after(context, cue, clause[1], _LINK) if "particle" in cue.term.facts else None)
    near = max(clause[0], cue.start - _NEAR)
    copula = _PRESENT_AS.search(lower, near, cue.start) or _COPULA.search(lower, near, cue.start)
    earlier = _subject(context, clause[0], copula.start() if copula else cue.start) if cue.start - clause[0] > 2 else None
    if earlier and lower[slice(*earlier)].strip(" ,") in DEFINITE:
        earlier = next((first for first in leading(context, *clause) if first != earlier), None)
    owned = lower[cue.start : cue.end] not in DEFINITE or lower.endswith(_OWNS, clause[0], cue.start)
    return _after(context, cue, clause[1], _LINK) or (earlier if owned else None)


def before(context: Context, start: int, end: int) -> Stretch | None:
    """The last of those named right before a position, auxiliaries left out."""
    aside = _ASIDE.search(context.view.lower, start, end)
    end = aside.start() if aside else end
    stop = without_auxiliaries(context, start, end)
    subject = trailing(context, start, stop) or _through(context, start, stop)
    return subject[-1] if subject else _right_before(context, start, end)


def _through(context: Context, start: int, end: int) -> list[Stretch]:
    """Those through whom a side does something: `kommunen ved SLT-koordinatoren ivaretar …`."""
    side = _SIDE_BY.search(context.view.lower, start, end)
    return list(leading(context, side.end(), end)) if side else []


def _right_before(context: Context, start: int, end: int) -> Stretch | None:
    """The office, title or name that ends right before a position, and so is what `som` goes back to."""
    lower = context.view.lower
    if not lower.endswith("som ", start, end):
        return None
    stop = start + len(lower[start : end - len("som ")].rstrip(" ,"))
    ending = [cue for cue in [*context.offices.within(start, stop), *context.cues.within("titles", start, stop)] if cue.end == stop]
    return (ending[0].start, stop) if ending else None


def _subject(context: Context, start: int, end: int) -> Stretch | None:
    """The one named before the verb that goes with a noun, or in `med X som leder`."""
    lower = context.view.lower
    attached = lower.rfind("med ", start, end) if lower.startswith("som ", end) else -1
    return before(context, start if attached < 0 else attached + len("med "), end)


def _after(context: Context, cue: Cue, end: int, link: re.Pattern[str]) -> Stretch | None:
    """The one named right after a word that links him to the office, with no other clause between."""
    lower, start = context.view.lower, cue.end
    start = phrase_end(lower, cue, end) or start
    papers = _PAPERS.match(lower, start, end) if cue.term.id == "convener" else None
    start = papers.end() if papers else start
    stop = _BREAK.search(lower, start, end)
    for match in link.finditer(lower, start, min(end, start + _NEAR, stop.start() if stop else end)):
        people = list(leading(context, match.end(), end))
        if people:
            by_turns = match[0].strip() == _BETWEEN or _BY_TURNS.search(lower, people[0][1], end)
            return None if by_turns and _differ(context, people) else people[0]
    return None


def _differ(context: Context, people: list[Stretch]) -> bool:
    """Whether some people hold different offices, so that what goes round among them is no one's."""
    offices = ((context.offices.first(*stretch), context.view.lower[slice(*stretch)]) for stretch in people)
    return len({office.term.id if office else words for office, words in offices}) > 1


def noted(context: Context, sentence: Stretch, cue: Cue) -> Stretch | None:
    """The member whose own words tell of an office: `Ordfører (leder)`, `SLT-koordinator/sekretær`, `Kari Moen, leiar`."""
    lower = context.view.lower
    note = _NOTED.search(lower, sentence[0], cue.start)
    if note is None or lower[note.end() - 4 : note.end()] in ("nest", "vise") or not _NOTE_END.match(lower, cue.end, sentence[1]):
        return None
    listed = context.block(sentence[0]).kind is not Kind.TEXT or sentence[1] - sentence[0] < 60
    label = lower.find(":", sentence[0], note.start())
    if listed and label > 0 and context.offices.first(sentence[0], label) and context.names.first(label, note.start()):
        return sentence[0], note.start()
    return before(context, sentence[0], note.start()) if note[0][0] in "(/" or listed else None


def goes_on(context: Context, between: Stretch, cue: Cue) -> bool:
    """Whether a word goes on with the subject of the one before: nobody else stands between."""
    if cue.term.facts.get("voice") == "passive" or context.names.first(*between) or context.view.text.find(";", *between) >= 0:
        return False
    others = [*context.offices.within(*between), *(other for other in context.cues.within("organisations", *between))]
    return all(PREPOSITION.search(context.view.lower, between[0], other.start) for other in others)
