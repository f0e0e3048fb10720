"""AV910: bokmål and nynorsk in one text."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV910",
    severity="info",
    message=Message(
        en="both bokmål and nynorsk",
        nb="både bokmål og nynorsk",
        nn="både bokmål og nynorsk",
    ),
    why="A text in both languages was put together from several, and is read twice to be understood.",
    example="Rådet møtes to ganger. Rådet skal ikkje handsame einskildsaker.",
    documents=IN_FORCE,
)
_FEW = 0.15
"""The share of the paragraphs up to which a language may be that of a quote, or a slip."""


def check(case: Case) -> Iterator[Hit]:
    """The first words of the rarer language, where it has more than a paragraph or two that may be quoted."""
    if _FEW < case.record.language.nynorsk_share < 1 - _FEW:
        yield Hit("/language", case.place(case.record.language.evidence) or case.heading())
