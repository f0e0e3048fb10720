"""AV401: what the politikontakt is there for is not told."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T

RULE = Rule(
    code="AV401",
    severity="warning",
    message=Message(
        en="the role of the politikontakt is not described",
        nb="politikontaktens rolle er ikke beskrevet",
        nn="rolla til politikontakten er ikkje skildra",
    ),
    why="The politikontakt is the municipality's daily way to the police, and both sides must know what to ask of them [PK].",
    example="Politikontakten er medlem av politirådet. (and no more is said)",
    kinds=S | T,
)


def check(case: Case) -> Iterator[Hit]:
    """The heading where the role would stand, but not where there were no such contacts yet."""
    if not (case.tells_role_of_contact or case.is_older_than_contacts):
        yield Hit("/police_contact", case.heading("police_contact", "cooperation", "duties"))
