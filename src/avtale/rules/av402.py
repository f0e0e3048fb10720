"""AV402: how much the politikontakt is present is not said in figures."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T

RULE = Rule(
    code="AV402",
    severity="warning",
    message=Message(
        en="how often the politikontakt is present is not said in figures",
        nb="det er ikke tallfestet hvor ofte politikontakten er til stede",
        nn="det er ikkje talfesta kor ofte politikontakten er til stades",
    ),
    why="The politikontakt is present one or more days a week [PK].",
    example="Politikontakten skal være mye ute i kommunen.",
    kinds=S | T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading of the politikontakt; one of whom nothing is told is AV401's."""
    if case.tells_role_of_contact and not case.counts_presence and not (case.contact_hours or case.has_unread_hours):
        yield Hit("/police_contact/presence", case.heading("police_contact", "duties"))
