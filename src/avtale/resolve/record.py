"""The whole record from its candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from avtale.context import Candidate, Context
from avtale.resolve.bodies import bodies
from avtale.resolve.evidence import best, each_once, each_once_with_repeats, evidence, evidenced, position
from avtale.resolve.holders import holder
from avtale.resolve.parties import number_municipalities, parties
from avtale.resolve.times import dates, earlier, signed, term
from avtale.structure import Kind, Section
from avtale.structure.contents import entry

Value = dict[str, Any]

_LISTS: dict[str, tuple[str, ...]] = {
    "organisations": ("type", "name"),
    "opening_hours": ("purpose", "place", "opening_hours"),
    "response_times": ("population_min", "population_max", "within"),
    "contacts": ("type", "value"),
    "priorities": ("text",),
    "duties": ("text",),
    "evaluation": ("kind", "subject"),
    "references": ("type", "id", "title"),
    "themes": ("type",),
}
"""The lists whose entries are told apart by some of their attributes."""
_TOLD_ALL_THE_SAME = frozenset(("amends", "contents", "dates", "document_type", "kinds", "language", "organisations", "parties", "supersedes", "title"))
"""What is told of an amendment though it stands in a wording that lapses."""
_SIGNATORY = ("role", "name", "organisation")


def resolve(context: Context, candidates: Iterable[Candidate]) -> Value:
    """The record as a dictionary, all but its source."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(_holding(context, candidates), key=position):
        found[candidate.field].append(candidate)
    notices = found["notices"]
    title = best(found["title"])
    record: Value = {
        "language": evidenced(context, found["language"][0].value, found["language"][0].spans),
        **found["document_type"][0].value,
        "title": evidenced(context, title.value, title.spans) if title else None,
        **(found["kinds"][0].value if found["kinds"] else {}),
        "parties": parties(context, found["parties"]),
        "signed": signed(context, found["signed"]),
        "term": term(context, found["term"], notices),
        "bodies": bodies(context, found["bodies"], notices),
        "police_contact": holder(context, found["police_contact"]),
        "slt_coordinator": holder(context, found["slt_coordinator"]),
        "public": next((candidate.value["public"] for candidate in found["public"]), None),
        "dates": dates(context, found["dates"]),
        **{field: each_once(context, found[field], key) for field, key in _LISTS.items()},
        **{field: earlier(context, found[field]) for field in ("supersedes", "amends")},
        "signatories": each_once_with_repeats(context, found["signatories"], _SIGNATORY),
        "contents": list(_contents(context)),
        "sections": [_section(context, section) for section in context.outline.sections if section.parent is None],
    }
    unnumbered = number_municipalities(record)
    if record["document_type"] in ("minutes", "other"):
        record |= {"kinds": [], "parties": [], "signatories": [], "signed": None}
        record["term"] = None if record["document_type"] == "minutes" else record["term"]
        record["dates"] = [date | {"role": "other"} if date["role"] == "signed" else date for date in record["dates"]]
    said = [evidenced(context, notice.value, notice.spans) for notice in notices]
    record["notices"] = sorted(said + (unnumbered if record["parties"] else []), key=lambda notice: [span["start"] for span in notice["evidence"]])
    return record


def _holding(context: Context, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates without those that stand in a wording that an amendment does away with."""
    if not context.lapsed:
        return candidates
    return [candidate for candidate in candidates if candidate.field in _TOLD_ALL_THE_SAME or not context.is_lapsed(position(candidate)[0])]


def _contents(context: Context) -> Iterator[Value]:
    """The entries of the table of contents."""
    for block in context.outline.blocks:
        stretch = entry(context.view.text, block) if block.kind is Kind.CONTENTS else None
        if stretch:
            yield evidenced(context, {"number": block.number, "heading": context.read(*stretch).rstrip(" :")}, [stretch])


def _section(context: Context, section: Section) -> Value:
    view, heading = context.view, section.heading
    last = context.outline.blocks[context.outline.block_at(section.end - 1)]
    start, end = view.span(heading.line, max(last.end, heading.end))
    return {
        "number": heading.number,
        "heading": context.read(heading.start, heading.end).rstrip(" :"),
        "type": section.type,
        "level": section.level,
        "start": start,
        "end": end,
        "children": [_section(context, child) for child in section.children],
        "evidence": evidence(context, [(heading.start, heading.end)]),
    }
