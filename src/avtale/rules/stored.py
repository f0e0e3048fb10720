"""The rules about what lies beside an agreement: a record that was made before, and the suppressions. They have no check of an agreement."""

from __future__ import annotations

from avtale.rules.rule import WHATEVER, Message, Rule

SCHEMA = Rule(
    code="AV001",
    severity="error",
    message=Message(
        en="the record is not as the schema says: {field} {problem}{detail}",
        nb="posten er ikke slik skjemaet sier: {field} {problem}{detail}",
        nn="posten er ikkje slik skjemaet seier: {field} {problem}{detail}",
    ),
    why="A record that does not fit the schema was not made by a parser of this version, or was changed afterwards.",
    example='"document_type": "contract"',
    documents=WHATEVER,
)
SOURCE = Rule(
    code="AV002",
    severity="error",
    message=Message(
        en="{path} is not the file that the record was made from: its SHA-256 begins with {found}, not with {expected}",
        nb="{path} er ikke filen som posten ble laget av: SHA-256 begynner med {found}, ikke med {expected}",
        nn="{path} er ikkje fila som posten vart laga av: SHA-256 byrjar med {found}, ikkje med {expected}",
    ),
    why="The offsets of a record refer to the bytes that it was made from; when the text changes, the record has to be made anew.",
    example='"sha256": "0000…"',
    documents=WHATEVER,
)
QUOTE = Rule(
    code="AV003",
    severity="error",
    message=Message(
        en="the quote at {field} is {quote}, but {found} stands there in the text",
        nb="sitatet i {field} er {quote}, men i teksten står det {found}",
        nn="sitatet i {field} er {quote}, men i teksten står det {found}",
    ),
    why="A quote is what stands in the text between its offsets, always; one that is not was changed by hand.",
    example='{"start": 0, "end": 5, "quote": "Lov"}, where the text begins with "Avtale"',
    documents=WHATEVER,
)
VALUE = Rule(
    code="AV004",
    severity="warning",
    message=Message(
        en="the record has {said} at {field}, but the text is read as {read}",
        nb="posten har {said} i {field}, men teksten leses som {read}",
        nn="posten har {said} i {field}, men teksten blir lesen som {read}",
    ),
    why="A value that the parser does not find in the same text was changed by hand, or the record was made by another version.",
    example='"draft": true, where the text does not call itself a draft',
    documents=WHATEVER,
)
UNUSED = Rule(
    code="AV005",
    severity="warning",
    message=Message(
        en="the suppression of {rule} in {path} suppresses nothing: {reason}",
        nb="unntaket fra {rule} i {path} gjelder ingen funn: {reason}",
        nn="unntaket frå {rule} i {path} gjeld ingen funn: {reason}",
    ),
    why="What it was for is gone from the text; left there, it would one day hide something else.",
    example="an entry for AV201 beside an agreement that is dated",
    documents=WHATEVER,
)
STORED = (SCHEMA, SOURCE, QUOTE, VALUE, UNUSED)
