"""`bodies[].minutes`: whether minutes are public (`public`) and kept in the archive (`archived`).

True for what is promised, false for what is ruled out (`referatene unntas offentlighet`); `not before they are approved` is public.

Not this field: whether the agreement itself is public; that minutes are written at all.
Known gaps: minutes that are public to some and not to others.

>>> from avtale.context import Context
>>> next(extract(Context("Politirådet fører referat. Referata er offentlege og vert arkiverte."))).value["minutes"]
{'public': True, 'archived': True}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.context.forums import Forum
from avtale.context.stems import sentences_saying

_MINUTES = re.compile(r"\b\w*referat|\bmøteb(?:o|ø)k|\b(?:møte)?protokoll|\blogg|\bmøtenotat|\bnotat(?:a|ene)\b")
_STEMS = ("referat", "bok", "bøk", "protokoll", "logg", "notat")
_GO_ON = re.compile(r"\W*(?:de|dei|det|den|ho|han|disse|desse|unntatt|unnat\w+|offentl\w+|åp(?:en|ent|ne)|op(?:e|en|ne))\b")
_ARCHIVED = re.compile(r"arkiv|\bjournalfør|sakssystem|\bephorte|\bpublic\s360|\bacos\b|\belements\b|\bsaksbehandlings?system|\bsakshandsamingssystem")
_OF_THEM = re.compile(rf"{_ARCHIVED.pattern}|\binnsyn\si\s(?:de|dei|den|det)\b|\b(?:lese|lesa|se|sjå)\s(?:de|dem|dei|den|det|ho|han|henne)\b")
"""What is said of minutes in a sentence that does not begin with them."""
_PUBLIC = re.compile(
    r"\boffentl|\binnsyn\si\b|\b(?:åp(?:en|ent|ne)|ope|open|opne)\s(?:for|og|dokument)|\bl(?:egges|eggast|eggjast|agt|agd|agde|agte|ig[g]?|igger)\s(?:åpent\s|ope\s|fritt\s)?(?:ut\b|åpent|ope|på\s\w*(?:sid[ea]|nett))"
    r"|\bpubliser|\bkan\s(?:\w+\s)?(?:leses|lesast|sjåast)\b|\bpostlist[ea]|\b(?:åpent|ope)\slag[dt]\b|\bligg(?:er)?\sframme\b"
    r"|\b(?:alle|(?:dei|den|de|dem)\ssom\svil|innbygg\w+|publikum|ut[ae]nforstå[ae]nde)\s(?:kan|skal|får|har)\s(?:\w+\s)?(?:få\s)?(?:lese|lesa|sjå|se|innsyn)\b|\b(?:hvem|kven)\ssom\shelst\b|\benhver\b|\bkvar\sog\sein\b|\bpå\s(?:\w+\s)?(?:hjemme|heime|nett)sid[ea]|\btilgjengel\w+\sfor\s(?:alle|publikum|innbygg|ålmenta|allmenn)|\ballment\still?gjengel"
)
_CLOSED = re.compile(r"\bunnt[aæ]|\bunnat|\bikk?j?e\s(?:\w+\s)?(?:offentl|åp(?:en|ent|ne)\b|op(?:e|en|ne)\b|tilgjengel)|\bskjerm|\bgradert|\binter(?:ne|nt)\b")
_NOT_CLOSED = re.compile(r"\bikk?j?e\s(?:\w+\s)?(?:unnt|unnat)")
_UNTIL = re.compile(
    r"\b(?:føre?|fyrr|førre|til|inntil|først)\s(?:når\s|etter\s)?(?:de|dei|den|det|ho|han|referat\w*|møtebok\w*|protokoll\w*|neste\smøte|politirådet|rådet)?\s?(?:er\s|har\s|vert\s|blir\s)?(?:\w+\s){0,2}?god(?:kjen|tek|tatt)|\btil\sdå\b"
)
_TAKEN_OUT = re.compile(r"\bnår\s[^,;]*\b(?:tatt\sut|tekne?\sut|teke\sut|teki\sut|sladd\w+|fjern\w+|strøket|strokne)\b,?")
"""What is to be taken out before minutes are open: `når unntatte opplysninger er tatt ut`."""
_DETAILS = re.compile(r"\b(?:deler|delar|personopplysning|taushetsbelag|teiepliktig|taushetsplikt)")


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that says it."""
    for forum, stretch in _told(context):
        archived = True if _ARCHIVED.search(context.view.lower, *stretch) else None
        public = _is_public(context.view.lower, *stretch)
        if archived or public is not None:
            yield Candidate("bodies", {"type": forum.type, "name": forum.name, "minutes": {"public": public, "archived": archived}}, (stretch,))


def _told(context: Context) -> Iterator[tuple[Forum, Stretch]]:
    """The cells of a table of forums and the sentences that speak of minutes, each with whose they are."""
    cells = context.forum_cells
    yield from ((forum, cell) for forum, header, cell, _ in cells if _MINUTES.search(context.view.lower, *header))
    rows = {context.block(cell.row[0]).line for cell in cells}
    for sentence in _sentences(context):
        forum = context.forums.at(sentence[0])
        if forum and context.block(sentence[0]).line not in rows:
            yield forum, sentence


def _sentences(context: Context) -> Iterator[Stretch]:
    """The sentences that speak of minutes, with those that go on about them."""
    lower, done = context.view.lower, -1
    for stretch in sentences_saying(context, *_STEMS):
        if stretch[0] <= done or not _MINUTES.search(lower, *stretch):
            continue
        yield stretch
        for after in context.sentences[context.sentence_index(stretch[0]) + 1 :]:
            if not _GO_ON.match(lower, *after) and not (context.block(after[0]) is context.block(stretch[0]) and _OF_THEM.search(lower, *after)):
                break
            done = after[0]
            yield after


def _is_public(lower: str, start: int, end: int) -> bool | None:
    """What a sentence says of openness; closed until they are approved is open, and so are those of which only details are kept back."""
    if _NOT_CLOSED.search(lower, start, end):
        return True
    taken = _TAKEN_OUT.search(lower, start, end)
    closed = _CLOSED.search(lower, taken.end() if taken else start, end)
    if closed and _PUBLIC.search(lower, start, closed.start()):
        return True
    if closed:
        return True if _UNTIL.search(lower, start, end) else None if _DETAILS.search(lower, start, end) else False
    return True if _PUBLIC.search(lower, start, end) else None
