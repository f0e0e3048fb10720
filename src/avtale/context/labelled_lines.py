"""Members on lines with a label each: `Leiar: ordførar Kari Moen`, `Medlem: Ola Lie, rektor`, `Når det trengst: NAV`.

Where several lines that follow each other are labelled `Medlem`, the leader's and the deputy leader's are those of members too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.attendance import attendance_of_cell
from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.people import Defaults
from avtale.context.roster_lines import Seat
from avtale.context.series import is_person, series
from avtale.structure import Kind

_LABELLED = re.compile(r"(?P<label>[^\W\d][^:\n\t|]{2,40}?)\s*:\s+(?P<value>\S.*)\Z", re.DOTALL)
_MEMBER = re.compile(r"(?:fast\s)?medlem")
_LABEL_OF_MEMBER = re.compile(r"medlem\s*:")
_LEADER = re.compile(r"(?:(?:nest|møte|vara)?(?:leder|leiar|leidar)|(?:nest|vara)?formann)")
_FEWEST = 2
"""Lines of single members that make a list of the lines around them."""


def on_labels(context: Context) -> Iterator[Seat]:
    """Those on the lines around several that are labelled as a member's."""
    for run in _runs(context) if len(_LABEL_OF_MEMBER.findall(context.view.lower)) >= _FEWEST else ():
        if sum(_MEMBER.fullmatch(match["label"]) is not None for match in run) >= _FEWEST:
            yield from _of_run(context, run)


def _runs(context: Context) -> list[list[re.Match[str]]]:
    """The lines with labels, those that follow each other together."""
    runs: list[list[re.Match[str]]] = [[]]
    for block in context.outline.blocks[: context.outline.closing.start]:
        match = _LABELLED.match(context.view.lower, block.start, block.end) if block.kind in (Kind.TEXT, Kind.ITEM) else None
        if match is None or block.gap > 1:
            runs.append([])
        if match:
            runs[-1].append(match)
    return runs


def _of_run(context: Context, lines: list[re.Match[str]]) -> Iterator[Seat]:
    forum = context.forums.at(lines[0].start())
    for match in lines:
        value = match.span("value")
        if _MEMBER.fullmatch(match["label"]) or _LEADER.fullmatch(match["label"]):
            yield forum, _one(context, value), Defaults()
        elif attendance_of_cell(match["label"]) == "invited" and is_person(context, value):
            yield from ((forum, stretch, Defaults("invited")) for stretch in series(context, *value))


def _one(context: Context, value: Stretch) -> Stretch:
    """The one whom a line names, up to where he works: `Rektor Pål Strømmen, Kalvåg oppvekst`."""
    return series(context, *value)[0]
