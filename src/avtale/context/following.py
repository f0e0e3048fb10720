"""Those who follow a word for members: `medlemmene i rådet er X og Y`, `består av X og Y`, `Observatør: Z`."""

from __future__ import annotations

import re

from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.context.particles import between, phrase_end
from avtale.context.series import names_somebody, series
from avtale.vocabulary import Cue, alternation, forms

_LINKS = re.compile(
    rf"(?:[\s:|–-]|\bpå\s(?:kommunens|politiets|heradets)\sside\b|{alternation(forms('links'))}(?!\w)|,(?=\s(?:f\.\s?eks|for\seksempel|til\sdømes|t\.d|eksempelvis|slik\ssom|som\s(?!er\b)|blant|mellom)))*"
)
_LINKED = re.compile(r"[:\t|]|\b(?:er|av|ved|med)\b")
_AS = re.compile(r"\bsom\s(?:\w+\s)?\Z")
_NOUN_TAIL = re.compile(
    r"(?:\s(?:hver|kvar)\b)?(?:\s(?:av|i|til|for|frå|fra|elles|ellers|ved|etter|med|uten|utan)\b(?:\([^)]*\)|(?!\ser\b)[^.:;,(]){0,40}?)?(?=\s(?:er|blir|vert|oppnevnes|oppnemnast|utpekes|utpeikast|velges|veljast|inngår|møter|sitter|sit)\b|:|\s?[\t|])"
)
_COUNT = re.compile(r"\s\w+(?:\s(?:personer|personar|faste))?(?=:)")
_OF = re.compile(r"\b(?:har|ha|av|med)\s(?:\w+\s)?\Z")
_FROM = re.compile(r"\s(?:fra|frå)\s")
_IN_BRACKET = re.compile(r"\s\((?P<who>[^()]*(?:,|\sog\s)[^()]*)\)")
_FOR_ALL = ("for alle", "for samtlige", "for samtlege", "for dei andre", "for de andre", "for dei øvrige", "for de øvrige")
_LABEL = 14
"""Characters from the start of a line within which the word of its label begins."""


def start_after(context: Context, sentence: Stretch, cue: Cue) -> int:
    """Where that begins which follows a word and what completes it: `medlemmene i rådet er …`."""
    lower, end = context.view.lower, sentence[1]
    start = phrase_end(lower, cue, end) or cue.end
    tail = _NOUN_TAIL.match(lower, start, end) or _COUNT.match(lower, start, end)
    links = _LINKS.match(lower, tail.end() if tail else start, end)
    return links.end() if links else start


def series_after(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """The series after a word."""
    lower, end = context.view.lower, sentence[1]
    start, after = cue.end, start_after(context, sentence, cue)
    within = between(lower, cue, end) if "who" in cue.term.facts else None
    if within and (named := list(leading(context, *within))):
        return named
    if cue.term.id == "substitute" and lower.startswith(_FOR_ALL, after):
        return []
    if cue.term.id == "substitute" and lower.startswith("for ", after):
        return [part for part in series(context, after, series_end(context, after, end)) if names_somebody(context, *part)]
    if "who" not in cue.term.facts and not _LINKED.search(lower, start, after) and not _AS.search(lower, sentence[0], cue.start):
        return []
    named = list(leading(context, after, series_end(context, after, end)))
    if lower.startswith("medlem:", start - len("medlem")):
        return named[:1]
    return named or _labelled_loosely(context, sentence, cue, after)


def of_members(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """Those after a noun for members, by where they come from (`har medlemmer fra skolen og NAV`) or in its bracket (`medlemmer (ordfører og rådmann)`)."""
    lower, end = context.view.lower, sentence[1]
    if cue.term.id != "member" or "who" in cue.term.facts:
        return []
    origins = _FROM.match(lower, cue.end, end) if _OF.search(lower, sentence[0], cue.start) else None
    if origins:
        return list(leading(context, origins.end(), series_end(context, origins.end(), end)))
    listed = _IN_BRACKET.match(lower, cue.end, end)
    return list(leading(context, *listed.span("who"))) if listed else []


def _labelled_loosely(context: Context, sentence: Stretch, cue: Cue, start: int) -> list[Stretch]:
    """Those of a line that only names them after its label, whatever noun they go by: `Observatør: Studentsamskipnaden i Ås`."""
    end = sentence[1]
    is_label = cue.term.id in ("invited", "observer") and context.view.text.rfind(":", cue.end, start) > 0 and cue.start - sentence[0] < _LABEL
    return list(leading(context, start, end, loosely=True)) if is_label and not context.cues.first("verbs", start, end) else []
