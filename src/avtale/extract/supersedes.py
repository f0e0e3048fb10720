"""`supersedes` and `amends`: the earlier agreements that this one replaces, and those that it changes or prolongs.

`Avtalen erstatter avtale av 13.11.17`, `ho kjem i staden for «…» av 5. mai 1998`, `tidligere avtale fra 2019 opphører`; in an amendment,
the agreement that it belongs to. `title` is what stands in quotes, else a noun that says what the agreement is about (`SLT-avtalen`).

Not this field: an earlier agreement that is only told of (`forrige avtale ble undertegnet …`), what another agreement replaced;
beside the agreement that is changed, those of another kind (`leieavtalen av …`) or between others, and those said to be untouched.
Known gaps: an agreement replaced with neither a date nor a title in quotes gives nothing.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala kjem i staden for «Avtale om samråd» av 5. mai 1998."))]
[{'date': '1998-05-05', 'title': 'Avtale om samråd'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.chronology import Dated
from avtale.context.earlier import agreement_after, agreement_before, is_change, title
from avtale.extract.document_type import type_of
from avtale.grammar.anchor import compiled

_BELONGS = (
    r"\b(?i:tillegg|endring|(?:for)?leng|addendum|(?:vide|vida)reføring|prolong|justering)[\w-]*(?:\s(?:(?i:nr)\.?\s?)?\d+)?\s+(?i:til|av|i)\s+(?:(?i:den|vår)\s)?"
    r"(?:(?P<noun>[\w-]*(?i:avtal(?:en|e|a)))\b|[«“\"](?P<quoted>[^»”\"]{3,160})[»”\"])"
)
_YEAR, _MONTH = len("2019"), len("2019-03")
"""Characters of a date that tells no more than its year, or its month."""
_PLAIN = ("avtale", "avtalen", "avtala")
"""Words that call an agreement nothing."""
_OF_THE_KIND = re.compile(
    r"(?:[\w-]*(?:ramme|samarbeid|samhandling|samvirk|samordning|samråd|politi|hov[eu]d|opprinnelig|opphavleg|tj?enest|slt|partnerskap|kriminal|førebygg|forebygg|trygg|lokal|tillegg)"
    r"[\w-]*|(?<![\w-]))avtal"
)
"""Agreements of the kind that this program reads, by what their name is made of."""
_OF_A_YEAR = re.compile(r"års(?:avtal|protokoll)")
"""How the name begins of a paper that fills in an agreement for a year: in the title block it is this one."""
_FRAME = re.compile(r"(?:ramme|hov[eu]d)avtal")
"""The agreement that others fill in: it is what they change even where it is said to stand."""
_FIRST = re.compile(r"\b(?:første|fyrste|eldste)\s\Z")
_OTHERS = re.compile(r"\bmellom\s[^.;]*\b(?:ks|kommunesektoren\w*|\w*direktorat\w*|\w*departement\w*|staten)\b")
_OF_A_NEIGHBOUR = re.compile(r"\b(?:nabokommun|grannekommun|nabo)\w*\s\Z")
_VOTED = re.compile(r"\b(?:vedtok|godkjente|godkjende|behandlet|handsama)\s")
_QUOTED = re.compile(r"[\s\w-]{0,30}?[«“\"](?P<title>[^»”\"]*avtal[^»”\"]*)[»”\"]", re.IGNORECASE)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each agreement that this one replaces or changes."""
    replaced = [dated for dated in context.chronology if dated.role == "superseded"]
    closer = {
        date[:length] for dated in replaced for date in [dated.found.value["date"]] for length in (_YEAR, _MONTH) if length < len(date) and "/" not in date
    }
    for dated in replaced:
        if dated.found.value["date"] not in closer:
            yield _candidate(context, "supersedes", (dated.found.start, dated.found.end), dated.found.value["date"], dated.title)
    yield from _undated(context)
    if context.is_amendment or type_of(context) == "amendment":
        yield from _amended(context)


def _candidate(context: Context, field: str, dated: Stretch | None, date: str | None, named: Stretch | None) -> Candidate:
    spans = tuple(span for span in (named, dated) if span)
    return Candidate(field, {"date": date, "title": context.read(*named) if named else None}, spans)


def _undated(context: Context) -> Iterator[Candidate]:
    """The agreements that are replaced and known by their title alone."""
    for cue in context.cues.all("events"):
        if cue.term.id in ("superseded", "lapsed"):
            quoted = _QUOTED.match(context.view.text, cue.end, context.sentence(cue.start)[1])
            if quoted and not context.dates_in(quoted.start(), context.sentence(cue.start)[1]):
                yield _candidate(context, "supersedes", None, None, quoted.span("title"))


def _amended(context: Context) -> list[Candidate]:
    """The dated agreements that an amendment belongs to, earlier amendments of them left out; one known by its day is not told again by its term.

    Of the days that are told of one (`først inngått i 2011 og fornyet …`) the last is taken.
    """
    every = list(_told(context))
    told = [candidate for candidate, is_doubtful in every if not is_doubtful] or [candidate for candidate, _ in every]
    found = [candidate for candidate in told if not is_change((candidate.value["title"] or "").lower())] or told
    dates = {candidate.value["date"] for candidate in found}
    days = [
        candidate for candidate in found if "/" not in candidate.value["date"] and not any(date.startswith(f"{candidate.value['date']}-") for date in dates)
    ]
    latest = {candidate.spans[0]: candidate for candidate in days or found}
    named = list(_named(context))
    return [_titled(candidate, named) for candidate in latest.values()] or named


def _titled(candidate: Candidate, named: list[Candidate]) -> Candidate:
    """The agreement that an amendment changes, with what the title block calls it where the words beside its date do not."""
    if candidate.value["title"] or not named:
        return candidate
    return candidate._replace(value=candidate.value | {"title": named[0].value["title"]}, spans=(*named[0].spans, *candidate.spans))


def _named(context: Context) -> Iterator[Candidate]:
    """The agreement that the title block says an amendment belongs to, where no date tells it apart: `Tillegg til «Trygg i Sel»`."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    noun = compiled(_BELONGS).search(context.view.text, 0, blocks[-1].end) if blocks else None
    if noun:
        named = noun.span("quoted") if noun["quoted"] else title(context, noun.span("noun"), context.sentence(noun.start("noun"))[1])
        yield from [_candidate(context, "amends", None, None, named)] if named else ()


def _told(context: Context) -> Iterator[tuple[Candidate, bool]]:
    """Each agreement that the text tells apart by a date, and whether it is hardly the one that is changed."""
    for dated in context.chronology:
        found, (start, _) = dated.found, dated.sentence
        if dated.role in ("superseded", "expires"):
            continue
        before = agreement_before(context, start, found.start)
        after = agreement_after(context, dated.sentence, found)
        if before or after or dated.title:
            named = dated.title or (title(context, before, found.start) if before else after)
            named = None if named and context.view.lower[slice(*named)] in _PLAIN else named
            if before and _is_no_other(context, before, found.value["date"]):
                continue
            candidate = _candidate(context, "amends", (found.start, found.end), found.value["date"], named)
            yield candidate, not dated.title and _is_doubtful(context, dated, before)


def _is_no_other(context: Context, noun: Stretch, date: str) -> bool:
    """Whether a noun with a date is this paper itself, as the title block calls it, or a genitive with a year of something else."""
    own = _OF_A_YEAR.match(context.view.lower, *noun) and context.outline.block_at(noun[0]) in context.outline.title
    return bool(own) or (len(date) == _YEAR and context.view.lower[noun[1] - 1] == "s")


def _is_doubtful(context: Context, dated: Dated, noun: Stretch | None) -> bool:
    """Whether an agreement is of another kind or between others, is said to be untouched, was the first of several, or was only voted on."""
    lower, (start, end) = context.view.lower, dated.sentence
    if noun is None or _VOTED.search(lower, start, noun[0]):
        return _VOTED.search(lower, start, dated.found.start) is not None
    if not _OF_THE_KIND.match(lower, *noun) or _FIRST.search(lower, start, noun[0]) or _OTHERS.search(lower, noun[0], dated.found.start):
        return True
    if _OF_A_NEIGHBOUR.search(lower, start, noun[0]):
        return True
    return _FRAME.match(lower, *noun) is None and context.cues.first("unaffected", dated.found.end, end) is not None
