"""Shares in percent: `100% stilling`, `20 prosent`, `halv stilling`, `heil stilling`, `åtte av ti`, `en fjerdedel`.

The value is `{"percent", "text"}`. Not a share: a range (`20–30 %`), a part of something that is not said (`en av dem`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.anchor import compiled, matches
from avtale.grammar.found import Found
from avtale.grammar.number import ARTICLES, CARDINAL_WORDS, COUNT, value
from avtale.text import View
from avtale.vocabulary import alternation

_POSITIONS = {
    **dict.fromkeys(("hel", "hele", "helt", "heil", "heile", "heilt", "full", "heiltid", "heltid", "fulltid"), 100),
    **dict.fromkeys(("halv", "halve", "halvt", "halvtid", "½", "1/2"), 50),
    **dict.fromkeys(("fjerdedels", "kvart", "¼"), 25),
    **dict.fromkeys(("tredels", "tredjedels"), 33.3),
}
"""Parts of a position."""
_FRACTIONS = {
    **dict.fromkeys(("halvparten", "helvta", "halvdelen"), 1 / 2),
    **dict.fromkeys(("tredel", "tredjedel", "tredeler", "tredjedeler", "tredelar", "tredjedelar"), 1 / 3),
    **dict.fromkeys(("firedel", "fjerdedel", "fjerdedeler", "firedeler", "firedelar", "fjerdedelar", "kvart", "kvartdel"), 1 / 4),
    **dict.fromkeys(("femtedel", "femtedeler", "femtedelar", "femdel", "femdeler", "femdelar"), 1 / 5),
    **dict.fromkeys(("tidel", "tidels", "tideler", "tidelar"), 1 / 10),
}
_HALF = frozenset({"halvparten", "helvta", "halvdelen"})

_word = alternation(_POSITIONS)
_of_whole = r"(?:\sav\s(?:(?:en|ei|ein|eit|et)\s(?:(?:hel|heil|full)t?\s?)?|(?:hel|heil|full)t?\s?)(?:stilling|årsverk)(?:en|a)?)?"
_SHARE = rf"""(?x)
    (?<![\d–-])(?<!\d[.,])(?P<percent>\d{{1,3}}(?:[.,]\d+)?|\b(?:hundre|{COUNT}))\s?-?(?:%|prosent|pst\b\.?)s?(?:[\s-]?stilling\w*)?{_of_whole}
    | (?P<decimal>[01][.,]\d{{1,2}})\s(?:stilling|årsverk)
    | (?P<part>\b{COUNT}|\d{{1,3}})\sav\s(?P<whole>{COUNT}|\d{{1,3}})\b
    | (?P<count>\b{COUNT}|\d)\s(?P<fraction>{alternation(_FRACTIONS.keys() - _HALF)})\b{_of_whole}
    | (?P<half>{alternation(_HALF)})\b
    | stilling(?:en|a)\s(?:er|blir|vert)\s(?P<whole_or_half>heil|hel|full|halv)\b(?!\s(?:av|stilling|post))
    | stillings?(?:prosent|andel|brøk)(?:en)?\s(?:er|utgjør|utgjer|blir|vert)\s(?P<number>\d{{1,3}})(?![\d.,]\d)
    | (?P<position>{_word})(?:(?<=tid)\b|(?:(?<=tid)s)?\s?(?:fast\s|sin\s|si\s|sitt\s)?(?:års)?(?:stilling|post|verk|årsverk)(?:s?andel|en|a|s)?\b|\stid\b)
    """
_POSITION = re.compile(r"stilling|tid\b|post|årsverk")
_WHOLE = re.compile(
    r"stilling|årsverk|arbeidsti(?:d|da|den)\b[^.;]{0,20}?\b(?:går|gjeng|satt|sett|avsatt|avsett|til|for|på)\s"
    r"|\bav\s(?:sin|si|hans|hennes|hennar)\s(?:arbeids)?tid\b|\bav\s(?:arbeids)?ti(?:den|da)\s(?:sin|si|hans|hennes|hennar|til)\b"
)
"""What a share is one of, that stands some words from it: working hours only where they are set aside."""
_FORMER = re.compile(r"(?:fra|frå)\s[\w,]+\s?(?:%|prosent|pst\.?)?\s(?:stilling\s)?(?:og\s)?til\s")
"""A share that another takes the place of: `utvidet fra 50 % til 100 %`."""
_NEAR = 30
"""Characters between a share and the word for a position."""
_PARTS = (f"stilling{joint}{part}{article}" for joint in ("", "s") for part in ("prosent", "andel", "brøk") for article in ("", "en"))
_NUMBERED = ("stillingen", "stillinga", *_PARTS)
_FIRST = CARDINAL_WORDS.union(_POSITIONS, _HALF, _NUMBERED, (word + post for word in _POSITIONS for post in ("stilling", "sstilling", "post", "stillingen")))


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The shares in `start:end`: `{"percent", "text"}`.

    >>> view = View("i 80 prosent av tilfellene, åtte av ti oppdrag; i halv stilling")
    >>> [found.value for found in find(view, 0, len(view.text))]  # doctest: +NORMALIZE_WHITESPACE
    [{'percent': 80, 'text': '80 prosent'}, {'percent': 80, 'text': 'åtte av ti'}, {'percent': 50, 'text': 'halv stilling'}]
    """
    for match in matches(compiled(_SHARE), view.lower, start, end, _FIRST):
        number = _percent(match)
        if number is not None:
            yield Found(*match.span(), {"percent": number, "text": view.text[match.start() : match.end()]})


def current(view: View, start: int, end: int) -> Iterator[Found]:
    """The shares in `start:end` but for those that another has taken the place of.

    >>> [found.value["percent"] for found in current(View("utvidet fra 50 % til 80 %"), 0, 25)]
    [80]
    """
    return (share for share in find(view, start, end) if not _FORMER.match(view.lower, share.start - len("fra "), end))


def of_position(view: View, start: int, end: int) -> Found | None:
    """The first share of a position in `start:end`: `100% stilling`, `stilling på 60 prosent`, `halv stilling`.

    >>> of_position(View("i halv stilling"), 0, 15)
    Found(start=2, end=15, value={'percent': 50, 'text': 'halv stilling'})
    """
    if not _POSITION.search(view.lower, start, end) and not _WHOLE.search(view.lower, start, end):
        return None
    shares = list(current(view, start, end))
    said = (share for share in shares if _POSITION.search(view.lower, share.start, share.end))
    near = (share for share in shares if _is_of_whole(view.lower, start, end, share))
    return next(said, None) or next(near, None)


def _is_of_whole(lower: str, start: int, end: int, share: Found) -> bool:
    """Whether the word for a position stands near a share."""
    whole = _WHOLE.search(lower, max(start, share.start - _NEAR), end)
    return whole is not None and whole.start() < share.end + _NEAR


def _percent(match: re.Match[str]) -> float | None:
    if words := match["percent"] or match["decimal"] or match["number"]:
        number = float(words.replace(",", ".")) if words[0].isdigit() else value(words)
        return _tidy(number * 100 if match["decimal"] else number)
    if match["whole_or_half"]:
        return _POSITIONS[match["whole_or_half"]]
    if match["part"]:
        part, whole = value(match["part"]), value(match["whole"])
        return _tidy(100 * part / whole) if 0 < part < whole and match["part"] not in ARTICLES else None
    if match["fraction"]:
        return _tidy(100 * value(match["count"]) * _FRACTIONS[match["fraction"]])
    return 50 if match["half"] else _tidy(_POSITIONS[match["position"]])


def _tidy(number: float) -> float:
    """A number with one decimal at most, whole where it is."""
    number = round(float(number), 1)
    return int(number) if number.is_integer() else number
