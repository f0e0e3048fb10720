"""What the extractors look at: a view, its cues and its outline, and the values in it, each read once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter

from avtale.context.actors import Actor, everybody
from avtale.context.amending import is_amendment, rewrites
from avtale.context.antecedents import offices_by_surname
from avtale.context.candidate import Stretch
from avtale.context.chronology import Dated, chronology
from avtale.context.entries import Entry, entries
from avtale.context.forum_tables import ForumCell, forum_cells
from avtale.context.forums import Forums
from avtale.context.lapsed import lapsed, replaced
from avtale.context.leads import Purpose
from avtale.context.lists import purposes
from avtale.grammar import date, organisation, person
from avtale.grammar.found import Found
from avtale.grammar.point import can_begin
from avtale.grammar.role import offices
from avtale.structure import Block, Kind, Listing, Outline, Section, outline
from avtale.structure.block import Row
from avtale.structure.sentence import sentences
from avtale.text import Placed, View, clean
from avtale.text.placed import T
from avtale.vocabulary import Cue, Cues, scan, slips

_PARTS_OF_THE_YEAR = frozenset({"P6M", "P4M", "P3M"})
_WITH_HOURS = ("police_contact", "slt_coordinator")
_FIGURES = re.compile("[0-9]+")
_SHORT = 80
"""Characters of an entry that is one sentence, unless each of its sentences has a verb: `Kari Moen. Leiar.`"""


class Context:
    """One text, ready for the extractors."""

    def __init__(self, text: str, paged: bool = False) -> None:
        self.paged = paged
        view = clean(text)
        self.view: View = view.edit(slips(view.text))
        self.cues: Cues = scan(self.view.lower)
        self.outline: Outline = outline(self.view, self.cues)

    def page(self, offset: int) -> int:
        """The page, from 1, that an offset into the document text is on."""
        return bisect_right(self._page_breaks, offset) + 1

    @cached_property
    def _page_breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\f", self.view.source)]

    @cached_property
    def sentences(self) -> list[Stretch]:
        """The sentences of the text in order; a heading, a list entry and a table row begin one of their own, as do the wordings that lapse."""
        found = [stretch for block in self.outline.blocks if block.kind is not Kind.CONTENTS for stretch in self._sentences_of(block)]
        edges = sorted(edge for stretch in replaced(self) for edge in stretch)
        return [part for stretch in found for part in _cut(stretch, edges)] if edges else found

    def _sentences_of(self, block: Block) -> list[Stretch]:
        cells = self._cells_of_prose(block) if block.kind is Kind.ROW else []
        if cells:
            return [sentence for cell in cells for sentence in sentences(self.view.text, *cell)]
        whole = [(block.start, block.end)]
        is_short = block.kind is not Kind.TEXT and block.size <= _SHORT
        if is_short and block.kind is not Kind.ITEM:
            return whole
        found = sentences(self.view.text, block.start, block.end)
        if is_short and len(found) > 1 and not all(self.cues.first("verbs", *sentence) for sentence in found):
            return whole
        return found

    def _cells_of_prose(self, block: Block) -> list[Stretch]:
        """The cells of a row that sets a wording beside another, each of which is read by itself where one is a sentence."""
        row = self._rows_of_wordings.get(block.line)
        return row.cells if row else []

    @cached_property
    def _rows_of_wordings(self) -> dict[int, Row]:
        rows = (row for table in self.outline.tables if {"old", "new"} <= set(table.columns) for row in table.rows)
        return {row.start: row for row in rows if any(self.cues.first("verbs", *cell) for cell in row.cells)}

    @cached_property
    def is_amendment(self) -> bool:
        """Whether the text changes or prolongs another agreement, by its title block or by what it says of points."""
        return is_amendment(self)

    @cached_property
    def rewrites(self) -> bool:
        """Whether the text says of another agreement's points what is to stand there."""
        return rewrites(self)

    @cached_property
    def lapsed(self) -> list[Stretch]:
        """What the text quotes only to say that it no longer holds."""
        return lapsed(self)

    def is_lapsed(self, position: int) -> bool:
        """Whether a position is in what no longer holds."""
        index = bisect_right(self.lapsed, (position, len(self.view.text))) - 1
        return index >= 0 and position < self.lapsed[index][1]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence(self, position: int) -> Stretch:
        """The sentence that a position is in."""
        return self.sentences[bisect_right(self._sentence_starts, position, 1) - 1]

    def sentence_index(self, position: int) -> int:
        """The index of the sentence that a position is in, or follows."""
        return bisect_right(self._sentence_starts, position, 1) - 1

    def sentences_with(self, *concepts: str) -> Iterator[Stretch]:
        """The sentences in which a cue of one of the concepts begins, in order."""
        return iter(self.sentences_at(cue.start for concept in concepts for cue in self.cues.all(concept)))

    def sentences_at(self, positions: Iterable[int]) -> list[Stretch]:
        """The sentences that positions are in, in order, each looked up once."""
        found: list[Stretch] = []
        start = end = -1
        for position in sorted(positions):
            if position < end:
                continue
            sentence = self.sentence(position)
            if sentence[0] > start:
                found.append(sentence)
                start, end = sentence
        return found

    def block(self, position: int) -> Block:
        """The block that a position is in."""
        return self.outline.block(position)

    def row(self, position: int) -> Stretch | None:
        """The row of a table that a position is in, None outside of tables."""
        row = self._rows.last(0, position + 1)
        return (row.start, row.end) if row and position < row.end else None

    @cached_property
    def _rows(self) -> Placed[Row]:
        return Placed([row for table in self.outline.tables for row in table.rows])

    def section(self, position: int) -> Section | None:
        """The section that a position is in."""
        return self.outline.section(position)

    def has(self, concept: str, start: int, end: int, *ids: str) -> Cue | None:
        """The first cue of a concept in a stretch, of one of the ids where any are given."""
        return next((cue for cue in self.cues.within(concept, start, end) if not ids or cue.term.id in ids), None)

    def read(self, start: int, end: int) -> str:
        """A stretch as a reader has it in mind: white space folded."""
        return " ".join(self.view.text[start:end].split())

    @cached_property
    def dates(self) -> list[Found]:
        """Every date and period of the text, the contents list excepted."""
        lower = self.view.lower
        anchors = {start for start, end in self.figures if can_begin(lower, start, end)} | {cue.start for cue in self.cues.all("seasons")}
        named = [*self.cues.all("months"), *(cue for cue in self.cues.all("periods") if cue.term.id in _PARTS_OF_THE_YEAR)]
        anchors |= {date.anchor_before(lower, cue.start) for cue in named}
        by_block: dict[int, list[int]] = {}
        for anchor in sorted(anchors):
            by_block.setdefault(self.outline.block_at(anchor), []).append(anchor)
        return [
            found
            for index, starts in by_block.items()
            for block in [self.outline.blocks[index]]
            if block.kind is not Kind.CONTENTS
            for found in date.find(self.view, block.start, block.end, [start for start in starts if start >= block.start])
        ]

    @cached_property
    def names(self) -> Placed[Found]:
        """The names of people."""
        return Placed(list(person.find(self.view, 0, len(self.view.text))))

    @cached_property
    def organisations(self) -> Placed[Found]:
        """The organisations that can be a party, each time they are named."""
        return Placed(list(organisation.find(self.view, 0, len(self.view.text), self.cues)))

    @cached_property
    def offices(self) -> Placed[Cue]:
        """The offices of the contract, whoever holds them."""
        return Placed(offices(self.view, self.cues, 0, len(self.view.text)))

    @cached_property
    def figures(self) -> list[Stretch]:
        """The runs of digits, in order."""
        return [match.span() for match in _FIGURES.finditer(self.view.text)]

    @cached_property
    def nouns(self) -> Placed[Cue | Found]:
        """The words for somebody: roles, titles and services, and names; of two at one place first what says more of who it is."""
        return _by_start(self.cues.all("roles"), self.cues.all("titles"), self.names, self.cues.all("services"))

    @cached_property
    def callings(self) -> Placed[Cue]:
        """The words for what somebody is: roles, titles and services."""
        return _by_start(*map(self.cues.all, ("roles", "titles", "services")))

    @cached_property
    def sided(self) -> Placed[Cue]:
        """The titles, services and organisations, which tell whose side somebody is on."""
        return _by_start(*map(self.cues.all, ("titles", "services", "organisations")))

    @cached_property
    def counters(self) -> Placed[Cue]:
        """The counters and places that have hours, and the roles whose holders have them."""
        counters = (cue for cue in self.cues.all("purposes") if cue.term.id != "anybody")
        return _by_start(counters, (cue for cue in self.cues.all("roles") if cue.term.id in _WITH_HOURS))

    @cached_property
    def actors(self) -> Placed[Actor]:
        """Everybody who is named: offices, forums and sides."""
        return Placed(everybody(self))

    def dates_in(self, start: int, end: int) -> list[Found]:
        """The dates that begin in a stretch."""
        starts = self._date_starts
        return self.dates[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [found.start for found in self.dates]

    @cached_property
    def forums(self) -> Forums:
        """The forums of the text."""
        return Forums(self.view, self.cues, self.outline, self.sentences)

    @cached_property
    def forum_cells(self) -> list[ForumCell]:
        """The cells of tables with a row for each forum."""
        return list(forum_cells(self))

    @cached_property
    def purposes(self) -> dict[Listing, Purpose | None]:
        """What each list is a list of."""
        return purposes(self)

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of the lists and tables of priorities and of duties."""
        return list(entries(self))

    @cached_property
    def offices_by_surname(self) -> dict[str, set[str]]:
        """The offices of those who are named in full, by surname."""
        return offices_by_surname(self)

    @cached_property
    def chronology(self) -> list[Dated]:
        """The dates with what they are the dates of."""
        return list(chronology(self))


def _by_start(*placed: Iterable[T]) -> Placed[T]:
    """Things of several kinds in order of where they begin, those of an earlier kind first."""
    return Placed(sorted(chain.from_iterable(placed), key=attrgetter("start")))


def _cut(stretch: Stretch, edges: list[int]) -> Iterator[Stretch]:
    """A stretch, or its parts between the edges within it."""
    start, end = stretch
    for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
        yield start, edge
        start = edge
    yield start, end
