"""`bodies[].minuted`: whether minutes of a forum's meetings are to be written at all, whatever becomes of them.

`Det føres referat fra møtene`, `sekretæren sender ut møtebok`, `politikontakten er referent`.

Not this field: minutes of earlier meetings that are gone through; whether minutes are public or kept (`minutes`).
Known gaps: notes that go by no such name.

>>> from avtale.context import Context
>>> [found.value["type"] for found in extract(Context("Frå møta i politirådet skal det skrivast referat."))]
['police_council']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.stems import sentences_saying

_STEMS = ("referat", "referent", "møtebok", "møtebøk", "protokoll", "møtelogg")
_WRITTEN = re.compile(
    r"""\b(?:(?:møte)?referent\w* | referatfør\w* | (?:blir|vert|skal)\s(?:\w+\s)?god(?:kjen|tek|tatt)\w*
      | skriv(?:e|es|ast|a|er)? | skrevet | før(?:e|es|er|ast|a|t)? | utarbeid\w* | lag(?:e|es|ar|er|ast|a)? | set(?:ter|t|te|tes|tast)\sopp
      | publiser\w* | arkiver\w* | lagr(?:es|ast) | send(?:e|es|er|ast|a)? | distribuer\w* | ferdigst\w+ | ansvar(?:et|lig|leg)?\sfor
      | (?:sørg|syt|stå|ta|te)\w*\s(?:seg\sav|for|hånd\som|hand\som))\b""",
    re.VERBOSE,
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that has minutes written."""
    for start, end in sentences_saying(context, *_STEMS):
        forum = context.forums.at(start)
        if forum and _WRITTEN.search(context.view.lower, start, end):
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "minuted": True}, ((start, end),))
