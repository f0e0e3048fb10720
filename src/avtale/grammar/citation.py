"""Numbers that are cited: propositions and reports to parliament, circulars, council cases. The years inside them are no dates.

The value is `{"type", "id", "text"}`, `type` one of `proposition`, `report`, `circular`, `council_case`, and `id` the number as cited.
Not a citation: the number that a document has in its own archive (`OWN_NUMBER` tells it), a law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.found import Found
from avtale.text import View

PROPOSITION = re.compile(
    r"(?P<kind>st\.?\s?prp\.?|ot\.?\s?prp\.?|prop\.?|innst\.?|meld\.\s?st\.?|st\.?\s?meld\.?|stortings(?:melding|proposisjon)(?:en|a)?|nou)\s*(?:nr\.?\s*)?"
    r"\d{1,4}(?::\s?\d+)?(?:\s(?:ls|l|s)\b)?(?:\s*\(\d{4}\s?[-–]\s?\d{2,4}\))?"
)
"""`st.prp. nr. 1 (2006-2007)`, `prop. 61 ls (2014–2015)`, `nou 2009: 12`, in lower case."""
CIRCULAR = re.compile(r"rundskriv(?:et)?\s+(?:(?:fra|frå)\s\w+(?:\s?\(\w+\))?,?\s)?(?:nr\.?\s*)?(?P<id>[a-z]{0,6}[-–]?\d[\w/–-]*\d)")
"""`rundskriv 2007/5`, in lower case."""
CASE = re.compile(
    r"(?P<word>\b(?:(?:kom|kst|ks|kvs|hst|hs|fs|fsk|form|fmsk|bst)(?=[\s-]{1,2}\d)|[kf](?:st|sk|s)?-?sak|ps|\w*saka?(?:snr|nr)?\.?|saksnummer|vedtak(?:\si)?|handsaming)\.?:?[\s-]{0,2}(?:nr\.?\s?)?)"
    r"(?P<id>\d{1,4}/\d{2,5}(?![\d-]))"
)
"""`sak 86/16`, `k-sak 12/2019`, in lower case."""
OWN_NUMBER = re.compile(
    r"\b(?:arkiv\w*|vår ref|dykkar ref|deres ref|ephorte|elements|acos|websak|løpenr|saksbeh\w*|journal\w*|saksnr|saknr|public\s?360)\b[^\n]{0,40}\Z"
)
"""What stands before the number that a document has in its own archive, in lower case."""

_START = re.compile(
    r"\b(?:(?P<proposition>st\.?\s?prp|ot\.?\s?prp|prop\b|innst\b|meld\.\s?st|st\.?\s?meld|stortings(?:meld|prop)|nou\b)|(?P<circular>rundskriv))|(?<!\d)\d{1,4}(?=/\d)"
)
"""Where a citation can begin: at its word, or at the number of a case."""
_BEFORE = 24
"""Characters before a number in which the word for a case stands."""


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The citations in `start:end`: `{"type", "id", "text"}`.

    >>> view = View("Jf. St.prp. nr. 1 (2006-2007), rundskriv 2007/5 og k-sak 86/16")
    >>> [(found.value["type"], found.value["id"]) for found in find(view, 0, len(view.text))]
    [('proposition', 'St.prp. nr. 1 (2006-2007)'), ('circular', '2007/5'), ('council_case', '86/16')]
    """
    lower, done = view.lower, start
    for anchor in _START.finditer(lower, start, end):
        cited = _cited(lower, anchor, start, end) if anchor.start() >= done else None
        if cited:
            kind, (at, stop) = cited
            done = stop
            said = " ".join(view.text[at:stop].split())
            yield Found(at, stop, {"type": kind, "id": said, "text": said})


def _cited(lower: str, anchor: re.Match[str], start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """What is cited at a position, and where its number stands."""
    at = anchor.start()
    if anchor["proposition"]:
        match = PROPOSITION.match(lower, at, end)
        return ("report" if match["kind"] == "nou" else "proposition", match.span()) if match else None
    if anchor["circular"]:
        match = CIRCULAR.match(lower, at, end)
        return ("circular", match.span("id")) if match else None
    match = CASE.search(lower, max(start, at - _BEFORE), end)
    own = OWN_NUMBER.search(lower, max(0, lower.rfind("\n", 0, at) + 1), at)
    return ("council_case", match.span("id")) if match and match.start("id") == at and not own else None
