"""Dates and periods as EDTF, as precise as the text: `25.09.2018`, `den 3. mars -21`, `hausten 2020`, `2025 - 2027`.

Both languages, digits and words, abbreviated months, the year before or after. An impossible date (31 February) is found and
has no value, so that a notice can be given. Not a date: a case number, the year inside a cited number (`2007/5`), a number of people.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from avtale.grammar.found import Found
from avtale.grammar.number import ORDINAL, value
from avtale.text import View
from avtale.vocabulary import alternation, forms, load

_MONTHS = forms("months")
_SEASONS = {stem: term.facts["edtf"] for term in load("seasons") for stem in term.stems}

_month = rf"\b{alternation(_MONTHS)}\b"
_year = r"(?:19|20)\d\d(?!\d)"
_short = r"['’]?\d\d(?![\d%/]|[.:,]\d|\s?(?:%|prosent|kl))"
_half = rf"(?P<part>{ORDINAL})\s?(?P<what>kvartal|halvår|tertial|semester)(?:et)?\s(?:i\s)?(?P<pyear>{_year})"

_POINT = re.compile(
    rf"""
      (?<![\d/§])(?<!\d\.)(?:
        (?P<iso>{_year}-(?:0\d|1[0-2])-[0-3]\d|(?:19|20)\d\d\.(?:0\d|1[0-2])\.[0-3]\d)(?!\d)
      | (?P<d1>\d{{1,2}})(?:\.\s?(?P<m1>\d{{1,2}})\.\s?|\s?/\s?(?P<m2>\d{{1,2}})(?:\s?[-–/]\s?|\.|\s(?=(?:19|20)\d\d))|-(?P<m3>\d{{1,2}})-)(?P<y1>{_year}|{_short})
      | (?P<d2>\d{{1,2}})\.?\s?(?P<mon2>{_month})(?:\.?,?\s?-?\s?(?P<y2>{_year}|['’-]?\d\d(?![\d%/]|[.:,]\d|\s?[\w%]))|\.?)
      | (?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.(?!\d)
      | (?P<d5>\d{{1,2}})\.?(?=\s?[-–—]\s?\d{{1,2}}\.\s?{_month}|\s?[-–—]\s?\d{{1,2}}\.\d{{1,2}}\.\d{{2}})
      | {_half}
      | (?P<y6>{_year})(?![.]\d|/\d(?!\d(?!\d))|-\d{{2}}-)
      )
    | (?P<dayword>{ORDINAL})\s(?:dag\si\s)?(?P<mon3>{_month})(?:\.?,?\s(?P<y3>{_year}|(?P<yw3>to\stusen(?:\sog\s\w+(?:\sog\s\w+)?)?|nitten\s?hundre\s?og\s\w+|tjue\w+)))?
    | (?P<mon4>{_month})\.?,?\s?(?:i\s|['’-])?(?P<y4>{_year}|(?<=['’-])\d\d(?!\d))
    | (?P<season>\b{alternation(_SEASONS)}\b)\s(?:i\s)?(?:år\s)?(?P<y5>{_year})
    | (?P<mon5>{_month})(?=\.?\s?(?:[-–—]|til|og)\s?{_month}\.?\s{_year})
    """,
    re.VERBOSE,
)
_JOIN = re.compile(r"\s?[-–—/]\s?|,?\s(?:og\s)?(?:(?:varer\s|gjelder\s|gjeld\s)?(?:ut|til utgangen av|til og med utgangen av|innen utgangen av)|til|til og med|t\.\s?o\.\s?m\.?|tom\.?|fram til|frem til|inntil|til og med den|til den)\s(?:den\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:mellom|i åra|i årene|åra|årene)\s(?:den\s)?$")
_SHORT_END = re.compile(r"\s?(?P<dash>[-–—/])\s?(?P<end>\d\d)(?![\d./-]|\s?%)")
_COUNTED = re.compile(r"\s?(?:(?:og|til|[-–])\s?[\d. ]+\s?)?(?:innb|inb|menn?esk|person|kr\b|kroner|kvm|m²|meter|elev|stk|timer|timar|møter|sak)")
_CITED = re.compile(r"(?:\b(?:nr|sak|ref|saksnr|arkivsak|jnr|rundskriv)\.?:?\s?|[\w]/)$")


class _Point(NamedTuple):
    """A point in time, as far as it is said: the year, the month or EDTF season, the day."""

    year: int | None
    part: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """The date in EDTF, None where there is no such day."""
        if self.part is not None and self.part > 12:
            return f"{self.year}-{self.part}" if self.part >= 21 else None
        if self.part == 0 or self.day == 0 or (self.day or 1) > calendar.monthrange(self.year or 2000, self.part or 1)[1]:
            return None
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return year + "".join(f"-{number:02}" for number in (self.part, self.day) if number is not None)


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The dates and periods in `start:end`: `{"date", "text"}`, where `date` is None for one that cannot be.

    >>> view = View("gjeld frå 1. januar 2020 til 31.12.2023, signert hausten 2019")
    >>> [found.value["date"] for found in find(view, 0, len(view.text))]
    ['2020-01-01/2023-12-31', '2019-23']
    """
    pending: tuple[int, int, _Point] | None = None
    for at, stop, point in _points(view.lower, start, end):
        if pending and _joined(view.lower, pending[0], pending[1], at) and _follows(pending[2], point):
            yield _found(view, pending[0], stop, _period(pending[2], point))
            pending = None
            continue
        if pending:
            yield from _alone(view, *pending)
        pending = (at, stop, point)
        short = _short_end(view.lower, stop, point)
        if short:
            yield _found(view, at, short[0], short[1])
            pending = None
    if pending:
        yield from _alone(view, *pending)


def _points(lower: str, start: int, end: int) -> Iterator[tuple[int, int, _Point]]:
    for match in _POINT.finditer(lower, start, end):
        point = _point(match)
        if point and not (match["y6"] and not _is_year(lower, match)):
            yield match.start(), match.end(), point


def _is_year(lower: str, match: re.Match[str]) -> bool:
    return not _COUNTED.match(lower, match.end()) and not _CITED.search(lower, max(0, match.start() - 16), match.start())


def _point(match: re.Match[str]) -> _Point | None:
    groups = match.groupdict()
    if groups["iso"]:
        year, month, day = map(int, re.split(r"[-.]", groups["iso"]))
        return _Point(year, month, day)
    if groups["part"]:
        return _fraction(value(groups["part"]), groups["what"], int(groups["pyear"]))
    year_text = next((groups[name] for name in ("y1", "y2", "y3", "y4", "y5", "y6") if groups[name]), None)
    year = _year_of(year_text) if year_text else None
    if groups["season"]:
        return _Point(year, int(_SEASONS[groups["season"]]))
    month_word = next((groups[name] for name in ("mon2", "mon3", "mon4", "mon5") if groups[name]), None)
    month_digits = next((groups[name] for name in ("m1", "m2", "m3", "m4") if groups[name]), None)
    month = int(_MONTHS[month_word]) if month_word else int(month_digits) if month_digits else None
    day_digits = next((groups[name] for name in ("d1", "d2", "d4", "d5") if groups[name]), None)
    day = int(day_digits) if day_digits else value(groups["dayword"]) if groups["dayword"] else None
    if month is not None and month > 12:
        month = 0
    return _Point(year, month, day)


def _fraction(number: int, what: str, year: int) -> _Point | None:
    """A quarter, third or half of a year, by its EDTF number."""
    first, last = {"kvartal": (33, 36), "tertial": (37, 39)}.get(what, (40, 41))
    return _Point(year, first + number - 1) if first + number - 1 <= last else None


def _year_of(text: str) -> int:
    digits = text.strip("'’- ")
    if digits.isdigit():
        year = int(digits)
        return year if year > 99 else 2000 + year if year < 70 else 1900 + year
    if text.startswith("nitten"):
        return 1900 + value(text.split("og", 1)[1].strip())
    if text.startswith("to tusen"):
        rest = text.removeprefix("to tusen").strip().removeprefix("og ")
        return 2000 + (value(rest) if rest else 0)
    return 2000 + value(text.removeprefix("tjue")) if text != "tjue" else 2020


def _joined(lower: str, first: int, start: int, end: int) -> bool:
    between = lower[start:end]
    return bool(_JOIN.fullmatch(between)) or (between == " og " and bool(_BETWEEN.search(lower, max(0, first - 16), first)))


def _follows(a: _Point, b: _Point) -> bool:
    """Whether `a` to `b` can be a period: `b` is no vaguer, and not before `a`."""
    if b.year is None or (a.year is not None and a.part is None and b.part is not None):
        return False
    return _sort_key(_completed(a, b)) <= (b.year, b.part or 99, b.day or 99)


def _sort_key(point: _Point) -> tuple[int, int, int]:
    return (point.year or 0, point.part or 0, point.day or 0)


def _completed(a: _Point, b: _Point) -> _Point:
    """The start of a period with what it leaves to the end: `1. mars – 5. mai 2021`, `3.–5. mars 2021`."""
    if a.year is not None:
        return a
    return _Point(b.year, a.part if a.part is not None else b.part, a.day)


def _period(a: _Point, b: _Point) -> str | None:
    start, end = _completed(a, b).edtf(), b.edtf()
    return f"{start}/{end}" if start and end else None


def _short_end(lower: str, stop: int, point: _Point) -> tuple[int, str] | None:
    """The rest of `2019-23` and `2023/24`, which is a period only where the second year comes after the first."""
    if point.year is None or point.part is not None:
        return None
    match = _SHORT_END.match(lower, stop)
    if not match or int(match["end"]) <= point.year % 100 or (match["dash"] == "/" and int(match["end"]) != point.year % 100 + 1):
        return None
    return match.end(), f"{point.year}/{point.year // 100}{match['end']}"


def _alone(view: View, start: int, end: int, point: _Point) -> Iterator[Found]:
    if point.year is None and (point.part is None or point.day is None):
        return
    yield _found(view, start, end, point.edtf())


def _found(view: View, start: int, end: int, date: str | None) -> Found:
    return Found(start, end, {"date": date, "text": view.text[start:end]})
