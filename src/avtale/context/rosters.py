"""Rosters: those whom lists and lines name as the members of a forum.

`Faste medlemmer er:` before entries, `Fra kommunen:` before some of them, lines under `Samansetning`. Not a roster: who is to do what, who signs,
whom to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.announcements import announced, names_people
from avtale.context.attendance import attendance
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.labelled_lines import on_labels
from avtale.context.margin import beside_labels, beside_senders
from avtale.context.naming import Forum
from avtale.context.people import Defaults
from avtale.context.rest import chair_before_rest
from avtale.context.roster_lines import DONE_BY, LABEL, RELATIVE, Seat, is_line_of_person, of_lines, under_names
from avtale.context.senders import opens_with_sender, sender_of, sent
from avtale.context.series import is_person, names_somebody, series
from avtale.structure import Block, Kind, Listing, Section
from avtale.vocabulary import spot

_MORE = re.compile(r"\w{4}(?P<more>\.\s+(?=[A-ZÆØÅ])|,\ssom\s)")
"""What stands between those whom an entry names and what it says of them."""


def seats(context: Context) -> Iterator[Seat]:
    """Everybody whom a list or a line of members names."""
    yield from _of_lists(context)
    yield from of_lines(context)
    yield from under_names(context)
    yield from beside_labels(context)
    yield from beside_senders(context)
    yield from on_labels(context)
    yield from _of_forum_tables(context)


def _of_lists(context: Context) -> Iterator[Seat]:
    last: Section | None = None
    for listing in context.outline.listings:
        said = announced(context, listing)
        if said is None and listing.section is not None and listing.section is last and names_people(context, listing):
            said = Defaults(attendance(context.view.lower[listing.lead.start : listing.lead.end]) or "permanent") if listing.lead else Defaults()
        last = listing.section if said else None
        if said:
            lead = listing.lead
            forum = context.forums.at(context.sentence(max(lead.start, lead.end - 1))[0] if lead else listing.items[0].start)
            yield from _of_entries(context, listing, forum, said)
            yield from ((forum, stretch, by._replace(attendance=said.attendance)) for by, stretch in _after(context, listing))
            if said.attendance == "permanent" and listing.lead:
                yield from ((forum, stretch, said) for stretch in chair_before_rest(context, listing.lead.start, listing.lead.end))


def _of_forum_tables(context: Context) -> Iterator[Seat]:
    """Those in the cells of members of a table with a row for each forum."""
    for forum, header, cell, _ in context.forum_cells:
        if context.has("relations", *header, "member") or "name" in spot("columns", context.view.lower[slice(*header)]):
            yield from ((forum, stretch, Defaults()) for stretch in series(context, *cell))


def _of_entries(context: Context, listing: Listing, forum: Forum | None, said: Defaults) -> Iterator[Seat]:
    """Those whom the entries name; an entry that only says whom they come from speaks of those after it."""
    for item in listing.items:
        sender = sender_of(context, item.start, item.end)
        labelled = list(sent(context, (item.start, item.end))) if opens_with_sender(context, (item.start, item.end)) else []
        if labelled:
            yield from ((forum, stretch, by._replace(attendance=said.attendance)) for by, people in labelled for stretch in people)
        elif sender and not is_person(context, (item.start, item.end)):
            said = sender._replace(attendance=said.attendance)
        elif (how := attendance(context.view.lower[item.start : item.end])) and not names_somebody(context, item.start, item.end):
            said = said._replace(attendance=how)
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
        if index in outline.closing or not (sender or (by and is_line_of_person(context, block))):
            return
        if sender is None and by:
            yield by, (block.start, block.end)
        by = sender or by


def _tells_which(context: Context, start: int, end: int) -> bool:
    """Whether a verb only says which one an entry means: `en betjent som lensmannen velger ut`."""
    return RELATIVE.search(context.view.lower, start, end) is not None and context.view.text.find(",", start, end) < 0


def _words_end(context: Context, item: Block) -> int:
    """Where those end whom an entry names before it says more of them: `Ordføraren. Ho leier møta.`, `Rådmannen, som kallar inn`."""
    more = _MORE.search(context.view.text, item.start, item.end)
    end = more.start("more") if more else item.end
    return end if is_person(context, (item.start, end)) and not context.cues.first("verbs", item.start, end) else item.end


def _is_entry(context: Context, start: int, end: int) -> bool:
    """Whether an entry of a list of members names some, rather than saying something of a meeting."""
    if context.cues.within("recurrences", start, end) or context.cues.within("periods", start, end) or context.dates_in(start, end):
        return False
    note = context.view.text.find(" (", start, end)
    if DONE_BY.search(context.view.lower, start, end if note < 0 else note):
        return False
    verb = next((cue for cue in context.cues.within("verbs", start, end) if not _tells_which(context, start, cue.start)), None)
    if verb is None:
        return True
    label = context.view.text.find(":", start, end)
    return "(" in context.view.text[start : verb.start] or 0 < label - start < LABEL
