"""AV309: the text gives two frequencies for the meetings of one body."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice
from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV309",
    severity="warning",
    message=Message(
        en="contradictory frequencies of meetings: {text}",
        nb="motstridende møtehyppighet: {text}",
        nn="motstridande tal på møte: {text}",
    ),
    why="Two figures contradict each other; one is left over from an earlier version.",
    example="Politirådet har to møter i året. … Politirådet møtes hvert kvartal.",
)


def check(case: Case) -> Iterator[Hit]:
    """The first of the frequencies that contradict each other."""
    for notice in case.notices(Notice.RIVAL_FREQUENCIES):
        said = " / ".join(" ".join(words.quote.split()) for words in notice.evidence)
        yield Hit(notice.field, case.place(notice.evidence), {"text": said})
