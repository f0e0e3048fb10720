"""Dates and periods as EDTF, as precise as the text: `25.09.2018`, `den 3. mars -21`, `hausten 2020`, `2025 - 2027`.

Both languages, digits and words, abbreviated months, the year before or after. An impossible date (31 February) is found and
has no value, so that a notice can be given. Not a date: a case number, the year inside a cited number (`2007/5`), a number of people.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtale.grammar.found import Found
from avtale.grammar.number import ORDINAL, value
from avtale.text import View
from avtale.vocabulary import alternation, forms, load

_MONTHS = forms("months") | forms("month_abbreviations")
_SEASONS = {stem: term.facts["edtf"] for term in load("seasons") for stem in term.stems}

_month = rf"(?P<month>{alternation(_MONTHS)})\b"
_name = rf"{alternation(forms('months'))}\b"
_year = r"(?:19|20)\d\d(?!\d)"
_short = r"['’]?\d\d(?![\d%/]|[.:,]\d|\s?(?:%|prosent|kl))"
_spelt = r"to\stusen(?:\sog\s\w+(?:\sog\s\w+)?)?|nitten\s?hundre\s?og\s\w+|tjue\w+"
_dash = r"\s?[-–—]\s?"

_FIGURES = tuple(
    re.compile(rf"(?<![\d/§])(?<!\d\.){pattern}")
    for pattern in (
        rf"(?P<iso>{_year}-(?:0\d|1[0-2])-[0-3]\d|(?:19|20)\d\d\.(?:0\d|1[0-2])\.[0-3]\d)(?!\d)",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<part>\d{{1,2}})\.\s?(?P<year>{_year}|{_short})",
        rf"(?P<day>\d{{1,2}})\s?/\s?(?P<part>\d{{1,2}})(?:\s?[-–/]\s?|\.|\s(?=(?:19|20)\d\d))(?P<year>{_year}|{_short})",
        rf"(?P<day>\d{{1,2}})-(?P<part>\d{{1,2}})-(?P<year>{_year}|{_short})",
        rf"(?P<day>\d{{1,2}})\.?\s?{_month}(?:\.?,?\s?-?\s?(?P<year>{_year}|['’-]?\d\d(?![\d%/]|[.:,]\d|\s?[\w%]))|\.?)",
        r"(?P<day>\d{1,2})\.\s?(?P<part>\d{1,2})\.(?!\d)",
        rf"(?P<day>\d{{1,2}})\.?(?={_dash}\d{{1,2}}\.\s?{_name}|{_dash}\d{{1,2}}\.\d{{1,2}}\.\d{{2}})",
        rf"(?P<nth>\d\.)\s?(?P<what>kvartal|halvår|tertial|semester)(?:et)?\s(?:i\s)?(?P<year>{_year})",
        rf"(?P<lone>{_year})(?![.]\d|/\d(?!\d(?!\d))|-\d{{2}}-)",
    )
)
"""What a date that begins with a figure looks like, the most telling first."""
_WORDS = tuple(
    map(
        re.compile,
        (
            rf"(?P<ordinal>{ORDINAL})\s(?:dag\si\s)?{_month}(?:\.?,?\s(?P<year>{_year}|{_spelt}))?",
            rf"{_month}\.?,?\s?(?:i\s|['’-])?(?P<year>{_year}|(?<=['’-])\d\d(?!\d))",
            rf"(?P<season>{alternation(_SEASONS)})\s(?:i\s)?(?:år\s)?(?P<year>{_year})",
            rf"{_month}(?=\.?\s?(?:[-–—]|til|og)\s?{_name}\.?\s{_year})",
            rf"(?P<nth>{ORDINAL})\s?(?P<what>kvartal|halvår|tertial|semester)(?:et)?\s(?:i\s)?(?P<year>{_year})",
        ),
    )
)
"""What a date that begins with a word looks like."""
_ANCHOR = re.compile(rf"\d+|\b(?:{ORDINAL}|{alternation([*_MONTHS, *_SEASONS])})\b")
_JOIN = re.compile(
    rf"{_dash}|/|,?\s(?:og\s)?(?:(?:varer\s|gjelder\s|gjeld\s)?(?:ut|til utgangen av|til og med utgangen av|innen utgangen av)"
    r"|til|til og med|t\.\s?o\.\s?m\.?|tom\.?|fram til|frem til|inntil|til og med den|til den)\s(?:den\s)?"
)
_BETWEEN = re.compile(r"(?:mellom|i åra|i årene|åra|årene)\s(?:den\s)?$")
_SHORT_END = re.compile(r"\s?(?P<dash>[-–—/])\s?(?P<end>\d\d)(?![\d./-]|\s?%)")
_COUNTED = re.compile(r"\s?(?:(?:og|til|[-–])\s?[\d. ]+\s?)?(?:innb|inb|menn?esk|person|kr\b|kroner|kvm|m²|meter|elev|stk|timer|timar|møter|sak)")
_CITED = re.compile(r"(?:\b(?:nr|sak|ref|saksnr|arkivsak|jnr|rundskriv)\.?:?\s?|[\w]/)$")
_DECADE = 70
"""Years from which a year of two figures is of the twentieth century."""


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


class _Place(NamedTuple):
    """A point in time and where it is said."""

    start: int
    end: int
    point: _Point


def find(view: View, start: int, end: int, anchors: Iterable[int] | None = None) -> Iterator[Found]:
    """The dates and periods in `start:end`: `{"date", "text"}`, where `date` is None for one that cannot be.

    `anchors` are the positions at which a date can begin, in order, where they are known.

    >>> view = View("gjeld frå 1. januar 2020 til 31.12.2023, signert hausten 2019")
    >>> [found.value["date"] for found in find(view, 0, len(view.text))]
    ['2020-01-01/2023-12-31', '2019-23']
    """
    lower = view.lower
    pending: _Place | None = None
    for place in _places(lower, end, anchors if anchors is not None else (match.start() for match in _ANCHOR.finditer(lower, start, end))):
        if pending and _joined(lower, pending.start, pending.end, place.start) and _follows(pending.point, place.point):
            yield _found(view, pending.start, place.end, _period(pending.point, place.point))
            pending = None
            continue
        if pending:
            yield from _alone(view, pending)
        pending = place
        short = _short_end(lower, place)
        if short:
            yield _found(view, place.start, *short)
            pending = None
    if pending:
        yield from _alone(view, pending)


def anchor_before(lower: str, month: int) -> int:
    """Where a date can begin whose month is named at a position: at an ordinal right before it, else at the month itself."""
    if month < 2 or not lower[month - 2].isalpha():
        return month
    head = lower[max(0, month - 24) : month]
    ordinal = next((match for match in re.finditer(ORDINAL, head) if match.end() == len(head) - 1), None)
    return month - len(head) + ordinal.start() if ordinal else month


def _places(lower: str, end: int, anchors: Iterable[int]) -> Iterator[_Place]:
    done = 0
    for anchor in anchors:
        if anchor < done:
            continue
        for pattern in _FIGURES if lower[anchor].isdigit() else _WORDS:
            match = pattern.match(lower, anchor, end)
            if match:
                if "lone" not in pattern.groupindex or _is_year(lower, match):
                    yield _Place(anchor, match.end(), _point(match.groupdict()))
                    done = match.end()
                break


def _is_year(lower: str, match: re.Match[str]) -> bool:
    return not _COUNTED.match(lower, match.end()) and not _CITED.search(lower, max(0, match.start() - 16), match.start())


def _point(said: dict[str, str | None]) -> _Point:
    if iso := said.get("iso"):
        return _Point(*map(int, re.split(r"[-.]", iso)))
    year_words = said.get("year") or said.get("lone")
    year = _year_of(year_words) if year_words else None
    if what := said.get("what"):
        return _fraction(value(str(said["nth"])), what, year)
    if season := said.get("season"):
        return _Point(year, int(_SEASONS[season]))
    month, part = said.get("month"), said.get("part")
    number = int(_MONTHS[month]) if month else int(part) if part else None
    day, ordinal = said.get("day"), said.get("ordinal")
    return _Point(year, 0 if number and number > 12 else number, int(day) if day else value(ordinal) if ordinal else None)


def _fraction(number: int, what: str, year: int | None) -> _Point:
    """A quarter, third or half of a year, by its EDTF number; month 0, which is none, where there is no such part."""
    first, last = {"kvartal": (33, 36), "tertial": (37, 39)}.get(what, (40, 41))
    return _Point(year, first + number - 1 if first + number - 1 <= last else 0)


def _year_of(words: str) -> int:
    digits = words.strip("'’- ")
    if digits.isdigit():
        year = int(digits)
        return year if year > 99 else 2000 + year if year < _DECADE else 1900 + year
    if words.startswith("nitten"):
        return 1900 + value(words.split("og", 1)[1].strip())
    if words.startswith("to tusen"):
        rest = words.removeprefix("to tusen").strip().removeprefix("og ")
        return 2000 + (value(rest) if rest else 0)
    return 2000 + value(words.removeprefix("tjue")) if words != "tjue" else 2020


def _joined(lower: str, first: int, start: int, end: int) -> bool:
    between = lower[start:end]
    return bool(_JOIN.fullmatch(between)) or (between == " og " and bool(_BETWEEN.search(lower, max(0, first - 16), first)))


def _follows(a: _Point, b: _Point) -> bool:
    """Whether `a` to `b` can be a period: `b` has a year, and is not before `a`."""
    if b.year is None or (a.year is not None and a.part is None and b.part is not None):
        return False
    start = _completed(a, b)
    return (start.year or 0, start.part or 0, start.day or 0) <= (b.year, b.part or 99, b.day or 99)


def _completed(a: _Point, b: _Point) -> _Point:
    """The start of a period with what it leaves to the end: `1. mars – 5. mai 2021`, `3.–5. mars 2021`."""
    return a if a.year is not None else _Point(b.year, a.part if a.part is not None else b.part, a.day)


def _period(a: _Point, b: _Point) -> str | None:
    start, end = _completed(a, b).edtf(), b.edtf()
    return f"{start}/{end}" if start and end else None


def _short_end(lower: str, place: _Place) -> tuple[int, str] | None:
    """The rest of `2019-23` and `2023/24`, which is a period only where the second year comes after the first."""
    year = place.point.year
    if year is None or place.point.part is not None:
        return None
    match = _SHORT_END.match(lower, place.end)
    if not match or int(match["end"]) <= year % 100 or (match["dash"] == "/" and int(match["end"]) != year % 100 + 1):
        return None
    return match.end(), f"{year}/{year // 100}{match['end']}"


def _alone(view: View, place: _Place) -> Iterator[Found]:
    point = place.point
    if point.year is not None or (point.part is not None and point.day is not None):
        yield _found(view, place.start, place.end, point.edtf())


def _found(view: View, start: int, end: int, date: str | None) -> Found:
    return Found(start, end, {"date": date, "text": view.text[start:end]})
