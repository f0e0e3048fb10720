"""Tables by tab, bar and blanks, and with a line for each cell."""

from __future__ import annotations

import pytest

from avtale.structure import Kind
from tests.structure.outlined import FIRST, SECOND, TITLE, kinds, tables

MEMBERS = [{"name": "Kari Moen", "role": "Ordfører"}, {"name": "Ola Lie", "role": "Politikontakt"}]


@pytest.mark.parametrize("separator", ["\t", " | ", "|", "    ", "\t\t"])
def test_header_says_what_the_columns_hold(separator: str) -> None:
    rows = [("Navn", "Rolle"), ("Kari Moen", "Ordfører"), ("Ola Lie", "Politikontakt")]
    found = tables(TITLE + FIRST + "\n".join(separator.join(row) for row in rows) + "\n\n" + SECOND)
    assert [{name: cell for name, cell in row.items() if cell} for row in found[0]] == MEMBERS


def test_table_with_bars_around_it_and_a_rule() -> None:
    text = "| Navn | Rolle |\n|------|-------|\n| Kari Moen | Ordfører |\n| Ola Lie | Politikontakt |\n"
    assert tables(TITLE + FIRST + text + "\n" + SECOND) == [MEMBERS]


def test_header_in_nynorsk() -> None:
    text = "Namn\tStilling\tKjem frå\nKari Moen\tOrdførar\tkommunen\nOla Lie\tLensmann\tpolitiet\n"
    assert tables(TITLE + FIRST + text + "\n" + SECOND) == [
        [
            {"name": "Kari Moen", "role": "Ordførar", "organisation": "kommunen"},
            {"name": "Ola Lie", "role": "Lensmann", "organisation": "politiet"},
        ]
    ]


def test_rows_without_a_header() -> None:
    text = "Ordfører\tKari Moen\nPolitikontakt\tOla Lie\n"
    assert tables(TITLE + FIRST + text + "\n" + SECOND) == [[{"0": "Ordfører", "1": "Kari Moen"}, {"0": "Politikontakt", "1": "Ola Lie"}]]


def test_empty_cell_keeps_its_column() -> None:
    text = "Navn | Rolle | Telefon\nKari Moen |  | 62 56 20 00\nOla Lie | Politikontakt | 40 03 83 58\n"
    [rows] = tables(TITLE + FIRST + text + "\n" + SECOND)
    assert rows[0] == {"name": "Kari Moen", "role": "", "phone": "62 56 20 00"}


def test_table_with_a_line_for_each_cell() -> None:
    text = "Rolle\nNavn\nOrdfører\nKari Moen\nPolitikontakt\nOla Lie\n"
    assert tables(TITLE + FIRST + text + "\n" + SECOND) == [MEMBERS]
    assert kinds(TITLE + FIRST + text + "\n" + SECOND).count(Kind.CELL) == 6


def test_days_with_a_line_for_each_cell() -> None:
    text = "Dag\nÅpningstid\nMandag\n09-15\nTirsdag\n10-14\nOnsdag\nStengt\n"
    [rows] = tables(TITLE + FIRST + text + "\n" + SECOND)
    assert [row["days"] for row in rows] == ["Mandag", "Tirsdag", "Onsdag"]
    assert [row["hours"] for row in rows] == ["09-15", "10-14", "Stengt"]


def test_prose_is_no_table() -> None:
    assert tables(TITLE + FIRST + SECOND) == []


def test_cells_that_say_what_somebody_is_in_the_council_begin_no_row() -> None:
    text = "Funksjon\nNavn\nMerknad\nOrdfører\nKari Moen\nLeder\nRådmann\nOla Lie\nLensmann\nPer Bø\nNestleder\n"
    assert tables(TITLE + FIRST + text + "\n" + SECOND) == [
        [
            {"role": "Ordfører", "name": "Kari Moen", "attendance": "Leder"},
            {"role": "Rådmann", "name": "Ola Lie"},
            {"role": "Lensmann", "name": "Per Bø", "attendance": "Nestleder"},
        ]
    ]


def test_an_office_and_its_municipality_are_no_header() -> None:
    text = "Ordfører          Vadsø kommune\nRådmann           Vadsø kommune\n"
    assert [len(rows) for rows in tables(TITLE + FIRST + text + "\n" + SECOND)] == [2]


def test_duties_of_two_sides_with_a_line_for_each_cell() -> None:
    text = "Kommunen skal\nPolitiet skal\nstille lokaler\nmøte fast\nmelde fra\nsvare raskt\n"
    found = tables(TITLE + FIRST + "Oppgaver\n\n" + text + "\n" + SECOND)
    assert [list(row.values()) for row in found[0]] == [["stille lokaler", "møte fast"], ["melde fra", "svare raskt"]]
