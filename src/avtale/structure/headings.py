"""Headings without a number: known from the contents list, from emphasis or capitals, or from how they stand and are worded."""

from __future__ import annotations

import re
from itertools import pairwise

from avtale.grammar import person
from avtale.structure.block import Block, Kind
from avtale.structure.closing import GREETING, SIGNATURES
from avtale.structure.numbering import plain
from avtale.structure.wording import HEADING, RUN_IN, announces, has_verb, is_question, is_unstopped
from avtale.text import View
from avtale.vocabulary import Cues, spot

_CONTACT_OR_BLANK = re.compile(r"@|www\.|\.(?:no|com|org)\b|https?:|___|\.\.\.\.")
_WORDLESS = re.compile(r"[\d\W]*\Z")
_LABEL = 60
"""Characters of the longest label before a colon."""
_NO_HEADING = re.compile(r"(?:(?:fant|fann) du .*|mellom|og|om|for|mellem|navn|namn|dato|sted|stad|sted/dato|stad/dato|v/.*|ved .*)[:.]?\Z|eksempel:|døme:")
_PLACE_AND_DATE = re.compile(
    r"[a-zæøåáčđŋšŧž][\w/-]+(?:\s[\w/-]+){0,3}?,?\s(?:den\s)?(?:\d{1,2}\.\s?[a-z]{3,9}\.?\s(?:19|20)\d\d|\d{1,2}[./]\s?\d{1,2}[./\s-]+(?:\d{4}|\d\d))\.?\Z"
)
"""`Svolvær, 15. januar 2021`, in lower case: where and when the parties sign."""
_LEVEL = re.compile(r"(?!vedlegg|bilag)[a-zæøå]+\s\d{1,2}\s?[:–-]\s+\S")
_DEFINITE = re.compile(r"\bavtal(?:en|a)s?\b")
_ABOUT = re.compile(r"om\s(?:denne\s)?\w*(?:avtal(?:en|a)|protokollen|tillegget|dokumentet)(?=\W*\Z|\ssom\b)")
"""What a heading begins with that says of which document it tells: `Om protokollen`, `Om avtalen som endres`."""
_EXPECTS = re.compile(r"[\w\s]{3,40}\s(?:forventer|forventar|ventar|ønsker|ønskjer|ynskjer|krever|krev)\s(?:av|frå|fra)\s[\w\s]{3,40}\Z")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINING = re.compile(r"(?:er\s)?(?:inngått\s)?mellom[ :]*|og|samt")
_PARTIES = re.compile(r"(?:avtale)?part(?:ar|ane|er|ene)[.:]?")
_PHONE = re.compile(r"(?:telefon|tlf|mobil|e-?post)\b")
_NAME = re.compile(r"na[vm]n\s*:")
_CARDS = 3
"""Cards that are too many to have headings of their own."""
_LONGEST_FRONT = 30
"""Lines of the longest title block."""
_TABLE = 3
"""Rows of a table that is no title block."""
_PARAGRAPH = 100
"""Characters from which a line is a paragraph."""
_SENTENCE = 40
"""Characters from which a line under a heading that is known is its body."""


def decide(view: View, cues: Cues, blocks: list[Block], closing: range, entries: frozenset[str]) -> None:
    """Make headings of the unnumbered lines outside the closing that are."""
    body = front(view, cues, blocks)
    on_cards = _heads_of_cards(view, blocks)
    for index, (block, after) in enumerate(pairwise(blocks)):
        if block.kind is not Kind.TEXT or block.order or block.end - block.start > HEADING or index in on_cards:
            continue
        if 0 <= closing.start - index <= 1 and SIGNATURES.match(view.lower, block.start, block.end):
            block.kind = Kind.HEADING
            continue
        if index in closing or (index + 1 < body and not entries):
            continue
        if not (_is_worded(view, cues, block, blocks[index - 1]) or _expects(view, block, after)) or _counts_entries(view.lower, blocks, index):
            continue
        if entries and plain(view.lower[block.start : block.end]) in entries:
            block.kind = Kind.HEADING
        elif index + 1 < body or index == 0 or (index < body and block.gap == 1) or (index < body and _is_title_like(view, cues, block)):
            continue
        elif _stands_alone(view, cues, block, blocks[index - 1], after) or _heads_lists(blocks, index) or _heads_entries(view, cues, blocks, index):
            block.kind = Kind.HEADING


def _heads_of_cards(view: View, blocks: list[Block]) -> frozenset[int]:
    """The lines that head the cards of people (`Ordfører` over `Navn: Kari Moen`), where there are several."""
    heads = [index for index, after in enumerate(blocks[1:]) if after.gap == 1 and _NAME.match(view.lower, after.start, after.end)]
    return frozenset(heads if len(heads) >= _CARDS else ())


def front(view: View, cues: Cues, blocks: list[Block]) -> int:
    """The index of the first block after the title block; what `mellom` and `og` on lines of their own join is part of it."""
    joins = False
    for index, block in enumerate(blocks):
        joined, joins = joins, index < _LONGEST_FRONT and _JOINING.fullmatch(view.lower, block.start, block.end) is not None
        if joins or (joined and index < _LONGEST_FRONT):
            continue
        if block.kind is Kind.HEADING and _PARTIES.fullmatch(view.lower, block.start, block.end):
            continue
        if block.kind is Kind.ITEM and cues.within("organisations", block.start, block.end) and block.size < HEADING:
            continue
        if block.kind in (Kind.HEADING, Kind.CONTENTS, Kind.ITEM) or (block.emphasised and index > 2):
            return index
        if index and [row.kind for row in blocks[index : index + _TABLE]] == [Kind.ROW] * _TABLE:
            return index
        if block.size >= _PARAGRAPH and has_verb(cues, block.start, block.end):
            return index
        if index and _opens_body(view, cues, blocks[index - 1], block):
            return index
    return len(blocks)


def _opens_body(view: View, cues: Cues, before: Block, block: Block) -> bool:
    """Whether a short sentence stands under a line with a word for what a section is about, and so is no part of the title block."""
    if block.size < _SENTENCE or view.text[block.end - 1] != "." or before.gap == 1 or not has_verb(cues, block.start, block.end):
        return False
    return bool(spot("headings", view.lower[before.start : before.end])) and not _is_title_like(view, cues, before)


def _is_worded(view: View, cues: Cues, block: Block, before: Block) -> bool:
    first, lower, start, end = view.text[block.start], view.lower, block.start, block.end
    if not (first.isupper() or first in '«"“(' or block.emphasised) or not is_unstopped(lower, start, end, HEADING):
        return False
    if _LEVEL.match(lower, start, end):
        return True
    if (
        _is_labelled(lower, start, end)
        or _NO_HEADING.match(lower, start, end)
        or GREETING.match(lower, start, end)
        or _is_place_and_date(lower, start, end)
        or _is_answer(lower, block, before)
    ):
        return False
    if block.emphasised or not has_verb(cues, start, end) or _ABOUT.match(lower, start, end):
        return True
    return (block.gap > 1 or _ends_paragraph(view, before)) and is_question(lower, cues, start, end)


def _expects(view: View, block: Block, after: Block) -> bool:
    """Whether a sentence without a stop, apart above a list, says what one side expects of another: `Politiet forventer av kommunen`."""
    if after.kind is not Kind.ITEM or min(block.gap, after.gap) == 1 or not is_unstopped(view.lower, block.start, block.end, RUN_IN):
        return False
    return view.text[block.end - 1] != ":" and view.text[block.start].isupper() and _EXPECTS.match(view.lower, block.start, block.end) is not None


def _is_place_and_date(lower: str, start: int, end: int) -> bool:
    return (lower[end - 1].isdigit() or lower[end - 1] == ".") and _PLACE_AND_DATE.match(lower, start, end) is not None


def _is_answer(lower: str, block: Block, before: Block) -> bool:
    """Whether a short line with a stop is all that stands under a heading without one: `Ordføreren.`, `To møter i halvåret.`"""
    return before.kind is Kind.HEADING and not block.emphasised and lower[block.end - 1] == "." != lower[before.end - 1]


def _counts_entries(lower: str, blocks: list[Block], index: int) -> bool:
    """Whether a line with a number before a colon (`Område 1: …`) follows right upon another such, or is followed by one: neither has a body."""
    before, block, after = blocks[index - 1], blocks[index], blocks[index + 1]
    if not _LEVEL.match(lower, block.start, block.end):
        return False
    near = [other for other, gap in ((before, block.gap), (after, after.gap)) if gap == 1]
    return any(_LEVEL.match(lower, other.start, other.end) for other in near)


def _is_labelled(lower: str, start: int, end: int) -> bool:
    """Whether a line has a label with something after it, an address, a blank to be filled in, or no word."""
    if start < lower.find(":", start, end - 1) <= start + _LABEL or _CONTACT_OR_BLANK.search(lower, start, end):
        return True
    return not lower[start].isalpha() and _WORDLESS.match(lower, start, end) is not None


def _is_title_like(view: View, cues: Cues, block: Block) -> bool:
    """Whether a line of the title block says what the document is, whose it is or of when, rather than what follows."""
    kinds = spot("documents", view.lower[block.start : block.end])
    if _ABOUT.match(view.lower, block.start, block.end):
        return False
    if "amendment" not in kinds and (is_question(view.lower, cues, block.start, block.end) or _DEFINITE.search(view.lower, block.start, block.end)):
        return False
    dated = _YEAR.search(view.text, block.start, block.end)
    return any(kind != "draft" for kind in kinds) or bool(dated or cues.within("organisations", block.start, block.end))


def _stands_alone(view: View, cues: Cues, block: Block, before: Block, after: Block) -> bool:
    """Whether a line worded as a heading also stands as one: apart from what is before it, and with a body after it."""
    text = view.text
    if block.emphasised or (text[block.start : block.end].isupper() and block.size > 3):
        return after.kind is not Kind.CONTENTS
    if text[block.end - 1] == ":":
        return block.size <= RUN_IN
    if _PHONE.match(view.lower, after.start, after.end) and next(person.find(view, block.start, block.end), None):
        return False
    if (text[before.end - 1] == ":" and before.kind is not Kind.ITEM) or _is_first_entry(view, cues, block, before, after):
        return False
    if (before.kind is Kind.ROW and block.gap == 1) or (after.kind is Kind.ROW and after.gap == 1 and block.gap == 1):
        return False
    known = bool(spot("headings", view.lower[block.start : block.end])) or is_question(view.lower, cues, block.start, block.end)
    if after.kind is Kind.TEXT and not _heads_labels(view, block, after):
        is_sentence = has_verb(cues, after.start + 1, after.end) and (known or block.gap > 1)
        body = (
            after.size >= (_SENTENCE if known else _PARAGRAPH) or is_sentence or text[after.end - 1] == ":" or (text[block.end - 1] == "?" and after.gap == 1)
        )
        nested = after.gap > 1 and (known or bool(spot("headings", view.lower[after.start : after.end]))) and _is_worded(view, cues, after, block)
        return (body or nested or (known and _begins_with_day(cues, after))) and (block.gap > 1 or _ends_paragraph(view, before))
    known = known or (after.order is not None and after.size >= _PARAGRAPH)
    return (known or block.gap > 1) and (block.gap > 1 or _ends_paragraph(view, before) or before.kind is Kind.ITEM)


def _is_first_entry(view: View, cues: Cues, block: Block, before: Block, after: Block) -> bool:
    """Whether a line is the first of several right under the heading of a list, none of which is a sentence that has been stopped."""
    if before.kind is not Kind.HEADING or after.kind is not Kind.TEXT or after.gap > 1 or view.text[after.end - 1] in ".:!?":
        return False
    return announces(view.lower, cues, before.start, before.end) and not spot("headings", view.lower[block.start : block.end])


def _heads_labels(view: View, block: Block, after: Block) -> bool:
    """Whether a line stands over labels (`Leiar: …`), and is no place and date over those who sign."""
    return block.gap > 1 and _is_labelled(view.lower, after.start, after.end) and not _YEAR.search(view.text, block.start, block.end)


def _heads_lists(blocks: list[Block], index: int) -> bool:
    """Whether a line stands apart over the first of several lists, each with a line over it."""
    block, *rest = blocks[index : index + 4]
    return (
        block.gap > 1 and len(rest) == 3 and [other.gap for other in rest[1:]] == [1, 1] and [other.kind for other in rest] == [Kind.TEXT, Kind.ITEM, Kind.ITEM]
    )


def _heads_entries(view: View, cues: Cues, blocks: list[Block], index: int) -> bool:
    """Whether a line that says what somebody is to do stands apart over lines close together, none of which is a sentence."""
    block, *rest = blocks[index : index + 3]
    if block.gap == 1 or len(rest) < 2 or rest[1].gap > 1 or not announces(view.lower, cues, block.start, block.end):
        return False
    return all(line.kind is Kind.TEXT and view.text[line.end - 1] not in ".:" and not has_verb(cues, line.start + 1, line.end) for line in rest)


def _begins_with_day(cues: Cues, block: Block) -> bool:
    day = cues.first("weekdays", block.start, block.end) or cues.first("weekday_abbreviations", block.start, block.end)
    return day is not None and day.start == block.start


def _ends_paragraph(view: View, before: Block) -> bool:
    return before.kind is not Kind.TEXT or (view.text[before.end - 1] in ".!?" and before.size >= 40)
