"""The seeds of fuzzing, and what was once found to break a target, go through it without atheris."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.targets import CORPUS, TARGETS

FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_replay(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_each_target_has_seeds() -> None:
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[2J", bytes(range(256))], ids=repr)
def test_bytes_that_are_nothing(target: str, data: bytes) -> None:
    TARGETS[target](data)
