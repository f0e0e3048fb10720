"""`contacts`: every phone number, e-mail address and web address of the text, whoever's, each once.

Phones are E.164, or the short number as it is; e-mail and web addresses stand as written. `label` is whom it reaches, where the line says so.

Not this field: organisation, account and case numbers; an e-mail's domain is no web address.
Known gaps: a web address without `www.` is known only by its ending (`.no`, `.com`, `.org`, `.net`, `.eu`).

>>> from avtale.extract.context import Context
>>> [found.value["value"] for found in extract(Context("Tlf. 57 65 55 00, post@luster.kommune.no. Sjå politiet.no."))]
['+4757655500', 'post@luster.kommune.no', 'politiet.no']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.extract.candidate import Candidate
from avtale.extract.context import Context
from avtale.grammar import phone

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"https?://[^\s<>«»\"]+|\bwww\.[^\s<>«»\"]+|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|eu)\b(?:/[^\s<>«»\"]*)?", re.IGNORECASE)
_TRAILING = ".,;:)!?"
_LABEL = re.compile(r"(?P<label>[^:;,.]{3,60}):?\s*(?:tlf\.?|telefon|mobil|e-post|epost|mob\.?)?[:\s]*\Z", re.IGNORECASE)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each address."""
    view = context.view
    found = [(at.start, at.end, "phone", at.value["phone"]) for block in context.outline.blocks for at in phone.find(view, block.start, block.end)]
    if "@" in view.text:
        found += [(*match.span(), "email", match[0].rstrip(".")) for match in _EMAIL.finditer(view.text)]
    taken = {position for start, end, kind, _ in found if kind == "email" for position in range(start, end)}
    for match in _URL.finditer(view.text):
        value = match[0].rstrip(_TRAILING)
        if match.start() not in taken:
            found.append((match.start(), match.start() + len(value), "url", value))
    for start, end, kind, value in sorted(found):
        yield Candidate("contacts", {"type": kind, "value": value, "label": _label(context, start)}, ((start, end),))


def _label(context: Context, start: int) -> str | None:
    """What stands before the address in its line, up to a colon."""
    block = context.block(start)
    before = context.view.text[block.start : start]
    if ":" not in before:
        return None
    match = _LABEL.search(before)
    return " ".join(match["label"].split()) if match and match["label"].strip() else None
