"""`full`: each finding with the line that it stands in and carets under the words; in colour on a terminal.

    agreement.txt:3:17: AV201 the agreement is not dated
      |
    3 | Lom, den        _______
      |                 ^^^^^^^

A line that is wider than the terminal (or than 120 columns elsewhere) is cut on either side of the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from avtale.output.formats.concise import code, what, where
from avtale.output.report import Failure, Position, Reported, counted
from avtale.printable import printable
from avtale.rules.rule import Language, Severity

_STYLES: Mapping[Severity, str] = MappingProxyType({"error": "bold red", "warning": "bold yellow", "info": "bold cyan"})
_WIDTH = 120
_FEWEST = 20
"""Columns of a line that are shown on however narrow a terminal."""


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """A block for each finding, with an empty line after it."""
    console = Console(highlight=False, soft_wrap=True)
    width = console.width if console.is_terminal else _WIDTH
    for report in counted(reports):
        with console.capture() as captured:
            console.print(_block(report, language, width))
        yield captured.get()


def _block(report: Reported | Failure, language: Language, width: int) -> Text:
    style = _STYLES[report.finding.severity] if isinstance(report, Reported) else _STYLES["error"]
    block = Text.assemble((where(report), "bold"), ": ", (code(report), style), f" {what(report, language)}\n")
    if isinstance(report, Reported) and report.position and report.source is not None:
        block.append_text(_excerpt(report.position, report.source, style, width))
    return block


def _excerpt(position: Position, source: str, style: str, width: int) -> Text:
    number = str(position.line)
    margin = " " * len(number)
    before, marked, after = _clipped(position, source, max(width - len(number) - 3, _FEWEST))
    carets = "^" * max(cell_len(marked), 1)
    return Text.assemble(
        (f"{margin} |\n", "blue"),
        *((f"{number} | ", "blue"), before, (marked, style), after, "\n"),
        *((f"{margin} | ", "blue"), " " * cell_len(before), (carets, style), "\n"),
    )


def _clipped(position: Position, source: str, room: int) -> tuple[str, str, str]:
    """What stands before, in and after the span, as much as there is room for; more of the text than could be seen is not looked at."""
    start, most = position.column - 1, 4 * room
    end = position.end_column - 1 if position.end_line == position.line else len(source)
    marked = _head(_shown(source[start : min(end, start + most)]), room * 2 // 3)
    before, after = _shown(source[max(0, start - most) : start]), _shown(source[end : end + most])
    left = room - cell_len(marked)
    before = _head(before[::-1], max(left // 2, left - cell_len(after)))[::-1]
    return before, marked, _head(after, left - cell_len(before))


def _shown(text: str) -> str:
    return printable(text.rstrip("\r\n").replace("\t", "    ").replace("\xa0", " "))


def _head(text: str, room: int) -> str:
    """The beginning of a text that fits into some columns, with `…` where the rest is cut off."""
    if cell_len(text) <= room:
        return text
    return text[: bisect_right(list(accumulate(map(cell_len, text))), room - 1)] + "…"
