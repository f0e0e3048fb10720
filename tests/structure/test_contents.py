"""The table of contents in a record, and the sections that it can be compared with."""

from __future__ import annotations

import pytest

import avtale

BOKMAAL = """Innhold
1. Formål ........ 2
Møter ........ 3
2. Sekretær ........ 3

1. Formål

Avtalen gjør lokalsamfunnet tryggere.

Møter

Politirådet møtes to ganger i året.

2. Sekretær

"""
NYNORSK = """Innhald
1. Føremål\t2
2. Skrivar\t3

1. Føremål

Avtala gjer lokalsamfunnet tryggare.

2. Skrivar
"""


@pytest.mark.parametrize(
    ("text", "entries"),
    [(BOKMAAL, [("1", "Formål"), (None, "Møter"), ("2", "Sekretær")]), (NYNORSK, [("1", "Føremål"), ("2", "Skrivar")])],
)
def test_entries_have_neither_leaders_nor_page_numbers(text: str, entries: list[tuple[str | None, str]]) -> None:
    found = avtale.parse(text).contents
    assert [(entry.number, entry.heading) for entry in found] == entries
    assert all(text[entry.evidence[0].start : entry.evidence[0].end] == entry.heading for entry in found)


def test_text_without_a_table_has_no_entries() -> None:
    assert avtale.parse("1. Formål\n\nAvtalen gjør lokalsamfunnet tryggere.\n").contents == ()


@pytest.mark.parametrize("text", [BOKMAAL, NYNORSK])
def test_section_with_nothing_under_it_ends_with_its_heading(text: str) -> None:
    first, *_, last = avtale.parse(text).sections
    assert first.end > first.evidence[0].end
    assert last.end == last.evidence[0].end
