"""Shares in percent: `100% stilling`, `20 prosent`, `halv stilling`, `hel stilling`, `åtte av ti`, `en fjerdedel`."""

from __future__ import annotations

import re

from avtale.grammar.number import CARDINAL, value

_PERCENT = re.compile(rf"(?P<number>\d{{1,3}}(?:[.,]\d+)?|\b{CARDINAL})\s?(?:%|prosent|pst\.?)(?:s?[\s-]?(?P<position>stilling\w*))?")
_OF = re.compile(rf"\b(?P<part>{CARDINAL}|\d{{1,2}})\sav\s(?P<whole>{CARDINAL}|\d{{1,3}})\b")
_POSITION = re.compile(
    r"\b(?P<word>halv|hel|heil|full|fjerdedels|kvart|tredels)\s?(?:års)?(?:stilling|tid|post)\w*|\b(?P<time>heiltid|heltid|fulltid|halvtid)\b|\b(?P<post>halv|heil|hel|kvart|full)\s(?:fast\s)?stilling"
)
_WORDS = {
    "halv": 50,
    "hel": 100,
    "heil": 100,
    "full": 100,
    "fjerdedels": 25,
    "kvart": 25,
    "tredels": 33,
    "heiltid": 100,
    "heltid": 100,
    "fulltid": 100,
    "halvtid": 50,
}


def percent(lower: str, start: int, end: int) -> float | None:
    """The first share in `lower[start:end]`, in percent; None where there is none.

    >>> percent("i 80 prosent av tilfellene", 0, 26), percent("åtte av ti oppdrag", 0, 18)
    (80, 80)
    """
    if match := _PERCENT.search(lower, start, end):
        return _number(match["number"])
    if (match := _OF.search(lower, start, end)) and 0 < value(match["part"]) < value(match["whole"]):
        return round(100 * value(match["part"]) / value(match["whole"]), 1)
    return None


def position(lower: str, start: int, end: int) -> tuple[float, int, int] | None:
    """The first share of a position and where it stands: `100% stilling`, `stilling på 60 prosent`, `halv stilling`.

    >>> position("i halv stilling", 0, 15)[0]
    50
    """
    if match := _POSITION.search(lower, start, end):
        return _WORDS[match["word"] or match["time"] or match["post"]], match.start(), match.end()
    for match in _PERCENT.finditer(lower, start, end):
        if match["position"] or "stilling" in lower[max(start, match.start() - 30) : min(end, match.end() + 30)]:
            return _number(match["number"]), match.start(), match.end()
    return None


def _number(words: str) -> float:
    if words[0].isdigit():
        number = float(words.replace(",", "."))
        return int(number) if number.is_integer() else number
    return value(words)
