"""`evaluation`: what is evaluated or revised (`subject`), how often, and whether in writing.

From sentences with `evaluere` or `revidere` and a subject: the agreement, the police council, the politikontakt (its scheme) or SLT;
several subjects give several entries. `frequency` is null where the text only says `løpende`, `undervegs`, `ved behov`.

Not this field: a guide to evaluation, the revision of a plan or of by-laws, a bare right to change the agreement.
Known gaps: a subject that only an earlier sentence names.

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
            r"\b(?!politiråds)\w*avtal(?:en|a|ane|ene|ar|er|e)?\b|\bpolitirådsavtal(?:en|a|e)\b|\bsamarbeidet\b|\bdenne\b(?=\s(?:skal|evaluer|revider))"
        ),
    ),
)
_SKIPPED = re.compile(r"\b(?:veileder|rettleiar|mal|handbok|håndbok)\w*\b|\b(?:politivedtekt|plan(?:en)?\b|handlingsplan)")
_ONGOING = re.compile(
    r"\b(?:løpende|løpande|fortløpende|fortløpande|undervegs|underveis|jevnlig|jamleg|jamt|regelmessig|ved behov|etter behov|når|innen|innan|før|i god tid|første gang|fyrste gong|i løpet av|\bi\s20\d\d|utløp|slutten|halv)"
)
_DONE = re.compile(
    r"\b(?:gjennomføres|gjennomførast|foretas|foretakast|gjøres|gjerast|skjer|holdes|haldast|utføres|skal\sskje|skal\sgjennomføre|gjennomfører)\b"
)
_RIGHT = re.compile(r"\b(?:kan|be om|behov for)\b[^.]{0,40}\b(?:revider|revisjon|endr)|\brevisjon\b[^.]{0,30}\bkan\b")
_WRITTEN = re.compile(r"\bskrift?l[ei]g|\bskriftleg|\bskriv\w*\s(?:ein\s|en\s)?(?:kort\s)?(?:rapport|notat)")
_GENITIVE = re.compile(r"\b(?:eget|eige|sitt|eigen|egen|sin)\b")
_LAST_COMMA = 140
"""Characters from the word to a subject that it still has."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each subject of each sentence that evaluates or revises."""
    for sentence in context.sentences_with("evaluation"):
        cues = context.cues.within("evaluation", *sentence)
        block = context.block(sentence[0])
        if block.kind.name == "HEADING" or (block.marker and sentence[1] - sentence[0] < 60):
            continue
        for index, cue in enumerate(cues):
            if (
                _is_noun(context, cue)
                and (len(cues) > 1 or not _DONE.search(context.view.lower, *sentence))
                and any(not _is_noun(context, other) for other in cues)
            ):
                continue
            part = (cues[index - 1].end if index else sentence[0], cues[index + 1].start if index + 1 < len(cues) else sentence[1])
            yield from _of_verb(context, sentence, part, cue)


def _of_verb(context: Context, sentence: Stretch, part: Stretch, cue: Cue) -> Iterator[Candidate]:
    lower = context.view.lower
    if _SKIPPED.search(lower, max(sentence[0], cue.start - 60), cue.start) or (cue.term.id == "revision" and _RIGHT.search(lower, *sentence)):
        return
    subjects = _subjects(context, sentence, part, cue)
    rate = _frequency(context, sentence, part, cue)
    if not subjects or (rate is None and not _ONGOING.search(lower, *part) and _is_noun(context, cue) and not _DONE.search(lower, *sentence)):
        return
    written = True if _WRITTEN.search(lower, *sentence) else None
    for subject in subjects:
        value = {"kind": cue.term.id, "subject": subject, "frequency": rate, "written": written}
        yield Candidate("evaluation", value, (sentence,), 0 if rate else 1)


def _subjects(context: Context, sentence: Stretch, part: Stretch, cue: Cue) -> list[str]:
    """What is evaluated: what stands between the clause's start and the verb, else what follows it."""
    lower = context.view.lower
    before = lower[part[0] : cue.start]
    found = _named(before[-_LAST_COMMA:])
    after = _named(lower[cue.end : min(part[1], cue.end + _LAST_COMMA)])
    active = "skal" in before and lower[cue.start : cue.end].endswith(("ere", "era", "er"))
    if active and found and found[0] == "police_council" and not _GENITIVE.search(lower, cue.end, part[1]) and after:
        return after
    return found or after or (["agreement"] if _own_section(context, sentence) else [])


def _named(text: str) -> list[str]:
    found = [(match.start(), name) for name, pattern in _SUBJECTS for match in [pattern.search(text)] if match]
    return [name for _, name in sorted(found)]


def _own_section(context: Context, sentence: Stretch) -> bool:
    section = context.section(sentence[0])
    return section is not None and section.type in ("evaluation", "validity")


def _frequency(context: Context, sentence: Stretch, part: Stretch, cue: Cue) -> dict[str, Any] | None:
    found = list(frequency.find(context.view, *sentence))
    near = [rate for rate in found if part[0] <= rate.start < part[1]] or (found if len(context.cues.within("evaluation", *sentence)) == 1 else [])
    return min(near, key=lambda rate: abs(rate.start - cue.start)).value if near else None


def _is_noun(context: Context, cue: Cue) -> bool:
    return context.view.lower[cue.start : cue.end].startswith(("evaluering", "revisjon", "egenevaluering", "eigenevaluering"))
