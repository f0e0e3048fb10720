"""`bodies[].chair_by` and `secretary_by`: how a forum gets its chair or its secretary, where the text names no person.

A side that leads it or keeps its secretariat (`Sekretariat: Luster kommune`, `politirådet ledes av politiet`, `kommunen/politiet` are both),
an election (`rådet vel leiar`, `lederen utpekes av rådet`), a turn (`vervet går på omgang`, `kvar kommune skriv referat`).

Not this field: the office of a person (`kommunens SLT-koordinator er sekretær`), a seat that is to be filled later.
Known gaps: a part of a side (`oppvekstetaten`, `politistasjonen`).

>>> from avtale.context import Context
>>> text = "Politirådet vel sjølv leiar, og kommunen har sekretariatet."
>>> [(facet, how) for found in extract(Context(text)) for facet, how in found.value.items() if facet.endswith("by")]
[('chair_by', 'election'), ('secretary_by', 'municipality')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.office_words import is_said_of_forum
from avtale.grammar.anchor import any_in
from avtale.vocabulary import Cue

_OFFICES = ("chair", "secretary")
_side = r"(?P<side>(?:kommun(?:en|ane|ene|a)|heradet|politiet|[^\W\d][\w-]+\s(?:kommune|herad))(?:\s?(?:/|\bog\b)\s?(?:kommunen|heradet|politiet))?)"
_SIDES = ("kommun", "herad", "politi")
"""Of which one stands in the name of each side."""
_has = r"(?:har|ha|er|vere|være|held|holder|halde|holde|ivaretar|ivareta|tek|tar|stiller|stille|utgjør|utgjer|fungerer)"
_BEFORE = re.compile(rf"\b(?<!\bi\s)(?<!\bfr[aå]\s)(?<!\bav\s){_side}\s(?:(?:skal\s)?{_has}\s(?:(?:som|med|ansvar(?:et)?\sfor)\s)?)?\Z")
_AFTER = re.compile(rf"\s*(?::|\||\t|(?:\w+\s){{0,4}}?(?:av|hos|hjå|til|er)\b)\s*{_side}\s*(?:[.,;)|\t\n]|\Z|\b(?:ved|v/|i|dei|de|to)\s)")
_elect = r"(?:vel(?:ger?|ges|gast|jer|jast|jes|ja|je|st)?|vald|vel[gj]?t|valgt|utpe[ik]\w*|pe[ik]k?\w*\sut|oppnevn\w*|oppnemn\w*|konstituer\w*)"
_ELECTED_BEFORE = re.compile(rf"\b{_elect}\s(?:\w+\s){{0,4}}\Z")
_ELECTED_AFTER = re.compile(rf"\s(?:(?:skal|blir|vert|bli|verte)\s){{0,2}}{_elect}\b")
_TURN_BEFORE = re.compile(r"\b(?:hver|kvar)\s(?:av\s)?(?:kommune\w*|part\w*)\s\Z")
_TURN_AFTER = re.compile(
    r"[^.;]{0,30}?\b(?:(?:går|gjeng)\spå\s(?:omgang|rundgang|skift)|(?:sirkuler|roter|ruller|alterner)er|(?:veksl|skift)(?:er|ar|es|ast)|etter\stur|på\sskift|"
    r"(?:annethvert|annakvart|hvert\ssitt|kvart\ssitt|hvert\sandre|kvart\sandre)\s(?:år|møte|halvår)|(?:annenhver|annankvar|hver\ssin|kvar\ssin)\sgang)\b"
)
_WINDOW = 60
"""Characters before a word for an office in which it stands how it is filled."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each word for an office that is said to be filled so."""
    for sentence in context.sentences_with("offices"):
        forum = context.forums.at(sentence[0])
        for cue in context.cues.within("offices", *sentence) if forum else ():
            how = _how(context, sentence, cue) if cue.term.id in _OFFICES else None
            if forum and how:
                yield Candidate("bodies", {"type": forum.type, "name": forum.name, f"{cue.term.id}_by": how}, (sentence,))


def _how(context: Context, sentence: Stretch, cue: Cue) -> str | None:
    lower, start, end = context.view.lower, max(sentence[0], cue.start - _WINDOW), sentence[1]
    elects = _ELECTED_BEFORE.search(lower, start, cue.start)
    if elects and context.offices.first(sentence[0], elects.start()):
        return None
    if elects or _ELECTED_AFTER.match(lower, cue.end, end):
        return "election"
    if _TURN_BEFORE.search(lower, start, cue.start) or _TURN_AFTER.match(lower, cue.end, end):
        return "turn"
    if not any_in(_SIDES, lower[slice(*sentence)]):
        return None
    side = _BEFORE.search(lower, start, cue.start) or _AFTER.match(lower, cue.end, end)
    return _sides(side["side"]) if side and is_said_of_forum(context, sentence, cue) else None


def _sides(words: str) -> str:
    """Which side words name: `kommunen/politiet` names both."""
    if "politi" not in words:
        return "municipality"
    return "police" if words == "politiet" else "both"
