"""AV302: the meetings of the police council are not counted."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice
from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV302",
    severity="warning",
    message=Message(
        en="nothing says how often the police council meets",
        nb="det står ikke hvor ofte politirådet møtes",
        nn="det står ikkje kor ofte politirådet møtest",
    ),
    why="The agreement is to be precise enough to be evaluated; `jevnlig` can mean anything [I306].",
    example="Politirådet har møter ved behov.",
)


def check(case: Case) -> Iterator[Hit]:
    """The words that count nothing, else the heading where the frequency would stand; two that contradict each other are another finding."""
    if case.council is None or case.council.meetings:
        return
    field = f"{case.council_field}/meetings"
    if not any(case.notices(Notice.RIVAL_FREQUENCIES, field)):
        vague = next(case.notices(Notice.UNCOUNTED_MEETINGS, field), None)
        yield Hit(field, case.place(vague.evidence) if vague else case.council_heading("meetings"))
