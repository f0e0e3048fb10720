"""`avtale parse --cluster` on a real scheduler and two workers in processes of their own."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from distributed import Client

from avtale import cluster
from avtale.cli.parse import parse_json
from avtale.folders import Input
from tests.cli.conftest import AGREEMENT, Run

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


@contextmanager
def running(folder: Path, workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler, its address first, with workers that are started again when they die, and that run in a folder without agreements."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:

        def started(*arguments: str) -> subprocess.Popen[bytes]:
            environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
            command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
            process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        scheduler = started("scheduler", "--host", "127.0.0.1", "--port", str(port))
        if workers:
            started("worker", address, "--nworkers", str(workers), "--nthreads", "1", "--local-directory", str(folder))
        with Client(address, timeout=60, set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=60)
        yield address, scheduler


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with running(tmp_path_factory.mktemp("cluster"), 2) as (address, _):
        yield address


def parse_and_tell(path: str, data: bytes | None = None) -> tuple[int, bytes]:
    """The process that made it, and the record."""
    time.sleep(0.02)  # so that a worker is killed while it has something
    return os.getpid(), parse_json(path, data, evidence=True, indent=None)


def die_of_one(path: str, data: bytes | None = None) -> bytes | None:
    """What kills the worker that has the file `7`."""
    if path == "7":
        os._exit(9)
    return data


def test_a_worker_killed_during_the_run_costs_nothing(scheduler: str) -> None:
    sources = [Input(str(path), path.name) for path in sorted(CORPUS.glob("*.txt"))[:24]]
    made_by = []
    records = []
    with closing(cluster.run_on_cluster(scheduler, sources, parse_and_tell)) as outcomes:
        for outcome in outcomes:
            assert outcome.made, outcome.error
            made_by.append(outcome.made[0])
            records.append((outcome.source, outcome.made[1]))
            if len(records) == 5:
                os.kill(made_by[0], signal.SIGKILL)
    here = [(source, parse_json(source.path, evidence=True, indent=None)) for source in sources]
    assert records == here
    assert len(set(made_by)) >= 2
    assert os.getpid() not in made_by


def test_the_command_prints_what_it_prints_here(scheduler: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the workers cannot find these paths
    folder = Path("agreements")
    folder.mkdir()
    for name in "acd":
        (folder / f"{name}.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0")
    (folder / "e.txt").symlink_to("nowhere")
    arguments = ("parse", folder, "-", "missing.txt", "--no-evidence")
    assert run(*arguments, "--cluster", scheduler, stdin=AGREEMENT.encode()) == run(*arguments, stdin=AGREEMENT.encode())


def test_a_file_that_kills_workers_costs_itself(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sources = [Input(str(number), "") for number in range(12)]
    for source in sources:
        Path(source.path).write_text(source.path)
    outcomes = list(cluster.run_on_cluster(scheduler, sources, die_of_one))
    assert [outcome.source for outcome in outcomes] == sources
    assert {outcome.source.path: outcome.error.code for outcome in outcomes if outcome.error} == {"7": "crashed"}
    # A file that was at the workers which died may have been read here, without its bytes being sent.
    assert all(outcome.made in (outcome.source.path.encode(), None) for outcome in outcomes)


def test_no_scheduler(run: Run, agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    for address in ("tcp://127.0.0.1:1", "tcp://no-such-host.invalid:8786", "nonsense"):
        done = run("parse", agreement, "--cluster", address)
        assert (done.code, done.out) == (2, b"")
        assert done.err.startswith(f"Error: {address}: no Dask scheduler: ")
        assert done.err.count("\n") == 1
    gc.collect()  # a client that never connected says good-bye when it is collected, for which one that is connecting would wait for ever


def test_no_workers(run: Run, agreement: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    with running(tmp_path, 0) as (address, _):
        done = run("parse", agreement, "--cluster", address)
    assert (done.code, done.out, done.err) == (2, b"", f"Error: {address}: the cluster has no workers\n")


def test_workers_of_another_version(scheduler: str, run: Run, agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.0")
    done = run("parse", agreement, "--cluster", scheduler)
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith(f"Error: {scheduler}: the workers have avtale ")


def test_a_scheduler_that_goes_away_leaves_what_was_done(tmp_path: Path) -> None:
    sources = [Input(str(path), path.name) for path in sorted(CORPUS.glob("*.txt"))[:24]]
    with running(tmp_path, 1) as (address, process), closing(cluster.run_on_cluster(address, sources, parse_and_tell)) as outcomes:
        assert next(outcomes).made
        process.kill()
        with pytest.raises(cluster.ClusterError, match="went away"):
            list(outcomes)


def test_the_extra_is_named_where_it_is_missing(run: Run, agreement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "avtale.cluster")
    monkeypatch.setitem(sys.modules, "dask", None)
    done = run("parse", agreement, "--cluster", "tcp://127.0.0.1:1")
    assert (done.code, done.out, done.err) == (2, b"", "Error: --cluster needs the extra 'dask': pip install 'avtale[dask]'\n")


def test_jobs_are_of_this_machine(run: Run, agreement: Path) -> None:
    assert run("parse", agreement, "--cluster", "tcp://127.0.0.1:1", "--jobs", "2").code == 2
