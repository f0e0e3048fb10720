"""Who is part of a forum by what a sentence says: members, and those who are called in, observe or stand in for somebody.

`X, Y og Z er faste medlemmer`, `rådet består av X og Y`, `fra politiet møter Z`, `NAV kan kalles inn ved behov`, `ved forfall møter varaordfører`.
Shared code of the members extractor, which reads lists and tables too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.attendance import attendance, attendance_of
from avtale.context.attending import HERE, WHEN, attending, for_sides, gapped, in_addition, sending, standing_in, subject
from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.context.following import of_members, series_after, start_after
from avtale.context.gathered import may_gather, of_several
from avtale.context.introduced import LABEL, attached, labelled, with_attached
from avtale.context.membership import changed
from avtale.context.particles import phrase_end
from avtale.context.people import Defaults
from avtale.context.relation_words import holds
from avtale.context.senders import OPENINGS, counted, in_members, opens_with_sender, sent
from avtale.context.series import names_somebody
from avtale.grammar.anchor import any_in
from avtale.vocabulary import Cue

_TOGETHER = re.compile(r"\b(?:sammen|saman|i\slag)\smed\s")
_AS_OBSERVER = re.compile(r"\b(?:som|sende|med)\s(?:(?:en|ein)\s)?\Z")
_ELLIPTIC = re.compile(r",?\s(?:og|mens|medan)\s(?P<who>[^,.;]{3,60}?)\s(?=når|dersom|hvis|viss|i\s\w*sak)")
_SAME = re.compile(r"(?:det\ssamme|det\ssame|tilsvarende|tilsvarande|likeså|likeeins)\s(?:gjelder|gjeld|gjør|gjer)\s(?:også\s|òg\s|for\s)?")
_AND_SAME = re.compile(rf",\s(?:og\s)?{_SAME.pattern}")
_OPENINGS = (*OPENINGS, "det sam", "tilsv", "like")
_CANNOT = re.compile(r"kan\sikkj?e\s\w+\s(?:selv\s|sjølv\s)?(?:delta|komme|kome|koma|møte|møta|stille|(?:være|vere|vera)\stil\sst[ea]d)")
"""How a sentence begins of what holds when somebody cannot come."""
_AT_TIMES = re.compile(r"(?:\si\s\w+)?\s(?:når|dersom|hvis|viss|ved\sbehov|etter\sbehov)\b")
"""Right after where somebody has a seat, when only: `har plass i rådet når saka gjeld skulen`."""
_BUT = re.compile(r",\smen\s(?:kan\s|skal\s|vil\s)?\Z")
"""What begins a clause that has the subject of the one before: `NAV har ikke fast plass, men innkalles …`."""
_REACHED = re.compile(r"\w@\w|\b\d{3}\s\d\d\s\d{3}\b|\b\d\d(?:\s\d\d){3}\b")
"""What a line has that tells whom to call or write to, and no member: `Kommunen: Kari Moen, 911 22 333`."""
_WHICH = re.compile(r",\s(?:som|der)\s(?:\w+\s)?(?:møter|møte|deltar|deltek|sitter|sit|er\smed|er\stil\sstede|er\stil\sstades)\s\Z")
"""Between somebody and how he attends, in a clause that says more of him: `…, som møter uten stemmerett`."""
_ENDS = re.compile(r"\W*\Z")
_RIGHTS = ("rett", "adgang", "anledning", "høve", "tilgjenge")
"""What somebody has who may come: of one who has it on certain topics only it is an invitation."""
_PLACES = ("i ", "for ")
_SENDERS = ("fra ", "frå ", "for ")
_INFINITIVES = frozenset(["delta", "møta", "møte", "stille"])
_MODAL = re.compile(r"\b(?:kan|skal|bør|vil|må|rett\stil\så|om\så)\s(?:\w+\s){0,3}\Z")
_ORDER = ("substitute", "observer", "invited", "attends", "member")
"""Of two relations that one sentence says of somebody the first holds."""
_BEFORE = 40
"""Characters before an infinitive in which its modal verb stands."""


def telling_sentences(context: Context) -> list[Stretch]:
    """The sentences that can tell who is part of a forum: by a word for it, or by how they begin."""
    by_word = {context.sentence(cue.start) for cue in context.cues.all("relations") if not _is_noun(context, cue)}
    several = (sentence for sentence in context.sentences_with("roles", "titles", "services") if may_gather(context, sentence))
    return sorted(by_word.union(_by_opening(context), _by_label(context), with_attached(context), context.sentences_with("membership"), several))


def _is_noun(context: Context, cue: Cue) -> bool:
    """Whether a word like `møte` is the noun, or an infinitive that says of nobody that he comes: no `kan`, `skal` stands before it."""
    lower = context.view.lower
    return cue.term.id == "attends" and lower[cue.start : cue.end] in _INFINITIVES and not _MODAL.search(lower, max(0, cue.start - _BEFORE), cue.start)


def _by_opening(context: Context) -> Iterator[Stretch]:
    """The sentences that begin with whom people come from, or with the forum that they sit in."""
    lower = context.view.lower
    for section in context.outline.sections:
        if section.type == "members":
            body = context.sentences[context.sentence_index(section.heading.end) : context.sentence_index(section.end - 1) + 1]
            yield from (sentence for sentence in body if opens_with_sender(context, sentence))
    for start, end in context.sentences:
        if lower.startswith(_OPENINGS, start) and (not lower.startswith(_PLACES, start) or context.forums.is_named(start, min(end, start + LABEL))):
            yield start, end


def _by_label(context: Context) -> Iterator[Stretch]:
    """The sentences that begin with the name of a forum or of a sender and a colon."""
    at = context.view.text.find(": ")
    while at >= 0:
        sentence = context.sentence(at)
        if at - sentence[0] < LABEL and (context.cues.first("organisations", sentence[0], at) or context.forums.named(sentence[0], at)):
            yield sentence
        at = context.view.text.find(": ", at + 1)


def relations(context: Context, sentence: Stretch) -> list[tuple[Defaults, Stretch]]:
    """Those whom a sentence says to be part of a forum, and how."""
    if not _may_name_people(context, sentence):
        return []
    introduced = [(Defaults(), stretch) for stretch in labelled(context, sentence) or attached(context, sentence)]
    is_sent = not introduced and opens_with_sender(context, sentence) and not _REACHED.search(context.view.text, *sentence)
    senders = sent(context, sentence) if is_sent else ()
    found = introduced or [(said, stretch) for said, stretches in senders for stretch in stretches]
    return found or _stays(context, sentence) or [*_same(context, sentence), *_by_words(context, sentence)] or of_several(context, sentence)


def _stays(context: Context, sentence: Stretch) -> list[tuple[Defaults, Stretch]]:
    """Those whom a sentence says to be part of a forum from now on, or still, with those of whom it says the same."""
    found = changed(context, sentence)
    same = _AND_SAME.search(context.view.lower, *sentence) if found else None
    return [*found, *((Defaults(), stretch) for stretch in leading(context, same.end(), sentence[1]))] if same else found


def _may_name_people(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence has a word for somebody, or calls in somebody, who can be anyone."""
    if names_somebody(context, *sentence) or context.has("relations", *sentence, "invited", "observer"):
        return True
    return context.has("relations", *sentence, "attends") is not None and WHEN.search(context.view.lower, *sentence) is not None


def _by_words(context: Context, sentence: Stretch) -> Iterator[tuple[Defaults, Stretch]]:
    """Those of whom the words of a sentence tell; where it is not sure that it is about a forum, they must be telling words."""
    cues = [cue for cue in context.cues.within("relations", *sentence) if holds(context, sentence, cue)]
    if not cues:
        return
    sure = context.view.lower.startswith(HERE, sentence[0]) or context.forums.is_sure(*sentence) or in_members(context, sentence[0])
    absent = any(cue.term.id == "absent" for cue in cues) or _CANNOT.match(context.view.lower, *sentence) is not None
    seen: set[int] = set()
    for cue in sorted((cue for cue in cues if cue.term.id in _ORDER and (sure or _is_telling(cue))), key=lambda cue: _ORDER.index(cue.term.id)):
        for said, stretches in _read(context, sentence, cue, absent):
            new = [stretch for stretch in stretches if stretch[0] not in seen]
            seen.update(start for start, _ in new)
            yield from ((said, stretch) for stretch in new)


def _same(context: Context, sentence: Stretch) -> Iterator[tuple[Defaults, Stretch]]:
    """Those of whom a sentence says what the one before says of others: `Det samme gjelder NAV når …`, after who is called in."""
    same = _SAME.match(context.view.lower, *sentence)
    before = context.sentences[max(0, context.sentence_index(sentence[0]) - 1)]
    if same is None and (also := _AND_SAME.search(context.view.lower, *sentence)):
        same, before = also, (sentence[0], also.start())
    if same and context.has("relations", *before, "invited"):
        yield from ((Defaults("invited"), stretch) for stretch in leading(context, same.end(), sentence[1]))


def _is_telling(cue: Cue) -> bool:
    """Whether a word speaks of forums even where nothing else in the sentence does."""
    return cue.term.id != "attends" and cue.term.facts.get("who") not in ("object", "either" if cue.term.id == "member" else "")


def _read(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those of whom a word tells, by the first of the ways in which it can."""
    if cue.term.id == "attends":
        if said := attending(context, sentence, cue, absent):
            yield said
            yield from gapped(context, cue.end, sentence[1])
            yield from for_sides(context, cue.end, sentence[1])
    elif cue.term.id == "substitute" and (deputies := standing_in(context, sentence, cue)):
        yield Defaults("deputy"), deputies
    elif side := _sending_side(context, sentence, cue):
        yield side, series_after(context, sentence, cue)
        yield from gapped(context, cue.end, sentence[1])
    elif "by" in cue.term.facts:
        return
    elif senders := _by_sender(context, sentence, cue):
        yield from senders
    elif members := of_members(context, sentence, cue):
        yield Defaults(), members
    else:
        yield from _named(context, sentence, cue, absent)
        if cue.term.id == "member" and cue.term.facts.get("who") == "either":
            yield from for_sides(context, cue.end, sentence[1])


def _sending_side(context: Context, sentence: Stretch, cue: Cue) -> Defaults | None:
    """The side that is said to send somebody: `kommunen oppnevner …`, `politiet er representert med …`."""
    sends = "by" in cue.term.facts or context.view.lower.startswith("representert", cue.start)
    return sending(context, sentence[0], cue.start) if sends else None


def _named(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those named before or after a word, as it has its subject or its object, and those said to be so together with them."""
    stands_in = absent and cue.term.facts.get("who") == "subject"
    defaults = Defaults("deputy" if stands_in else _attendance(context, sentence, cue))
    added = in_addition(context, sentence, cue) if cue.term.facts.get("who") == "either" else None
    if added:
        yield defaults, added
        return
    named = _before_or_after(context, sentence, cue)
    if named or not (cue.term.id == "invited" and context.view.lower.startswith(" av ", cue.end)):
        yield defaults, named or series_after(context, sentence, cue)
    together = _TOGETHER.search(context.view.lower, cue.end, sentence[1]) if named else None
    if together:
        yield defaults, list(leading(context, together.end(), series_end(context, together.end(), sentence[1])))
    if cue.term.id == "invited" and (other := _ELLIPTIC.search(context.view.lower, cue.end, sentence[1])):
        yield defaults, list(leading(context, *other.span("who"), loosely=True))


def _before_or_after(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """The series before a word, or after it where it has an object: not so at the end of a sentence (`X og Y er representert`)."""
    loosely = cue.term.id in ("invited", "observer")
    if cue.term.facts.get("opens"):
        return list(leading(context, sentence[0], cue.start, loosely))
    calls = cue.term.id == "invited" and "label" not in cue.term.facts
    if cue.term.facts.get("who") == "object" and (calls or not _ENDS.match(context.view.lower, cue.end, sentence[1])):
        return series_after(context, sentence, cue)
    but = _BUT.search(context.view.lower, sentence[0], cue.start) if cue.term.id == "invited" else None
    named = list(leading(context, sentence[0], but.start(), loosely)) if but else subject(context, sentence[0], cue.start, loosely)
    if named or cue.term.id != "observer":
        return named
    if which := _WHICH.search(context.view.lower, sentence[0], cue.start):
        return [(office.start, office.end) for office in context.offices.within(sentence[0], which.start()) if office.end == which.start()]
    as_such = _AS_OBSERVER.search(context.view.lower, sentence[0], cue.start) is not None
    said = [other for other in context.cues.within("relations", *sentence) if phrase_end(context.view.lower, other, sentence[1]) is not None]
    alone = len(said) == 1 and not context.has("offices", *sentence, "secretary", "convener")
    return list(leading(context, sentence[0], cue.start, loosely and as_such)) if as_such or alone else []


def _by_sender(context: Context, sentence: Stretch, cue: Cue) -> list[tuple[Defaults, list[Stretch]]]:
    """Those named after a word by where they come from: `rådet består av: fra kommunen ordfører og rådmann, fra politiet …`."""
    start = start_after(context, sentence, cue)
    if context.view.lower.startswith(_SENDERS, start):
        return list(sent(context, (start, sentence[1])))
    return list(counted(context, cue.start, sentence[1])) if cue.term.id == "member" and context.cues.first("organisations", *sentence) else []


def _attendance(context: Context, sentence: Stretch, cue: Cue) -> str:
    """How those attend of whom a word speaks; a right to speak or to come on certain topics only is an invitation."""
    lower = context.view.lower
    label = lower.find(":", cue.end, min(sentence[1], cue.end + LABEL)) if cue.term.id == "member" else -1
    if label > 0 and "(" not in lower[cue.end : label] and (noted := attendance(lower[sentence[0] : label])):
        return noted
    if cue.term.facts.get("who") == "either" and cue.term.id == "member" and _AT_TIMES.match(lower, cue.end, sentence[1]):
        return "invited"
    right = cue.term.id == "observer" and any_in(_RIGHTS, lower[cue.start : cue.end])
    but = lower.find(" men ", cue.end, sentence[1])
    return "invited" if right and WHEN.search(lower, cue.end, but if but > 0 else sentence[1]) else attendance_of(lower, cue) or "permanent"
