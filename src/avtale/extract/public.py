"""`public`: whether the agreement says that it is itself open to the public.

True for `avtalen er offentlig`, `avtala skal ikkje unntakast offentlegheit`, `avtalen publiseres på …`; false for `avtalen er unntatt offentlighet`.
The agreement is the subject, alone or with others (`avtalen og referatene`), the object of `publisere`, or the pronoun for the subject before.

Not this field: that the council's minutes are public, or that its meetings are closed.
Known gaps: a heading alone (`Offentlig avtale`).

>>> from avtale.context import Context
>>> [found.value for found in extract(Context("Avtala er eit ope dokument."))]
[{'public': True}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.context import Candidate, Context, Stretch
from avtale.grammar.anchor import any_in

_noun = (
    r"(?:innh[ao]ldet\si\s)?(?:denne\s|dette\s|sjølve\s|selve\s|hele\s|heile\s)?"
    r"(?:\w*avtal(?:e|en|a|ane|ene|er|ar|etekst(?:en|a)?|edokument(?:et)?)|dokumentet|teksten|tillegget|justeringen|justeringa|endringen|endringa)\b"
)
_NAMES = ("avtal", "dokument", "teksten", "tillegg", "justering", "endring")
"""Of which one stands wherever the agreement is named."""
_SUBJECT = re.compile(rf"(?:\A[\W\d]*(?:(?:når|så\ssnart|straks|etter\sat)\s)?|[|:\t]\s*|,\s|\b(?:og|både|samt|er|skal|blir|vert)\s)(?:både\s)?{_noun}")
_OBJECT = re.compile(
    r"\b(?:publiser|kunngjør|kunngjer|offentliggjør|offentleggjer|legg|leggje|legge)\w*\s(?:\w+\s){0,2}?\w*avtal(?:en|a)\b(?P<rest>.*)", re.DOTALL
)
_LABELLED = re.compile(
    r"\A\W*(?:(?:offentli?e?g\savtale|avtal(?:en|a)\ser\soffentli?e?g|offentlighet|offentleghei[td])\W+(?:ja|åpen|open|offentlig|offentleg)|unn(?:tatt|ateke)\soffentle?i?g\w*\W+nei)\b"
)
_READ_BY_ALL = re.compile(
    r"\b(?:alle|enhver|(?:hvem|kven)\ssom\shelst|folk|publikum|innbygger(?:e|ne)|innbyggjar(?:ar|ane))(?:\skan|\skunne|\sfår|\shar\s(?:rett|høve|adgang|tilgang)\stil|\sfinner|\sfinn)"
    r"\s(?:\w+\s){0,5}(?:(?:les[ae]|se|sjå|finne|finna|innsyn\si)\s(?:\w+\s)?)?avtal(?:en|a)\b|\b(?:fritt|ope|åpent)\sinnsyn\si\savtal(?:en|a)\b"
)
_PRONOUN = re.compile(r"\A\W*(?:den|ho|han|det)\s(?=er|skal|vert|blir|ligg|legg|publiser)")
_STANDS_FOR_IT = re.compile(r"\b(?:den|ho|hun|han)\b")
_AGREEMENT = re.compile(rf"\A[\W\d]*{_noun}|\b(?:lese|lesa|se|sjå)\s{_noun}\W*\Z")
_BEFORE = 4
"""Sentences before a pronoun in which the agreement is named for which it stands."""
_BEING = r"\b(?:er|skal\s(?:være|vere|vera|svære)|blir|vert|som)\s(?:\w+\s){0,2}?"
_OPEN = re.compile(
    rf"""{_BEING}(?:offentlige?|offentlege?|åpen|åpent|åpne|opne|open|ope|(?:allment\s)?tilgjenge(?:li|le)ge?\b(?!\sfor\s\w*\s?(?:tilsette|ansatte|medlem)))\b
      | \b(?:eit\sope|et\såpent|eit\soffentleg|et\soffentlig)\sdokument\b
      | \b(?:publiser|kunngjør|kunngjer|offentliggjør|offentleggjer)\w*\b
      | \bkje(?:nt|nd)\sfor\salle\b(?!\s\w*(?:ansatt|tilsett|medlem|part))
      | \balle(?:\ssom\svil)?,?\skan\s(?:\w+\s){{0,3}}?les[ae]\s(?:den|ho|han)\b
      | \b(?:legges|legger?|ligger?|liggje|leggast|leggjast|ligg|lagt|lagd|leses|lesast|finnes|finnast|kjent|kjend)
        \s(?:\w+\s){{0,3}}?på\s(?:\w+\s){{0,3}}(?:\w*nett|\w*heimesid|\w*hjemmesid|www)
      | \btil\sgjennomsyn\b | \boppslagstavl | \bfritt\sdeles\b | \bpå\snett(?:et)?\b | \b(?:leses|lesast|ses|sjåast)\s(?:av\salle|på\s\w+\.)
      | \b(?:legg|legger|ligg|ligger|lagt|lagd)\s(?:\w+\s)?(?:åpent|ope)(?:\sut)?\b
      | \blegges\sut\spå|\b(?:leggjast|leggast)\sut\spå""",
    re.VERBOSE,
)
_OTHERS = re.compile(r"\b(?:referat|møtebok|protokoll|sakspapir|møt(?:ene|a|et)\b|saksdokument|innkalling|opplysning|taus|teie)")
_TOGETHER = re.compile(r"\s(?:og|samt)\s")
_exempt = r"(?:unntatt|unntas|unntakast|unnateke|unnatek[ae]n?|unntaken|unnatatt|skjermes|skjermast|skjermet|gradert|hemmelig|hemmeleg)"
_CLOSED = re.compile(rf"\b{_exempt}\b|\bikk?j?e\s(?:\w+\s)?(?:offentlig|offentleg|tilgjengelig|tilgjengeleg|open|åpen)")
_NEGATED = re.compile(rf"\bikk?j?e\s(?:\w+\s)?{_exempt}\b")
_NOTHING = re.compile(rf"\b(?:ingen\sting|ingenting|intet|ikkje\snoko|inkje)\si\s\w*avtal\w+[^.]{{0,30}}\b{_exempt}\b")
_AIMS = re.compile(r"\b(?:sikr[ea]r?|bidra|bidreg|medverk\w*|medvirk\w*|legg\w*\stil\srette)\b[^.;]*\sat\s")
"""Of what an agreement is to bring about: `Avtalen skal sikre at politiet er tilgjengelig`."""
_BUT = re.compile(r",?\smen\s|,\s(?:bortsett|med\sunntak|unntatt\s(?:vedlegg|punkt))")
"""What comes before an exception to what is said."""


def extract(context: Context) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that says it of the agreement."""
    for start, end in context.sentences_with("publicity"):
        rest = _said_of_agreement(context, start, end)
        if rest is None or "[" in rest or "er/er" in rest or rest.endswith("?"):
            continue
        rest = _BUT.split(rest, maxsplit=1)[0]
        if _AIMS.search(rest):
            continue
        if (
            _NEGATED.search(rest)
            or _NOTHING.search(rest)
            or _LABELLED.search(rest)
            or _READ_BY_ALL.search(rest)
            or (_OPEN.search(rest) and not _CLOSED.search(rest))
        ):
            yield Candidate("public", {"public": True}, ((start, end),))
        elif _CLOSED.search(rest):
            yield Candidate("public", {"public": False}, ((start, end),))


def _said_of_agreement(context: Context, start: int, end: int) -> str | None:
    """What a sentence says of the agreement, None where it is about something else."""
    sentence = context.view.lower[start:end]
    cues = context.cues.within("publicity", start, end)
    subject = _SUBJECT.search(sentence) if any_in(_NAMES, sentence) else None
    if subject and cues and subject.start() + start < cues[-1].start:
        between = sentence[subject.end() : cues[-1].start - start]
        if _OTHERS.search(between) and not _TOGETHER.match(between):
            return None
        return sentence[max(0, subject.start() - 1) :] if subject[0].lstrip().startswith(("er", "skal", "blir", "vert")) else sentence[subject.end() :]
    if _LABELLED.search(sentence) or _NOTHING.search(sentence) or _OBJECT.search(sentence) or _READ_BY_ALL.search(sentence):
        return sentence
    return sentence if _PRONOUN.match(sentence) and _is_about_agreement(context, (start, end)) else None


def _is_about_agreement(context: Context, sentence: Stretch) -> bool:
    """Whether the sentences before, in the same paragraph, are about the agreement, so that a pronoun stands for it."""
    index, block = context.sentence_index(sentence[0]) - 1, context.block(sentence[0])
    for start, end in reversed(context.sentences[max(0, index + 1 - _BEFORE) : index + 1]):
        before = context.view.lower[start:end]
        if context.block(start) is not block or _AGREEMENT.search(before):
            return context.block(start) is block
        if not _STANDS_FOR_IT.search(before):
            return False
    return False
