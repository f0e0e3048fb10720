"""The words of opening hours: days, ranges of days, clock times in figures and in words, being closed, breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import anchors, any_in, compiled, first_words, word_at
from avtale.grammar.number import COUNT, LOW_ORDINAL, value
from avtale.grammar.opening import WEEK
from avtale.text import View
from avtale.vocabulary import alternation, forms

_ABBREVIATIONS = forms("weekday_abbreviations")
_DAYS = forms("weekdays") | _ABBREVIATIONS
_NAMES = forms("weekdays")
_CLEAR = frozenset(_ABBREVIATIONS) - {"fred", "lau", "man", "sun", "sund", "søn", "tor", "tors"} - {word for word in _ABBREVIATIONS if len(word) == 2}
"""The abbreviations that are no other word or name too."""

_any = alternation(_DAYS)
_through = r"\s?(?:[-–—]|til\sog\smed|t\.\s?o\.\s?m\.?|tom\.?|til)\s?"
_sure = rf"{alternation([*_NAMES, *_CLEAR])}(?![a-zæøå])"
_other = rf"(?:{alternation(_ABBREVIATIONS)}(?![a-zæøå])|[a-zæøå]*(?:dag|helg))"
_late = r"2[5-9](?:[.:]|(?=\d\d(?!\s?[a-zæøå])))(?:00|15|30|45)"
_clock = rf"(?:(?:[01]?\d|2[0-4])(?:[.:]\d\d|\d\d)?|{_late})(?!\d|[.:]\d|\s?(?:%|prosent|dag|møt|gang|gong|minutt|uke|veke|år|km))"
_kl = r"(?:kl\.?|klokk[ae]n?)\s?"
_hours = rf"(?:(?:{_kl})?(?:fra|frå|mellom)\s)?(?:{_kl})?{_clock}\s?(?:[-–—]|til|og)\s?(?:{_kl})?\d"
_day = (
    rf"(?:(?!(?:(?:uke|veke|hver|kvar)dag\w*:?|alle\sdag(?:er|ar))\s(?:fra\s|frå\s)?{_sure}){alternation(_NAMES)}(?![a-zæøå])"
    rf"|{alternation(_CLEAR)}(?![a-zæøå])\.?|{alternation(_ABBREVIATIONS.keys() - _CLEAR)}"
    rf"(?:\.(?=\s?(?:[-–—:,/\d]|og\b|kl|til\b|t\.?\s?o\.?\s?m))|(?={_through}{_other})|(?=(?:,|\sog)\s{_other})|(?=[:;]?\s?\d)"
    rf"|(?=[:;]?\s{_hours})|(?=[:;]?\s{alternation(forms('closed'))}\b)))"
)
_part_of_hour = r"(?:halv\s|kvart\s(?:over|på)\s)"
_part_of_day = r"(?:\s(?:om|på)\s(?:morg[eo]n|formiddag|ettermiddag|kveld)\w*)"
_said_hour = rf"{_part_of_hour}?{COUNT}{_part_of_day}?"
_spoken = rf"(?:{_kl})?{_said_hour}"
_nth = rf"(?:{LOW_ORDINAL}|siste)"
_alternate = (
    rf"(?:(?:ann[ea]n?\s?(?:hver|kvar)|(?:hver|kvar)\s(?:anna|annan|annen|andre))(?=\s(?:{_any}|m[åa]n))"
    rf"|(?:hver|kvar)\s(?:(?!1\.|første){LOW_ORDINAL})(?=\s{_any}(?!\s(?:i\s)?(?:(?:hver|kvar)\s)?m[åa]n)))"
)

_SHUT = ("stenger", "stengjer", "stenges", "stengast", "stengjast", "stengt", "stengd", "lukker", "lukkar", "lukkes", "lukkast", "lukket", "lukka")
"""Before the time at which something closes."""

_TOKENS = {
    "nth": rf"(?:(?:hver|kvar|den)\s)?(?P<ordinal>{_nth}(?:(?:,\s|\sog\s){_nth})*)\s(?P<day>{_sure})"
    rf"\s(?:i\s)?(?:(?P<some>{_alternate})\s|(?:hver|kvar)\s)?(?:måned|månad)(?:en)?",
    "alternate": _alternate,
    "weeks": r"i\s(?:partall?s|oddetall?s|like\s|ulike\s)-?(?:uke|veke)\w*",
    "except": r"(?:unntatt|unnateke|bortsett\sfra|bortsett\sfrå|utenom|utanom|men\sikke|men\sikkje)\s(?:på\s)?"
    rf"(?P<days>(?:(?:(?<!\s)(?:,\s|\sog\s))?(?<=\s){_day})+)",
    "days": rf"(?P<days>{_day}(?:{_through}{_any}(?![a-zæøå])\.?)?)",
    "short": rf"(?P<days>{_any})\.?(?=\s?(?:[.,:/–-]|\d|klokk|kl\b|\Z)|\s{_hours}|\s{alternation(forms('closed'))}\b)",
    "pause": r"(?:(?:stengt|stengd|lukka|lukket)\s(?:for|til|under|i)\s)?(?:lunsj|lønsj|matpaus)\w*",
    "range": rf"(?<![\d.,/:§-])(?:fra\s|frå\s|mellom\s)?(?P<kl>{_kl})?(?P<opens>{_clock})\s?(?:[-–—]|til|og)\s?(?:{_kl})?(?P<closes>{_clock})",
    "words": rf"(?:fra\s|frå\s|mellom\s)?(?P<kl>{_kl})?(?P<opens>{_said_hour}|{_clock})\s(?:til|og)\s(?P<closes>{_spoken})",
    "until": rf"(?:(?P<shuts>{alternation(_SHUT)})\s(?:(?:det|den|ho|han|dei|de|vi|me|alt|allerede)\s){{0,2}}|(?:til|fram\stil|frem\stil|innen|innan)\s)"
    rf"(?:(?:{_kl}|(?=\d?\d[.:](?:00|15|30|45)\b))(?P<closes>{_clock})(?!\s?[-–—]|\s(?:til|og)\s\d)|(?(shuts)(?:{_kl})?|{_kl})(?P<spoken>{_said_hour}))",
    "same": r"(?:til|på)\s(?:den\s)?sam(?:me|e)\stid\b",
    "since": rf"(?:fra|frå|etter|åpner|opnar|ikkj?e\s(?:\w+\s)?før|først)\s{_kl}(?P<opens>{_clock})",
    "closed": rf"{alternation(forms('closed'))}\b",
    "always": rf"{alternation(forms('round_the_clock'))}|24\s?/\s?7\b",
}
"""What each kind of word or figure of opening hours looks like, in lower case; of two that match the first is taken."""
_BEGINNINGS = {
    "nth": frozenset(forms("ordinals")) | {"hver", "kvar", "den", "siste"},
    "alternate": frozenset({"annenhver", "annankvar", "annakvar", "annen", "annan", "anna", "hver", "kvar"}),
    "weeks": frozenset({"i"}),
    "except": frozenset({"unntatt", "unnateke", "bortsett", "utenom", "utanom", "men"}),
    "days": first_words(*_DAYS),
    "short": first_words(*_ABBREVIATIONS),
    "pause": frozenset({"stengt", "stengd", "lukka", "lukket", "lunsj", "lunsjpause", "lunsjstengt", "lønsj", "lønsjpause", "matpause"}),
    "range": frozenset({"fra", "frå", "mellom", "kl", "klokka", "klokken"}),
    "words": frozenset({"fra", "frå", "mellom", "kl", "klokka", "klokken"}),
    "until": frozenset({"til", "fram", "frem", "innen", "innan", *_SHUT}),
    "same": frozenset({"til", "på"}),
    "since": frozenset({"fra", "frå", "etter", "åpner", "opnar", "ikke", "ikkje", "først"}),
    "closed": first_words(*forms("closed")),
    "always": first_words(*forms("round_the_clock")),
}
"""The words that each kind can begin with; those of `nth`, `range` and `always` can begin with a figure too."""
_BY_FIGURE = tuple((kind, _TOKENS[kind]) for kind in ("range", "always"))
_BY_ORDINAL = (("nth", _TOKENS["nth"]), *_BY_FIGURE)
_NEEDS = {"nth": ("måned", "månad"), "weeks": ("partal", "oddetal", "like")}
"""The words of which one stands in all that a kind matches, for those that are seldom of use."""
_ORDINAL = re.compile(r"\d\d?\.[\s,]")
FIRST_WORDS = frozenset().union(*_BEGINNINGS.values())
"""The words that opening hours can begin with."""
_BY_WORD = {word: tuple((kind, _TOKENS[kind]) for kind, words in _BEGINNINGS.items() if word in words) for word in FIRST_WORDS}
_NAME = re.compile(_any)
_NO_DIGIT = re.compile(r"\D")
_PART_OF_DAY = re.compile(_part_of_day)
_PARTS_OF_HOUR = {"halv ": (1, "30"), "kvart over ": (0, "15"), "kvart på ": (1, "45")}
"""How many hours earlier than the one that is named a spoken time is, and its minutes."""
_EARLIEST = "09:00"
"""Before which a spoken time of closing is one in the afternoon."""


def tokens(view: View, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The words and figures of opening hours in `start:end`, each with its kind, none within another."""
    lower, done = view.lower, start
    for anchor in anchors(lower, start, end, FIRST_WORDS):
        if anchor < done:
            continue
        for kind, pattern in _tokens_at(lower, anchor):
            can_match = kind not in _NEEDS or any_in(_NEEDS[kind], lower[anchor:end])
            match = compiled(pattern).match(lower, anchor, end) if can_match else None
            if match:
                done = match.end()
                yield kind, match
                break


def _tokens_at(lower: str, anchor: int) -> tuple[tuple[str, str], ...]:
    """What can begin at a position."""
    if lower[anchor].isdigit():
        return _BY_ORDINAL if _ORDINAL.match(lower, anchor) else _BY_FIGURE
    return _BY_WORD[word_at(lower, anchor)]


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
    return (f"{_DAYS[match['day']]}[{','.join(weeks)}]",)


def excepted_days(words: str) -> set[str]:
    """The days that `unntatt onsdag og fredag` leaves out."""
    return {day for part in re.split(r",\s|\sog\s", words) for day in days_of(part)}


def time_of(words: str) -> str:
    """A clock time in figures.

    >>> time_of("9"), time_of("0830"), time_of("15.45")
    ('09:00', '08:30', '15:45')
    """
    digits = _NO_DIGIT.sub("", words)
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{int(hour):02}:{minute}"


def spoken_time(words: str) -> str:
    """A clock time in words: `klokka ni`, `halv ti`.

    >>> spoken_time("klokka ni"), spoken_time("halv ti"), spoken_time("kvart på tre"), spoken_time("9.30")
    ('09:00', '09:30', '02:45', '09:30')
    """
    if words[0].isdigit():
        return time_of(words)
    hour = value(_PART_OF_DAY.sub("", words).split()[-1])
    before, minute = next((said for part, said in _PARTS_OF_HOUR.items() if part in words), (0, "00"))
    return f"{hour - before:02}:{minute}"


def closing(words: str) -> str:
    """A clock time in words at which something closes that opened in the morning: `klokka seks`.

    >>> closing("klokka seks"), closing("tolv")
    ('18:00', '12:00')
    """
    time = spoken_time(words)
    return f"{int(time[:2]) + 12:02}{time[2:]}" if time < _EARLIEST else time


def afternoon(opens: str, closes: str) -> str:
    """The later of two times, in the afternoon where `ni til tre` and `kl. 9–3` mean that.

    >>> afternoon("09:00", "03:00"), afternoon("20:00", "02:00")
    ('15:00', '02:00')
    """
    return f"{int(closes[:2]) + 12:02}{closes[2:]}" if "07:00" <= opens < "13:00" and "01:00" <= closes <= "06:00" else closes
