"""`themes`: what the agreement speaks of, wherever that is, each once: its first mention, or every one of those that a reader would look up
one by one (attachments, `per i dag`, the politikontakt).

Besides subjects such as confidentiality or violence in close relations these are the role of the politikontakt and the seat in the council
(`police_contact_role`, `police_contact_member`), who has duties in running text (`police_duty`, `municipality_duty`, `mutual_duty`), seats
whose holder is yet to come (`chair_to_come`, `secretary_to_come`, `slt_coordinator_to_come`), attachments with their numbers, where a
sentence cites them and where a line lists them (`attachment_cited`, `attachment_listed`), and the moment of writing (`per_date`), where no
date says when that was.

Not this field: what the table of contents lists.
Known gaps: a subject that is told in other words than the usual ones.

>>> from avtale.context import Context
>>> text = "Politirådet drøfter vold i nære relasjoner. Alle har taushetsplikt. Pr. i dag er to av tre stillinger besatt."
>>> [found.value["type"] for found in extract(Context(text))]
['violence_in_close_relations', 'confidentiality', 'per_date']
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from avtale.context import Candidate, Context, Stretch
from avtale.structure import Kind
from avtale.vocabulary import Cue

_PASSIVE = r"(?!\s+(?:alltid\s|også\s|òg\s)?(?:bli|få|verta?|verte|\w+(?:es|ast|last))\b)"
_BOUND = re.compile(
    rf"\s+(?:og\s\w+\s)?(?:(?:skal|må|bør|vil|pliktar|plikter){_PASSIVE}|forplikt\w+\s(?:seg|oss)"
    r"|(?:har|tek|tar)\s(?:\w+\s)?ansvar\w*|stiller|stillar|sørger|sørgjer|syter|bidrar|bidreg|opprettholder|opprettheld)\b"
)
_EXPECTED = re.compile(r"\b(?:(?:forvent\w*|ventar?)\s(?:at|av|til|frå|fra)|ber|skal|må)\s(?:den\s|det\s)?(?:lokale?\s|hver\s|kvar\s)?\Z")
_ENDINGS = ("at", "av", "til", "frå", "fra", "ber", "skal", "må", "den", "det", "lokal", "lokale", "ver", "var")
"""Of which one ends whatever `_EXPECTED` matches."""
_BETWEEN = re.compile(r"\bmellom\s(?:[\w-]+\s){0,3}\Z")
_ROLE = re.compile(
    rf"""\s(?:
        (?:skal|må|bør|vil){_PASSIVE}(?!\s(?:\w+\s)?(?:være|vere|vera|møte|møta|delta|ha)\b)
      | (?:skal\s(?:være|vere|vera)|er)\s(?:\w+\s){{0,4}}?(?:bindeledd\w*|kontakt(?:punkt|person|ledd)\w*|rådgiver|rådgjevar|pådriver|pådrivar|lenk\w+)
      | har\s(?:\w+\s){{0,2}}?(?:ansvar\w*|rolle|rolla|oppgave\w*|oppgåve\w*)
      | (?:sin[ae]?\s|sitt\s|si\s)?(?:viktigste\s|viktigaste\s)?(?:hoved|hovud|arbeids)?(?:rolle|rolla|oppgave|oppgåve|ansvar|funksjon|mandat)
      | (?:sørger|sørgjer|syter|bidrar|bidreg|følger|følgjer|gir|gjev|rådgir|holder|held|samarbeider|samarbeida|representerer)\b
    )""",
    re.VERBOSE,
)
_SEATED = re.compile(
    r"(?![^.;:]*\bikk(?:e|je)\b)[^.;:]{0,60}?\b(?:medlem\w*|deltak\w+|deltek|deltar|sit|sitter)\s(?:av|i)\s(?:[\w-]+\s){0,2}?(?:politi)?råd(?:et)?\b"
)
_CITED = re.compile(r"(?:\(|\b(?:se|sjå|jf|jfr|i|av|som|eget|eige)\.?\s)\Z")
_NUMBERS = re.compile(r"\s\d{1,2}(?:(?:\s?[,–-]\s?|\sog\s|\s?til\s)\d{1,2})*(?!\d)")
_CHILDREN_SUFFER = re.compile(
    r"\b(?:barn|born)\w*\s(?:[\w-]+\s){0,5}?(?:utsatte?|utsett\w?|utset\w+|utsettes|lev\w*|veks\w?|voks\w+|opplev\w*|oppvekst\w*|ramm\w+|vitne\w?)(?:\s[\w-]+){1,4}\Z"
)
_AGAINST_CHILDREN = re.compile(r"\s(?:mot|overfor|ovenfor)\s(?:[\w-]+\s(?:og\s)?){0,2}?(?:barn|born|mindreårig)")
_AT_HOME = re.compile(r"(?:\s[\w-]+){1,4}\si\s(?:hjemme[tn]|heim(?:en|ane)|famili\w+|parforhold\w*)")
_NEAR = 24
"""Characters after `per i dag` in which a date says when that was; those before somebody that tell of whom something is expected."""
_CLAUSE = 80
"""Characters before violence in which those stand who suffer it."""
_SEAT_AFTER = 110
"""Characters after the politikontakt in which the seat in the council is told."""
_SEAT = 30
"""Characters of a line in which the seat stands that is yet to be filled."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each theme."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    listed = [block for block in context.outline.blocks if block.kind is Kind.CONTENTS]
    first, last = (listed[0].line, listed[-1].end) if listed else (0, 0)
    for cue in context.cues.all("themes"):
        if (cue.term.id not in found or "every" in cue.term.facts) and not first <= cue.start < last:
            told = _TOLD.get(cue.term.id)
            for kind, stretch in told(context, cue) if told else ((cue.term.id, (cue.start, cue.end)),):
                found[kind].append(stretch)
    for kind, stretch in _bound(context):
        found.setdefault(kind, [stretch])
    for kind, stretches in found.items():
        yield Candidate("themes", {"type": kind}, tuple(stretches))


def _seats_to_come(context: Context, cue: Cue) -> Iterator[tuple[str, Stretch]]:
    yield from ((f"{seat}_to_come", (cue.start, cue.end)) for seat in _seats(context, cue.start))


def _contact(context: Context, cue: Cue) -> Iterator[tuple[str, Stretch]]:
    lower, end = context.view.lower, cue.end + _SEAT_AFTER
    has_role, has_seat = _ROLE.match(lower, cue.end), lower.find("råd", cue.end, end) > 0 and _SEATED.match(lower, cue.end, end)
    if has_role:
        yield "police_contact_role", (cue.start, cue.end)
    if has_seat or not has_role:
        yield "police_contact_member" if has_seat else "police_contact", (cue.start, cue.end)


def _undated(context: Context, cue: Cue) -> Iterator[tuple[str, Stretch]]:
    if not context.dates_in(cue.end, cue.end + _NEAR):
        yield cue.term.id, (cue.start, cue.end)


def _violence(context: Context, cue: Cue) -> Iterator[tuple[str, Stretch]]:
    """Violence in close relations by the word, and that against children by those whom it is said to meet."""
    lower = context.view.lower
    if cue.term.id != "violence" or _AT_HOME.match(lower, cue.end):
        yield "violence_in_close_relations", (cue.start, cue.end)
    if _AGAINST_CHILDREN.match(lower, cue.end) or _CHILDREN_SUFFER.search(lower, max(context.sentence(cue.start)[0], cue.start - _CLAUSE), cue.end):
        yield "child_abuse", (cue.start, cue.end)


def _seats(context: Context, at: int) -> Iterator[str]:
    """The seats that the sentence begins with."""
    start, _ = context.sentence(at)
    if context.has("roles", start, min(at, start + _SEAT), "slt_coordinator"):
        yield "slt_coordinator"
    for cue in context.cues.within("offices", start, min(at, start + _SEAT)):
        if cue.term.id == "secretary" or (cue.term.id == "chair" and cue.start == start):
            yield cue.term.id


def _attachment(context: Context, cue: Cue) -> Iterator[tuple[str, Stretch]]:
    """An attachment with its numbers: listed by a line that begins with it, or cited by a sentence; not those of an agenda."""
    block, section, lower = context.block(cue.start), context.section(cue.start), context.view.lower
    numbers = _NUMBERS.match(lower, cue.end, block.end)
    stretch = cue.start, numbers.end() if numbers else cue.end
    if cue.start == block.start or (section is not None and section.type == "attachments"):
        yield "attachment_listed", stretch
    elif numbers or _CITED.search(lower, max(block.start, cue.start - _NEAR), cue.start):
        yield "attachment_cited", stretch


def _bound(context: Context) -> Iterator[tuple[str, Stretch]]:
    """The first words by which each side, or both, binds itself to something, or by which something is expected of it."""
    for side in ("police", "municipality", "mutual"):
        binds = (cue for cue in _naming(context, side) if _binds_itself(context, cue))
        found = next(binds, None) or next((cue for cue in _naming(context, side) if _is_expected(context, cue)), None)
        if found:
            yield f"{side}_duty", (found.start, found.end)


def _naming(context: Context, side: str) -> Iterator[Cue]:
    """The words that name a side."""
    if side == "mutual":
        return iter(context.cues.all("parties"))
    return (cue for cue in chain(context.cues.all("organisations"), context.cues.all("roles")) if cue.term.facts["side"] == side)


def _binds_itself(context: Context, cue: Cue) -> bool:
    lower = context.view.lower
    return _BOUND.match(lower, cue.end) is not None and not _BETWEEN.search(lower, max(0, cue.start - _NEAR), cue.start)


def _is_expected(context: Context, cue: Cue) -> bool:
    lower = context.view.lower
    return lower.endswith(_ENDINGS, 0, max(0, cue.start - 1)) and _EXPECTED.search(lower, max(0, cue.start - _NEAR), cue.start) is not None


_TOLD: Mapping[str, Callable[[Context, Cue], Iterator[tuple[str, Stretch]]]] = MappingProxyType(
    {
        "attachment_cited": _attachment,
        "per_date": _undated,
        "police_contact": _contact,
        "to_come": _seats_to_come,
        "violence": _violence,
        "violence_in_close_relations": _violence,
    }
)
"""What the words tell of that need something beside them; the others tell of what they say."""
