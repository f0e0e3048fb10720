"""Slips of scanning that the language makes certain: `2Ol4` is 2014, `rådrnann` is rådmann, `politi kontakt` is politikontakt, `$ 3` is § 3.

A word is mended only where the mended word is one of the vocabulary and the scanned one is none; a name is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from avtale.text import Edit
from avtale.vocabulary.cues import TAILS
from avtale.vocabulary.terms import concepts, load

_SCANNED = (
    re.compile(r"[0-9](?:(?<=[OolI].)(?<![^\W\d]..)|[OolI](?![^\W\d_]{2}))"),
    re.compile(r"0[a-zæøå]"),
    re.compile(r" l[bdmnrtv][a-zæøå]"),
    re.compile(r"\nl[bdmnrtv][a-zæøå]"),
    re.compile(r"[$Q&©®O] ?(?:\d|(?:[a-zæøå0-9-]+\.){1,4}no\b)"),
    re.compile(r"\n(?:8 1[ .]|[IVX]*ll[.:)])"),
    re.compile(r"(?:[—–]-|-[—–])\d(?<=\d...)"),
)
"""What only scanning writes: a letter for a figure, a figure for a letter, `l` for `I`, two dashes for one, other signs for `§` and `@`, for which
Norwegian data of Tesseract has none."""
_CERTAIN = (" rn", "\nrn", "rnm", "mrn", "rnr", " l. ", " 0M ", " 0G ")
"""Where `rn` can only be an `m`, `l` a figure, and `0` a letter."""
_FIGURES = re.compile(r"(?<![^\W_])(?=[OolI]*\d|[OolI]+[.:]?[OolI]*\d|[lI][OolI]?[.:][O0]{2})[\dOolI]+(?:[.:/,-][\dOolI]+)*(?![^\W\d_])")
_ALONE = re.compile(r"l(?<![^\W_].)l?(?=\.\s{1,2}(?:[A-ZÆØÅ]|jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|man|tir|tys|ons|tor|fre)|\)\s|:\s\s|\sav\s\d)")
_WORD = re.compile(r"(?<![^\W_])(?:[^\W_]*(?:rn|0|1|\B[I|])[^\W_|]*|l[bdmnrtv](?<!\w..)[a-zæøå]+)")
_CAPITAL = re.compile(r"(?<=[A-ZÆØÅ])l(?=[A-ZÆØÅ])|(?<=[A-ZÆØÅ]{3})l\b")
_PAIR = re.compile(r"(?<![^\W_])(?=(?P<a>[^\W\d_]{3,}|[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z])[ ](?P<b>[^\W\d_]{2,}|[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z])(?![^\W_]))")
"""Two words, or a word and a consonant, which is none."""
_month = "|".join(f"{word[0]} ?{word[1:3]}" for word in ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"))
_DAY = re.compile(rf"(?<![\d.,:/§-])(?<!\d )[0-3] \d(?=\.\s?(?:{_month}))", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<=[a-zæøå0-9])(?<!\.no)(?:\s{0,2}[Q&©®]\s?|\s{1,2}O\s)(?!www\.)(?=(?:[a-zæøå0-9-]+\.){1,4}no\b)")
_PARAGRAPH = re.compile(r"\$(?=\s?\d)")
_NUMBERED = re.compile(r"^[8&$S§]\s(?=(\d{1,2})[.:]?\s+[A-ZÆØÅ])", re.MULTILINE)
_ROMAN = re.compile(r"^(?=[IVX]*l)[IVXl]{2,}(?=[.:)]\s+[A-ZÆØÅ])", re.MULTILINE)
_DASHES = re.compile(r"(?<=\d)(?:[—–]-|-[—–])(?=\d)")
_FEWEST = 3
"""Headings that have numbers in a row, from which the 8 before each is a `§`."""
_TO_FIGURE = str.maketrans("OolI", "0011")
_SHORTEST = 6
"""Letters of the shortest word that is put together from two."""


def slips(text: str) -> list[Edit]:
    """The edits that mend a scanned text; none where nothing shows that it was scanned.

    >>> slips("AVTALE 0M POLITIRÅD av l. mai 2Ol4 med rådrnannen")
    [(7, 9, 'OM'), (23, 24, '1'), (30, 34, '2014'), (39, 49, 'rådmannen')]
    """
    if not (any(letters in text for letters in _CERTAIN) or any(pattern.search(text) for pattern in _SCANNED)):
        return []
    edits = {(start, end): new for start, end, new in (*_figures(text), *_words(text), *_pairs(text), *_letters(text), *_signs(text))}
    kept: list[Edit] = []
    for (start, end), new in sorted(edits.items()):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, new))
    return kept


def _figures(text: str) -> Iterator[Edit]:
    for pattern in (_FIGURES, _ALONE):
        for match in pattern.finditer(text):
            mended = match[0].translate(_TO_FIGURE)
            if mended != match[0]:
                yield (*match.span(), mended)


def _letters(text: str) -> Iterator[Edit]:
    """`l` among capitals, and the two figures of a day that were torn apart."""
    yield from ((*match.span(), "I") for match in _CAPITAL.finditer(text))
    yield from ((match.start() + 1, match.end() - 1, "") for match in _DAY.finditer(text))


def _words(text: str) -> Iterator[Edit]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isdigit() or len(word) < 2 or _is_word(word.lower()):
            continue
        if re.match(r"l[bdmnrtv]", word) and len(word) > 3:
            yield (*match.span(), "I" + word[1:])
            continue
        for mended in _mended(word):
            if _is_word(mended.lower()):
                yield (*match.span(), mended)
                break


def _mended(word: str) -> Iterator[str]:
    """The words that scanning could have made this one of."""
    zero, one = ("O", "I") if word.upper() == word else ("o", "l")
    yield word.replace("rn", "m")
    yield word.replace("0", zero).replace("1", one).replace("|", one)
    yield word[0] + word[1:].replace("I", "l")
    for match in re.finditer("rn", word):
        yield word[: match.start()] + "m" + word[match.end() :]


def _pairs(text: str) -> Iterator[Edit]:
    """Words that were torn in two."""
    for match in _PAIR.finditer(text):
        first, second = match.groups()
        whole = (first + second).lower()
        if len(whole) >= _SHORTEST and (_is_office(whole, len(first)) if first.lower() in _known() else _is_word(whole)):
            yield match.end("a"), match.start("b"), ""


def _signs(text: str) -> Iterator[Edit]:
    """`@` in addresses; `§` before figures, and where headings are numbered with it; Roman numbers of headings; a dash that became two."""
    yield from ((*match.span(), "@") for match in _ADDRESS.finditer(text))
    yield from ((*match.span(), "§") for match in _PARAGRAPH.finditer(text))
    yield from ((*match.span(), match[0].replace("l", "I")) for match in _ROMAN.finditer(text))
    yield from ((*match.span(), "–") for match in _DASHES.finditer(text))
    numbered = list(_NUMBERED.finditer(text))
    for _, run in groupby(enumerate(numbered), lambda pair: int(pair[1][1]) - pair[0]):
        signs = [(match.start(), match.start() + 1) for _, match in run]
        yield from ((*span, "§") for span in signs if len(signs) >= _FEWEST)


def _is_word(word: str) -> bool:
    return _is_form(word, _known(), 2)


def _is_office(word: str, longer_than: int) -> bool:
    """Whether a word is an office, a forum or an organisation whose stem has more letters: `ordfører er` are two words."""
    return _is_form(word, _offices(), longer_than)


def _is_form(word: str, stems: frozenset[str], longer_than: int) -> bool:
    """Whether a word is one of the stems, or has an ending after one that has more letters than so many."""
    return word in stems or any(word[cut:] in TAILS and word[:cut] in stems for cut in range(max(longer_than + 1, len(word) - 5), len(word)))


@cache
def _known() -> frozenset[str]:
    return frozenset(stem for concept in concepts() for term in load(concept) for stem in term.stems if " " not in stem)


@cache
def _offices() -> frozenset[str]:
    return frozenset(stem for concept in ("roles", "bodies", "organisations") for term in load(concept) for stem in term.stems if len(stem) >= _SHORTEST)
