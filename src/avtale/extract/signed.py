"""`signed`: when and where the parties signed, from the title block, the closing, or a sentence that says so.

Where they signed on different days the last one counts; resolve chooses. The place stands before the date (`Stange, februar 2025`,
`undertegnet på Otta den …`), right after it, or in the line above it (`Sted: Otta`).

Not this field: the date of an earlier agreement, of a decision, of a body's founding; a blank (`Sted/dato _____`).
Known gaps: a place without a label on a line of its own.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Politirådsavtale\\n\\nsignert på Otta 3. mars 2021"))]
[{'date': '2021-03-03', 'place': 'Otta'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar.anchor import compiled

_capital = "A-ZÆØÅÁČĐŊŠŦŽ"
_name = rf"[{_capital}][\w’'-]+(?:\s?[/–-]\s?[{_capital}][\w’'-]+|,?\s(?:i\s|på\s|og\s)?[{_capital}][\w’'-]+){{0,3}}"
_BEFORE_DATE = re.compile(r"(?:\W|\b(?:den|dato|datert|dags?|i dag|[Mm]åndag|[Mm]andag|[Tt]irsdag|[Tt]ysdag|[Oo]nsdag|[Tt]orsdag|[Ff]redag)\b)*\Z")
_NO_PLACE = (
    r"(?!(?:Inngå|Undertegn|Underteikn|Underskr|Signer|Utferd|Utført|Godkjen|Vedt|Opprett|Dato|Sted|Stad|For|Den|Vår|Ref|Avtale|Kommune|Parte?|Begge)\w*)"
)
_CELL = re.compile(rf"(?:\A|[|\t:(.]|\s{{3}})\s*{_NO_PLACE}(?P<place>{_name})\Z")
_AT = rf"\b(?:[Pp]å|[Ii]|[Vv]ed|[Ss]ted|[Ss]tad)\s(?:og\sdato\s)?{_NO_PLACE}(?P<place>{_name})\Z"
_SIGNED = rf"\b(?i:signert|undertegn[ae]t?|underteikna|underskr[ie]ve[nt]|inngått)[:,]?\s{_NO_PLACE}(?P<place>{_name})\Z"
_LABELLED = rf"(?:(?<=[\s|])|(?<!.))(?:[Ss]ted|[Ss]tad|STED|STAD|[Pp]lass)\s*[:|\t]\s*(?P<place>{_name})(?=\W*\Z|\s*[\t|\n]|\s{{3}})"
_AFTER = rf"\s(?:på|i|ved)\s(?P<place>{_name})"
_FAR = 160
"""Characters that a place and the words between it and its date can be long."""
_LABEL = re.compile(r"(?:\A|[\t|]|\s{3})\W*(?:den|dato)?\W*\Z", re.IGNORECASE)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each date of signing."""
    for dated in context.chronology:
        if dated.role == "signed":
            found = dated.found
            place = _place(context, found.start) or _place_after(context, found.end)
            spans = ((min(place[0], found.start), max(place[1], found.end)),) if place else ((found.start, found.end),)
            yield Candidate("signed", {"date": found.value["date"], "place": context.read(*place) if place else None}, spans)


def _place(context: Context, date: int) -> Stretch | None:
    """The place that stands before a date in its line, or by its label in the line above."""
    text, index = context.view.text, context.outline.block_at(date)
    start = context.outline.blocks[index].line
    start += len(text[start:date]) - len(text[start:date].lstrip("*_ "))
    start = max(start, date - _FAR)
    head = text[start:date]
    head = head[: next(_BEFORE_DATE.finditer(head)).start()]
    match = _CELL.search(head) or compiled(_AT).search(head) or compiled(_SIGNED).search(head)
    if match:
        return start + match.start("place"), start + match.end("place")
    above = context.outline.blocks[index - 1] if index and _LABEL.search(text[start:date]) else None
    labelled = list(compiled(_LABELLED).finditer(text, above.line, above.end)) if above else []
    column = len(context.dates_in(start, date))
    return labelled[column].span("place") if column < len(labelled) else None


def _place_after(context: Context, date: int) -> Stretch | None:
    """The place that stands right after a date: `undertegnet 3. mars 2021 på Otta`."""
    match = compiled(_AFTER).match(context.view.text, date, context.sentence(date - 1)[1])
    return match.span("place") if match else None
