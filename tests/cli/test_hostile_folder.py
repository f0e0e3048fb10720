"""Two hundred files made to do harm in one folder with ten good ones: each costs itself alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.cli.conftest import start
from tests.hostile_files import BAD, write

GIB = 1024**3


def test_hostile_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder)
    before = sorted(folder.rglob("*"))
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        process = start("parse", folder, "--jobs", "2", "--timeout", "10", stdout=out, stderr=err, stdin=None)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    lines = [json.loads(line) for line in (tmp_path / "out").read_bytes().splitlines()]
    told = (tmp_path / "err").read_bytes()
    assert process.returncode == 3
    assert usage.ru_maxrss * 1024 < 2 * GIB, "the largest of the processes"
    assert len(lines) == BAD + 10
    good = [line for line in lines if "/good-" in line["source"]["path"]]
    assert [line.get("schema_version") for line in good] == ["1.0"] * 10
    assert "internal" not in {line.get("error", {}).get("code") for line in lines}
    assert b"Traceback" not in told
    assert b"\x1b" not in told + (tmp_path / "out").read_bytes()
    assert told.count(b"\n") == sum("error" in line for line in lines)
    assert sorted(folder.rglob("*")) == before
