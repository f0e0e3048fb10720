"""What a folder costs: against reading it, on two processors, in dispatch, and in memory.

    python benchmarks/folders.py [--full] [--cluster ADDRESS]

The files are those of the corpus over and over, each with names of its own, in a temporary folder. What is compared is run in turn, and of each
the least of the rounds counts, which other programs disturb least. `--full` takes the numbers of files that the targets are set for, and some
minutes; `--cluster` adds the dispatch to a Dask cluster. Two processes are compared by the clock, so what else runs on the machine counts there:
beside them stand two commands that run at once, with half of the files each. Memory is that of all processes, each at its peak, pages that they share counted
in each. Needs Linux.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import NamedTuple

from avtale.batch import run
from avtale.cli.parse import parse_json
from avtale.folders import Input, find_files

CORPUS = Path(__file__).parent.parent / "corpus"
PARSE = [sys.executable, "-m", "avtale", "parse", "--quiet"]
READ = [sys.executable, "-c", r"import re, sys, pathlib; [re.findall(r'\w+', p.read_text('utf-8', 'replace')) for p in pathlib.Path(sys.argv[1]).iterdir()]"]
NO_OPS = 20_000
"""Calls of nothing: enough that the start of a pool does not matter."""


class Spent(NamedTuple):
    """What a process and its children took."""

    wall: float
    """Seconds by the clock."""
    processor: float
    """Seconds of processors."""
    memory: int
    """Kilobytes."""


class Sizes(NamedTuple):
    """How many files each measurement has."""

    one_core: int = 500
    two_cores: int = 500
    few: int = 500
    many: int = 2000
    rounds: int = 2


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--full", action="store_true", help="5,000 files on two processors, and the memory of 20,000")
    options.add_argument("--cluster", metavar="ADDRESS", help="the scheduler of a Dask cluster, whose dispatch is measured too")
    chosen = options.parse_args()
    sizes = Sizes(two_cores=5000, many=20_000) if chosen.full else Sizes()
    with tempfile.TemporaryDirectory() as top:
        folder = partial(_folder, Path(top))
        _one_core(folder(sizes.one_core), sizes)
        _two_cores(folder(sizes.two_cores), sizes)
        _dispatch(folder(sizes.one_core), chosen.cluster)
        _memory(folder(sizes.few), folder(sizes.many), sizes)


def _one_core(folder: Path, sizes: Sizes) -> None:
    read, parsed = _least(sizes.rounds, [*READ, str(folder)], [*PARSE, "--jobs", "1", str(folder)], key="processor")
    _row(f"{sizes.one_core} files, one process", f"{parsed / read:.1f} × reading them, one \\w+ pass each", parsed / sizes.one_core)


def _two_cores(folder: Path, sizes: Sizes) -> None:
    half = [[*PARSE, "--jobs", "1", "--include", pattern, str(folder)] for pattern in ("*[02468].txt", "*[13579].txt")]
    apart = [sys.executable, "-c", f"import subprocess; [run.wait() for run in [subprocess.Popen(half) for half in {half}]]"]
    one, two, halves = _least(sizes.rounds, *([*PARSE, "--jobs", jobs, str(folder)] for jobs in "12"), apart, key="wall")
    figure = f"{one / two:.2f} × faster than one (two commands, half each: {one / halves:.2f} ×)"
    _row(f"{sizes.two_cores} files, two processes", figure, two / sizes.two_cores)


def _dispatch(folder: Path, cluster: str | None) -> None:
    sources = list(find_files([str(folder)]).inputs)
    work = partial(parse_json, evidence=True, indent=None)
    parse = min(_each(lambda: [work(source.path) for source in sources], len(sources)) for _ in range(3))
    calls = list(islice(cycle(sources), NO_OPS))
    ways: dict[str, Callable[[], object]] = {f"dispatch, {jobs} process{'es' * (jobs > 1)}": partial(_drain, calls, jobs) for jobs in (1, 2)}
    if cluster:
        ways["dispatch, a cluster"] = partial(_drain_cluster, cluster, calls)
    for name, way in ways.items():
        spent = min(_each(way, NO_OPS) for _ in range(3))
        _row(name, f"{100 * spent / parse:.1f} % of a document's {parse * 1000:.1f} ms", spent)


def _memory(few: Path, many: Path, sizes: Sizes) -> None:
    peaks = [_spent([*PARSE, "--jobs", "2", str(folder)]).memory for folder in (few, many)]
    print(f"{f'memory, {sizes.many} files':32}{peaks[1] / peaks[0]:.2f} × that of {sizes.few} ({peaks[1] / 1024:.0f} MiB)")


def nothing(path: str, data: bytes | None = None) -> bytes | None:  # noqa: ARG001  (as work is called)
    """What is done to a file where only the way there is measured."""
    return data


def _drain(calls: list[Input], jobs: int) -> None:
    for _ in run(calls, nothing, jobs):
        pass


def _drain_cluster(address: str, calls: list[Input]) -> None:
    from avtale.cluster import run_on_cluster

    for _ in run_on_cluster(address, calls, nothing):
        pass


def _each(work: Callable[[], object], calls: int) -> float:
    """The processor time of this process and of its children that have ended, for one of the calls."""
    before = _processor_time()
    work()
    return (_processor_time() - before) / calls


def _processor_time() -> float:
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def _least(rounds: int, *commands: list[str], key: str) -> list[float]:
    """The least that each command spent."""
    spent = [[getattr(_spent(command), key) for command in commands] for _ in range(rounds)]
    return [min(column) for column in zip(*spent, strict=True)]


def _spent(command: list[str]) -> Spent:
    begun, before = time.monotonic(), getrusage(RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peaks: dict[str, int] = {}
    while process.poll() is None:
        peaks |= dict(_peaks(str(process.pid)))
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}: {process.communicate()[1].decode()}")
    after = getrusage(RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(time.monotonic() - begun, processor, sum(peaks.values()))


def _peaks(pid: str) -> Iterator[tuple[str, int]]:
    """The peak of a process and of its children, by pid, in kilobytes."""
    with suppress(OSError):  # it may end at any moment
        for line in Path("/proc", pid, "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                yield pid, int(line.split()[1])
        for thread in os.listdir(f"/proc/{pid}/task"):
            for child in Path("/proc", pid, "task", thread, "children").read_text().split():
                yield from _peaks(child)


def _folder(top: Path, files: int) -> Path:
    """A folder of so many files, each of which says something that no other says, as what is kept of it would add up."""
    folder = top / str(files)
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(islice(cycle(sorted(CORPUS.glob("*.txt"))), files)):
        name = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}").capitalize()
        (folder / f"{number:05}.txt").write_bytes(text.read_bytes() + f"\nKontakt: lensmann Kari {name}, {name} kommune\n".encode())
    return folder


def _row(name: str, figure: str, each: float) -> None:
    print(f"{name:32}{figure:64}{each * 1000:10.2f} ms a file", flush=True)


if __name__ == "__main__":
    main()
