"""Phone numbers as people write them: `57 65 55 00`, `40038 358`, `+47 915 12 345`, `tlf. 02800`, `112` (E.164, or the short number).

Not a phone number: organisation, account and case numbers, dates, years, amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.found import Found
from avtale.text import View

_LONG = re.compile(
    r"(?<![\d.,/:§–-])(?:(?P<country>\+\s?47|\(\+47\)|0047)\s?)?"
    r"(?P<number>[2-9]\d(?:(?: ?\d\d){3}|(?:\.\d\d){3})|[2-9]\d\d[ .]\d\d[ .]\d{3}|[489]\d\d\d\d\d{3}|[2-9]\d{4}\s\d{3}|[2-9]\d{3}\s\d{4})(?![\d/]|[.,:-]\d|\s\d{2,3}(?!\d))"
)
_FOREIGN = re.compile(r"(?<![\d+])\+(?!\s?47)(?:\s?\d){8,14}(?!\d)")
_SHORT = re.compile(r"(?<![\d.,/:§–-])(?P<number>0[2-9]\d{3}|116\s?\d{3}|11[023])(?![\d/]|[.,:-]\d|\s?(?:%|prosent|kr|km|person|barn|elev|sak|møt|ungdom|innb))")
_CALLING = re.compile(r"tlf|tele?fon|mobil|ring|nødnum|nødsamtal|alarm|\bpå\s(?:nr\.?\s?)?$|\bnummer|sentralbord|\beller\s$|\bog\s$|døgntelefon|vakt")
_EMERGENCY = re.compile(r"\s?(?:\Z|[.,;)]|\((?:øyeblikk|akutt|nød|naud)|(?:når|om|ved|dersom|hvis|viss)\s)")
_OTHER_NUMBER = re.compile(r"(?:\b(?:org|orgnr|organisasjonsnummer|konto|kontonr|ref|sak|saksnr|arkivsak|jnr|journal|id|kr|kroner|nr)\b[^\n]{0,14}|[/-])$")
_YEARS = re.compile(r"(?:19|20)\d\d\s(?:19|20)\d\d")
_NEAR = 60
"""Characters before a short number in which something must say that it is called."""


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The phone numbers in `start:end`: `{"phone", "text"}`.

    >>> view = View("ring 02800, eller 40038 358 utanom opningstid")
    >>> [found.value["phone"] for found in find(view, 0, len(view.text))]
    ['02800', '+4740038358']
    """
    found = [(match, "+47" + digits(match["number"])) for match in _LONG.finditer(view.lower, start, end) if _is_long(view.lower, match)]
    found += [(match, "+" + digits(match[0])) for match in _FOREIGN.finditer(view.lower, start, end)]
    short = [(match, digits(match["number"])) for match in _SHORT.finditer(view.lower, start, end)]
    found += [(match, number) for match, number in short if _is_called(view.lower, match.start(), start)]
    for match, number in sorted(found, key=lambda pair: pair[0].start()):
        yield Found(match.start(), match.end(), {"phone": number, "text": match[0]})


def digits(text: str) -> str:
    """The digits of a text, in order."""
    return re.sub(r"\D", "", text)


def _is_long(lower: str, match: re.Match[str]) -> bool:
    if match["country"]:
        return True
    before = lower[max(0, match.start() - 20) : match.start()]
    return not _OTHER_NUMBER.search(before) and not _YEARS.fullmatch(match["number"])


def _is_called(lower: str, at: int, start: int) -> bool:
    """Whether the words around a short number say that it is one to call; `0…` and `116 …` need no saying."""
    if _OTHER_NUMBER.search(lower[max(0, at - 20) : at]):
        return False
    return lower[at] == "0" or lower[at : at + 3] == "116" or bool(_CALLING.search(lower, max(start, at - _NEAR), at) or _EMERGENCY.match(lower, at + 3))
