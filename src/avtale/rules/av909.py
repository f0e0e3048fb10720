"""AV909: an attachment that is cited and not listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.rules.case import Case
from avtale.rules.rule import Hit, Message, Rule

RULE = Rule(
    code="AV909",
    severity="info",
    message=Message(
        en="the attachment is cited, but not listed: {words}",
        nb="vedlegget er nevnt, men ikke listet opp: {words}",
        nn="vedlegget er nemnt, men ikkje lista opp: {words}",
    ),
    why="An attachment is part of what is agreed, and must be found.",
    example="Se vedlegg 3. (and two attachments are listed)",
)


def check(case: Case) -> Iterator[Hit]:
    """Each mention of a number that is not listed; of any attachment, where none is."""
    cited, listed = case.theme("attachment_cited"), case.theme("attachment_listed")
    numbers = {number for words in (listed.evidence if listed else ()) for number in _numbers(words.quote)}
    count = sum(reference.type == "attachment" for reference in case.record.references)
    for words in cited.evidence if cited else ():
        unlisted = [number for number in _numbers(words.quote) if number not in numbers and number > count]
        if unlisted or not (listed or count):
            yield Hit("/references", case.place([words]), {"words": " ".join(words.quote.split())})


def _numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", words)]
