"""`signatories`: who signs, from the lines at the end in one, two or three columns: `role`, `title`, `name`, `organisation`.

A blank has no name. `For X kommune` above a name, `ordfører, X kommune` below it and `Ordfører i X` all give the organisation.

Not this field: placeholders (`Navn`, `_____`), places and dates, contact lists, members.
Known gaps: a signer with neither an office nor an organisation.

>>> from avtale.context import Context
>>> text = "Avtala gjeld.\\n\\nOtta, 3. mars 2021\\n\\nFor Sel kommune\\tFor Innlandet politidistrikt\\nKari Moen\\tOla Lie\\nordførar\\tlensmann"
>>> [(found.value["role"], found.value["name"], found.value["organisation"]) for found in extract(Context(text))]
[('mayor', 'Kari Moen', 'Sel kommune'), ('station_chief', 'Ola Lie', 'Innlandet politidistrikt')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from avtale.context import Candidate, Context, Stretch
from avtale.grammar import organisation
from avtale.grammar.role import offices
from avtale.structure import Block
from avtale.vocabulary import Cue

_GAP = re.compile(r"\s*[\t|]\s*(?:[\t|]\s*)*|\s{3,}")
_SIGNED = re.compile(r"\s*\(?\b(?:sign|signert)\b\.?\)?\Z", re.IGNORECASE)
_FOR = re.compile(r"\W*(?:for|på vegne av|på vegner av)\s", re.IGNORECASE)
_OF = re.compile(r"\s(?:i|for|ved)\s(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+)*)")
_TITLE = re.compile(
    r"\W*(?P<title>[a-zæøåA-ZÆØÅ-]*(?:direktør|leder|leiar|sjef|koordinator|rådgiver|rådgjevar|inspektør|betjent|lensmann|styrar|styrer|fullmektig)(?:en)?)\b"
)


@dataclass(slots=True)
class _Signer:
    """A signer as far as the lines have been read."""

    organisation: str | None = None
    name: str | None = None
    role: str | None = None
    title: str | None = None
    place: str | None = None
    spans: tuple[Stretch, ...] = ()


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each signer."""
    blocks = [context.outline.blocks[index] for index in context.outline.closing]
    for column in _columns(context, blocks):
        for signer in _signers(context, column):
            if signer.role:
                value = {"role": signer.role, "title": signer.title, "name": signer.name, "organisation": signer.organisation}
                yield Candidate("signatories", value, signer.spans)


def _columns(context: Context, blocks: list[Block]) -> list[list[Stretch]]:
    """The cells of the closing column by column; a row that tells of a signer by itself is a column of its own."""
    rows = [list(_cells(context.view.text, block.line, block.end)) for block in blocks]
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return _flattened(context, [cell for row in rows for cell in row])
    if any(_is_whole(context, row) for row in rows):
        return [row for row in rows if _is_whole(context, row)]
    columns: list[list[Stretch]] = [[] for _ in range(width)]
    starts = [block.line for block in blocks]
    full = next((row, start) for row, start in zip(rows, starts, strict=True) if len(row) == width)
    at = [cell[0] - full[1] for cell in full[0]]
    for index, (row, start) in enumerate(zip(rows, starts, strict=True)):
        if len(row) == 1 and _spans(context, row[0], rows[index + 1 :]):
            for column in columns:
                column.append(row[0])
            continue
        for number, cell in enumerate(row):
            nearest = number if len(row) == width else min(range(width), key=lambda column: abs(at[column] - (cell[0] - start)))
            columns[nearest].append(cell)
    return columns


def _cells(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The cells of a line."""
    for stop, following in [*(gap.span() for gap in _GAP.finditer(text, start, end)), (end, end)]:
        signed = _SIGNED.search(text, start, stop)
        if start < (signed.start() if signed else stop):
            yield start, signed.start() if signed else stop
        start = following


def _flattened(context: Context, cells: list[Stretch]) -> list[list[Stretch]]:
    """The columns of a table whose cells stand one a line, row by row: as many names as offices, each in a run of their own."""
    runs: list[tuple[str, list[Stretch]]] = []
    for cell in cells:
        kind = _kind(context, cell)
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(cell)
        else:
            runs.append((kind, [cell]))
    sizes = {kind: len(run) for kind, run in runs}
    width = sizes.get("name", 0)
    if width < 2 or sizes.get("office") != width or len(sizes) < len(runs):
        return [cells]
    return [[run[column] for _, run in runs if len(run) == width] for column in range(width)]


def _kind(context: Context, cell: Stretch) -> str:
    """What a cell holds."""
    if context.dates_in(*cell):
        return "date"
    if context.names.first(*cell):
        return "name"
    return "office" if offices(context.view, context.cues, *cell) else "organisation" if context.cues.within("organisations", *cell) else "other"


def _spans(context: Context, cell: Stretch, below: list[list[Stretch]]) -> bool:
    """Whether a line heads all columns: `For X kommune` above more than one signer."""
    if not _FOR.match(context.view.text, *cell):
        return False
    following = next((row for row in below if len(row) > 1 or _FOR.match(context.view.text, *row[0])), [])
    return len(following) > 1 and all(context.names.first(*other) for other in following)


def _is_whole(context: Context, row: list[Stretch]) -> bool:
    """Whether one row has an office and a name in different cells."""
    if len(row) < 2:
        return False
    named = [cell for cell in row if context.names.first(*cell)]
    return any(offices(context.view, context.cues, *cell) for cell in row if cell not in named) and len(named) == 1


def _signers(context: Context, cells: list[Stretch]) -> Iterator[_Signer]:
    """Read the cells from the top: an office, a name or an organisation that the signer already has begins the next one."""
    signer, above = _Signer(), None
    for start, end in cells:
        if context.dates_in(start, end):
            continue
        names = [name.value["name"] for name in context.names.within(start, end)]
        roles = offices(context.view, context.cues, start, end)
        organisations = list(organisation.find(context.view, start, end, context.cues))
        title = None if roles else _TITLE.match(context.view.text, start, end)
        if organisations and not roles and not names:
            name = organisations[0].value["party"]["name"]
            if _FOR.match(context.view.text, start, end) or (signer.role is None and signer.name is None):
                if signer.role or signer.name:
                    yield _placed(signer, above)
                    signer = _Signer()
                above = name
                signer.spans += ((organisations[0].start, organisations[0].end),)
            elif signer.organisation and signer.role:
                yield _placed(signer, above)
                signer, above = _Signer(spans=((organisations[0].start, organisations[0].end),)), name
            else:
                signer.organisation = name
                signer.spans += ((organisations[0].start, organisations[0].end),)
            continue
        if (names and signer.name) or (names and signer.role and not roles) or ((roles or title) and signer.role):
            yield _placed(signer, above)
            signer = _Signer()
        if names:
            signer.name = names[0]
        if roles or title:
            signer.role = roles[0].term.id if roles else "other"
            signer.title = _title(context, roles[0], end) if roles else str(title["title"]) if title else None
            place = _OF.match(context.view.text, roles[0].end, end) if roles else None
            signer.place = place["place"] if place else None
            signer.organisation = organisations[0].value["party"]["name"] if organisations else signer.organisation
        if names or roles or title:
            signer.spans += ((start, end),)
    yield _placed(signer, above)


def _placed(signer: _Signer, above: str | None) -> _Signer:
    signer.organisation = signer.organisation or above or signer.place
    return signer


def _title(context: Context, cue: Cue, end: int) -> str:
    """The office as written, with what it is the office of (`Lensmannen i Sogn`)."""
    place = _OF.match(context.view.text, cue.end, end)
    return context.read(cue.start, place.end() if place else cue.end)
