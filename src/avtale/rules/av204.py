"""AV204: the agreement had run out on the date that `--as-of` gives."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.days import last_day
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV204",
    severity="warning",
    message=Message(
        en="the agreement ran out {end}",
        nb="avtalen gikk ut {end}",
        nn="avtala gjekk ut {end}",
    ),
    why="An agreement that has run out binds nobody. Only `--as-of` says which day it is.",
    example="Avtalen gjelder til 31.12.2023. (with --as-of 2024-06-01)",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The term, where its last day is past and nothing renews it."""
    term = case.record.term
    last = last_day(term.end) if term and term.end and not term.renewal else None
    if term and term.end and last and case.as_of and last < case.as_of:
        yield Hit("/term/end", case.dated(term.end) or case.place(term.evidence), {"end": term.end})
