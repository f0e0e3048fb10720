"""The register's tables: CSV files in the package, facts from Statistics Norway (see `data/SOURCES.md`)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "data"
_DASHES = re.compile(r" ?[-‐‑‒–—] ?")
_BLANKS = re.compile(r"\s+")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table as dictionaries."""
    with FOLDER.joinpath(f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        columns = next(lines)
        return [dict(zip(columns, line, strict=True)) for line in lines]


def folded(name: str) -> str:
    """A name in the form that names are compared in: case, kinds of dash and blanks make no difference.

    >>> folded("SØR –\\n Fron")
    'sør-fron'
    """
    return _DASHES.sub("-", _BLANKS.sub(" ", name)).strip().casefold()
