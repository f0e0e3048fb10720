"""Who is part of a forum by what a sentence says: members, and those who are called in, observe or stand in for somebody.

`X, Y og Z er faste medlemmer`, `rådet består av X og Y`, `fra politiet møter Z`, `NAV kan kalles inn ved behov`, `ved forfall møter varaordfører`.
Shared code of the members extractor, which reads lists and tables too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.attendance import attendance_of
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.forums import FOREIGN
from avtale.context.people import Defaults
from avtale.context.senders import opens_with_sender, sent, sent_by
from avtale.context.series import leading, particle_end, series_end, trailing, without_auxiliaries
from avtale.vocabulary import Cue, alternation, forms

_LINKS = re.compile(rf"(?:[\s:–-]|{alternation(forms('links'))}(?!\w))*")
_LINKED = re.compile(r":|\b(?:er|av|ved|med)\b")
_AS = re.compile(r"\bsom\s(?:\w+\s)?\Z")
_NOUN_TAIL = re.compile(r"(?:\s(?:hver|kvar)\b)?(?:\s(?:av|i|til|for|frå|fra|elles|ellers)\b(?:(?!\ser\b)[^.:;,]){0,40}?)?(?=\s(?:er|blir|vert)\b|:)")
_ORGANISATION = re.compile(r"(?:\w+\s){0,3}(?:kommunen?|heradet?|politiet|politidistrikt(?:et)?)\Z")
_WITH = re.compile(r"\s(?:\w+\s)?med\s")
_TOGETHER = re.compile(r"\b(?:sammen|saman|i\slag)\smed\s")
_FIXED = re.compile(r"\s(?:alltid\s)?(?:fast\b|som\s(?:fast\s)?medlem|for\s(?:kommun|politi|herad))")
_IN_ADDITION = re.compile(r"i\stillegg(?P<whom>\still\s[^,.;:]{3,60}?)?\s")
_PLAINLY = re.compile(r"\s*\.?\Z|\s(?:i|på)\s(?:politi)?(?:råd\w*|møt\w*|grupp\w*|utval\w*|forum\w*|team\w*)\W*\Z")
_NO_MEMBER = re.compile(r"\bikk?j?e\s(?:\w+\s)?(?:medlem|stemme|røyste)")
_ANAPHORIC = ("her ", "der ")
_WHEN = re.compile(
    r"\b(?:når|dersom|hvis|viss|om\sdet)\b|\b(?:ved|etter)\s(?:\w+\s)?(?:behov|invitasjon|innkalling)\b|\bi\s(?:enkelt)?sak\w*\b|\bved\s\w*sak\w*"
)
_IN_A_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss)\s[^,]*\Z")
_DENIED = re.compile(r"\bikk?j?e\s(?:\w+\s){0,2}\Z")
_GENITIVE = re.compile(r"\s\w+s\Z")
_ELLIPTIC = re.compile(r",?\s(?:og|mens|medan)\s(?P<who>[^,.;]{3,60}?)\s(?=når|dersom|hvis|viss|i\s\w*sak)")
_SAME = re.compile(r"(?:det\ssamme|det\ssame|tilsvarende|tilsvarande|likeså|likeeins)\s(?:gjelder|gjeld)\s(?:også\s|òg\s|for\s)?")
_SAME_OPENINGS = ("det sam", "tilsv", "like")
_OF_SOMETHING = re.compile(r"\s(?:(?:også|òg|fast)\s)?i\s(?!tillegg|stede[tn]|staden)")
_OF_ANOTHER = re.compile(rf"\s(?:\w+\s)?(?:i|av|til|for|på)\s(?:\w+\s){{0,2}}{FOREIGN.pattern}")
_FOR_WHOM = re.compile(r"(?:\A|\s)(?:for|hos|til|er|har)\s\Z", re.IGNORECASE)
_NOUNS = ("møte", "møta")
_ORDER = ("substitute", "observer", "invited", "attends", "member")
"""Of two relations that one sentence says of somebody the first holds."""
_LABEL = 40
"""Characters of the longest name of a forum before a colon."""
_CLAUSE = 60
"""Characters after a word in which another forum can be named that it speaks of."""


def relations(context: Context, sentence: Stretch, sure: bool) -> Iterator[tuple[Defaults, Stretch]]:
    """Those whom a sentence says to be part of a forum, and how; one not `sure` to be about a forum must use a telling word."""
    labelled = _labelled(context, sentence)
    if labelled:
        yield from ((Defaults(), stretch) for stretch in labelled)
        return
    from_somebody = list(sent(context, sentence)) if opens_with_sender(context, sentence) else []
    if from_somebody:
        yield from ((defaults, stretch) for defaults, stretches in from_somebody for stretch in stretches)
        return
    same = _SAME.match(context.view.lower, *sentence)
    if same:
        yield from ((Defaults("invited"), stretch) for stretch in _same(context, same.end(), sentence))
    cues = [cue for cue in context.cues.within("relations", *sentence) if _holds(context, sentence, cue)]
    absent = any(cue.term.id == "absent" for cue in cues)
    seen: set[int] = set()
    for kind in _ORDER:
        for cue in cues:
            if cue.term.id != kind or not (sure or _is_telling(cue) or context.view.lower.startswith(_ANAPHORIC, sentence[0])):
                continue
            for defaults, stretches in _read(context, sentence, cue, absent):
                for stretch in stretches:
                    if stretch[0] not in seen:
                        seen.add(stretch[0])
                        yield defaults, stretch


def may_tell(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence without a word for being part of a forum can tell of somebody who is, by how it begins."""
    return context.cues.first("bodies", *sentence) is not None or opens_with_sender(context, sentence) or context.view.lower.startswith(_SAME_OPENINGS, sentence[0])


def _labelled(context: Context, sentence: Stretch) -> list[Stretch]:
    """Those who follow the name of a forum and a colon: `Koordineringsgruppe: SLT-koordinator, politikontakt og rektor`."""
    colon = context.view.text.find(": ", sentence[0], min(sentence[1], sentence[0] + _LABEL))
    if colon < 0 or context.forums.named(sentence[0], colon) is None or context.cues.first("relations", sentence[0], colon):
        return []
    people = list(leading(context, colon + 2, sentence[1]))
    return people if len(people) > 1 and people[-1][1] >= sentence[1] - 2 else []


def _same(context: Context, at: int, sentence: Stretch) -> Iterator[Stretch]:
    """Those of whom a sentence says what the one before says of others: `Det samme gjelder NAV når …`, after who is called in."""
    before = context.sentences[max(0, context.sentence_index(sentence[0]) - 1)]
    if context.has("relations", *before, "invited"):
        yield from leading(context, at, sentence[1])


def _is_telling(cue: Cue) -> bool:
    """Whether a word speaks of forums even where nothing else in the sentence does."""
    return cue.term.id != "attends" and cue.term.facts.get("who") not in ("object", "either" if cue.term.id == "member" else "")


def _holds(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is said of this forum: with its particle, outside of a condition, and not of another forum."""
    lower, end = context.view.lower, min(sentence[1], cue.end + _CLAUSE)
    if "particle" in cue.term.facts and particle_end(context, cue, end) is None:
        return False
    if cue.term.id != "absent" and (_IN_A_CONDITION.search(lower, sentence[0], cue.start) or _DENIED.search(lower, sentence[0], cue.start)):
        return False
    if cue.term.id == "member" and "who" in cue.term.facts and _OF_SOMETHING.match(lower, cue.end, end) and not _of_forum(context, cue.end, end):
        return False
    return cue.term.id in ("absent", "invited") or not _OF_ANOTHER.match(lower, cue.end, end)


def _of_forum(context: Context, start: int, end: int) -> bool:
    """Whether what somebody is part of by `sitter i` is a forum."""
    return context.forums.is_named(start, min(end, start + _CLAUSE))


def _read(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    if cue.term.id == "attends":
        yield from _attending(context, sentence, cue, absent)
        return
    defaults = Defaults(_attendance(context, sentence, cue))
    loosely = cue.term.id in ("invited", "observer")
    named = _object(context, sentence, cue) if cue.term.facts.get("who") == "object" else _subject(context, sentence[0], cue.start, loosely)
    if named or not (cue.term.id == "invited" and context.view.lower.startswith(" av ", cue.end)):
        yield defaults, named or _object(context, sentence, cue)
    together = _TOGETHER.search(context.view.lower, cue.end, sentence[1]) if named else None
    if together:
        yield defaults, list(leading(context, together.end(), series_end(context, together.end(), sentence[1])))
    if cue.term.id == "invited" and (other := _ELLIPTIC.search(context.view.lower, cue.end, sentence[1])):
        yield defaults, list(leading(context, *other.span("who"), loosely=True))


def _attendance(context: Context, sentence: Stretch, cue: Cue) -> str:
    """How those attend of whom a word speaks; a right to speak or to come on certain topics only is an invitation."""
    lower = context.view.lower
    right = cue.term.id == "observer" and "rett" in lower[cue.start : cue.end]
    return "invited" if right and _WHEN.search(lower, cue.end, sentence[1]) else attendance_of(lower, cue) or "permanent"


def _subject(context: Context, start: int, end: int, loosely: bool) -> list[Stretch]:
    """The series right before a verb and its auxiliaries."""
    lower = context.view.lower
    owner = _GENITIVE.search(lower, start, end - 1)
    end = owner.start() if owner and context.offices.first(owner.start(), end) else end
    return trailing(context, start, without_auxiliaries(context, start, end), loosely)


def _object(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """The series right after a word, or after what completes it: `medlemmene i rådet er …`."""
    lower, end = context.view.lower, sentence[1]
    start = cue.end if "particle" not in cue.term.facts else particle_end(context, cue, end) or cue.end
    tail = _NOUN_TAIL.match(lower, start, end)
    links = _LINKS.match(lower, tail.end() if tail else start, end)
    after = links.end() if links else start
    if "who" not in cue.term.facts and not _LINKED.search(lower, start, after) and not _AS.search(lower, sentence[0], cue.start):
        return []
    return list(leading(context, after, series_end(context, after, end)))


def _attending(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those who are said to come: for good, now and then, for a side, or in somebody's stead."""
    lower = context.view.lower
    start, end = sentence
    if absent:
        after = list(leading(context, cue.end, end))[:1]
        yield Defaults("deputy"), after or [part for part in _subject(context, start, cue.start, False) if not _FOR_WHOM.search(lower, start, part[0])]
    elif match := _WITH.match(lower, cue.end, end):
        if _ORGANISATION.search(lower, start, cue.start - 1):
            yield sent_by(context.read(start, cue.start)), list(leading(context, match.end(), series_end(context, match.end(), end)))
    elif extra := _IN_ADDITION.fullmatch(lower, start, cue.start):
        yield Defaults(), [*leading(context, start + len("i tillegg til "), cue.start), *leading(context, cue.end, end)] if extra["whom"] else list(leading(context, cue.end, end))
    elif _FIXED.match(lower, cue.end, end):
        yield Defaults("observer" if _NO_MEMBER.search(lower, cue.end, end) else "permanent"), _subject(context, start, cue.start, False)
    elif _PLAINLY.match(lower, cue.end, end) and len(people := _subject(context, start, cue.start, False)) > 1:
        yield Defaults(), people
    elif _WHEN.search(lower, cue.end, end) or _WHEN.match(lower, start, cue.start):
        yield Defaults("invited"), _subject(context, start, cue.start, lower[cue.start : cue.end] not in _NOUNS) or list(leading(context, cue.end, end))
