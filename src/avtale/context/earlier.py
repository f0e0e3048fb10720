"""Earlier agreements that a date tells apart: the noun for one, what it is called, and whether this agreement replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from avtale.context.candidate import Stretch
from avtale.grammar.found import Found
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

_AGREED = (
    r"(?:satt\sopp|sett\sopp|inngåt+|inngåd+|signert|undertegnet|underteikna|underskrevet|underskrive[nt]?|vedtatt|vedteken|gjort|revidert|fornyet|fornya)"
)
_AGREED_UPON = (
    r"(?:underskrev|underskreiv|inngikk|inngjekk|signerte|skrev\sunder|skreiv\sunder|undertegnet|underteikna|gjorde|laget|lagde|vedtok|"
    r"(?:fikk|fekk)\s(?:på\splass|i\sstand))"
)
_WHO_AGREED = rf"som\s(?:(?:ble|blei|vart|er|var)\s{_AGREED}|(?:[\w-]+\s){{1,9}}?{_AGREED_UPON}(?:\spå)?)"
_NOUN = re.compile(r"avtal(?:en|a|e|ene|ane|er|ar)s?(?!\w)")
_PAPER = re.compile(
    r"(?:mandat|notat|protokoll|skriv|dokument|versjon|utgave|utgåv|instruks|erklæring|ordning|opplegg|vedtekt|retningslinj)(?:en|et|a|e|er|ar|ene|ane|n)?(?!\w)"
)
"""Other papers that an agreement can take the place of, at the end of their names."""
_ANY_NOUN = re.compile(r"(?<!denne\s)(?<![\w-])[\w-]*avtal(?:en|a|e)(?!\w)")
_LINK = re.compile(
    rf"(?:[(:,]\s*|\b(?:av|fra|frå|{_AGREED}|sign\.|(?:datert|dagsett)(?:\s[a-zæøå]{{3,}},?)?|for|for\såra|for\sårene|for\sperioden)\s)(?:den\s)?\Z"
)
_somewhere = r"\s(?:(?:i|på)\s[\w-]+\s|(?:mellom|med)\s[^.;:,]{3,60}?\s)?(?:den\s|i\s)?"
_RELATIVE = re.compile(rf"\b{_WHO_AGREED}{_somewhere}\Z")
_CONTACT = re.compile(rf"\s(?!(?:ble|blei|vart|vert|er|var|blir)\s)(?:[\w-]+\s){{1,8}}?{_AGREED_UPON}(?:\spå)?{_somewhere}")
"""A relative clause without `som`: `avtalen partene inngikk 3. mai 2018`."""
_POSSESSED = re.compile(r"\s(?:si|sin|vår|deira|deres)\s(?:frå\s|fra\s|av\s)?(?:den\s)?")
_OBJECT = re.compile(rf"\b{_AGREED_UPON}\s(?:\w+\s)?\w*avtal\w*\Z")
_SUBJECT_MATTER = re.compile(r"(?:om|for)\s[\w\s-]{3,60}")
_SIGNED_BETWEEN = re.compile(rf"\s{_AGREED}\smellom\s[^.;:]{{5,90}}?\s(?:den|i|av|datert|dagsett)\s\Z")
_FIRST = r"(?:(?:først|første\sgang|første\sgong|sist|siste\sgang|siste\sgong|opprinnelig|opphavleg|i\ssin\stid)\s)?"
_SIGNED_THEN = re.compile(
    rf"\s(?:ble|blei|vart|er|var)\s(?:(?:[^.;]|\d\.){{1,80}}\sog\s)?{_FIRST}{_AGREED}\s(?:den\s|i\s)?"
    r"|\ser\s(?:(?:datert|dagsett)\s(?:[\w-]+,?\s)?|fra\s|frå\s)(?:den\s)?"
    r"|(?:\s(?:si|sin|vår|deira|deres))?,?\ssom\s(?:(?:trådte|trådde|tredde|tok\stil|begynte|gikk|gjekk)\s(?:i\skraft|å\sgjelde|å\sgjelda)|gjaldt|galdt|har\svart)\s(?:(?:fra|frå)\s)?(?:den\s)?"
)
_CHANGES = ("tillegg", "forleng", "lenging", "endring", "addendum", "prolong", "justering", "supple", "påtegning", "påteikning", "tilføy")
_THE_ONE = re.compile(rf"\b(?:den|ho|han)\s(?:tilsvarende\s|tilsvarande\s)?{_WHO_AGREED}{_somewhere}\Z")
_HELD = re.compile(r"\b(?:løp|gjaldt|galdt|gjekk|gikk|varte|stod)\b")
_AGREED_ON = re.compile(r"\b(?:inngikk|inngjekk|signerte|skrev under|skreiv under|undertegnet|underteikna)\s(?:\w+\s)?(?:den\s)?\Z")
_AFTER = re.compile(
    r"\s(?:en|ei|ein|den)?\s?(?P<noun>\w*avtal(?:e|a|en)\b)(?:\s(?:om|for)\s(?!perioden|tidsrommet|åra|årene)(?:(?!(?:for|mellom|av|med|som)\b)[^\W\d]+\s?){1,6})?"
)
_OWN = re.compile(r"\b(?:denne|(?<!med\s)dette|desse|disse|nærværende|nye?)\s(?:\w+\s)?\Z")
_ASIDE = re.compile(r"(?:\s\([^()]{1,60}|[»”\"])\)")
"""What explains a noun, or the end of what it stands in: `(sak 12/14)`, `(heretter «hovedavtalen»)`."""
_ONE_MORE = re.compile(r"\W*(?:\b(?:og|samt)\b)?\W*(?:\b(?:av|fra|frå)\s)?(?:den\s)?\Z")
_OF_ANOTHER = re.compile(r"(?:\b(?:og|samt)\b|\s?\)?,)[^.;]{1,110}?(?:\b(?:av|fra|frå|datert|dagsett)\s(?:den\s)?|\()\Z", re.DOTALL)
_TOLD = re.compile(r"\b(?:ble|blei|vart|var|hadde)\s(?:\w+\s)?\Z")
_PARTICLES = ("bort", "til side")
_FALLS = re.compile(r"\bf[ae]ll(?:er|e)?\b|\bset(?:t|jes|jast|tes|tast)\b")
_PASSIVE = re.compile(r"(?:e[st]|ast|ta|yst|øst)\Z")
_HAS = re.compile(r"\bhar\s(?:\w+\s)?\Z")
_DENIED = re.compile(r"\s(?:\w+\s)?ikk?j?e\b")
_BY_ANOTHER = re.compile(r"\s(?:av|med)\s(?!denne|dette)")
_PART_OF = re.compile(
    r"(?:\b(?:kapittel|kap\.?|punkt(?:et|a)?|pkt\.?|avsnitt(?:et)?|ledd|setning(?:en)?|vedlegg(?:et)?|bokstav|del(?:en)?)\b|§)"
    r"[^.;:|]{0,40}?\s(?:i|av|til)\s(?:den\s)?[«“\"]?\Z"
)
"""Before an agreement of which only a part is replaced: `Kapittel 3 i …`."""
_BY_OTHERS = re.compile(r"\sav\s(?!denne|dette|den\b|ho\b|avtal)")
_REFERS = re.compile(r"\b(?:\w*avtal\w+|den|denne|ho|han|dei|de|desse|disse)\b")
_GO_OUT = re.compile(
    r"\bavtal\w+\s(?:(?:\w+\s)?(?:går\sut|erstatt\w+|avløs\w+|avløys\w+|opphør\w*|opphøyr\w*|opphev\w+|fall?er\sbort|fell\sbort))[^.]{0,40}:\Z"
)
"""How a line ends before a list of the agreements that another replaces: `Desse avtalene går ut:`."""
_THEY_ARE = re.compile(r"(?:det|dette|disse|desse|den|dei|de)\s(?:(?:ene|eine|første|fyrste|andre|siste|to|tre)\s)?(?:er|gjelder|gjeld|var)\s")
_WHICH = re.compile(r"\bsom\s(?:den|denne|ho|hun|dette|denne\savtal\w+)\s(?:no\s|nå\s)?\Z")
_QUOTED = re.compile(r"[«“\"](?P<title>[^«»“”\"\n]{3,90})[»”\"]")
_ABOUT = re.compile(
    r"\s(?:om|for|i)\s[^.,;:|(]{3,80}?(?=,?\s(?:av|fra|frå|datert|dagsett|som|mellom|inn\w+|sign\w+|under\w+)\b|\s*[,(:.]|\s*\Z)",
)
_FAR = 140
"""Characters between an agreement and its date."""


def agreement_before(context: Context, start: int, at: int) -> Stretch | None:
    """The noun for the agreement that a date at `at` tells apart (`politirådsavtalen av …`), None where there is none since `start`.

    A period may follow the noun directly (`samarbeidsavtalen 2018–2022`). `Denne avtalen av …` is the agreement itself.
    """
    head = context.view.lower.rfind("avtal", max(start, at - _FAR), at)
    return _told_apart(context, start, _NOUN.match(context.view.lower, head, at) if head >= 0 else None, at)


def _paper_before(context: Context, start: int, at: int) -> Stretch | None:
    """The noun for a paper of another kind that a date at `at` tells apart: `SLT-mandatet fra 2018`."""
    return _told_apart(context, start, next(iter([*_PAPER.finditer(context.view.lower, max(start, at - _FAR), at)][-1:]), None), at)


def _told_apart(context: Context, start: int, noun: re.Match[str] | None, at: int) -> Stretch | None:
    """The whole of a noun that a date at `at` goes with, None where it is this agreement's."""
    if noun is None or not _is_linked(context, noun.end(), at):
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
    nouns = [match.span() for match in _ANY_NOUN.finditer(context.view.lower, *sentence) if not is_change(match[0])]
    before = [noun for noun in nouns if noun[1] <= at]
    if is_before:
        return before[-1] if before else nouns[0] if nouns else None
    return next((noun for noun in before if noun[0] == sentence[0] and not context.view.lower.startswith("avtal", noun[0])), None)


def agreement_after(context: Context, sentence: Stretch, found: Found) -> Stretch | None:
    """The agreement that was signed on a date, where it stands after the date: `inngikk 3. mars 2015 avtale om politiråd`."""
    noun = _AFTER.match(context.view.lower, found.end, sentence[1])
    if not noun or not _AGREED_ON.search(context.view.lower, max(sentence[0], found.start - 40), found.start):
        return None
    return noun.start("noun"), noun.start("noun") + len(noun[0][noun.start("noun") - noun.start() :].rstrip())


def _is_linked(context: Context, start: int, at: int) -> bool:
    """Whether nothing stands between a noun and a date but what says whose, about what and of when it is."""
    lower = context.view.lower
    changes = context.is_amendment
    aside = _ASIDE.match(lower, start, at)
    start = aside.end() if aside and not context.dates_in(*aside.span()) else start
    if changes and _SIGNED_THEN.fullmatch(lower, start, at):
        return True
    if context.dates_in(start, at):
        return False
    if _POSSESSED.fullmatch(lower, start, at) or _RELATIVE.search(lower, start, at) or _CONTACT.fullmatch(lower, start, at):
        return True
    if context.cues.first("verbs", start, at):
        return False
    if context.has("events", start, at, "valid") or _HELD.search(lower, start, at):
        return False
    if changes and _SIGNED_BETWEEN.fullmatch(lower, start, at):
        return True
    between = lower[start:at].strip(" »”*")
    if changes and _SUBJECT_MATTER.fullmatch(between) and (_is_period(context, at) or _OBJECT.search(lower, max(0, start - 60), start)):
        return True
    return not between or ("|" not in between and bool(_LINK.search(lower, start, at)))


def _is_period(context: Context, at: int) -> bool:
    """Whether a period begins at a position."""
    return any("/" in (found.value["date"] or "") for found in context.dates_in(at, at + 1))


def is_amendment(context: Context) -> bool:
    """Whether the title block speaks of an agreement that changes or prolongs another."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    return bool(blocks) and is_change(context.view.lower[: blocks[-1].end])


def is_change(text: str) -> bool:
    """Whether a text, in lower case, speaks of an agreement that changes or prolongs another."""
    return any(word in text for word in _CHANGES)


def title(context: Context, noun: Stretch, at: int) -> Stretch | None:
    """What an agreement is called: its title in quotes, else its noun where that says what it is about (`SLT-avtalen`, `avtale om samråd`)."""
    text, (start, end) = context.view.text, noun
    quoted = next((match.span("title") for match in _QUOTED.finditer(text, max(0, start - 80), at) if match.end() > start), None)
    if quoted:
        return quoted
    about = _ABOUT.match(context.view.lower, end, at)
    if about:
        return start, about.end()
    return None if context.view.lower.startswith("avtal", start) else noun


def replaced(context: Context) -> dict[int, Stretch | None]:
    """Where the dates stand of the agreements that this one replaces, each with what the agreement is called."""
    found: dict[int, Stretch | None] = {}
    for listing in context.outline.listings:
        if listing.lead and _GO_OUT.search(context.view.lower, listing.lead.start, listing.lead.end):
            for item in listing.items:
                found |= dict(_agreements(context, (item.start, item.end)))
    for cue in context.cues.all("events"):
        if cue.term.id in ("superseded", "lapsed", "earlier"):
            for stretch in _objects(context, cue):
                found |= dict(_agreements(context, stretch))
    return found


def _objects(context: Context, cue: Cue) -> Iterator[Stretch]:
    """The stretches that name what a cue says is replaced: after `erstatter`, on either side of `opphører`, else the sentence before."""
    lower, (start, end) = context.view.lower, context.sentence(cue.start)
    if cue.term.id == "earlier":
        if not lower[start : cue.start].strip(" |") and lower[cue.end : cue.end + 2].strip()[:1] in ("|", ":"):
            yield start, end
        return
    if lower[cue.start : cue.end] in _PARTICLES and not _FALLS.search(lower, start, cue.start):
        return
    told = _TOLD.search(lower, start, cue.start) and "denne" not in lower[cue.end : end]
    if told or _DENIED.match(lower, cue.end, end):
        return
    is_passive = cue.term.id == "lapsed" or (_PASSIVE.search(lower, cue.start, cue.end) and not _HAS.search(lower, start, cue.start))
    if not is_passive and _WHICH.search(lower, start, cue.start):
        yield start, cue.start
    elif not is_passive or not _BY_ANOTHER.match(lower, cue.end, end):
        yield cue.end, end
    if is_passive and not _BY_OTHERS.match(lower, cue.end, end):
        yield start, cue.start
    if not context.dates_in(start, end) and _REFERS.search(lower, start, end):
        before = context.sentences[context.sentence_index(start) - 1]
        if before[1] <= start and context.block(before[0]) is context.block(start):
            yield before
    if not context.dates_in(start, end):
        following = context.sentences[context.sentence_index(start) + 1 :]
        yield from takewhile(lambda sentence: _THEY_ARE.match(lower, *sentence) is not None, following)


def _agreements(context: Context, stretch: Stretch) -> Iterator[tuple[int, Stretch | None]]:
    """The dates in a stretch that each tell an agreement apart, and what it is called."""
    last: Found | None = None
    for found in context.dates_in(*stretch):
        noun = agreement_before(context, stretch[0], found.start) or _paper_before(context, stretch[0], found.start)
        if noun and _PART_OF.search(context.view.lower, stretch[0], noun[0]):
            continue
        if noun:
            yield found.start, title(context, noun, found.start)
        elif not _THE_ONE.search(context.view.lower, last.end if last else stretch[0], found.start) and not (
            last and _continues(context, last.end, found.start)
        ):
            continue
        else:
            yield found.start, None
        last = found


def _continues(context: Context, start: int, end: int) -> bool:
    """Whether a date only adds another agreement to the one before: `av 5. mai 2010 og 6. juni 2012`, `og Radøy (av …`."""
    if context.cues.first("verbs", start, end) or context.cues.first("events", start, end):
        return False
    return bool(_ONE_MORE.match(context.view.lower, start, end) or _OF_ANOTHER.search(context.view.lower, start, end))
