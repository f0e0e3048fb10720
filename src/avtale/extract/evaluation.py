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
from avtale.context.evaluated import WRITTEN, is_written_in_row, named, stretches, subjects_of_row
from avtale.grammar import frequency
from avtale.vocabulary import Cue

_AT_THE_SAME_TIME = re.compile(r"\s(?:samtidig|samstundes)\b")
"""What takes up the time of the sentence before."""
_FIRST = re.compile(r"\W*(?:den\s)?(?:første|fyrste|fyste|neste)\s(?:\w+\s)?(?:evaluering|revisjon|revidering|gjennomgang)")
_SKIPPED = re.compile(r"\b(?:veileder|rettleiar|mal|handbok|håndbok)\w*\b|\b(?:politivedtekt|\w*plan(?:en|er|ar|ene|ane)?\b|handlingsplan)")
_ONGOING = re.compile(
    r"\b(?:løpende|løpande|fortløpende|fortløpande|undervegs|underveis|jevnlig|jamleg|jamt|regelmessig|ved\sbehov|etter\sbehov|når|innen|innan|før|i\sgod\stid|"
    r"første\sg[ao]ng|i\sløpet\sav|i\s20\d\d|utløp|slutten|halv|etter\s\w+\sår)"
)
_DONE = re.compile(
    r"\b(?:gjennomføre[srt]?|gjennomførast|foreta[srt]?|foretek|foretakast|gjøre[srt]?|gjør|gjerast|gjer|skjer?|skje|holdes|haldast|utføres|utførast|lag[ae]r?|legg\w*\sfram|tas\sopp|takast\sopp|(?:er|være|vera|vere)\sferdig|foreligger?|ligg\w*\sføre|bestilles|tingast)\b"
)
_RIGHT = re.compile(r"\b(?:kan|be om|behov for)\b[^.]{0,40}\b(?:revider|revisjon|endr)|\brevisjon\b[^.]{0,30}\bkan\b")
_ON_RESULT = re.compile(
    r"\W*(?:evaluering|vurdering|resultat|den\b|han\b|ho\b|hun\b|det\b|dette\b|rapport|arbeidet\b|funna?\b|funnene|begge\b|vi\b|me\b|konklusjon)"
)
_PAST = re.compile(r"\b(?:sist|senest|seinast|nylig|nyleg|ble|blei|vart|var)\s(?:\w+\s){0,2}?\Z")
"""Before a word that tells of the past."""
_CLAUSE = re.compile(r"(?:[,;]\s(?:og|men|mens|medan|samt)|;)\s(?!(?:re|e)valuer|revider)")
"""What stands between two clauses, each of which has its own time."""
_ITS_OBJECT = re.compile(r"\s(?:han|ho|henne|den|denne)\b")
"""Right after an active verb, what the clause before it names as an object."""
_DOERS = re.compile(r"\b(?:partene|partane|vi|me|begge|kommunen|politiet|rådmenn\w*|kommunedirektør\w*)\s(?:\w+\s){0,2}\Z")
"""Before an active verb of a sentence that is no entry of what somebody is to do."""
_OWN = re.compile(r"\b(?:eget|eige|eiga|egen|eigen|egne|sitt|sin|si|sine|seg)\b|\barbeid|\bverksem|\bvirksomhet")
_PRONOUN = re.compile(r"\W*(?:han|ho|hun|den)\s(?:\w+\s){0,3}")
_AND = re.compile(r"\s(?:og|samt|eller)\s\Z")
_JOINTS = ("og", "eller", "og/eller", "samt")
_NOUN = ("evaluering", "revisjon", "egenevaluering", "eigenevaluering", "rullering")
_THE_NOUN = ("evalueringen", "evalueringa", "revisjonen", "egenevalueringen", "eigenevalueringa")
_ACTIVE = ("er", "ere", "era", "gjennomgår")
_LAST_COMMA = 140
"""Characters from the word to a subject that it still has."""
_OBJECT = 60
"""Characters after an active verb in which its object begins."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each subject of each sentence or table row that evaluates or revises."""
    for stretch, cues in stretches(context):
        for index, cue in enumerate(cues):
            if _is_said_by_verb(context, stretch, cues, cue) or _is_taken_up(context, stretch, cue):
                continue
            yield from _of_word(context, stretch, cues, index)


def _is_said_by_verb(context: Context, stretch: Stretch, cues: list[Cue], cue: Cue) -> bool:
    """Whether a noun only takes up what a verb of the sentence says: `evalueres årlig, og evalueringen legges fram`."""
    if not _is_noun(context, cue) or not any(not _is_noun(context, other) for other in cues):
        return False
    return len(cues) > 1 or not _DONE.search(context.view.lower, *stretch)


def _is_taken_up(context: Context, stretch: Stretch, cue: Cue) -> bool:
    """Whether a sentence begins with the evaluation that the one before it speaks of: `Evalueringen skal si noe om …`."""
    index = context.sentence_index(stretch[0])
    if cue.start > stretch[0] + 1 or not index or not context.view.lower.startswith(_THE_NOUN, cue.start):
        return False
    before = context.sentences[index - 1]
    return before[0] >= context.block(stretch[0]).start and context.cues.first("evaluation", *before) is not None


def _part(context: Context, stretch: Stretch, cues: list[Cue], index: int) -> Stretch:
    """What a sentence says of one of its words for it: all to the words before and after; those that `og` joins to it share their time."""
    last = index
    joined = index > 0 and _is_joined(context, cues[index - 1], cues[index])
    start = cues[index].start if joined else _border(context, cues[index - 1], cues[index])[1] if index else stretch[0]
    while last + 1 < len(cues) and context.view.lower[cues[last].end : cues[last + 1].start].strip() in _JOINTS:
        last += 1
    return start, _border(context, cues[last], cues[last + 1])[0] if last + 1 < len(cues) else stretch[1]


def _border(context: Context, before: Cue, after: Cue) -> Stretch:
    """Where what is said of one word ends, and where that of the next begins: at a clause, else each takes all up to the other word."""
    clause = next(_CLAUSE.finditer(context.view.lower, before.end, after.start), None)
    return (clause.start(), clause.end()) if clause else (after.start, before.end)


def _is_joined(context: Context, before: Cue, cue: Cue) -> bool:
    """Whether a verb has its subject from the one before: `evalueres årlig i rådet og revideres …`."""
    return not _is_noun(context, cue) and not _is_noun(context, before) and bool(_AND.search(context.view.lower, before.end, cue.start))


def _of_word(context: Context, stretch: Stretch, cues: list[Cue], index: int) -> Iterator[Candidate]:
    lower, cue = context.view.lower, cues[index]
    part = _part(context, stretch, cues, index)
    if _is_of_another(context, stretch, cue) or _is_of_plan(context, part, cue):
        return
    lead = index
    while lead and _is_joined(context, cues[lead - 1], cues[lead]):
        lead -= 1
    subjects = _subjects(context, stretch, _part(context, stretch, cues, lead), cues[lead])
    rate = _frequency(context, stretch, part, cue)
    if not subjects or (rate is None and not _ONGOING.search(lower, *part) and _is_noun(context, cue) and not _DONE.search(lower, *stretch)):
        return
    written = True if WRITTEN.search(lower, *stretch) or _is_written_after(context, stretch) or is_written_in_row(context, stretch) else None
    for subject in subjects:
        value = {"kind": cue.term.id, "subject": subject, "frequency": rate, "written": written}
        yield Candidate("evaluation", value, (stretch,), 0 if rate else 1)


def _is_of_another(context: Context, stretch: Stretch, cue: Cue) -> bool:
    """Whether a word tells of the past, of a guide or a plan, or of a bare right to change."""
    lower, start = context.view.lower, stretch[0]
    if _PAST.search(lower, start, cue.start) or _SKIPPED.search(lower, max(start, cue.start - 60), cue.start):
        return True
    return cue.term.id == "revision" and bool(_RIGHT.search(lower, *stretch))


def _is_of_plan(context: Context, part: Stretch, cue: Cue) -> bool:
    """Whether the object of an active verb is a plan: `politirådet evaluerer tiltakene i handlingsplanen`."""
    lower, end = context.view.lower, min(part[1], cue.end + _OBJECT)
    is_active = lower[cue.start : cue.end].endswith((*_ACTIVE, "ar"))
    return is_active and bool(_SKIPPED.search(lower, cue.end, end)) and not named(lower[cue.end : end]) and not _OWN.search(lower, cue.end, end)


def _is_written_after(context: Context, stretch: Stretch) -> bool:
    """Whether the next sentence of the paragraph says that what comes of it is written."""
    index = context.sentence_index(stretch[0]) + 1
    if index >= len(context.sentences) or context.sentences[index][0] > context.block(stretch[0]).end:
        return False
    after = context.sentences[index]
    return bool(_ON_RESULT.match(context.view.lower, *after) and WRITTEN.search(context.view.lower, *after))


def _subjects(context: Context, stretch: Stretch, part: Stretch, cue: Cue) -> list[str]:
    """What is evaluated: what stands between the clause's start and the verb, else what follows it; of an active verb its object."""
    lower = context.view.lower
    if cue.start == cue.end and context.row(stretch[0]):
        return subjects_of_row(context, stretch)
    taken_up = _taken_up(context, stretch, cue)
    if taken_up is not None:
        return taken_up
    found = named(lower[max(part[0], cue.start - _LAST_COMMA) : cue.start])
    done = _DONE.search(lower, cue.end, part[1]) if _is_noun(context, cue) else None
    after = named(lower[cue.end : min(done.start() if done else part[1], cue.end + _LAST_COMMA)])
    active = lower[cue.start : cue.end].endswith(_ACTIVE)
    if active and found and _ITS_OBJECT.match(lower, cue.end):
        return [name for name in found if name != "police_council"][-1:]
    if active and found and after and found[0] == "police_council" and not _OWN.search(lower, cue.end, min(part[1], cue.end + _OBJECT)):
        return after
    if after and _is_noun(context, cue) and lower.startswith((" av denne ", " av avtal", " av politirådsavt", " av samarbeidsavt"), cue.end):
        return after[:1]
    is_sentence = after and _DOERS.search(lower, part[0], cue.start)
    if not found and context.block(stretch[0]).marker and (active or not after) and context.row(stretch[0]) is None and not is_sentence:
        return []
    return found or after or (["agreement"] if _own_section(context, stretch) and not _is_first_of_those_before(context, stretch) else [])


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
    return [name for name in named(context.view.lower[slice(*before)]) if name != "police_council"][:1] or None


def _is_first_of_those_before(context: Context, stretch: Stretch) -> bool:
    """Whether a sentence only says when the evaluation of the one before it is done first: `Første evaluering skjer høsten 2023.`"""
    index = context.sentence_index(stretch[0])
    return bool(index and _FIRST.match(context.view.lower, *stretch) and context.cues.first("evaluation", *context.sentences[index - 1]))


def _own_section(context: Context, stretch: Stretch) -> bool:
    section = context.section(stretch[0])
    return section is not None and section.type in ("evaluation", "validity")


def _frequency(context: Context, stretch: Stretch, part: Stretch, cue: Cue) -> dict[str, Any] | None:
    found = list(frequency.find(context.view, *stretch)) if frequency.can_tell(context.view.lower, *stretch) else []
    index = context.sentence_index(stretch[0])
    if not found and index and _AT_THE_SAME_TIME.search(context.view.lower, cue.end, part[1]):
        found = list(frequency.find(context.view, *context.sentences[index - 1]))
        return found[0].value if len(found) == 1 else None
    near = [rate for rate in found if part[0] <= rate.start < part[1]] or (found if len(context.cues.within("evaluation", *stretch)) == 1 else [])
    return min(near, key=lambda rate: abs(rate.start - cue.start)).value if near else None


def _is_noun(context: Context, cue: Cue) -> bool:
    return context.view.lower.startswith(_NOUN, cue.start)
