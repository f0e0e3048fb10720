"""Dates with what they are the date of: shared by the extractors of `dates`, `signed`, `term`, `supersedes` and a body's founding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from avtale.context import earlier
from avtale.context.amended_form import on_form
from avtale.context.attachments import attachments
from avtale.context.candidate import Stretch
from avtale.context.date_ends import FROM, Said
from avtale.context.date_roles import DATE_LINE, role_of
from avtale.context.replacing import replaced
from avtale.grammar.anchor import any_in
from avtale.grammar.citation import CIRCULAR, OWN_NUMBER, PROPOSITION
from avtale.grammar.found import Found
from avtale.structure import Block, Kind
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

_FILLERS = frozenset(("den", "dato", "datoen", "dagen", "måndag", "mandag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "1.", "kl.", "kl"))
_OPEN = re.compile(r"\s*(?:,\s*)?(?:og\s)?(?:inntil\svidere|inntil\svidare|til\sden\sblir\ssagt\sopp|til\sho\svert\ssagd\sopp)")
_EXAMPLE = re.compile(
    r"(?:\bf\.?\s?eks\.?|for\seksempel|til\sdømes|t\.d\.|skrives\sslik|skrivast\sslik|på\sform(?:a|en)|på\sformatet|eksempel|døme|\bmal)\W*[^.]{0,20}\Z"
)
_JOINT = re.compile(r"\s(?:til og med|fram til|frem til|til)\s(?:den\s)?")
_DATING = frozenset(("av", "datert", "dagsett", "inngått", "signert", "undertegnet", "underteikna"))
"""What stands right before the date on which an agreement was signed."""
_OF_EXAMPLE = ("eks", "døme", "t.d", "form", "skriv", "mal")
_OF_ARCHIVE = ("arkiv", "ref", "sak", "journal", "løpenr", "ephorte", "elements", "acos", "public")
"""What stands somewhere in every match of the slower patterns."""
_BETWEEN_YEARS = ("årsskiftet ", "nyttår ")
_BEFORE_NUMBER = ("under ", "over ", "enn ")
"""What stands before a number of people that looks like a year."""
_YEAR = len("2020")
_ONLY_YEAR = re.compile(r"\d{4}")
_POST_TOWN = re.compile(r"[ ][A-ZÆØÅ]{3}[A-ZÆØÅ ]*$", re.MULTILINE)
"""What follows a postal code in an address."""
_LABEL_END = " :|"
"""What stands between a label and its date."""
_BLANKS = re.compile(r"[\s|]{2,}|\||\A\s+|\s+\Z")
"""What stands around the cells of a row."""
_LEFT_BLANK = re.compile(r"_{2,}[\s/.]*\Z")
_FAR = 240
"""Characters before a date that can tell what it is the date of."""
_BLANK = re.compile(r"\b(?:dato|den)\W*[_.…]{3}")
_NUMBERED = {"proposition": PROPOSITION, "report": PROPOSITION, "circular": CIRCULAR}
"""What the numbers look like that a word for something cited has after it."""


class Dated(NamedTuple):
    """A date, its role in the record's words, the sentence that it stands in, and what the earlier agreement is called that it is of."""

    found: Found
    role: str
    sentence: Stretch
    title: Stretch | None = None


def chronology(context: Context) -> Iterator[Dated]:
    """Every date of the text with its role; an example date is none.

    No agreement replaces one that is younger.

    In an amendment, an agreement that a sentence says to be signed can be the one that is changed.
    """
    dates = _to_the_day(context, list(_with_roles(context)))
    signed = max((dated.found.value["date"] for dated in dates if dated.role == "signed"), default="9")
    changes = context.is_amendment
    for dated in dates:
        date = dated.found.value["date"]
        noun = earlier.amended_in(context, dated.sentence, dated.found.start, date < signed) if changes and dated.role == "signed" else None
        if dated.role == "superseded" and date > signed:
            yield dated._replace(role="other", title=None)
        else:
            yield dated._replace(role="referenced", title=earlier.title(context, noun, dated.found.start) or noun) if noun else dated


def _to_the_day(context: Context, dates: list[Dated]) -> list[Dated]:
    """The dates, where an agreement that is replaced and known by its year is known by its day elsewhere: `avtala frå 2008 gjeld ikkje lenger`."""
    for year in sorted({dated.found.value["date"] for dated in dates if dated.role == "superseded" and _ONLY_YEAR.fullmatch(dated.found.value["date"])}):
        whole = [dated for dated in dates if dated.role == "referenced" and dated.found.value["date"].startswith(f"{year}-")]
        nouns = [earlier.agreement_before(context, dated.sentence[0], dated.found.start) for dated in whole]
        if len({dated.found.value["date"] for dated in whole}) == 1 and nouns[0]:
            told = whole[0]._replace(role="superseded", title=earlier.title(context, nouns[0], whole[0].found.start))
            dates = [told if dated is whole[0] else dated for dated in dates]
    return dates


def _with_roles(context: Context) -> Iterator[Dated]:
    """Every date with the role that its sentence tells."""
    closing, cited, lapsing, listed = _closing(context), _cited_numbers(context), replaced(context), _in_attachments(context)
    on_forms = on_form(context)
    is_signed = any(found.start in closing for found in context.dates) or bool(_BLANK.search(context.view.lower, closing.start, closing.stop))
    for found in chain.from_iterable(_parted(context, period) for period in context.dates):
        sentence = context.sentence(found.start)
        before = context.view.lower[max(sentence[0], found.start - _FAR) : found.start]
        if found.value["date"] is None or any(a <= found.start < b for a, b in cited) or _is_none(context, found, before):
            continue
        said = _said(context, found, sentence, before)
        if "/" not in found.value["date"] and said.link.endswith(FROM) and (opened := _OPEN.match(said.after)):
            found = Found(found.start, found.end + opened.end(), found.value | {"date": found.value["date"] + "/.."})
        if found.start in listed or found.start in on_forms:
            yield Dated(found, "referenced", sentence, on_forms.get(found.start))
        elif found.start in lapsing:
            yield Dated(found, "superseded", sentence, lapsing[found.start])
        else:
            yield Dated(found, "signed" if found.start in closing else role_of(context, found, sentence, said, is_signed), sentence)


def _in_attachments(context: Context) -> set[int]:
    """Where the dates stand in the lines that list attachments: `Kontaktliste, oppdatert 3. mai 2021`."""
    lines = (span for span in attachments(context) if context.block(span[0]).kind is not Kind.HEADING)
    return {found.start for span in lines for found in context.dates_in(*span)}


def _parted(context: Context, found: Found) -> list[Found]:
    """A date, or the two that only look like a period: `avtalen av 3. mars 2016 | til 31. desember 2021`."""
    if "/" not in (found.value["date"] or ""):
        return [found]
    lower = context.view.lower
    words = lower[max(0, found.start - 20) : found.start].split()
    joint = _JOINT.search(lower, found.start, found.end) if words and words[-1] in _DATING else None
    if joint is None or not earlier.agreement_before(context, context.sentence(found.start)[0], found.start):
        return [found]
    ends = zip(((found.start, joint.start()), (joint.end(), found.end)), found.value["date"].split("/"), strict=True)
    return [Found(start, end, {"date": date, "text": context.view.text[start:end]}) for (start, end), date in ends]


def _is_none(context: Context, found: Found, before: str) -> bool:
    """Whether what stands before a date makes it an example or part of the document's own number, or a year is some other number."""
    near = before[-80:]
    if near.endswith(_BETWEEN_YEARS) or _LEFT_BLANK.search(near):
        return True
    if len(found.value["date"]) == _YEAR and (near.endswith(_BEFORE_NUMBER) or _POST_TOWN.match(context.view.text, found.end)):
        return True
    if any_in(_OF_ARCHIVE, near) and OWN_NUMBER.search(near):
        return True
    return any_in(_OF_EXAMPLE, near) and bool(_EXAMPLE.search(near))


def _said(context: Context, found: Found, sentence: Stretch, before: str) -> Said:
    words = before[-50:].split()
    while words and words[-1] in _FILLERS:
        words.pop()
    after = context.view.lower[found.end : min(sentence[1], found.end + _FAR)]
    link = " ".join(words[-3:]).rstrip(_LABEL_END)
    return Said(before, after, " " + link, _nearest(context, context.cues.within("events", *sentence), found))


def _closing(context: Context) -> range:
    """Where the parties sign, a last line with a place and a date included."""
    blocks = context.outline.blocks
    first, last = context.outline.closing.start, context.outline.closing.stop
    if first >= last:
        return range(0)
    if last < len(blocks) and (_is_date_line(context, last) or _is_row_of_dates(context, blocks[last])):
        last += 1
    return range(blocks[first].line, blocks[last - 1].end)


def _is_row_of_dates(context: Context, row: Block) -> bool:
    """Whether the cells of a row are dates and nothing else."""
    dates = context.dates_in(row.start, row.end) if row.kind is Kind.ROW else []
    return bool(dates) and sum(found.end - found.start for found in dates) == len(_BLANKS.sub("", context.view.text[row.start : row.end]))


def _is_date_line(context: Context, index: int) -> bool:
    """Whether a short line ends with a date, and has no verb."""
    block = context.outline.blocks[index]
    if block.kind is not Kind.TEXT or block.size >= DATE_LINE:
        return False
    dates = context.dates_in(block.start, block.end)
    return len(dates) == 1 and dates[0].end >= block.end - 1 and not context.cues.first("verbs", block.start, block.end)


def _cited_numbers(context: Context) -> list[Stretch]:
    """The numbers of propositions, reports and circulars, whose years are no dates."""
    return [
        match.span()
        for cue in context.cues.all("cited")
        if cue.term.id in _NUMBERED
        for match in [_NUMBERED[cue.term.id].match(context.view.lower, cue.start)]
        if match
    ]


def _nearest(context: Context, events: list[Cue], found: Found) -> Cue | None:
    """The event that a date belongs to: the last one before it, else the first one after it, with no other date between."""
    before = [cue for cue in events if cue.end <= found.start][-1:]
    after = [cue for cue in events if cue.start >= found.end][:1]
    for cue, start, end in [(cue, cue.end, found.start) for cue in before] + [(cue, found.end, cue.start) for cue in after]:
        if not context.dates_in(start, end):
            return cue
    return None
