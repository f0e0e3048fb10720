"""From the words for a member to a member: shared by the extractors of members and of those who lead a body."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from avtale.extract.candidate import Stretch
from avtale.extract.context import Context
from avtale.grammar import organisation, person
from avtale.grammar.role import offices
from avtale.register import is_municipality
from avtale.structure.wording import has_verb

_ARTICLE = re.compile(r"\W*(?:(?:en|ei|ein|et|eit|éin|to|tre|fire|fem|de|dei|den|det|hver|kvar|begge|båe|også|òg|dessuten|dertil|samt|og|nå|no|kommunens|politiets)\s+)*", re.IGNORECASE)
_ARTICLE_KEPT = re.compile(r"(?:kommunens|politiets)\s", re.IGNORECASE)
_RANK = re.compile(r"\b(?:politi(?:over|første|fyrste)?betjent|politiinspektør|politioverbetjent|politiførstebetjent|politispesialist|overbetjent|førstebetjent|lensmannsbetjent)\b", re.IGNORECASE)
_TAIL = re.compile(r"[\s,.;:–—|(-]+\Z")
_HEAD = re.compile(r"[\s,.;:–—|)-]+")
_VACANT = re.compile(r"\(?\b(?:vakant|ledig|ikkj?e (?:til|an)satt|ikkje tilsett|ikke tilsatt|stillingen er ledig|stillinga er ledig|står tom|n\.?\s?n\.?)\b\)?", re.IGNORECASE)
_NOTES = re.compile(r"\((?P<note>[^)]*)\)")
_ATTENDANCE = (
    ("deputy", re.compile(r"\b(?:vara\b|vara(?:medlem|representant|person)|stedfortreder|stadfortredar|vara for)|\(vara\)", re.IGNORECASE)),
    ("observer", re.compile(r"\bobservatør|uten (?:stemme|røyste)rett|utan (?:røyste|stemme)rett|\bmøte-? og talerett|\btalerett\b|\bmøterett\b|rett til å tala|ikke stemme|stemmer ikke", re.IGNORECASE)),
    ("invited", re.compile(r"\bved behov|etter behov|\binviter|\binnkall|\bkall(?:es|ast|a|t)? inn|\btilkall|\bved innkalling", re.IGNORECASE)),
)
_OF = re.compile(r"\s(?:i|frå|fra|for)\s(?P<place>[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+){0,2})")
_NOBODY = re.compile(r"(?:lokalt |lokale )?(?:kommunen|kommunene|kommunane|politiet|politi|partene|partane|begge parter|begge partar|båe partar|heradet|rådet|politirådet|andre(?: parter| partar| aktører| aktørar)?|øvrige)|.*\b(?:ledelse|leiing)\b.*|(?:møte|møter|saker|referat)\b.*|nødvendige .*|aktuelle .*|fagpersonar?|fagpersoner", re.IGNORECASE)
_LONGEST = 14
"""Words of the longest title that a member can have."""


class Defaults(NamedTuple):
    """What a list or a sentence says of all its members."""

    attendance: str = "permanent"
    organisation: str | None = None
    party: str | None = None


def read_member(context: Context, stretch: Stretch, defaults: Defaults) -> dict[str, Any] | None:
    """The member that a stretch names, None where it names none."""
    start, end = stretch
    text = context.view.text
    names = list(person.names(text, start, end))
    name = context.read(*names[0]) if names else None
    roles = [cue for cue in offices(context.view, context.cues, start, end) if not _is_complement(context, start, cue.start)]
    role = roles[0] if roles else None
    if role and role.term.facts.get("ambiguous") and not _is_police(context, stretch, defaults):
        role = None
    title = context.read(role.start, role.end) if role else title_of(context, stretch, names[:1])
    if role is None and not title and not name:
        return None
    side = role.term.facts["side"] if role else side_of_words(context, stretch) or defaults.organisation
    return {
        "role": role.term.id if role else "other",
        "title": title or None,
        "name": name,
        "organisation": side or defaults.organisation,
        "party": _party(context, stretch) or (defaults.party if defaults.party and _sides_with(defaults.party, side) else None),
        "attendance": attendance(text[start:end]) or defaults.attendance,
    }


def _sides_with(party: str, side: str | None) -> bool:
    """Whether a member of that side can be sent by the party."""
    return side in (None, "other") or (side == "police") == ("politi" in party.lower() or "lensmann" in party.lower())


def attendance(text: str) -> str | None:
    """How a member attends by the words that stand with it; None where they do not say."""
    return next((kind for kind, pattern in _ATTENDANCE if pattern.search(text)), None)


def title_of(context: Context, stretch: Stretch, names: list[Stretch]) -> str:
    """The title as written: without the name, article, numeral, rank, and notes in parentheses."""
    start, end = stretch
    text = context.view.text[start:end]
    for at, stop in reversed(names):
        text = text[: at - start] + " " + text[stop - start :]
    text = _VACANT.sub(" ", _RANK.sub(" ", text))
    notes = _NOTES.findall(text)
    text = _NOTES.sub(" ", text)
    if notes and not re.search(r"[a-zæøå]", text) and attendance(notes[0]) is None:
        text = notes[0]
    text = _HEAD.sub("", text, count=1) if _HEAD.match(text) else text
    article = _ARTICLE.match(text)
    kept = _ARTICLE_KEPT.match(text)
    if article and not kept:
        text = text[article.end() :]
    text = re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split()))
    text = re.split(r"\s(?:når|som\s|dersom|hvis|der\s|ved behov|etter behov)|\s?[–—]\s|\s-\s|\t|:\s?\Z|, (?:når|som|der)\s", text)[0]
    text = _TAIL.sub("", text)
    if _NOBODY.fullmatch(text):
        return ""
    return "" if len(text.split()) > _LONGEST or not re.search(r"[a-zæøåA-ZÆØÅ]{2}", text) else text


def _is_complement(context: Context, start: int, at: int) -> bool:
    """Whether an office stands as the complement of another title: `vara for ordføreren`, `sekretær for rådmannen`."""
    return bool(re.search(r"\b(?:leder|leiar|vara|rådgiver|sekretær|stedfortreder|representant|hos|hjå)\s(?:for|hos|til|av)\s(?:\w+\s)?\Z", context.view.lower[start:at]))


def _is_police(context: Context, stretch: Stretch, defaults: Defaults) -> bool:
    if defaults.organisation:
        return defaults.organisation == "police"
    words = side_of_words(context, stretch)
    return words in (None, "police")


def side_of_words(context: Context, stretch: Stretch) -> str | None:
    """The side that the words of a title belong to: the office follows its service."""
    found = context.cues.ids("services", *stretch)
    return found[0] if found else None


def _party(context: Context, stretch: Stretch) -> str | None:
    found = next(organisation.find(context.view, *stretch, context.cues), None)
    if found:
        return str(found.value["party"]["name"])
    match = _OF.search(context.view.text, *stretch)
    return f"{match['place']} kommune" if match and is_municipality(match["place"]) else None


_SPLIT = re.compile(r"\s*[;\n]\s*|\s*,\s+(?:samt\s|og\s|og også\s|dessuten\s)?|\s+(?:og|samt|&)\s+(?=\S)|\s+/\s+")
_NEW_HEAD = re.compile(
    r"\W*(?:(?:en|ei|ein|to|tre|de|dei|den|kommunens|politiets|ein|eit|et|[a-zæøå]+(?:ande|ende|isk|iv|leg|lig))\s)*[\w-]*(?:ordfør|rådmann|rådmenn|direktør|sjef|leder|leiar|kontakt|koordinator|lensmann|lensmenn|mester|meister|rektor|lege|læk[ij]ar|lækjar|psykolog|"
    r"konsulent|rådgiv|rådgjev|sykepleier|sjukepleiar|søster|søstre|jordmor|terapeut|lærer|lærar|inspektør|represent|styrer|styrar|nav\b|bup\b|ppt|pp-|barnevern|utekontakt|vern|team|tenest|tjenest|forening|foreining|senter|forum|lag\b|råd\b|"
    r"etterforsker|etterforskar|betjent|vakt|ravn|ramn|selskap|kontrollør|myndighet|prost|prest|person|helse|leiing|ledelse|medarbeid|miljø|klubb|frivillig|nærings|handels|universitet|brann|skole|skule|barnehage)",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\b(?:for|av|i|på|med|ved|frå|fra|innen|innan|til)\s[^,;]*\Z")


def split_members(context: Context, start: int, end: int) -> list[Stretch]:
    """The stretches of a series that name one member each; `leder for barn og unge` is one."""
    parts: list[Stretch] = []
    depth_text = re.sub(r"\([^)]*\)", lambda match: "\x00" * len(match[0]), context.view.text[start:end])
    begin = 0
    for match in _SPLIT.finditer(depth_text):
        left, right = depth_text[begin : match.start()], depth_text[match.end() :]
        coordinated = "og" in match[0] or "samt" in match[0] or "/" in match[0]
        begins = _begins_member(context, start + match.end(), end, right)
        if left.rstrip().endswith("-") or (not begins and (coordinated or _COMPLEMENT.search(left))):
            continue
        parts.append((start + begin, start + match.start()))
        begin = match.end()
    parts.append((start + begin, end))
    return _with_names(context, [(a, b) for a, b in parts if context.view.text[a:b].strip(" ,.;")])


def _with_names(context: Context, parts: list[Stretch]) -> list[Stretch]:
    """The parts with each name joined to the title that it stands beside: `ordfører i Sel, Kari Moen`, `Kari Moen, ordfører`."""
    joined: list[Stretch] = []
    waiting = False
    for part in parts:
        named = next(person.names(context.view.text, *part), None)
        bare = named is not None and len(context.view.text[part[0] : part[1]].strip(" ,.;()")) == named[1] - named[0]
        if joined and (waiting or (bare and next(person.names(context.view.text, *joined[-1]), None) is None)):
            joined[-1] = (joined[-1][0], part[1])
            waiting = False
        else:
            joined.append(part)
            waiting = bare
    return joined


def _begins_member(context: Context, at: int, end: int, right: str) -> bool:
    """Whether what follows a comma or an `og` begins a member of its own."""
    opening = re.match(r"(?:\W*ut[ea]n\s\w+\W+)?(?:(?:en|ei|ein|to|tre|de|dei|den|det)\s)?", right)
    right = right[opening.end() :] if opening else right
    return bool(context.cues.within("roles", at, at + (opening.end() if opening else 0) + 1)) or bool(_NEW_HEAD.match(right[:60].split(",")[0])) or bool(re.match(r"\W*[A-ZÆØÅÁ][\w-]+\s[A-ZÆØÅÁ]", right))


_RELATIVE = re.compile(r"\s(?:ved|for|frå|fra|i|på)?\s?(?:den|det|dei|de)?\s?\w*\s(?:(?:det|saken|saka)\s(?:gjeld|gjelder|angår)|som\s.*)\Z")


def is_titled(context: Context, stretch: Stretch) -> bool:
    """Whether a stretch of prose names an office, a service or a person, and says nothing of them."""
    start, end = stretch
    stretch = (start, start + len(_RELATIVE.sub("", context.view.lower[start:end])))
    start, end = stretch
    if has_verb(context.view.lower, start, end) or end - start > 120:
        return False
    return bool(offices(context.view, context.cues, start, end) or context.cues.within("services", start, end) or _NEW_HEAD.match(context.view.text[start:end]))


