"""`evaluation`: what is evaluated or revised (`subject`), how often, and whether in writing.

From sentences with `evaluere` or `revidere` and a subject: the agreement, the police council, the politikontakt (its scheme) or SLT;
several subjects give several entries. `frequency` is null where the text only says `løpende`, `undervegs`, `ved behov`.

Not this field: a guide to evaluation, the revision of a plan or of by-laws, a bare right to change the agreement.
Known gaps: a subject that only an earlier sentence names, where no pronoun in the clause's first place takes it up.

>>> from avtale.context import Context
>>> found = next(extract(Context("Avtala skal evaluerast skriftleg kvart anna år.")))
>>> found.value["subject"], found.value["written"], found.value["frequency"]["period"]
('agreement', True, 'P2Y')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import frequency
from avtale.structure import Kind, Section
from avtale.vocabulary import Cue

_SUBJECTS = (
    (
        "police_contact",
        re.compile(
            r"\bpolitikontakt(?!en\b|ar|er)\w*|\bpolitikontakten(?:s\b|\sskal\sevaluer|\sevaluer)|\b(?:ordningen?|ordninga)\smed\s(?:\w+\s)?politikontakt\w*"
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
            r"avtal(?:en|a|ane|ene|ar|er|e|eteksten)?\b|\bsamarbeidet\b(?!\si\spolitiråd)|\btjenestetilbudet\b|\btenestetilbodet\b|"
            r"\bdenne\b(?=\sskal|\s\Z)"
        ),
    ),
)
_SKIPPED = re.compile(r"\b(?:veileder|rettleiar|mal|handbok|håndbok)\w*\b|\b(?:politivedtekt|plan(?:en)?\b|handlingsplan)")
_ONGOING = re.compile(
    r"\b(?:løpende|løpande|fortløpende|fortløpande|undervegs|underveis|jevnlig|jamleg|jamt|regelmessig|ved\sbehov|etter\sbehov|når|innen|innan|før|i\sgod\stid|"
    r"første\sg[ao]ng|i\sløpet\sav|i\s20\d\d|utløp|slutten|halv|etter\s\w+\sår)"
)
_DONE = re.compile(
    r"\b(?:gjennomføre[srt]?|gjennomførast|foreta[srt]?|foretek|foretakast|gjøre[srt]?|gjør|gjerast|gjer|skjer?|skje|holdes|haldast|utføres|utførast|lag[ae]r?|legg\w*\sfram|tas\sopp|takast\sopp)\b"
)
_RIGHT = re.compile(r"\b(?:kan|be om|behov for)\b[^.]{0,40}\b(?:revider|revisjon|endr)|\brevisjon\b[^.]{0,30}\bkan\b")
_WRITTEN = re.compile(
    r"\bskrift?l[ei]g|\bpå\s(?:prent|papir)|\bskriv\w*\s(?:ein\s|en\s|eit\s|et\s)?(?:kort\s)?(?:rapport|notat|evaluering)|"
    r"\bskriv(?:es|ast)\sned|\bi\sei?t\s(?:\w+\s)?notat"
)
_ON_RESULT = re.compile(r"\W*(?:evaluering|resultat|det\b|dette\b|rapport|arbeidet\b|funna?\b|funnene)")
_OWN = re.compile(r"\b(?:eget|eige|eiga|egen|eigen|egne|sitt|sin|si|sine|seg)\b|\barbeid|\bverksem|\bvirksomhet")
_ASSESSED = re.compile(
    r"\b(?:vurder(?:e[srt]?|ast|a|t|er)?|gjennomgå(?:s|ast|tt)?|går?\sgjennom|gås\sgjennom|gåast\sgjennom|vurdering(?:a|en)?\sav|(?:gjør|gjer|gjøre|gjera)\s(?:\w+\s)?opp\sstatus)\b"
)
_PRONOUN = re.compile(r"\W*(?:han|ho|hun|den)\s(?:\w+\s){0,3}")
_AND = re.compile(r"\s(?:og|samt|eller)\s\Z")
_JOINTS = ("og", "eller", "og/eller", "samt")
_NOUN = ("evaluering", "revisjon", "egenevaluering", "eigenevaluering", "rullering")
_ACTIVE = ("er", "ere", "era")
_LAST_COMMA = 140
"""Characters from the word to a subject that it still has."""
_OBJECT = 60
"""Characters after an active verb in which its object begins."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each subject of each sentence or table row that evaluates or revises."""
    for stretch, cues in _stretches(context):
        for index, cue in enumerate(cues):
            if _is_said_by_verb(context, stretch, cues, cue):
                continue
            yield from _of_word(context, stretch, cues, index)


def _stretches(context: Context) -> Iterator[tuple[Stretch, list[Cue]]]:
    """The sentences and rows that speak of it; under its own heading those too that only look back (`vurdere`, `gå gjennom`)."""
    found: dict[Stretch, list[Cue]] = {}
    assessed: dict[Stretch, list[Cue]] = {}
    for cue in context.cues.all("evaluation"):
        if context.block(cue.start).kind is not Kind.HEADING:
            found.setdefault(context.row(cue.start) or context.sentence(cue.start), []).append(cue)
        elif cue.term.id == "evaluation" and (section := context.section(cue.start)):
            for match in _ASSESSED.finditer(context.view.lower, section.heading.end, section.end):
                assessed.setdefault(context.sentence(match.start()), [Cue(match.start(), match.end(), cue.term)])
            for row in _rows_of_subjects(context, section):
                assessed.setdefault(row, [Cue(row[1], row[1], cue.term)])
    yield from sorted((assessed | found).items())


def _rows_of_subjects(context: Context, section: Section) -> Iterator[Stretch]:
    """The rows of the tables of a section whose first cell is what is evaluated: `Politirådet | kvart år | skriftleg`."""
    for table in context.outline.tables:
        if table.section is section:
            yield from ((row.start, row.end) for row in table.rows if len(row.cells) > 1 and _named(context.view.lower[slice(*row.cells[0])]))


def _is_said_by_verb(context: Context, stretch: Stretch, cues: list[Cue], cue: Cue) -> bool:
    """Whether a noun only takes up what a verb of the sentence says: `evalueres årlig, og evalueringen legges fram`."""
    if not _is_noun(context, cue) or not any(not _is_noun(context, other) for other in cues):
        return False
    return len(cues) > 1 or not _DONE.search(context.view.lower, *stretch)


def _part(context: Context, stretch: Stretch, cues: list[Cue], index: int) -> Stretch:
    """What a sentence says of one of its words for it: all to the words before and after; those that `og` joins to it share their time."""
    last = index
    joined = index > 0 and _is_joined(context, cues[index - 1], cues[index])
    start = cues[index].start if joined else cues[index - 1].end if index else stretch[0]
    while last + 1 < len(cues) and context.view.lower[cues[last].end : cues[last + 1].start].strip() in _JOINTS:
        last += 1
    return start, cues[last + 1].start if last + 1 < len(cues) else stretch[1]


def _is_joined(context: Context, before: Cue, cue: Cue) -> bool:
    """Whether a verb has its subject from the one before: `evalueres årlig i rådet og revideres …`."""
    return not _is_noun(context, cue) and not _is_noun(context, before) and bool(_AND.search(context.view.lower, before.end, cue.start))


def _of_word(context: Context, stretch: Stretch, cues: list[Cue], index: int) -> Iterator[Candidate]:
    lower, cue = context.view.lower, cues[index]
    part = _part(context, stretch, cues, index)
    if _SKIPPED.search(lower, max(stretch[0], cue.start - 60), cue.start) or (cue.term.id == "revision" and _RIGHT.search(lower, *stretch)):
        return
    lead = index
    while lead and _is_joined(context, cues[lead - 1], cues[lead]):
        lead -= 1
    subjects = _subjects(context, stretch, _part(context, stretch, cues, lead), cues[lead])
    rate = _frequency(context, stretch, part, cue)
    if not subjects or (rate is None and not _ONGOING.search(lower, *part) and _is_noun(context, cue) and not _DONE.search(lower, *stretch)):
        return
    written = True if _WRITTEN.search(lower, *stretch) or _is_written_after(context, stretch) else None
    for subject in subjects:
        value = {"kind": cue.term.id, "subject": subject, "frequency": rate, "written": written}
        yield Candidate("evaluation", value, (stretch,), 0 if rate else 1)


def _is_written_after(context: Context, stretch: Stretch) -> bool:
    """Whether the next sentence of the paragraph says that what comes of it is written."""
    index = context.sentence_index(stretch[0]) + 1
    if index >= len(context.sentences) or context.sentences[index][0] > context.block(stretch[0]).end:
        return False
    after = context.sentences[index]
    return bool(_ON_RESULT.match(context.view.lower, *after) and _WRITTEN.search(context.view.lower, *after))


def _subjects(context: Context, stretch: Stretch, part: Stretch, cue: Cue) -> list[str]:
    """What is evaluated: what stands between the clause's start and the verb, else what follows it; of an active verb its object."""
    lower = context.view.lower
    taken_up = _taken_up(context, stretch, cue)
    if taken_up is not None:
        return taken_up
    found = _named(lower[max(part[0], cue.start - _LAST_COMMA) : cue.start])
    done = _DONE.search(lower, cue.end, part[1]) if _is_noun(context, cue) else None
    after = _named(lower[cue.end : min(done.start() if done else part[1], cue.end + _LAST_COMMA)])
    active = lower[cue.start : cue.end].endswith(_ACTIVE)
    if active and found and after and found[0] == "police_council" and not _OWN.search(lower, cue.end, min(part[1], cue.end + _OBJECT)):
        return after
    if not found and context.block(stretch[0]).marker and (active or not after) and context.row(stretch[0]) is None:
        return []
    return found or after or (["agreement"] if _own_section(context, stretch) else [])


def _taken_up(context: Context, stretch: Stretch, cue: Cue) -> list[str] | None:
    """What a pronoun in the clause's first place takes up from the sentence before: never the council, which is neuter; None without one."""
    index = context.sentence_index(stretch[0])
    if not index or not _PRONOUN.fullmatch(context.view.lower, stretch[0], cue.start):
        return None
    before = context.sentences[index - 1]
    if context.section(before[0]) is not context.section(stretch[0]):
        return None
    if _SKIPPED.search(context.view.lower, *before):
        return []
    return [name for name in _named(context.view.lower[slice(*before)]) if name != "police_council"][:1] or None


def _named(text: str) -> list[str]:
    found = [(match.start(), name) for name, pattern in _SUBJECTS for match in [pattern.search(text)] if match]
    return [name for _, name in sorted(found)]


def _own_section(context: Context, stretch: Stretch) -> bool:
    section = context.section(stretch[0])
    return section is not None and section.type in ("evaluation", "validity")


def _frequency(context: Context, stretch: Stretch, part: Stretch, cue: Cue) -> dict[str, Any] | None:
    found = list(frequency.find(context.view, *stretch)) if frequency.can_tell(context.view.lower, *stretch) else []
    near = [rate for rate in found if part[0] <= rate.start < part[1]] or (found if len(context.cues.within("evaluation", *stretch)) == 1 else [])
    return min(near, key=lambda rate: abs(rate.start - cue.start)).value if near else None


def _is_noun(context: Context, cue: Cue) -> bool:
    return context.view.lower.startswith(_NOUN, cue.start)
