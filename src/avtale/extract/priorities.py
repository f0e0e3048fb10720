"""`priorities`: the entries of lists of goals, focus areas and standing topics of a forum's meetings.

`scope` is `goal` (mål), `focus_area` (satsingsområde, prioriterte områder) or `agenda_item` (faste saker, tema som alltid drøftes);
`body` is the forum whose list it is.

Not this field: a series in a sentence; duties (`Politikontakten skal:`); members; attachments.
Known gaps: a list that only its own entries tell to be of goals.

>>> from avtale.context import Context
>>> text = "Politirådet\\n\\nFaste saker:\\n\\n- Status frå politiet\\n- Eventuelt"
>>> [(found.value["scope"], found.value["text"], found.value["body"]) for found in extract(Context(text))]
[('agenda_item', 'Status frå politiet', 'police_council'), ('agenda_item', 'Eventuelt', 'police_council')]
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.leads import Purpose


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each entry of each list of priorities."""
    for entry in context.entries:
        scope = entry.purpose.scope
        if scope:
            yield Candidate("priorities", {"scope": scope, "text": entry.text, "body": _body(context, entry.purpose)}, entry.spans)


def _body(context: Context, found: Purpose) -> str | None:
    """Whose list it is: a list of standing topics is always some forum's, another one only where its announcement says so."""
    if found.scope == "agenda_item":
        forum = context.forums.at(found.said[0])
        return forum.type if forum else None
    named = context.forums.named(*found.said)
    return named[1].type if named else None
