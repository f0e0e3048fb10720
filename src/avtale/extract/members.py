"""`bodies[].members`: who sits in a forum, from lists, lines, table rows and sentences, with or without names.

`attendance` is `permanent` for a listed member, `invited` for one who is called in, `observer` and `deputy` as the text says.
A series is split into its members; `leder for barn og unge` is one.

Not this field: who signs, a contact list, "others as needed", a chair or secretary whom the text does not count among the members.
Known gaps: an invitation whose verb an earlier clause has (`… og leder av næringsforeningen når …`).

>>> from avtale.context import Context
>>> text = "Politirådet består av ordføreren, rådmann Kari Moen og leder for barn og unge. Rektorene innkalles ved behov."
>>> for found in extract(Context(text)):
...     print(found.value["member"]["role"], found.value["member"]["title"], found.value["member"]["attendance"], sep=" | ")
mayor | ordføreren | permanent
municipal_director | rådmann | permanent
other | leder for barn og unge | permanent
other | Rektorene | invited
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtale.context import Candidate, Context, Stretch
from avtale.context.entries import is_placeholder
from avtale.context.forums import Forum
from avtale.context.people import Defaults, read_person, underlined
from avtale.context.relations import relations, telling_sentences
from avtale.context.rest import chair_before_rest
from avtale.context.roster_tables import rows_of_people
from avtale.context.rosters import seats

_DEPUTY = re.compile(
    r"\s[(\[](?i:(?:med\s)?(?:personlig\s|personleg\s)?(?:vara(?:medlem|representant)?|st[ea]dfortred[ea]r))(?:\ser|:|,)?\s(?P<who>(?!for\b)[^()\[\]]+)[)\]]"
)
"""Who stands in for the one before the bracket: `ordfører (vara: varaordfører)`."""
_BRACKET = re.compile(r"[(\[]")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each member that a passage names."""
    for forum, stretch, said in seats(context):
        yield from _read(context, forum, stretch, said)
    rows = {context.sentence(table.header[0][0]) for table in context.outline.tables if sum(map(bool, table.columns)) > 1}
    rows.update(context.sentence(at) for cell in context.forum_cells for at in (cell.header[0], cell.row[0]))
    for at, stretch, member in rows_of_people(context):
        rows.add(context.sentence(stretch[0]))
        yield from _candidate(context, context.forums.at(at), stretch, member)
    for sentence in telling_sentences(context):
        forum = context.forums.at(sentence[0])
        section = context.section(sentence[0])
        if section and section.type == "police_contact" and not context.forums.heading(section) and not context.forums.is_named(*sentence):
            continue
        if forum and sentence not in rows and context.outline.block_at(sentence[0]) not in context.outline.closing:
            found = relations(context, sentence)
            if any(said.attendance == "permanent" for said, _ in found):
                found += [(Defaults(), chair) for chair in chair_before_rest(context, *sentence)]
            for said, stretch in found:
                yield from _read(context, forum, stretch, said)


def _read(context: Context, forum: Forum | None, stretch: Stretch, said: Defaults) -> Iterator[Candidate]:
    start, end = stretch
    bracket = _DEPUTY.search(context.view.text, start, end) if _BRACKET.search(context.view.text, start, end) else None
    head = (start, bracket.start()) if bracket else stretch
    member = None if is_placeholder(context.read(*head)) else read_person(context, head, said)
    yield from _candidate(context, forum, head, member)
    if bracket and member:
        deputy = read_person(context, bracket.span("who"), Defaults("deputy", member["organisation"], member["party"]))
        yield from _candidate(context, forum, bracket.span("who"), deputy)


def _candidate(context: Context, forum: Forum | None, stretch: Stretch, member: dict[str, Any] | None) -> Iterator[Candidate]:
    if forum and member:
        yield Candidate("bodies", {"type": forum.type, "name": forum.name, "member": member}, (underlined(context, stretch, member),))
