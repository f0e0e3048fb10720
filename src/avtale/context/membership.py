"""Who is part of a forum after a change, as prose tells it: who stays, who comes in, and who takes whose place.

`Ordføraren og rådmannen held fram. Nye er …`, `X går ut, og Y kommer inn`, `X erstattes av Y`, `rådet utvides med Z`. Only where the forum is
spoken of in the paragraph or the heading; those who go out are nobody's members.
"""

from __future__ import annotations

import re

from avtale.context.attending import WHEN, subject
from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.context.particles import phrase_end
from avtale.context.people import Defaults
from avtale.context.senders import in_members
from avtale.context.series import names_somebody
from avtale.vocabulary import Cue

_PLAINLY = re.compile(
    r"\s*(?:\Z|[.;,)]|(?:og|men|samt|mens|medan)\s|(?:i|av|for|på)\s\w*(?:råd|grupp|forum|utval|team|plass|sted|stad)\w*"
    r"|(?:politi)?rådet\b|gruppa\b|gruppen\b|som\s(?:før|(?:\w+\s)?medlem|i\sdag|no\b|nå\b)|fra\s|frå\s|etter\s|også\b|òg\b|fast\b)"
)
"""What follows a verb that says no more than that somebody is part of the forum."""
_NOT_SO = re.compile(r"[«“]|\bkan\s|\b(?:for|fra|frå)fall|\bfråv[eæ]r|\bfravær|\bikkj?e\s(?:kan|møter)|\w*sak(?:er|en|a|ene)?\b|\bmøte(?:t|r)?\sder\b")


def changed(context: Context, sentence: Stretch) -> list[tuple[Defaults, Stretch]]:
    """Those whom a sentence says to be part of a forum from now on, or still."""
    lower = context.view.lower
    if not _tells_of_forum(context, sentence) or WHEN.search(lower, *sentence) or _NOT_SO.search(lower, *sentence):
        return []
    return [(Defaults(), person) for cue in context.cues.within("membership", *sentence) for person in _by_word(context, sentence, cue)]


def _tells_of_forum(context: Context, sentence: Stretch) -> bool:
    """Whether the sentence, its paragraph so far or the heading speaks of the forum."""
    start, end = sentence
    return in_members(context, start) or context.forums.is_named(context.block(start).start, end) or context.forums.heading(context.section(start)) is not None


def _by_word(context: Context, sentence: Stretch, cue: Cue) -> list[Stretch]:
    """The people before or after a word, as it has them for its subject or its object; whose place somebody takes must be named too."""
    start, end = sentence
    after = phrase_end(context.view.lower, cue, end)
    if after is None or (cue.term.id == "new" and cue.start > start):
        return []
    people = list(leading(context, after + 1, series_end(context, after, end)))
    if cue.term.facts["who"] == "object":
        return people if cue.term.id != "taken" or names_somebody(context, start, cue.start) else []
    plainly = people if cue.term.id == "takes" else _PLAINLY.match(context.view.lower, after, end)
    return subject(context, start, cue.start, False) if plainly else []
