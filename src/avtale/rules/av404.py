"""AV404: the politikontakt is no member of the police council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtale.record.models import Member
from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV404",
    severity="warning",
    message=Message(
        en="the politikontakt is not a member of the police council",
        nb="politikontakten er ikke medlem av politirådet",
        nn="politikontakten er ikkje medlem av politirådet",
    ),
    why="The politikontakt is a fixed member of the police council [PK].",
    example="Politirådets medlemmer: ordfører, kommunedirektør og politistasjonssjef",
)


def check(case: Case) -> Iterator[Hit]:
    """The members, where some of the police are listed, and the politikontakt is named neither there nor beside them, nor is said to be one."""
    council = case.council
    if (
        council is None
        or case.is_older_than_contacts
        or case.theme("police_contact_member")
        or not any(member.organisation == "police" for member in council.members)
    ):
        return
    seated = any(person.role == "police_contact" for person in (*council.members, council.chair, council.secretary, council.convener) if person)
    if not seated and not _is_named_beside(case, council.members):
        yield Hit(f"{case.council_field}/members", case.heading("members", "police_council"))


def _is_named_beside(case: Case, members: Iterable[Member]) -> bool:
    """Whether the politikontakt is spoken of in a section in which members are; anywhere, in a text without sections."""
    named = [words.start for kind in ("police_contact", "police_contact_role") if (theme := case.theme(kind)) for words in theme.evidence]
    at = [words.start for member in members for words in member.evidence]
    near = [section for section in case.sections if any(section.start <= start < section.end for start in at) and not section.children]
    return any(section.start <= start < section.end for start in named for section in near) or bool(named and not near)
