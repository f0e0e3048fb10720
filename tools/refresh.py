"""Refresh the register's tables from Statistics Norway's KLASS: municipalities (131), police districts (109), and which is in which.

    python -m tools.refresh [--date DATE] [--url URL] [--folder FOLDER]

Nothing is written unless all of it holds: the numbers of municipalities that are known for a fact, each municipality of today in
exactly one known district, and of every bilingual name the Norwegian part. What KLASS does not say (which part of a name is Sámi and
which Kven, what was read in other sources) is taken over from the tables as they are. Exits with 1, and says why, where it fails.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import urllib3

from avtale.register.tables import FOLDER
from tools.klass import URL, Klass, KlassError

SINCE = "2006-01-01"
"""The day from which the table has every municipality; of earlier years KLASS is not asked."""
UNSTATED = "9999"
"""The code of municipalities that are not stated."""
COUNTS = {"2018-06-01": 422, "2019-06-01": 422, "2020-06-01": 356, "2021-06-01": 356, "2022-06-01": 356, "2023-06-01": 356, "2024-06-01": 357}
"""How many municipalities there were; that of the last year holds until the day of the refresh."""

Row = dict[str, str]
Table = list[Row]


def main(arguments: list[str] | None = None) -> int:
    """Refresh the tables; the exit code."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--date", default=date.today().isoformat(), help="the day that counts as today")
    options.add_argument("--url", default=URL)
    options.add_argument("--folder", type=Path, default=FOLDER, help="the folder of the tables")
    chosen = options.parse_args(arguments)
    try:
        tables = refreshed(chosen.folder, Klass(chosen.url), chosen.date)
    except (KlassError, urllib3.exceptions.HTTPError) as error:
        print(f"nothing is written: {error}", file=sys.stderr)
        return 1
    for name, table in tables.items():
        print(f"{name}: {_write(chosen.folder / f'{name}.csv', table)}")
    return 0


def refreshed(folder: Path, klass: Klass, today: str) -> dict[str, Table]:
    """The tables as they are to be, checked; raises KlassError for what cannot be so."""
    until = (date.fromisoformat(today) + timedelta(1)).isoformat()
    old, counties = _read(folder / "municipalities.csv"), _read(folder / "counties.csv")
    try:
        table = municipalities(old, counties, klass.codes(SINCE, until), klass.changes(SINCE, until), until)
        codes = {row["code"] for row in _read(folder / "police_districts.csv")}
        members = districts(klass.members(today), {row["number"] for row in table if not row["valid_to"]}, codes)
    except KeyError as missing:
        raise KlassError(f"an entry of the answer has no {missing}") from None
    check(old, table, today)
    held = memberships(_read(folder / "municipality_police_district.csv"), table, members, today)
    return {"municipalities": table, "municipality_police_district": held}


def municipalities(old: Table, counties: Table, codes: list[dict[str, Any]], changes: list[dict[str, Any]], until: str) -> Table:
    """The rows of the table, made of KLASS's codes and changes; what those do not say is taken over from the old rows."""
    followed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for change in changes:
        followed[change["oldCode"], change["changeOccurred"]].append(change["newCode"])
    known = {(row["number"], row["official_name"]): row for row in old}
    table = []
    for code in sorted(codes, key=lambda code: (code["code"], code["validFromInRequestedRange"])):
        if code["code"] == UNSTATED:
            continue
        number, label = code["code"], code["name"].partition(" (")[0]
        row = dict(known.get((number, label)) or _new(number, code["name"], old, counties))
        if code["validFromInRequestedRange"] > SINCE:
            row["valid_from"] = code["validFromInRequestedRange"]
        end = code["validToInRequestedRange"] or until
        row["valid_to"] = "" if end >= until else end
        row["successor_numbers"] = ";".join(sorted(set(followed[number, end]))) if row["valid_to"] else ""
        table.append(row)
    return _with_renamed(table)


def _with_renamed(table: Table) -> Table:
    """The rows, where one that ends because only the name changed has its own number as successor."""
    starts = {(row["number"], row["valid_from"]) for row in table}
    for row in table:
        if row["valid_to"] and not row["successor_numbers"]:
            if (row["number"], row["valid_to"]) not in starts:
                raise KlassError(f"{row['number']} {row['name']} ends on {row['valid_to']} without a successor")
            row["successor_numbers"] = row["number"]
    return table


def _new(number: str, label: str, old: Table, counties: Table) -> Row:
    """A row for a number or name that the table has not; of a bilingual name, the Norwegian part is one that the table has already."""
    official = label.partition(" (")[0]
    parts = official.split(" - ")
    norwegian = [part for part in parts if any(part == row["name"] for row in old)] if len(parts) > 1 else parts
    if len(norwegian) != 1:
        raise KlassError(f"{number} {official}: which part is Norwegian? Add the row to municipalities.csv by hand")
    county = [row["name"] for row in counties if row["number"] == number[:2]]
    if not county:
        raise KlassError(f"{number} {official}: no county {number[:2]}. Add it to counties.csv by hand")
    others = [part for part in parts if part != norwegian[0]] + ["", ""]
    row = dict.fromkeys(old[0], "") | {"number": number, "name": norwegian[0], "official_name": official, "valid_from": SINCE}
    row |= {"name_sami": others[0], "name_kven": others[1], "county_number": number[:2], "county_name": county[-1]}
    return row | {"name_variants": label if label != official else "", "source": "KLASS131", "unverified": "0"}


def districts(items: list[dict[str, Any]], numbers: set[str], codes: set[str]) -> dict[str, str]:
    """The district of each municipality of today."""
    pairs = [(item["targetCode"], item["sourceCode"].casefold()) for item in items if item["targetCode"] != UNSTATED]
    often = [number for number, count in Counter(number for number, _ in pairs).items() if count > 1]
    if often:
        raise KlassError(f"in more than one district: {_some(often)}")
    members = dict(pairs)
    if members.keys() != numbers:
        raise KlassError(f"in no district, or in one but no municipality: {_some(members.keys() ^ numbers)}")
    if not set(members.values()) <= codes:
        raise KlassError(f"districts that police_districts.csv has not: {_some(set(members.values()) - codes)}")
    return members


def memberships(old: Table, table: Table, members: dict[str, str], today: str) -> Table:
    """The rows of the districts: those of before, ended where the municipality has ended or moved, and new ones."""
    ends = {row["number"]: row["valid_to"] for row in table}
    starts = {row["number"]: row["valid_from"] for row in reversed(table)}
    rows = [dict(row) for row in old]
    for row in rows:
        if not row["valid_to"] and members.get(row["municipality_number"]) != row["police_district"]:
            row["valid_to"] = ends[row["municipality_number"]] or today
    held = {row["municipality_number"] for row in rows if not row["valid_to"]}
    before = {row["municipality_number"] for row in rows}
    for number in sorted(members.keys() - held):
        new = dict.fromkeys(old[0], "") | {"municipality_number": number, "police_district": members[number], "source": "KLASS109", "read_from": today}
        names = {"municipality_name": next(row["name"] for row in table if row["number"] == number)}
        rows.append(new | names | {"valid_from": today if number in before else starts[number], "inferred": "0", "unverified": "0"})
    return sorted(rows, key=lambda row: (row["municipality_number"], row["valid_from"]))


def check(old: Table, table: Table, today: str) -> None:
    """Whether there were as many municipalities as there are known to have been, and none is lost; raises KlassError where not."""
    lost = {f"{row['number']} {row['official_name']}" for row in old} - {f"{row['number']} {row['official_name']}" for row in table}
    if lost:
        raise KlassError(f"no longer there: {_some(lost)}")
    for day, count in {**COUNTS, today: COUNTS[max(COUNTS)]}.items():
        found = len({row["number"] for row in table if row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])})
        if found != count:
            raise KlassError(f"{found} municipalities on {day}, not {count}")


def _some(values: Iterable[str]) -> str:
    return ", ".join(sorted(values)[:10])


def _read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, table: Table) -> str:
    """Write a table where it differs from the one that is there; what was done."""
    old = _read(path)
    if table == old:
        return "unchanged"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(old[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    return f"{len(table)} rows, {len([row for row in table if row not in old])} of them new or changed"


if __name__ == "__main__":
    sys.exit(main())
