"""AV303: the police council meets so and so often at the least."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV303",
    severity="info",
    message=Message(
        en="the frequency of meetings is only a minimum: {text}",
        nb="møtehyppigheten er bare et minimum: {text}",
        nn="kor ofte rådet møtest, er berre eit minimum: {text}",
    ),
    why="A reader would like to know how many meetings to expect.",
    example="Minimum to møter i året",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The frequency, where it has only a lower bound."""
    meetings = case.council.meetings if case.council else None
    if meetings and meetings.bound == "at_least":
        shortest = sorted(meetings.evidence, key=lambda words: words.end - words.start)  # the whole sentence is evidence too
        yield Hit(f"{case.council_field}/meetings", case.place(shortest), {"text": meetings.text})
