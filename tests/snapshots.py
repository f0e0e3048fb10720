"""Snapshots: the whole record of each agreement of the corpus, without evidence, so that a change shows in a diff.

`make snapshots` (python -m tests.snapshots) writes them; `tests/test_snapshots.py` compares.
"""

from __future__ import annotations

from pathlib import Path

from avtale.output import record_json
from avtale.pipeline import dumped_record
from avtale.reading import read_bytes
from tests.documents import CORPUS

FOLDER = Path(__file__).with_suffix("")


def path_of(source: Path) -> Path:
    """Where the snapshot of a document stands."""
    return FOLDER / f"{source.stem}.json"


def snapshot(source: Path) -> str:
    """The record of a document as it is kept: without evidence, the parser's version, and the folder that the document lies in."""
    record = dumped_record(read_bytes(source.read_bytes(), path=source.name))
    lines = record_json(record, evidence=False, indent=1).decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(' "parser_version"')) + "\n"


def write() -> None:
    """Write all snapshots, and remove those of documents that are gone."""
    FOLDER.mkdir(exist_ok=True)
    for old in {*FOLDER.glob("*.json")} - {*map(path_of, CORPUS)}:
        old.unlink()
    for source in CORPUS:
        path_of(source).write_text(snapshot(source), encoding="utf-8")


if __name__ == "__main__":
    write()
