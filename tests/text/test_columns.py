"""Prose in two columns side by side is read one column after the other, and each value still points at its words."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import avtale
from avtale.text.clean import clean
from avtale.text.columns import reading_order
from tests.documents import CORPUS

WIDTH = 46
WORDS = st.text("abdeghiklmnoprstuvyæøå", min_size=5, max_size=12)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=45, max_size=70).map(" ".join), min_size=2, max_size=5)
FOLDED_WHOLE = {"hakeparentes-stikk-2018", "handlingsdel-ansvar-2025", "melhus-2023", "tillegg-forlengelse-2022"}
"""Agreements of the corpus without tables, whose lists and headings bear being wrapped."""


def beside(left: list[str], right: list[str]) -> str:
    """Lines set side by side."""
    return "\n".join(f"{a:{WIDTH + 4}}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")) + "\n"


def wrapped(text: str) -> list[str]:
    """The lines of a text as a column of a page has them."""
    return [part for line in text.split("\n") for part in textwrap.wrap(line, WIDTH, subsequent_indent="  " if line[:1] in "-•*–" else "") or [""]]


def folded(text: str) -> str:
    """A text with the first half of its lines beside the second."""
    lines = wrapped(text)
    half = (len(lines) + 1) // 2
    return beside(lines[:half], lines[half:])


@given(PARAGRAPHS)
def test_the_left_column_is_read_before_the_right_one(paragraphs: list[str]) -> None:
    text = folded("\n\n".join(paragraphs))
    assert "".join(text[start:end] for start, end in reading_order(text)).split() == " ".join(paragraphs).split()


@given(PARAGRAPHS)
def test_every_word_knows_where_it_stands(paragraphs: list[str]) -> None:
    view = clean(folded("\n\n".join(paragraphs)))
    at = 0
    for word in view.text.split():
        at = view.text.index(word, at)
        assert "".join(view.source[span.start : span.end] for span in view.spans(at, at + len(word))) == word
        at += len(word)


@pytest.mark.parametrize("path", [path for path in CORPUS if path.stem in FOLDED_WHOLE], ids=lambda path: path.stem)
def test_folding_changes_no_value(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert values(folded(text)) == values(text)


def values(text: str) -> Any:
    """A record without its evidence, its offsets and what is said of the file."""
    record = avtale.parse(text).model_dump(mode="json", exclude={"source", "notices"})
    return _plain(record)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if name not in ("evidence", "start", "end")}
    return [_plain(part) for part in value] if isinstance(value, list) else value


TABLES = [
    """
Ordfører                                          kommunen
Politistasjonssjef                                politiet
Leder av ungdomsrådet, som har                    kommunen
bare talerett i rådet
Kommuneoverlege                                   kommunen
""",
    """
Møter                  Politirådet har fire møter i året, to i hvert
                       halvår, og ellers når en av partene ber om det
                       med en ukes varsel.
Innkalling             Sekretæren sender innkalling og saksliste til
                       alle medlemmer senest to uker før møtet.
""",
]


@pytest.mark.parametrize("text", TABLES)
def test_tables_are_left_as_they_are(text: str) -> None:
    assert reading_order(text) == []
