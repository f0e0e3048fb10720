"""Forums with names of their own: how a text gives a forum its name.

`Familieforum fungerer som koordineringsgruppe`, `eit ungdomslag, som vi kallar Trygg oppvekst`, `OSG-møtene (operativ SLT-gruppe)`,
`Ungdomsteamet møtest kvar veke`, or a heading. Not a forum: `SLT-koordinator`, `Målgruppa er …`, an organ of the municipality.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from avtale.context.candidate import Stretch
from avtale.structure import Outline
from avtale.text import View
from avtale.vocabulary import Cue, Cues, alternation, forms

_NO_FORUM = re.compile(
    r"[ -]{0,3}(?:koordinator|kontakt|ansvarlig|ansvarleg|stilling|modell|plan|handlingsplan|satsing|handbok|håndbok|"
    r"arbeid(?!er|d)|funksjon|leder|leiar|rolle|midl)"
)
_noun = r"(?:forum|grupp(?:[ae]n?|[ae]ne)|team|utvalg|utval|nettverk|lag)(?:et)?"
_verb = (
    r"(?:er|har|hev|skal|møt\w+|samordn\w+|består|ledes|leiast|blir|vert|vart|ble|samler|samlar|treff\w*|drøft\w*|arbeid\w*|jobb\w*|ble|"
    r"fanger|fangar|følger|følgjer|tar|tek)"
)
_HEADING = re.compile(
    rf"(?:den |det |eit |et )?(?P<name>(?:[\w-]+\s){{0,3}}?[\w-]*(?:{_noun}|(?:forum|gruppe|gruppen|gruppa|team|utvalg|utval|nettverk)(?:\s[\w-]+){{1,4}}))"
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
_PRONOUNS = frozenset(["de", "dei", "den", "denne", "desse", "det", "dette", "disse", "ho", "han", "hun", "vi", "me", "her", "der", "slik", "dette"])
_DETERMINERS = frozenset(
    [
        "alle",
        "begge",
        "båe",
        "egen",
        "eigen",
        "ei",
        "ein",
        "eit",
        "en",
        "et",
        "for",
        "fra",
        "frå",
        "hver",
        "i",
        "med",
        "på",
        "til",
        "under",
        "ingen",
        "kvar",
        "ny",
        "nytt",
        "vår",
        "vårt",
    ]
)
_KINDS = (
    ("other", re.compile(r"beredskap|uteliv|skjenk|festival|arrangement")),
    ("operative_group", re.compile(r"u18|u-18|innsats|operativ|utøv|utfør|oppfølging")),
    ("slt", re.compile(r"\bslt\b|kriminalitetsf")),
)
_OPERATIVE = re.compile(
    r"\b(?:er|som)\s(?:\w+\s){0,3}(?:operativ|utøvende|utøvande|utførende|utførande)"
    r"|\b(?:enkeltsak|einskildsak|enkeltungdom|einskildungdom)|\b(?:den|det|hver|kvar)\s(?:enkelte?|einskilde?)\s(?:sak|ungdom|barn|elev)|\bde(?:i)?\s(?:få\s)?ungdom(?:ane|mene)\ssom\b"
)
_DENIED = re.compile(r"\b(?:ikk?je|ikke|aldri)\b")
FOREIGN = re.compile(rf"\b{alternation(forms('organs'))}\w*")
"""Organs, groups and meetings that are no forum of the agreement."""
NEIGHBOUR = re.compile(rf"\b{alternation(stem for stem, kind in forms('organs').items() if kind == 'neighbour')}\w*")
"""A neighbour and what it has."""
_OPENING = 120
"""Characters after a heading in which it is said what kind of forum it names: `Utegruppa` / `Utegruppa er avtalens utøvende ledd`."""
_AMONG = re.compile(r"\b(?:mellom|millom|under|over)\s")
"""Before other forums than the one that is named: `teamet er bindeleddet mellom politirådet og det utøvende nivået`."""
_MEANT = 50
"""Characters between a name and the word that says what kind of forum it is."""


class Forum(NamedTuple):
    """A body: its type, and its name where it has one of its own."""

    type: str
    name: str | None = None


def is_forum(view: View, cue: Cue) -> bool:
    """Whether a word for a forum stands for one, and not in `SLT-koordinator` or `SLT-modellen`."""
    return not _NO_FORUM.match(view.lower, cue.end)


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
        if name and _is_name(view, cues, *name.span("name")):
            found.append(((min(name.start("name"), cue.start), max(name.end("name"), cue.end)), Forum(cue.term.id, " ".join(name["name"].split()))))
    return found


def _name_before(view: View, start: int, cue: Cue) -> re.Match[str] | None:
    """The name that a sentence begins with and then says what it is, or that a parenthesis explains."""
    relative = _WHICH_IS.search(view.text, start, cue.start) if view.text.find(", ", start, cue.start) > 0 else None
    if relative:
        return relative
    match = _IS.match(view.text, start, cue.start)
    is_it = match and cue.start - match.end() < _MEANT and not _AMONG.search(view.lower, match.end(), cue.start)
    return match if is_it else _PARENTHESIS.search(view.text, start, cue.start)


def _is_name(view: View, cues: Cues, start: int, end: int) -> bool:
    """Whether some words can be the name of a forum: no pronoun, no word for a kind of forum, no other organ."""
    words = view.lower[start:end]
    first, last = words.split()[0], words.split()[-1]
    if first in _DETERMINERS or (first != last and forms("groups").get(last) in ("group", "council")):
        return False
    if any(cue.term.id != "other" or cue.start == start for cue in cues.within("bodies", start, end)):
        return False
    return words not in _PRONOUNS and words not in _again() and not FOREIGN.search(view.lower, start, end)


def _again() -> frozenset[str]:
    return frozenset(forms("groups"))


def forums_by_name(view: View, cues: Cues, outline: Outline, sentences: list[Stretch], defined: list[tuple[Stretch, Forum]]) -> dict[str, Forum]:
    """The forums that have a name of their own, by the words to know them by."""
    found: dict[str, Forum] = {}
    for section in outline.sections:
        start, end = section.heading.start, section.heading.end
        if plain := _PLAIN_HEADING.fullmatch(view.lower, start, end):
            found |= dict.fromkeys((f"{plain['stem']}{ending}" for ending in _GROUP_ENDINGS), Forum("coordination_group"))
        match = _HEADING.match(view.lower, start, end) if cues.within("groups", start, end) else None
        if match and _is_name(view, cues, *match.span("name")):
            words = " ".join(view.text[slice(*match.span("name"))].split())
            opening = view.lower[end : end + _OPENING] if match["name"] in view.lower[end : end + _OPENING] else ""
            found[match["name"]] = Forum(kind_of(match["name"], opening), words.capitalize() if words.isupper() else words)
    for start, end in _speaking_of_groups(cues, sentences):
        match = _SUFFIXED.match(view.text, start, end)
        if match and _is_name(view, cues, *match.span("name")):
            words = " ".join(match["name"].split())
            kind = kind_of(words.lower(), view.lower[start:end])
            found.setdefault(words.lower(), _of_heading(view, cues, outline, words.lower()) or Forum(kind, words))
        elif match := _NOUN_NAME.match(view.text, start, end):
            found.setdefault(match["name"].lower(), Forum("other", match["name"]))
    found |= {forum.name.lower(): forum for _, forum in defined if forum.name}
    return found | _abbreviated(view, found)


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


def kind_of(name: str, said: str = "") -> str:
    """What kind of forum a name tells of, and else what is said of it, where no other word does."""
    kind = next((kind for kind, pattern in _KINDS if pattern.search(name)), None)
    return kind or ("operative_group" if _OPERATIVE.search(said) and not _DENIED.search(said) else "coordination_group")
