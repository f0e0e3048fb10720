"""AV904: the same signatory twice."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import IN_FORCE, Hit, Message, Rule

RULE = Rule(
    code="AV904",
    severity="info",
    message=Message(
        en="{signer} stands among the signatures more than once",
        nb="{signer} står flere ganger blant underskriftene",
        nn="{signer} står fleire gonger blant underskriftene",
    ),
    why="A second line for the same signature is often left over from last year's file.",
    example="Ordfører, Stange kommune … Stange kommune, ordfører",
    documents=IN_FORCE,
)


def check(case: Case) -> Iterator[Hit]:
    """The place where a signatory, told by the name or else by the office, is said again."""
    seen: dict[str, int] = {}
    for number, signer in enumerate(case.record.signatories):
        said = signer.name or signer.title
        again = [words for words in signer.evidence if said and said.casefold() in " ".join(words.quote.split()).casefold()]
        first = seen.setdefault(signer.name.casefold(), number) if signer.name else number
        if said and (len(again) > 1 or first != number):
            yield Hit(f"/signatories/{number}", case.place(again[-1:]), {"signer": said})
