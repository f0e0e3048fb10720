"""AV310: a theme is missing that every police council takes up."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, R, Rule, S

RULE = Rule(
    code="AV310",
    severity="warning",
    message=Message(
        en="a standing national theme is missing: {theme}",
        nb="et fast nasjonalt tema mangler: {theme}",
        nn="eit fast nasjonalt tema manglar: {theme}",
    ),
    why="The police directorate asked every police council to take these themes up at all times [L15].",
    example="Faste tema: rus, trafikk (and no word of violence against children)",
    kinds=R | S,
)

_STANDING = ("violence_in_close_relations", "child_abuse", "extremism")
_SINCE = "2015-06-24"


def check(case: Case) -> Iterator[Hit]:
    """The heading of the goals, once for each theme that is nowhere spoken of, but not where the letter is younger than the agreement."""
    for theme in () if case.predates(_SINCE) else _STANDING:
        if case.theme(theme) is None:
            yield Hit("/themes", case.heading("goals", "focus_areas", "police_council"), {"theme": theme})
