"""A record before the rules: the questions that several of them ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from avtale.context import Notice as Told
from avtale.record.models import Agreement, Body, Evaluation, Evidence, Notice, OpeningHours, Section, Theme
from avtale.rules.days import last_day
from avtale.rules.rule import Place

_CONTACTS_SINCE = "2015-06-10"
"""The day on which the Storting followed Innst. 306 S."""


class Case:
    """A record, and the date that it is judged on (ISO; None where no option says)."""

    def __init__(self, record: Agreement, as_of: str | None = None) -> None:
        self.record, self.as_of = record, as_of

    @cached_property
    def council(self) -> Body | None:
        """The police council that the agreement describes; None where it says nothing of what the council is to be like."""
        return next((body for body in self.record.bodies if body.type == "police_council"), None)

    @property
    def council_field(self) -> str:
        """The JSON Pointer of the police council."""
        return f"/bodies/{next(index for index, body in enumerate(self.record.bodies) if body is self.council)}"

    @cached_property
    def sections(self) -> list[Section]:
        """All sections, in the order of the text."""
        return list(_all(self.record.sections))

    @cached_property
    def siblings(self) -> list[tuple[Section, ...]]:
        """The sections that stand beside each other, one series for each that they are within."""
        return [self.record.sections, *(section.children for section in self.sections)]

    @cached_property
    def tells_role_of_contact(self) -> bool:
        """Whether the agreement says what the politikontakt is to do, or has a section about nothing else."""
        told = self.theme("police_contact_role") or any(duty.bearer == "police_contact" for duty in self.record.duties)
        return bool(told) or any(section.type == "police_contact" for section in self.sections)

    @cached_property
    def is_older_than_contacts(self) -> bool:
        """Whether the agreement is from before the reform that brought the politikontakt, and knows none."""
        return self.predates(_CONTACTS_SINCE) and not any(theme.type.startswith("police_contact") for theme in self.record.themes)

    @cached_property
    def contact_hours(self) -> list[OpeningHours]:
        """The hours at which the politikontakt, or the police on their day in the municipality, can be met."""
        return [hours for hours in self.record.opening_hours if hours.purpose in ("police_contact", "police_office")]

    @property
    def has_unread_hours(self) -> bool:
        """Whether there are hours that cannot be, of which nobody knows what they were to say."""
        return any(self.notices(Told.IMPOSSIBLE_HOURS))

    @property
    def counts_presence(self) -> bool:
        """Whether the presence of the politikontakt, or the share of a position, is told in figures."""
        contact = self.record.police_contact
        return contact is not None and (bool(contact.presence) or contact.position_percentage is not None)

    @cached_property
    def evaluations(self) -> list[Evaluation]:
        """What is said of evaluation, revisions apart."""
        return [found for found in self.record.evaluation if found.kind == "evaluation"]

    def predates(self, day: str) -> bool:
        """Whether the agreement was certainly signed before a day (ISO)."""
        signed = self.record.signed
        return signed is not None and signed.date is not None and (last_day(signed.date) or day) < day

    def notices(self, kind: Told, field: str = "") -> Iterator[Notice]:
        """The parser's notices of a kind, about a field or what is in it."""
        return (notice for notice in self.record.notices if notice.code == kind.value[0] and notice.field.startswith(field))

    def theme(self, kind: str) -> Theme | None:
        """What the agreement says of a theme."""
        return next((theme for theme in self.record.themes if theme.type == kind), None)

    def dated(self, date: str) -> Place | None:
        """Where a date of the record stands that begins or ends so."""
        return next((self.place(entry.evidence) for entry in self.record.dates if date in (entry.date, *entry.date.split("/"))), None)

    def place(self, evidence: Iterable[Evidence]) -> Place | None:
        """Where the first words of some evidence stand."""
        return next((Place(words.start, words.end, words.quote) for words in evidence), None)

    def heading(self, *types: str) -> Place | None:
        """Where something missing would stand: the heading of the first section of one of these types, else the title."""
        found = next((section for kind in types for section in self.sections if section.type == kind), None)
        return _place_of(found) or (self.place(self.record.title.evidence) if self.record.title else None)

    def council_heading(self, *types: str) -> Place | None:
        """Where something about the police council would stand: a section of one of these types that tells of it, else the council's own."""
        told = [words.start for words in self.council.evidence] if self.council else []
        about = [section for section in self.sections if any(section.start <= at < section.end for at in told)]
        found = next((section for kind in (*types, "police_council") for section in about if section.type == kind), None)
        return _place_of(found) or self.heading("police_council")


def _place_of(section: Section | None) -> Place | None:
    return Place(section.start, None, section.heading) if section else None


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)
