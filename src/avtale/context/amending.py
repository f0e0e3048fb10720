"""Whether a paper changes or prolongs another agreement: by its title block, or because it goes through the other's points.

`Tillegg til …`, `Vedlegg 2 til …`; `Punkt 3 skal lyde`, `Nytt punkt 4 b`, `Til § 6`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avtale.context.context import Context

_CHANGES = (
    "tillegg",
    "forleng",
    "lenging",
    "endring",
    "addendum",
    "prolong",
    "justering",
    "oppdatering",
    "tilpassing",
    "tilpasning",
    "revidering",
    "supple",
    "påtegning",
    "påteikning",
    "tilføy",
    "ny ordlyd",
    "videreføringsavtale",
    "vidareføringsavtale",
    "presisering",
    "delvis opphør",
    "delvis opphøyr",
)
_FRAMES = ("til rammeavtal", "til hovedavtal", "til hovudavtal")
"""What the title block says of an agreement that fills in another, as one year's."""
_CORRECTS = re.compile(r"(?<!\w)rett(?:else|ing)(?:er|ar|ane|ene)?\s(?:i|av|til)\s")
_APPENDIX = re.compile(r"\W*(?:(?:revidert|oppdatert|nytt|endra|endret)\s)?vedlegg\s(?:nr\.?\s?)?(?:[\dxiv]+|[a-z])?\s?til\s(?:\w+\s){0,2}\w*(?:avtal|overe)")
"""A first line that makes the paper a part of an agreement, which it rewrites: `Vedlegg 2 til samarbeidsavtale om politiråd`."""
_part = r"(?:punkt|pkt|post|kapittel|kapitlet|kap|ledd|avsnitt|paragraf|artikkel|art|bokstav|§)\b"
_numbered = r"(?:punkt|pkt|post|kapittel|kap|avsnitt|paragraf|artikkel|art)\.?\s?\d|§{1,2}\s?\d"
_POINT = re.compile(
    rf"\W*(?:(?:nytt?|nye|ny)\s(?:{_part}|§)|(?:til|ad|endring(?:er|ar)?\s(?:i|av))\s(?:\w*(?:avtal|overenskomst|overeinskomst)\w*\s)?(?:{_numbered})"
    rf"|(?:{_numbered})[\w. ,()-]{{0,30}}?\s(?:(?:blir|vert|får)\s|skal\s(?:no|nå|heretter|etter\sdette)?\s?(?:lyde|lyda|være|vere|vera)"
    r"|(?:skal\s)?heretter|lyder\s|endres|endrast|skrives\som|skrivast\som|utgår|strykes|strykast|går\sut|oppheves|opphevast))"
)
"""How a line begins that says what becomes of a point of another paper."""
_REST = re.compile(
    r"\b(?:ellers|elles|for\s?øvrig|forøvrig|øvrige|resten|(?:alt|det)\s(?:anna|annet|andre)|punkt\w*\s[\d, og]{1,40}\si)\b[^.]{0,80}?"
    r"\b(?:uendre\w+|uforandr\w+|som\s(?:før|fyrr)|ved\slag|ved\smakt|fast|står\ssom|gjeld(?:er)?\ssom)\b"
)
"""What is said of all that is not changed: `For øvrig er avtalen uforandret`."""
_MANY = 2
"""Lines about points of another paper that leave no doubt."""


def is_amendment(context: Context) -> bool:
    """Whether the title block speaks of an agreement that changes or prolongs another, or the text says what becomes of another's points."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    text = context.view.lower[: blocks[-1].end] if blocks else ""
    if is_change(text) or _CORRECTS.search(text) or any(frame in text for frame in _FRAMES):
        return True
    return context.rewrites or any(is_appendix(context.view.lower, block.start, block.end) for block in blocks)


def is_appendix(lower: str, start: int, end: int) -> bool:
    """Whether a line says that the paper is an appendix of an agreement."""
    return _APPENDIX.match(lower, start, end) is not None


def is_change(text: str) -> bool:
    """Whether a text, in lower case, speaks of an agreement that changes or prolongs another."""
    return any(word in text for word in _CHANGES)


def rewrites(context: Context) -> bool:
    """Whether several lines of a text begin with what becomes of a point of another paper, or one does and the rest is said to stand."""
    lower = context.view.lower
    points = sum(_POINT.match(lower, block.line, block.end) is not None for block in context.outline.blocks)
    return points >= _MANY or (points > 0 and _REST.search(lower) is not None)
