"""Which forum each sentence is about: shared by the extractors of a body's facts.

A forum is known by the text's word for it (`politirådet`, `koordineringsgruppa`), by a name that the text gives it (`Familieforum
fungerer som koordineringsgruppe`), by its heading, or as the one last spoken of (`Gruppa møtest …`, `Ho vert leidd av …`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.context.naming import FOREIGN, Forum, defined_forums, forums_by_name, is_forum
from avtale.structure import Block, Kind, Outline, Section
from avtale.text import Placed, View
from avtale.vocabulary import Cue, Cues, forms

__all__ = ["FOREIGN", "Forum", "Forums"]

_ARE_ONE = re.compile(r"styringsgrupp\w*\s?[/(]\s?politiråd|politiråd\w*\s?[/(]\s?(?:slt-)?styringsgrupp")
"""A council and a steering group that are the same body: `Styringsgruppe/Politiråd`."""
_OPENING = 12
"""Characters from the start of a sentence within which a forum can be what it is about, in spite of a preposition: `Til politirådet …`."""
_BESIDE = re.compile(r"\W*(?:under|attåt|utanom|utenom|(?:ved\ssid[ea]n?|på\ssid[ea]n?)\sav|i\stillegg\stil)\s")
_PREPOSITIONS = (" til ", " for ", " under ", " over ", " med ", " frå ", " fra ")
_SUBJECT = 45
"""Characters from the start of a sentence within which the forum named is what it is about."""


class Mention(NamedTuple):
    """Where a forum is named; `is_model` where the word is no more than `SLT`, the way of working."""

    start: int
    end: int
    forum: Forum
    is_model: bool
    is_owner: bool = False
    """Whether it is a genitive (`politirådets vedtak`)."""


class _Topic(NamedTuple):
    """From where on a forum is what the text is about."""

    start: int
    forum: Forum | None


class Forums:
    """The forums of a text, and which of them a sentence is about."""

    def __init__(self, view: View, cues: Cues, outline: Outline, sentences: list[Stretch]) -> None:
        self._outline, self._cues, self._lower = outline, cues, view.lower
        self.defined = defined_forums(view, cues, sentences)
        self._are_one = "styringsgrupp" in view.lower and _ARE_ONE.search(view.lower) is not None
        self._mentions = Placed(_mentions(view, cues, forums_by_name(view, cues, outline, sentences, self.defined), self._are_one))
        self.by_name = Placed([mention for mention in self._mentions if mention.forum.name])
        """Where the text names forums by names of their own."""
        self._again = Placed([cue for cue in cues.all("groups") if _speaks_again(view, cue)])
        self._starts = [start for start, _ in sentences]
        kinds = {mention.forum for mention in self._mentions}
        self.default = _default(kinds, self._again, "politiråd" in view.lower)
        self._only = len(kinds) == 1
        self.are_several = len(kinds) > 1
        self._headings: dict[int, Forum | None] = {}
        self._topics = self._read(view, sentences)
        self._topic_starts = [topic.start for topic in self._topics]

    def at(self, position: int) -> Forum | None:
        """The forum that the sentence at a position is about."""
        index = bisect_right(self._topic_starts, position) - 1
        return self._topics[index].forum if index >= 0 else self.default

    def is_sure(self, start: int, end: int) -> bool:
        """Whether a sentence, its paragraph so far or the heading above speaks of a forum, so that its topic is not only taken for granted."""
        paragraph = self._outline.blocks[self._outline.block_at(start)].start
        return self._only or self.is_named(paragraph, end) or self.heading(self._outline.section(start)) is not None

    def is_named(self, start: int, end: int) -> bool:
        """Whether a sentence itself speaks of a forum, by its name, its kind or as the one last spoken of."""
        return self._mentions.first(start, end) is not None or self._again.first(start, end) is not None

    def named(self, start: int, end: int) -> tuple[int, Forum] | None:
        """The first forum named in a stretch and where; the SLT model alone only where nothing else is."""
        found = _foremost(self._mentions.within(start, end))
        return (found.start, found.forum) if found else None

    def heading(self, section: Section | None) -> Forum | None:
        """The forum that the headings above name, from the inside out; each section's is looked up once."""
        if section is None:
            return None
        if id(section) not in self._headings:
            found = self.named(section.heading.start, section.heading.end)
            council = self._again.first(section.heading.start, section.heading.end)
            alone = self.default if council and council.term.facts["again"] == "police_council" else None
            self._headings[id(section)] = found[1] if found else alone or self.heading(section.parent)
        return self._headings[id(section)]

    def _is_group(self, forum: Forum) -> bool:
        """Whether a forum can be meant by `gruppa`: not the council, but where it is a steering group too."""
        return forum.type != "police_council" or self._are_one

    def _read(self, view: View, sentences: list[Stretch]) -> list[_Topic]:
        """Where the topic changes: at a section, and at a sentence that names a forum early or goes on about one."""
        topics: list[_Topic] = []
        focus, group, section = self.default, None, None
        for start in sorted({*self._speaking(), *self._section_starts()}):
            here = self._outline.section(start)
            if here is not section:
                focus = self.heading(here) or (focus if section and here and section in here.lineage() else self.default)
                section = here
                topics.append(_Topic(start, focus))
                group = focus if focus and self._is_group(focus) else group
            index = bisect_right(self._starts, start) - 1
            topic = (self._headed(*sentences[index], section) or self._topic(*sentences[index], group, self.heading(section))) if index >= 0 else None
            if topic is None:
                continue
            topics.append(_Topic(sentences[index][0], topic))
            if _is_paragraph(view, self._outline.blocks[self._outline.block_at(start)]):
                focus = topic
            else:
                topics.append(_Topic(self._outline.blocks[self._outline.block_at(start)].end, focus))
            group = topic if self._is_group(topic) else self._introduced(*sentences[index]) or group
        return topics

    def _is_beside(self, start: int, at: int) -> bool:
        """Whether a forum is only what a sentence relates another to: `Under rådet er det ei gruppe`, `… sendes til politirådet`."""
        return _BESIDE.fullmatch(self._lower, start, at) is not None or (at - start > _OPENING and self._lower.endswith(_PREPOSITIONS, start, at))

    def _introduced(self, start: int, end: int) -> Forum | None:
        """The group that a sentence about the council speaks of too: `Rådet har eit operativt arbeidslag.`"""
        return next((mention.forum for mention in self._mentions.within(start, end) if mention.forum.type != "police_council" and not mention.is_model), None)

    def _speaking(self) -> Iterator[int]:
        """Where the sentences begin that name a forum or go on about one."""
        for start in (*(mention.start for mention in self._mentions), *(cue.start for cue in self._again)):
            index = bisect_right(self._starts, start) - 1
            if index >= 0:
                yield self._starts[index]

    def _section_starts(self) -> Iterator[int]:
        """Where the lines begin that are in another section than the one before."""
        before = None
        for block, section in zip(self._outline.blocks, self._outline.section_at, strict=True):
            if section is not before:
                yield block.start
                before = section

    def _headed(self, start: int, end: int, section: Section | None) -> Forum | None:
        """The group of the heading, where a sentence begins with `gruppa`, whatever it says of it: `Gruppa er det koordinerende leddet`."""
        again = self._again.first(start, end)
        if section is None or again is None or again.start > start + 1 or again.term.facts["again"] != "group":
            return None
        return self.heading(section) if self._cues.first("groups", section.heading.start, section.heading.end) else None

    def _topic(self, start: int, end: int, group: Forum | None, heading: Forum | None) -> Forum | None:
        """The forum that a sentence says it is about, that of its heading before others; None where it does not, or only speaks of what a forum has."""
        mentions, again = self._mentions.within(start, end), self._again.first(start, end)
        found = _foremost(mentions)
        early = (mention for mention in mentions if mention.start < start + _SUBJECT)
        if found and found.forum != heading and any(mention.forum == heading and not mention.is_owner for mention in early):
            return heading
        if found and found.start > start and all(mention.is_owner for mention in mentions):
            found = None
        other = found.forum != heading if found else bool(again and heading and again.term.facts["again"] == "police_council" != heading.type)
        if heading and other and self._is_beside(start, found.start if found else again.start if again else start):
            return None
        if found and (found.start - start < _SUBJECT or (again is None and heading is None)):
            return found.forum
        if again is None:
            return None
        if again.term.facts["again"] == "group":
            return group
        return Forum("police_council") if again.start - start < _SUBJECT else None


def _foremost(mentions: list[Mention]) -> Mention | None:
    """The first of some mentions, that of the SLT model alone only where there is no other."""
    for mention in mentions:
        if not mention.is_model:
            return mention
    return mentions[0] if mentions else None


def _is_paragraph(view: View, block: Block) -> bool:
    """Whether a line goes on about its topic after its end: an entry does so only as a numbered paragraph of several sentences."""
    return block.kind in (Kind.TEXT, Kind.HEADING) or (block.order is not None and view.text.find(". ", block.start, block.end) > 0)


def _default(kinds: set[Forum], again: Placed[Cue], is_of_council: bool) -> Forum | None:
    """The forum that is spoken of where nothing says which: the police council, or the only one there is.

    `rådet` alone is the council where no other forum is, and where the text has a word for the council in it (`politirådsavtale`).
    """
    council = Forum("police_council")
    if (not kinds or is_of_council) and any(cue.term.facts["again"] == council.type for cue in again):
        return council
    if not kinds:
        return None
    types = {forum for forum in kinds if forum.name is None}
    return council if council in types else next(iter(types)) if len(types) == 1 else None


def _mentions(view: View, cues: Cues, by_name: dict[str, Forum], are_one: bool) -> list[Mention]:
    """Where the text names a forum, by its own name before its kind; `are_one`, where the steering group is the council."""
    lower = view.lower
    found: list[Mention] = []
    for words, forum in by_name.items():
        at = lower.find(words)
        while at >= 0:
            if at == 0 or not lower[at - 1].isalnum():
                found.append(Mention(at, at + len(words), forum, False))
            at = lower.find(words, at + len(words))
    kinds = [
        Mention(
            cue.start,
            cue.end,
            Forum("police_council" if are_one and lower.find("styringsgrupp", cue.start, cue.end) >= 0 else cue.term.id),
            lower[cue.start : cue.end] == "slt",
            lower[cue.end - 1] == "s",
        )
        for cue in cues.all("bodies")
        if is_forum(view, cue)
    ]
    return sorted(found + kinds, key=lambda mention: (mention.start, mention.forum.name is None))


def _speaks_again(view: View, cue: Cue) -> bool:
    """Whether a word like `gruppa` stands alone, and so for the forum last spoken of."""
    return "again" in cue.term.facts and not view.lower.endswith("-", 0, cue.start) and view.lower[cue.start : cue.end] in forms("groups")
