"""`references`: what is cited by number or title: laws, propositions, circulars, letters, council cases, attachments, plans, reports.

`id` is the number as cited (`2007/5`, `86/16`; a law's is its date and number), `title` the name (a law's short title), `date` its date.
A short title alone counts, once.

Not this field: the document's own archive number, `loven` alone, an attachment without a title, the agreement that is replaced, the cases of
the minutes themselves.
Known gaps: a plan that is named with neither quotes, a capital nor the years that it is for.

>>> from avtale.context import Context
>>> [(found.value["type"], found.value["id"]) for found in extract(Context("Jf. rundskriv 2007/5 og sak 86/16, og politilova § 2."))]
[('law', None), ('circular', '2007/5'), ('council_case', '86/16')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.attachments import attachments as attachments_of
from avtale.context.entries import is_placeholder
from avtale.context.laws import laws
from avtale.context.unaffected import unaffected
from avtale.context.works import works
from avtale.grammar.citation import CASE, CIRCULAR, OWN_NUMBER, PROPOSITION
from avtale.structure import Kind

_REF = re.compile(r"\b(?:ref|vår ref|deres ref|dykkar ref|referanse|saksnr|jnr|journalnr|nr)\.?:?\s*(?P<id>\d[\d/]*\d(?:-\d+)?)")
_ADOPTED = re.compile(r",?\s\(?(?:vedtatt|vedteken|vedteke|godkjent|godkjend)\b")
_TITLE = re.compile(r"\s[«“]?(?P<title>[A-ZÆØÅ](?:(?!\s(?:og|samt)\s(?:Prop|St\.|Meld|NOU|Innst))[^,;:.»”\n]){5,90})")
_BY_DECISION = re.compile(r"vedt|behandl|handsam|godkj|slutt")
_ANOTHER = re.compile(r"\b(?:og|samt)\b|;")
"""What stands between a case and the date of another."""
_CASE_CELL = re.compile(r"\d{1,3}/\d\d(?:\d\d)?")
_OWN = 60
"""Characters before a number in which the word for the document's own archive stands, on the same line."""
_NEAR = 80
"""Characters between the parts of one citation."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each citation."""
    attachments = [found for span in attachments_of(context) for found in _attachment(context, span)]
    listed = [found.spans[0] for found in attachments]
    yield from attachments
    yield from _laws(context)
    yield from _numbered(context, listed)
    yield from (letter for letter in _letters(context) if not any(a <= letter.spans[0][0] < b for a, b in listed))
    for other in unaffected(context):
        yield _candidate("other", (other.title, other.dated), title=context.read(*other.title), date=other.date)
    for work in works(context):
        if any(a <= work.span[0] < b for a, b in listed):
            continue
        yield _candidate(work.kind, (work.span,), title=context.read(*work.span), date=work.date)


def _candidate(kind: str, spans: tuple[Stretch, ...], number: str | None = None, title: str | None = None, date: str | None = None) -> Candidate:
    return Candidate("references", {"type": kind, "id": number, "title": title, "date": date}, spans)


def _attachment(context: Context, span: Stretch) -> Iterator[Candidate]:
    """An attachment by its title, the decision that adopted it left out."""
    lower, (start, end) = context.view.lower, span
    adopted = _ADOPTED.search(lower, start, end)
    end = adopted.start() if adopted else end
    title = context.read(start, end)
    if end - start < 2 * _NEAR and not is_placeholder(title) and any(letter.isalpha() for letter in title):
        dates = [found for found in context.dates_in(start, end) if found.value["date"] and "/" not in found.value["date"]]
        case = CASE.search(lower, start, end)
        yield _candidate("attachment", ((start, end),), case["id"] if case else None, title, dates[0].value["date"] if dates else None)


def _laws(context: Context) -> Iterator[Candidate]:
    """Laws, those excepted that only stand in the title of a proposition."""
    titles = [span for _, span in _propositions(context) if span]
    for law in laws(context):
        spans = tuple(span for span in (law.number, law.title) if span)
        if not any(a <= spans[0][0] < b for a, b in titles):
            number = context.read(*law.number) if law.number else None
            title = context.read(*law.title) if law.title else None
            yield _candidate("law", spans, number, title if law.number or not title else title.removesuffix("s"), law.date)


def _propositions(context: Context) -> Iterator[tuple[re.Match[str], Stretch | None]]:
    """Propositions and reports to parliament by number, each with its title where that follows."""
    for cue in context.cues.all("cited"):
        match = PROPOSITION.match(context.view.lower, cue.start) if cue.term.id in ("proposition", "report") else None
        if match:
            title = _TITLE.match(context.view.text, match.end(), context.sentence(cue.start)[1])
            verb = context.cues.first("verbs", *title.span("title")) if title else None
            end = verb.start if verb else title.end("title") if title else 0
            yield match, (title.start("title"), len(context.view.text[:end].rstrip())) if title else None


def _numbered(context: Context, attachments: list[Stretch]) -> Iterator[Candidate]:
    """Propositions, circulars and council cases, each from its word."""
    lower = context.view.lower
    for match, title in _propositions(context):
        kind = "report" if match["kind"] == "nou" else "proposition"
        yield _candidate(kind, (match.span(), *([title] if title else [])), context.read(*match.span()), context.read(*title) if title else None)
    for cue in context.cues.all("cited"):
        if cue.term.id == "circular" and (number := CIRCULAR.match(lower, cue.start)):
            yield _candidate("circular", (number.span("id"),), context.read(*number.span("id")), date=_dated(context, number.end()))
    for start, end in (*_case_numbers(context), *_in_columns(context)):
        if not any(a <= start < b for a, b in attachments):
            yield _candidate("council_case", ((start, end),), lower[start:end], date=_near(context, start, end))


def _dated(context: Context, end: int) -> str | None:
    """The date right after a number: `2007/5 av 24. mai 2007`."""
    dates = [found for found in context.dates_in(end, end + 24) if found.value["date"] and "/" not in found.value["date"]]
    linked = dates and re.fullmatch(r",?\s\(?(?:av|datert|dagsett|frå|fra)\s(?:den\s)?", context.view.lower[end : dates[0].start])
    return str(dates[0].value["date"]) if linked else None


def _case_numbers(context: Context) -> Iterator[Stretch]:
    """The numbers of council cases; the document's own, those of letters and the cases of the document itself are left out."""
    lower = context.view.lower
    cases = [match for start, end in context.figures if lower[end : end + 1] == "/" and end - start < 5 and (match := _case(lower, start, end))]
    own = {match["id"] for match in cases if _is_heading(context, match.start())}
    for match in cases:
        if match["id"] not in own and not _is_own(context, match.start("id")) and not _is_in_letter(context, match.start("id")):
            yield match.span("id")


def _in_columns(context: Context) -> Iterator[Stretch]:
    """The numbers of council cases in cells of their own under `Sak` or `Saksnummer`, with a date in their rows."""
    for table in context.outline.tables:
        for row in table.rows:
            cell = row.columns.get("case") or row.columns.get("topic")
            if cell and _CASE_CELL.fullmatch(context.view.text, *cell) and context.dates_in(row.start, row.end):
                yield cell


def _case(lower: str, start: int, end: int) -> re.Match[str] | None:
    """The case number that begins with a figure, with its word."""
    match = CASE.search(lower, max(0, start - 24), end + 7)
    return match if match and match.start("id") == start else None


def _is_heading(context: Context, at: int) -> bool:
    """Whether a case number begins a line that is short enough to be the heading of the case."""
    block = context.block(at)
    return block.kind is Kind.HEADING or (at == block.line and block.size < _NEAR and context.view.text[block.end - 1] not in ".,;")


def _is_own(context: Context, start: int) -> bool:
    """Whether a number is that of the document's own archive: by its word, or in the title block without a word for a decision."""
    sentence = context.sentence(start)
    in_title = context.outline.block_at(start) < context.outline.title.stop and context.view.text[sentence[1] - 1] != "."
    if in_title and not _BY_DECISION.search(context.view.lower, *sentence):
        return True
    return bool(OWN_NUMBER.search(context.view.lower, max(0, start - _OWN), start))


def _is_in_letter(context: Context, at: int) -> bool:
    """Whether a number is that of a letter that is cited right before it."""
    cue = next((cue for cue in context.cues.within("cited", at - _NEAR, at)[::-1] if cue.term.id == "letter"), None)
    return cue is not None and context.cues.first("verbs", cue.end, at) is None


def _near(context: Context, start: int, end: int) -> str | None:
    """The date that stands with a number: right after it, else before it in the same sentence."""
    dates = [found for found in context.dates_in(*context.sentence(start)) if found.value["date"] and "/" not in found.value["date"]]
    after = [found for found in dates if 0 <= found.start - end < 25 and not _ANOTHER.search(context.view.lower, end, found.start)]
    before = [found for found in dates if 0 <= start - found.end < 60]
    return str((after or before[::-1])[0].value["date"]) if after or before else None


def _letters(context: Context) -> Iterator[Candidate]:
    """Letters with a date or a reference."""
    lower = context.view.lower
    for cue in context.cues.all("cited"):
        start, end = context.sentence(cue.start) if cue.term.id == "letter" else (0, 0)
        if start == end or lower.startswith(("vedlegg", "bilag"), start):
            continue
        dates = [found for found in context.dates_in(cue.end, min(end, cue.end + _NEAR)) if found.value["date"]]
        after = dates[0].end if dates else cue.end
        reference = _REF.search(lower, after, min(end, after + _NEAR // 2))
        if (dates or reference) and not context.has("events", cue.end, dates[0].start if dates else cue.end, "superseded", "lapsed"):
            spans = ((cue.start, reference.end() if reference else dates[0].end),)
            yield _candidate("letter", spans, reference["id"] if reference else None, date=str(dates[0].value["date"]) if dates else None)
