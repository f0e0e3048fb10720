"""Lines that name the members of a forum without a marker: under a heading of members, or under the name of the forum.

Not such a line: a sentence that says what somebody does, who is to be called, who signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avtale.context.announcements import announcing, members_before
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.naming import Forum
from avtale.context.people import Defaults
from avtale.context.relations import relations
from avtale.context.senders import sender_of
from avtale.context.series import is_person, series
from avtale.structure import Block, Kind, Section

Seat = tuple[Forum | None, Stretch, Defaults]
"""A forum, the words for somebody in it, and what is said of all who are named there."""

LABEL = 40
"""Characters of the longest label of an entry (`Leder: Kari Moen`)."""
DONE_BY = re.compile(r"\b(?!erstat)\w+(?:es|ast)\s(?:\w+\s)?av\s")
"""An entry or a line that says by whom something is done."""
RELATIVE = re.compile(r"\w\ssom\s(?:\w+\s){0,3}\Z")
"""Before the verb of a clause that says which one is meant."""
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|@|\b\d{2}\s\d{2}\s\d{2}")
_NAME = 60
"""Characters of the longest line that only names a forum."""
_LINE = 200
"""Characters of the longest line that names members without a marker."""
_PEOPLE = 12
"""Lines under the name of a forum that are looked at."""


def of_lines(context: Context) -> Iterator[Seat]:
    """Lines without markers under a heading of members, or lines that name an office and its holder."""
    for section in context.outline.sections:
        heading = section.heading
        said, sender = announcing(context, heading.start, heading.end), sender_of(context, heading.start, heading.end)
        if section.type != "members" and not said and not (sender and members_before(context, heading)) and not _is_of_people(context, section):
            continue
        forum = context.forums.at(heading.start) or context.forums.default
        for block in _body(context, section):
            named = is_person(context, (block.start, block.end))
            if not named and (own := sender_of(context, block.start, block.end)):
                sender = own
            elif sender is None or named:
                yield from ((forum, stretch, sender or said or Defaults()) for stretch in _of_line(context, block))


def under_names(context: Context) -> Iterator[Seat]:
    """Lines of people that follow closely a line with no more than the name of a forum: `Nivå 2 – Koordineringsgruppe`."""
    blocks = context.outline.blocks
    for index in sorted({context.outline.block_at(cue.start) for cue in context.cues.all("bodies")}):
        line = blocks[index]
        if line.kind is not Kind.TEXT or line.size > _NAME or context.cues.first("verbs", line.start, line.end):
            continue
        people = list(takewhile(lambda block: is_line_of_person(context, block), blocks[index + 1 : index + 1 + _PEOPLE]))
        forum = context.forums.named(line.start, line.end)
        if forum and len(people) > 1:
            yield from ((forum[1], (block.start, block.end), Defaults()) for block in people)


def is_line_of_person(context: Context, block: Block) -> bool:
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
    if 0 < label - block.start < LABEL and context.offices.first(block.start, label):
        name = context.names.first(label, block.end)
        return [(block.start, name.end if name else label)]
    if context.view.text[block.end - 1] == ":" or DONE_BY.search(context.view.lower, block.start, block.end):
        return []
    if _CLOCK.search(context.view.lower, block.start, block.end):
        return []
    first, last = context.sentence_index(block.start), context.sentence_index(block.end - 1)
    people = [
        stretch
        for start, end in context.sentences[first : last + 1]
        if end - start < _LINE and not _says_something(context, (start, end))
        for stretch in series(context, max(start, block.start), min(end, block.end))
    ]
    return people if first == last else [stretch for stretch in people if is_person(context, stretch)]


def _says_something(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence has a verb, but for one that only says more of somebody (`patruljeleiaren som har vakt`), or tells who comes when."""
    verb = next((cue for cue in context.cues.within("verbs", *sentence) if not RELATIVE.search(context.view.lower, sentence[0], cue.start)), None)
    return verb is not None or bool(context.has("relations", *sentence, "attends") and relations(context, sentence))
