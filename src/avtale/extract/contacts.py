"""`contacts`: every phone number, e-mail address and web address of the text, whoever's, each once.

Phones are E.164, or the short number as it is; e-mail and web addresses stand as written. `label` is whom it reaches, where the line says so.

Not this field: organisation, account and case numbers; an e-mail's domain is no web address.
Known gaps: a web address without `www.` is known only by its ending (`.no`, `.com`, `.org`, `.net`, `.eu`).

>>> from avtale.context import Context
>>> [found.value["value"] for found in extract(Context("Tlf. 57 65 55 00, post@luster.kommune.no. Sjå politiet.no."))]
['+4757655500', 'post@luster.kommune.no', 'politiet.no']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.grammar import address, phone

_LABEL = re.compile(r"(?P<label>[^:;,.]{3,60}):?\s*(?:tlf\.?|telefon|mobil|e-post|epost|mob\.?)?[:\s]*\Z", re.IGNORECASE)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each address."""
    text = context.view.text
    numbers = phone.find(context.view, 0, len(text), (start for start, _ in context.figures))
    found = [(number.start, number.end, "phone", number.value["phone"]) for number in numbers]
    found += [(start, end, kind, text[start:end]) for start, end, kind in address.find(text)]
    for start, end, kind, value in sorted(found):
        yield Candidate("contacts", {"type": kind, "value": value, "label": _label(context, start)}, ((start, end),))


def _label(context: Context, start: int) -> str | None:
    """What stands before the address in its line, up to a colon."""
    before = context.view.text[context.block(start).start : start]
    match = _LABEL.search(before) if ":" in before else None
    return " ".join(match["label"].split()) if match and match["label"].strip() else None
