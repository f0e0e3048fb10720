"""Dates and periods as EDTF, as precise as the text: `25.09.2018`, `den 3. mars -21`, `hausten 2020`, `2025 - 2027`.

Both languages, digits and words, abbreviated months, the year before or after. An impossible date (31 February) is found and
has no value, so that a notice can be given. Not a date: a case number, the year inside a cited number (`2007/5`), a number of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from avtale.grammar import anchor as anchoring
from avtale.grammar.found import Found
from avtale.grammar.number import ORDINAL, ORDINAL_WORDS
from avtale.grammar.point import FIRST_WORDS, Place, Point, place_at
from avtale.text import View

_JOIN = re.compile(
    r"\s?[-–—]\s?|/|,?\s(?:og\s)?(?:(?:varer\s|gjelder\s|gjeld\s|varar\s)?(?:ut|(?:til\s|til og med\s|innen\s|innan\s)ut[ga]o?ngen av)"
    r"|(?:(?:varer|varar|gjelder|gjeld|løper)\s)?(?:(?:fram\s|frem\s)?til(?: og med)?|t\.\s?o\.\s?m\.?|tom\.?|inntil))\s"
    r"(?:den\s|dagen\s)?(?:[a-zæøå]+dag(?:en)?\s(?:den\s)?)?"
)
_WIDEST = 60
"""Characters that are too many for the words between the ends of a period."""
_AND = re.compile(r"\s(?:og|eller)\s(?:den\s)?|,\s")
_BETWEEN = re.compile(r"(?:mellom|i åra|i årene|åra|årene)\s(?:den\s)?$")
_LAST_YEAR = re.compile(r"\s?(?P<dash>--?|[–—/])\s?(?P<end>(?:19|20)?\d\d)(?!\d|[./-]\d|\s?%|\s\d{3}\b)")
_SAME_YEAR = re.compile(r",?\s(?:samme\sår(?:et)?|same\sår(?:et)?|s\.\s?å\.)(?!\w)")
_LONGEST = 20
"""Years between two of which the later stands first by mistake."""
_FROM = re.compile(r"\b(?:fra|frå|f\.\s?o\.\s?m\.?|fom\.?|fra og med|frå og med)\s(?:den\s)?$")
_OPEN_END = re.compile(r",?\s(?:og\s)?(?:inntil|til|fram\stil|frem\stil)\s(?:videre|vidare)\b")


def find(view: View, start: int, end: int, anchors: Iterable[int] | None = None) -> Iterator[Found]:
    """The dates and periods in `start:end`: `{"date", "text"}`, where `date` is None for one that cannot be.

    `anchors` are the positions at which a date can begin, in order, where they are known.

    >>> view = View("gjeld frå 1. januar 2020 til 31.12.2023, signert hausten 2019")
    >>> [found.value["date"] for found in find(view, 0, len(view.text))]
    ['2020-01-01/2023-12-31', '2019-23']
    """
    lower = view.lower
    pending: list[Place] = []
    for place in _places(lower, end, anchors if anchors is not None else anchoring.anchors(lower, start, end, FIRST_WORDS)):
        last = pending[-1] if pending else None
        if last and place.start - last.end < _WIDEST and _joined(lower, last, place) and _follows(last.point, place.point):
            yield from _alone(view, pending[:-1])
            yield _found(view, last.start, place.end, _period(last.point, place.point))
            pending = []
            continue
        if last and not (last.point.year is None and _AND.fullmatch(lower, last.end, place.start)):
            yield from _alone(view, pending)
            pending = []
        pending.append(place)
        if place.last:
            yield from _alone(view, pending[:-1])
            yield _found(view, place.start, place.end, f"{place.point.year}/{place.last}" if place.last > (place.point.year or 0) else None)
            pending = []
    yield from _alone(view, pending)


def anchor_before(lower: str, word: int) -> int:
    """Where a date can begin whose month or quarter is named at a position: at an ordinal right before it, else at the word itself."""
    if word < 2 or not lower[word - 2].isalpha() or lower[lower.rfind(" ", 0, word - 1) + 1 : word - 1] not in ORDINAL_WORDS:
        return word
    head = lower[max(0, word - 24) : word]
    ordinal = next((match for match in re.finditer(ORDINAL, head) if match.end() == len(head) - 1), None)
    return word - len(head) + ordinal.start() if ordinal else word


def _places(lower: str, end: int, anchors: Iterable[int]) -> Iterator[Place]:
    done, year = 0, None
    for anchor in anchors:
        place = place_at(lower, anchor, end) if anchor >= done else None
        if place:
            place = _with_last_year(lower, _in_same_year(lower, place, year))
            done, year = place.end, place.point.year or year
            yield place


def _in_same_year(lower: str, place: Place, year: int | None) -> Place:
    """The whole of `2. februar same året`, of the year that a date before it has."""
    said = _SAME_YEAR.match(lower, place.end) if year and place.point.year is None else None
    return place._replace(point=place.point._replace(year=year), end=said.end()) if said else place


def _joined(lower: str, first: Place, second: Place) -> bool:
    """Whether the words between two dates make a period of them."""
    between = lower[first.end : second.start]
    return bool(_JOIN.fullmatch(between)) or (between == " og " and bool(_BETWEEN.search(lower, max(0, first.start - 16), first.start)))


def _follows(a: Point, b: Point) -> bool:
    """Whether `a` to `b` can be a period: `b` stands by itself, and is not before `a`."""
    if not b.is_complete() or (a.year is not None and (b.year is None or (a.part is None and b.part is not None))):
        return False
    start = _completed(a, b)
    if start.year is None:
        return True
    return (start.year or 0, start.part or 0, start.day or 0) <= (b.year or 0, b.part or 99, b.day or 99)


def _completed(a: Point, b: Point) -> Point:
    """A date with what it leaves to the one after it: `1. mars – 5. mai 2021`, `3.–5. mars 2021`, `1. mars og 1. mai 2021`."""
    return a if a.year is not None else Point(b.year, a.part if a.part is not None else b.part, a.day)


def _period(a: Point, b: Point) -> str | None:
    start, end = _completed(a, b).edtf(), b.edtf()
    return f"{start}/{end}" if start and end else None


def _with_last_year(lower: str, place: Place) -> Place:
    """The whole of `2019-23`, `2019–2023` and `2023/24`, and of `2023–2019`, which cannot be: other numbers that do not follow are no years."""
    year = place.point.year
    match = _LAST_YEAR.match(lower, place.end) if year is not None and place.point.part is None else None
    if match is None or year is None:
        return place
    last = int(match["end"]) if len(match["end"]) == 4 else year // 100 * 100 + int(match["end"])
    is_turned = len(match["end"]) == 4 and match["dash"] != "/" and year - _LONGEST < last < year
    if (last <= year and not is_turned) or (match["dash"] == "/" and len(match["end"]) == 2 and last != year + 1):
        return place
    return place._replace(end=match.end(), last=last)


def _alone(view: View, places: list[Place]) -> Iterator[Found]:
    """Dates that are no part of a period; each of a list has the year of the last."""
    for place in places:
        point = _completed(place.point, places[-1].point)
        if not point.is_complete():
            continue
        date, end = point.edtf(), place.end
        opened = _OPEN_END.match(view.lower, end)
        if opened and date and _FROM.search(view.lower, max(0, place.start - 16), place.start):
            date, end = f"{date}/..", opened.end()
        yield _found(view, place.start, end, date)


def _found(view: View, start: int, end: int, date: str | None) -> Found:
    return Found(start, end, {"date": date, "text": view.text[start:end]})
