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
from itertools import chain

from avtale.context import Candidate, Context, Stretch
from avtale.context.answered import IT_LIES, answered
from avtale.context.attendance import attendance
from avtale.context.clauses import leading, trailing
from avtale.context.forums import Forum
from avtale.context.named_officers import Named, officer_in_cell, read_officer
from avtale.context.office_words import DEFINITE, forum_of, is_said_of_forum, is_when_called
from avtale.context.officeholders import PREPOSITION, goes_on, holder, noted
from avtale.context.officers import lists_of_tasks, officer_of_row
from avtale.context.people import trimmed
from avtale.context.roster_cells import says_how, sender
from avtale.grammar.anchor import any_in
from avtale.structure import Kind
from avtale.structure.block import Row
from avtale.vocabulary import Cue

_ANOTHER = ("det rådet", "dette rådet")
_PRONOUN = re.compile(r"\W*(?:han|hun|ho|vedkommende|vedkomande|sistnevnte|sistnemnde)\b")
_LATTER = ("sistn",)
"""How the pronoun begins that stands for the last one named."""
_PRONOUN_BEFORE = re.compile(r",\s(?:og\s)?(?:han|hun|ho)\s(?:\w+\s)?\Z")
_AND_LEADS = re.compile(r"\sog\s(?:leder|leier|styrer|fører|skriver|skriv|kaller|kallar|innkaller|innkallar)\s(?!for\b|av\b|i\b|ved\b)")
"""A verb that goes on with the subject of its sentence."""
_IT_IS = re.compile(r"(?:det|dette)\s(?:gjør|gjer|er)\s")
_AND_MINUTES = re.compile(r"(?:,\s[\w-]+){0,2}\s(?:og|samt)\s(?:(?:fører|skriver|skriv|føring\sav)\s)?(?:møte)?(?:referat|protokoll|møtebok)")
_DONE_BY = re.compile(r"\s(?<!vegne\s)(?<!vegner\s)(?<!oppdrag\s)(?:av|frå|fra)\s\Z")
_ASKED = re.compile(r"\b(?:med|til|fra|frå|hos|hjå)\s\Z")
_AND = re.compile(r"\s(?:og|samt)\s(?:\w+\s)?")
_OF_OFFICERS = ({"office"}, {"role", "name"}, {"role", "attendance"})
"""Columns of tables of which a row can tell of an officer."""
_INDEFINITE = {"leder": "chair", "leiar": "chair", "møteleder": "chair", "møteleiar": "chair", "sekretær": "secretary"}
"""Words for the holder of an office, as if they were his title: `Leder innkaller`."""
_SET_OFF = ("", ":", "|")
"""What stands between a label and what it is the label of, blanks left out."""
_EXTRAORDINARY = ("haste", "ekstra")


class _Known:
    """The officers of a text's forums as they become known, so that `sekretæren kaller inn` can be understood."""

    def __init__(self) -> None:
        self._by_office: dict[tuple[str, str], Named] = {}
        self.last: Named | None = None
        self.sentence = (0, 0)
        """The sentence that told of the last one."""

    def note(self, forum: Forum, facet: str, named: Named, sentence: Stretch) -> None:
        self._by_office.setdefault((forum.type, facet), named)
        self.last, self.sentence = named, sentence

    def holder(self, forum: Forum, facet: str) -> Named | None:
        return self._by_office.get((forum.type, facet))


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each officer that a sentence, a line or a member's note names."""
    known = _Known()
    lists = lists_of_tasks(context)
    rows = _rows_of_officers(context)
    answers = answered(context)
    told_of = {context.block(cell.row[0]).line for cell in context.forum_cells}
    yield from _of_forum_tables(context)
    for sentence in sorted({*context.sentences_with("offices"), *answers}):
        topic, kind = context.forums.at(sentence[0]), context.block(sentence[0]).kind
        if topic is None or kind is Kind.HEADING or context.block(sentence[0]).line in told_of or _is_of_another(context, sentence):
            continue
        rank = any_in(_EXTRAORDINARY, context.view.lower[slice(*sentence)]) + (not context.forums.is_sure(*sentence))
        row = rows.get(sentence[0])
        if row and _leads_elsewhere(context, row):
            continue
        member = officer_of_row(context, row) if row else None
        bearer = lists.get(sentence[0]) if kind is Kind.ITEM else None
        told: Iterator[tuple[Forum, str, Named]]
        if sentence in answers:
            told = chain(_of_heading(context, sentence, topic, answers[sentence]), _of_sentence(context, sentence, topic, known, bearer))
        elif row and member:
            told = _of_member(context, row, topic, member)
        else:
            told = _of_sentence(context, sentence, topic, known, bearer)
        for forum, facet, named in told:
            known.note(forum, facet, named, sentence)
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, facet: named[0]}, (named[1],), rank)


def _rows_of_officers(context: Context) -> dict[int, Row]:
    """The rows of rosters that can tell of an officer, by where they begin, and each cell where it has a line of its own."""
    rows = [row for table in context.outline.tables for row in table.rows if any(columns <= row.columns.keys() for columns in _OF_OFFICERS)]
    return {at: row for row in rows for at in (row.start, *(cell[0] for cell in row.cells))}


def _of_forum_tables(context: Context) -> Iterator[Candidate]:
    """The officers in the cells under `Leder` or `Sekretær` of a table with a row for each forum."""
    for forum, header, cell, _ in context.forum_cells:
        office = context.cues.first("offices", *header)
        named = officer_in_cell(context, cell) if office and ("particle" not in office.term.facts or office.end < header[1]) else None
        if office and named:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, office.term.id: named[0]}, (named[1],))


def _of_heading(context: Context, sentence: Stretch, topic: Forum, cues: list[Cue]) -> Iterator[tuple[Forum, str, Named]]:
    """The officer whom a sentence names under a heading."""
    pointing = _IT_IS.match(context.view.lower, *sentence) or IT_LIES.match(context.view.lower, *sentence)
    stretch = next(leading(context, pointing.end() if pointing else sentence[0], sentence[1]), None)
    verb = context.cues.first("verbs", sentence[0] if pointing is None else pointing.end(), stretch[1] + 1) if stretch else None
    named = read_officer(context, stretch) if stretch and verb is None else None
    if named:
        yield from ((topic, cue.term.id, named) for cue in cues)


def _is_of_another(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence is a question, or speaks of a council that is not this one."""
    lower = context.view.lower
    return lower.endswith("?", *sentence) or any_in(_ANOTHER, lower[slice(*sentence)])


def _of_sentence(context: Context, sentence: Stretch, topic: Forum, known: _Known, bearer: Named | None) -> Iterator[tuple[Forum, str, Named]]:
    """The officers of a sentence; a later word without a holder of its own goes on with the last one."""
    cues = [cue for cue in context.cues.within("offices", *sentence) if is_said_of_forum(context, sentence, cue)]
    last = bearer or _spoken_of(context, sentence, known, cues)
    start = sentence[0]
    for index, cue in enumerate(cues):
        end = _clause_end(context, sentence, cue, next(iter(cues[index + 1 :]), None))
        stretch = noted(context, sentence, cue) or holder(context, (start, end), cue)
        forum = forum_of(context, cue, sentence[1]) or topic
        by_office = _INDEFINITE.get(context.view.lower[slice(*stretch)]) if stretch else None
        if by_office:
            stretch, named = None, known.holder(forum, by_office)
        else:
            named = read_officer(context, stretch) if stretch else _by_office(context, forum, known, cue, cues[index + 1 : index + 2])
        subject = DEFINITE.get(context.view.lower[cue.start : cue.end]) or ("chair" if _is_whoever(context, start, cue) else None)
        if subject and named is None:
            last = last if PREPOSITION.search(context.view.lower, start, cue.start) else known.holder(forum, subject) or last
        elif named or (last and _goes_on(context, (start, cue.start), cue, last)):
            last = named or last
            if last:
                yield forum, cue.term.id, last
                if cue.term.id == "convener" and _AND_MINUTES.match(context.view.lower, cue.end, sentence[1]):
                    yield forum, "secretary", last
        start = stretch[1] if stretch and cue.end < stretch[1] < end else cue.end


def _goes_on(context: Context, between: Stretch, cue: Cue, last: Named) -> bool:
    """Whether a word without a holder of its own goes on with the last one, and does not name somebody whom he asks: `etter avklaring med leder`."""
    start, end = between
    if cue.term.id == "chair" and _ASKED.search(context.view.lower, start, end):
        return False
    return goes_on(context, (max(start, last[1][1]) if last[1][0] >= start and last[1][1] <= end else start, end), cue)


def _clause_end(context: Context, sentence: Stretch, cue: Cue, other: Cue | None) -> int:
    """Where what is said by a word ends: at the next one, but for two passives of one agent (`innkalles og ledes av ordføreren`)."""
    if other is None:
        return sentence[1]
    joint = cue.term.facts.get("voice") == other.term.facts.get("voice") == "passive" and _AND.fullmatch(context.view.lower, cue.end, other.start)
    return sentence[1] if joint else other.start


def _is_whoever(context: Context, start: int, cue: Cue) -> bool:
    """Whether a verb only says that the chair is spoken of: `Den som leder møtene, kaller inn`."""
    return cue.term.id == "chair" and context.view.lower.endswith("den som ", start, cue.start)


def _leads_elsewhere(context: Context, row: Row) -> bool:
    """Whether a row has somebody whose office is that of an organisation that is no party: `NAV Nordreisa | Kari Moen | leder`."""
    role, where = row.columns.get("role"), row.columns.get("organisation")
    return bool(role and where and "name" in row.columns and says_how(context, role) and sender(context, where) is None and where[0] < where[1])


def _of_member(context: Context, row: Row, topic: Forum, member: Named) -> Iterator[tuple[Forum, str, Named]]:
    """The offices of whom a row is about, where a cell of it tells: `Kari Moen | rektor | sekretær`."""
    for cell in row.cells:
        alone = says_how(context, cell)
        for cue in context.cues.within("offices", *cell):
            if is_when_called(context, cell[0], cue) or (cue.term.id == "convener" and attendance(context.view.lower[slice(*cell)]) == "invited"):
                continue
            if cue.term.facts.get("voice") != "passive" if alone else is_said_of_forum(context, (row.start, row.end), cue):
                yield topic, cue.term.id, member


def _spoken_of(context: Context, sentence: Stretch, known: _Known, cues: list[Cue]) -> Named | None:
    """Whom a pronoun stands for that a sentence begins with, or that stands before a word: `Kari Moen er …, og hun leder gruppen`."""
    if _PRONOUN.match(context.view.lower, *sentence):
        return _meant(context, sentence, known)
    if not any(_goes_on_about_him(context, sentence, cue) for cue in cues):
        return None
    first = next(leading(context, *sentence), None)
    return read_officer(context, first) if first else None


def _goes_on_about_him(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word goes on about whom its sentence begins with: `…, og hun leder gruppen`, `… og leier SLT-gruppa`."""
    lower = context.view.lower
    return bool(_PRONOUN_BEFORE.search(lower, sentence[0], cue.start) or _AND_LEADS.match(lower, cue.start - len(" og "), sentence[1]))


def _meant(context: Context, sentence: Stretch, known: _Known) -> Named | None:
    """Whom a pronoun that a sentence begins with stands for: the officer or the first one named in the sentence before, else the last officer."""
    index = context.sentence_index(sentence[0])
    before = context.sentences[index - 1] if index else known.sentence
    if context.view.lower.startswith(_LATTER, sentence[0]):
        named = trailing(context, *trimmed(context, before))
        return read_officer(context, named[-1]) if named else None
    first = next(leading(context, *before), None) if before != known.sentence else None
    return (read_officer(context, first) if first else None) or known.last


def _by_office(context: Context, forum: Forum, known: _Known, cue: Cue, following: list[Cue]) -> Named | None:
    """Who does something that is done by the holder of another office: `innkalling sendes av sekretæren`, `Innkalling: leiaren`."""
    for other in following:
        labelled = context.view.lower[cue.end : other.start].strip() in _SET_OFF
        words = context.view.lower[other.start : other.end]
        office = other.term.id if labelled else DEFINITE.get(words) or _INDEFINITE.get(words)
        if office and cue.term.id == "convener" and (labelled or _DONE_BY.search(context.view.lower, cue.end, other.start)):
            return known.holder(forum, office)
    return None
