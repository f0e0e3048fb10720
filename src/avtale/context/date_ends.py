"""Of a date at which something begins or ends, and of a period: whether it is when the agreement holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from avtale.context import earlier
from avtale.context.amending import is_change
from avtale.context.candidate import Stretch
from avtale.grammar.found import Found
from avtale.vocabulary import Cue

if TYPE_CHECKING:
    from avtale.context.context import Context

AGREEMENT = re.compile(r"\b(?:\w*avtal(?:en|a|e)|avtaleperioden|avtaletida|avtaletiden|ho|hun|han|den|partane|partene)\b")
"""What the agreement is called in a sentence about it, pronouns included."""
FROM = (" fra", " frå", " fom", " f.o.m.", " fra og med", " frå og med")
"""What stands right before the date from which something holds."""
_UNTIL = (
    *(" til", " til og med", " t.o.m.", " t.o.m", " tom", " tom.", " fram til", " frem til", " inntil", " ut", " ut året", " går ut", " gjekk ut", " gikk ut"),
    *(" utgangen av", " utgongen av", " utløper", " opphører", " opphøyrer"),
)
_LAPSES = (" bort", " burt", " å gjelde", " å gjelda")
"""What stands right before the day on which an agreement ends by itself: `Den faller bort`."""
_ENDED = re.compile(r"\b(?:gikk|gjekk|løp|utløp)\b")
"""Of what has ended before."""
_DEADLINE = (" innen", " innan", " senest", " seinast")
"""What stands right before the last day for something."""
ENDS = re.compile(
    r"\b(?:utløper|utlaup(?:er)?|opphører|opphøyrer|faller\sbort|fell\sbort|tar\sslutt|tek\sslutt|går\sut|løper\sut|gjeng\sut|slutter|sluttar)\b[^.;,]{0,40}\Z"
)
"""Before the day on which something ends by itself."""
_BEGINS = re.compile(
    r"\b(?:(?:tas|takast|tatt|teken|tekast|blir|vert)\si\sbruk|(?:settes|setjast|sett|satt)\si\sverk|virksom\w*|verksam\w*"
    r"|(?:regnes|reknast|regnet|regna|rekna|gjelder|gjeld|løper|løp|varer)(?:,?\salt)?\sfr[aå](?:\sog\smed)?)(?:\sfr[aå](?:\sog\smed)?)?\s(?:den\s)?\Z"
)
"""Right before the day from which an agreement holds."""
_PLANNED = re.compile(r"\b\w*(?:plan|program|strategi)(?:en|a|et)?\b[^.;]{0,80}\Z|[«“\"][^»”\"]{0,80}\Z")
_SPELL = re.compile(r"\b(?:\w*periode|tidsrom|avtaletid|tidsbolk|varighet|varigheit)\w*\W*(?:\w+\s)?\Z")
_OF_EARLIER = re.compile(r"\b(?:inngikk|inngjekk|signerte|undertegnet|underteikna|hadde)\b(?:[^.;]|\d\.)*\bavtal\w*[^.;]*\b(?:for|i)\s\w+\s\Z")
"""Before the period of an agreement of which a text tells that it was made."""
_FIRST_DAY = re.compile(
    r"\b(?:\w*startdato\w*|avtalestart|ikrafttred\w+|iverks\w+dato\w*|første\s\w*dag|fyrste\s\w*dag)(?:\s(?:er|blir|vert|den))*[:\s|]*\Z"
    r"|\bi\sbruk\s(?:fra\s|frå\s)?(?:den\s)?\Z|\b(?:starter|startar|byrjar|begynner|tek\stil|tar\stil)(?:\så\s\w+)?\s(?:den\s)?\Z"
)
"""Before the day on which an agreement begins to hold."""
_LAST_DAY = re.compile(
    r"\b(?:avtaleslutt|siste\s\w*dag(?:\s(?:avtal\w+|ho|hun|han|den)\s\w+,?)?|sluttdato\w*|utløpsdato\w*|opphø(?:y)?rsdato\w*)(?:\s(?:er|blir|vert|settes\stil|vert\ssett\stil|den))*[:\s|]*\Z"
)
_TASK = re.compile(r"\b(?:evaluer|revider)\w*[^.]{0,60}\Z")
EARLIER = re.compile(r"\b(?:forrige|førre|førige|tidligere|tidlegare|gamle|første|eigen|egen|politirådsavtal)\w*\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMES = re.compile(r"\b(?:i kraft|gjelde|gjelda|gjeld|gjelder|gjeldende|gjeldande|løpe|virkning|verknad)[\s:|]+(?:den\s|frå\s|fra\s)?(?:\w+kom\w+nde\s)?\Z")


class Said(NamedTuple):
    """What the sentence of a date says around it, in lower case."""

    before: str
    after: str
    link: str
    """The words right before the date, fillers (`den`, a weekday) left out, after a blank."""
    event: Cue | None

    @property
    def kind(self) -> str | None:
        """The id of the event that the date belongs to."""
        return self.event.term.id if self.event else None


def role_of_end(found: Found, said: Said) -> str | None:
    """`effective` or `expires` for a lone end of something that holds, or of a state that a sentence begins with (`Fra 2020 er …`)."""
    if said.link.endswith(_DEADLINE):
        return "other"
    holds = said.kind == "valid" or bool(AGREEMENT.search(said.before, _clause(said.before)))
    if _BEGINS.search(said.before) and AGREEMENT.search(said.before):
        return "effective"
    if said.link.endswith(FROM) or (said.kind == "valid" and _COMES.search(said.before)):
        opens = said.link in FROM and not found.value["date"].startswith("X")
        return "effective" if holds or opens else "other"
    if _FIRST_DAY.search(said.before) and (holds or ":" in said.before):
        return "effective"
    if _LAST_DAY.search(said.before):
        return "expires"
    lapses = said.link.endswith(_LAPSES) and not _YEAR.search(said.before)
    if (lapses or ENDS.search(said.before)) and holds and not EARLIER.search(said.before):
        return "expires"
    if said.link.endswith(_UNTIL) and not _TASK.search(said.before):
        return "expires" if holds and not (_ENDED.search(said.before) and EARLIER.search(said.before)) else "other"
    return None


def _clause(before: str) -> int:
    """Where the clause begins that the text ends in."""
    return max(before.rfind(word) for word in (" at ", " som ", " dersom ", " når ", "; "))


def role_of_period(context: Context, found: Found, sentence: Stretch, said: Said, in_title: bool) -> str:
    if found.value["date"].startswith("X"):
        return "other"
    if _PLANNED.search(said.before) or ("(" in said.before and not in_title and context.cues.within("cited", *sentence)):
        return "referenced"
    if _OF_EARLIER.search(said.before) or _is_of_amended(context, sentence, found):
        return "referenced"
    spelled = _SPELL.search(said.before) and not _heads_another(context, found.start)
    return "term" if in_title or said.kind == "valid" or spelled else "other"


def _heads_another(context: Context, at: int) -> bool:
    """Whether a period stands in a heading that is about something else than how long the agreement holds: `Mål for perioden 2020–2023`."""
    section = context.section(at)
    return section is not None and context.block(at) is section.heading and section.type not in (None, "validity")


def _is_of_amended(context: Context, sentence: Stretch, found: Found) -> bool:
    """Whether a period is that of the agreement which this one changes: `forlengelse av samarbeidsavtalen 2019–2022`."""
    noun = earlier.agreement_before(context, sentence[0], found.start) if context.is_amendment else None
    return noun is not None and not is_change(context.view.lower[slice(*noun)])
