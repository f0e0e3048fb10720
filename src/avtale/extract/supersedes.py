"""`supersedes` and `amends`: the earlier agreements that this one replaces, and those that it changes or prolongs.

`Avtalen erstatter avtale av 13.11.17`, `ho kjem i staden for «…» av 5. mai 1998`; in an amendment, the agreement it belongs to.
`title` is what stands in quotes, or a capitalised title before the date.

Not this field: an earlier agreement that is only told of (`forrige avtale ble undertegnet …`), what another agreement replaced.
Known gaps: an agreement replaced without a date or a title gives nothing.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala kjem i staden for «Avtale om samråd» av 5. mai 1998."))]
[{'date': '1998-05-05', 'title': 'Avtale om samråd'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.context.chronology import REPLACES, Dated
from avtale.vocabulary import spot

_AMENDS = re.compile(r"\b(?:endr|forleng|tillegg|tilleggsavtale|hovedavtale|hovudavtale)")
_TITLE = re.compile(
    r"[«\"“](?P<quoted>[^»\"”]{3,90})[»\"”][^.]{0,25}\Z|(?P<plain>\b(?:Avtale|Samarbeidsavtale|Politirådsavtale)\s(?:om|for|mellom)\s[^.,;]{3,80}?)\s(?:av|frå|fra|datert|dagsett|inngått|signert)\s(?:den\s)?\Z"
)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each dated agreement that this one replaces or changes."""
    amendment = "amendment" in spot("documents", context.view.lower[:600])
    for dated in context.chronology:
        sentence = context.view.lower[dated.sentence[0] : dated.sentence[1]]
        following = context.sentence(min(dated.sentence[1] + 2, len(context.view.text) - 1))
        if dated.role == "superseded" and REPLACES.search(context.view.lower, dated.sentence[0], following[1]):
            yield _candidate(context, "supersedes", dated)
        elif (
            amendment
            and "avtal" in sentence[: dated.found.start - dated.sentence[0]][-80:]
            and _AMENDS.search(sentence)
            and dated.role in ("referenced", "signed", "other", "superseded")
        ):
            yield _candidate(context, "amends", dated)


def _candidate(context: Context, field: str, dated: Dated) -> Candidate:
    start = dated.sentence[0]
    title = _TITLE.search(context.view.text, start, dated.found.start)
    name = "quoted" if title and title["quoted"] else "plain"
    spans = ((dated.found.start, dated.found.end),)
    if title:
        spans = ((title.start(name), title.end(name)), *spans)
    return Candidate(field, {"date": dated.found.value["date"], "title": context.read(*title.span(name)) if title else None}, spans)
