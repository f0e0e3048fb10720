"""Forums with names of their own: how a text gives a forum its name.

`Familieforum fungerer som koordineringsgruppe`, `eit ungdomslag, som vi kallar Trygg oppvekst`, `OSG-møtene (operativ SLT-gruppe)`,
`Ungdomsteamet møtest kvar veke`, or a heading. Not a forum: `SLT-koordinator`, `Målgruppa er …`, an organ of the municipality.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from avtale.context.candidate import Stretch
from avtale.context.forum_kinds import FOREIGN as FOREIGN
from avtale.context.forum_kinds import NEIGHBOUR as NEIGHBOUR
from avtale.context.forum_kinds import Forum as Forum
from avtale.context.forum_kinds import is_forum as is_forum
from avtale.context.forum_kinds import is_name, kind_of
from avtale.structure import Outline, Section
from avtale.text import View
from avtale.vocabulary import Cue, Cues, forms

_noun = r"(?:forum|grupp(?:[ae]n?|[ae]ne)|team|utvalg|utval|nettverk|lag)(?:et)?"
_verb = (
    r"(?:er|har|hev|skal|møt\w+|samordn\w+|består|ledes|leiast|blir|vert|vart|ble|samler|samlar|treff\w*|drøft\w*|arbeid\w*|jobb\w*|ble|"
    r"fanger|fangar|følger|følgjer|tar|tek)"
)
_HEADING = re.compile(
    r"(?:[a-zæøå]\d\s)?(?:den |det |eit |et )?"
    rf"(?P<name>(?:[\w-]+\s){{0,3}}?[\w-]*(?:{_noun}|(?:forum|gruppe|gruppen|gruppa|team|utvalg|utval|nettverk)(?:\s[\w-]+){{1,4}}))"
    r"(?:\s\([^)]*\))?\W*\Z"
)
_PLAIN_HEADING = re.compile(r"(?P<stem>(?:arbeids|prosjekt)grupp)(?:e|en|a)(?:\s\([^)]*\))?\W*")
"""A heading that is no more than the word for a group, which the text below goes on to speak of."""
_GROUP_ENDINGS = ("en", "a", "e")
_SUFFIXED = re.compile(
    r"(?:(?:Den|Det|Dei|De|Ei|En|Eit|Et)\s)?"
    rf"(?P<name>[A-ZÆØÅ][\w-]*(?:\s(?!for\b|av\b|i\b|til\b|som\b|og\b|med\b)[\w-]+){{0,2}}?\s?(?<=[\w\s-])(?i:{_noun}))"
    rf"(?:\s\([^)]*\))?\s{_verb}\b"
)
_NOUN_NAME = re.compile(
    r"(?:\w+)?(?i:forumet|gruppa|gruppen|nettverket|utvalget|utvalet|laget)\s[«\"“]?"
    rf"(?P<name>[A-ZÆØÅ][\w-]+(?:\s[\w-]+){{0,2}}?)[»\"”]?\s{_verb}\b"
)
_proper = r"[«\"“]?(?P<name>[A-ZÆØÅ][\w-]*(?:\s(?:[A-ZÆØÅ][\w-]*|(?:i|på|og|for|uteliv|oppvekst)\b)){0,3})"
_CALLED = re.compile(rf"\b(?:heter|heiter|kalles|kallast|kalla|kalt|kallar|kaller|med\snavnet|med\snamnet|samarbeidsforumet|forumet)\s{_proper}")
_GROUP_CALLED = re.compile(
    r"\s(?:for\s[\w\s]{3,30}?,?\s)?(?:som\s(?:vi\s|me\s)?)?(?:heiter|heter|kalles|kallast|kaller|kallar|kalt|kalla|med\s(?:navnet|namnet))\s"
    rf"(?:[«\"“](?P<quoted>[A-ZÆØÅ][^»\"”]{{2,40}})[»\"”]|{_proper})"
)
"""How a sentence goes on that names a group of no kind: `en gruppe som heter «Trygg i bygda»`."""
_PEOPLE = re.compile(r"\b(?:sitter|sit|består|består|medlem\w*|deltar|deltek|utgjøres|utgjerast)\b")
_NAMED = re.compile(rf",?\s(?:som\s)?(?:heter|heiter|kalles|kallast|med\snavnet|med\snamnet|kalt|kalla)\s{_proper}")
_IS = re.compile(
    r"\W*(?P<name>[A-ZÆØÅ][\w-]*(?:\s(?:[a-zæøå-]+|[\w-]+-(?:grupp[ae]n?|forumet|teamet|utvale?g?et))){0,3}?)(?:\s\([^)]*\))?\W{0,3}\s"
    r"(?:er|fungerer|fungera|utgjør|utgjer|virker|verkar|samordner|samordnar)\s"
)
_WHICH_IS = re.compile(
    rf"(?P<name>[A-ZÆØÅ][\w-]*{_noun}|[A-ZÆØÅ][\w-]*\s{_noun}),\s(?:som|der)\s"
    r"(?:er|fungerer|verkar|virker|utgjør|utgjer)\s(?:som\s)?(?:den|det|vår|vårt|kommunens)?\s?\Z"
)
_ABBREVIATION = re.compile(r"\s\((?P<short>[A-ZÆØÅ][A-ZÆØÅ-]+)\)")
_PARENTHESIS = re.compile(r"(?P<name>[A-ZÆØÅ][\w-]*)\s\([^)]*\Z")
_ENDING = re.compile(r"(?:e|a|en|et)\Z")
_OPENING = 120
"""Characters after a heading in which it is said what kind of forum it names: `Utegruppa` / `Utegruppa er avtalens utøvende ledd`."""
_SEATED = 300
"""Characters after the heading of a group in which it is said who sits in it."""
_AMONG = re.compile(r"\b(?:mellom|millom|under|over)\s")
"""Before other forums than the one that is named: `teamet er bindeleddet mellom politirådet og det utøvende nivået`."""
_MEANT = 50
"""Characters between a name and the word that says what kind of forum it is."""


def defined_forums(view: View, cues: Cues, sentences: list[Stretch]) -> list[tuple[Stretch, Forum]]:
    """The sentences that give a forum a name and say what it is: where, and which."""
    found: list[tuple[Stretch, Forum]] = []
    starts = [start for start, _ in sentences]
    for cue in cues.all("bodies"):
        start, end = sentences[bisect_right(starts, cue.start) - 1]
        if view.lower[cue.start : cue.end] in ("slt", "politiråd", "politirådet"):
            name = _NAMED.match(view.text, cue.end, end)
        else:
            name = _CALLED.search(view.text, cue.end, end) or _name_before(view, start, cue)
        if name and is_name(view, cues, *name.span("name")):
            found.append(((min(name.start("name"), cue.start), max(name.end("name"), cue.end)), Forum(cue.term.id, " ".join(name["name"].split()))))
    return found + _called_groups(view, cues, sentences)


def _called_groups(view: View, cues: Cues, sentences: list[Stretch]) -> list[tuple[Stretch, Forum]]:
    """The groups to which a sentence gives a name without saying what kind of forum they are."""
    found: list[tuple[Stretch, Forum]] = []
    starts = [start for start, _ in sentences]
    for cue in cues.all("groups"):
        start, end = sentences[max(0, bisect_right(starts, cue.start) - 1)]
        of_kind = FOREIGN.match(view.lower, cue.start) or any(kind.end >= cue.end for kind in cues.within("bodies", start, cue.end))
        is_plain = cue.term.id == "indefinite" and not of_kind
        called = _GROUP_CALLED.match(view.text, cue.end, end) if is_plain else None
        group = "quoted" if called and called["quoted"] else "name"
        if called and is_name(view, cues, *called.span(group)):
            name = " ".join(called[group].split())
            found.append(((cue.start, called.end(group)), Forum(kind_of(name.lower(), view.lower[start:end]), name)))
    return found


def _name_before(view: View, start: int, cue: Cue) -> re.Match[str] | None:
    """The name that a sentence begins with and then says what it is, or that a parenthesis explains."""
    relative = _WHICH_IS.search(view.text, start, cue.start) if view.text.find(", ", start, cue.start) > 0 else None
    if relative:
        return relative
    match = _IS.match(view.text, start, cue.start)
    is_it = match and cue.start - match.end() < _MEANT and not _AMONG.search(view.lower, match.end(), cue.start)
    return match if is_it else _PARENTHESIS.search(view.text, start, cue.start)


def _is_of_agreement(view: View, name: Stretch, section: Section) -> bool:
    """Whether a group of a kind that seldom is one of the agreement is so under its heading, where it is said who sits in it."""
    foreign = FOREIGN.fullmatch(view.lower, *name)
    kind = next((kind for stem, kind in forms("organs").items() if foreign and foreign[0].startswith(stem)), None)
    return kind == "group" and _PEOPLE.search(view.lower, section.heading.end, min(section.end, section.heading.end + _SEATED)) is not None


def forums_by_name(view: View, cues: Cues, outline: Outline, sentences: list[Stretch], defined: list[tuple[Stretch, Forum]]) -> dict[str, Forum]:
    """The forums that have a name of their own, by the words to know them by."""
    found: dict[str, Forum] = {}
    for section in outline.sections:
        start, end = section.heading.start, section.heading.end
        if plain := _PLAIN_HEADING.fullmatch(view.lower, start, end):
            found |= dict.fromkeys((f"{plain['stem']}{ending}" for ending in _GROUP_ENDINGS), Forum("coordination_group"))
        match = _HEADING.match(view.lower, start, end) if cues.within("groups", start, end) else None
        if match and (is_name(view, cues, *match.span("name")) or _is_of_agreement(view, match.span("name"), section)):
            words = " ".join(view.text[slice(*match.span("name"))].split())
            opening = view.lower[end : end + _OPENING] if match["name"] in view.lower[end : end + _OPENING] else ""
            found[match["name"]] = Forum(kind_of(match["name"], opening), words.capitalize() if words.isupper() else words)
    for start, end in _speaking_of_groups(cues, sentences):
        match = _SUFFIXED.match(view.text, start, end)
        if match and is_name(view, cues, *match.span("name")):
            words = " ".join(match["name"].split())
            kind = kind_of(words.lower(), view.lower[start:end])
            found.setdefault(words.lower(), _of_heading(view, cues, outline, words.lower()) or Forum(kind, words))
        elif match := _NOUN_NAME.match(view.text, start, end):
            found.setdefault(match["name"].lower(), Forum("other", match["name"]))
    found |= {forum.name.lower(): forum for _, forum in defined if forum.name}
    for stretch, forum in defined:
        heading = _heading_of(view, outline, stretch[0], found) if cues.first("groups", *stretch) else None
        found |= {heading: forum} if heading else {}
    return found | _abbreviated(view, found)


def _heading_of(view: View, outline: Outline, at: int, named: dict[str, Forum]) -> str | None:
    """The heading above a position by which a group is known that is given a name there: `Gruppe for unge` over `… som heter «Trygg»`."""
    section = outline.section(at)
    heading = section.heading if section else None
    return next((words for words in named if view.lower.endswith(words, heading.start, heading.end)), None) if heading else None


def _of_heading(view: View, cues: Cues, outline: Outline, name: str) -> Forum | None:
    """The forum of a heading that a word takes up again: `Kjernegruppa` under `Kjernegruppe SLT`, but not under `SLT og kjernegruppa`."""
    stem = _ENDING.sub("", name)
    for section in outline.sections:
        start, end = section.heading.start, section.heading.end
        cue = cues.first("bodies", start, end)
        at = view.lower.find(stem, start, end)
        if cue and cue.term.id != "other" and at >= 0 and " og " not in view.lower[min(cue.end, at) : max(cue.start, at)]:
            return Forum(cue.term.id)
    return None


def _abbreviated(view: View, named: dict[str, Forum]) -> dict[str, Forum]:
    """The same forums by the abbreviations that the text gives after their names: `Forebyggende forum (FF)`."""
    short: dict[str, Forum] = {}
    for words, forum in named.items():
        at = view.lower.find(f"{words} (")
        match = _ABBREVIATION.match(view.text, at + len(words)) if at >= 0 else None
        if match:
            short[match["short"].lower()] = forum
    return short


def _speaking_of_groups(cues: Cues, sentences: list[Stretch]) -> list[Stretch]:
    """The sentences with a word for a group near their start."""
    starts = [start for start, _ in sentences]
    found: dict[int, None] = {}
    for cue in cues.all("groups"):
        index = bisect_right(starts, cue.start) - 1
        if index >= 0 and cue.start - starts[index] < _MEANT:
            found[index] = None
    return [sentences[index] for index in found]
