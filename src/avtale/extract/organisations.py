"""`organisations`: every municipality and police district that the text names, party or not, once each.

`Luster kommune`, `kommunane Leikanger, Sogndal og Luster`, `Innlandet politidistrikt`; only those that the register has, or has had.

Not this field: `kommunen`, `politidistriktet`, a place without a word for what it is; police units; the contents list.
Known gaps: a municipality that is only named as a place (`ordføreren i Randaberg`).

>>> from avtale.context import Context
>>> [found.value["name"] for found in extract(Context("Rådet er felles for kommunene Lom og Skjåk i Innlandet politidistrikt."))]
['Lom kommune', 'Skjåk kommune', 'Innlandet politidistrikt']
"""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context import Candidate, Context
from avtale.register import district, is_municipality, municipality_name
from avtale.structure import Kind


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate each time an organisation is named."""
    for found in context.organisations:
        party = found.value["party"]
        if _is_known(party["type"], party["name"]) and context.block(found.start).kind is not Kind.CONTENTS:
            yield Candidate("organisations", party, ((found.start, found.end),))


def _is_known(kind: str, name: str) -> bool:
    return is_municipality(municipality_name(name)) if kind == "municipality" else kind == "police_district" and district(name) is not None
