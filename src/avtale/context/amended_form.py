r"""The agreement that an amendment changes, where a form tells of it by labels: `Avtalens navn: Samarbeidsavtale`, `Inngått: 12.06.2018`.

>>> from avtale.context import Context
>>> context = Context("Endring av avtale\n\nAvtalens navn: Samarbeidsavtale om politiråd\nInngått: 12.06.2018")
>>> [context.read(*title) for title in on_form(context).values()]
['Samarbeidsavtale om politiråd']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from avtale.context.amending import is_change
from avtale.context.candidate import Stretch

if TYPE_CHECKING:
    from avtale.context.context import Context

_to_value = r"[ .]*(?::|[|\t])\s*"
_NAME = re.compile(
    rf"^[| \t]*(?P<label>[^\n:|\t.]{{0,30}}avtal[^\n:|\t.]{{0,20}}?|gjelder|gjeld|endrer|endrar){_to_value}[«“\"]?"
    r"(?P<title>[\w-]*avtal(?:e|en|a)\b(?:[^\n|\t,(»”\" ]|[ ](?!\s))*)[^\n]*",
    re.MULTILINE,
)
_said = r"inngått|inngådd|signert|(?:skrevet|skrive|skriven)\sunder|undertegn\w+|underteikn\w+|underskr\w+|datert|dagsett|avtaledato|signeringsdato"
_SIGNED = re.compile(rf"^[| \t]*(?:{_said}|(?:avtal\w+\s)?dato\sfor\s\w+|avtal\w+\sdato)(?:\sden|\sdato)?{_to_value}(?:den\s)?", re.MULTILINE)
_DATE = re.compile(rf"^[| \t]*dato{_to_value}(?:den\s)?", re.MULTILINE)
"""In a letter the date of the letter itself, where the label before does not say that an agreement is described."""
_NAMED = re.compile(r"\D*avtal(?:e|en|a)\b\D*")
_CHANGED = re.compile(r"\W*(?:(?:blir|vert|er)\s)?(?:forleng|leng|endr|vid(?:are|ere)før|oppdater|juster)\w*")
_LONG = 400
"""Characters of a form in which the date stands below the name."""


def on_form(context: Context) -> dict[int, Stretch]:
    """Where the dates stand that an amendment's form gives for the signing of the agreement that it changes, each with its title."""
    if not context.is_amendment:
        return {}
    lower, found = context.view.lower, dict(_in_tables(context))
    for name in _NAME.finditer(lower):
        end = name.end() + _LONG
        of_agreement = _DATE.search(lower, name.end(), end) if "avtal" in name["label"] else None
        label = _SIGNED.search(lower, name.end(), end) or of_agreement
        if label and not is_change(name[0]) and context.dates_in(label.end(), label.end() + 1):
            found[label.end()] = name.span("title")
    return found


def _in_tables(context: Context) -> Iterator[tuple[int, Stretch]]:
    """The dates in the rows of papers that a cell says to be changed or prolonged: `Samarbeidsavtale | 02.05.2011 | Forlenges`."""
    lower = context.view.lower
    for table in context.outline.tables:
        for row in table.rows:
            dates = context.dates_in(row.start, row.end)
            named = next((cell for cell in row.cells if dates and _NAMED.fullmatch(lower, *cell)), None)
            if named and not is_change(lower[slice(*named)]) and any(_CHANGED.match(lower, *cell) for cell in row.cells if cell != named):
                yield dates[0].start, named
