"""Phone numbers as people write them: `57 65 55 00`, `40038 358`, `+47 915 12 345`, `tlf. 02800`, `112` (E.164, or the short number).

Not a phone number: organisation, account and case numbers, dates, years, amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from avtale.grammar.found import Found
from avtale.text import View

_RUN = re.compile(r"\d+")
_LONG = re.compile(
    r"(?P<country>47\)?\s?|0047\s?)?"
    r"(?P<number>[2-9]\d(?:(?: ?\d\d){3}|(?:\.\d\d){3})|[2-9]\d\d[ .-]\d\d[ .-]\d{3}|[489]\d{7}"
    r"|[2-9]\d{4}\s\d{3}|[2-9]\d{3}\s\d{4}|[49]\d\s\d{3}\s(?!000)\d{3})"
    r"(?!\d|[.,:-]\d|[^\S\t\n]\d{2,3}(?!\d)|/(?!\s?(?:[2-9](?:\s?\d){7}|\d\d)(?!\d)))"
)
_FOREIGN = re.compile(r"(?!47)\d(?:\s?\d){7,13}(?!\d)")
_SHORT = re.compile(
    r"(?P<number>0[2-9]\d{3}|0 [2-9]\d \d\d|0[2-9] \d{3}|116\s?\d{3}|11[023])"
    r"(?![\d/]|[.,:-]\d|\s?(?:%|prosent|kr|km|kvadrat|kvm|m²|mil\b|meter|dekar|person|barn|elev|sak|møt|ungdom|innb))"
)
_CALLING = re.compile(
    r"tlf|tele?fon|mobil|ring|nødnum|nødsamtal|alarm|\bpå\s(?:nr\.?\s?)?$|\bnummer|sentralbord"
    r"|\beller\s$|\bog\s$|\b(?:nød|naud|akutt|hastar|haster):?\s$|døgntelefon|vakt"
)
_EMERGENCY = re.compile(r"\s?(?:\Z|[.,;)]|\((?:øyeblikk|akutt|nød|naud)|(?:når|om|ved|dersom|hvis|viss)\s)")
_SERVICE = re.compile(r"(?:nød|naud|øyeblikk|augneblikk|hjelp|politi|brann|ambulanse|akutt)[^\n]{0,40}[|\t]\s*$")
"""The cells before one that holds a short number alone."""
_CELL_END = re.compile(r"\s*(?:[|\t\n]|\Z)")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:org|orgnr|organisasjonsnummer|konto|kontonr|ref|sak|saksnr|arkivsak|jnr|journal|id|kr|kroner|nr|side|kapittel|artikkel)\b[^\n]{0,14}|-)$"
)
_YEARS = re.compile(r"(?:19|20)\d\d\s(?:19|20)\d\d")
_CASE_NUMBER = re.compile(r"(?<![\d ])\d{1,7}/$")
_ABROAD = ("0047", "47 ")
_PART_OF_MORE = frozenset(".,:§–-")
_NEAR = 60
"""Characters before a short number in which something must say that it is called."""


def find(view: View, start: int, end: int, anchors: Iterable[int] | None = None) -> Iterator[Found]:
    """The phone numbers in `start:end`: `{"phone", "text"}`.

    `anchors` are the positions at which a run of digits begins, in order, where they are known.

    >>> view = View("ring 02800, eller 40038 358 utanom opningstid")
    >>> [found.value["phone"] for found in find(view, 0, len(view.text))]
    ['02800', '+4740038358']
    """
    lower, done = view.lower, start
    for anchor in anchors if anchors is not None else (match.start() for match in _RUN.finditer(lower, start, end)):
        if anchor < done or (anchor - 1 > done and lower[anchor - 1] == " " and lower[anchor - 2].isdigit()):
            continue
        begin, plus = _with_plus(lower, anchor)
        found = _number(lower, anchor, end, plus)
        if found and (plus or _begins(lower, anchor)):
            done, number = found
            yield Found(begin, done, {"phone": number, "text": view.text[begin:done]})


def _with_plus(lower: str, anchor: int) -> tuple[int, bool]:
    """Where a number begins that has a plus sign, and whether it has one."""
    plus = anchor > 0 and lower[anchor - 1] == "+"
    begin = anchor - 1 if plus else anchor
    return (begin - 1 if plus and begin > 0 and lower[begin - 1] == "(" else begin), plus


def _begins(lower: str, anchor: int) -> bool:
    """Whether a number can begin at a figure: it is no part of a date, of an amount, of a case number."""
    return (anchor == 0 or lower[anchor - 1] not in _PART_OF_MORE) and not _CASE_NUMBER.search(lower, max(0, anchor - 12), anchor)


def _number(lower: str, anchor: int, end: int, plus: bool) -> tuple[int, str] | None:
    match = _LONG.match(lower, anchor, end)
    abroad = plus or lower.startswith(_ABROAD if match and match["country"] else _ABROAD[0], anchor)
    if match and bool(match["country"]) == abroad and _is_long(lower, anchor, match):
        return match.end(), "+47" + digits(match["number"])
    if plus and (match := _FOREIGN.match(lower, anchor, end)):
        return match.end(), "+" + digits(match[0])
    if (match := _SHORT.match(lower, anchor, end)) and _is_called(lower, anchor, match.end()):
        return match.end(), digits(match["number"])
    return None


def digits(text: str) -> str:
    """The digits of a text, in order."""
    return re.sub(r"\D", "", text)


def _is_long(lower: str, anchor: int, match: re.Match[str]) -> bool:
    if match["country"]:
        return True
    return not _OTHER_NUMBER.search(lower, max(0, anchor - 20), anchor) and not _YEARS.fullmatch(match["number"])


def _is_called(lower: str, at: int, end: int) -> bool:
    """Whether the words around a short number say that it is one to call; `0…` and `116 …` need no saying."""
    if _OTHER_NUMBER.search(lower, max(0, at - 20), at):
        return False
    if (lower[at] == "0" and " " not in lower[at:end]) or lower.startswith("116", at):
        return True
    if _CELL_END.match(lower, end) and _SERVICE.search(lower, max(0, at - _NEAR), at):
        return True
    return bool(_CALLING.search(lower, max(0, at - _NEAR), at) or _EMERGENCY.match(lower, end))
