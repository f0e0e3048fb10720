"""Whom a pronoun or a surname stands for: the holder of an office who was named before it.

`Politikontakt er Line Moe. Hun har …`; `Line Moe er politikontakt. … Moe skal:`. Nobody where the sentence before names several offices.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch

if TYPE_CHECKING:
    from avtale.context.context import Context

PRONOUN = re.compile(r"\b(?:han|hun|ho|ham|henne|hennar|vedkommende|vedkomande)\b")
_SURNAME = re.compile(r"\W*(?P<name>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+)\s(?=[a-zæøå])")
_BEFORE = 6
"""Sentences before a pronoun in which the one is named for whom it stands."""
_PERSONS = frozenset(("slt_coordinator", "emergency_coordinator", "public_health_coordinator", "police_contact", "mayor", "municipal_director"))
"""The offices of which a list tells what their holder does."""


def stands_for(context: Context, start: int, end: int) -> str | None:
    """The office of the one whom a line speaks of by a pronoun, or by a surname that it begins with."""
    pronoun = PRONOUN.search(context.view.lower, start, end)
    if pronoun:
        return _last_named(context, pronoun.start())
    surname = _SURNAME.match(context.view.text, start, end)
    offices = context.offices_by_surname.get(surname["name"], set()) if surname else set()
    return next(iter(offices)) if len(offices) == 1 else None


def _last_named(context: Context, at: int) -> str | None:
    """The one office that the nearest sentence before names, in the same section."""
    index, section = context.sentence_index(at), context.section(at)
    for start, end in [(context.sentences[index][0], at), *reversed(context.sentences[max(0, index - _BEFORE) : index])]:
        if context.section(start) is not section:
            return None
        offices = _offices(context, (start, end))
        if offices:
            return offices.pop() if len(offices) == 1 else None
    return None


def offices_by_surname(context: Context) -> dict[str, set[str]]:
    """The offices that stand in the sentences which name somebody in full, by surname."""
    found: dict[str, set[str]] = {}
    for name in context.names:
        found.setdefault(name.value["name"].split()[-1], set()).update(_offices(context, context.sentence(name.start)))
    return found


def _offices(context: Context, sentence: Stretch) -> set[str]:
    return {cue.term.id for cue in context.offices.within(*sentence)} & _PERSONS
