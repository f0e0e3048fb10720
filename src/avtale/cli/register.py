"""`avtale register`: municipalities by name and date, and what changed between two days."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from avtale.cli import exits
from avtale.printable import printable, printable_json

if TYPE_CHECKING:
    from rich.table import Table

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_WIDTH = 140
"""Columns of a table that goes to a file or a pipe."""
_WHOLE = frozenset({"number", "from", "until", "today", "date"})
"""The columns that a narrow terminal does not break: a number or a date means nothing in part."""


def _date(value: str) -> str:
    """A year, a month or a day, given on as it is, where the calendar has it."""
    try:
        date.fromisoformat(_first_day(value) if _DATE.fullmatch(value) else "")
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD") from None
    return value


def _first_day(value: str) -> str:
    """The first day of a year or a month, a day itself."""
    return value + "-01-01"[len(value) - 4 :]


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--on", "day", metavar="DATE", type=_date, help="The date of the agreement: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--district", "districts", multiple=True, help="The police district, by name or code (p03), where several municipalities have the name.")
@click.option("--diff", "days", type=_date, nargs=2, metavar="FROM TO", help="List what changed after FROM and up to TO.")
@click.option("--format", "layout", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(names: tuple[str, ...], day: str | None, districts: tuple[str, ...], days: tuple[str, str] | None, layout: str) -> int:
    """Tell which municipality each NAME means: its number on the date and today, and what led to it and followed from it.

    Exits with 1 where the register has no municipality of a NAME, or had none on the date.
    """
    from avtale.register.answer import answer, differences, is_found

    if bool(names) == bool(days) or (days and (day or districts)):
        raise click.UsageError("give either names or --diff FROM TO")
    if days:
        if _first_day(days[0]) > _first_day(days[1]):
            raise click.UsageError(f"--diff: {days[0]} is after {days[1]}")
        changes = differences(*map(_first_day, days))
        click.echo(_json(changes) if layout == "json" else _text(_changes(changes)), nl=False)
        return exits.WELL
    codes = [code for district in districts for code in _codes(district)]
    answers = [answer(name, day, codes) for name in names]
    tables = [] if layout == "json" else [_readings(answers), _changes([change for found in answers for change in found["changes"]])]
    click.echo(_json(answers) if layout == "json" else _text(*tables), nl=False)
    for found in answers:
        _tell(found)
    return exits.WELL if all(map(is_found, answers)) else exits.FINDINGS


def _codes(district: str) -> set[str]:
    """The codes of a police district that is given by its name or code."""
    from avtale.register import codes

    found = codes(district)
    if not found:
        raise click.BadParameter(f"the register has no police district {district!r}", param_hint="--district")
    return found


def _json(values: list[dict[str, Any]]) -> str:
    return printable_json(json.dumps(values, ensure_ascii=False, indent=2)) + "\n"


def _text(*tables: Table) -> str:
    """The tables as text, the empty ones left out; as wide as the terminal, where it goes to one."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else _WIDTH)
    with console.capture() as capture:
        for table in tables:
            if table.row_count:
                console.print(table)
    return capture.get()


def _tell(found: dict[str, Any]) -> None:
    """Say on standard error what is in doubt about a name, and which names are most like one that the register has not."""
    offered = f"; the nearest names are {', '.join(found['nearest'])}" if found["nearest"] else ""
    for notice in found["notices"]:
        click.echo(f"avtale: {printable(notice['message'])}{offered}", err=True)


def _readings(answers: list[dict[str, Any]]) -> Table:
    """A row for each municipality that a name can mean."""
    table = _table("name", "number", "official name", "county", "from", "until", "today", "police district")
    for found in answers:
        if not found["readings"]:
            table.add_row(printable(found["name"]), "–")
        for row in found["readings"]:
            end, now = row["valid_to"] or "", row["current_number"] or "–"
            districts = ", ".join(district["name"].removesuffix(" politidistrikt") for district in row["police_districts"])
            table.add_row(printable(found["name"]), row["number"], row["official_name"], row["county"], row["valid_from"], end, now, districts)
    return table


def _changes(changes: list[dict[str, Any]]) -> Table:
    """A row for each change, once."""
    table = _table("date", "what", "before", "after")
    for cells in dict.fromkeys(map(_cells, changes)):
        table.add_row(*cells)
    return table


def _cells(change: dict[str, Any]) -> tuple[str, ...]:
    before, after = (", ".join(f"{row['number']} {row['name']}" for row in change[side]) for side in ("before", "after"))
    return change["date"], change["kind"], before, after


def _table(*columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in _WHOLE)
    return table
