"""`bodies[].meetings`: how often a forum meets.

`Det avholdes 4 møter pr år`, `Rådet møtes kvartalsvis`, `Gruppa har ti møte i året`. Two frequencies that contradict each other give a notice.

Not this field: the meetings of a municipal council or a neighbour's forum, how often one member comes (`BUP er med 4 ganger i året`), what an
amendment repeals.
Known gaps: a meeting plan that is an attachment.

>>> from avtale.context import Context
>>> found = next(extract(Context("Politirådet møtes minst to ganger i halvåret.")))
>>> found.value["meetings"]["times"], found.value["meetings"]["period"], found.value["meetings"]["bound"]
(2, 'P6M', 'at_least')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context import Candidate, Context, Stretch
from avtale.context.forums import FOREIGN, Forum
from avtale.context.meeting_plans import plans
from avtale.context.roster_cells import label_of
from avtale.context.stems import sentences_saying
from avtale.grammar import frequency
from avtale.grammar.found import Found
from avtale.structure import Block, Kind, Section

_MEETS = re.compile(
    r"møt(?:e[rt]?|es|ast|est|ene|ane|a|i)?\b|\bpolitirådsmøt|\bmøtefrekvens|\bmøtehyppighet|\bmøteplan|\bmøted(?:ag|at)|\bavholdes|\bsamling|\bsaml(?:es|ast|ar|er|et)\b|\b(?:er|blir|vert)\s(?:\w+\s)?samla\b|\bhaldast|\b(?:vert|blir)\s(?:\w+\s)?(?:halde|haldne|halda|holdt|gjennomført|arrangert)\b|\btreff(?:es|ast|est)?\b"
    r"|\bk(?:jem|ommer|oma|ome|omme)\ss[am]m+[ae]n|\bk(?:jem|oma|ome)\s(?:saman|i\s?hop)|\b(?:tr(?:er|e|år)|sitter|sit)\ss[am]m+[ae]n|\binnkall(?:er|ar|a|ast|es|t)\b|\bs[am]+[ae]nkall|\bkall\w*\s(?:\w+\s)?(?:sammen|saman|inn\still)\b"
)
_STEMS = ("møt", "saml", "treff", "avhold", "hald", "holdt", "gjennomført", "arrangert", "saman", "sammen", "hop", "kall")
"""Of which one stands in whatever `_MEETS` matches."""
_MEETING_ITEM = re.compile(
    r"\W*(?:det\s|rådet\s|politirådet\s|gruppa\s|gruppen\s|forumet\s|faste\s|ordinære\s|skal\s|antall\s|tal\s)*"
    r"(?:(?:har|ha|held|holder)\s(?:[\w-]+\s){1,3}?møte[rnt]?|møte(?=\W+(?:hver|kvar|minst|minimum|inntil|anna|anne|en|ei|én|éi|to|tre|fire|fem|seks|år|måned|månad|kvartal|halvår|\d)|\s*:)|møter|møtes|møtest|møtast|møtefrekvens|møtehyppighet|avholdes|ha\smøte|halde\smøte|holde\smøte|skal\s(?:avholdes|haldast))\b"
)
_ATTENDS = re.compile(
    r"\b(?:er|var)\smed\b|\bdeltar\b|\bdeltek\b|\binviter|\borienter|\brapporter|\bskal\smøte\si\b|\bhvis\b|\bdersom\b|\btidlegare\b|\btidligere\b|\bi\ssnitt\b|\bfram\still\sno\b"
)
_EVALUATES = re.compile(
    r"\bevaluer|\brevider|\brullerast|\bberedskapsøv|\bopphev"
    r"|[»”]\s(?:utgår|går\sut|strykes|strykast|fell(?:er)?\s(?:bort|vekk))\b(?!\stil\b)"
)
_OUTSIDE = re.compile(
    r"\bikk?j?e\s(?:en\s|ein\s)?del\sav\b|\breguler\w+\sikk?j?e\b|\b(?:sine|sitt|sin)\s(?:egne|eigne|eget|eige)\b|\bs\segne\smøt|\btil\s(?:orientering|sammenlik?gning|samanlikning|jamføring)\b"
)
_COUNCIL_OF = re.compile(r"(?i:politirådet)\si\s(?P<place>[A-ZÆØÅ][\w-]+)")
_MEET_EACH_OTHER = re.compile(r"\bmøt(?:es|est|ast)\b")
_COMES = re.compile(r"\bmøter\si\b")
_WITH = re.compile(r"\bmøte\w*\s(?:\w+\s)?med\s")
_MEANWHILE = re.compile(r"[,;]?\s(?:mens|medan|og)\s|;\s")
_HOW_OFTEN = re.compile(r"\bmøt|frekvens|hyppig|hyppigheit|kor\softe|hvor\softe|samling")
_TAKES_TURNS = re.compile(
    r"\b(?:led(?:er|es)|leier|leiast|(?:skift|veksl|roter|sirkul|rull|alterner)\w+)\s(?:\w+\s){0,2}\Z|\b(?:led(?:es|et)|leia?st|leidd)\sav\s(?:(?!møt|saml)[^.;,]){3,60}\sog\s(?!møt|saml|har\b|hev\b|held|holde)\w+\s\Z"
)
"""Before the time that somebody leads the meetings at a stretch: `leder møtene annethvert år`."""
_PAST = re.compile(r"\b(?:har|hev|hadde)\s(?:\w+\s){0,3}(?:hatt|havt|vore|vori|vært)\s(?:\w+\s)?\Z|\b(?:var|sa|sto|stod)\s(?:\w+\s){0,2}\Z|(?<!\w)før:\s?\Z")
"""Before how often a forum met until now: `rådet har hatt seks møter i året`."""
_INSTEAD = re.compile(r"\b(?:erstatt\w+|avløs\w+|avløys\w+|byt\w+|endr\w+|gjer\w+\som|blir|vert)\s(?:ut\s)?(?:av|med|til)\s[«“]?\Z")
"""Before how often it meets from now on: `«annenhver måned» erstattes av fire møter i året`."""
_OF_MEETINGS = re.compile(r"\bav\s(?:\w+\s)?(?:møt\w+|dem|dei|desse|disse)\b")
"""Of meetings that are counted elsewhere some: `ett av møtene i året`."""
_DEADLINE = re.compile(r"\binn[ea]n\s(?:ut(?:gangen|gongen|løpet)\sav\s)?\Z")
_A_MEETING = re.compile(r"(?:årets|(?:det\s)?(?:siste|første|fyrste|neste)\s(?:\w+\s)?\w*møte)")
"""How words begin that speak of one meeting of many: `siste møtet i året`."""
_AT_A_MEETING = re.compile(r"\s(?:i|på|ved)\s(?:\w+s\s|det\s)?(?:årets\s)?(?:siste|første|fyrste|neste)\s\w*møte")
"""After how often something is done at one of the meetings: `årlig i rådets siste møte`."""
_SUBJECT = 45
"""Characters of a clause in which it names the forum that it is about."""
_TITLE_BLOCK = 800
"""Characters at the start of a document in which its municipalities are named."""
_UNCOUNTED = 2
"""How much less surely the names of months tell a frequency than a count does."""
_DESCRIBES = re.compile(
    r"\s(?!\w*(?:møte|samling|treff|dialog))[a-zæøå-]*(?:plan|rapport|oversikt|oversyn|melding|statistikk|evaluering|budsjett|gjennomgang|hjul|undersøk)\w*"
)
"""After a word for how often that only describes something else: `en årlig handlingsplan`."""
_PLANNED = 5
"""How little the number of meetings in a plan tells where a frequency is told in words."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each frequency of meetings."""
    yield from _of_forum_tables(context)
    yield from _of_labels(context)
    yield from _of_plans(context)
    sections = (section for section in context.outline.sections if section.type == "meetings")
    speaking = set(sentences_saying(context, *_STEMS)).union(*(_answers(context, section) for section in sections))
    for sentence in context.sentences_with("periods", "recurrences", "seasons", "months", "weekdays"):
        if sentence not in speaking or not _can_tell(context, sentence):
            continue
        for clause, forum in _clauses(context, sentence):
            counted = _of_meetings(context, clause)
            found = counted or _in_months(context, clause)
            if found:
                value = {"type": forum.type, "name": forum.name, "meetings": found.value}
                yield Candidate("bodies", value, ((found.start, found.end), sentence), _rank(context, sentence) + (0 if counted else _UNCOUNTED))


def _of_forum_tables(context: Context) -> Iterator[Candidate]:
    """The frequencies in the cells of a table with a row for each forum, under a header that speaks of meetings."""
    for forum, header, cell, row in context.forum_cells:
        if _HOW_OFTEN.search(context.view.lower, *header):
            found = next(iter(frequency.find(context.view, *cell)), None)
            if found:
                yield Candidate("bodies", {"type": forum.type, "name": forum.name, "meetings": found.value}, ((found.start, found.end), row))


def _of_labels(context: Context) -> Iterator[Candidate]:
    """The frequencies beside a label in a table under the heading of a forum: `Møtetal | kvar andre månad`."""
    for table in context.outline.tables:
        forum = context.forums.heading(table.section)
        for row in table.rows if forum else ():
            found = next(iter(frequency.find(context.view, *row.cells[1])), None) if label_of(context, row) == "meetings" else None
            if forum and found:
                value = {"type": forum.type, "name": forum.name, "meetings": found.value}
                yield Candidate("bodies", value, ((found.start, found.end), (row.start, row.end)))


def _of_plans(context: Context) -> Iterator[Candidate]:
    """The meetings of a plan for a year, which count where no sentence does."""
    for times, (start, end) in plans(context):
        forum = context.forums.at(start)
        if forum:
            rate: dict[str, Any] = {"times": times, "times_max": None, "period": "P1Y", "bound": "exact", "preferred": [], "text": context.read(start, end)}
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "meetings": rate}, ((start, end),), _PLANNED)


def _clauses(context: Context, sentence: Stretch) -> Iterator[tuple[Stretch, Forum]]:
    """The sentence with its forum, or where its clauses are about several (`…, mens SLT-forumet møtes månedlig`) each with its own."""
    forum = context.forums.at(sentence[0])
    start = sentence[0]
    for match in _MEANWHILE.finditer(context.view.lower, *sentence):
        other = context.forums.named(match.end(), min(sentence[1], match.end() + _SUBJECT))
        if (
            forum
            and other
            and other[1] != forum
            and _MEETS.search(context.view.lower, start, match.start())
            and _MEETS.search(context.view.lower, other[0], sentence[1])
        ):
            yield (start, match.start()), forum
            start, forum = match.end(), other[1]
    if forum:
        yield (start, sentence[1]), forum


def _can_tell(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence or entry can say how often a forum meets: it speaks of meetings, and of nobody else's."""
    lower = context.view.lower
    block = context.block(sentence[0])
    alone = block.kind is Kind.ITEM and sentence[1] - sentence[0] >= block.size
    if block.kind is Kind.HEADING or (
        alone and not _MEETING_ITEM.match(lower, _new_words(context, sentence), sentence[1]) and not _is_answer(context, sentence)
    ):
        return False
    return not (
        _is_of_evaluation(context, sentence) or _OUTSIDE.search(lower, *sentence) or _is_neighbours(context, sentence) or _is_of_people(context, sentence)
    )


def _new_words(context: Context, sentence: Stretch) -> int:
    """Where the words begin that an entry of an amendment puts into the agreement: `Punkt 3 skal lyde: «Rådet møtes …`."""
    colon = context.view.text.find(":", *sentence) if context.is_amendment else -1
    return sentence[0] if colon < 0 else colon + 1


def _is_of_evaluation(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence, or a row under the heading for it, is about what is evaluated: `Avtalen | hvert annet år | i et møte`."""
    section = context.section(sentence[0]) if context.row(sentence[0]) else None
    return (section is not None and section.type == "evaluation") or _EVALUATES.search(context.view.lower, *sentence) is not None


def _is_neighbours(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence is about the council of a municipality that the document is not about."""
    if context.view.lower.find("politirådet", *sentence) < 0:
        return False
    match = _COUNCIL_OF.search(context.view.text, *sentence)
    return match is not None and match.start() - sentence[0] < _SUBJECT and match["place"] not in context.view.text[:_TITLE_BLOCK]


def _is_of_people(context: Context, sentence: Stretch) -> bool:
    """Whether some people are said to meet, and no forum: `SLT-koordinatoren og politikontakten møtes hver mandag`."""
    lower = context.view.lower
    verb = _COMES.search(lower, *sentence) or (None if context.forums.is_named(*sentence) else _MEET_EACH_OTHER.search(lower, *sentence))
    return verb is not None and context.offices.first(sentence[0], verb.start()) is not None


def _answers(context: Context, section: Section) -> Iterator[Stretch]:
    """The first sentence of a section, and those that begin with the name of a forum as a label: `SLT-gruppa: to ganger i halvåret`."""
    body = context.outline.blocks[section.first : context.outline.block_at(section.end - 1) + 1]
    yield from (context.sentence(block.start) for index, block in enumerate(body) if index == 0 or _is_labelled(context, block))


def _is_labelled(context: Context, block: Block) -> bool:
    """Whether a line begins with the name of a forum and a colon."""
    colon = context.view.text.find(":", block.start, min(block.end, block.start + _SUBJECT))
    return colon > 0 and context.forums.is_named(block.start, colon)


def _is_answer(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence stands first under a heading of meetings, or after the name of a forum there, and so is about them."""
    section, index = context.section(sentence[0]), context.outline.block_at(sentence[0])
    if section is None or section.type != "meetings":
        return False
    return index == section.first or _is_labelled(context, context.outline.blocks[index])


def _rank(context: Context, sentence: Stretch) -> int:
    """How surely a frequency is the forum's: its sentence speaks of it, or the heading above it does, or nothing says otherwise."""
    if context.forums.is_named(*sentence):
        return 0
    section = context.section(sentence[0])
    return 1 if section and (section.type in ("meetings", "police_council", "members") or context.forums.is_sure(*sentence)) else 2


def _of_meetings(context: Context, sentence: Stretch) -> Found | None:
    """The first frequency of a sentence that is one of meetings."""
    lower = context.view.lower
    rates = [found for found in frequency.find(context.view, *sentence) if found.value["period"] != "P1D" and not _DESCRIBES.match(lower, found.end)]
    said = [found for found in rates if _is_of_meetings(context, sentence, found)]
    instead = (found for found in said if _INSTEAD.search(context.view.lower, sentence[0], found.start))
    return next(instead, said[0] if said else None)


def _in_months(context: Context, clause: Stretch) -> Found | None:
    """The months in which a forum meets, which count the meetings where nothing else does."""
    return frequency.in_months(context.view, *clause) if len(context.cues.within("months", *clause)) > 1 else None


def _is_of_others(context: Context, start: int, end: int) -> bool:
    """Whether an organ or a group is spoken of that is not the one of the heading above."""
    section = context.section(start)
    heading = context.view.lower[section.heading.start : section.heading.end] if section else ""
    return any(match[0][:-1] not in heading for match in FOREIGN.finditer(context.view.lower, start, end))


def _is_of_meetings(context: Context, sentence: Stretch, found: Found) -> bool:
    lower = context.view.lower
    start, end = sentence
    clause = max(start, max(lower.rfind(mark, start, found.start) for mark in (";", " mens ", " medan ")))
    before = lower[clause : found.start]
    company = _WITH.search(lower, clause, end)
    if (
        _A_MEETING.match(found.value["text"].lower())
        or _AT_A_MEETING.match(lower, found.end, end)
        or _is_of_others(context, clause, found.start)
        or _OF_MEETINGS.search(found.value["text"].lower())
        or _ATTENDS.search(before)
        or _TAKES_TURNS.search(before)
        or _PAST.search(before)
        or _DEADLINE.search(before)
        or (company and FOREIGN.match(lower, company.end()))
    ):
        return False
    return _is_answer(context, sentence) or bool(_MEETS.search(before[-80:]) or _MEETS.search(lower, found.start, min(end, found.end + 60)))
