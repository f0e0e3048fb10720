"""Values written out in Norwegian, independently of the grammars that read them back."""

from __future__ import annotations

import datetime

MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
SHORT = ("jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "des.")
DAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}
WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ONES = (
    *("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    *("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
)
ONES = {"nb": _ONES, "nn": ("null", "éin", *_ONES[2:])}
TENS = ["-", "-", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"]
_FIRSTS = (
    *("-", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende", "ellevte", "tolvte"),
    *("trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"),
)
FIRSTS = {"nb": _FIRSTS, "nn": ("-", "fyrste", *(word.replace("ende", "ande") for word in _FIRSTS[2:]))}
UNITS = {
    "nb": {"Y": ("år", "år"), "M": ("måned", "måneder"), "W": ("uke", "uker"), "D": ("dag", "dager"), "TH": ("time", "timer"), "TM": ("minutt", "minutter")},
    "nn": {"Y": ("år", "år"), "M": ("månad", "månader"), "W": ("veke", "veker"), "D": ("dag", "dagar"), "TH": ("time", "timar"), "TM": ("minutt", "minutt")},
}
PHONES = ("{0}{1}{2}{3}{4}{5}{6}{7}", "{0}{1} {2}{3} {4}{5} {6}{7}", "{0}{1}{2} {3}{4} {5}{6}{7}", "{0}{1}{2}{3} {4}{5}{6}{7}", "{0}{1}.{2}{3}.{4}{5}.{6}{7}")


def cardinal(number: int, language: str) -> str:
    """A number from 1 to 9999 in words: `to tusen tre hundre og tjuefire`."""
    parts = []
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    if thousands:
        parts.append("tusen" if thousands == 1 else f"{ONES[language][thousands]} tusen")
    if hundreds:
        parts.append("hundre" if hundreds == 1 else f"{ONES[language][hundreds]} hundre")
    if below:
        parts += ["og"] * bool(parts) + [_below_hundred(below, language)]
    return " ".join(parts)


def _below_hundred(number: int, language: str) -> str:
    tens, ones = divmod(number, 10)
    return ONES[language][number] if number < 20 else TENS[tens] + (ONES[language][ones] if ones else "")


def ordinal(number: int, language: str) -> str:
    """An ordinal from 1 to 99 in words."""
    tens, ones = divmod(number, 10)
    if number < 20:
        return FIRSTS[language][number]
    if not ones:
        return TENS[tens].removesuffix("e") + ("ende" if language == "nb" else "ande") if tens > 2 else {"nb": "tjuende", "nn": "tjuande"}[language]
    return TENS[tens] + FIRSTS[language][ones]


def year(number: int, language: str) -> str:
    """A year in words: `nitten hundre og nittini`, `to tusen og ti`."""
    return cardinal(number, language) if number >= 2000 else f"nitten hundre og {cardinal(number % 100, language)}"


def dates(day: datetime.date, language: str) -> list[str]:
    """The usual ways to write a date."""
    d, m, y = day.day, day.month, day.year
    return [
        f"{d}. {MONTHS[m - 1]} {y}",
        f"{d}.{MONTHS[m - 1]} {y}",
        f"{d} {MONTHS[m - 1]} {y}",
        f"{d}. {SHORT[m - 1]} {y}",
        f"{d}. {MONTHS[m - 1]} -{y % 100:02}",
        f"{d:02}.{m:02}.{y}",
        f"{d}.{m}.{y}",
        f"{d:02}.{m:02}.{y % 100:02}",
        f"{d}. {m}. {y}",
        f"{d}/{m}-{y}",
        f"{d:02}/{m:02} {y}",
        f"{d}/{m}-{y % 100:02}",
        f"{d:02}-{m:02}-{y}",
        f"{y}-{m:02}-{d:02}",
        f"{ordinal(d, language)} {MONTHS[m - 1]} {y}",
        f"{ordinal(d, language)} {MONTHS[m - 1]} {year(y, language)}",
    ]


def clock(minutes: int, style: int) -> str:
    """A time of the day: `09.00`, `09:00`, `0900`, `9.00`."""
    hour, minute = divmod(minutes, 60)
    return (f"{hour:02}.{minute:02}", f"{hour:02}:{minute:02}", f"{hour:02}{minute:02}", f"{hour}.{minute:02}")[style]


def days(indices: list[int], language: str) -> str:
    """Days of the week: a range where three or more follow each other, else a list."""
    names = [DAYS[language][index] for index in indices]
    if len(indices) > 2 and indices[-1] - indices[0] == len(indices) - 1:
        return f"{names[0]} til {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"
