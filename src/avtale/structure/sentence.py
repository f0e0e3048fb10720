"""Sentences: where one ends and the next begins, abbreviations and ordinals apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(r"""[.!?;\n](?:(?<=\n)\n*|(?<=;)\s+(?=[A-ZÆØÅ])|(?<=[.!?])(?<![.!?][.!?])[.!?]*[)»”"']?\s+(?=[«“"'([–-]?\s?[A-ZÆØÅÁÉČĐŊŠŦŽ\d]))""")
_WITH_FIGURE = "nr|kl|ca|tlf|pkt|kap|pr|prp|prop|innst|meld|art|ref|jf|jfr|s|man|mån|tir|tirs|tirsd|tys|tysd|ons|onsd|tor|tors|torsd|fre|fred|lør|laur|søn"
"""The abbreviations that can stand before a figure."""
_OTHERS = (
    "mob|evt|bla|feks|td|dvs|ma|st|arkivref|saksnr|kst|ass|adm|fung|vs|kgl|res|mv|mfl|mm|inkl|ekskl|maks|min|mnd|dr|gnr|bnr|avd|innb|"
    "pb|pfb|pob|betj|polbetj|politibetj|polinsp|konst|avdl|rådg|ordf|rådm|adv|"
    "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|t|u|v|w|x|y|z|æ|ø|å"
)
_BEFORE_FIGURE = re.compile(rf"\b(?:{_WITH_FIGURE}|§|[tf]\.o\.m|f\.eks|t\.d|bl\.a|d\.v\.s)\.\Z", re.IGNORECASE)
_ABBREVIATED = re.compile(rf"\b(?:{_WITH_FIGURE}|{_OTHERS}|b\.la|f\.eks|m\.fl)\.\Z", re.IGNORECASE)
_WORDS_WITH_FIGURE = frozenset(_WITH_FIGURE.split("|"))
_WORDS = _WORDS_WITH_FIGURE.union(_OTHERS.split("|"))
"""The same as sets, for what stands between blanks."""
_ORDINAL = re.compile(r"\b\d{1,2}\.\Z")
_LONGEST = 1000
"""Characters from which a stretch without a stop is cut, so that nothing that looks around in its sentence looks far."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `text[start:end]` that are sentences.

    >>> text = "Rådet møtes jf. § 2 nr. 6. Ordføreren leder."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['Rådet møtes jf. § 2 nr. 6.', 'Ordføreren leder.']
    """
    found: list[tuple[int, int]] = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        at = stop.start() + 1
        if text[at - 1] == "." and _is_inside(text, start, at, stop.end()):
            continue
        found.append((start, at - 1 + len(stop[0].rstrip())))
        start = stop.end()
    if text[start:end].strip():
        found.append((start, end))
    if end - first <= _LONGEST:
        return found
    return [part for stretch in found for part in _cut(text, *stretch)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that are not too long, cut between words where there are any."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        stop = blank if blank > 0 else start + _LONGEST
        yield start, stop
        start = stop + 1 if blank > 0 else stop
    yield start, end


def _is_inside(text: str, start: int, at: int, after: int) -> bool:
    """Whether the dot that ends at `at` belongs to an abbreviation or an ordinal."""
    figure = text[after : after + 1].isdigit()
    word = text[max(start, text.rfind(" ", start, at) + 1) : at - 1]
    if word.isalpha():
        return word.lower() in (_WORDS_WITH_FIGURE if figure else _WORDS)
    before = text[max(start, at - 12) : at]
    if _ORDINAL.search(before):
        return figure or text[after : after + 3].lower() in _MONTH_STARTS
    return bool((_BEFORE_FIGURE if figure else _ABBREVIATED).search(before))


_MONTH_STARTS = frozenset(["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"])
