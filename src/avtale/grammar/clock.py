"""The words of opening hours: days, ranges of days, clock times in figures and in words, being closed, breaks."""

from __future__ import annotations

import re

from avtale.grammar.anchor import first_words
from avtale.grammar.number import CARDINAL, ORDINAL, ORDINAL_WORDS, value
from avtale.grammar.opening import WEEK
from avtale.vocabulary import alternation, forms

_ABBREVIATIONS = forms("weekday_abbreviations")
_DAYS = forms("weekdays") | _ABBREVIATIONS
_NAMES = forms("weekdays")
_CLEAR = frozenset(_ABBREVIATIONS) - {"fred", "lau", "man", "sun", "sund", "søn", "tor", "tors"} - {word for word in _ABBREVIATIONS if len(word) == 2}
"""The abbreviations that are no other word or name too."""

_any = alternation(_DAYS)
_through = r"\s?(?:[-–—]|til\sog\smed|t\.\s?o\.\s?m\.?|tom\.?|til)\s?"
_sure = rf"{alternation([*_NAMES, *_CLEAR])}(?![a-zæøå])"
_day = (
    rf"(?:{alternation(_NAMES)}(?![a-zæøå])|{alternation(_CLEAR)}(?![a-zæøå])\.?"
    rf"|{_any}(?:\.(?=\s?(?:[-–—:,/\d]|og\b|kl|til\b|t\.?\s?o\.?\s?m))|(?=\s?[-–—/]\s?{_any}(?![a-zæøå]))|(?=(?:,|\sog)\s{_sure})|(?=:?\s?\d)))"
)
_clock = r"(?:(?:[01]?\d|2[0-4])(?:[.:]\d\d|\d\d)?)(?!\d|[.:]\d|\s?(?:%|prosent|dag|møt|gang|gong|minutt|uke|veke|år|km))"
_kl = r"(?:kl\.?|klokk[ae]n?)\s?"
_spoken = rf"(?:{_kl})?(?:halv\s)?{CARDINAL}"
_nth = rf"(?:{ORDINAL}|siste)"
_alternate = (
    rf"(?:(?:ann[ea]n?\s?(?:hver|kvar)|(?:hver|kvar)\s(?:anna|annan|annen|andre))(?=\s(?:{_any}|m[åa]n))"
    rf"|(?:hver|kvar)\s(?:(?!1\.|første|fyrste){ORDINAL})(?=\s{_any}(?!\s(?:i\s)?(?:(?:hver|kvar)\s)?m[åa]n)))"
)

TOKEN = re.compile(
    rf"""
      (?P<nth>(?:(?:hver|kvar|den)\s)?(?P<ordinal>{_nth}(?:(?:,\s|\sog\s){_nth})*)\s(?P<nthday>{alternation([*_NAMES, *_CLEAR])})
        \s(?:i\s)?(?:(?P<some>{_alternate})\s|(?:hver|kvar)\s)?(?:måned|månad)(?:en)?)
    | (?P<alternate>{_alternate}|i\s(?:partall?s|oddetall?s|like\s|ulike\s)-?(?:uke|veke)\w*)
    | (?P<except>(?:unntatt|unnateke|bortsett\sfra|bortsett\sfrå|utenom|utanom|men\sikke|men\sikkje)\s(?:på\s)?)(?P<excepted>{_day}(?:(?:,\s|\sog\s){_day})*)
    | (?<![a-zæøå])(?P<days>{_day}(?:{_through}{_any}(?![a-zæøå])\.?)?)
    | (?<![a-zæøå])(?P<short>{_any})\.?(?=\s?(?:[.,:/–-]|\d|kl\b|\Z))
    | (?P<pause>\(?(?:(?:stengt|stengd|lukka|lukket)\s(?:for|til|under|i)\s)?(?:lunsj|lønsj|matpaus)\w*)
    | (?<![\d.,/:§-])(?P<range>(?:fra\s|frå\s|mellom\s)?(?P<kl>{_kl})?(?P<opens>{_clock})\s?(?:[-–—]|til|og)\s?(?:{_kl})?(?P<closes>{_clock}))
    | (?P<words>(?:fra\s|frå\s|mellom\s)?(?P<from>{_kl}(?:halv\s)?{CARDINAL})\s(?:til|og)\s(?P<to>{_spoken}))
    | (?P<until>\b(?:til|fram\stil|frem\stil|innen|innan|stenger|stengjer|lukker|lukkar)\s{_kl}(?P<last>{_clock}))
    | (?P<since>\b(?:fra|frå|etter|åpner|opnar)\s{_kl}(?P<first>{_clock}))
    | (?P<closed>\b{alternation(forms("closed"))}\b)
    | (?P<always>\b{alternation(forms("round_the_clock"))}|\b24\s?/\s?7\b)
    """,
    re.VERBOSE,
)
"""One word or figure of opening hours, in lower case."""
FIRST_WORDS = (
    ORDINAL_WORDS
    | first_words(*_DAYS, *forms("closed"), *forms("round_the_clock"))
    | frozenset(["den", "siste", "fra", "frå", "mellom", "kl", "klokka", "klokken", "til", "fram", "frem", "innen", "innan", "etter", "hver", "kvar"])
    | frozenset(["annenhver", "annankvar", "annakvar", "annen", "annan", "anna", "i", "unntatt", "unnateke", "bortsett", "utenom", "utanom", "men"])
    | frozenset(["lunsj", "lunsjpause", "lunsjstengt", "lønsj", "lønsjpause", "matpause", "åpner", "opnar", "stenger", "stengjer", "lukker", "lukkar"])
)
"""The words that `TOKEN` can begin with."""
_NAME = re.compile(_any)


def days_of(words: str) -> tuple[str, ...]:
    """The days that a word or a range of words names.

    >>> days_of("man–ons"), days_of("hverdager")
    (('Mo', 'Tu', 'We'), ('Mo', 'Tu', 'We', 'Th', 'Fr'))
    """
    named = [_DAYS[word] for word in _NAME.findall(words)]
    first, last = named[0].partition("-")[0], named[-1].rpartition("-")[2]
    a, b = WEEK.index(first), WEEK.index(last)
    return WEEK[a : b + 1] if a <= b else WEEK[a:] + WEEK[: b + 1]


def nth_days(match: re.Match[str]) -> tuple[str, ...]:
    """The day of `første og tredje torsdag i måneden`: `Th[1,3]`."""
    weeks = ["-1" if word == "siste" else str(value(word)) for word in re.split(r",\s|\sog\s", match["ordinal"])]
    return (f"{_DAYS[match['nthday']]}[{','.join(weeks)}]",)


def excepted_days(words: str) -> set[str]:
    """The days that `unntatt onsdag og fredag` leaves out."""
    return {day for part in re.split(r",\s|\sog\s", words) for day in days_of(part)}


def time_of(words: str) -> str:
    """A clock time in figures.

    >>> time_of("9"), time_of("0830"), time_of("15.45")
    ('09:00', '08:30', '15:45')
    """
    digits = re.sub(r"\D", "", words)
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{int(hour):02}:{minute}"


def spoken_time(words: str) -> str:
    """A clock time in words: `klokka ni`, `halv ti`.

    >>> spoken_time("klokka ni"), spoken_time("halv ti")
    ('09:00', '09:30')
    """
    hour = value(words.split()[-1])
    return f"{hour - 1:02}:30" if "halv " in words else f"{hour:02}:00"


def afternoon(opens: str, closes: str) -> str:
    """The later of two times, in the afternoon where `ni til tre` and `kl. 9–3` mean that.

    >>> afternoon("09:00", "03:00"), afternoon("20:00", "02:00")
    ('15:00', '02:00')
    """
    return f"{int(closes[:2]) + 12:02}{closes[2:]}" if "07:00" <= opens < "12:00" and "01:00" <= closes <= "06:00" else closes
