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

_MEANS = frozenset(("tlf", "tlf.", "telefon", "mobil", "mob", "mob.", "e-post", "epost", "nett"))
_SHORTEST, _LONGEST = 3, 60
"""Characters of a label."""
_WHOLE = (3, 5, 6)
"""Figures of the short numbers, `112`, `02800` and `116117`."""
_GAPS = frozenset(" .\u00a0")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each address."""
    text = context.view.text
    numbers = phone.find(context.view, 0, len(text), _starts(context))
    found = [(number.start, number.end, "phone", number.value["phone"]) for number in numbers]
    found += [(each.start, each.end, each.value["type"], each.value["value"]) for each in address.find(context.view, 0, len(text))]
    for start, end, kind, value in sorted(found):
        yield Candidate("contacts", {"type": kind, "value": value, "label": _label(context, start)}, ((start, end),))


def _starts(context: Context) -> Iterator[int]:
    """The figures that a phone number can begin with: long ones, those of a short number, and groups that another group follows."""
    text = context.view.text
    for start, end in context.figures:
        size = end - start
        in_groups = (size > 1 or text[start] == "0") and text[end : end + 1] in _GAPS and text[end + 1 : end + 2].isdigit()
        if size in _WHOLE or size > 7 or in_groups or text[start - 1 : start] == "+":
            yield start


def _label(context: Context, start: int) -> str | None:
    """Whom an address reaches: what stands before it in its line, where a colon tells the two apart."""
    before = context.view.text[context.block(start).start : start]
    if ":" not in before:
        return None
    words = before.replace(":", " : ").split()
    while words and (words[-1] == ":" or words[-1].lower() in _MEANS):
        words.pop()
    label = re.split(r"[:;,.]", " ".join(words))[-1].strip()
    return label if _SHORTEST <= len(label) <= _LONGEST else None
