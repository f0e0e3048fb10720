"""What the register has on a name, and what changed between two days, as data for a reader or a script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from avtale.register.districts import district, memberships
from avtale.register.doubt import Doubt, explain
from avtale.register.history import Change, chain, diff, today
from avtale.register.municipalities import Municipality
from avtale.register.nearest import nearest
from avtale.register.resolution import resolve

_NOTHING = frozenset({Doubt.UNKNOWN, Doubt.NOT_THEN, Doubt.BEFORE_TABLE})


def answer(name: str, date: str | None = None, districts: Iterable[str] = ()) -> dict[str, Any]:
    """All on one name, on a date in EDTF or on any.

    `readings` are the municipalities that it can mean, `changes` what led to them and followed from them, `notices` what is in doubt,
    `nearest` the likeliest names where the register has none such.

    >>> found = answer("Sogndal", "2018")
    >>> found["number"], found["current_number"], found["changes"][0]["kind"]
    ('1420', '4640', 'merger')
    """
    found = resolve(name, date, districts)
    readings = found.readings if found else ()
    doubts = found.doubts if found else {Doubt.UNKNOWN}
    return {
        "name": name,
        "on": date,
        "number": found.number if found else None,
        "current_number": found.current if found else None,
        "readings": [_reading(row) for row in readings],
        "changes": [_change(change) for change in sorted({change for row in readings for change in chain(row.number)})],
        "notices": [{"reason": doubt.name.casefold(), "message": message} for doubt, message in explain(doubts, name, date, readings)],
        "nearest": [] if found else nearest(name),
    }


def is_found(found: dict[str, Any]) -> bool:
    """Whether an answer has a municipality, on the date if it was asked for one."""
    return not {notice["reason"] for notice in found["notices"]} & {doubt.name.casefold() for doubt in _NOTHING}


def differences(since: str, until: str) -> list[dict[str, Any]]:
    """The changes after one day and up to another (ISO dates), in order.

    >>> [change["after"] for change in differences("2022-12-31", "2023-12-31") if change["kind"] != "number"][0]
    [{'number': '5001', 'name': 'Trondheim - Tråante'}]
    """
    return [_change(change) for change in diff(since, until)]


def _reading(row: Municipality) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "official_name": row.official_name,
        "county": row.county,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "current_number": today(row),
        "police_districts": [_district(member.district) for member in memberships(row.number, row.valid_from, row.valid_to or "9999")],
    }


def _district(code: str) -> dict[str, str]:
    found = district(code)
    return {"code": code, "name": found.name_nb if found else code}


def _change(change: Change) -> dict[str, Any]:
    before, after = ([{"number": row.number, "name": row.official_name} for row in rows] for rows in (change.before, change.after))
    return {"date": change.date, "kind": change.kind, "before": before, "after": after}
