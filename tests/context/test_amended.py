"""The agreement that an amendment changes, told apart by its signing."""

from __future__ import annotations

import pytest

import avtale

BEGIN = "Endring av avtale\n\nNome kommune og Sør-Øst politidistrikt\n\n"
END = "\n\nRådet møtes tre ganger i året.\n\nUlefoss 4. mai 2021\n"
LABELLED = [
    "Avtalens navn: Samarbeidsavtale om politiråd\nInngått: 12.06.2018",
    "Avtalens navn .......... : Samarbeidsavtale om politiråd\nInngått ................ : 12.06.2018",
    "Namn på avtalen:\tSamarbeidsavtale om politiråd\nSkriven under:\t12.06.2018",
    "| Avtale | Samarbeidsavtale om politiråd |\n| Dato for inngåelse | 12.06.2018 |",
    "Gjeld: Samarbeidsavtale om politiråd\nParter: som før\nUnderteikna: 12.06.2018",
    "Avtale som endres:\nSamarbeidsavtale om politiråd\nInngått dato:\n12.06.2018",
]
TOLD = [
    "Samarbeidsavtalen, undertegnet av partene 12. juni 2018 og endret 4. mai 2020, forlenges.",
    "Den avtala partane skreiv under 12. juni 2018, skal heretter lyde:",
    "Punkt 4 i samarbeidsavtalen (undertegnet 12. juni 2018, forlenget 4. mai 2020) skal lyde:",
    "Politirådsavtalen fikk partenes underskrift 12. juni 2018.",
    "Avtalen har stått siden 12. juni 2018. Partene er enige om følgende endringer.",
]


@pytest.mark.parametrize("text", [*LABELLED, *TOLD])
def test_date_of_what_is_amended(text: str) -> None:
    agreement = avtale.parse(BEGIN + text + END)
    assert [amended.date for amended in agreement.amends] == ["2018-06-12"]
    assert agreement.signed is not None
    assert agreement.signed.date == "2021-05-04"


@pytest.mark.parametrize("text", LABELLED)
def test_title_of_what_is_amended(text: str) -> None:
    assert [amended.title for amended in avtale.parse(BEGIN + text + END).amends] == ["Samarbeidsavtale om politiråd"]


@pytest.mark.parametrize("text", ["Gjeld: Samarbeidsavtale om politiråd\nDato: 12.06.2018", "Avtale: Tilleggsavtale nr. 2\nSignert: 12.06.2018"])
def test_date_of_the_paper_itself(text: str) -> None:
    """A letter's own date, and the amendment's, are of nothing that is amended."""
    assert not avtale.parse(BEGIN + text).amends


@pytest.mark.parametrize(
    "other",
    [
        "Leieavtalen av 4. mai 2016 berøres ikke.",
        "Avtalen om barnevernvakt av 4. mai 2016 står ved lag.",
        "Rammeavtalen mellom KS og Politidirektoratet av 4. mai 2016 ligger til grunn.",
        "Den første avtalen mellom partene ble inngått 4. mai 2010.",
        "Kommunestyret vedtok avtalen 4. juni 2018.",
        "Databehandleravtalen er datert 4. mai 2019.",
    ],
)
def test_agreements_of_other_kinds(other: str) -> None:
    """What is told of other agreements beside the one that is changed."""
    own = "Partene endrer samarbeidsavtalen av 12. juni 2018."
    for text in (f"{own} {other}", f"{other} {own}"):
        assert [amended.date for amended in avtale.parse(BEGIN + text + END).amends] == ["2018-06-12"]


def test_case_line_of_a_letter() -> None:
    """The case that a letter belongs to is the agreement's; the letter prolongs it."""
    letter = "Nome kommune\n\nSak 20/1544: Avtale om politiråd, signert 12.06.2018\n\nPolitirådsavtalen forlenges med to år\n\nVi viser til avtalen.\n"
    assert avtale.parse(letter).document_type == "amendment"
