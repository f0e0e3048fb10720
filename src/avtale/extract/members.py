"""`bodies[].members`: who sits in a forum, from lists, lines, table rows and sentences, with or without names.

`attendance` is `permanent` for a listed member, `invited` for one who is called in, `observer` and `deputy` as the text says.
A series is split into its members; `leder for barn og unge` is one.

Not this field: who signs, a contact list, "others as needed", a chair or secretary whom the text does not count among the members.
Known gaps: an invitation whose verb an earlier clause has (`… og leder av næringsforeningen når …`).

>>> from avtale.extract.context import Context
>>> text = "Politirådet består av ordføreren, rådmann Kari Moen og leder for barn og unge. Rektorene innkalles ved behov."
>>> [(found.value["member"]["role"], found.value["member"]["title"], found.value["member"]["attendance"]) for found in extract(Context(text))]
[('mayor', 'ordføreren', 'permanent'), ('municipal_director', 'rådmann', 'permanent'), ('other', 'leder for barn og unge', 'permanent'), ('other', 'Rektorene', 'invited')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.extract.candidate import Candidate, Stretch
from avtale.extract.context import Context
from avtale.extract.forums import Forum
from avtale.extract.lists import is_placeholder, purpose
from avtale.extract.membership import Defaults, is_titled, read_member, split_members
from avtale.grammar import organisation, person
from avtale.grammar.role import offices
from avtale.register import is_municipality
from avtale.structure import Block, Kind, Listing, Section
from avtale.structure.wording import has_verb

_ANNOUNCES = re.compile(r"medlem|\bdeltak|\bdeltag|\brepresentant|\bsammens(?:etning|att)|\bsamans(?:et|att)|\bsett saman|\bbestå|\b(?:sit|sitter|sitje)\b|\bhvem som|\bkven som|(?<!i\s)(?<!alle\s)\bmøter:?\s?\Z|\bdesse møter|\bdisse møter")
_GROUP = re.compile(r"(?:deltakere?|deltakarar?|medlemm?er|representanter)?\s*(?:fra|frå|for)\s(?P<who>[^:]{3,40}):?\Z")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|@|\b\d{2}\s\d{2}\s\d{2}")
_CELL = re.compile(r"[^\s|](?:[^\t|\n]*?[^\s|])??(?=\s*[\t|]|\s{3,}|\s*\Z)")
_HEADER = re.compile(r"\b(?:navn|namn|rolle|stilling|tittel|funksjon|medlem|medlemmer|medlemer|part|fra|frå|kommer fra|organisasjon|vara)\b", re.IGNORECASE)

_AFTER = (
    re.compile(r"\b(?:medlem\w*|deltak\w*|deltag\w*|faste\srepresentant\w*)\b(?:\s(?:av|i|til|elles|ellers|i\stillegg|for)\b[^.:;,]{0,40}?)?(?:\ser\s(?:nå\s|no\s|desse\s|disse\s|følgende\s|følgjande\s)?|:\s)(?!(?:ansvar|bundet|bunden|tilsett|ansatt|observat))"),
    re.compile(r"\b(?:består\s(?:\w+\s)?av|bestå\sav|sammensatt\sav|samansett\sav|sett\ssaman\sav|utgjøres\sav|utgjerast\sav|har\ssom\smedlemm?er|har\smedlemm?ene|med\sfølgende\smedlemm?er:?|samler|samlar)\s"),
    re.compile(r"\b(?:der|her|i\s(?:rådet|forumet|gruppa|gruppen|utvalget|utvalet|teamet))\s(?:sit|sitter)\s"),
)
_SIDE = re.compile(r"(?:\A|[,;]\s|\bog\s|\bmens\s)(?P<from>(?:fra|frå)\s(?P<who>[^,.;:]{3,40}?))\s(?:møter|møter\sfast|deltar|deltek|sit|sitter|stiller|er\sdet|er)\s", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:er|blir|vert|møter|deltar|deltek)\s(?:som\s|også\s|òg\s|eitt\sav\s)?(?:fast[e]?\s)(?:\w*medlem\w*|\w*deltak\w*|\w*deltag\w*|\w*representant\w*)|\b(?:møter|møte|deltar|deltek)\s(?:fast|for\s(?:kommunen|politiet))\b|\bhar\sfast\splass\b|\bskal\smøte\sfast\b")
_TOGETHER = re.compile(r"\b(?:sammen|saman)\smed\s(?P<who>[^.;,]+?)(?:\si\spolitiet|,|\.|;|\Z)")
_CALLED = re.compile(r"\s(?:(?:blir|vert|kan|skal|møter\snår\sdei|møter\snår\sde)\s)?(?:også\s|òg\s|bli\s)?(?:innkalles|innkallast|inviteres|inviterast|tilkalles|tilkallast|kalles\sinn|kallast\sinn|(?:blir|vert|bli|verte|verta)\s(?:kalla|kalt|invitert|tilkalt|innkalt)(?:\sinn)?|kalla\sinn|kalt\sinn|møter\sved\sbehov|deltar\sved\sbehov|deltek\sved\sbehov|møter\snår|kommer\snår|kjem\snår|inviterte)\b")
_CALLS = re.compile(r"\b(?:inviteres|inviterast|innkalles|innkallast|tilkalles|tilkallast)\s(?=[a-zæøå])")
_OBSERVES = re.compile(r"\s(?:er|har|møter|møte|kan\smøte|kan\sstille|deltar|deltek|har\s(?:en\s|ein\s)?plass|har\smøterett|er\stil\sstede|har\smøte-)\s?(?:fast\s)?(?:som\s)?(?:observatør|og\stalerett|møterett)\b|\sobservatør\b|\shar\smøte-\sog\stalerett|\shar\smøterett")
_SUBSTITUTES = re.compile(r"\b(?:møter|stiller|møtar|trer|går)\s(?P<who>(?:\w+\s)?(?:vara\w+|[a-zæøå]+(?:en|an|sjefen))(?:\s(?!i\s|for\s)[\w-]+){0,4}?)(?=\si\s|\sfor\s|[,.]|\Z)|\A\W*(?P<subject>[^.,]{3,60}?)\s(?:er\svara(?:medlem|representant)?\sfor|er\s(?:fast\s)?(?:stedfortreder|stadfortredar|vara)\b|møter\ssom\svara|er\s[\wæøå]+s\svaramedlem|er\s\w+\sstedfortreder)")
_ABSENT = re.compile(r"\b(?:forfall|bortreist|forhindret|forhindra|fråvær|fravær|ikke\skan|ikkje\skan|borte)\b")
_NEXT_CLAUSE = re.compile(r"(?:,\s(?:og|mens|medan|men)|;|\smens|\smedan)\s")
_OWN_CLAUSE = re.compile(r",?\s(?:og|mens|medan|men|som|der|hvor)\s(?=(?:\w+\s){0,3}?(?:skal|er|har|kan|møter|(?:leder|leier)(?=\s(?:rådet|møt|grupp))|blir|vert|innkalles|inviteres|velger|vel)\b)|\.\s*\Z")
_CLAUSE = re.compile(r".*(?:\b(?:hvor|der|kor|mens|medan|men|kan)\s|;\s|:\s)", re.DOTALL)


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each member that a passage names."""
    last: Section | None = None
    for listing in context.outline.listings:
        found = list(_of_list(context, listing, listing.section is not None and listing.section is last))
        last = listing.section if found else None
        yield from found
    yield from _of_lines(context)
    yield from _of_rows(context)
    for sentence in context.sentences:
        if sentence[1] - sentence[0] > 15 and (forum := context.forums.at(sentence[0])) and context.forums.is_sure(*sentence):
            yield from _of_sentence(context, sentence, forum)


def _candidates(context: Context, forum: Forum | None, stretches: list[Stretch], defaults: Defaults) -> Iterator[Candidate]:
    for stretch in stretches:
        member = read_member(context, stretch, defaults) if forum and not is_placeholder(context.read(*stretch)) else None
        if member and forum:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "member": member}, (stretch,))


def _of_list(context: Context, listing: Listing, goes_on: bool) -> Iterator[Candidate]:
    announced = _announced(context, listing.lead, listing)
    if announced is None and goes_on and _names_offices(context, listing):
        announced = Defaults()
    if announced is None:
        return
    forum = context.forums.at(listing.lead.start if listing.lead else listing.items[0].start)
    for item in listing.items:
        if not context.dates_in(item.start, item.end) and not _is_sentence(context, item) and not context.cues.within("recurrences", item.start, item.end):
            yield from _candidates(context, forum, split_members(context, item.start, item.end), announced)


def _is_sentence(context: Context, item: Block) -> bool:
    label = context.view.lower[item.start : item.end].split(":")[0]
    return has_verb(context.view.lower, item.start, item.end) and ("(" not in context.view.lower[item.start : item.end]) and (len(label) > 40 or ":" not in context.view.lower[item.start : item.end])


def _announced(context: Context, lead: Block | None, listing: Listing) -> Defaults | None:
    """What the line before a list says of its entries, None where it announces no members."""
    if lead is None:
        return None
    lower = context.view.lower
    last = context.sentence(max(lead.start, lead.end - 1))
    line = lower[last[0] : lead.end]
    group = _GROUP.match(line)
    section = listing.section
    above = [part for part in (section.lineage() if section else ())]
    typed = any(part.type == "members" for part in above[:2])
    if group and (typed or _ANNOUNCES.search(line) or any(_ANNOUNCES.search(lower, part.heading.start, part.heading.end) for part in above) or _members_before(context, lead)):
        return _group_defaults(context.read(last[0] + group.start("who"), last[0] + group.end("who")))
    if group and _names_offices(context, listing):
        return _group_defaults(context.read(last[0] + group.start("who"), last[0] + group.end("who")))
    if _ANNOUNCES.search(line) or (lead.kind is Kind.HEADING and typed):
        found = purpose(context, listing)
        return None if found and found.is_duties and found.said == last else Defaults()
    return None


def _names_offices(context: Context, listing: Listing) -> bool:
    """Whether most entries of a list are an office or a person, without a verb."""
    named = [
        item
        for item in listing.items
        if not has_verb(context.view.lower, item.start, item.end) and (offices(context.view, context.cues, item.start, item.end) or next(person.names(context.view.text, item.start, item.end), None))
    ]
    return 2 * len(named) > len(listing.items)


def _members_before(context: Context, lead: Block) -> bool:
    """Whether the line before a group's own line announces members."""
    index = context.outline.block_at(lead.line)
    blocks = context.outline.blocks[max(0, index - 12) : index]
    return any(_ANNOUNCES.search(context.view.lower, block.start, block.end) and block.end - block.start < 160 for block in blocks if block.kind is not Kind.ITEM)


def _group_defaults(who: str) -> Defaults:
    """What `fra politiet` and `fra Kvitsøy kommune` say of the members that follow."""
    name = who.strip()
    bare = name.removesuffix(" kommune").removesuffix(" herad")
    if is_municipality(bare):
        return Defaults(organisation="municipality", party=f"{bare} kommune")
    name = name.lower()
    if "politi" in name or "lensmann" in name:
        return Defaults(organisation="police")
    return Defaults(organisation="municipality") if "kommun" in name or "herad" in name else Defaults()


def _of_lines(context: Context) -> Iterator[Candidate]:
    """Lines without markers under a heading of members, or lines that name an office and its holder."""
    for index, block in enumerate(context.outline.blocks):
        section = context.outline.section_at[index]
        if block.kind is not Kind.TEXT or section is None or index in context.outline.closing:
            continue
        heading = context.view.lower[section.heading.start : section.heading.end]
        typed = section.type == "members" or _ANNOUNCES.search(heading)
        group = _GROUP.match(heading)
        if not typed and not (group and _members_before(context, section.heading)):
            continue
        label = context.view.lower.find(":", block.start, block.end)
        labelled = 0 < label - block.start < 40 and bool(offices(context.view, context.cues, block.start, label))
        defaults = _group_defaults(context.read(section.heading.start + group.start("who"), section.heading.start + group.end("who"))) if group else Defaults()
        forum = context.forums.at(section.heading.start) or context.forums.default
        if labelled:
            names = list(person.names(context.view.text, label, block.end))
            yield from _candidates(context, forum, [(block.start, names[0][1] if names else label)], defaults)
        elif block.size < 200 and not (block.size > 60 and context.view.lower[block.end - 1] == "." and ". " in context.view.lower[block.start : block.end]) and not has_verb(context.view.lower, block.start, block.end) and not _CLOCK.search(context.view.lower, block.start, block.end):
            yield from _candidates(context, forum, split_members(context, block.start, block.end), defaults)


def _of_rows(context: Context) -> Iterator[Candidate]:
    """Table rows under a header of names and offices, or under a heading or line of members."""
    header: Block | None = None
    for index, block in enumerate(context.outline.blocks):
        if block.kind is not Kind.ROW or index in context.outline.closing:
            header = None if block.kind is not Kind.TEXT or block.size > 3 else header
            continue
        cells = [match.span() for match in _CELL.finditer(context.view.text, block.line, block.end)]
        if len(_HEADER.findall(context.view.lower[block.line : block.end])) >= 2 and not any(True for _ in person.names(context.view.text, block.line, block.end)):
            header = block
            continue
        if header is None and not _row_announced(context, index):
            continue
        party = next((found.value["party"]["name"] for cell in cells for found in organisation.find(context.view, *cell, context.cues) if found.end - found.start >= cell[1] - cell[0] - 1), None)
        defaults = Defaults(party=party)
        rest = [cell for cell in cells if not _is_organisation(context, cell)]
        forum = context.forums.at(block.start)
        if len(rest) == 1:
            yield from _candidates(context, forum, split_members(context, *rest[0]), defaults)
        elif rest:
            yield from _candidates(context, forum, [(rest[0][0], rest[-1][1])], defaults)


def _is_organisation(context: Context, cell: Stretch) -> bool:
    return any(found.end - found.start >= cell[1] - cell[0] - 1 for found in organisation.find(context.view, *cell, context.cues))


def _row_announced(context: Context, index: int) -> bool:
    section = context.outline.section_at[index]
    blocks = context.outline.blocks
    before = index
    while before > 0 and blocks[before - 1].kind is Kind.ROW:
        before -= 1
    lead = blocks[before - 1] if before else None
    typed = section is not None and section.type == "members"
    return typed or (lead is not None and bool(_ANNOUNCES.search(context.view.lower, lead.start, lead.end)) and context.view.lower[lead.end - 1] == ":")


def _of_sentence(context: Context, sentence: Stretch, forum: Forum) -> Iterator[Candidate]:
    start, end = sentence
    lower = context.view.lower[start:end]
    for pattern in _AFTER:
        if match := pattern.search(lower):
            yield from _titled(context, forum, start + match.end(), start + _series_end(lower, match.end()), Defaults())
            return
    sides = list(_SIDE.finditer(lower))
    for index, match in enumerate(sides):
        stop = sides[index + 1].start() if index + 1 < len(sides) else len(lower)
        yield from _titled(context, forum, start + match.end(), start + _series_end(lower[:stop], match.end()), _group_defaults(context.read(start + match.start("who"), start + match.end("who"))))
    if sides:
        return
    if match := _BEFORE.search(lower):
        yield from _titled(context, forum, start + _clause_start(lower, match.start()), start + match.start(), Defaults())
        together = _TOGETHER.search(lower, match.end())
        if together:
            yield from _titled(context, forum, start + together.start("who"), start + together.end("who"), Defaults())
        return
    for at, clause in _clauses(lower):
        yield from _occasional(context, start + at, clause, forum)


def _clauses(lower: str) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence that could each tell of somebody else."""
    at = 0
    for match in _NEXT_CLAUSE.finditer(lower):
        yield at, lower[at : match.start()]
        at = match.end()
    yield at, lower[at:]


def _occasional(context: Context, start: int, lower: str, forum: Forum) -> Iterator[Candidate]:
    """Those who are called in, observe, or stand in for another."""
    if match := _OBSERVES.search(lower):
        yield from _titled(context, forum, start + _clause_start(lower, match.start()), start + match.start(), Defaults("observer"))
    elif match := _SUBSTITUTES.search(lower):
        who = "who" if match["who"] else "subject"
        if match["subject"] or _ABSENT.search(lower):
            yield from _titled(context, forum, start + match.start(who), start + match.end(who), Defaults("deputy"))
    elif match := _CALLED.search(lower):
        kind = "deputy" if "vara" in lower[: match.start()] and _ABSENT.search(lower) else "invited"
        yield from _titled(context, forum, start + _clause_start(lower, match.start()), start + match.start(), Defaults(kind))
    elif match := _CALLS.search(lower):
        yield from _titled(context, forum, start + match.end(), start + _series_end(lower, match.end()), Defaults("invited"))


def _titled(context: Context, forum: Forum, start: int, end: int, defaults: Defaults) -> Iterator[Candidate]:
    """Those of a series in prose that are people or services by their words."""
    parts = [part for part in split_members(context, start, end) if is_titled(context, part)]
    yield from _candidates(context, forum, parts, defaults)


def _series_end(lower: str, start: int) -> int:
    """Where a series ends: before a clause with a verb of its own."""
    match = _OWN_CLAUSE.search(lower, start)
    return match.start() if match else len(lower)


def _clause_start(lower: str, end: int) -> int:
    match = _CLAUSE.match(lower, 0, end)
    return match.end() if match else 0
