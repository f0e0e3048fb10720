"""The earlier agreements that an agreement replaces, several at a time."""

from __future__ import annotations

import pytest

from avtale.context import Context
from avtale.extract import supersedes

TITLE = "Samarbeidsavtale om politiråd\n\nmellom Nome kommune og Sør-Øst politidistrikt\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Desse avtalene går ut:\n\n- Avtale om politiråd, 2. september 2008\n- Tillegg til avtalen, januar 2010\n", ["2008-09-02", "2010-01"]),
        ("Når avtalen trer i kraft, bortfaller\n\na) avtale om politiråd av 4. mai 2015\nb) avtale om SLT av 21. januar 2019\n", ["2015-05-04", "2019-01-21"]),
        ("Avtale\tDato\tHva skjer\nAvtale om politiråd\t27.11.2013\tErstattes av denne\nAvtale om utrykning\t02.06.2020\tLøper videre\n", ["2013-11-27"]),
        ("Avtala løyser av to papir. Det eine er avtala frå mars 2021. Det andre er avtala om SLT av 5. mai 2022.", ["2021-03", "2022-05-05"]),
        ("Avtalen av 9. november 2016 er ute av kraft. Det samme er tjenestetilbudsavtalen fra mai 2020.", ["2016-11-09", "2020-05"]),
        ("Avtalen kommunen undertegnet 17. juni 2014, og den som politiet fikk på plass 2. mai 2015, faller bort.", ["2014-06-17", "2015-05-02"]),
        ("SLT-mandatet fra 2018 faller bort.", ["2018"]),
        ("Avtalen av 4. mai 2015 erstattes ikke av denne.", []),
        ("Følgende avtaler gjelder fortsatt:\n\n- Avtale om utrykning av 3. mai 2012\n", []),
    ],
)
def test_replaced(text: str, expected: list[str]) -> None:
    found = [candidate.value["date"] for candidate in supersedes.extract(Context(TITLE + text)) if candidate.field == "supersedes"]
    assert found == expected
