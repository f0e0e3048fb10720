"""What is evaluated, by its words, and the stretches of a text that speak of it: sentences, and rows and lines under a heading for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar import frequency
from avtale.structure import Kind, Section
from avtale.vocabulary import Cue, Term, load

_SUBJECTS = (
    (
        "police_contact",
        re.compile(
            r"\bpolitikontakt(?!en\b|ar|er)\w*|\bpolitikontakten(?:s\b|\ssi(?:n|tt|ne)?\b|\sskal\sevaluer|\sevaluer)|\b(?:ordningen?|ordninga)\smed\s(?:\w+\s)?politikontakt\w*"
        ),
    ),
    (
        "slt",
        re.compile(
            r"\b(?:ordningen?|ordninga)\smed\s(?:\w+\s){0,2}?slt\w*|\bslt(?![\s-]{0,2}(?:koordinator|handlingsplan|plan))\w*(?:-?\s?\w*arbeid\w*|-\w+)?|\bsamordningsmodell\w*"
        ),
    ),
    ("police_council", re.compile(r"\bpolitiråd(?!savtal|sordning)\w*|\brådet\b|\brådets\b|\bråda\b")),
    (
        "agreement",
        re.compile(
            r"avtal(?:en|a|ane|ene|ar|er|e|eteksten)?\b|(?<!-)\bsamarbeidet\b(?!\si\spolitiråd)|\btjenestetilbudet\b|\btenestetilbodet\b|"
            r"\bdenne\b(?=\sskal|\s\Z)"
        ),
    ),
)
WRITTEN = re.compile(
    r"\bskrift?l[ei]g|\bpå\s(?:prent|papir|skrift)\b|\bnotat(?:et)?\b|\bskriv\w*\s(?:ein\s|en\s|eit\s|et\s)?(?:kort\s)?(?:rapport|evaluering)"
    r"|\bskri(?:v|v(?:es|ast)|v(?:e|et|i)|vne)\sned\b|\bpå\s(?:(?:ett?|eitt?|ei|én|éi|eit\spar|et\spar|to|tre)\s)(?:\w+\s)?(?:ark|sider?)\b"
    r"|\b(?:nedfelles|nedfellast|nedfelt)\b|\bi\s(?:ein?\s)?(?:kort\s|felles\s)?rapport\b"
)
"""Words for what is put in writing."""
_IN_FORM = re.compile(r"(?:(?:egen|eigen|felles|kort|årleg|årlig)\s)?(?:rapport|notat)")
_YES = frozenset(["ja", "x", "✓", "✔"])
_ASSESSMENT = frozenset(["vurdering", "vurderingar", "vurderinger", "årleg vurdering", "årlig vurdering"])
"""Headings under which rows and lines that say how often are of what is evaluated."""
_ASSESSED = re.compile(
    r"\b(?:vurder(?:e[srt]?|ast|a|t|er)?|gjennomgå(?:r|s|ast|tt)?|går?\sgjennom|gås\sgjennom|gåast\sgjennom|vurdering(?:a|en)?\sav|(?:gjør|gjer|gjøre|gjera)\s(?:\w+\s)?opp\sstatus|opp\stil\svurdering)\b"
)
_LABEL = re.compile(r"(?:^|(?<=\s))(?P<subject>[^\W\d][^:\n.,;]{2,40}):\s", re.MULTILINE)


def named(text: str) -> list[str]:
    """What can be evaluated, by the words of a text in lower case, in order."""
    found = [(match.start(), name) for name, pattern in _SUBJECTS for match in [pattern.search(text)] if match]
    return [name for _, name in sorted(found)]


def stretches(context: Context) -> Iterator[tuple[Stretch, list[Cue]]]:
    """The sentences and rows that speak of it; under its own heading those too that only look back (`vurdere`, `gå gjennom`)."""
    found: dict[Stretch, list[Cue]] = {}
    assessed: dict[Stretch, list[Cue]] = {}
    for cue in context.cues.all("evaluation"):
        if context.block(cue.start).kind is not Kind.HEADING:
            found.setdefault(context.row(cue.start) or context.sentence(cue.start), []).append(cue)
        elif cue.term.id == "evaluation" and (section := context.section(cue.start)):
            for match in _ASSESSED.finditer(context.view.lower, section.heading.end, section.end):
                assessed.setdefault(context.sentence(match.start()), [Cue(match.start(), match.end(), cue.term)])
            for row in (*_rows_of_subjects(context, section), *_lines_of_subjects(context, section)):
                assessed.setdefault(row, [Cue(row[1], row[1], cue.term)])
    for section in context.outline.sections:
        if context.view.lower[section.heading.start : section.heading.end] in _ASSESSMENT:
            for row in (*_rows_of_subjects(context, section), *_lines_of_subjects(context, section)):
                if next(frequency.find(context.view, *row), None):
                    assessed.setdefault(row, [Cue(row[1], row[1], _evaluation())])
    yield from sorted((assessed | found).items())


@cache
def _evaluation() -> Term:
    """The term for an evaluation, for what is called one by a heading only."""
    return next(term for term in load("evaluation") if term.id == "evaluation")


def is_written_in_row(context: Context, stretch: Stretch) -> bool:
    """Whether a row says in a cell of its own that something is put in writing: `rapport`, or `ja` under `Skriftleg`."""
    table = next((table for table in context.outline.tables if any(row.start == stretch[0] for row in table.rows)), None)
    row = next(row for row in table.rows if row.start == stretch[0]) if table else None
    if table is None or row is None:
        return False
    lower = context.view.lower
    marked = any(lower[slice(*cell)] in _YES and WRITTEN.match(lower, *head) for head, cell in zip(table.header, row.grid, strict=False))
    return marked or any(_IN_FORM.fullmatch(lower, *cell) for cell in row.cells[1:])


def subjects_of_row(context: Context, stretch: Stretch) -> list[str]:
    """What a row is about by its first cell, whoever does the evaluation by the others: `Politikontakten | rådmannen | kvart år`."""
    row = next(row for table in context.outline.tables for row in table.rows if row.start == stretch[0])
    return _named_alone(context.view.lower[slice(*row.cells[0])])


def _named_alone(cell: str) -> list[str]:
    return ["police_contact"] if cell == "politikontakten" else named(cell)


def _rows_of_subjects(context: Context, section: Section) -> Iterator[Stretch]:
    """The rows of the tables of a section whose first cell is what is evaluated: `Politirådet | kvart år | skriftleg`."""
    for table in context.outline.tables:
        if table.section is section:
            yield from ((row.start, row.end) for row in table.rows if len(row.cells) > 1 and _named_alone(context.view.lower[slice(*row.cells[0])]))


def _lines_of_subjects(context: Context, section: Section) -> Iterator[Stretch]:
    """The lines and entries of a section whose label is what is evaluated: `SLT-arbeidet: hvert annet år, skriftlig`."""
    lower = context.view.lower
    for stretch in context.sentences_at(match.start() for match in _LABEL.finditer(lower, section.heading.end, section.end)):
        label = _LABEL.match(lower, *stretch)
        told = label and (WRITTEN.search(lower, label.end(), stretch[1]) or next(frequency.find(context.view, label.end(), stretch[1]), None))
        if label and told and named(label["subject"]) and lower.find("møt", label.end(), stretch[1]) < 0 and context.row(stretch[0]) is None:
            yield stretch
