"""What a rule is, and what it gives: hits in a record, told as findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from avtale.rules.words import WORDS, Message

__all__ = ["COMPLETE", "EVERY_KIND", "IN_FORCE", "WHATEVER", "Finding", "Hit", "Kind", "Language", "Message", "Place", "R", "Rule", "S", "Severity", "T"]

Severity = Literal["error", "warning", "info"]
Language = Literal["en", "nb", "nn"]
Kind = Literal["service_offer", "cooperation", "police_council"]

EVERY_KIND: frozenset[Kind] = frozenset()
"""The kinds of a rule that applies to whatever kind an agreement is of, or says nothing of."""
T: frozenset[Kind] = frozenset({"service_offer"})
S: frozenset[Kind] = frozenset({"cooperation"})
R: frozenset[Kind] = frozenset({"police_council"})

COMPLETE = frozenset({"agreement"})
"""The documents of a rule about something missing: an amendment need not say again what it leaves as it is."""
IN_FORCE = frozenset({"agreement", "amendment"})
"""The documents of a rule about something that stands there."""
WHATEVER = frozenset({"agreement", "amendment", "minutes", "other"})


class Rule(NamedTuple):
    """A rule of `validate`.

    `severity` is what it has unless a setting says otherwise; `why` the reason with its source in brackets; `example` a few words
    that make it fire.
    """

    code: str
    severity: Severity
    message: Message
    why: str
    example: str
    kinds: frozenset[Kind] = EVERY_KIND
    documents: frozenset[str] = COMPLETE
    on: bool = True
    """Whether it is applied when nothing is selected."""


class Place(NamedTuple):
    """Where something stands in the document text: code points, `end` None for the end of the line that `start` is in."""

    start: int
    end: int | None
    quote: str


class Hit(NamedTuple):
    """What a rule found: the JSON Pointer of the field concerned, where it stands or would stand, and the message's values.

    A value is words of the text, a date, or a code that `avtale.rules.words` has in each language.
    """

    field: str
    place: Place | None
    values: Mapping[str, str] = MappingProxyType({})


class Finding(NamedTuple):
    """A hit with its rule: what is reported. `fingerprint` is the same wherever in a text the same words stand."""

    rule: Rule
    severity: Severity
    field: str
    place: Place | None
    values: Mapping[str, str]
    fingerprint: str

    def message(self, language: Language = "en") -> str:
        """The message in a language."""
        template: str = getattr(self.rule.message, language)
        return template.format_map({name: getattr(WORDS[value], language) if value in WORDS else value for name, value in self.values.items()})
