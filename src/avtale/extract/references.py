"""`references`: what is cited by number or title: laws, propositions, circulars, letters, council cases, attachments, plans, reports.

`id` is the number as cited (`2007/5`, `86/16`; a law's is its date and number), `title` the name (a law's short title), `date` its date.
A short title alone counts, once.

Not this field: the document's own archive number, `loven` alone, an attachment without a title, the agreement that is replaced.
Known gaps: a plan or report that is named without quotes and without the years that it is for.

>>> from avtale.context import Context
>>> [(found.value["type"], found.value["id"]) for found in extract(Context("Jf. rundskriv 2007/5 og politilova § 2, og sak 86/16."))]
[('circular', '2007/5'), ('law', None), ('council_case', '86/16')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch

from avtale.context.lists import is_placeholder
from avtale.grammar.citation import CASE, CIRCULAR, OWN_NUMBER, PROPOSITION
from avtale.structure import Kind

_LAW = re.compile(r"lov(?:en|a)s?\b")
_LAW_WORD = re.compile(r"(?:[a-zæøå]+-\s(?:og|eller)\s)?[a-zæøå]{3,}\Z")
_NO_LAW = frozenset({"ut", "for", "er", "grunnstoff", "lokal"})
_LAW_BY_DATE = re.compile(r"lov(?:en|a)?\s(?:av\s)?(?:den\s)?\Z")
_REF = re.compile(r"\b(?:ref|vår ref|referanse|saksnr|sak|jnr|journalnr|nr)\.?:?\s*(?P<id>\d[\d/]*\d(?:-\d+)?)")
_ATTACHMENT = re.compile(r"(?:vedlegg|bilag)\s*(?:(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})(?!\w))?\s*[.:)–|\t-]*\s*(?P<title>\S.*)\Z", re.DOTALL)
_PLAN_WORD = re.compile(r"\w*(?:plan|program|strategi)(?:en|a|et)?\b", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}-?/\d{4}\Z")
_QUOTED = re.compile(r"[«“](?P<title>[^»”\"]{4,90})[»”\"]|\"(?P<straight>[^\"\n]{4,90})\"")
_TITLED = (
    ("report", re.compile(r"\b(?:rapport|undersøk|kartlegging|analyse)\w*\W{1,3}\Z")),
    ("other", re.compile(r"\b(?:veileder|rettleiar|handbok|håndbok|hefte)\w*\W{1,3}\Z")),
    ("plan", re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\W{1,3}\Z")),
)
_CAPITALISED = re.compile(r"(?P<title>[A-ZÆØÅ][\w-]*(?:[ ,][\w\[\]-]+)*\s)\Z")
_NEAR = 80
"""Characters between the parts of one citation."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each citation."""
    for find in (_attachments, _laws, _numbered, _letters, _plans):
        yield from find(context)


def _candidate(kind: str, spans: tuple[Stretch, ...], number: str | None = None, title: str | None = None, date: str | None = None) -> Candidate:
    return Candidate("references", {"type": kind, "id": number, "title": title, "date": date}, spans)


def _attachments(context: Context) -> Iterator[Candidate]:
    """The lines that list attachments, after the word or under a heading of that word."""
    lower = context.view.lower
    for index, block in enumerate(context.outline.blocks):
        section = context.outline.section_at[index]
        listed = block.kind is Kind.ITEM and section is not None and section.type == "attachments"
        at = block.start if block.marker else block.line
        if block.kind is Kind.CONTENTS or not (listed or lower.startswith(("vedlegg", "bilag"), at)):
            continue
        match = _ATTACHMENT.match(lower, at, block.end)
        if not listed and not (match and (match["number"] or block.kind is Kind.ITEM)):
            continue
        start, end = match.span("title") if match else (block.start, block.end)
        title = context.read(start, end)
        if end - start < 2 * _NEAR and not is_placeholder(title) and any(letter.isalpha() for letter in title):
            dates = [found for found in context.dates_in(start, end) if found.value["date"] and "/" not in found.value["date"]]
            case = CASE.search(lower, start, end)
            yield _candidate("attachment", ((start, end),), case["id"] if case else None, title, dates[0].value["date"] if dates else None)


def _laws(context: Context) -> Iterator[Candidate]:
    """Laws by date and number, then those named by their short title alone, each once."""
    lower, seen = context.view.lower, set()
    titles = list(_short_laws(context))
    for found in context.dates:
        if not _LAW_BY_DATE.search(lower, max(0, found.start - 20), found.start):
            continue
        number = re.compile(r"\s?nr\.?\s?\d+").match(lower, found.end)
        end = number.end() if number else found.end
        sentence = context.sentence(found.start)
        title = min((span for span in titles if sentence[0] <= span[0] < sentence[1]), key=lambda span: abs(span[0] - found.start), default=None)
        if title and abs(title[0] - found.start) >= _NEAR:
            title = None
        seen.add(_stem(lower[slice(*title)]) if title else "")
        yield _candidate(
            "law",
            ((found.start, end), *([title] if title else [])),
            context.read(found.start, end),
            context.read(*title) if title else None,
            found.value["date"],
        )
    for start, end in titles:
        stem = _stem(lower[start:end])
        if stem not in seen:
            seen.add(stem)
            yield _candidate("law", ((start, end),), title=context.read(start, end).removesuffix("s"))


def _short_laws(context: Context) -> Iterator[Stretch]:
    """The short titles of laws: a word before `-loven` or `-lova`."""
    lower = context.view.lower
    for match in _LAW.finditer(lower):
        word = _LAW_WORD.search(lower, max(0, match.start() - 40), match.start())
        if word and word[0] not in _NO_LAW and not word[0].endswith(("dags", "lov")):
            yield word.start(), match.end()


def _stem(title: str) -> str:
    return re.sub(r"lov(?:en|a)s?\Z", "", title).replace("tjeneste", "teneste")


def _numbered(context: Context) -> Iterator[Candidate]:
    """Propositions, circulars and council cases, each from its word."""
    lower = context.view.lower
    for cue in context.cues.all("cited"):
        kind = cue.term.id
        if kind in ("proposition", "report") and (match := PROPOSITION.match(lower, cue.start)):
            yield _candidate("report" if match["kind"] == "nou" else "proposition", (match.span(),), context.read(*match.span()))
        elif kind == "circular" and (match := CIRCULAR.match(lower, cue.start)):
            yield _candidate("circular", (match.span("id"),), context.read(*match.span("id")))
    listed = [found.spans[0] for found in _attachments(context)]
    for start, end in _case_numbers(context):
        if not any(a <= start < b for a, b in listed):
            yield _candidate("council_case", ((start, end),), lower[start:end], date=_near(context, start, end))


def _case_numbers(context: Context) -> Iterator[Stretch]:
    """The numbers of council cases, the document's own and those of letters left out."""
    lower = context.view.lower
    for start, end in context.figures:
        if lower[end : end + 1] != "/" or end - start > 4 or context.block(start).kind is Kind.HEADING:
            continue
        match = CASE.search(lower, max(0, start - 24), end + 7)
        if match and match.start("id") == start and not OWN_NUMBER.search(lower, lower.rfind("\n", 0, start) + 1, start) and not _is_in_letter(context, start):
            yield match.span("id")


def _is_in_letter(context: Context, at: int) -> bool:
    return any(cue.term.id == "letter" for cue in context.cues.within("cited", at - _NEAR, at))


def _near(context: Context, start: int, end: int) -> str | None:
    """The date that stands with a number: right after it, else before it in the same sentence."""
    dates = [found for found in context.dates_in(*context.sentence(start)) if found.value["date"] and "/" not in found.value["date"]]
    after = [found for found in dates if 0 <= found.start - end < 25]
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
        reference = _REF.search(lower, dates[0].end if dates else cue.end, min(end, (dates[0].end if dates else cue.end) + _NEAR))
        if (dates or reference) and not context.has("events", cue.end, dates[0].start if dates else cue.end, "superseded", "lapsed"):
            spans = ((cue.start, reference.end() if reference else dates[0].end),)
            yield _candidate("letter", spans, reference["id"] if reference else None, date=str(dates[0].value["date"]) if dates else None)


def _plans(context: Context) -> Iterator[Candidate]:
    """Plans with the years that they are for, and whatever is cited by a title in quotes."""
    text, lower = context.view.text, context.view.lower
    quoted: list[Stretch] = []
    for match in _QUOTED.finditer(text):
        span = match.span("title") if match["title"] else match.span("straight")
        kind = next((kind for kind, pattern in _TITLED if pattern.search(lower, max(0, match.start() - 30), match.start() + 1)), None)
        if kind is None and _PLAN_WORD.search(text, *span) and "vtale" not in text[slice(*span)]:
            kind = "plan"
        quoted.append(match.span())
        if kind:
            yield _candidate(kind, (span,), title=context.read(*span))
    for found in context.dates:
        if found.value["date"] and _YEARS.fullmatch(found.value["date"]) and not any(a <= found.start < b for a, b in quoted):
            start = _plan_start(context, found.start)
            if start is not None:
                yield _candidate("plan", ((start, found.end),), title=context.read(start, found.end))


def _plan_start(context: Context, years: int) -> int | None:
    """Where the title of a plan begins that ends with years: at the last capitalised word from which it names a plan."""
    head = context.view.text[max(context.sentence(years)[0], years - _NEAR - 10) : years]
    title = _CAPITALISED.search(head)
    words = list(re.finditer(r"\S+", title["title"])) if title else []
    for word in reversed(words):
        if word[0][0].isupper() and title and _PLAN_WORD.search(title["title"], word.start()):
            return years - len(head) + title.start() + word.start()
    return None
