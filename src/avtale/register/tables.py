"""The register's tables: CSV files in the package, facts from Statistics Norway (see `data/SOURCES.md`)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"
_DASHES = re.compile(r"\s*[-‐‑‒–—]\s*")
_BLANKS = re.compile(r"\s+")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table as dictionaries."""
    with _FOLDER.joinpath(f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folded(name: str) -> str:
    """A name as it is looked up: case, kinds of dash and blanks make no difference.

    >>> folded("SØR –\\n Fron")
    'sør-fron'
    """
    return _BLANKS.sub(" ", _DASHES.sub("-", name)).strip().casefold()
