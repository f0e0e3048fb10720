"""`amends`: the agreements that an amendment changes, prolongs or belongs to.

`Partene endrer samarbeidsavtalen av 4. juni 2019`, `Tillegg til «Trygg i Sel»`, `Ho heiter «Saman for trygge bygder» og vart skriven under …`.
`title` is what stands in quotes, else a noun that says what the agreement is about (`SLT-avtalen`), else what the title block calls it.

Not this field: earlier amendments of the same agreement; beside it, those of another kind (`leieavtalen av …`) or between others, and those
said to be untouched; what this one replaces (`supersedes`).
Known gaps: an agreement that neither a date nor the title block tells apart gives nothing.

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Tilleggsavtale\\n\\nPartane endrar politirådsavtala av 3. mai 2018."))]
[{'date': '2018-05-03', 'title': 'politirådsavtala'}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.amending import is_change
from avtale.context.chronology import Dated
from avtale.context.earlier import agreement_after, agreement_before, called, title
from avtale.extract.document_type import type_of
from avtale.grammar.anchor import compiled
from avtale.grammar.found import Found

_BELONGS = (
    r"\b(?i:tillegg|vedlegg|endring|(?:for)?leng|addendum|(?:vide|vida)reføring|prolong|justering)[\w-]*(?:\s(?:(?i:nr)\.?\s?)?\d+)?\s+(?i:til|av|i)\s+(?:(?i:den|vår)\s)?"
    r"(?:(?P<noun>[\w-]*(?i:avtal(?:en|e|a)|overe[ni]n?skomst(?:en|a)?))\b|[«“\"](?P<quoted>[^»”\"]{3,160})[»”\"])"
)
_PLAIN = ("avtale", "avtalen", "avtala")
"""Words that call an agreement nothing."""
_OF_THE_KIND = re.compile(
    r"(?:[\w-]*(?:ramme|samarbeid|samhandling|samvirk|samordning|samråd|politi|hov[eu]d|opprinnelig|opphavleg|tj?enest|slt|partnerskap|kriminal|førebygg|forebygg|trygg|lokal|tillegg)"
    r"[\w-]*|(?<![\w-]))avtal"
)
"""Agreements of the kind that this program reads, by what their name is made of."""
_OF_A_YEAR = re.compile(r"års(?:avtal|protokoll)")
"""How the name begins of a paper that fills in an agreement for a year: in the title block it is this one."""
_FRAME = re.compile(r"(?:ramme|hov[eu]d|grunn)avtal")
"""The agreement that others fill in: it is what they change even where it is said to stand."""
_GENERIC = re.compile(r"(?:ramme|hov[eu]d|grunn)avtal(?:e|en|a)s?|semje|overe[ni]n?skomst(?:en|a)?")
_SIGNED_ON = re.compile(
    r"(?:\b(?:av|fra|frå|datert|dagsett|inngått|inngådd|signert|under(?:skrevet|skrive[nt]?|tegnet|teikna)|skrevet\sunder|skrive[nt]?\sunder)\s"
    r"(?:(?:den|i)\s|(?:i|på)\s[\w-]+,?\s(?:den\s)?)?|\()\Z"
)
_COUNCIL = re.compile(r"\b(?:kommunestyr|heradsstyr|formannskap|bystyr|sak|lov|forskrift)\w*")
_WORD = re.compile(r"[^\W\d]{4,}")
_STEM = 6
"""Characters of a word that its inflected forms share, and `avtale` besides."""
_PRONOUN = re.compile(r"(?:den|denne|ho|han|hun|det|dette|dei|de)\s")
_FIRST = re.compile(r"\b(?:første|fyrste|eldste)\s\Z")
_OTHERS = re.compile(r"\bmellom\s[^.;]*\b(?:ks|kommunesektoren\w*|\w*direktorat\w*|\w*departement\w*|staten)\b")
_OF_A_NEIGHBOUR = re.compile(r"\b(?:nabokommun|grannekommun|nabo)\w*\s\Z")
_VOTED = re.compile(r"\b(?:vedtok|godkjente|godkjende|behandlet|handsama)\s")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each agreement that an amendment changes."""
    if context.is_amendment or type_of(context) == "amendment":
        yield from _amended(context)


def _candidate(context: Context, dated: Stretch | None, date: str | None, named: Stretch | None) -> Candidate:
    spans = tuple(span for span in (named, dated) if span)
    return Candidate("amends", {"date": date, "title": context.read(*named) if named else None}, spans)


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
    return [_titled(candidate, named) for candidate in _of_name(context, list(latest.values()), named)] or [_told_elsewhere(context, one) for one in named]


def _of_name(context: Context, found: list[Candidate], named: list[Candidate]) -> list[Candidate]:
    """Of several agreements those that the title block names or dates, where it does so with any."""
    telling = {stem for one in named for stem in _stems(one)}
    title = context.outline.title
    return [one for one in found if telling & _stems(one) or (named and context.outline.block_at(one.spans[-1][0]) in title)] or found


def _stems(named: Candidate) -> set[str]:
    """The beginnings of the words in the title of an agreement."""
    return {word[:_STEM] for word in _WORD.findall((named.value["title"] or "").lower())}


def _told_elsewhere(context: Context, named: Candidate) -> Candidate:
    """The agreement of the title block, with the only earlier date that a sentence with an agreement tells where no words link the two."""
    signed = max((dated.found.value["date"] for dated in context.chronology if dated.role == "signed"), default="9")
    told = {
        dated.found.value["date"]: (dated.found.start, dated.found.end)
        for dated in context.chronology
        if dated.role in ("referenced", "other") and dated.found.value["date"] < signed and _speaks_of_agreement(context, dated)
    }
    if named.value["date"] or len(told) != 1:
        return named
    ((date, span),) = told.items()
    return named._replace(value=named.value | {"date": date}, spans=(*named.spans, span))


def _speaks_of_agreement(context: Context, dated: Dated) -> bool:
    """Whether a sentence names an agreement that no change is, and no council decided on the date."""
    said = context.view.lower[slice(*dated.sentence)]
    return "avtal" in said and not _COUNCIL.search(said) and not is_change(said)


def _titled(candidate: Candidate, named: list[Candidate]) -> Candidate:
    """The agreement that an amendment changes, with what the title block calls it where the words beside its date do not."""
    if not named or (candidate.value["title"] and not _GENERIC.fullmatch(candidate.value["title"].lower())):
        return candidate
    return candidate._replace(value=candidate.value | {"title": named[0].value["title"]}, spans=(*named[0].spans, *candidate.spans))


def _named(context: Context) -> Iterator[Candidate]:
    """The agreement that the title block says an amendment belongs to, where no date tells it apart: `Tillegg til «Trygg i Sel»`."""
    blocks = context.outline.blocks[: max(context.outline.title.stop, 1)]
    noun = compiled(_BELONGS).search(context.view.text, 0, blocks[-1].end) if blocks else None
    if noun:
        named = noun.span("quoted") if noun["quoted"] else title(context, noun.span("noun"), context.sentence(noun.start("noun"))[1])
        dated = _dated_below(context, noun.end(), blocks[-1].end)
        date = (dated.start, dated.end) if dated else None
        yield from [_candidate(context, date, dated.value["date"] if dated else None, named)] if named else ()


def _dated_below(context: Context, start: int, end: int) -> Found | None:
    """The date on which, the title block says, the agreement was signed that it names."""
    for found in context.dates_in(start, end):
        between = context.view.lower[start : found.start]
        if not is_change(between) and _SIGNED_ON.search(between):
            return found
    return None


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
            if named is None or _says_nothing(context, named):
                plain = named is None or context.view.lower[slice(*named)] in _PLAIN
                named = called(context, before or after or dated.sentence) or (None if plain else named)
            if before and _is_no_other(context, before, found.value["date"]):
                continue
            candidate = _candidate(context, (found.start, found.end), found.value["date"], named)
            yield candidate, not dated.title and _is_doubtful(context, dated, before)


def _says_nothing(context: Context, named: Stretch) -> bool:
    """Whether a noun calls an agreement nothing more than one, or the one that others fill in."""
    return context.view.lower[slice(*named)] in _PLAIN or _GENERIC.fullmatch(context.view.lower, *named) is not None


def _is_no_other(context: Context, noun: Stretch, date: str) -> bool:
    """Whether a noun with a date is this paper itself, as the title block calls it, or a genitive with a year of something else."""
    own = _OF_A_YEAR.match(context.view.lower, *noun) and context.outline.block_at(noun[0]) in context.outline.title
    return bool(own) or (len(date) == len("2019") and context.view.lower[noun[1] - 1] == "s")


def _is_doubtful(context: Context, dated: Dated, noun: Stretch | None) -> bool:
    """Whether an agreement is of another kind or between others, is said to be untouched, was the first of several, or was only voted on."""
    lower, (start, end) = context.view.lower, dated.sentence
    if noun is None or _VOTED.search(lower, start, noun[0]):
        return _VOTED.search(lower, start, dated.found.start) is not None
    if not _OF_THE_KIND.match(lower, *noun) or _FIRST.search(lower, start, noun[0]) or _OTHERS.search(lower, noun[0], dated.found.start):
        return True
    if _OF_A_NEIGHBOUR.search(lower, start, noun[0]):
        return True
    return _FRAME.match(lower, *noun) is None and _is_unaffected(context, dated.found.end, end)


def _is_unaffected(context: Context, start: int, end: int) -> bool:
    """Whether the rest of a sentence, or one after it that begins with a pronoun, says that an agreement goes on by itself."""
    after = context.sentences[min(context.sentence_index(end - 1) + 1, len(context.sentences) - 1)]
    said = [(start, end), after] if _PRONOUN.match(context.view.lower, *after) else [(start, end)]
    return any(context.cues.first("unaffected", *stretch) for stretch in said)
