"""`bodies[].members`: who sits in a forum, from lists, lines, table rows and sentences, with or without names.

`attendance` is `permanent` for a listed member, `invited` for one who is called in, `observer` and `deputy` as the text says.
A series is split into its members; `leder for barn og unge` is one.

Not this field: who signs, a contact list, "others as needed", a chair or secretary whom the text does not count among the members.
Known gaps: an invitation whose verb an earlier clause has (`… og leder av næringsforeningen når …`).

>>> from avtale.context import Context
>>> text = "Politirådet består av ordføreren, rådmann Kari Moen og leder for barn og unge. Rektorene innkalles ved behov."
>>> [(found.value["member"]["role"], found.value["member"]["title"], found.value["member"]["attendance"]) for found in extract(Context(text))]
[('mayor', 'ordføreren', 'permanent'), ('municipal_director', 'rådmann', 'permanent'), ('other', 'leder for barn og unge', 'permanent'), ('other', 'Rektorene', 'invited')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.forums import Forum
from avtale.context.lists import is_placeholder, purpose
from avtale.context.people import Defaults, attendance, read_person, series, side_of
from avtale.context.relations import attendance_of, relations, sent_by
from avtale.grammar import organisation
from avtale.structure import Block, Kind, Listing, Section
from avtale.structure.tables import Row, Table

_SENDER = re.compile(r"(?:deltakere?|deltakarar?|medlemm?er|representanter)?\s*(?:fra|frå|for)\s(?P<who>[^:]{3,40}):?\Z")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|@|\b\d{2}\s\d{2}\s\d{2}")
_HERE = re.compile(r"(?:\A|\b)(?:i\s(?!alle|hver|kvar|neste)\w+|(?:fra|frå|for)\s[^:]+|desse|disse|her|der)\s\Z")
_NEAR = 12
"""Lines between the announcement of members and that of a group of them."""
_LINE = 200
"""Characters of the longest line that names members without a marker."""
_LABEL = 40
"""Characters of the longest label of an entry (`Leder: Kari Moen`)."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each member that a passage names."""
    for find in (_of_lists, _of_lines, _of_tables, _of_sentences):
        yield from find(context)


def _candidates(context: Context, forum: Forum | None, stretches: list[Stretch], defaults: Defaults) -> Iterator[Candidate]:
    for stretch in stretches:
        member = read_person(context, stretch, defaults) if forum and not is_placeholder(context.read(*stretch)) else None
        if member and forum:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "member": member}, (stretch,))


def _of_sentences(context: Context) -> Iterator[Candidate]:
    for sentence in sorted({*context.sentences_with("relations"), *_sent(context)}):
        forum = context.forums.at(sentence[0])
        if forum:
            for defaults, stretch in relations(context, sentence, context.forums.is_sure(*sentence)):
                yield from _candidates(context, forum, [stretch], defaults)


def _sent(context: Context) -> Iterator[Stretch]:
    """The sentences that begin with those whom people come from."""
    return (
        stretch
        for stretch in context.sentences
        if context.view.lower.startswith(("fra ", "frå ", "i "), stretch[0]) or ":" in context.view.text[stretch[0] : stretch[0] + _LABEL]
    )


def _of_lists(context: Context) -> Iterator[Candidate]:
    last: Section | None = None
    for listing in context.outline.listings:
        announced = _announced(context, listing)
        if announced is None and listing.section is not None and listing.section is last and _names_people(context, listing):
            announced = Defaults()
        last = listing.section if announced else None
        if announced:
            forum = context.forums.at(listing.lead.start if listing.lead else listing.items[0].start)
            for item in listing.items:
                if _is_entry(context, item):
                    yield from _candidates(context, forum, series(context, item.start, item.end), announced)


def _is_entry(context: Context, item: Block) -> bool:
    """Whether an entry of a list of members names some, rather than saying something of a meeting."""
    start, end = item.start, item.end
    if context.dates_in(start, end) or context.cues.within("recurrences", start, end) or context.cues.within("periods", start, end):
        return False
    label = context.view.text.find(":", start, end)
    verb = context.cues.first("verbs", start, end)
    return verb is None or "(" in context.view.text[start : verb.start] or 0 < label - start < _LABEL


def _announced(context: Context, listing: Listing) -> Defaults | None:
    """What the line before a list says of its entries, None where it announces no members."""
    if listing.lead is None:
        return None
    lead = listing.lead
    last = context.sentence(max(lead.start, lead.end - 1))
    last = (last[0], lead.end)
    announced = _announcing(context, *last)
    sender = _sender(context, *last)
    headings = list(listing.section.lineage()) if listing.section else []
    typed = any(section.type == "members" for section in headings[:2])
    if sender and (announced or typed or _members_before(context, lead) or _names_people(context, listing)):
        return sender
    if announced:
        found = purpose(context, listing)
        return None if found and found.is_duties and found.said == last else announced
    return Defaults() if typed and lead.kind is Kind.HEADING else None


def _announcing(context: Context, start: int, end: int) -> Defaults | None:
    """What a line says of the members that it announces, None where it announces none."""
    for cue in context.cues.within("relations", start, end):
        kind = attendance_of(cue)
        if kind and (cue.term.id != "attends" or _HERE.search(context.view.lower, start, cue.start)):
            return Defaults(kind)
    return None


def _sender(context: Context, start: int, end: int) -> Defaults | None:
    """Who sends those whom a line announces: `Fra kommunen:`, `Representanter for politiet`."""
    match = _SENDER.match(context.view.lower, start, end)
    return sent_by(context.read(*match.span("who"))) if match else None


def _names_people(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list are an office or a person, without a verb."""
    named = [
        item
        for item in listing.items
        if not context.cues.first("verbs", item.start, item.end) and (context.offices.first(item.start, item.end) or context.names.first(item.start, item.end))
    ]
    return 2 * len(named) > len(listing.items)


def _members_before(context: Context, lead: Block) -> bool:
    """Whether a line shortly before a group's own line announces members."""
    index = context.outline.block_at(lead.line)
    before = context.outline.blocks[max(0, index - _NEAR) : index]
    return any(_announcing(context, block.start, block.end) for block in before if block.size < _LINE)


def _of_lines(context: Context) -> Iterator[Candidate]:
    """Lines without markers under a heading of members, or lines that name an office and its holder."""
    for section in context.outline.sections:
        heading = section.heading
        sender = _sender(context, heading.start, heading.end)
        if section.type != "members" and not _announcing(context, heading.start, heading.end) and not (sender and _members_before(context, heading)):
            continue
        forum = context.forums.at(heading.start) or context.forums.default
        for index in range(section.first, len(context.outline.blocks)):
            block = context.outline.blocks[index]
            if context.outline.section_at[index] is not section or index in context.outline.closing:
                break
            if block.kind is Kind.TEXT:
                yield from _candidates(context, forum, _of_line(context, block), sender or Defaults())


def _of_line(context: Context, block: Block) -> list[Stretch]:
    label = context.view.lower.find(":", block.start, block.end)
    if 0 < label - block.start < _LABEL and context.offices.first(block.start, label):
        name = context.names.first(label, block.end)
        return [(block.start, name.end if name else label)]
    if block.size >= _LINE or context.cues.first("verbs", block.start, block.end) or _CLOCK.search(context.view.lower, block.start, block.end):
        return []
    return series(context, block.start, block.end) if context.sentence(block.start)[1] >= block.end - 1 else []


def _of_tables(context: Context) -> Iterator[Candidate]:
    """The rows of tables of people, known by their header or by the line or heading above them."""
    for table in context.outline.tables:
        announced = _announced_table(context, table)
        if announced is None:
            continue
        forum = context.forums.at(table.lead.start if table.lead else table.rows[0].start)
        for row in table.rows:
            yield from _of_row(context, forum, row, announced)


def _announced_table(context: Context, table: Table) -> Defaults | None:
    if not table.rows or context.outline.block_at(table.rows[0].start) in context.outline.closing or {"phone", "email", "date"}.intersection(table.columns):
        return None
    if {"name", "role"} <= set(table.columns) or {"name", "organisation"} <= set(table.columns):
        return Defaults()
    announced = _announcing(context, table.lead.start, table.lead.end) if table.lead and context.view.text[table.lead.end - 1] == ":" else None
    typed = table.section is not None and table.section.type == "members"
    return announced or (Defaults() if typed else None)


def _of_row(context: Context, forum: Forum | None, row: Row, defaults: Defaults) -> Iterator[Candidate]:
    """The members of a row: one, or as many as its one cell that is no organisation names."""
    if {"role", "name"} <= row.columns.keys():
        yield from _of_columns(context, forum, row, defaults)
        return
    organisations = {cell: found for cell in row.cells if (found := _organisation(context, cell))}
    sent = next(iter(organisations.values()), None)
    defaults = Defaults(defaults.attendance, sent.organisation, sent.party) if sent else defaults
    rest = [cell for cell in row.cells if cell not in organisations]
    if len(rest) == 1:
        yield from _candidates(context, forum, series(context, *rest[0]), defaults)
    elif rest:
        yield from _candidates(context, forum, [(rest[0][0], rest[-1][1])], defaults)


def _of_columns(context: Context, forum: Forum | None, row: Row, defaults: Defaults) -> Iterator[Candidate]:
    """The member of a row whose cells are known to hold the office, the name, and where the member comes from."""
    role, name = row.columns["role"], row.columns["name"]
    sent = _organisation(context, row.columns["organisation"]) if "organisation" in row.columns else None
    side = sent or Defaults(organisation=side_of(context, *row.columns["organisation"]) if "organisation" in row.columns else None)
    member = read_person(context, role if role[0] < role[1] else name, Defaults(defaults.attendance, side.organisation, side.party))
    if member and forum and not is_placeholder(context.read(*role)):
        named = context.names.first(*name)
        noted = attendance(context.view.lower[row.start : row.end])
        member |= {"name": named.value["name"] if named else None, "attendance": noted or member["attendance"]}
        yield Candidate("bodies", {"type": forum.type, "name": forum.name, "member": member}, ((min(role[0], name[0]), max(role[1], name[1])),))


def _organisation(context: Context, cell: Stretch) -> Defaults | None:
    """Who sends the members of a row, where the cell names an organisation and nothing else."""
    found = next(organisation.find(context.view, *cell, context.cues), None)
    if found:
        whole = found.end - found.start >= cell[1] - cell[0] - 1
        side = "police" if found.value["party"]["type"].startswith("police") else "municipality"
        return Defaults(organisation=side, party=found.value["party"]["name"]) if whole else None
    cue = context.cues.first("organisations", *cell)
    return Defaults(organisation=cue.term.facts["side"]) if cue and (cue.start, cue.end) == cell else None
