"""What messages are made of: their languages, and codes of the record as words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Message(NamedTuple):
    """The same in the languages that findings can be told in; in the message of a rule `{…}` take a hit's values."""

    en: str
    nb: str
    nn: str


WORDS: Mapping[str, Message] = MappingProxyType(
    {
        "municipality": Message("the municipality", "kommunen", "kommunen"),
        "police": Message("the police", "politiet", "politiet"),
        "both": Message("either side", "noen av partene", "nokon av partane"),
        "violence_in_close_relations": Message("violence in close relations", "vold i nære relasjoner", "vald i nære relasjonar"),
        "child_abuse": Message("violence and abuse against children", "vold og overgrep mot barn", "vald og overgrep mot barn"),
        "extremism": Message(
            "radicalisation, violent extremism and hate crime",
            "radikalisering, voldelig ekstremisme og hatkriminalitet",
            "radikalisering, valdeleg ekstremisme og hatkriminalitet",
        ),
        "no_heading": Message("no such heading", "ingen slik overskrift", "inga slik overskrift"),
        "no_entry": Message("no such entry", "ikke ført opp", "ikkje ført opp"),
        "missing_field": Message("is missing", "mangler", "manglar"),
        "unknown_field": Message("is no field of a record", "er ikke et felt i en post", "er ikkje eit felt i ein post"),
        "wrong_value": Message("is not what it has to be", "er ikke det den skal være", "er ikkje det han skal vere"),
    }
)
"""Codes that stand as values in messages."""
