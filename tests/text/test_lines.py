"""Lines and the marks at their start."""

from __future__ import annotations

import pytest

from avtale.text.lines import is_row, marker_of, split


@pytest.mark.parametrize("line", ["- rus", "– rus", "• rus", "·rus", "o rus", "* rus", "»  rus", "▪ rus", "\uf0b7 rus", "➢ rus", "☐ rus"])
def test_bullets(line: str) -> None:
    assert marker_of(line, 0, len(line))


@pytest.mark.parametrize("line", ["1. rus", "12. rus", "1) rus", "(1) rus", "a. rus", "a) rus", "(b) rus", "iv) rus", "- 2 lærarar"])
def test_numbers_and_letters(line: str) -> None:
    assert marker_of(line, 0, len(line))


@pytest.mark.parametrize("line", ["rus", "i dag", "og", "2020 var", "3 møte", "12.03.2020", "-", "--- ---", "**Mål**", "Ola Lie", "a", "(rus)", "v/ Kari"])
def test_line_without_a_mark(line: str) -> None:
    assert not marker_of(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "expected"), [("a\tb", True), ("a   b", True), ("a | b", True), ("a  b", False), ("  a", False), ("a b", False), ("|", False)]
)
def test_row_of_cells(line: str, expected: bool) -> None:
    assert is_row(line, 0, len(line)) is expected


def test_lines_know_the_gap_and_the_page_before_them() -> None:
    text = "a\n b\n\n\nc\fd"
    assert [(text[line.start : line.end], line.gap, line.page) for line in split(text)] == [("a", 0, False), ("b", 1, False), ("c", 3, False), ("d", 1, True)]
