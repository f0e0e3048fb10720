"""AV906: a section with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from avtale.rules.case import Case
from avtale.rules.numbers import counts_on
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV906",
    severity="info",
    message=Message(
        en="nothing stands under this heading: {heading}",
        nb="det står ingenting under overskriften: {heading}",
        nn="det står ingenting under overskrifta: {heading}",
    ),
    why="An empty section is one that was to be written.",
    example="2. Beredskap (and then 3. Åpningstider)",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The numbered headings with nothing before the next of their series; one without a number may be the heading of those after it."""
    for section, following in zip_longest(case.sections, case.sections[1:]):
        is_bare = not section.children and section.evidence and section.end <= section.evidence[-1].end
        in_series = following is None or counts_on(section.number, following.number)
        if section.number and section.type != "attachments" and is_bare and in_series:
            yield Hit("/sections", case.place(section.evidence), {"heading": section.heading})
