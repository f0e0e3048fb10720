"""AV201: the agreement is not dated, or the date is a blank."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Notice
from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV201",
    severity="error",
    message=Message(
        en="the agreement is not dated",
        nb="avtalen er ikke datert",
        nn="avtala er ikkje datert",
    ),
    why="Without a date nobody can tell which version is the latest.",
    example="Sted/dato: ________",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The blank that was left for the date, else the heading where it would stand."""
    if not (case.record.signed and case.record.signed.date):
        blank = next(case.notices(Notice.PLACEHOLDER, "/signed"), None)
        yield Hit("/signed", case.place(blank.evidence) if blank else case.heading("validity"))
