"""Series of people in prose, split into those whom they name: `ordfører, leder for barn og unge, Kari Moen og NAV` are four.

Shared by the extractors of members and of those who lead a forum. A complement is not split (`leder for skole og barnehage`,
`kommunalsjef oppvekst, kultur og velferd`, `rektorene ved Moen og Lia skoler`), and a name goes with the title beside it.
"""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.titles import is_rank
from avtale.grammar.found import Found
from avtale.register import is_municipality
from avtale.structure import Kind
from avtale.vocabulary import Cue, alternation, forms

_OPENING = 60
"""Characters within which the noun of a title stands."""
LONGEST = 120
"""Characters of the longest stretch of prose that is a person."""

_EDGE = " \t|,.;()"
_capital = "A-ZÆØÅÄÖÁČĐŊŠŦŽ"
_article = alternation(forms("articles"))
_field = alternation(forms("fields"))
_besides = r"(?:foruten|forutan|umfram|utenom|utanom|pluss|i\stillegg\stil|sammen\smed|saman\smed)\s+"
_SEPARATOR = re.compile(
    rf"[;,\s](?:(?<=[;\n])\s*|(?<=,)\s+(?:samt\s|og\s(?:også\s)?|dessuten\s|dessutan\s|{_besides}|i\stillegg\s)?"
    rf"|(?<=\s)\s*(?:(?:og|eller|samt|&|/)\s+|{_besides})(?=\S))"
)
_PARENTHESIS = re.compile(r"\([^)]*\)")
_BEFORE_NOUN = re.compile(
    rf"(?:[\s(«|–-]|(?:[{_capital}][\w-]+\s)+(?:kommune|herad|politidistrikt)\s(?:v/|ved\s|v\.\s?)|"
    rf"[\wæøå]+-\s(?:og|eller)(?=\s)|\b(?:(?:[\w-]*kommunen|heradet|politiet)\s(?:sin|sitt|si|sine)|(?i:{_article})|[\wæøå-]+(?:s|ande|ende|isk|iske|ig|ige|leg|lege|lig|lige|iv|al|ale|fast|faste|valgte?|valde?|nevnte?|nemnde?)|[{_capital}][\w-]*|(?:uten|utan)\s\w+)(?![\w-]))*"
)
_FIELD = re.compile(r"\b(?:for|av|om|innen|innenfor|innan|innanfor)\s[^,;]*\Z")
_FIELD_ALONE = re.compile(rf"{_field}(?=\s*(?:[,.;)\n]|\s(?:og|samt|&)\s|\Z))")
_FIELD_LAST = re.compile(rf"(?<![\w-]){_field}\s*\Z")
_NOTE = re.compile(
    r"(?:(?:rådets|gruppas|gruppens)\s)?(?:nestled|nestlei|møtele|møtelei|led|lei|sekretær|skrivar|referent)(?:er|ar)?(?=\s*(?:[,.;)]|\Z)|\s(?:i|av|for)\s(?:politi)?(?:råd|grupp))|"
    r"(?:som|der|når|dersom|hvis)\s"
)
_COMPLEMENT = re.compile(r"\b(?:for|av|i|på|med|ved|frå|fra|innen|innan|til)\s[^,;]*\Z")
_AT = re.compile(r"\b(?:ved|i|på)\s[^,;]*\Z")
_SENT = re.compile(r"\b(?:representant|utsending|deltak[ae]r|leiarar|ledere|leiarane|lederne|tilsett|ansatt)\w*\s(?:fra|frå|for|i|ved|på|hos)\s[^;]*\Z")
_NOTHING = ("og", "samt", "eller")
"""What is left of a series after its last comma in an entry of a list."""
_DEFINITE = re.compile(r"\W*[\w-]{3,}(?:et|en|a|ene|ane)(?:\s(?!og\b)[\w-]+){0,3}\W*\Z")
_ONE = re.compile(r"\s*[\w-]{5,}(?:en|et|a|ene|ane)\s*")
"""A single noun in the definite form."""
_ONE_AT = re.compile(r"\s*[a-zæøå-]{5,}(?:en|et|a)\s(?:på|ved|i|hos|hjå|for|til)\s[^,;]+")
"""A single noun in the definite form with where it is: `husfaren på Fjordgard`."""
_ASSOCIATION = re.compile(
    rf"\W*(?:[{_capital}][\w-]+\s)+[a-zæøå-]*(?:lag|vel|stand|forening|foreining|klubb|stiftelse|stifting|råd|samskipnad|selskap|næringshage)\W*\Z"
)
"""The name of an association: `Eikesdal småbrukarlag`, `Lia idrettslag`."""
_NAMED = re.compile(rf"\W*(?:[{_capital}][\w-]+(?:\s[{_capital}][\w-]+)+|[{_capital}]{{2,6}})\W*\Z")
_MUNICIPAL = ("kommune", "herad", "og", "i", "ved")
"""What follows the name of a municipality that is spoken of as such."""


_TITLE_AND_FIELD = 2
"""Words of a title and the one field that follows it."""
_ONE_FROM = re.compile(
    r"(?:en|ein|éin|én|to|tre)\s(?:\w+\s)?(?:fra|frå)\s|(?:(?:et|eit|ett|to)\s)?medlem(?:mer|mar|er|ar)?\s(?:av|fra|frå)\s(?!politiråd|rådet|grupp|forum|team)"
)
"""How it begins who comes from where, whoever he is: `en fra natteravnene`, `medlem av ungdomsrådet`."""


def series(context: Context, start: int, end: int) -> list[Stretch]:
    """The stretches of a series that name one each."""
    text = context.view.text[start:end]
    if "(" in text:
        text = _PARENTHESIS.sub(lambda match: "\0" * len(match[0]), text)
    parts: list[Stretch] = []
    begin = 0
    for match in _SEPARATOR.finditer(text):
        left = text[begin : match.start()]
        if not left.rstrip().endswith("-") and _begins_anew(context, start + match.end(), end, left, match[0]):
            parts.append((start + begin, start + match.start()))
            begin = match.end()
    parts.append((start + begin, end))
    parts = [(a, b) for a, b in parts if context.view.text[a:b].strip(" ,.;")]
    if parts[1:] and context.view.text[slice(*parts[-1])].strip(" ,.;\n") in _NOTHING and context.block(start).kind is Kind.ITEM:
        parts.pop()
    return _with_names(context, parts) if len(parts) > 1 else parts


def _begins_anew(context: Context, at: int, end: int, left: str, separator: str) -> bool:
    """Whether what follows a separator names somebody else, rather than going on with a complement (`for skole og barnehage`)."""
    noun = _noun(context, at, end)
    coordinated = "," not in separator and ";" not in separator and "\n" not in separator
    left_start = at - len(separator) - len(left)
    if _FIELD_ALONE.match(context.view.lower, at, end) and _FIELD_LAST.search(left.lower()) and context.cues.first("titles", left_start, at):
        return False
    if _NOTE.match(context.view.lower, at, end):
        return False
    if _ONE_FROM.match(context.view.lower, at, end):
        return True
    if coordinated and noun and _is_field_of(context, (left_start, at - len(separator)), (at, _part_end(context, at, end))):
        return False
    if noun is None and coordinated:
        return _is_another(context, left, (at, _part_end(context, at, end)))
    if noun is None:
        return not _COMPLEMENT.search(left) and not _is_origin(context, at, end)
    if not isinstance(noun, Cue) or noun.term.concept != "services" or context.cues.first("titles", noun.start, noun.end + 2):
        return True
    if _SENT.search(left.lower()) and not context.cues.first("titles", at, _part_end(context, at, end)):
        return False
    bare = not forms("services").keys().isdisjoint({words := context.view.lower[noun.start : noun.end], words.removesuffix("e")})
    field = _FIELD.search(left) if bare else None
    if field and not ("," in separator and " og " in field[0]):
        return False
    same = context.has("services", noun.start, noun.end)
    return not (same and coordinated and _AT.search(left) and context.has("services", left_start, at, same.term.id))


def _is_field_of(context: Context, left: Stretch, part: Stretch) -> bool:
    """Whether a part is one more field of somebody's: `fagleder helsestasjon og skolehelsetjeneste`."""
    lower, services = context.view.lower, forms("services")
    words = lower[slice(*left)].split()
    title = context.cues.first("titles", *left)
    fields = [words[-1] if words else "", lower[slice(*part)].strip(" .,;")]
    return (
        bool(title)
        and len(words) == _TITLE_AND_FIELD
        and not context.cues.first("titles", *part)
        and all(word in services or word.removesuffix("e") in services for word in fields)
    )


def _is_another(context: Context, left: str, part: Stretch) -> bool:
    """Whether a part after `og` that no noun tells of is somebody else: a definite noun after another, or an association after what has no complement."""
    text = context.view.text
    if _ASSOCIATION.match(text, *part):
        return not _COMPLEMENT.search(left)
    return bool(_ONE.fullmatch(left) and (_ONE.fullmatch(text, *part) or _ONE_AT.fullmatch(text, *part)))


def _is_origin(context: Context, at: int, end: int) -> bool:
    """Whether a part is no more than where the one before comes from: `ordfører, Sel kommune`, `ordfører, Sel`, `lensmann, Agder politidistrikt`."""
    words = context.view.text[at : _part_end(context, at, end)].strip(" .,;\n")
    return words.endswith("politidistrikt") or is_municipality(words.removesuffix(" kommune").removesuffix(" herad"))


def _part_end(context: Context, at: int, end: int) -> int:
    match = _SEPARATOR.search(context.view.text, at, end)
    return match.start() if match else end


def _with_names(context: Context, parts: list[Stretch]) -> list[Stretch]:
    """The parts with each name joined to the title that it stands beside: `ordfører i Sel, Kari Moen`, `Kari Moen, ordfører`."""
    joined: list[Stretch] = []
    for part in parts:
        if joined and (_is_title_of(context, joined[-1], part) or _is_name_of(context, joined[-1], part)):
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined


def _is_title_of(context: Context, before: Stretch, part: Stretch) -> bool:
    """Whether a part without a name says who the one before is: `Kari Moen, ordfører`, `politibetjent Per Bø, politikontakt`."""
    if context.names.first(*part):
        return False
    named = _bare_name(context, before)
    return named is not None and (named == before[0] or not _DEFINITE.match(context.view.text, *part))


def _is_name_of(context: Context, before: Stretch, part: Stretch) -> bool:
    """Whether a part is no more than a name, and the one before has none."""
    at = _bare_name(context, part)
    if at is None or context.names.first(*before):
        return False
    return at == part[0] or context.has("roles", *before, "police_contact") is not None


def _bare_name(context: Context, part: Stretch) -> int | None:
    """Where a part that is no more than a name, or a rank and a name, would begin without the rank."""
    named = context.names.first(*part)
    if named is None or context.view.text[named.end : part[1]].strip(_EDGE):
        return None
    before = context.view.lower[part[0] : named.start]
    return part[0] if not before.strip(_EDGE) else named.start if is_rank(before) else None


def _noun(context: Context, at: int, end: int) -> Cue | Found | None:
    """The noun for a person that a stretch opens with, after articles, adjectives and genitives."""
    last = min(end, at + _OPENING)
    noun = context.nouns.first(at, last)
    return noun if noun and (noun.start == at or _is_opening(context, at, noun.start, last)) else None


def _is_opening(context: Context, at: int, start: int, last: int) -> bool:
    """Whether nothing but articles, adjectives and genitives stands before a noun."""
    opening = _BEFORE_NOUN.match(context.view.text, at, last)
    return opening is not None and opening.end() >= start


def names_somebody(context: Context, start: int, end: int) -> bool:
    """Whether a stretch has a word for somebody, or a name, anywhere."""
    return context.nouns.first(start, end) is not None


def is_person(context: Context, stretch: Stretch, loosely: bool = False) -> bool:
    """Whether a stretch of prose names an office, a service or a person; `loosely`, where any noun will do."""
    start, end = stretch
    if end - start > LONGEST:
        return False
    return _noun(context, start, end) is not None or (loosely and (comes_from(context, stretch) or _is_anybody(context, start, end)))


def comes_from(context: Context, stretch: Stretch) -> bool:
    """Whether a stretch says no more than where somebody comes from: `en fra natteravnene`."""
    return _ONE_FROM.match(context.view.lower, *stretch) is not None


def _is_anybody(context: Context, start: int, end: int) -> bool:
    """Whether a stretch is a definite noun, a name of some length or something of a municipality (`Vadsø fengsel`), and no pronoun or municipality."""
    words = context.view.lower[start:end].split()
    if not words or words[0] in forms("nobody") or words[0] in forms("articles"):
        return False
    if is_municipality(words[0]):
        return words[1:] != [] and words[1] not in _MUNICIPAL and context.view.text[start:end].strip()[0].isupper()
    return any(pattern.match(context.view.text, start, end) for pattern in (_DEFINITE, _NAMED, _ASSOCIATION))
