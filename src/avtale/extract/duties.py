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

from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.actors import subject
from avtale.context.lists import entries, purpose


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each entry of each list of duties."""
    for listing in context.outline.listings:
        found = purpose(context, listing)
        if found is None or not found.is_duties:
            continue
        mutual = found.who is None and bool(context.has("tasks", *found.said, "expectation"))
        for text, stretch in entries(context, listing):
            own = subject(context, *stretch)
            who = own.who if own else found.who or ("both" if mutual else None)
            if who:
                yield Candidate("duties", {"bearer": who, "text": text}, (stretch,))
