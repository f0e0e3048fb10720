"""Rosters: lists and lines that name the members of a forum, by the line or the heading that announces them.

`Faste medlemmer er:` before entries, `Fra kommunen:` before some of them, lines under `Samansetning`. Not a roster: who is to do what, who signs,
whom to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.attendance import attendance, attendance_of
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.naming import Forum
from avtale.context.people import Defaults
from avtale.context.rest import chair_before_rest
from avtale.context.senders import opens_with_sender, sender_of, sent
from avtale.context.series import is_person, series
from avtale.structure import Block, Kind, Listing, Section

Seat = tuple[Forum | None, Stretch, Defaults]
"""A forum, the words for somebody in it, and what is said of all who are named there."""

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|@|\b\d{2}\s\d{2}\s\d{2}")
_HERE = re.compile(r"(?:\A|\b)(?:i\s(?!alle|hver|kvar|neste)\w+|(?:fra|frå|for)\s[^:]+|desse|disse|her|der)\s\Z")
_DONE_BY = re.compile(r"\b(?!erstat)\w+(?:es|ast)\s(?:\w+\s)?av\s")
_MORE = re.compile(r"\w{4}(?P<more>\.\s+(?=[A-ZÆØÅ])|,\ssom\s)")
"""What stands between those whom an entry names and what it says of them."""
_NEAR = 12
"""Lines between the announcement of members and that of a group of them."""
_NAME = 60
"""Characters of the longest line that only names a forum."""
_LINE = 200
"""Characters of the longest line that names members without a marker."""
_LABEL = 40
"""Characters of the longest label of an entry (`Leder: Kari Moen`)."""


def seats(context: Context) -> Iterator[Seat]:
    """Everybody whom a list or a line of members names."""
    yield from _of_lists(context)
    yield from _of_lines(context)
    yield from _under_names(context)


def _of_lists(context: Context) -> Iterator[Seat]:
    last: Section | None = None
    for listing in context.outline.listings:
        said = announced(context, listing)
        if said is None and listing.section is not None and listing.section is last and _names_people(context, listing):
            said = Defaults(attendance(context.view.lower[listing.lead.start : listing.lead.end]) or "permanent") if listing.lead else Defaults()
        last = listing.section if said else None
        if said:
            forum = context.forums.at(listing.lead.start if listing.lead else listing.items[0].start)
            yield from _of_entries(context, listing, forum, said)
            yield from ((forum, stretch, by._replace(attendance=said.attendance)) for by, stretch in _after(context, listing))
            if said.attendance == "permanent" and listing.lead:
                yield from ((forum, stretch, said) for stretch in chair_before_rest(context, listing.lead.start, listing.lead.end))


def _of_entries(context: Context, listing: Listing, forum: Forum | None, said: Defaults) -> Iterator[Seat]:
    """Those whom the entries name; an entry that only says whom they come from speaks of those after it."""
    for item in listing.items:
        sender = sender_of(context, item.start, item.end)
        labelled = list(sent(context, (item.start, item.end))) if opens_with_sender(context, (item.start, item.end)) else []
        if labelled:
            yield from ((forum, stretch, by._replace(attendance=said.attendance)) for by, people in labelled for stretch in people)
        elif sender and not is_person(context, (item.start, item.end)):
            said = sender._replace(attendance=said.attendance)
        elif _is_entry(context, item.start, end := _words_end(context, item)):
            yield from ((forum, stretch, said) for stretch in series(context, item.start, end))


def _after(context: Context, listing: Listing) -> Iterator[tuple[Defaults, Stretch]]:
    """Those in the groups of lines after a list of members that ends with its first blank line: each group under whom it comes from."""
    outline, by = context.outline, None
    first = outline.block_at(listing.items[-1].start) + 1
    if not any(sender_of(context, item.start, item.end) for item in listing.items):
        return
    for index in range(first, len(outline.blocks)):
        block = outline.blocks[index]
        sender = sender_of(context, block.start, block.end) if block.kind is Kind.TEXT else None
        if index in outline.closing or not (sender or (by and _is_line_of_person(context, block))):
            return
        if sender is None and by:
            yield by, (block.start, block.end)
        by = sender or by


def _words_end(context: Context, item: Block) -> int:
    """Where those end whom an entry names before it says more of them: `Ordføraren. Ho leier møta.`, `Rådmannen, som kallar inn`."""
    more = _MORE.search(context.view.text, item.start, item.end)
    end = more.start("more") if more else item.end
    return end if is_person(context, (item.start, end)) and not context.cues.first("verbs", item.start, end) else item.end


def _is_entry(context: Context, start: int, end: int) -> bool:
    """Whether an entry of a list of members names some, rather than saying something of a meeting."""
    if context.cues.within("recurrences", start, end) or context.cues.within("periods", start, end) or context.dates_in(start, end):
        return False
    if _DONE_BY.search(context.view.lower, start, end):
        return False
    verb = context.cues.first("verbs", start, end)
    if verb is None:
        return True
    label = context.view.text.find(":", start, end)
    return "(" in context.view.text[start : verb.start] or 0 < label - start < _LABEL


def announced(context: Context, listing: Listing) -> Defaults | None:
    """What the line before a list says of its entries, None where it announces no members."""
    lead = listing.lead
    if lead is None:
        return None
    line = (context.sentence(max(lead.start, lead.end - 1))[0], lead.end)
    said, sender = announcing(context, *line), sender_of(context, *line)
    headings = list(listing.section.lineage()) if listing.section else []
    typed = any(section.type == "members" for section in headings[:2])
    if sender and (said or typed or _names_people(context, listing) or (_members_before(context, lead) and _opens_with_people(context, listing))):
        noted = attendance(context.view.lower[line[0] : line[1]])
        return sender._replace(attendance=noted or (said.attendance if said else "permanent"))
    if said:
        found = context.purposes[listing]
        return None if found and found.is_duties and found.said == line else said
    named = context.forums.named(lead.start, lead.end) is not None and _names_people(context, listing)
    return Defaults() if lead.kind is Kind.HEADING and (typed or named) else None


def announcing(context: Context, start: int, end: int) -> Defaults | None:
    """What a line says of the members that it announces, None where it announces none."""
    for cue in context.cues.within("relations", start, end):
        kind = attendance_of(context.view.lower, cue)
        if kind and (cue.term.id != "attends" or _HERE.search(context.view.lower, start, cue.start)):
            return Defaults(attendance(context.view.lower[start:end]) or kind if cue.term.id == "attends" else kind)
    return None


def _names_people(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list are an office or a person, without a verb."""
    named = [
        item
        for item in listing.items
        if not context.cues.first("verbs", item.start, item.end) and (context.offices.first(item.start, item.end) or context.names.first(item.start, item.end))
    ]
    return 2 * len(named) > len(listing.items)


def _opens_with_people(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list begin with somebody."""
    return 2 * sum(is_person(context, (item.start, item.end)) for item in listing.items) > len(listing.items)


def _members_before(context: Context, lead: Block) -> bool:
    """Whether a line shortly before a group's own line announces members."""
    index = context.outline.block_at(lead.line)
    before = context.outline.blocks[max(0, index - _NEAR) : index]
    return any(announcing(context, block.start, block.end) for block in before if block.size < _LINE)


def _of_lines(context: Context) -> Iterator[Seat]:
    """Lines without markers under a heading of members, or lines that name an office and its holder."""
    for section in context.outline.sections:
        heading = section.heading
        said, sender = announcing(context, heading.start, heading.end), sender_of(context, heading.start, heading.end)
        if section.type != "members" and not said and not (sender and _members_before(context, heading)) and not _is_of_people(context, section):
            continue
        forum = context.forums.at(heading.start) or context.forums.default
        for block in _body(context, section):
            if sender is None or is_person(context, (block.start, block.end)):
                yield from ((forum, stretch, sender or said or Defaults()) for stretch in _of_line(context, block))


def _under_names(context: Context) -> Iterator[Seat]:
    """Lines of people that follow closely a line with no more than the name of a forum: `Nivå 2 – Koordineringsgruppe`."""
    blocks = context.outline.blocks
    for index in sorted({context.outline.block_at(cue.start) for cue in context.cues.all("bodies")}):
        line = blocks[index]
        if line.kind is not Kind.TEXT or line.size > _NAME or context.cues.first("verbs", line.start, line.end):
            continue
        people = list(takewhile(lambda block: _is_line_of_person(context, block), blocks[index + 1 : index + 1 + _NEAR]))
        forum = context.forums.named(line.start, line.end)
        if forum and len(people) > 1:
            yield from ((forum[1], (block.start, block.end), Defaults()) for block in people)


def _is_line_of_person(context: Context, block: Block) -> bool:
    close = block.kind is Kind.TEXT and block.gap == 1
    return close and is_person(context, (block.start, block.end)) and context.cues.first("verbs", block.start, block.end) is None


def _is_of_people(context: Context, section: Section) -> bool:
    """Whether a heading names a forum, and nothing but a line for each of some people follows."""
    if context.forums.named(section.heading.start, section.heading.end) is None:
        return False
    lines = list(_body(context, section))
    several = len(lines) > 1 or (lines and len(series(context, lines[0].start, lines[0].end)) > 2)
    return bool(several) and all(is_person(context, (line.start, line.end)) and not context.cues.first("verbs", line.start, line.end) for line in lines)


def _body(context: Context, section: Section) -> Iterator[Block]:
    """The lines of text right under a heading, up to the next one and to the signatures."""
    outline = context.outline
    for index in range(section.first, len(outline.blocks)):
        if outline.section_at[index] is not section or index in outline.closing:
            return
        if outline.blocks[index].kind is Kind.TEXT:
            yield outline.blocks[index]


def _of_line(context: Context, block: Block) -> list[Stretch]:
    label = context.view.lower.find(":", block.start, block.end)
    if 0 < label - block.start < _LABEL and context.offices.first(block.start, label):
        name = context.names.first(label, block.end)
        return [(block.start, name.end if name else label)]
    if context.view.text[block.end - 1] == ":" or _DONE_BY.search(context.view.lower, block.start, block.end):
        return []
    if block.size >= _LINE or context.cues.first("verbs", block.start, block.end) or _CLOCK.search(context.view.lower, block.start, block.end):
        return []
    first, last = context.sentence_index(block.start), context.sentence_index(block.end - 1)
    return [stretch for start, end in context.sentences[first : last + 1] for stretch in series(context, max(start, block.start), min(end, block.end))]
