"""The officers of forums as a stretch or a cell names them: the office, the name beside it, and where both stand."""

from __future__ import annotations

import re
from typing import Any

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.people import read_person, trimmed, underlined
from avtale.context.series import is_person

_TASK_OF = re.compile(r"[\w-]+(?:s|\s(?:sin|si|sitt))\s(?:ansvar|oppgave|oppgåve|ansvarsområde|jobb|bord|kontor)\W*")
"""Whose task an office is: `innkalling er kommunedirektørens ansvar`."""
_ROTATES = re.compile(
    r"\b(?:omgang|rundgang|rullering|tur(?:en|a)?|skift(?:e[rst]?|a[rst]?|ast)?|(?:veksl|roter|ruller|sirkul|alterner)\w*|(?:går|gjeng)\sr[ou]ndt)\b"
)
"""What a cell says of an office that nobody has for good."""
_CHOSEN = re.compile(r"\b(?:vel(?:ges|jast|gast)|velg[ea]r?|blir\svald?t?|vert\svald?|oppnevnes|oppnemnast|utpekes|peikast\sut|pekes\sut)\b")
"""What a cell says of somebody who is found only later."""
_AMONG = re.compile(rf"{_ROTATES.pattern}\s(?:mellom|millom|blant)\s")
_CELL = re.compile(r"(?:(?!\s{3})[^|\t\n])+")

Named = tuple[dict[str, Any], Stretch]
"""Somebody by role, title and name, and where that is said."""


def officer_in_cell(context: Context, cell: Stretch) -> Named | None:
    """Whom a cell names: nobody where an office goes round, unless among holders of one role, where it says when, or where one is chosen later."""
    among = _AMONG.search(context.view.lower, *cell)
    if among:
        return read_officer(context, (among.end(), cell[1]))
    is_nobody = any(pattern.search(context.view.lower, *cell) for pattern in (_ROTATES, _CHOSEN)) or context.cues.first("periods", *cell)
    return None if is_nobody else read_officer(context, cell)


def read_officer(context: Context, stretch: Stretch) -> Named | None:
    """Whom a stretch names as an officer: the owner of a task (`kommunedirektørens ansvar`), or somebody with the name that his row has."""
    owner = context.offices.first(*stretch) if _TASK_OF.fullmatch(context.view.lower, *stretch) else None
    if owner:
        return {"role": owner.term.id, "title": context.read(owner.start, owner.end).removesuffix("s"), "name": None}, (owner.start, owner.end)
    row = context.row(stretch[0])
    stretch = _somebodys_cell(context, stretch) if row else stretch
    member = read_person(context, stretch)
    if member is None:
        return None
    named = context.names.first(*row) if row and not member["name"] else None
    person = {"role": member["role"], "title": member["title"], "name": named.value["name"] if named else member["name"]}
    start, end = underlined(context, stretch, member | {"party": None})
    return person, (min(start, named.start), max(end, named.end)) if named else (start, end)


def _somebodys_cell(context: Context, stretch: Stretch) -> Stretch:
    """The first cell that names somebody in a stretch over several: `Rådgiver | Rana kommune`."""
    cells = [match.span() for match in _CELL.finditer(context.view.text, *stretch)]
    return next((cell for cell in cells if is_person(context, trimmed(context, cell))), stretch) if len(cells) > 1 else stretch
