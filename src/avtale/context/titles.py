"""The title of somebody as written: without name, article, numeral, note in parentheses and the clause that follows.

`en rådgiver (ved behov)` → `rådgiver`; `leiar for barnehage, Kari Moen` → `leiar for barnehage`. Words that name nobody (`andre`, `møter`)
are no title.
"""

from __future__ import annotations

import re

from avtale.context.attendance import attendance
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar.anchor import any_in, cores
from avtale.vocabulary import alternation, forms

_LONGEST = 14
"""Words of the longest title."""
_article = alternation(forms("articles"))
_PARENTHESIS = re.compile(r"[(\[](?P<note>[^)\]]*)[)\]]")
_OPEN = re.compile(r"(?<=\w\s)\([^)]*\Z")
"""A note that goes on after the end of a stretch."""
_DASHED = re.compile(r"[–—][^–—]*[–—]")
_ADDED = re.compile(
    r"\s(?:når|som|dersom|hvis|viss|der|hvor|kor|ved\sbehov|etter\sbehov|i\s(?:enkelt)?sak\w*|ved\s\w*saker|for\så|(?:vere|vera|være)\smed|delta|(?:fra|frå)\s(?:kommunen|politiet|heradet)|slik\sat|mens|medan|så\slangt|"
    r"(?:til|i)\s(?:\w+\s)?møt[eai]\w*|(?:til|i)\s(?:gruppa|gruppen|rådet|politirådet|utvalget|utvalet|forumet|teamet)|uten\sstemmerett|med\s(?:(?:bare|berre|kun)\s)?(?:[\w-]+-?,?\s(?:og\s)?){0,3}(?:tale|møte|forslags|uttale|framleggs)rett|"
    r"utan\s(?:stemme|røyste)rett|(?:(?:med|innen|innan|senest|seinast|minst)\s)?\w+\s(?:virke|yrke)?(?:uke|veke|dag|døgn|måned|månad)\w*\s(?:før|varsel|frist|i\sf)\w*|velges|veljast|(?:vert|blir|blei|ble|vart)\s(?:vald|valgt|utpe[ik]\w+|oppne[mv]n\w*)|(?:[ou]ppnevn|[ou]ppnemn|utpe[ik]+)\w+(?=\s(?:av|for|til|som)\b|\W*\Z))\b|,\s(?:og|men)\s|\s?[–—]\s|\s-\s|\t|:\s?\Z|\s(?:og|samt|til)\s?\Z|\sv/\s?\Z",
    re.IGNORECASE,
)
_EDGE = ' \t\n,.;:–—|()"«»-'
_EDGE_END = " \t\n,.;:–—|([-/"
_ARTICLES = re.compile(rf"(?:(?:{_article}|og|med|kommunens|politiets)\s+)*", re.IGNORECASE)
_ONE_FROM = re.compile(r"\W*(?:en|ein|ei|én|éin|éi|to|tre)\s(?:fra|frå)\s(?=[\w-]+\W*\Z)", re.IGNORECASE)
"""Before where one comes from of whom no more is said: `en fra natteravnene`."""
_GENITIVE = re.compile(r"(?:kommunens|politiets)\s", re.IGNORECASE)
_VACANT_CORES = cores(forms("vacant"))
"""Of which one stands wherever it says that nobody has a seat."""
_vacant = alternation(forms("vacant"))
_VACANT = re.compile(rf"\(?(?<!\w){_vacant}(?!\w)\)?", re.IGNORECASE)
_NOBODY = re.compile(
    r".*\b(?:ledelse|leiing|ledelsen|leiinga)\b|(?:møt[ea]r?|møtene|saker|referat|svar|innkalles|innkallast)\b|(?:fra|frå)\s\w+\Z|\S+:|.*\s(?:sin|sitt|si)\Z|(?:se|sjå|jfr?\.?)\s(?:også\s|òg\s)?(?:punkt|pkt|avsnitt|kapittel|§|over|under|tabell|vedlegg|ovanfor|ovenfor|nedanfor|nedenfor)"
)
_WORD = re.compile(r"[^\W\d_]{2}")


def title(context: Context, stretch: Stretch, name: Stretch | None) -> str:
    """The title in a stretch, in which a name may stand; empty where there is none."""
    start, end = stretch
    if name and is_rank(context.view.lower[start : name[0]]):
        start = name[0]
        end = end if context.cues.first("titles", name[1], end) or context.cues.first("roles", name[1], end) else name[1]
    text = _without_notes(_without_name(context, start, end, name))
    text = (_VACANT.sub(" ", text) if any_in(_VACANT_CORES, text.lower()) else text).lstrip(_EDGE)
    if one := _ONE_FROM.match(text):
        text = text[one.end() :]
    if not _GENITIVE.match(text):
        text = text[_articles_end(text) :]
    text = _ADDED.split(" ".join(text.split()).replace(" ,", ",").rstrip(" .;"), 1)[0].rstrip(_EDGE_END)
    return text if _is_title(text) else ""


def is_rank(lower: str) -> bool:
    """Whether some words in lower case are no more than a rank of the police, which is no title: `politibetjent`.

    >>> [is_rank(words) for words in ("politioverbetjent ", "frå politiet: politibetjent ", "politikontakt")]
    [True, False, False]
    """
    return " ".join(lower.strip(_EDGE).split()) in forms("ranks")


def _without_name(context: Context, start: int, end: int, name: Stretch | None) -> str:
    """The words around a name; only those before it where they are a title (`rektor Kari Moen ved Lia skole` keeps both)."""
    text = context.view.text
    if name is None:
        return text[start:end]
    before = text[start : name[0]]
    if "(" in before.lstrip(_EDGE):
        return before[: before.rindex("(")]
    return before if context.cues.within("titles", start, name[0]) and "," not in before else f"{before} {text[name[1] : end]}"


def _without_notes(text: str) -> str:
    """A title without asides between dashes or parentheses; what stands in these alone is the title."""
    if "–" in text or "—" in text:
        text = _DASHED.sub(lambda match: " " if attendance(match[0].lower()) else match[0], text)
    if "(" not in text and "[" not in text:
        return text
    notes = _PARENTHESIS.findall(text)
    text = _OPEN.sub(" ", _PARENTHESIS.sub(" ", text))
    alone = notes and not any(character.islower() for character in text) and attendance(notes[0].lower()) is None
    return notes[0] if alone else text


def _articles_end(text: str) -> int:
    match = _ARTICLES.match(text)
    return match.end() if match else 0


def _is_title(text: str) -> bool:
    """Whether some words name somebody: a few, with letters, and none that stands for nobody."""
    lower = text.lower()
    return lower not in forms("nobody") and not _NOBODY.match(lower) and len(text.split()) <= _LONGEST and _WORD.search(text) is not None
