"""AV208: a year of two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV208",
    severity="info",
    message=Message(
        en="year of two digits: {text}",
        nb="årstall med to siffer: {text}",
        nn="årstal med to siffer: {text}",
    ),
    why="Two digits leave the century open, and look like a day or a month.",
    example="inngått og signert den 11.7.19",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """Each date whose year stands there with two digits only."""
    for index, date in enumerate(case.record.dates):
        year = date.date[:4]
        if year.isdigit() and year not in date.text and re.search(rf"\D{year[2:]}(?!\d)", date.text):
            yield Hit(f"/dates/{index}", case.place(date.evidence), {"text": date.text})
