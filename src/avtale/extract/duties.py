"""`duties`: the entries of lists that say who is to do what.

The `bearer` is the one whom the announcement names (`Politikontaktens oppgaver`, `Kommunen skal:`, `Politiet forplikter seg til å:`); under
expectations it is the one of whom something is expected (`Forventninger fra kommunen` → the police). An entry with a subject of its
own (`Kommunen stiller med kontor`) is that subject's.

Not this field: a duty in running prose; priorities; what a list of functions or members names.
Known gaps: a list that names no bearer anywhere gives nothing, unless it is one of mutual expectations (then `both`).

>>> from avtale.context import Context
>>> text = "Forventningar frå kommunen:\\n\\n- Kort responstid\\n- Synleg politi"
>>> [(found.value["bearer"], found.value["text"]) for found in extract(Context(text))]
[('police', 'Kort responstid'), ('police', 'Synleg politi')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.actors import Actor, other_side, side_of, subject
from avtale.context.entries import Entry

_HAVE = re.compile(r"\s(?:har|får|kan)\s(?!ansvar|plikt|som\soppgave|som\soppgåve)")
"""After somebody to whom something is given."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each entry of each list of duties."""
    for entry in context.entries:
        who = _bearer(context, entry) if entry.purpose.is_duties else None
        if who:
            yield Candidate("duties", {"bearer": who, "text": entry.text}, entry.spans)


def _bearer(context: Context, entry: Entry) -> str | None:
    """The entry's own subject, else the one whom its row or its list names; under mutual expectations both."""
    own = subject(context, *entry.stretch)
    if own and _is_given(context, entry, own):
        own = None
    if entry.who or (own and not (own.is_pronoun and entry.purpose.who)):
        return entry.who or (own.who if own else None)
    return entry.purpose.who or ("both" if context.has("tasks", *entry.purpose.said, "expectation") else None)


def _is_given(context: Context, entry: Entry, own: Actor) -> bool:
    """Whether an entry says what the side gets that expects it: `Politikontakten har egen pult` under what is expected of the municipality."""
    who = entry.purpose.who
    if who is None or other_side(who) == who or side_of(own.who) != other_side(who):
        return False
    return bool(context.has("tasks", *entry.purpose.said, "expectation")) and _HAVE.match(context.view.lower, own.end, entry.stretch[1]) is not None
