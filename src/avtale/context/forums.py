"""Which forum each sentence is about: shared by the extractors of a body's facts.

A forum is known by the text's word for it (`politirådet`, `koordineringsgruppa`), by a name that the text gives it (`Familieforum
fungerer som koordineringsgruppe`), by its heading, or as the one last spoken of (`Gruppa møtest …`, `Ho vert leidd av …`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.naming import FOREIGN, Forum, defined_forums, forums_by_name, is_forum
from avtale.structure import Kind, Outline, Section
from avtale.text import View
from avtale.vocabulary import Cue, Cues

__all__ = ["FOREIGN", "Forum", "Forums"]

_SUBJECT = 45
"""Characters from the start of a sentence within which the forum named is what it is about."""


class _Mention(NamedTuple):
    """Where a forum is named; `is_model` where the word is no more than `SLT`, the way of working."""

    start: int
    end: int
    forum: Forum
    is_model: bool


class Forums:
    """The forums of a text, and which of them a sentence is about."""

    def __init__(self, view: View, cues: Cues, outline: Outline, sentences: list[Stretch]) -> None:
        self._outline = outline
        self.defined = defined_forums(view, cues, sentences)
        self._mentions = _mentions(view, cues, forums_by_name(view, cues, outline, sentences, self.defined))
        self._mention_starts = [mention.start for mention in self._mentions]
        self._again = [cue for cue in cues.all("groups") if _speaks_again(view, cue)]
        self._again_starts = [cue.start for cue in self._again]
        self._starts = [start for start, _ in sentences]
        kinds = {mention.forum for mention in self._mentions}
        self.default = _default(kinds)
        self._only = len(kinds) == 1
        self._topics = self._read(sentences)

    def at(self, position: int) -> Forum | None:
        """The forum that the sentence at a position is about."""
        return self._topics[max(0, bisect_right(self._starts, position) - 1)] if self._topics else None

    def is_sure(self, start: int, end: int) -> bool:
        """Whether a sentence or the heading above it speaks of a forum, so that its topic is not only taken for granted."""
        return self._only or self.is_named(start, end) or self.heading(self._outline.section(start)) is not None

    def is_named(self, start: int, end: int) -> bool:
        """Whether a sentence itself speaks of a forum, by its name, its kind or as the one last spoken of."""
        return bool(self._within(start, end)) or self._first_again(start, end) is not None

    def named(self, start: int, end: int) -> tuple[int, Forum] | None:
        """The first forum named in a stretch and where; the SLT model alone only where nothing else is."""
        mentions = self._within(start, end)
        found = next((mention for mention in mentions if not mention.is_model), mentions[0] if mentions else None)
        return (found.start, found.forum) if found else None

    def by_name(self, start: int, end: int) -> list[tuple[int, int, Forum]]:
        """Where a stretch names forums by names of their own."""
        return [(mention.start, mention.end, mention.forum) for mention in self._within(start, end) if mention.forum.name]

    def heading(self, section: Section | None) -> Forum | None:
        """The forum that the headings above name, from the inside out."""
        for part in section.lineage() if section else ():
            found = self.named(part.heading.start, part.heading.end)
            if found:
                return found[1]
        return None

    def _within(self, start: int, end: int) -> list[_Mention]:
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def _first_again(self, start: int, end: int) -> Cue | None:
        index = bisect_left(self._again_starts, start)
        return self._again[index] if index < len(self._again) and self._again_starts[index] < end else None

    def _read(self, sentences: list[Stretch]) -> list[Forum | None]:
        """The topic of each sentence: the forum named early in it, the one it goes on about, or that of the heading."""
        topics: list[Forum | None] = []
        focus, group, section = self.default, None, None
        for start, end in sentences:
            index = self._outline.block_at(start)
            here = self._outline.section_at[index]
            if here is not section:
                focus = self.heading(here) or (focus if section and here and section in here.lineage() else self.default)
                section = here
            topic = self._topic(start, end, group, self.heading(section) is not None) or focus
            topics.append(topic)
            if self._outline.blocks[index].kind in (Kind.TEXT, Kind.HEADING):
                focus = topic
            if topic and topic.type != "police_council":
                group = topic
        return topics

    def _topic(self, start: int, end: int, group: Forum | None, under_heading: bool) -> Forum | None:
        """The forum that a sentence says it is about; None where it does not."""
        found, again = self.named(start, end), self._first_again(start, end)
        if found and (found[0] - start < _SUBJECT or (again is None and not under_heading)):
            return found[1]
        if again is None:
            return None
        if again.term.facts["again"] == "group":
            return group
        return Forum("police_council") if again.start - start < _SUBJECT else None


def _default(kinds: set[Forum]) -> Forum | None:
    """The forum that is spoken of where nothing says which: the police council, or the only one there is."""
    council = Forum("police_council")
    types = {forum for forum in kinds if forum.name is None}
    return council if council in types else next(iter(types)) if len(types) == 1 else None


def _mentions(view: View, cues: Cues, by_name: dict[str, Forum]) -> list[_Mention]:
    """Where the text names a forum, by its own name before its kind."""
    lower = view.lower
    found: list[_Mention] = []
    for words, forum in by_name.items():
        at = lower.find(words)
        while at >= 0:
            if at == 0 or not lower[at - 1].isalnum():
                found.append(_Mention(at, at + len(words), forum, False))
            at = lower.find(words, at + len(words))
    for cue in cues.all("bodies"):
        if is_forum(view, cue):
            found.append(_Mention(cue.start, cue.end, Forum(cue.term.id), lower[cue.start : cue.end] == "slt"))
    return sorted(found, key=lambda mention: (mention.start, mention.forum.name is None))


def _speaks_again(view: View, cue: Cue) -> bool:
    """Whether a word like `gruppa` stands alone, and so for the forum last spoken of."""
    return "again" in cue.term.facts and (cue.start == 0 or not view.lower[cue.start - 1] == "-") and view.lower[cue.start : cue.end] in cue.term.stems
