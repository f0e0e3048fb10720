"""The closing: the lines at the end where the parties sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar import person
from avtale.structure.block import Block, Kind
from avtale.structure.wording import has_verb
from avtale.text import View
from avtale.vocabulary import Cues

_SIGNED = re.compile(r"sign(?:atur|(?<!\w.{4})\.?\b)|underskrift|____|\.\.\.\.\.\.|……")
_WHERE = re.compile(r"(?:sted|stad|dato|sted/dato|stad/dato|den)\b|\w+,?\s(?:den\s)?\d{1,2}[./]|\d{1,2}\.\d{1,2}\.|(?:for|på\svegne\sav|på\svegner\sav)\s")
_FOR_PARTY = re.compile(r"(?:\A|\s{2}|\n|\||\t)\s*(?:for|på\svegne\sav|på\svegner\sav)\s\w")
_DAY = re.compile(r"\d{1,2}\.\s?\w+\.?\s\d{4}|\d{1,2}[./]\d{1,2}[.\s-]+\d{2,4}|\d{4}-\d\d-\d\d")
_SIGNED_BY = re.compile(r"\b(?:underskr|underteikn|undertegn|signer)\w+\b[^:]*(?:\sav|:)\Z")
_BLANK = re.compile(r"\[?(?:navn|namn|namn/tittel|navn/tittel)\]?:?\Z")
SIGNATURES = re.compile(r"(?:underskrift(?:er|ene)?|signatur(?:er|ar)?|signering|undertegning|underteikning)[.:]?\Z")
"""A line that announces signatures, in lower case."""
GREETING = re.compile(r"(?:(?:med|venn?leg|vennlig|beste?)\s){1,2}(?:hilsen|helsing)\W*\Z")
"""The line of a letter above the one who signs it, in lower case."""
_SIGNED_SO = re.compile(r"(?:(?:elektronisk|digitalt)\s)?(?:signert|undertegn[ae]t|underteikna|underskr[ei]ve[nt]?)(?:\s(?:elektronisk|digitalt))?[.:]?\Z")
"""A line that says no more than that the paper was signed, and perhaps how."""
APART = re.compile(r"vedlegg|bilag|(?:kopi|gjenpart)\b|.*@|.*\b(?:tlf|mobil|telefon|postadresse|org\.?\s?nr)\b")
"""A line that tells of no signer, in lower case: an attachment, a copy, an address."""
_NUMBER = re.compile(r"(?:telefon|tlf|mobil|e-?post)\b")
_NO_SIGNERS = re.compile(r"medlem|deltak|deltag|represent|kontakt|tilstede|til stades|følgende|følgjande")
_SIGNED_OFF = re.compile(r"\bsign\b|underskrift|\(s\.?\)")
"""What says in a run without any office that it is of signatures."""
_LONGEST = 110
"""Characters of the longest line in which somebody signs, a table row excepted."""
_LONGEST_ROW = 3 * _LONGEST - 1


def closing(view: View, cues: Cues, blocks: list[Block]) -> tuple[int, int]:
    """The indices of the first block of the closing and of the one past its last; equal where there is none."""
    for begin, last in _runs(view, cues, blocks):
        first = _headed(view, blocks, begin, last)
        if _is_signed(view, cues, blocks, first, last):
            return first, last
    return len(blocks), len(blocks)


def _headed(view: View, blocks: list[Block], first: int, last: int) -> int:
    """Where the signatures begin in a run of lines: at the line that announces them, if any."""
    return next((index for index in range(first, last) if SIGNATURES.match(view.lower, blocks[index].start, blocks[index].end)), first)


def _runs(view: View, cues: Cues, blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that could be signatures, from the last to the first."""
    last = len(blocks)
    listed = _entries_of_signers(view, blocks)
    while last > 0:
        while last > 0 and not _could_sign(view, cues, blocks[last - 1], last - 1 in listed):
            last -= 1
        first = last
        while first > 0 and _could_sign(view, cues, blocks[first - 1], first - 1 in listed):
            first -= 1
        trimmed = last
        if _is_above_number(view, blocks, last) and blocks[last - 1].gap > 1:
            trimmed -= 1
        while trimmed > first and not _tells_who(view, cues, blocks[trimmed - 1]):
            trimmed -= 1
        if first < trimmed:
            yield first, trimmed
        last = first


def _entries_of_signers(view: View, blocks: list[Block]) -> set[int]:
    """The indices of the entries of lists that a line leads which says who signed (`underteikna i Otta av`)."""
    found: set[int] = set()
    for index in range(1, len(blocks)):
        before = blocks[index - 1]
        if blocks[index].kind is not Kind.ITEM:
            continue
        if index - 1 in found or (before.kind is not Kind.ITEM and _says_who_signed(view.lower, before)):
            found.add(index)
    return found


def _says_who_signed(lower: str, block: Block) -> bool:
    if SIGNATURES.match(lower, block.start, block.end) or _SIGNED_SO.match(lower, block.start, block.end):
        return True
    return lower.endswith((":", "av"), block.line, block.end) and _SIGNED_BY.search(lower, max(block.line, block.end - _LONGEST), block.end) is not None


def _could_sign(view: View, cues: Cues, block: Block, is_signer: bool) -> bool:
    lower = view.lower
    is_row = block.kind is Kind.ROW
    if (block.kind is Kind.ITEM and not is_signer) or block.kind is Kind.CONTENTS or block.number or block.size > (_LONGEST_ROW if is_row else _LONGEST):
        return False
    if APART.match(lower, block.start, block.end) or (not is_row and block.size > 40 and lower[block.end - 1] == ":"):
        return False
    is_sentence = has_verb(cues, block.start, block.end)
    if _SIGNED.search(lower, block.start, block.end):
        return not (is_sentence and lower[block.end - 1] == ".")
    if is_sentence:
        return False
    return is_row or lower[block.end - 1] not in ".;!?" or bool(_WHERE.match(lower, block.start, block.end)) or block.size < 40


def _tells_who(view: View, cues: Cues, block: Block) -> bool:
    """Whether the line names an office, an organisation or a person, or leaves a blank for one."""
    start, end = block.line, block.end
    if cues.within("roles", start, end) or cues.within("organisations", start, end) or _SIGNED.search(view.lower, start, end):
        return True
    return any(True for _ in person.find(view, start, end)) or bool(_BLANK.match(view.lower, start, end))


def _is_of_parties(view: View, cues: Cues, start: int, end: int) -> bool:
    """Whether a run names two parties, for which people sign: `For Gol kommune`, or no more than each party, under a date."""
    parties = len(cues.within("organisations", start, end))
    return parties > 1 and bool(_FOR_PARTY.search(view.lower, start, end) or _DAY.search(view.lower, start, end))


def _is_above_number(view: View, blocks: list[Block], index: int) -> bool:
    """Whether a line tells a telephone number or an address right below the one before it."""
    return index < len(blocks) and blocks[index].gap == 1 and _NUMBER.match(view.lower, blocks[index].start, blocks[index].end) is not None


def _is_card(view: View, blocks: list[Block], first: int, last: int) -> bool:
    """Whether the lines are those above a telephone number or an address, where nothing says that anybody signs."""
    start, end = blocks[first].line, blocks[last - 1].end
    if not _is_above_number(view, blocks, last):
        return False
    return not any(sign.search(view.lower, start, end) for sign in (_SIGNED, _DAY, _FOR_PARTY))


def _is_signed(view: View, cues: Cues, blocks: list[Block], first: int, last: int) -> bool:
    """Whether somebody signs in the run: an office with a name or a blank, two offices, or the word itself."""
    start, end = blocks[first].line, blocks[last - 1].end
    if end < len(view.text) // 3:
        return False
    before = blocks[first - 1] if first else None
    if before and view.lower[before.end - 1] == ":" and _NO_SIGNERS.search(view.lower, before.line, before.end):
        return False
    if _is_card(view, blocks, first, last):
        return False
    offices = len(cues.within("roles", start, end))
    if offices > 1:
        return True
    named = any(True for _ in person.find(view, start, end))
    if not offices:
        lines = last - first > 1
        return lines and (
            bool(_SIGNED_OFF.search(view.lower, start, end)) or ((named or "___" in view.text[start:end]) and _is_of_parties(view, cues, start, end))
        )
    return named or bool(_SIGNED.search(view.lower, start, end)) or bool(cues.within("organisations", start, end))
