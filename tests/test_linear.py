"""Nothing that a file can hold makes the parser slow: ten times the text takes about ten times as long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import avtale

SMALL, TIMES, MOST = 4_000, 10, 30
"""Characters of the small text, how many times larger the large one is, and how many times longer it may take at most."""
NOISE = 0.005
"""Seconds that a run may be held up by other things."""


def repeated(piece: str, before: str = "") -> Callable[[int], str]:
    """A text of about so many characters that says one thing again and again."""
    return lambda size: before + piece * (size // len(piece))


def numbered(piece: str, before: str = "") -> Callable[[int], str]:
    """The same with numbers that count."""
    return lambda size: before + "".join(piece.format(number, number % 90) for number in range(size // len(piece)))


SIGNS = [
    "-",
    "(",
    "*",
    ".",
    ". ",
    "_",
    "…",
    "|",
    "a | ",
    "\t",
    "a\t",
    " ",
    "\n",
    "\f",
    "«",
    "§ ",
    "1",
    "1 ",
    "1.",
    "1/",
    "0l",
    "A",
    "ß",
    "\u0301",
    "a\u00ad",
    "🙂",
    "a@",
    "www.",
]
WORDS = [
    "og ",
    "Kari ",
    "Nav ",
    "per ",
    "kl. ",
    "nr. ",
    "tlf. ",
    "IV. ",
    "rn ",
    "av lov ",
    "nærings- ",
    "Navn: ____ ",
    "ordfører, ",
    "politirådet ",
    "kl. 09.00 - ",
]
PHRASES = [
    *(
        "12.03.2020 ",
        "1. mai ",
        "ganger i året ",
        "mandag og ",
        "a.b@c.no ",
        "tlf. 40 03 83 58 ",
        "Stange kommune og ",
        "jf. sak 12/3456, rundskriv 2007/5 og ",
    ),
    *("Politirådet ledes av ordføreren. Politirådet har 4 møter i året. ", "Politikontakten er til stede to dager i uka i Vik. ", "Kárášjoga gielda "),
    *("rådet skal drøfte rus og vald på 4 møter i året ", "erstatter avtale av 1.2.2019 ", "Avtalen evalueres årlig. ", "mandag kl. 09.00-15.00, "),
]
LINES = [
    *(
        "a\n",
        "A\r\n",
        "a)\n",
        "I.\n",
        "mål:\n",
        "- ordfører\n",
        "Kari Moen\n\n",
        "Ordfører Kari Moen\n",
        "Politikontakten skal:\n",
        "**Mål**\nRus\n",
        "Rolle\nNavn\n",
    ),
    *(
        "samarbeids-\n",
        "rådet og politiet samarbeider om førebygging i kommunen og det er\n",
        "Side 1\nLinje\f",
        "Leder | Ola Lie | politi\n",
        "Politirådet består av:\n- ordfører\n",
    ),
]
COUNTING = ["{1}. Formål\n\n", "{1}.1 Formål\n\n", "§ {0} Formål\n", "Kapittel {0} ..... {1}\n", "Linje nummer {0}\n"]
SHAPES = {
    **{repr(piece): repeated(piece) for piece in [*SIGNS, *WORDS, *PHRASES, *LINES]},
    **{repr(piece): numbered(piece) for piece in COUNTING},
    "contents list": numbered("Linje nummer {0}\n", before="Innhold\n"),
    "parties": repeated("Stange kommune og ", before="Avtale mellom "),
    "cells": repeated("Ordfører\nKari Moen\n", before="Rolle\nNavn\n"),
}


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is made on first use is not measured."""
    avtale.parse("Avtale om politiråd. Rådet har 4 møter pr år, første gang 1. mai 2020 kl. 10-12.")


def seconds(text: str) -> float:
    start = time.process_time()
    avtale.parse(text)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_the_text_and_no_faster(shape: Callable[[int], str]) -> None:
    small, large = seconds(shape(SMALL)), seconds(shape(SMALL * TIMES))
    assert large <= MOST * (small + NOISE), f"{large / small:.0f} times as long for {TIMES} times the text"


@pytest.mark.parametrize("shape", ["-", "(", "a", "Rådet drøfter rus og vald "], ids=repr)
def test_line_of_a_megabyte(shape: str) -> None:
    small, large = (seconds(repeated(shape)(size)) for size in (100_000, 1_000_000))
    assert large <= MOST * (small + NOISE)
