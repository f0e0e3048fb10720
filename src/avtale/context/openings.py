"""Whose hours a stretch tells by its own words: shared code of the opening hours extractor.

A stretch names the counter itself (`Passkontoret har ope …`), or goes on about the one before (`Torsdag er det stengt`): then what stands above
it tells, which `hours_above` reads.
"""

from __future__ import annotations

import re
from functools import cache

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.structure import Kind, Section
from avtale.vocabulary import Cue, forms

PHONE = re.compile(r"\btele?fon|\btlf|\bringe?\b|\bringj|\bsvara?r\b|\bsentralbord")
"""Words for hours that somebody answers the telephone in."""
NO_PLACE = re.compile(
    rf"{PHONE.pattern}|(?:kvar|hvor|når|kven|hvem)\b|(?:sted|stad|til\s?ste?de?|til\s?stades|treff\w*|kontor(?:tid|dag)?\w*|tid|adresse|dag\w*)\W*\Z"
)
"""A label before hours that names no place."""
NOBODY = ("none", "house")
"""Those whose hours are no part of the record."""
_PLACED = re.compile(r"\b(?:på|i|ved|hos|hjå|til|frå|fra|av|under|over|utenfor|utanfor)\s(?:(?!og\b)[\w-]+\s)?\Z")
_OF_HOURS = re.compile(r"tid(?:en|a|er|ene|ane)\s(?:på|i|ved|hos|hjå|til|for|av)\s(?:[\w-]+\s)?\Z")
_RELATIVE = re.compile(r"\w*(?:\s(?:på|i|ved)\s[\w-]+)?,?\ssom\s(?:har|er|held|holder)\b")
POLICE = re.compile(
    r"\bpolitiet\b|\bvi\b|\bme\b|\bj?eg\b|\blensmann(?:en)?\b(?!\si\s)|\b(?:lensmanns|politi)folk\w*|\b(?:politi|lensmanns)?(?:betjent(?:en|er|ene|ar|ane)\b|(?:tj|t)enestem[ae]nn)|\b(?:en|ein|én|éin)\s\w*betjent\b"
)
_NO_POLICE = re.compile(r"\bpolitiet\s(?:har|er|held|holder|kjem|kommer)\s(?:\w+\s)?(?:ingen|ikk?j?e|aldri)\b")
"""Of hours of a house in which the police are not."""
THERE = re.compile(
    r"\boppmøte|\btil\s?ste?des?\b|\btil\s?stades\b|\bkontor|\btreff|\b\w*(?:rom|lokale)(?:met|t)?\b|\bsit(?:t|ter)?\b|\bt(?:ar|ek)\s(?:\w+\s){0,3}?imot\b|\bå\sfinn[ea]\b"
)
_OFFICE = re.compile(r"\bkontoret\b")
"""The office of the police, where nothing says whose it is."""
_AND = re.compile(r",\s(?:og|men|samt)\s")
_THITHER = re.compile(r"\W*(?:dit|der|her|hit)\b")
_HERS = re.compile(r"\b(?:hans|hennes|hennar|han|hun|ho|henne)\b")
_OFFICERS = re.compile(r"betjent(?:en|er|ene|ar|ane)\b")
"""Those who are no word for an office that is staffed."""
_AN_OFFICER = re.compile(r"\b(?:en|ein|én|éin)\s(?:politi|lensmanns)?\Z")
_MEETING = re.compile(
    r"\w+møt(?:e|et|er|a|ene)\b|\bmøt(?:e(?!\s(?:fram|frem|opp))|er(?!\s(?:fram|frem|opp))|et|es|ast|est|a|ene|ane|i|te)\b"
    r"|\bmøtetid|\bsamling|\bkurs\b|\bseminar"
)
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)")
_LABEL = re.compile(r"[^:.;\n]{2,60}?(?=\s?:|\s[–-]\s)")
_SHORT_HEAD = 14
"""Characters before the first day or time of a stretch that are too few to name somebody."""
LABEL_SIZE = 40
"""Characters of the longest line that counts as a label."""


def named(context: Context, start: int, end: int) -> Cue | None:
    """The last counter or role that a stretch is about; one that only says where, as a house after it does, stands back for others."""
    strong = weak = None
    for cue in context.counters.within(start, end):
        if cue.term.id == "house" and strong and strong.term.id not in NOBODY:
            continue
        if not _is_place(context, start, cue):
            strong = cue
        elif cue.term.id not in NOBODY:
            weak = cue
    return strong or weak


def _is_place(context: Context, start: int, cue: Cue) -> bool:
    """Whether a word only says where: it stands after a preposition, and nothing is said of it."""
    lower = context.view.lower
    if not _PLACED.search(lower, max(start, cue.start - 30), cue.start) or _RELATIVE.match(lower, cue.end):
        return False
    return not _OF_HOURS.search(lower, max(start, cue.start - 40), cue.start)


def purpose_of(cue: Cue) -> str:
    """What the record calls whom a word names; `none` for those that are no part of it."""
    return "none" if cue.term.id in (*NOBODY, "slt_coordinator") else cue.term.id


def own_purpose(context: Context, stretch: Stretch, first: int) -> str | None:
    """Whose hours a stretch tells by its own words, with the first day or time at `first`; None where it goes on about somebody."""
    start, end = stretch
    lower = context.view.lower
    cue = named(context, start, first)
    if cue and not (cue.term.id == "house" and is_about_contact(context, start)):
        purpose = purpose_of(cue)
        return "police_contact" if purpose == "police_office" and is_hers(context, stretch, first) else purpose
    if _NO_POLICE.search(lower, start, end):
        return "none"
    open_ = next((cue for cue in context.cues.within("openness", start, end) if not _is_officer(lower, start, cue)), None)
    if not open_ and _MEETING.search(lower, start, end):
        return "none"
    others = (cue for cue in context.counters.within(first, end) if not (cue.term.id == "house" and is_about_contact(context, start)))
    later = next((cue for cue in others if not _is_place(context, start, cue) and not (open_ and _AND.search(lower, max(first, open_.end), cue.start))), None)
    if later:
        return purpose_of(later)
    if _HERS.search(lower, start, end) or (open_ and open_.end < first and lower.find("tid", open_.start, open_.end) > 0):
        return None
    if POLICE.search(lower, start, end) and (open_ or THERE.search(lower, start, end)):
        return "public_counter" if is_office_open(context, stretch) else "police_office"
    return None if first - start < _SHORT_HEAD or _goes_on(context, stretch, first) else "none"


def _is_officer(lower: str, start: int, cue: Cue) -> bool:
    """Whether `betjent` is somebody, and not what an office is."""
    return bool(_OFFICERS.match(lower, cue.start)) or (lower.startswith("betjent", cue.start) and bool(_AN_OFFICER.search(lower, start, cue.start)))


def is_hers(context: Context, stretch: Stretch, first: int) -> bool:
    """Whether an office day is the politikontakt's own: she is named before it, or goes on being spoken of."""
    start, end = stretch
    contact = any(cue.term.id == "police_contact" for cue in context.cues.within("roles", start, first))
    return (
        contact
        or bool(_HERS.search(context.view.lower, start, end))
        or (not POLICE.search(context.view.lower, start, end) and is_about_contact(context, start))
    )


def is_about_contact(context: Context, position: int) -> bool:
    """Whether the paragraph or the section is about the politikontakt."""
    section = context.section(position)
    if any(part.type == "police_contact" and _names_her_alone(context, part) for part in (section.lineage() if section else ())):
        return True
    return any(cue.term.id == "police_contact" for cue in context.cues.within("roles", context.block(position).start, position))


def _names_her_alone(context: Context, section: Section) -> bool:
    """Whether a heading names no other officer beside her: `Lensmannen og politikontakten`."""
    return all(cue.term.id == "police_contact" for cue in context.cues.within("roles", section.heading.start, section.heading.end))


def pointed_to(context: Context, stretch: Stretch) -> Stretch | None:
    """The sentence whose place a stretch goes on about: `Politiet har et rom på rådhuset. Der …`."""
    index = context.sentence_index(stretch[0]) - 1
    before = context.sentences[index] if index >= 0 and _THITHER.match(context.view.lower, *stretch) else None
    return before if before and before[0] >= context.block(stretch[0]).start else None


def _goes_on(context: Context, stretch: Stretch, first: int) -> bool:
    """Whether a stretch begins with a word by which it goes on about somebody, or is an entry with a label of its own."""
    start = stretch[0]
    word = _FIRST_WORD.match(context.view.lower, start, first)
    return word is None or word[1] in _openers() or label(context, (start, first)) is not None or context.block(start).kind is Kind.ITEM


@cache
def _openers() -> frozenset[str]:
    return frozenset(forms("hours_openers"))


def label(context: Context, stretch: Stretch) -> Stretch | None:
    """What a line names before a colon or a dash: `Tilrem skole: hver mandag …`; none that only says days or hours."""
    match = _LABEL.match(context.view.text, *stretch)
    if match is None:
        return None
    word = _FIRST_WORD.match(context.view.lower, *match.span())
    if word is None or word[1] in _openers() or context.cues.within("weekdays", *match.span()) or context.cues.within("openness", *match.span()):
        return None
    return match.span()


def is_office_open(context: Context, stretch: Stretch) -> bool:
    """Whether a stretch says that `kontoret` is open, which is the police's where nobody else's is named."""
    return context.cues.first("openness", *stretch) is not None and _OFFICE.search(context.view.lower, *stretch) is not None
