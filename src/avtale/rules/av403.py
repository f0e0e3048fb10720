"""AV403: the presence of the politikontakt has neither weekdays nor times."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule, S, T

RULE = Rule(
    code="AV403",
    severity="info",
    message=Message(
        en="the politikontakt is present with no weekday or time said",
        nb="politikontakten er til stede uten at ukedag eller klokkeslett er oppgitt",
        nn="politikontakten er til stades utan at vekedag eller klokkeslett er oppgjeve",
    ),
    why="Who wants to meet the politikontakt needs to know when [PK].",
    example="Politikontakten er til stede én dag i uka.",
    kinds=S | T,
)
_WEEKDAYS = frozenset(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))


def check(case: Case) -> Iterator[Hit]:
    """The first presence, where no day or time is named for any."""
    contact = case.record.police_contact
    stays = contact.presence if contact else ()
    named = any(_WEEKDAYS.intersection(stay.preferred) for stay in stays) or any(hours.intervals for hours in case.contact_hours)
    if case.counts_presence and not (named or case.has_unread_hours):
        said = case.place(words for stay in stays for words in stay.evidence if " ".join(words.quote.split()) == stay.text)
        yield Hit("/police_contact/presence", said or case.heading("police_contact"))
