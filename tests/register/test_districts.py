"""Police districts by either name, in force and of the past."""

from __future__ import annotations

import pytest

from avtale.register import codes, district, districts_of, memberships, unit
from avtale.register.municipalities import municipalities
from avtale.register.tables import folded, rows

TABLE = rows("police_districts")


def test_every_district_is_found_by_each_of_its_names() -> None:
    for row in TABLE:
        for name in filter(None, (row["name_nb"], row["name_nn"])):
            for form in (name, name.upper(), name.removesuffix(" politidistrikt"), name.replace("-", " "), name.replace("-", ""), f"{name[:2]}-\n{name[2:]}s"):
                found = district(form)
                assert found is not None, form
                assert folded(name) in (folded(found.name_nb), folded(found.name_nn))


def test_every_municipality_of_today_is_in_a_district_that_exists() -> None:
    known = {row["code"] for row in TABLE}
    for row in municipalities():
        if row.valid_to is None:
            assert districts_of(row.number)
            assert districts_of(row.number) <= known
            assert len(memberships(row.number, "2025-06-01", "2025-06-01")) == 1


def test_every_name_leads_to_a_district_of_today() -> None:
    in_force = {row["code"] for row in TABLE if not row["valid_to"]}
    for row in TABLE:
        assert codes(row["name_nb"]) & in_force, row["name_nb"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Øst politidistrikt", "p02"),
        ("Aust politidistrikt", "p02"),
        ("Innlandet", "p03"),
        ("Oslo politidistrikt", "p01"),
        ("sør–vest politidistrikt", "p06"),
        ("Søraust politidistrikt", "p04"),
        ("Sørøst", "p04"),
    ],
)
def test_known_districts(name: str, code: str) -> None:
    found = district(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["Nordpolen politidistrikt", "politidistrikt", ""])
def test_no_district(name: str) -> None:
    assert district(name) is None
    assert codes(name) == set()


def test_what_the_table_does_not_know_of_the_day_is_inferred() -> None:
    assert [member.inferred for member in memberships("1515", "2025-01-01", "2025-01-01")] == [False]
    assert [member.inferred for member in memberships("1515", "2021-01-01", "2021-01-01")] == [True]
    assert [(member.district, member.inferred) for member in memberships("1515", "2009-01-01", "2009-12-31")] == [("p08", True)]


def test_a_district_that_changed_is_that_of_the_day() -> None:
    assert [member.district for member in memberships("1511", "2016-06-01", "2016-06-01")] == ["p07"]
    assert [member.district for member in memberships("1511", "2018-06-01", "2018-06-01")] == ["p08"]
    assert all(member.unverified for member in memberships("1511", "2016-01-01", "2020-01-01"))


@pytest.mark.parametrize(
    ("name", "district", "unverified"),
    [
        ("Finnsnes lensmannsdistrikt", "p11", False),
        ("Finnsnes lensmannskontor", "p11", False),
        ("lensmannen i Lom", "p03", False),
        ("Lillehammer politistasjon", "p03", False),
        ("Haugesund politistasjonsdistrikt", "p06", False),
        ("Nord-Østerdal lensmannsdistrikt", "p03", True),
    ],
)
def test_units_lead_to_their_district(name: str, district: str, unverified: bool) -> None:
    found = unit(name)
    assert found is not None
    assert (found.district, found.unverified) == (district, unverified)


@pytest.mark.parametrize("name", ["", "lensmannskontor", "Lensmannen i Atlantis", "Stavanger politistasjon"])
def test_no_unit(name: str) -> None:
    assert unit(name) is None
