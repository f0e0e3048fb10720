"""Earlier agreements that a date tells apart: the noun for one, and what it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from avtale.context.amending import is_change
from avtale.context.candidate import Stretch
from avtale.grammar.found import Found

if TYPE_CHECKING:
    from avtale.context.context import Context

_AGREED = (
    r"(?:satt\sopp|sett\sopp|inngåt+|inngåd+|signert|undertegnet|underteikna|underskrevet|underskrive[nt]?|skrevet\sunder|skrive[nt]?\sunder|"
    r"vedtatt|vedteken|godkjen[tdn]|gjort|revidert|fornyet|fornya)"
)
_AGREED_UPON = (
    r"(?:underskrev|underskreiv|inngikk|inngjekk|signerte|skrev\sunder|skreiv\sunder|undertegnet|underteikna|gjorde|laget|lagde|vedtok|"
    r"set?te\s(?:namna|navnene|namnet|navnet)\s(?:sine|sitt)\sunder|"
    r"(?:fikk|fekk)\s(?:på\splass|i\sstand))"
)
_WHO_AGREED = rf"som\s(?:(?:ble|blei|vart|er|var)\s{_AGREED}|(?:[\w-]+\s){{1,9}}?{_AGREED_UPON}(?:\spå)?)"
_STEMS = ("avtal", "overe", "semj")
"""How the nouns for an agreement begin."""
_NOUN = re.compile(r"(?:avtal(?:en|a|e|ene|ane|er|ar)s?|overe[ni]n?skomst(?:en|a)?|semj[aei])(?!\w)")
_PAPER = re.compile(
    r"(?:mandat|notat|protokoll|påteikning|påtegning|skriv|\bbrev|dokument|versjon|utgave|utgåv|instruks|erklæring|ordning|opplegg|vedtekt|retningslinj|rutin|beskrivels|skildring|prosedyr)(?:en|et|a|e|er|ar|ene|ane|n)?(?!\w)"
)
"""Other papers that an agreement can take the place of, at the end of their names."""
_ANY_NOUN = re.compile(r"(?<!denne\s)(?<![\w-])(?:[\w-]*avtal(?:en|a|e)|overe[ni]n?skomst(?:en|a)?|semj[aei])(?!\w)")
_LINK = re.compile(
    rf"(?:[(:,]\s*|\b(?:av|fra|frå|{_AGREED}(?:\s(?:i|av|på)\s[\w-]+(?:\s[\w-]+)?)?|sign\.|(?:datert|dagsett)(?:\s[a-zæøå]{{3,}},?)?|siden|sidan|for|for\såra|for\sårene|(?:for|i)\s(?:perioden|tidsrommet))\s)(?:den\s)?\Z"
)
_somewhere = r"\s(?:(?:i|på)\s[\w-]+\s|(?:mellom|med)\s[^.;:,]{3,60}?\s)?(?:den\s|i\s)?"
_RELATIVE = re.compile(rf"\b{_WHO_AGREED}{_somewhere}\Z")
_CONTACT = re.compile(rf"\s(?!(?:ble|blei|vart|vert|er|var|blir)\s)(?:[\w-]+\s){{1,8}}?{_AGREED_UPON}(?:\spå)?{_somewhere}")
"""A relative clause without `som`: `avtalen partene inngikk 3. mai 2018`."""
_OF_YEAR = re.compile(r"\s(?:for\s)?(?:19|20)\d\d(?=,\s|\s(?:av|fra|frå|datert|dagsett|inngått|signert)\s)")
"""The year that an agreement is for, before the day of which it is: `årsavtale for 2023, signert …`."""
_POSSESSED = re.compile(r"\s(?:si|sin|vår|deira|deres)\s(?:frå\s|fra\s|av\s)?(?:den\s)?")
_OBJECT = re.compile(rf"\b{_AGREED_UPON}\s(?:\w+\s)?\w*avtal\w*\Z")
_SUBJECT_MATTER = re.compile(r"(?:om|for)\s[\w\s-]{3,60}")
_SIGNED_BETWEEN = re.compile(rf"(?:\s(?:om|for)\s[^.;:,]{{3,60}}?)?\s{_AGREED}\smellom\s[^.;:]{{5,90}}?\s(?:(?:den|i|av|datert|dagsett)\s)?\Z")
_FIRST = r"(?:(?:først|første\sgang|første\sgong|sist|siste\sgang|siste\sgong|opprinnelig|opphavleg|i\ssin\stid)\s)?"
_SIGNED_THEN = re.compile(
    r"(?:\s(?:mellom|med|om|for|i)\s[^.;:,]{2,90}?)?(?:"
    r"\shar\sdato(?:en)?\s(?:den\s)?|"
    rf"\s(?:ble|blei|vart|er|var)\s(?:(?:[^.;]|\d\.){{1,80}}\sog\s)?{_FIRST}{_AGREED}\s(?:(?:på|i)\s(?=[^\W\d])[\w-]+\s)?(?:den\s|i\s)?"
    r"|\ser\s(?:(?:datert|dagsett)\s(?:[\w-]+,?\s)?|av\s|fra\s|frå\s)(?:den\s)?"
    r"|\s(?:fikk|fekk)\s(?:[\w-]+\s){0,3}(?:underskrift\w*|signatur\w*)\s(?:den\s|i\s)?"
    r"|\shar\s(?:stått|vart|virket|verka|gjeldt|løpt)\s(?:siden|sidan|fra|frå)\s(?:den\s)?"
    r"|(?:\s(?:si|sin|vår|deira|deres))?,?\ssom\s(?:(?:trådte|trådde|tredde|tok\stil|begynte|gikk|gjekk)\s(?:i\skraft|å\sgjelde|å\sgjelda)|gjaldt|galdt|har\svart)\s(?:(?:fra|frå|for|i)\s)?(?:(?:den|perioden|tidsrommet|åra|årene)\s)?)"
)
_DESCRIBED = r"(?:(?:tilsvar[ea]nde|forrige|førre|fyrre|gamle|eldre|tidligere|tidlegare),?\s)?"
_WE_HAD = r"(?:som\s)?(?:vi|me|dei|partene|partane|kommunen)\s(?:har\s|hadde\s)(?:hatt\s)?(?:fra|frå|siden|sidan|for)\s(?:den\s)?"
THE_ONE = re.compile(rf"\b(?:den|ho|han)\s{_DESCRIBED}(?:{_WHO_AGREED}{_somewhere}|{_WE_HAD}|(?:av|fra|frå|datert|dagsett)\s(?:den\s)?)\Z")
"""A relative clause that alone tells an agreement apart: `den som partene inngikk 3. mai 2018`."""
_HELD = re.compile(r"\b(?:løp|gjaldt|galdt|gjekk|gikk|varte|stod)\b")
_AGREED_ON = re.compile(r"\b(?:inngikk|inngjekk|signerte|skrev|skreiv|skrev under|skreiv under|undertegnet|underteikna)\s(?:\w+\s)?(?:den\s)?\Z")
_SINCE = re.compile(r"\b(?:siden|sidan)\s(?:den\s)?\Z")
_HAD = re.compile(r"\shatt(?=\s)")
_THEN_AGREED = re.compile(
    r"\s(?:(?:skrev|skreiv)\sunder|(?:fikk|fekk)\s(?:[\w-]+\s){1,6}?(?:på\splass|i\sstand)|gjorde|laget|lagde|laga|inngikk|inngjekk|signerte|undertegnet|underteikna|underskrev|underskreiv|set?te)\s(?:(?!\w*avtal|en\s|ei\s|ein\s)[\w-]+\s){0,18}?[\w-]+(?=\s(?:(?:en|ei|ein)\s)?\w*avtal)"
)
"""A verb for signing right after a date, with who signed: `17. januar 2019 inngikk partene en avtale`."""
_TAKEN_UP = re.compile(rf"\W*(?:den|ho|han)\s(?:ble|blei|vart|er|var)\s{_AGREED}\s(?:(?:på|i)\s[\w-]+\s)?(?:den\s|i\s)?")
"""How a sentence begins that says when an agreement was signed of which the sentence before speaks."""
_AFTER = re.compile(
    r"\s(?:under\s)?(?:på\s)?(?:en|ei|ein|den)?\s?(?P<noun>\w*avtal(?:e|a|en)\b)(?:\s(?:om|for)\s(?!perioden|tidsrommet|åra|årene)(?:(?!(?:for|mellom|av|med|som)\b)[^\W\d]+\s?){1,6})?"
)
_OWN = re.compile(r"\b(?:denne|(?<!med\s)dette|desse|disse|nærværende|nye?)\s(?:\w+\s)?\Z")
_ASIDE = re.compile(r"(?:\s\([^()]{1,60}|[»”\"])\)")
"""What explains a noun, or the end of what it stands in: `(sak 12/14)`, `(heretter «hovedavtalen»)`."""
_QUOTED = re.compile(r"[«“\"](?P<title>[^«»“”\"\n]{3,160})[»”\"]")
_ABOUT = re.compile(
    r"\s(?:om|for|i)\s[^.,;:|(]{3,80}?(?=,?\s(?:av|fra|frå|datert|dagsett)\s(?:den\s|i\s)?\Z|,?\s(?:som|mellom|inn\w+|sign\w+|under\w+|ble|blei|vart|er|var|har|skal|gjelder|gjeld|løper|for\s(?:perioden|tidsrommet|åra|årene))\b|\s*[,(:.|]|\s*\Z)",
)
_NUMBER = re.compile(r"\s(?:(?:nr\.?|nummer)\s?\d+(?!\d)|\d\d?(?!\d|\.\s?\w))")
_FAR = 220
"""Characters between an agreement and its date."""


def agreement_before(context: Context, start: int, at: int, signed: bool = False) -> Stretch | None:
    """The noun for the agreement that a date at `at` tells apart (`politirådsavtalen av …`), None where there is none since `start`.

    A period may follow the noun directly (`samarbeidsavtalen 2018–2022`). `Denne avtalen av …` is the agreement itself. Where it is known that an
    earlier agreement is spoken of (`signed`, and in an amendment), that it was signed then tells it apart too: `avtalen ble undertegnet …`, and after
    a sentence that speaks of it `Den ble undertegnet …`.
    """
    if (signed or context.is_amendment) and _TAKEN_UP.fullmatch(context.view.lower, start, at):
        before = context.sentences[max(0, context.sentence_index(start) - 1)]
        return next(iter(_nouns(context, *before)[-1:]), None)
    head = max(context.view.lower.rfind(stem, max(start, at - _FAR), at) for stem in _STEMS)
    return _told_apart(context, start, _NOUN.match(context.view.lower, head, at) if head >= 0 else None, at, signed)


def paper_before(context: Context, start: int, at: int) -> Stretch | None:
    """The noun for a paper of another kind that a date at `at` tells apart: `SLT-mandatet fra 2018`."""
    return _told_apart(context, start, next(iter([*_PAPER.finditer(context.view.lower, max(start, at - _FAR), at)][-1:]), None), at, signed=True)


def names_paper(lower: str, start: int, end: int) -> bool:
    """Whether a stretch names an agreement, or another paper that one can take the place of."""
    return any(lower.find(stem, start, end) >= 0 for stem in _STEMS) or _PAPER.search(lower, start, end) is not None


def _told_apart(context: Context, start: int, noun: re.Match[str] | None, at: int, signed: bool) -> Stretch | None:
    """The whole of a noun that a date at `at` goes with, None where it is this agreement's."""
    if noun is None or not _is_linked(context, noun.end(), at, signed or context.is_amendment):
        return None
    lower, begin = context.view.lower, noun.start()
    while begin > start and (lower[begin - 1].isalnum() or lower[begin - 1] == "-"):
        begin -= 1
    return None if _OWN.search(lower, max(start, begin - 30), begin) else (begin, noun.end())


def amended_in(context: Context, sentence: Stretch, at: int, is_before: bool) -> Stretch | None:
    """The noun for the agreement that an amendment changes, in a sentence that says when it was signed.

    What was signed before the amendment was (`is_before`) is the other agreement; else that has a name of its own, and the sentence
    begins with it (`Samarbeidsavtalen, signert i Bodø …`).
    """
    start, end = sentence
    if is_before:
        before = _nouns(context, max(start, at - _FAR), at)
        return before[-1] if before else next(iter(_nouns(context, at, min(end, at + _FAR))), None)
    noun = None if context.view.lower.startswith("avtal", start) else _ANY_NOUN.match(context.view.lower, start, at)
    return noun.span() if noun and not is_change(noun[0]) else None


def _nouns(context: Context, start: int, end: int) -> list[Stretch]:
    """The nouns for an agreement that no change is."""
    return [noun.span() for noun in _ANY_NOUN.finditer(context.view.lower, start, end) if not is_change(noun[0])]


def agreement_after(context: Context, sentence: Stretch, found: Found) -> Stretch | None:
    """The agreement that was signed on a date, where it stands after it: `inngikk 3. mars 2015 avtale om politiråd`, `har siden 2015 hatt en avtale`."""
    lower, near = context.view.lower, max(sentence[0], found.start - 40)
    had = _HAD.match(lower, found.end, sentence[1]) if _SINCE.search(lower, near, found.start) else _THEN_AGREED.match(lower, found.end, sentence[1])
    noun = _AFTER.match(lower, had.end() if had else found.end, sentence[1])
    if not noun or not (had or _AGREED_ON.search(lower, near, found.start)):
        return None
    return noun.start("noun"), noun.start("noun") + len(noun[0][noun.start("noun") - noun.start() :].rstrip())


def _is_linked(context: Context, start: int, at: int, signed: bool) -> bool:
    """Whether nothing stands between a noun and a date but what says whose, about what and of when it is."""
    lower = context.view.lower
    aside = _ASIDE.match(lower, start, at)
    start = aside.end() if aside and not context.dates_in(*aside.span()) else start
    yearly = _OF_YEAR.match(lower, start, at)
    start = yearly.end() if yearly else start
    if signed and _SIGNED_THEN.fullmatch(lower, start, at):
        return True
    if context.dates_in(start, at):
        return False
    if _POSSESSED.fullmatch(lower, start, at) or _RELATIVE.search(lower, start, at) or _CONTACT.fullmatch(lower, start, at):
        return True
    if context.cues.first("verbs", start, at):
        return False
    if context.has("events", start, at, "valid") or _HELD.search(lower, start, at):
        return False
    if signed and _SIGNED_BETWEEN.fullmatch(lower, start, at):
        return True
    between = lower[start:at].strip(" »”*")
    if signed and _SUBJECT_MATTER.fullmatch(between) and (_is_period(context, at) or _OBJECT.search(lower, max(0, start - 60), start)):
        return True
    return not between or ("|" not in between and bool(_LINK.search(lower, start, at)))


def _is_period(context: Context, at: int) -> bool:
    """Whether a period begins at a position."""
    return any("/" in (found.value["date"] or "") for found in context.dates_in(at, at + 1))


_CALLED = re.compile(
    r"\b(?:hete[rt]?|heiter|heitte|het|kall\w+|tittel\w*|navn\w*|namn\w*|overskrift\w*|titulert)\b[^.«“\"]{0,40}[«“\"](?P<title>[^«»“”\"\n]{3,160})[»”\"]"
)


def called(context: Context, noun: Stretch) -> Stretch | None:
    """What an agreement is said to be called in the sentence that names it, or in the two after it: `Ho heiter «Trygg i Sel»`."""
    index = context.sentence_index(noun[0])
    for start, end in context.sentences[index : index + 3]:
        if context.block(start) is context.block(noun[0]) and (said := _CALLED.search(context.view.lower, max(start, noun[0]), end)):
            return said.span("title")
    return None


def title(context: Context, noun: Stretch, at: int) -> Stretch | None:
    """What an agreement is called: its title in quotes, else its noun where that says what it is about (`SLT-avtalen`, `avtale om samråd`)."""
    text, (start, end) = context.view.text, noun
    quoted = next((match.span("title") for match in _QUOTED.finditer(text, max(0, start - 80), at) if match.end() > start), None)
    if quoted:
        return quoted
    about = _NUMBER.match(context.view.lower, end, at) or _ABOUT.match(context.view.lower, end, at)
    if about:
        return start, about.end()
    return None if context.view.lower.startswith("avtal", start) else noun
