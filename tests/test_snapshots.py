"""The records of the corpus are as they were when someone last read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import snapshots
from tests.documents import CORPUS, name_of


@pytest.mark.parametrize("source", CORPUS, ids=name_of)
def test_record_is_as_it_was(source: Path) -> None:
    kept = snapshots.path_of(source).read_text(encoding="utf-8")
    assert snapshots.snapshot(source) == kept, "run `make snapshots` and read the diff"


def test_there_is_no_snapshot_of_nothing() -> None:
    assert {*snapshots.FOLDER.glob("*.json")} <= {*map(snapshots.path_of, CORPUS)}
