"""The pieces of an outline. All offsets are into the view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What a line is. No `Enum`, of which to look up a member takes several times as long in Python 3.11."""

    name: str
    TEXT: ClassVar[Kind]
    ITEM: ClassVar[Kind]
    ROW: ClassVar[Kind]
    CELL: ClassVar[Kind]
    HEADING: ClassVar[Kind]
    CONTENTS: ClassVar[Kind]


Kind.TEXT, Kind.ITEM, Kind.ROW = Kind("TEXT"), Kind("ITEM"), Kind("ROW")
Kind.CELL, Kind.HEADING, Kind.CONTENTS = Kind("CELL"), Kind("HEADING"), Kind("CONTENTS")

Stretch = tuple[int, int]
"""Start and end in the view."""


@dataclass(slots=True)
class Block:
    """A line: the stretch from `start` to `end` is its text without marker, number and emphasis."""

    kind: Kind
    line: int
    """Where the line begins, marker and number included."""
    start: int
    end: int
    gap: int
    """Line breaks before it: 1 where it follows directly."""
    marker: str = ""
    number: str | None = None
    """The number that the line begins with, as written, whether or not the line is a heading."""
    order: tuple[str, int] | None = None
    """The style of numbering and the number's last part as an integer."""
    emphasised: bool = False

    @property
    def size(self) -> int:
        """Characters of its text."""
        return self.end - self.start


@dataclass(slots=True)
class Section:
    """A heading and all up to the next one of its level or above."""

    heading: Block
    type: str | None
    level: int
    first: int
    """Index of the first block of its body."""
    end: int
    """Where it ends in the view, its subsections included."""
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)

    def lineage(self) -> Iterator[Section]:
        """The section itself, then the sections that it stands in, from the inside out."""
        section: Section | None = self
        while section:
            yield section
            section = section.parent


@dataclass(slots=True, eq=False)
class Listing:
    """Entries that belong together, and the line that announces them (a heading or a line that ends with a colon)."""

    lead: Block | None
    items: list[Block]
    section: Section | None
    parent: Listing | None = None
    """The list that it is within."""


@dataclass(slots=True)
class Row:
    """A row: where each of its cells stands, by what its column holds; `""` and on for columns without a word for it."""

    start: int
    end: int
    cells: list[Stretch]
    columns: dict[str, Stretch] = field(default_factory=dict)
    grid: list[Stretch] = field(default_factory=list)
    """All its cells, empty ones too."""
    below: Stretch | None = None
    """The rest of its first cell, where that was wrapped."""


@dataclass(slots=True)
class Table:
    """A table: the line before it, its header's cells, what its columns hold, and its rows."""

    lead: Block | None
    section: Section | None
    header: list[Stretch]
    columns: list[str]
    rows: list[Row]
