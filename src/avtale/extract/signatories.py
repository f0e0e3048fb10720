"""`signatories`: who signs, from the lines at the end in one, two or three columns: `role`, `title`, `name`, `organisation`.

A blank has no name; of somebody who only stands below whom he signs for, the role is `other`. `For X kommune` above a name,
`ordfører, X kommune` below it and `Ordfører i X` all give the organisation.

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
from avtale.context.signing import FOR, Cells, columns
from avtale.grammar import organisation
from avtale.grammar.role import offices
from avtale.register import is_municipality
from avtale.vocabulary import Cue

_capital = "A-ZÆØÅÁČĐŊŠŦŽ"
_OF = re.compile(rf"\s(?:i|for|ved)\s(?P<place>[{_capital}][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+)*)")
_WHOM = re.compile(rf"(?:[{_capital}][\w-]+(?:\s(?:og\s)?[{_capital}][\w-]+)*|kommun(?:en|a)|herad(?:et)?|politiet|politidistriktet)(?=\W*\Z|\s?:)")
_HEADS = ("For ", "På vegne av ", "På vegner av ")
_TITLE = re.compile(
    r"\W*(?P<title>[a-zæøåA-ZÆØÅ-]*(?:direktør|leder|leiar|sjef|koordinator|rådgiver|rådgjevar|inspektør|betjent|lensmann|styrar|styrer|fullmektig)(?:en)?)\b"
)


_NEAR = 40
"""Characters before a name in which an office begins that stands right before it."""


@dataclass(slots=True)
class _Signer:
    """A signer as far as the cells have been read; one cell may tell all of it."""

    organisation: str | None = None
    name: str | None = None
    role: str | None = None
    title: str | None = None
    place: str | None = None
    spans: tuple[Stretch, ...] = ()

    @property
    def kinds(self) -> set[str]:
        """What is known."""
        told = {"organisation": self.organisation, "name": self.name, "role": self.role}
        return {kind for kind, value in told.items() if value}

    def join(self, cell: _Signer) -> None:
        """Add what another cell tells."""
        self.organisation = self.organisation or cell.organisation
        self.name = self.name or cell.name
        if cell.role:
            self.role, self.title, self.place = cell.role, cell.title, cell.place
        self.spans += cell.spans


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each signer."""
    for column in columns(context):
        for signer in _signers(context, column):
            if not signer.role and signer.name:
                signer.role, signer.title = _office_before(context, signer.name)
            if signer.role or signer.kinds == {"name", "organisation"}:
                value = {"role": signer.role or "other", "title": signer.title, "name": signer.name, "organisation": signer.organisation or signer.place}
                yield Candidate("signatories", value, signer.spans)


def _office_before(context: Context, name: str) -> tuple[str | None, str | None]:
    """The office that stands right before a name elsewhere in the text (`ved ordfører Kari Moen`), where its holder signs with none."""
    for found in context.names:
        cue = next(iter(context.offices.within(max(0, found.start - _NEAR), found.start)), None) if found.value["name"] == name else None
        if cue and not context.view.text[cue.end : found.start].strip():
            return cue.term.id, context.read(cue.start, cue.end)
    return None, None


def _signers(context: Context, cells: Cells) -> Iterator[_Signer]:
    """Read the cells from the top: what the signer already has, or what leads in the column, begins the next one."""
    read = [cell for stretch in cells for cell in [_cell(context, stretch)] if cell.spans]
    heads, leader = _is_headed(context, read), _leader(read)
    signer, above = _Signer(), None
    for cell in read:
        kinds, known = cell.kinds, signer.kinds
        is_head = heads and kinds == {"organisation"}
        if is_head or known & kinds or (leader in kinds and {"name", "role"} & known):
            yield signer
            signer = _Signer(None if cell.organisation else above)
        if is_head:
            signer, above = _Signer(), cell.organisation
        signer.join(cell)
    yield signer


def _is_headed(context: Context, cells: list[_Signer]) -> bool:
    """Whether the organisations of a column stand above those who sign for them, not below."""
    bare = [cell.kinds == {"organisation"} for cell in cells]
    if not any(bare) or bare[0]:
        return any(bare)
    heads = [cell for cell, is_bare in zip(cells, bare, strict=True) if is_bare and context.view.text.endswith(_HEADS, 0, cell.spans[0][0])]
    return not bare[-1] and bool(heads)


def _leader(cells: list[_Signer]) -> str:
    """Whether the name or the office of a signer stands first in a column."""
    alone = [told for cell in cells if len(told := cell.kinds & {"name", "role"}) == 1]
    return "role" if alone and alone[0] == {"role"} and alone[-1] == {"name"} else "name"


def _cell(context: Context, stretch: Stretch) -> _Signer:
    """What one cell tells of a signer; nothing for a place and a date."""
    start, end = stretch
    roles = offices(context.view, context.cues, start, end)
    if context.dates_in(start, end) and not roles:
        return _Signer()
    name, whom = context.names.first(start, end), _organisation(context, stretch)
    in_title = whom[0] if whom and roles and roles[0].start < whom[1][0] < roles[0].end else None
    signer = _Signer(whom[0] if whom and not in_title else None, name.value["name"] if name else None)
    title = None if roles else _TITLE.match(context.view.text, start, end) or (_TITLE.match(context.view.text, name.end, end) if name else None)
    if roles:
        place = _OF.match(context.view.text, roles[0].end, end)
        beside = context.read(roles[0].end, end)
        told = place["place"] if place else beside if is_municipality(beside) else in_title
        signer.role, signer.title, signer.place = roles[0].term.id, _title(context, roles[0], end), told
    elif title:
        signer.role, signer.title = "other", str(title["title"])
    signer.spans = (whom[1] if whom and signer.kinds == {"organisation"} else stretch,) if signer.kinds else ()
    return signer


def _organisation(context: Context, stretch: Stretch) -> tuple[str, Stretch] | None:
    """The organisation that a cell names, or for whom it says that somebody signs (`For Sel`), and where."""
    found = next(organisation.find(context.view, *stretch, context.cues), None)
    if found:
        return str(found.value["party"]["name"]), (found.start, found.end)
    told = FOR.match(context.view.text, *stretch)
    whom = _WHOM.match(context.view.text, told.end(), stretch[1]) if told else None
    return (whom[0], whom.span()) if whom else None


def _title(context: Context, cue: Cue, end: int) -> str:
    """The office as written, with what it is the office of (`Lensmannen i Sogn`)."""
    place = _OF.match(context.view.text, cue.end, end)
    return context.read(cue.start, place.end() if place else cue.end)
