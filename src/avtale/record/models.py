"""The record as pydantic models, field by field as the contract has it.

Dates are EDTF strings, durations ISO 8601, offsets code points into the document text. `null` means that the text leaves it open.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from avtale.record.values import Bearer, BodyType, Bound, Clock, Duration, Edtf, FilledBy, Percent, Role, SectionType, ThemeType, Weekday


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Evidence(_Model):
    """A quote and where it stands in the document text: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str
    page: int | None = None


class _Evidenced(_Model):
    evidence: tuple[Evidence, ...] = ()


class Source(_Model):
    path: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    size: int | None = None
    pages: int | None = None
    ocr: Annotated[bool, Field(description="Whether text was recognised on pictures of pages, as of a scan.")] = False


class Language(_Evidenced):
    """`evidence` is the first words in the other of the two languages, where there are paragraphs in both."""

    code: Literal["nb", "nn"]
    nynorsk_share: Annotated[float, Field(ge=0, le=1)]


class Title(_Evidenced):
    text: str


class Party(_Evidenced):
    type: Literal["municipality", "police_district", "police_unit", "other"]
    name: str
    number: str | None = None
    current_number: str | None = None


class Organisation(_Evidenced):
    """A municipality or a police district that the agreement names, party or not: the first mention."""

    type: Literal["municipality", "police_district"]
    name: str


class Signed(_Evidenced):
    date: Edtf | None = None
    place: str | None = None


class Term(_Evidenced):
    start: Edtf | None = None
    end: Edtf | None = None
    renewal: Duration | None = None
    termination_notice: Duration | None = None


class Frequency(_Evidenced):
    times: int
    times_max: int | None = None
    period: Duration
    bound: Bound
    preferred: tuple[str, ...] = ()
    text: str


class Presence(Frequency):
    place: str | None = None


class Person(_Evidenced):
    role: Role | None = None
    title: str | None = None
    name: str | None = None


class Member(Person):
    organisation: Literal["municipality", "police", "other"] | None = None
    party: str | None = None
    attendance: Literal["permanent", "invited", "observer", "deputy"] = "permanent"


class Minutes(_Evidenced):
    public: bool | None = None
    archived: bool | None = None


class Body(_Evidenced):
    """A standing forum. `chair_by` and `secretary_by` tell how it gets a chair or a secretary where no person is named."""

    type: BodyType
    name: str | None = None
    established: Edtf | None = None
    members: tuple[Member, ...] = ()
    chair: Person | None = None
    secretary: Person | None = None
    chair_by: FilledBy | None = None
    secretary_by: FilledBy | None = None
    convener: Person | None = None
    meetings: Frequency | None = None
    agenda_notice: Duration | None = None
    minutes: Minutes | None = None
    minuted: Annotated[Literal[True] | None, Field(description="Whether minutes are to be written, whatever becomes of them.")] = None


class Contact(_Evidenced):
    """The holder of a role, and how much and where the role is there."""

    name: str | None = None
    title: str | None = None
    position_percentage: Percent | None = None
    presence: tuple[Presence, ...] = ()


class Interval(_Model):
    days: tuple[Weekday, ...] = ()
    opens: Clock | None = None
    closes: Clock | None = None
    closed: bool | None = None


class DaysPerWeek(_Model):
    times: int
    bound: Bound


class OpeningHours(_Evidenced):
    purpose: Literal["public_counter", "passport", "police_office", "police_contact", "bailiff", "duty", "other"]
    place: str | None = None
    opening_hours: Annotated[str | None, Field(description="OpenStreetMap opening_hours.")] = None
    intervals: tuple[Interval, ...] = ()
    days_per_week: DaysPerWeek | None = None


class ResponseTime(_Evidenced):
    population_min: int | None = None
    population_max: int | None = None
    share: Percent | None = None
    within: Duration


class ContactPoint(_Evidenced):
    type: Literal["phone", "email", "url"]
    value: str
    label: str | None = None


class Priority(_Evidenced):
    scope: Literal["goal", "focus_area", "agenda_item"]
    text: str
    body: BodyType | None = None


class Duty(_Evidenced):
    bearer: Bearer
    text: str


class Evaluation(_Evidenced):
    kind: Literal["evaluation", "revision"]
    subject: Literal["agreement", "police_council", "police_contact", "slt"]
    frequency: Frequency | None = None
    written: Literal[True] | None = None


class EarlierAgreement(_Evidenced):
    date: Edtf | None = None
    title: str | None = None


class Reference(_Evidenced):
    type: Literal["law", "proposition", "circular", "letter", "council_case", "attachment", "plan", "report", "other"]
    id: str | None = None
    title: str | None = None
    date: Edtf | None = None


class Date(_Evidenced):
    role: Literal["signed", "effective", "expires", "term", "established", "superseded", "referenced", "other"]
    date: Edtf
    text: str


class Signatory(_Evidenced):
    """Somebody who signs; the evidence is of every place where the same is said again."""

    role: Role
    title: str | None = None
    name: str | None = None
    organisation: str | None = None


class Theme(_Evidenced):
    """Something that the agreement speaks of, wherever that is: the first mention, or every one where each is of interest."""

    type: ThemeType


class ContentsEntry(_Evidenced):
    """An entry of the table of contents."""

    number: str | None = None
    heading: str


class Section(_Evidenced):
    """A heading, which is the evidence, and what stands under it. One with nothing under it ends with its heading."""

    number: str | None = None
    heading: str
    type: SectionType | None = None
    level: int
    start: int
    end: int
    children: tuple[Section, ...] = ()


class Notice(_Evidenced):
    """Something that the parser saw and could not use."""

    code: Annotated[str, Field(pattern=r"^AVP\d{3}$")]
    severity: Literal["error", "warning", "info"]
    field: Annotated[str, Field(description="JSON Pointer of the value concerned.")]
    reason: Literal["placeholder", "vague", "ambiguous", "conflict", "impossible", "illegible"]
    message: str


class Agreement(_Model):
    """One agreement. Lists are in document order; every one may be empty, every object null."""

    schema_version: Literal["1.0"] = "1.0"
    source: Source
    parser_version: Annotated[str | None, Field(description="The version of avtale that made the record.")] = None
    language: Language
    document_type: Literal["agreement", "amendment", "minutes", "other"]
    draft: bool
    title: Title | None = None
    kinds: tuple[Literal["cooperation", "service_offer", "police_council"], ...] = ()
    parties: tuple[Party, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    signed: Signed | None = None
    term: Term | None = None
    bodies: tuple[Body, ...] = ()
    police_contact: Contact | None = None
    slt_coordinator: Contact | None = None
    opening_hours: tuple[OpeningHours, ...] = ()
    response_times: tuple[ResponseTime, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    priorities: tuple[Priority, ...] = ()
    duties: tuple[Duty, ...] = ()
    evaluation: tuple[Evaluation, ...] = ()
    public: bool | None = None
    supersedes: tuple[EarlierAgreement, ...] = ()
    amends: tuple[EarlierAgreement, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[Date, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    themes: tuple[Theme, ...] = ()
    notices: tuple[Notice, ...] = ()
