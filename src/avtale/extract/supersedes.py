"""`supersedes`: the earlier agreements that this one replaces.

`Avtalen erstatter avtale av 13.11.17`, `ho kjem i staden for «…» av 5. mai 1998`, `tidligere avtale fra 2019 opphører`. `title` is what stands
in quotes, else a noun that says what the agreement is about (`SLT-avtalen`). Its date may have been told before: `Erklæringen faller bort`.

Not this field: an earlier agreement that is only told of (`forrige avtale ble undertegnet …`), what another agreement replaced, what an
amendment changes (`amends`).
Known gaps: an agreement replaced with neither a date nor a title in quotes gives nothing.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala kjem i staden for «Avtale om samråd» av 5. mai 1998."))]
[{'date': '1998-05-05', 'title': 'Avtale om samråd'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch

_YEAR, _MONTH = len("2019"), len("2019-03")
"""Characters of a date that tells no more than its year, or its month."""
_QUOTED = re.compile(r"[\s\w-]{0,30}?[«“\"](?P<title>[^»”\"]*avtal[^»”\"]*)[»”\"]", re.IGNORECASE)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each agreement that this one replaces."""
    replaced = [dated for dated in context.chronology if dated.role == "superseded"]
    closer = {
        date[:length] for dated in replaced for date in [dated.found.value["date"]] for length in (_YEAR, _MONTH) if length < len(date) and "/" not in date
    }
    for dated in replaced:
        if dated.found.value["date"] not in closer:
            yield _candidate(context, (dated.found.start, dated.found.end), dated.found.value["date"], dated.title)
    yield from _undated(context)


def _candidate(context: Context, dated: Stretch | None, date: str | None, named: Stretch | None) -> Candidate:
    spans = tuple(span for span in (named, dated) if span)
    return Candidate("supersedes", {"date": date, "title": context.read(*named) if named else None}, spans)


def _undated(context: Context) -> Iterator[Candidate]:
    """The agreements that are replaced and known by their title alone."""
    for cue in context.cues.all("events"):
        if cue.term.id in ("superseded", "lapsed"):
            quoted = _QUOTED.match(context.view.text, cue.end, context.sentence(cue.start)[1])
            if quoted and not context.dates_in(quoted.start(), context.sentence(cue.start)[1]):
                yield _candidate(context, None, None, quoted.span("title"))
