"""`bodies`: the forums that the text names and defines, whatever else it says of them.

`Familieforum fungerer som koordineringsgruppe`, `OSG-møtene (operativ SLT gruppe)`. All other facts about a body come from
extractors of their own, and a forum of which there is no fact is none.

Not this field: a forum that is merely mentioned, a municipality's own organs.
Known gaps: a forum with a name that no word tells to be one.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Familieforum fungerer som kommunens koordineringsgruppe."))]
[{'type': 'coordination_group', 'name': 'Familieforum'}]
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each definition of a forum."""
    for stretch, forum in context.forums.defined:
        yield Candidate("bodies", {"type": forum.type, "name": forum.name}, (stretch,))
