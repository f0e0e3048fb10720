"""Slips of scanning that the language makes certain, and what is no slip."""

from __future__ import annotations

import pytest

from avtale.text import View
from avtale.vocabulary import slips


def mended(text: str) -> str:
    return View(text).edit(slips(text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den l2. mai 2Ol4", "den 12. mai 2014"),
        ("kl. O9.OO–l5.OO", "kl. 09.00–15.00"),
        ("avtale om SAMARBE1D l. mai", "avtale om SAMARBEID 1. mai"),
        ("avtale av l. juni 2015", "avtale av 1. juni 2015"),
        ("rådrnannen 2Ol5", "rådmannen 2015"),
        ("sarnarbeid rned politiet", "samarbeid med politiet"),
        ("AVTALE 0M POLITIRÅD", "AVTALE OM POLITIRÅD"),
        ("den 2Ol5 politi kontakt", "den 2015 politikontakt"),
        ("i 2Ol6: lnnlandet", "i 2016: Innlandet"),
        ("avtale 0M POLlTIRÅD", "avtale OM POLITIRÅD"),
        ("vedteken 1 2. j anuar 2Ol6", "vedteken 12. januar 2016"),
        ("kommu ne og p olitiet i 2Ol6", "kommune og politiet i 2016"),
        ("jf. politilova $ 2", "jf. politilova § 2"),
        ("Avtale\n8 1 Formål\nA\n$ 2 Medlemmer\nB\n8 3 Møter\nC", "Avtale\n§ 1 Formål\nA\n§ 2 Medlemmer\nB\n§ 3 Møter\nC"),
        ("Mål\nll. Medlemer\nlll. Møte\nXIl. Varigheit", "Mål\nII. Medlemer\nIII. Møte\nXII. Varigheit"),
        ("post Q eide.kommune.no og slt &moss.kommune.no", "post@eide.kommune.no og slt@moss.kommune.no"),
        ("kari.moenOpolitiet.no", "kari.moenOpolitiet.no"),
        ("e-post kari.moen O politiet.no", "e-post kari.moen@politiet.no"),
        ("08.30—-15.00", "08.30–15.00"),
    ],
)
def test_slip_is_mended(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "barn og unge, ernæring og Bjørn Arnesen",
        "ordføraren møter lensmannen den 1. mai 2014",
        "Olav og Ole bor i Il",
        "SLT I SKOLEN, punkt I. og II.",
        "politi og kommune",
        "barnevern kommunelege",
        "klasse\n8 1 Berg\n8 4 Dal\n8 7 Eng\n8 A",
        "Avtale\n8 1 Berg\n8 2 Dal",
        "se moss.kommune.no & politiet.no",
        "sjå post & www.politiet.no",
        "2015--2019 – og etter",
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert mended(text) == text


def test_word_and_the_next_stay_two() -> None:
    assert mended("Ordfører er leder i 2Ol6, og rådmann et år") == "Ordfører er leder i 2016, og rådmann et år"
