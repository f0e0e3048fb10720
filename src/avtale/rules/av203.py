"""AV203: the agreement has neither an end nor a renewal, and does not say either that it holds until somebody ends it."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV203",
    severity="warning",
    message=Message(
        en="nothing says how long the agreement holds",
        nb="det står ikke hvor lenge avtalen gjelder",
        nn="det står ikkje kor lenge avtala gjeld",
    ),
    why="Nobody can tell whether an agreement is still in force that does not say how long it holds.",
    example="Avtalen trer i kraft 1. januar 2024. (and nothing of its end)",
)


def check(case: Case) -> Iterator[Hit]:
    """What is said of the term, else the heading where it would stand."""
    term = case.record.term
    if not (term and (term.end or term.renewal)) and not case.theme("term_told"):
        yield Hit("/term", case.place(term.evidence) if term else case.heading("validity"))
