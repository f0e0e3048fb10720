"""How many meetings a plan with their dates shows: lines that begin with a date under a heading of meetings, or a sentence that lists them.

`Møteplan` / `Onsdag 1. februar kl. 08.30` / …; `Møtene i 2024 er 8. februar, 16. mai og 5. desember`. Not a plan: meetings that have been held,
dates of more than a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar.found import Found
from avtale.structure import Block, Kind, Section
from avtale.vocabulary import alternation, forms

_BEFORE_DATE = re.compile(rf"(?:\W*(?:(?:den|kl)\b|{alternation([*forms('weekdays'), *forms('weekday_abbreviations')])}))*\W*")
"""What stands before the date in a line of a plan."""
_BETWEEN_DATES = re.compile(rf"(?:,|\sog|,?\ssamt)(?:\s(?:den\b|{alternation(forms('weekdays'))}))*\s")
_MEETING = re.compile(r"\bmøt(?:e[rt]?|a|ene|es|est|ast|edag\w*|eplan\w*)?\b")
_HELD = re.compile(r"\b(?:ble|blei|vart|var|har|hev|hadde|møttes|møttest|samlet|samla\sseg|behandlet|handsama|referat)\b")
"""What is said of meetings that are over."""
_LINES = 2
_SPREAD = 60
"""Characters between the first and the third of dates in a row."""
_DATES = 3
"""Dates that are too many to be named in a sentence for another reason."""

Plan = tuple[int, Stretch]
"""How many meetings a plan has, and where it stands."""


def plans(context: Context) -> Iterator[Plan]:
    """The plans of a text."""
    for section in context.outline.sections:
        if section.type == "meetings":
            yield from _of_lines(context, section)
    for first, _, third in zip(context.dates, context.dates[1:], context.dates[2:], strict=False):
        if third.start - first.end < _SPREAD:
            yield from _of_sentence(context, first)


def _of_lines(context: Context, section: Section) -> Iterator[Plan]:
    """The lines in a row right under a heading that begin with a date."""
    body = context.outline.blocks[section.first : context.outline.block_at(section.end - 1) + 1]
    for dated, group in groupby(body, key=lambda block: _date_of(context, block) is not None):
        lines = list(group)
        dates = [date for line in lines if dated and (date := _date_of(context, line))]
        if len(dates) >= _LINES and _are_of_a_year(dates):
            yield len(dates), (lines[0].start, lines[-1].end)


def _date_of(context: Context, block: Block) -> Found | None:
    """The date that a line begins with, which is no sentence."""
    first = next(iter(context.dates_in(block.start, block.end)), None) if block.kind is not Kind.HEADING else None
    if first is None or context.cues.first("verbs", block.start, block.end):
        return None
    opening = _BEFORE_DATE.match(context.view.lower, block.start, first.start)
    return first if opening and opening.end() == first.start and _is_day(first) else None


def _of_sentence(context: Context, first: Found) -> Iterator[Plan]:
    """The dates in a row of a sentence that speaks of meetings to come, by the first of them."""
    sentence = context.sentence(first.start)
    dates = [found for found in context.dates_in(*sentence) if _is_day(found)]
    lower = context.view.lower
    if len(dates) < _DATES or dates[0] is not first or _HELD.search(lower, *sentence) or not _MEETING.search(lower, sentence[0], dates[0].start):
        return
    in_a_row = all(_BETWEEN_DATES.fullmatch(lower, first.end, second.start) for first, second in pairwise(dates))
    if in_a_row and _are_of_a_year(dates):
        yield len(dates), (dates[0].start, dates[-1].end)


def _is_day(found: Found) -> bool:
    """Whether a date tells the day, of a year or of every year."""
    return len(str(found.value["date"])) == len("XXXX-01-01")


def _are_of_a_year(dates: list[Found]) -> bool:
    """Whether dates follow each other, and the last is less than a year after the first."""
    days = [str(found.value["date"]) for found in dates]
    if days != sorted(set(days)):
        return False
    first, last = days[0], days[-1]
    return first[:4] == last[:4] or (first[0] != "X" and int(last[:4]) == int(first[:4]) + 1 and last[4:] < first[4:])
