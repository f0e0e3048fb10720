"""Who is part of a forum by what a sentence says, several at a time."""

from __future__ import annotations

import pytest

from avtale.context import Context
from avtale.context.relations import relations

SENTENCES = [
    ("Politirådet skal bestå av ordfører, rådmann og lensmann.", ["permanent ordfører", "permanent rådmann", "permanent lensmann"]),
    ("Rektor og lensmann er faste medlemmer av politirådet.", ["permanent Rektor", "permanent lensmann"]),
    ("I politirådet sit ordføraren, kommunedirektøren og to lensmenn.", ["permanent ordføraren", "permanent kommunedirektøren", "permanent to lensmenn"]),
    (
        "I politirådet møter frå Lom kommune ordføraren, frå Skjåk kommune rådmannen og frå politiet lensmannen.",
        ["permanent ordføraren", "permanent rådmannen", "permanent lensmannen"],
    ),
    ("Fra kommunen møter ordfører og rådmann, fra politiet lensmannen.", ["permanent ordfører", "permanent rådmann", "permanent lensmannen"]),
    ("Politirådet: ordfører, rådmann og politikontakt.", ["permanent ordfører", "permanent rådmann", "permanent politikontakt"]),
    ("Ordføreren, rådmannen og lensmannen deltar i politirådet.", ["permanent Ordføreren", "permanent rådmannen", "permanent lensmannen"]),
    ("Brannsjef og kommunelege kan trekkes inn i politirådet.", ["invited Brannsjef", "invited kommunelege"]),
    ("Til politirådet blir barnevernsleiaren og NAV innkalla når det trengst.", ["invited barnevernsleiaren", "invited NAV"]),
    ("Kommuneoverlegen har møterett i politirådet i saker om smittevern.", ["invited Kommuneoverlegen"]),
    ("Prosten er observatør i politirådet.", ["observer Prosten"]),
    ("Ved forfall for ordføraren møter varaordføraren i politirådet.", ["deputy varaordføraren"]),
    ("Politirådet består av ordføraren, som er leiar, og rådmannen.", ["permanent ordføraren", "permanent rådmannen"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_relations(text: str, expected: list[str]) -> None:
    context = Context(text)
    found = [f"{said.attendance} {text[slice(*stretch)].strip(' .')}" for said, stretch in relations(context, context.sentences[0])]
    assert [words.split(" i ")[0].removesuffix(" i politirådet") for words in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Politirådet innkalles av lensmannen.",
        "Ordføreren orienterer politirådet om møtet med rektorene.",
        "Politirådet møter ikke rektorene hvert år.",
        "Lensmannen er ikkje medlem av politirådet.",
        "Formannskapet består av ordføreren og åtte representanter.",
        "Rektor er medlem av eldrerådet og orienterer politirådet.",
    ],
)
def test_nobody_is_part(text: str) -> None:
    context = Context(text)
    assert relations(context, context.sentences[0]) == []
