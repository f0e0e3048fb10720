"""What a record says of its municipalities: their numbers, and a notice of each thing that is in doubt about them."""

from __future__ import annotations

from typing import Any

import pytest

import avtale
from avtale.resolve.parties import number_municipalities


def party(name: str, kind: str = "municipality") -> dict[str, Any]:
    return {"type": kind, "name": name, "evidence": [{"start": 0, "end": len(name), "quote": name}]}


def numbered(date: str | None, *parties: dict[str, Any], named: tuple[dict[str, Any], ...] = ()) -> tuple[list[Any], list[str]]:
    """The numbers of the municipalities of a record, and the codes of its notices."""
    record = {"parties": list(parties), "organisations": list(named), "signed": {"date": date}, "term": None}
    notices = number_municipalities(record)
    assert all(notice["evidence"] and notice["field"].startswith("/parties/") and notice["message"] for notice in notices)
    return [(one["number"], one["current_number"]) for one in parties if "number" in one], [notice["code"] for notice in notices]


INNLANDET, VEST = party("Innlandet politidistrikt", "police_district"), party("Vest politidistrikt", "police_district")


@pytest.mark.parametrize(
    ("date", "name", "district", "expected", "codes"),
    [
        ("2019-07-11", "Luster kommune", VEST, [("1426", "4644")], []),
        (None, "Luster kommune", VEST, [(None, "4644")], []),
        ("2021-05", "Atlantis kommune", VEST, [], ["AVP402"]),
        ("2021-05", "Herøy kommune", VEST, [(None, None)], ["AVP401"]),
        (None, "Herøy kommune", VEST, [(None, None)], ["AVP401"]),
        ("2021-05", "Leikanger kommune", VEST, [(None, None)], ["AVP403"]),
        ("1830", "Bergen kommune", VEST, [(None, None)], ["AVP404"]),
        ("1999-05-04", "Luster kommune", VEST, [("1426", "4644")], ["AVP405"]),
        ("2021-05", "Ringsakcr kommune", INNLANDET, [("3411", "3411")], ["AVP406"]),
        ("2018-05-04", "Våler kommune", INNLANDET, [("0426", "3419")], ["AVP407"]),
        ("2025-05-04", "Våler kommune", INNLANDET, [("3419", "3419")], []),
        ("2018-05-04", "Sande kommune", party("Søraust politidistrikt", "police_district"), [("0713", "3903")], ["AVP407"]),
        ("2018-05-04", "Os kommune", party("Nord-Østerdal lensmannsdistrikt", "police_unit"), [("0441", "3430")], ["AVP407", "AVP408"]),
        ("2018-05-04", "Tynset kommune", party("Nord-Østerdal lensmannsdistrikt", "police_unit"), [("0437", "3427")], []),
    ],
)
def test_numbers_and_notices(date: str | None, name: str, district: dict[str, Any], expected: list[Any], codes: list[str]) -> None:
    assert numbered(date, party(name), district) == (expected, codes)


def test_neighbours_among_the_parties_tell_which_is_meant() -> None:
    assert numbered("2015-05-04", party("Nes kommune"), party("Gol kommune"), party("Politiet", "other")) == ([("0616", "3322"), ("0617", "3324")], [])


def test_what_is_named_in_passing_tells_which_is_meant() -> None:
    assert numbered("2025-05-04", party("Våler kommune"), named=(INNLANDET,)) == ([("3419", "3419")], [])
    assert numbered("2015-05-04", party("Os kommune"), named=(party("Tynset kommune"),)) == ([("0441", "3430")], [])


def test_a_party_goes_before_what_is_named_in_passing() -> None:
    assert numbered("2025-05-04", party("Våler kommune"), INNLANDET, named=(party("Øst politidistrikt", "police_district"),)) == ([("3419", "3419")], [])


@pytest.mark.parametrize(
    ("title", "number", "code"),
    [
        ("Avtale mellom Ringsakcr kommune og Innlandet politidistrikt", "3411", "AVP406"),
        ("Avtale mellom HERØY KOMMUNE og Vest politidistrikt", None, "AVP401"),
        ("Avtale mellom Leikanger kommune og Vest politidistrikt", None, "AVP403"),
    ],
)
def test_a_record_has_the_notice_with_the_words_that_it_is_about(title: str, number: str | None, code: str) -> None:
    text = f"{title}\n\nPartene samarbeider om forebygging.\n\nSted, 4. mai 2021\n"
    record = avtale.parse(text)
    assert [one.number for one in record.parties if one.type == "municipality"] == [number]
    [notice] = [notice for notice in record.notices if notice.code.startswith("AVP4")]
    assert (notice.code, notice.field) == (code, "/parties/0/number")
    assert "kommune" in notice.evidence[0].quote.casefold()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Lom kommune og Innlandet politidistrikt ved Nord-Gudbrandsdal lensmannsdistrikt",
            [("municipality", "Lom kommune"), ("police_district", "Innlandet politidistrikt")],
        ),
        ("Lom kommune og Nord-Gudbrandsdal lensmannsdistrikt", [("municipality", "Lom kommune"), ("police_unit", "Nord-Gudbrandsdal lensmannsdistrikt")]),
    ],
)
def test_unit_is_a_party_where_its_district_is_none(title: str, expected: list[tuple[str, str]]) -> None:
    found = avtale.parse(f"Samarbeidsavtale\n\nmellom\n\n{title}\n\n1. Innledning\n\nAvtalen gjelder fra 2021.\n").parties
    assert [(one.type, one.name) for one in found] == expected
