"""Series of several people in what a text says of a forum, whatever verb says that they are part of it.

`Plassene fylles av ordføreren, rådmannen og lensmannen`, `her møtes politikontakten, miljøterapeutene og en saksbehandler`. Only where it is
sure that the forum is spoken of, and nothing else than being part of it.
"""

from __future__ import annotations

import re

from avtale.context.attending import WHEN
from avtale.context.candidate import Stretch
from avtale.context.clauses import leading, series_end
from avtale.context.context import Context
from avtale.context.people import Defaults

_OPENING = re.compile(
    r":\s|\bneml[ei]g\s|\b(?:av|med|er|kjem|kommer|sit|sitter|møtes|møtest|møter|deltar|deltek|samles|samlast)\s(?:(?:fast|alltid|også|òg|både)\s)?"
)
"""What stands before those who are part of a forum."""
_OTHERWISE = re.compile(
    r"samarbeid|kontakt|dialog|inform|orienter|rapport|bistå|bistand|hør(?:es|ing)|høyr|kopi|send|tilby|tilbod|tilbud|eksempel|f\.\s?eks|døme|t\.\s?d\.|tiltak|oppfølg|følge|"
    r"ansvar|initiativ|invol|bekymr|uro|taushet|teieplikt|sign|under(?:skri|teg|teik)|mål|spør|avtal|utveks|kurs|opplær|undervis|råd(?:et)?\stil|vurder|tema|sak(?:er|slist|list)|leder\b|leiar\b|referat|"
    r"representant|\bav\s(?:dem|dei|de)\ssom\s(?:allerede|alt|bor|bur)\b|ikk?j?e\b|uten\b|utan\b"
)
"""Words for what people do other than being part of a forum."""
_SEVERAL = 3
"""People who are too many to be named for another reason."""


def of_several(context: Context, sentence: Stretch) -> list[tuple[Defaults, Stretch]]:
    """Those whom a sentence names in a series of several, as part of the forum that it is about."""
    if not may_gather(context, sentence) or not context.forums.is_sure(*sentence):
        return []
    lower, (start, end) = context.view.lower, sentence
    for opening in _OPENING.finditer(lower, start, end):
        people = list(leading(context, opening.end(), series_end(context, opening.end(), end)))
        if len(people) >= _SEVERAL:
            if _OTHERWISE.search(lower, start, people[0][0]):
                return []
            return [(Defaults("invited" if WHEN.search(lower, start, end) else "permanent"), person) for person in people]
    return []


def may_gather(context: Context, sentence: Stretch) -> bool:
    """Whether a sentence has words for several people."""
    return len(context.callings.within(*sentence)) >= _SEVERAL
