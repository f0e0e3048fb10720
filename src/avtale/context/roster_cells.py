"""What a single cell of a roster tells: how somebody is part of the forum, that somebody is no member of it, and who sends its members."""

from __future__ import annotations

import re
from itertools import pairwise

from avtale.context.attendance import attendance
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.people import Defaults
from avtale.context.senders import sender_of
from avtale.context.series import is_person
from avtale.grammar import organisation
from avtale.register import is_municipality
from avtale.structure.block import Row
from avtale.vocabulary import Cue, forms

_SECONDS = frozenset(["nestleder", "nestleiar", "nestformann", "varaleder", "varaleiar"])
"""Who stands in for the leader of a forum."""
_NO_MEMBER = re.compile(
    r"\b(?:ikk?je\s(?:sjølv\s|selv\s)?(?:medlem|med\si)|ut[ae]n\så\s(?:ver[ae]|være)\s(?:medlem|med\si)|ut[ae]nfor\s(?:rådet|grupp[ae]n?))\b"
)
_OTHERS = frozenset(["andre", "anna", "annan", "annen", "annet", "ekstern", "eksterne", "utanfrå", "utenfra", "frivillig", "frivillige"])
"""What a column of senders has for those whom none of the parties sends."""


def says_how(context: Context, cell: Stretch) -> bool:
    """Whether a cell holds nothing but an office of the forum, a word for its members, or how often somebody attends."""
    start, end = cell
    if context.view.lower[start:end] in _SECONDS:
        return True
    words = sorted((*context.cues.within("offices", start, end), *context.cues.within("relations", start, end)), key=lambda cue: cue.start)
    if words and words[0].start == start and words[-1].end == end and not any(is_person(context, gap) for gap in _gaps(words)):
        return True
    return attendance(context.view.lower[start:end]) is not None and not is_person(context, cell)


def _gaps(words: list[Cue]) -> list[Stretch]:
    return [(a.end, b.start) for a, b in pairwise(words)]


def label_of(context: Context, row: Row) -> str | None:
    """What a row tells of the forum itself, where its first cell is a label: `Møtetal | kvar andre månad`; None for one about somebody."""
    return forms("forum_labels").get(context.view.lower[slice(*row.cells[0])].rstrip(" :")) if len(row.cells) > 1 else None


def is_no_member(context: Context, cell: Stretch) -> bool:
    """Whether a cell says of somebody that he has an office of the forum without being part of it: `sekretær, ikke medlem`."""
    return _NO_MEMBER.search(context.view.lower, *cell) is not None and attendance(context.view.lower[slice(*cell)]) is None


def sender_in_column(context: Context, cell: Stretch) -> Defaults | None:
    """Who sends people, by a cell of the column for that, where nobody of the parties can be meant by `andre`."""
    return Defaults(organisation="other") if context.view.lower[slice(*cell)] in _OTHERS else sender(context, cell)


def sender(context: Context, cell: Stretch) -> Defaults | None:
    """Who sends people, where a cell says so and nothing else."""
    return organisation_of(context, cell) or sender_of(context, *cell)


def organisation_of(context: Context, cell: Stretch) -> Defaults | None:
    """Who sends the members of a row, where the cell names an organisation and nothing else."""
    found = next(organisation.find(context.view, *cell, context.cues), None)
    if found:
        whole = found.end - found.start >= cell[1] - cell[0] - 1
        side = "police" if found.value["party"]["type"].startswith("police") else "municipality"
        return Defaults(organisation=side, party=found.value["party"]["name"]) if whole else None
    if is_municipality(context.read(*cell)):
        return Defaults(organisation="municipality", party=f"{context.read(*cell)} kommune")
    cue = context.cues.first("organisations", *cell)
    return Defaults(organisation=cue.term.facts["side"]) if cue and (cue.start, cue.end) == cell else None
