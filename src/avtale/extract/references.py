"""`references`: what is cited by number or title: laws, propositions, circulars, letters, council cases, attachments, plans, reports.

`id` is the number as cited (`2007/5`, `86/16`; a law's is its date and number), `title` the name (a law's short title), `date` its date.
A short title alone counts, once.

Not this field: the document's own archive number, `loven` alone, an attachment without a title, the agreement that is replaced.
Known gaps: a plan or report that is named without quotes and without the years that it is for.

>>> from avtale.extract.context import Context
>>> [(found.value["type"], found.value["id"]) for found in extract(Context("Jf. rundskriv 2007/5 og politilova § 2, og sak 86/16."))]
[('circular', '2007/5'), ('law', None), ('council_case', '86/16')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.extract.candidate import Candidate, Stretch
from avtale.extract.context import Context
from avtale.extract.lists import is_placeholder
from avtale.grammar.citation import CASE, CIRCULAR, OWN_NUMBER, PROPOSITION
from avtale.structure import Kind

_SHORT_LAW = re.compile(r"\b(?:[a-zæøåA-ZÆØÅ]+-\s(?:og|eller)\s)?[a-zæøåA-ZÆØÅ]{3,}(?:loven|lova)s?\b")
_NO_LAW = re.compile(r"(?:.*(?:dagslova|lovlova)|utlova|erlova|forlova|lova)\Z", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:brev|skriv)(?:et)?\b", re.IGNORECASE)
_REF = re.compile(r"\b(?:ref|vår ref|referanse|saksnr|sak|jnr|journalnr|nr)\.?:?\s*(?P<id>\d[\d/]*\d(?:-\d+)?)", re.IGNORECASE)
_ATTACHMENT = re.compile(r"(?:vedlegg|bilag)\s*(?:(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})(?![\w]))?\s*[.:)–|\t-]*\s*(?P<title>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_PLAN_WORD = re.compile(r"\w*(?:plan|program|strategi)(?:en|a|et)?\b", re.IGNORECASE)
_YEARS = re.compile(r"(?<![\d/])(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d(?!\d)")
_QUOTED = re.compile(r"[«“\"](?P<title>[^»”\"]{4,90})[»”\"]")
_TITLED = {"report": re.compile(r"\b(?:rapport|undersøk|kartlegging|analyse)\w*\W{1,3}\Z", re.IGNORECASE), "other": re.compile(r"\b(?:veileder|rettleiar|handbok|håndbok|hefte)\w*\W{1,3}\Z", re.IGNORECASE), "plan": re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\W{1,3}\Z", re.IGNORECASE)}


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each citation."""
    for found in (*_attachments(context), *_laws(context), *_numbered(context), *_letters(context), *_plans(context)):
        yield found


def _candidate(kind: str, spans: tuple[Stretch, ...], number: str | None = None, title: str | None = None, date: str | None = None) -> Candidate:
    return Candidate("references", {"type": kind, "id": number, "title": title, "date": date}, spans)


def _attachments(context: Context) -> Iterator[Candidate]:
    """The lines that list attachments, after the word or under a heading of that word."""
    text = context.view.text
    for index, block in enumerate(context.outline.blocks):
        section = context.outline.section_at[index]
        if block.kind is Kind.CONTENTS:
            continue
        match = _ATTACHMENT.match(text, block.start if block.marker else block.line, block.end)
        listed = block.kind is Kind.ITEM and section is not None and section.type == "attachments"
        if not (match and (match["number"] or block.kind is Kind.ITEM) and not context.has("verbs", *match.span())) and not listed:
            continue
        start, end = match.span("title") if match else (block.start, block.end)
        title = context.read(start, end)
        if end - start < 160 and not is_placeholder(title) and any(letter.isalpha() for letter in title):
            dates = context.dates_in(start, end)
            case = CASE.search(text, start, end)
            yield _candidate("attachment", ((start, end),), case["id"] if case else None, title, dates[0].value["date"] if dates and "/" not in str(dates[0].value["date"]) else None)


def _laws(context: Context) -> Iterator[Candidate]:
    """Laws by date and number, then those named by their short title alone, each once."""
    text, seen = context.view.text, set()
    for found in context.dates:
        if not re.search(r"(?:\b[Ll]ov|lov(?:en|a))\s(?:av\s)?(?:den\s)?\Z", text[max(0, found.start - 20) : found.start]):
            continue
        number = re.match(r"\s?nr\.?\s?\d+", text[found.end : found.end + 10])
        end = found.end + (number.end() if number else 0)
        sentence = context.sentence(found.start)
        titles = sorted(_SHORT_LAW.finditer(text, *sentence), key=lambda match: abs(match.start() - found.start))
        title = titles[0] if titles and abs(titles[0].start() - found.start) < 80 else None
        seen.add(_stem(title[0]) if title else "")
        spans = ((found.start, end), title.span()) if title else ((found.start, end),)
        yield _candidate("law", spans, context.read(found.start, end), title[0] if title else None, found.value["date"])
    for match in _SHORT_LAW.finditer(text):
        stem = _stem(match[0])
        if stem not in seen and not _NO_LAW.match(match[0]):
            seen.add(stem)
            yield _candidate("law", (match.span(),), title=match[0].removesuffix("s"))


def _stem(title: str) -> str:
    return re.sub(r"lov(?:en|a)s?\Z", "", title.casefold()).replace("tjeneste", "teneste")


def _numbered(context: Context) -> Iterator[Candidate]:
    """Propositions, circulars and council cases."""
    text = context.view.text
    listed = {span for found in _attachments(context) for span in found.spans}
    for match in PROPOSITION.finditer(text):
        yield _candidate("report" if match["kind"] == "NOU" else "proposition", (match.span(),), context.read(*match.span()))
    for match in CIRCULAR.finditer(text):
        yield _candidate("circular", (match.span("id"),), match["id"])
    for match in CASE.finditer(text):
        own = OWN_NUMBER.search(text[max(0, match.start() - 60) : match.end("word")].split("\n")[-1])
        if own or any(start <= match.start() < end for start, end in listed) or _LETTER.search(text, max(0, match.start() - 60), match.start()):
            continue
        date = _near(context, match.start(), match.end())
        yield _candidate("council_case", (match.span("id"),), match["id"], date=date)


def _near(context: Context, start: int, end: int) -> str | None:
    """The date that stands with a number: right after it, else before it in the same sentence."""
    sentence = context.sentence(start)
    dates = [found for found in context.dates_in(*sentence) if found.value["date"] and "/" not in found.value["date"]]
    after = [found for found in dates if 0 <= found.start - end < 25]
    before = [found for found in dates if 0 <= start - found.end < 60]
    return str((after or before[::-1])[0].value["date"]) if after or before else None


def _letters(context: Context) -> Iterator[Candidate]:
    """Letters with a date or a reference."""
    text = context.view.text
    for match in _LETTER.finditer(text):
        start, end = context.sentence(match.start())
        dates = [found for found in context.dates_in(match.end(), end) if found.start - match.end() < 90 and found.value["date"]]
        reference = _REF.search(text, dates[0].end if dates else match.end(), min(end, (dates[0].end if dates else match.end()) + 60))
        if (dates or reference) and not _ATTACHMENT.match(text, context.block(start).line, end):
            spans = ((match.start(), reference.end() if reference else dates[0].end),)
            yield _candidate("letter", spans, reference["id"] if reference else None, date=str(dates[0].value["date"]) if dates else None)


def _plans(context: Context) -> Iterator[Candidate]:
    """Plans with the years that they are for, and whatever is cited by a title in quotes."""
    text = context.view.text
    taken: list[Stretch] = []
    for match in _QUOTED.finditer(text):
        before = text[max(0, match.start() - 30) : match.start() + 1]
        kind = next((kind for kind, pattern in _TITLED.items() if pattern.search(before)), None)
        if kind is None and _PLAN_WORD.search(match["title"]) and "vtale" not in match["title"]:
            kind = "plan"
        taken.append(match.span())
        if kind:
            yield _candidate(kind, (match.span("title"),), title=" ".join(match["title"].split()))
    for years in _YEARS.finditer(text):
        start, _ = context.sentence(years.start())
        head = text[max(start, years.start() - 90) : years.start()]
        title = re.search(r"(?P<title>[A-ZÆØÅ][\w-]*(?:[ ,][\w\[\]-]+)*\s)\Z", head)
        words = title["title"].split() if title else []
        capital = next((index for index in range(len(words) - 1, -1, -1) if words[index][0].isupper() and any(_PLAN_WORD.fullmatch(word) for word in words[index:])), None)
        if capital is None or any(a <= years.start() < b for a, b in taken):
            continue
        at = years.start() - len(head) + head.rfind(" ".join(words[capital:]).split(" ")[0], 0)
        at = text.rfind(words[capital], start, years.start())
        yield _candidate("plan", ((at, years.end()),), title=context.read(at, years.end()))
