"""Who is part of a forum by what a sentence says: members, and those who are called in, observe or stand in for somebody.

`X, Y og Z er faste medlemmer`, `rådet består av X og Y`, `fra politiet møter Z`, `NAV kan kalles inn ved behov`, `ved forfall møter varaordfører`.
Shared code of the members extractor, which reads lists and tables too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.context import Context
from avtale.context.forums import FOREIGN
from avtale.context.people import Defaults, leading, particle_end, trailing, without_auxiliaries
from avtale.register import is_municipality
from avtale.vocabulary import Cue, alternation, forms

_LINKS = re.compile(rf"(?:[\s:–-]|{alternation(forms('links'))}(?!\w))*")
_LINKED = re.compile(r":|\b(?:er|av|ved|med)\b")
_AS = re.compile(r"\bsom\s(?:\w+\s)?\Z")
_NOUN_TAIL = re.compile(r"(?:\s(?:av|i|til|for|frå|fra|elles|ellers)\b(?:(?!\ser\b)[^.:;,]){0,40}?)?(?=\s(?:er|blir|vert)\b|:)")
_SENDER = re.compile(
    r"(?:\A|[,;]\s(?:og\s)?|\sog\s|\smens\s|\smedan\s)(?:(?P<here>i\s(?:\w+\s)?\w*(?:rådet|gruppa|gruppen|utvalget|utvalet|forumet|teamet|nettverket))\s(?:er|sit|sitter|møter)\s|(?:fra|frå|for)\s(?P<who>(?!møte)[^,.;:]{3,40}?)(?:\s(?:møter|deltar|deltek|sitter|sit|stiller|er)\s(?!er\b)(?:fast\s|det\s)?|:\s)"
    r"|(?P<whose>(?:[\w-]+\s){0,2}(?:kommunen?|heradet?|politiet|politidistrikt(?:et)?)):\s)"
)
_ORGANISATION = re.compile(r"(?:\w+\s){0,3}(?:kommunen?|heradet?|politiet|politidistrikt(?:et)?)\Z")
_WITH = re.compile(r"\s(?:\w+\s)?med\s")
_TOGETHER = re.compile(r"\b(?:sammen|saman|i\slag)\smed\s")
_FIXED = re.compile(r"\s(?:alltid\s)?(?:fast\b|som\s(?:fast\s)?medlem|for\s(?:kommun|politi|herad))")
_WHEN = re.compile(
    r"\b(?:når|dersom|hvis|viss|om\sdet)\b|\b(?:ved|etter)\s(?:\w+\s)?(?:behov|invitasjon|innkalling)\b|\bi\s(?:enkelt)?sak\w*\b|\bved\s\w*sak\w*"
)
_IN_A_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss)\s[^,]*\Z")
_DENIED = re.compile(r"\bikk?j?e\s(?:\w+\s){0,2}\Z")
_GENITIVE = re.compile(r"\s\w+s\Z")
_ELLIPTIC = re.compile(r",?\s(?:og|mens|medan)\s(?P<who>[^,.;]{3,60}?)\s(?=når|dersom|hvis|viss|i\s\w*sak)")
_SERIES_END = re.compile(r"[.;]\s|\s(?:mens|medan|men)\s")
_FOR_WHOM = re.compile(r"(?:\A|\s)(?:for|hos|til|er|har)\s\Z", re.IGNORECASE)
_NOUNS = ("møte", "møta")
_ORDER = ("substitute", "observer", "invited", "attends", "member")
"""Of two relations that one sentence says of somebody the first holds."""
_CLAUSE = 60
"""Characters after a word in which another forum can be named that it speaks of."""


def relations(context: Context, sentence: Stretch, sure: bool) -> Iterator[tuple[Defaults, Stretch]]:
    """Those whom a sentence says to be part of a forum, and how; one not `sure` to be about a forum must use a telling word."""
    sent = list(_sent(context, sentence))
    if sent:
        yield from ((defaults, stretch) for defaults, stretches in sent for stretch in stretches)
        return
    cues = [cue for cue in context.cues.within("relations", *sentence) if _holds(context, sentence, cue)]
    absent = any(cue.term.id == "absent" for cue in cues)
    seen: set[int] = set()
    for kind in _ORDER:
        for cue in cues:
            if cue.term.id != kind or not (sure or _is_telling(cue)):
                continue
            for defaults, stretches in _read(context, sentence, cue, absent):
                for stretch in stretches:
                    if stretch[0] not in seen:
                        seen.add(stretch[0])
                        yield defaults, stretch


def _is_telling(cue: Cue) -> bool:
    """Whether a word speaks of forums even where nothing else in the sentence does."""
    return cue.term.id != "attends" and cue.term.facts.get("who") != "object"


def attendance_of(cue: Cue) -> str | None:
    """How those attend of whom a word speaks; None for a word that leaves it open."""
    return {"substitute": "deputy", "member": "permanent", "attends": "permanent", "absent": None}.get(cue.term.id, cue.term.id)


def _holds(context: Context, sentence: Stretch, cue: Cue) -> bool:
    """Whether a word is said of this forum: with its particle, outside of a condition, and not of another forum."""
    lower, end = context.view.lower, min(sentence[1], cue.end + _CLAUSE)
    if "particle" in cue.term.facts and particle_end(context, cue, end) is None:
        return False
    if cue.term.id != "absent" and (_IN_A_CONDITION.search(lower, sentence[0], cue.start) or _DENIED.search(lower, sentence[0], cue.start)):
        return False
    return cue.term.id in ("absent", "invited") or not FOREIGN.search(lower, cue.end, end)


def _read(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    if cue.term.id == "attends":
        yield from _attending(context, sentence, cue, absent)
        return
    defaults = Defaults(attendance_of(cue) or "permanent")
    loosely = cue.term.id in ("invited", "observer")
    named = _object(context, sentence, cue) if cue.term.facts.get("who") == "object" else _subject(context, sentence[0], cue.start, loosely)
    yield defaults, named or _object(context, sentence, cue)
    together = _TOGETHER.search(context.view.lower, cue.end, sentence[1]) if named else None
    if together:
        yield defaults, list(leading(context, together.end(), _series_end(context, together.end(), sentence[1])))
    if cue.term.id == "invited" and (other := _ELLIPTIC.search(context.view.lower, cue.end, sentence[1])):
        yield defaults, list(leading(context, *other.span("who"), loosely=True))


def _subject(context: Context, start: int, end: int, loosely: bool) -> list[Stretch]:
    """The series right before a verb and its auxiliaries."""
    lower = context.view.lower
    owner = _GENITIVE.search(lower, start, end - 1)
    end = owner.start() if owner and context.offices.first(owner.start(), end) else end
    return trailing(context, start, without_auxiliaries(context, start, end), loosely)


def _object(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """The series right after a word, or after what completes it: `medlemmene i rådet er …`."""
    lower, end = context.view.lower, sentence[1]
    start = cue.end if "particle" not in cue.term.facts else particle_end(context, cue, end) or cue.end
    tail = _NOUN_TAIL.match(lower, start, end)
    links = _LINKS.match(lower, tail.end() if tail else start, end)
    after = links.end() if links else start
    if "who" not in cue.term.facts and not _LINKED.search(lower, start, after) and not _AS.search(lower, sentence[0], cue.start):
        return []
    return list(leading(context, after, _series_end(context, after, end)))


def _series_end(context: Context, start: int, end: int) -> int:
    match = _SERIES_END.search(context.view.lower, start, end)
    return match.start() if match else end


def _attending(context: Context, sentence: Stretch, cue: Cue, absent: bool) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those who are said to come: for good, now and then, for a side, or in somebody's stead."""
    lower = context.view.lower
    start, end = sentence
    if absent:
        after = list(leading(context, cue.end, end))[:1]
        yield Defaults("deputy"), after or [part for part in _subject(context, start, cue.start, False) if not _FOR_WHOM.search(lower, start, part[0])]
    elif match := _WITH.match(lower, cue.end, end):
        if _ORGANISATION.search(lower, start, cue.start - 1):
            yield sent_by(context.read(start, cue.start)), list(leading(context, match.end(), _series_end(context, match.end(), end)))
    elif _FIXED.match(lower, cue.end, end):
        yield Defaults(), _subject(context, start, cue.start, False)
    elif _WHEN.search(lower, cue.end, end) or _WHEN.match(lower, start, cue.start):
        yield Defaults("invited"), _subject(context, start, cue.start, lower[cue.start : cue.end] not in _NOUNS) or list(leading(context, cue.end, end))


def _sent(context: Context, sentence: Stretch) -> Iterator[tuple[Defaults, list[Stretch]]]:
    """Those whom a sentence names by where they come from: `Fra kommunen møter …, fra politiet …`, `Politiet: …`."""
    start, end = sentence
    senders = list(_SENDER.finditer(context.view.lower[start:end]))
    if not senders or senders[0].start() > 0:
        return
    for sender, following in zip(senders, [*senders[1:], None], strict=True):
        stop = start + following.start() if following else _series_end(context, start + sender.end(), end)
        people = list(leading(context, start + sender.end(), stop))
        if people:
            group = next(name for name, words in sender.groupdict().items() if words)
            yield sent_by(context.read(start + sender.start(group), start + sender.end(group))), people


def sent_by(who: str) -> Defaults:
    """What `politiet` and `Kvitsøy kommune` after `fra` say of those who are named."""
    name = who.strip(" :")
    bare = name.removesuffix(" kommune").removesuffix(" herad")
    if is_municipality(bare):
        return Defaults(organisation="municipality", party=f"{bare} kommune")
    name = name.lower()
    if "politi" in name or "lensmann" in name:
        return Defaults(organisation="police")
    return Defaults(organisation="municipality") if "kommun" in name or "herad" in name else Defaults()
