"""Who holds an office in a forum by the word that says so: `X leder rådet`, `ledes av X`, `X er sekretær`, `Leder: X`, `X (leder)`.

Shared code of the officers and the members extractors. Not such a word: `leder av NAV`, `daglig leder`, `ungdomsrådets leder`.
"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, trailing, without_auxiliaries
from avtale.context.context import Context
from avtale.context.handed_over import handed_over
from avtale.context.office_words import DEFINITE, has_object, voice_of
from avtale.context.particles import phrase_end
from avtale.structure import Kind
from avtale.vocabulary import Cue

_ASIDE = re.compile(r"(?:,\s(?:som|der)\s[^,]*|\sder\s[^,.]{3,30}),\s?\Z")
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
PREPOSITION = re.compile(r"\b(?:etter|med|til|for|av|fra|frå|hos|hjå|ved|på|i)\s\Z")
_NOTE_END = re.compile(r"\s*(?:[),.;:/|–]|\t|\Z|\s(?:av|for|i)\s(?:politi)?råd)")
_NOTED = re.compile(r"(?:\(|/|,\s|–\s)\s?(?:også\s|òg\s|og\s)?(?:nest|vise)?\Z")
_PRESENT_AS = re.compile(r"\b(?:er|møter|deltar|deltek)\s(?:fast\s|alltid\s)?(?:til\s?stede|til\sstades|med)\b[^,;]*\ssom\s\Z")
_SIDE_BY = re.compile(r"\b(?:kommunen?|heradet|politiet|administrasjonen)\s(?:ved|v/)\s?(?=[^,;]*\Z)")
_OWNS = ("har ", "ha ", "ansvar for ", "ansvaret for ")
"""Before an office in the definite form that its holder has: `kommunedirektøren har sekretariatet`."""
_PAIR = 2
"""Of two who hold different offices and lead together, or by turns, the first is taken."""
_NEAR = 80
"""Characters between a word and the holder after it."""


def holder(context: Context, clause: Stretch, cue: Cue) -> Stretch | None:
    """Who holds an office: the subject of a verb, the one whom a passive is done by, either side of a noun."""
    if changed := handed_over(context, clause, cue):
        return changed
    voice, lower = voice_of(context, clause[0], cue), context.view.lower
    if voice == "passive":
        return _after(context, cue, clause[1], _BY)
    if voice == "active" or (voice == "either" and has_object(context, cue, clause[1])):
        both = trailing(context, clause[0], without_auxiliaries(context, clause[0], cue.start))
        if len(both) == _PAIR and both[0][0] == clause[0] and _differ(context, both):
            return both[0]
        inverted = None if has_object(context, cue, clause[1]) else next(leading(context, cue.end, min(clause[1], cue.end + _NEAR)), None)
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
