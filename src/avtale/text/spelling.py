"""Older nynorsk in today's spelling, letter for letter, so that one pattern finds both: `millom`, `fyrst`, `hev`, `lovi`, `kommunone`.

Only for finding things: what a record quotes is always as written. Spellings of another length (`tvo`, `båe`) are words of the vocabulary.
"""

from __future__ import annotations

import re

_TODAY = {
    "burt": "bort",
    "fylgj": "følgj",
    "fyre": "føre",
    "fyreåt": "føreåt",
    "fyrst": "først",
    "hev": "har",
    "millom": "mellom",
    "ogso": "også",
    "serleg": "særleg",
    "so": "så",
    "tri": "tre",
    "um": "om",
    "upp": "opp",
    "yver": "over",
}
_STEMS = ("fylgj", "fyrst", "serleg", "upp")
"""Those that words begin with; the others are whole words."""
_SIGNS = ("burt", "fylgj", "fyre", "fyrst", "hev ", "millom", "ogso", "serleg", " so ", " tri ", " um ", " upp", "yver")
_ENDING = re.compile(
    r"(?<=\w{3}[bdfgkjlmnprstv])i\b(?<!politi)(?<!parti)(?<!industri)(?<![aeior]gi)(?<!garanti)(?<!eri)(?<!gori)(?<!ogi)(?<!nomi)(?<!iatri)(?<!krati)(?<!juli)(?<!juni)"
    r"(?<!tretti)(?<!førti)(?<!femti)(?<!seksti)(?<!sytti)(?<!åtti)(?<!nitti)"
    r"|(?<=\w{3})o(?=ne\b)"
)
_ENDINGS_TOLD = (" um ", " hev ", " upp")
"""What nynorsk has that may end feminines in `-i` and `-one` too."""


def today(lower: str) -> str:
    """A text in lower case with older spellings in today's, of equal length.

    >>> today("avtali hev tri fylgje um kommunone og politi, tretti i natti")
    'avtala har tre følgje om kommunene og politi, tretti i natta'
    """
    if not any(sign in lower for sign in _SIGNS):
        return lower
    if any(sign in lower for sign in _ENDINGS_TOLD):
        lower = _ENDING.sub(lambda match: "a" if match[0] == "i" else "e", lower)
    for word, now in _TODAY.items():
        if word in lower:
            lower = re.sub(rf"{word}(?<!\w{word})" + ("" if word in _STEMS else r"(?![^\W_])"), now, lower)
    return lower
