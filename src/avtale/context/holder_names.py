"""Who holds an office: the name beside it, in its row, after a verb, or alone in a sentence that says who somebody is."""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.grammar.found import Found
from avtale.vocabulary import Cue

FILLED_BY = (
    r"(?:innehas|innehaves|ivareta(?:s|tt)|ivaretakast|ivareteken?|utføre?[st]|utførast|dekke?[st]|dekkjast|dekt|fylle?[st]|fyllast|fylt|skjøttes|besatt|tatt|teken?|hatt|haldast)"
    r"(?:\s(?:nå|no|for\stid[ae]n?|i\sdag|(?:stilling|roll|oppg[aå]v|funksjon)\w*))?\sav"
)
"""Of a role, before who has it."""
_COPULA = re.compile(
    rf"\b(?:er|har\s(?:vært|vore)|heter|heiter|blir|vert|for\stid[ae]n?|{FILLED_BY}|har\s(?:rollen|rolla|funksjonen|oppgaven|oppgåva|vervet)(?:\ssom)?"
    r"|(?:er\s)?(?:til|an)sett|(?:er\s)?ansatt|utpekt|oppnevnt|oppnemnd|fungerer|fungera|virker|verkar|arbeider|arbeidar|jobber|jobbar|som)\b"
)
_APPOSITION = re.compile(
    r"[\s,:;–—(/-]*(?:p\.?\s?t\.?,?\s)?(?:[\w.-]*(?:betjent|konstabel|inspektør|advokat|rådgiver|rådgjevar|konsulent)\s(?:\d\s)?|(?:p[fo]?b|(?:pol(?:iti)?)?betj|polinsp|konst|adv)\.\s|(?:fast|vår|kommunens|bydelens)\s)?"
)
_APPOINTED = re.compile(
    r"\b(?:pei?k\w*\sut|utpe[ik]\w*|oppnevn\w*|oppnemn\w*|utnevn\w*|utnemn\w*|til[sl]?satt|til[sl]?sett|ansatt|valgt|vald|satt|sett)\s(?:[\w-]+\s){0,3}?\Z"
)
"""Before a name that somebody is chosen by: `politiet har pekt ut betjent Kari Moen til politikontakt`."""
_CONDITION = re.compile(
    r"\W*(?:inntil|til|når(?!\sdet\sgjeld)|dersom|hvis|viss|om|før|etter\sat|mens|medan|så\slenge|så\ssnart)\s(?:[^.,;:]{0,30}?\s)?"
    r"(?:er|har|blir|vert|kommer|kjem|får|ikke|ikkje|slutter|sluttar|møter|går|skal|kan|finst|finnes)\b[^.;:,]*,\s"
)
"""A clause at the start of a sentence that only says when the rest of it holds."""
_JOINED = re.compile(r"[,;]?\s(?:og|eller|samt|,)\s\Z|\sog\s")
_COMPLEMENT = re.compile(r"[\s(]*(?:for|i|ved|på|hos|hjå|til|fra|frå|med)\s[^.;:]*")
_IS_CALLED = re.compile(
    rf"\b(?:heter|heiter|innehar|for\s[\w-]+(?:\s[\w-]+){{0,2}}\ser\sdet|stilling(?:en|a)\s[^.;]{{0,40}}\bhar\s(?:no|nå)|(?:held|holder)\sfram|fortsetter|{FILLED_BY}|har\s(?:hatt\s)?(?:rollen|rolla|funksjonen|oppgaven|oppgåva)|til[sl]?satt|til[sl]?sett|ansatt|utpekt|utpeika|utpeikt|pei?kt\sut|utnevnt|oppnevnt|oppnemnd|fungerer|"
    r"fungera|tek\shand\som|ivaretar|ivaretas|lag[dt]e?\stil|ligger?\s(?:\w+\s)?(?:til|hos)|ligg\s(?:\w+\s)?(?:til|hos)|i\sstilling(?:en|a)\s(?:er|sit|sitter)|som\ser)\b"
)
_SHORTLY = re.compile(r"\W*(?:koordinator|kontakt)(?:en)?\s(?:[^,.;]{1,30}\s)?er\s")
"""How a sentence begins that tells who has the role it calls by its short form: `Koordinator i perioden er Kari Moen`."""
_NEAR = 90
"""Characters between an office and the name of its holder."""
_FAR = 240
"""Characters between an office and the verb by which somebody is chosen for it."""


def holder_of(context: Context, cue: Cue) -> Stretch | None:
    """The name that stands with an office: in its row, after it, before it, or alone in the line that the office heads."""
    names, row = context.names, context.row(cue.start)
    if row and names.first(*row) is names.last(*row):
        return None if is_anothers(context, cue.start, *row) else _stretch(names.only(*row))
    block = context.block(cue.start)
    start, end = context.sentence(cue.start)
    condition = _CONDITION.match(context.view.lower, start, end)
    if condition and cue.start < condition.end():
        return None
    after = _stretch(names.first(cue.end, min(end, cue.end + _NEAR)))
    if after and _is_holder(context, cue.end, after[0], leads=True):
        return after
    before = _stretch(names.last(max(start, cue.start - _FAR), cue.start))
    if before and _is_appointed(context, start, before, cue):
        return before
    if before and cue.start - before[1] < _NEAR and _is_holder(context, before[1], cue.start, leads=False) and not _is_taken(context, before, start):
        return before
    heads = block.start <= cue.start <= block.start + 2 and ":" in context.view.text[cue.end : cue.end + 15]
    return _stretch(names.only(block.start, block.end)) if heads else None


def _stretch(name: Found | None) -> Stretch | None:
    return (name.start, name.end) if name else None


def is_anothers(context: Context, at: int, start: int, end: int) -> bool:
    """Whether a row names another office before the one at a position, whose row it then is."""
    return context.offices.first(start, min(at, end)) is not None


def _is_holder(context: Context, start: int, end: int, leads: bool) -> bool:
    """Whether what stands between an office and a name says that the two are one; `leads` where the office comes first."""
    lower = context.view.lower
    if context.offices.first(start, end) or context.names.first(start, end):
        return False
    if _APPOSITION.fullmatch(lower, start, end):
        return True
    copula = _COPULA.search(lower, start, end)
    others = [cue for cue in context.cues.within("verbs", start, end) if not _COPULA.match(lower, cue.start)]
    if copula is None or others:
        complement = _COMPLEMENT.fullmatch(lower, start, end) if leads and copula is None and not others else None
        return complement is not None and not _JOINED.search(lower, start, end) and any(sign in ",:(" for sign in lower[end - 2 : end])
    between = lower[start : copula.start()]
    return (
        not leads or not between.strip(" ,()") or between.lstrip(" (").startswith(("for ", "i ", "ved ", "på ", "hos ", "hjå ", "til ", "frå ", "fra ", "med "))
    )


def _is_appointed(context: Context, start: int, name: Stretch, cue: Cue) -> bool:
    """Whether a sentence says of a name that it is chosen for an office: `har pekt ut Kari Moen til politikontakt`."""
    lower = context.view.lower
    return lower[name[1] : cue.start] in (" til ", " som ") and bool(_APPOINTED.search(lower, max(start, name[0] - _FAR), name[0]))


def _is_taken(context: Context, name: Stretch, start: int) -> bool:
    """Whether the office right before a name already has it (`ordfører Kari Moen, politikontakten …`), and no verb says more of it."""
    before = context.offices.last(start, name[0])
    return before is not None and name[0] - before.end < 3 and not _COPULA.match(context.view.lower, name[1] + 1)


def named_alone(context: Context, start: int, end: int) -> Stretch | None:
    """The one name of a sentence that says who somebody is: `… heiter Kari Moen`, `Kari Moen har rollen`."""
    name = _stretch(context.names.only(start, end))
    condition = _CONDITION.match(context.view.lower, start, end) if name else None
    begins = condition.end() if condition else start
    says = name and (_IS_CALLED.search(context.view.lower, begins, end) or _SHORTLY.match(context.view.lower, begins, end))
    return name if says else None
