"""AV908: a moment of writing that no date tells."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV908",
    severity="info",
    message=Message(
        en="“{words}” stands without a date",
        nb="«{words}» står uten dato",
        nn="«{words}» står utan dato",
    ),
    why="What held on the day of writing means nothing to a reader who does not know the day.",
    example="Pr. i dag er det to stillinger.",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """Each mention."""
    theme = case.theme("per_date")
    for words in theme.evidence if theme else ():
        yield Hit("/themes", case.place([words]), {"words": " ".join(words.quote.split())})
