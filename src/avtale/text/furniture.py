"""Page furniture: page numbers, and running headers and footers, which stand between two halves of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from avtale.text.lines import Line

_PAGE_NUMBER = re.compile(
    r"""[-–—|\s]*(?:
        (?:side|s\.|page|pag\.)\s*[\dlIO]{1,3}(?:\s*(?:av|of|/|\()\s*[\dlIO]{1,3}\)?)?
      | \d{1,3}\s*(?:av|/|of)\s*\d{1,3}
      | [-–—]\s*[\dlI]{1,3}\s*[-–—]
      | \d{1,3}
    )[-–—|\s]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED_HEADER = re.compile(r".{0,90}\bside\s*\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?\s*\Z|side\s*\d{1,3}\s*(?:av|/)\s*\d{1,3}\b.{0,90}\Z", re.IGNORECASE)
_OF_PAGES = re.compile(r"\bside\s\d{1,3}\s(?:av|/)\s\d{1,3}\Z", re.IGNORECASE)
_COUNTED = re.compile(r"(?P<said>[^\W\d]\S*(?: {1,2}\S+)*)\s{3,}(?P<number>\d{1,3})\Z")
_FIGURES = re.compile(r"\d+")
_CLOSE = 3
"""Lines between two numbers that are none of pages."""
_LAST = 3
"""Lines at the end of a text among which its last footer stands."""
_LONGEST = 120
"""Characters of the longest line that can be a running header."""


def furniture(text: str, lines: list[Line]) -> set[Line]:
    """The lines that belong to the page and not to the text."""
    numbers = _page_numbers(text, lines) | _counted(text, lines) | _numbered(text, lines)
    said = [text[line.start : line.end] for line in lines]
    if not numbers and len(set(said)) == len(said):
        return numbers
    return numbers | _running(text, lines, said, numbers)


def _page_numbers(text: str, lines: list[Line]) -> set[Line]:
    """The lines that number a page; figures that stand close to each other are a column of a table."""
    places: list[int] = []
    for index, line in enumerate(lines):
        below = bool(places) and places[-1] == index - 1 and text[line.start].isalpha() and text[lines[index - 1].start : lines[index - 1].end].isdigit()
        apart = line.gap > 1 or line.page or below
        if line.end - line.start <= _LONGEST and _is_page_number(text, line, apart):
            places.append(index)
    bare = [place for place in places if text[lines[place].start : lines[place].end].isdigit()]
    close = {place for a, b in pairwise(bare) if b - a <= _CLOSE for place in (a, b)}
    return {lines[place] for place in places if place not in close}


def _counted(text: str, lines: list[Line]) -> set[Line]:
    """The running headers with the number of the page at their right, which counts up: `Samarbeidsavtale Lom kommune          3`."""
    found: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        match = _COUNTED.match(text, line.start, line.end) if text[line.end - 1].isdigit() and line.end - line.start <= _LONGEST else None
        if match:
            found[match["said"]].append((int(match["number"]), line))
    return {line for pages in found.values() if _count_up([number for number, _ in pages]) for _, line in pages}


def _numbered(text: str, lines: list[Line]) -> set[Line]:
    """The running headers that say of how many pages theirs is one, alike but for that: `Politiråd i Lom   Side 2 av 4`."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if text[line.end - 1].isdigit() and line.end - line.start <= _LONGEST and _OF_PAGES.search(text, line.start, line.end):
            found[_FIGURES.sub("#", text[line.start : line.end])].append(line)
    return {line for pages in found.values() if len(pages) > 1 for line in pages}


def _count_up(numbers: list[int]) -> bool:
    return len(numbers) > 2 and all(b - a == 1 for a, b in pairwise(numbers))


def _is_page_number(text: str, line: Line, apart: bool) -> bool:
    """Whether a line numbers a page; one with more words in it only where it stands apart, or right under a bare number."""
    last = text[line.end - 1]
    if not (last.isdigit() or last in "-–—|)lI") and text[line.start] not in "sS":
        return False
    stretch = text[line.start : line.end]
    if _PAGE_NUMBER.match(stretch):
        return True
    return apart and "side" in stretch.casefold() and _NUMBERED_HEADER.match(stretch) is not None


def _running(text: str, lines: list[Line], said: list[str], numbers: set[Line]) -> set[Line]:
    """Lines said again beside a page break, or in the middle of a sentence, after their first time."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(said):
        if 1 < len(words) <= _LONGEST and lines[index] not in numbers:
            alike[_FIGURES.sub("#", words)].append(index)
    found: set[Line] = set()
    for places in alike.values():
        again = places[1:]
        if again and (
            (all(_beside_break(lines, index, numbers) for index in again) and (len(again) > 1 or bool(numbers)))
            or (len(again) > 1 and any(_interrupts(text, lines, index) for index in again))
        ):
            found.update(lines[index] for index in (places if places[0] and _beside_break(lines, places[0], numbers) else again))
    return found


def _beside_break(lines: list[Line], index: int, numbers: set[Line]) -> bool:
    """Whether a page ends or begins within two lines of this one, the last one ends within three."""
    if index + _LAST >= len(lines):
        return True
    around = lines[max(0, index - 2) : index + 3]
    return any(line in numbers for line in around) or any(line.page for line in lines[max(0, index - 1) : index + 3])


def _interrupts(text: str, lines: list[Line], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    before, after = lines[index - 1], lines[index + 1]
    return text[before.end - 1] not in ".:;!?" and before.end - before.start > 40 and text[after.start].islower()
