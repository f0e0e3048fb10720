"""Police districts by either name, in force and of the past."""

from __future__ import annotations

import pytest

from avtale.register import codes, district
from avtale.register.districts import districts_of
from avtale.register.municipalities import _rows
from avtale.register.tables import folded, rows

TABLE = rows("police_districts")


def test_every_district_is_found_by_each_of_its_names() -> None:
    for row in TABLE:
        for name in filter(None, (row["name_nb"], row["name_nn"])):
            for form in (name, name.upper(), name.removesuffix(" politidistrikt")):
                found = district(form)
                assert found is not None, form
                assert folded(name) in (folded(found.name_nb), folded(found.name_nn))


def test_every_municipality_of_today_is_in_a_district_that_exists() -> None:
    known = {row["code"] for row in TABLE}
    for row in _rows():
        if row.valid_to is None:
            assert districts_of(row.number)
            assert districts_of(row.number) <= known


def test_every_name_leads_to_a_district_of_today() -> None:
    in_force = {row["code"] for row in TABLE if not row["valid_to"]}
    for row in TABLE:
        assert codes(row["name_nb"]) & in_force, row["name_nb"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Øst politidistrikt", "p02"), ("Aust politidistrikt", "p02"), ("Innlandet", "p03"), ("Oslo politidistrikt", "p01"), ("sør–vest politidistrikt", "p06")],
)
def test_known_districts(name: str, code: str) -> None:
    found = district(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["Nordpolen politidistrikt", "politidistrikt", ""])
def test_no_district(name: str) -> None:
    assert district(name) is None
    assert codes(name) == set()
