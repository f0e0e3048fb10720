"""Points in time, as far as they are said: a day, a month, a season, a quarter, a year. The date grammar makes periods of them."""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from avtale.grammar.anchor import compiled, word_at
from avtale.grammar.number import LOW_ORDINAL, ORDINAL, ORDINAL_WORDS, value
from avtale.vocabulary import alternation, forms, load

_FULL = forms("months")
_MONTHS = _FULL | forms("month_abbreviations")
_SEASONS = {stem: term.facts["edtf"] for term in load("seasons") for stem in term.stems}
_FRACTIONS = {"kvartal": (33, 36), "tertial": (37, 39), "halvår": (40, 41), "semester": (40, 41)}
"""The parts of a year that are counted, with the EDTF numbers of the first and the last."""

_year = r"(?:19|20)\d\d(?!\d)"
_short = r"['’]?\d\d(?![\d%/]|[.:,]\d|\s?(?:%|prosent|kl))"
_spelt = r"to\s?tusen(?:\s?og\s?\w+(?:\sog\s\w+)?)?|nitten\s?hundre\s?og\s?\w+|tjue\s?\w+"
_name = rf"{alternation(_FULL)}\b"
_dash = r"\s?[-–—]\s?"
_day = r"(?P<day>\d{1,2})"
_part = r"(?P<part>\d{1,2})"
_month = rf"(?:(?P<month>{alternation(_FULL)})\b|(?P<cut>{alternation(forms('month_abbreviations'))})(?:\.|(?=\s?['’-]?\d|\s?-)))"
_month_year = (
    rf"(?:[.,]{{0,2}}\s?(?:måned\s|månad\s)?-?\s?(?P<year>{_year})"
    rf"|\.?\s?(?:i\s)?(?P<year2>{_year}|['’-]\d\d(?!\d)|(?<=\.)\d\d(?![\d%/]|[.:,]\d|\s?%)|\d\d(?![\d%/]|[.:,]\d|\s?[\w%]))|)"
)
_fraction = rf"(?P<what>{alternation(_FRACTIONS)})(?:et)?\s(?:i\s)?(?P<year>{_year})"
_until = r"(?:\s?[-–—]\s?|\s(?:til|og|eller|t\.\s?o\.\s?m\.?|til\sog\smed)\s(?:den\s)?)"


def _patterns(*patterns: str) -> tuple[str, ...]:
    return tuple(rf"(?<![\d/§])(?<!\d[.,]){pattern}(?!-[a-zæøå])" for pattern in patterns)


_NAMED = (
    rf"{_day}\.?\s?{_month}{_month_year}",
    rf"(?P<nth>\d\.)\s?{_fraction}",
    rf"(?P<nth>\d\.)(?={_until}\d\.\s?{_fraction})",
    rf"{_day}\.?(?={_until}\d{{1,2}}\.?\s?{_name}|{_dash}\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d\d)",
)
_DOTTED = _patterns(
    rf"{_day}\.\s?{_part}\.\s?-?\s?(?P<year>{_year}|{_short})",
    rf"(?<!kl\s)(?<!kl\.\s){_day}\.\s?(?P<part>0?[1-9]|1[0-2])(?:\s?[-–/]\s?|\s)(?P<year>{_year})",
    rf"{_day}\.\s?{_part}\.?(?={_dash}\d{{1,2}}\.\s?\d{{1,2}}\.?\s?(?:{_year}|(?<=\.)\d\d(?!\d)))",
    r"(?:(?<=den\s)|(?<=innen\s)|(?<=innan\s)|(?<=før\s)|(?<=dag\s)|(?<=til\s)|(?<=fra\s)|(?<=frå\s)|(?<=per\s)|(?<=pr\.\s))"
    rf"{_day}\.\s?(?P<part>0?[1-9]|1[0-2])\.(?!\d)",
)
_SLASHED = _patterns(
    rf"{_day}\s?/\s?{_part}(?:\s?[-–/]\s?|\.|\s(?=(?:19|20)\d\d))(?P<year>{_year}|{_short})",
    rf"{_day}\s?/\s?{_part}(?={_dash}\d{{1,2}}\s?/\s?\d{{1,2}}(?:\s?[-–/]\s?|\.|\s)(?:{_year}|{_short}))",
    rf"(?:(?<=den\s)|(?<=dag\s)){_day}/(?P<part>0?[1-9]|1[0-2])(?![\d/])",
)
_DASHED = _patterns(rf"{_day}-{_part}-(?P<year>{_year}|{_short})", _NAMED[-1])
_BY_WORD = _patterns(*_NAMED)
"""What a date of one or two figures looks like before more figures, by the mark between, and before a word; the most telling first."""
_YEARS = tuple(
    rf"(?<![\d/§])(?<!\d[.,]){pattern}"
    for pattern in (
        rf"(?P<iso>{_year}-(?:0\d|1[0-2])-[0-3]\d|(?:19|20)\d\d\.(?:0\d|1[0-2])\.[0-3]\d)(?!\d)",
        rf"(?P<lone>{_year})(?![.]\d|/(?!(?:\d\d|{_year})(?!\d))\d|-\d{{2}}-)",
    )
)
_ORDINALS = (
    rf"(?P<ordinal>{ORDINAL})\s(?:dag\si\s)?{_month}(?:\.?,?\s(?P<year>{_year}|{_spelt}))?",
    rf"(?P<nth>{LOW_ORDINAL})\s?{_fraction}",
    rf"(?P<nth>{LOW_ORDINAL})(?={_until}{LOW_ORDINAL}\s?{_fraction})",
)
_MONTH_NAMES = (
    rf"(?P<month>{alternation(_MONTHS)})\b\.?,?\s?(?:måned\s|månad\s)?(?:i\s|['’-])?(?P<year>{_year}|(?<=['’-])\d\d(?!\d))",
    rf"(?P<month>{alternation(_MONTHS)})(?=\.?(?:\s?[-–—/]\s?|\s(?:til|og|eller)\s){_name}\.?\s{_year})",
)
_SEASON_NAMES = (
    rf"(?P<season>{alternation(_SEASONS)})\b,?\s(?:i\s)?(?:år\s)?(?P<year>{_year}|['’]\d\d(?!\d))(?:/\d\d(?:\d\d)?(?!\d))?",
    rf"(?P<season>{alternation(_SEASONS)})(?=(?:\s?[-–—/]\s?|\s(?:til|og|eller)\s){alternation(_SEASONS)}\s{_year})",
)
"""What a date that begins with a word looks like."""
_RUN = re.compile(r"(?P<figures>\d+)\s?(?P<mark>\.?\s?[-–—]|[./])?\s?(?P<next>\w*)")
_NEXT_WORDS = frozenset(_MONTHS) | set(_FRACTIONS) | {what + "et" for what in _FRACTIONS} | {"og", "til", "eller", "t", "tom"}
"""The words that can stand after the figures of a date."""
_DAY_BEGINS = re.compile(
    rf"\d+(?:\s?[./]\s?\d{{1,2}}(?:[./]|\s?[-–—]|\s\d)|\s?\.?\s?[-–—]\s?(?:\d{{1,2}}[-.\s]|[a-zæøå])"
    rf"|\s?[./]?\s?(?:{alternation(_NEXT_WORDS)})(?!\w))"
)
"""What follows a day, or the number of a part of the year."""
_CENTURIES = ("19", "20")
_IN_ISO = ("-", ".")
_CITES = ("nr", "sak", "ref", "rundskriv", "kr", "kl", "kroner", "/", "-", "–", "—", ",")
"""Of which one stands at the end of what `_CITED` matches, marks and blanks left out."""
_CITED = re.compile(
    r"(?:\b(?:nr|sak|ref|saksnr|arkivsak|jnr|rundskriv|kr|kl|kroner)\.?:?\s?|\w/|\b(?:\d{3}|(?!19|20)\d{4})\s?[-–—]\s?|[a-zæøå]{3,}\s\d{1,3}[a-z]?,\s)$"
)
"""What stands before four figures that are no year: a case or circular, an amount, a clock time, the address before a post code."""
_COUNTED = re.compile(
    r"\s?(?:(?:og|til|[-–])\s?[\d. ]+\s?)?"
    r"(?:innb|inb|menn?esk|person|kr\b|kroner|kvm|m²|meter|elev|stk|timer|timar|møter|sak|ungdom|barn|bruk[ae]r|anmeld|meld|lovbr|årsverk|dag|besøk)"
)
_RANGE = re.compile(r"(?:\s?[-–—]\s?|\stil\s(?:og\smed\s)?|\s(?P<and>og)\s)\d{1,3}(?:[ .]\d{3})+(?![\d.]\d)")
"""What follows the first of two numbers of which the second has its thousands set off: `2000–20 000`, `mellom 2000 og 20 000`."""
_IN_YEAR = ("i ", "år ", "året ", "sidan ", "siden ")
_BETWEEN = ("mellom ", "millom ")
_DECADE = 70
"""Years from which a year of two figures is of the twentieth century."""

FIRST_WORDS = ORDINAL_WORDS.union(_MONTHS, _SEASONS)
"""The words that a date can begin with."""


class Point(NamedTuple):
    """A point in time, as far as it is said: the year, the month or EDTF season, the day."""

    year: int | None
    part: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """The date in EDTF, None where there is no such day.

        >>> Point(2020, 2, 29).edtf(), Point(2021, 2, 29).edtf(), Point(None, 8, 24).edtf(), Point(2021, 21).edtf()
        ('2020-02-29', None, 'XXXX-08-24', '2021-21')
        """
        if self.part is not None and self.part > 12:
            return f"{self.year}-{self.part}" if self.part >= 21 else None
        if self.part == 0 or self.day == 0 or (self.day or 1) > _days_in(self.year or 2000, self.part or 1):
            return None
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return year + "".join(f"-{number:02}" for number in (self.part, self.day) if number is not None)

    def is_complete(self) -> bool:
        """Whether it can stand by itself: with a year, or with a day of a month."""
        return self.year is not None or (self.part is not None and self.day is not None)


class Place(NamedTuple):
    """A point in time and where it is said."""

    start: int
    end: int
    point: Point
    last: int | None = None
    """The last year, where it is a period of years in one (`2019-23`)."""


def _days_in(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def can_begin(lower: str, start: int, end: int) -> bool:
    """Whether a point in time can begin with a run of figures, by how many they are and what follows them."""
    size = end - start
    return lower.startswith(_CENTURIES, start) if size == 4 else size < 3 and _DAY_BEGINS.match(lower, start) is not None


def place_at(lower: str, anchor: int, end: int) -> Place | None:
    """The point in time that is said at a position, before `end`."""
    for pattern in _patterns_at(lower, anchor, end):
        match = compiled(pattern).match(lower, anchor, end)
        if match:
            if pattern is _YEARS[-1] and not _is_year(lower, match):
                return None
            return Place(anchor, match.end(), _point(match.groupdict()))
    return None


def _patterns_at(lower: str, anchor: int, end: int) -> tuple[str, ...]:
    """The patterns that can match at a position, by the number of figures and what follows them."""
    run = _RUN.match(lower, anchor, end)
    if run is None:
        word = word_at(lower, anchor)
        return _MONTH_NAMES if word in _MONTHS else _SEASON_NAMES if word in _SEASONS else _ORDINALS
    figures, mark, following = run.groups()
    if len(figures) > 2:
        return () if len(figures) != 4 else _YEARS if lower.startswith(_IN_ISO, anchor + 4) else _YEARS[1:]
    if not following[:1].isdigit():
        return _BY_WORD if following in _NEXT_WORDS else ()
    return _DOTTED if mark == "." else _SLASHED if mark == "/" else _DASHED if mark else ()


def _is_year(lower: str, match: re.Match[str]) -> bool:
    before = lower[max(0, match.start() - 24) : match.start()]
    return not _COUNTED.match(lower, match.end()) and not _is_of_range(lower, match.end(), before) and not _is_cited(before)


def _is_of_range(lower: str, end: int, before: str) -> bool:
    """Whether four figures are the lower bound of a number in thousands, and not the year of a figure: `frå 9 000 i 2000 til 12 000 i 2020`."""
    match = _RANGE.match(lower, end)
    return match is not None and not before.endswith(_IN_YEAR) and (match["and"] is None or before.endswith(_BETWEEN))


def _is_cited(before: str) -> bool:
    """Whether what stands before a year makes it a number that is cited."""
    return before.rstrip(" .:\n\t").endswith(_CITES) and _CITED.search(before) is not None


def _point(said: dict[str, str | None]) -> Point:
    if iso := said.get("iso"):
        return Point(*map(int, re.split(r"[-.]", iso)))
    year_words = said.get("year") or said.get("year2") or said.get("lone")
    year = year_of(year_words) if year_words else None
    if nth := said.get("nth"):
        return _fraction_of(value(nth), str(said["what"]), year)
    if season := said.get("season"):
        return Point(year, int(_SEASONS[season]))
    month, part = said.get("month") or said.get("cut"), said.get("part")
    number = int(_MONTHS[month]) if month else int(part) if part else None
    day, ordinal = said.get("day"), said.get("ordinal")
    return Point(year, 0 if number and number > 12 else number, int(day) if day else value(ordinal) if ordinal else None)


def _fraction_of(number: int, what: str, year: int | None) -> Point:
    """A quarter, third or half of a year by its EDTF number; month 0, which is none, where there is no such part."""
    first, last = _FRACTIONS[what]
    return Point(year, first + number - 1 if first + number - 1 <= last else 0)


def year_of(words: str) -> int:
    """The year that figures or words say, one of two figures of the century that fits.

    >>> [year_of(words) for words in ("2018", "'19", "98", "to tusen og tjueto", "nitten hundre og nittien", "tjue nitten")]
    [2018, 2019, 1998, 2022, 1991, 2019]
    """
    digits = words.strip("'’- ")
    if digits.isdigit():
        year = int(digits)
        return year if year > 99 else 2000 + year if year < _DECADE else 1900 + year
    for head, century in (("nitten", 1900), ("to", 2000), ("tjue", 2000)):
        if words.startswith(head):
            rest = re.sub(r"\A\s?(?:hundre|tusen)?\s?(?:og\s?)?", "", words[len(head) :])
            return century + (value(rest) if rest else 20 if head == "tjue" else 0)
    return 0
