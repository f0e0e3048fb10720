"""AV504: contact with voluntary organisations for preparedness is not mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, T

RULE = Rule(
    code="AV504",
    severity="info",
    message=Message(
        en="contact with voluntary preparedness organisations is not mentioned",
        nb="kontakt med frivillige beredskapsorganisasjoner er ikke nevnt",
        nn="kontakt med frivillige beredskapsorganisasjonar er ikkje nemnd",
    ),
    why="The police keep in touch with voluntary organisations for preparedness [I306].",
    example="Politiet har døgnberedskap. (with no word on Røde Kors or others)",
    kinds=T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where it would stand."""
    if not case.theme("voluntary_preparedness"):
        yield Hit("/themes", case.heading("preparedness", "services"))
