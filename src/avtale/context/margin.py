"""Members beside a label in the margin, and below one another in its column.

`Medlemmer    Ordføreren` / `             Lensmannen`; a label of its own ends the column. Labels under a line that announces members tell by whom
they are sent (`for Vik:   ordføreren og rådmannen`). Not here: another label with one line beside it, which is a sentence like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest

from avtale.context.announcements import announcing
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.people import Defaults
from avtale.context.roster_lines import Seat
from avtale.context.senders import opens_with_sender, sender_of, sent
from avtale.context.series import is_person, series
from avtale.structure import Kind

_GOES_ON = re.compile(r"(?:,|\b(?:og|samt|i|ved|for|av|på|fra|frå|en|ein|ei|et|eit))\Z")
"""How a line ends that the next one goes on with."""
_PAIR = 2
_LABEL = re.compile(r"(?P<label>[^\W\d][^\t\n|:]{2,24}?):? {3,}(?=\S)")


def beside_labels(context: Context) -> Iterator[Seat]:
    """Those whom a column beside a label for members names."""
    blocks = context.outline.blocks
    for index, block in enumerate(blocks):
        label = _LABEL.match(context.view.text, block.start, block.end) if block.kind is Kind.ROW else None
        said = _said(context, label.span("label")) if label else None
        if label and said:
            forum = context.forums.at(block.start)
            below = list(_below(context, index, _column(context, label.end())))
            for line in _joined(context, [(label.end(), block.end), *below]) if below else ():
                yield from ((forum, stretch, by) for by, stretch in _people(context, line, said))


def beside_senders(context: Context) -> Iterator[Seat]:
    """Those beside the labels of who sends them, in the lines under one that announces members: `Her sitter` / `for Vik:   ordføreren`."""
    for table in context.outline.tables:
        lead = context.sentence(max(table.lead.start, table.lead.end - 1)) if table.lead and not table.header else None
        said = announcing(context, *lead) if lead and all(len(row.cells) == _PAIR for row in table.rows) else None
        for row in table.rows if said else ():
            label, people = row.cells
            sender = sender_of(context, *label) if context.view.text.endswith(":", *label) else None
            if sender and said:
                by = sender._replace(attendance=said.attendance)
                yield from ((context.forums.at(table.rows[0].start), part, by) for part in series(context, *people) if is_person(context, part, loosely=True))


def _said(context: Context, label: Stretch) -> Defaults | None:
    """What a label says of those beside it; one for an office says nothing of members."""
    if context.cues.first("offices", *label):
        return None
    sender = sender_of(context, *label) if context.view.text.startswith(":", label[1]) and context.forums.is_sure(*label) else None
    if sender:
        return sender
    now_and_then = context.has("relations", *label, "invited")
    return announcing(context, *label) or (Defaults("invited") if now_and_then and now_and_then.start == label[0] else None)


def _below(context: Context, index: int, column: int) -> Iterator[Stretch]:
    """The lines after one that go on with its column."""
    lines = takewhile(lambda line: line.gap == 1 and line.kind is Kind.TEXT and _column(context, line.start) == column, context.outline.blocks[index + 1 :])
    return ((line.start, line.end) for line in lines)


def _joined(context: Context, lines: list[Stretch]) -> Iterator[Stretch]:
    """The lines of a column, those together of which one goes on with the one before: `Ordfører, rådmann og` / `SLT-koordinator`."""
    start = lines[0][0]
    for line, after in zip_longest(lines, lines[1:]):
        if after is None or not _GOES_ON.search(context.view.lower, start, line[1]):
            yield start, line[1]
            start = after[0] if after else start


def _column(context: Context, position: int) -> int:
    return position - context.view.text.rfind("\n", 0, position)


def _people(context: Context, line: Stretch, said: Defaults) -> Iterator[tuple[Defaults, Stretch]]:
    """Those whom a line of the column names, by whom they come from where it says so."""
    senders = list(sent(context, line)) if opens_with_sender(context, line) else []
    if senders:
        yield from ((by._replace(attendance=said.attendance), person) for by, people in senders for person in people)
    else:
        yield from ((said, part) for part in series(context, *line) if is_person(context, part, loosely=True))
