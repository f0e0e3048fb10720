"""The agreements that tests read: our own, and those of the contract where they are at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from avtale.reading import read_file

ROOT = Path(__file__).parents[1]
CORPUS = sorted((ROOT / "corpus").glob("*.txt"))
LOCKED = sorted((ROOT / "corpus" / "locked").glob("*.txt"))
SHARED = sorted((ROOT.parent / "shared" / "agreements").glob("*.txt"))
"""Real agreements, which are no part of this repository."""
NO_SHARED = "the real agreements (../shared/agreements) are not on this machine"


def name_of(path: Path) -> str:
    """How a test calls a document."""
    return path.stem


def shared_parameters() -> list[object]:
    """The real agreements as parameters of a test, or one that says why there are none."""
    return list(SHARED) or [pytest.param(None, marks=pytest.mark.skip(reason=NO_SHARED), id="shared")]


@cache
def text_of(path: Path) -> str:
    """The document text of a file."""
    return read_file(path).text
