"""Which forum each sentence is about: shared by the extractors of a body's facts.

A forum is known by the text's word for it (`politirådet`, `koordineringsgruppa`), by a name that the text gives it (`Familieforum
fungerer som koordineringsgruppe`), by its heading, or as the one last spoken of (`Gruppa møtest …`, `Ho vert leidd av …`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.structure import Kind, Outline, Section
from avtale.text import View
from avtale.vocabulary import Cue, Cues

_NO_FORUM = re.compile(
    r"[\s-]{0,3}(?:koordinator|kontakt|ansvarlig|ansvarleg|stilling|modell|plan|handlingsplan|satsing|handbok|håndbok|arbeid|funksjon|leder|leiar|rolle|midl)"
)
_NOUN = r"(?:forum|grupp[ae]n?|team|utvalg|utval|nettverk|laget)"
_HEADING = re.compile(rf"(?:den |det |eit |et )?(?P<name>(?:[\w-]+\s){{0,3}}?[\w-]*{_NOUN}(?:et)?)\W*\Z")
_SUFFIXED = re.compile(
    rf"(?:(?:Den|Det|Ei|En|Eit|Et)\s)?(?P<name>[A-ZÆØÅ][\w-]*(?:\s(?!for\b|av\b|i\b|til\b|som\b|og\b|med\b)[\w-]+){{0,2}}?(?<=[\w\s])(?i:{_NOUN})(?:et)?)(?:\s\([^)]*\))?\s(?:er|har|skal|møt\w+|samordn\w+|består|ledes|leiast|samler|samlar|treff\w*|drøft\w*|arbeid\w*|jobb\w*)\b"
)
_NOUN_NAME = re.compile(
    r"(?:\w+)?(?i:forumet|gruppa|gruppen|nettverket|utvalget|utvalet|laget)\s[«\"“]?(?P<name>[A-ZÆØÅ][\w-]+(?:\s[\w-]+){0,2}?)[»\"”]?\s(?:er|har|skal|møt\w+|samordn\w+|består|ledes|leiast|samler|samlar)\b"
)
_OPERATIVE = re.compile(r"u18|u-18|innsats|operativ|utøv|utfør|oppfølging")
_CALLED = re.compile(
    r"\b(?:heter|heiter|kalles|kallast|kalla|kalt|kallar|kaller|med navnet|med namnet|samarbeidsforumet|forumet)\s[«\"“]?(?P<name>[A-ZÆØÅ][\w-]*(?:\s(?:[A-ZÆØÅ][\w-]*|i|på|og|for|uteliv|oppvekst)){0,3})"
)
_IS = re.compile(r"(?P<name>[A-ZÆØÅ][\w-]*(?:\s[a-zæøå-]+){0,3}?)(?:\s\([^)]*\))?\s(?:er|fungerer|fungera|utgjør|utgjer|virker|verkar|samordner|samordnar)\s")
_PARENTHESIS = re.compile(r"(?P<name>[A-ZÆØÅ][\w-]*)\s\([^)]*\Z")
_AGAIN = re.compile(r"\b(?:gruppa|gruppen|gruppens|utvalget|utvalet|forumet|teamet|nettverket|laget|styringsgruppa|styringsgruppen)s?\b")
_COUNCIL = re.compile(r"\b(?:rådets?|råds?møtet|politirådets)\b|\brådi?\b(?=\s(?:møt|skal|er|har|hev|består|vel))")
FOREIGN = re.compile(
    r"\b(?:(?:det|dette)\srådet|kommunestyre|bystyre|heradsstyre|formannskap|fylkesting|regionråd|ungdomsråd|eldreråd|ungdommens|beredskapsråd|kriseleiing|kriseledelse|styringsdialog|næringsforum|granne|nabo|reindriftsforum|"
    r"driftsutval|utvalg\sfor|foreldreutval|fau\b|arbeidsmøte|statusmøte|kontaktmøte|personalmøte|bydelsutvalg|trafikksikkerhetsutval|dialogmøte|kontaktutval|samarbeidsutvalget\sved|elevråd|andre\sråd|ansvarsgrupp|trafikktryggingsutval|folkemøte|foreldremøte|arbeidsgruppa)\w*"
)
"""Organs and meetings that are no forum of the agreement."""
_SUBJECT = 45
"""Characters from the start of a sentence within which the forum named is what it is about."""


class Forum(NamedTuple):
    """A body: its type, and its name where it has one of its own."""

    type: str
    name: str | None = None


class Forums:
    """The forums of a text, and which of them a sentence is about."""

    def __init__(self, view: View, cues: Cues, outline: Outline, sentences: list[Stretch]) -> None:
        self._view, self._cues, self._outline = view, cues, outline
        self._defined = _defined_forums(view, cues, sentences)
        self._named = _by_words(view, cues, outline, sentences, self._defined)
        self._starts = [start for start, _ in sentences]
        self.default = self._default()
        self._only = len({cue.term.id for cue in cues.all("bodies") if is_forum(view, cue)}) == 1 and not self._named
        self._topics = self._read(sentences)

    def at(self, position: int) -> Forum | None:
        """The forum that the sentence at a position is about."""
        return self._topics[max(0, bisect_right(self._starts, position) - 1)] if self._topics else None

    def is_sure(self, start: int, end: int) -> bool:
        """Whether a sentence or the heading above it speaks of a forum, so that its topic is not only taken for granted."""
        return self._only or self.is_named(start, end) or self.heading(self._outline.section(start)) is not None

    def is_named(self, start: int, end: int) -> bool:
        """Whether a sentence itself speaks of a forum, by its name, its kind or as the one last spoken of."""
        lower = self._view.lower
        return bool(self.named(start, end) or _AGAIN.search(lower, start, end) or _COUNCIL.search(lower, start, end))

    def named(self, start: int, end: int) -> tuple[int, Forum] | None:
        """The first forum named in a stretch and where; the SLT model alone only where nothing else is."""
        found = [(start + at, forum) for words, forum in self._named for at in [self._view.lower[start:end].find(words)] if at >= 0]
        found += [(cue.start, Forum(cue.term.id)) for cue in self._cues.within("bodies", start, end) if is_forum(self._view, cue)]
        telling = [pair for pair in found if pair[1].type != "slt" or pair[1].name or self._view.lower[pair[0] : pair[0] + 4].strip(" -.,") != "slt"]
        return min(telling or found, default=None, key=lambda pair: (pair[0], pair[1].name is None))

    def by_name(self, start: int, end: int) -> list[tuple[int, int, Forum]]:
        """Where a stretch names forums by names of their own."""
        lower = self._view.lower[start:end]
        return [(start + at, start + at + len(words), forum) for words, forum in self._named for at in [lower.find(words)] if at >= 0]

    @property
    def defined(self) -> list[tuple[Stretch, Forum]]:
        """The forums that the text names and says the kind of, each where it does."""
        return [(stretch, forum) for stretch, forum in self._defined if forum.name]

    def heading(self, section: Section | None) -> Forum | None:
        """The forum that the headings above name, from the inside out."""
        for part in section.lineage() if section else ():
            found = self.named(part.heading.start, part.heading.end)
            if found:
                return found[1]
        return None

    def _default(self) -> Forum | None:
        kinds = {cue.term.id for cue in self._cues.all("bodies") if is_forum(self._view, cue)}
        return Forum("police_council") if "police_council" in kinds else Forum(kinds.pop()) if len(kinds) == 1 else None

    def _read(self, sentences: list[Stretch]) -> list[Forum | None]:
        topics: list[Forum | None] = []
        focus, last_group, section = self.default, None, None
        for start, end in sentences:
            index = self._outline.block_at(start)
            block, here = self._outline.blocks[index], self._outline.section_at[index]
            if here is not section:
                focus = self.heading(here) or (focus if section and here and section in here.lineage() else self.default)
                section = here
            found = self.named(start, end)
            again = _AGAIN.search(self._view.lower, start, end)
            topic = focus
            if found and (found[0] - start < _SUBJECT or (again is None and self.heading(section) is None)):
                topic = found[1]
            elif again and last_group:
                topic = last_group
            elif _COUNCIL.search(self._view.lower, start, min(end, start + _SUBJECT)):
                topic = Forum("police_council")
            topics.append(topic)
            if block.kind is Kind.TEXT or block.kind is Kind.HEADING:
                focus = topic
            if topic and topic.type != "police_council":
                last_group = topic
        return topics


def is_forum(view: View, cue: Cue) -> bool:
    """Whether a word for a forum stands for one, and not in `SLT-koordinator` or `SLT-modellen`."""
    return not _NO_FORUM.match(view.lower, cue.end)


def _by_words(view: View, cues: Cues, outline: Outline, sentences: list[Stretch], defined: list[tuple[Stretch, Forum]]) -> list[tuple[str, Forum]]:
    """The forums that have a name of their own, by the words to know them by, the longest first."""
    found: dict[str, Forum] = {}
    for section in outline.sections:
        start, end = section.heading.start, section.heading.end
        match = _HEADING.match(view.lower, start, end)
        if match and not cues.within("bodies", start, end):
            found[match["name"]] = Forum(_kind(match["name"]), " ".join(view.text[slice(*match.span("name"))].split()))
    for start, end in sentences:
        match = _SUFFIXED.match(view.text, start, end)
        if (
            match
            and not cues.within("bodies", *match.span("name"))
            and not FOREIGN.search(view.lower, *match.span("name"))
            and not _AGAIN.fullmatch(view.lower, *match.span("name"))
        ):
            words = " ".join(match["name"].split())
            found.setdefault(words.lower(), Forum(_kind(words.lower()), words))
        elif match := _NOUN_NAME.match(view.text, start, end):
            found.setdefault(match["name"].lower(), Forum("other", match["name"]))
    found |= {forum.name.lower(): forum for _, forum in defined if forum.name}
    return sorted(found.items(), key=lambda item: -len(item[0]))


def _kind(name: str) -> str:
    """What kind of forum a name tells of, where no other word does."""
    return "operative_group" if _OPERATIVE.search(name) else "coordination_group"


def _defined_forums(view: View, cues: Cues, sentences: list[Stretch]) -> list[tuple[Stretch, Forum]]:
    """The sentences that give a forum a name and say what it is."""
    found: list[tuple[Stretch, Forum]] = []
    for cue in cues.all("bodies"):
        if view.lower[cue.start : cue.end] in ("slt", "politiråd", "politirådet"):
            continue
        start, end = sentences[bisect_right([first for first, _ in sentences], cue.start) - 1]
        name = _CALLED.search(view.text, cue.end, end) or _name_before(view, start, cue)
        if name and not cues.within("bodies", *name.span("name")):
            found.append(((name.start("name"), cue.end), Forum(cue.term.id, " ".join(name["name"].split()))))
    return found


def _name_before(view: View, start: int, cue: Cue) -> re.Match[str] | None:
    """The name that a sentence begins with and then says what it is, or that a parenthesis explains."""
    match = _IS.match(view.text, start, cue.start)
    if match and cue.start - match.end() < 50:
        return match
    return _PARENTHESIS.search(view.text, start, cue.start)
