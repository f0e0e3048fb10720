"""Older nynorsk in today's spelling: of equal length, and nothing else changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtale.text import View
from avtale.text.spelling import today


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("fyrste fund millom kommunone, um avtali", "første fund mellom kommunene, om avtala"),
        ("politiet hev bygdi og stillingi um so er", "politiet har bygda og stillinga om så er"),
        ("uppseiing av uppgåvor", "oppseiing av oppgåvor"),
        ("strategi og energi i juni um vinteren", "strategi og energi i juni om vinteren"),
        ("gruppa fekk saki", "gruppa fekk saki"),
        ("telefoner i juni", "telefoner i juni"),
    ],
)
def test_older_spellings(older: str, newer: str) -> None:
    assert today(older) == newer


@given(st.text(alphabet="abefghimnorstuvy æøå.-\n") | st.from_regex(r"([a-zæøå]{1,9}[ ,.]){1,9}", fullmatch=True))
def test_length_and_separators_stay(text: str) -> None:
    newer = today(text)
    assert len(newer) == len(text)
    assert all(a == b for a, b in zip(text, newer, strict=True) if not a.isalpha())


def test_what_is_quoted_stays_as_written() -> None:
    view = View("Um politirådet millom Vinje og staten")
    assert view.text == "Um politirådet millom Vinje og staten"
    assert view.lower.startswith("om politirådet mellom")
