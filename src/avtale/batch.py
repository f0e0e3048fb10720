"""Many files: which of them to parse, and their records in order of path, as soon as each is ready."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from avtale.reading import STDIN, ReadingError, display_path

SUFFIXES = (".txt",)
"""Endings of the files that are taken from a folder; a file that is named is always read."""
FEW = 16
"""Files up to which one process is faster than several."""
AHEAD = 4
"""Files that are under way for each process, so that memory does not grow with their number."""


class Input(NamedTuple):
    """A file to parse: its path as given, and as it is called inside the folder that it was found in."""

    path: str
    name: str


class Outcome(NamedTuple):
    """What a file gave: the JSON of its record, or the error."""

    source: Input
    json: bytes | None
    error: ReadingError | None


def find_files(paths: Iterable[str]) -> tuple[list[Input], int]:
    """The files that the paths stand for in order of path, folders searched through, and how many in folders were passed over."""
    found: list[Input] = []
    skipped = 0
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            inside, passed = _walk(Path(path))
            found += inside
            skipped += passed
        else:
            found.append(Input(path, os.path.basename(path)))
    return sorted(found), skipped


def _walk(folder: Path) -> tuple[list[Input], int]:
    found: list[Input] = []
    skipped = 0
    for directory, folders, files in os.walk(folder, onerror=lambda error: found.append(Input(error.filename, os.path.relpath(error.filename, folder)))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(directory, name)
            if name.startswith((".", "~$")) or not name.lower().endswith(SUFFIXES):
                skipped += 1
            else:
                found.append(Input(path, os.path.relpath(path, folder)))
    return found, skipped


Work = Callable[[str], bytes]


def run(sources: list[Input], work: Work, jobs: int | None = None) -> Iterator[Outcome]:
    """Do the work on each file, and yield what it gave in the order of the list.

    `work` takes a path and gives JSON, or raises a ReadingError. With more than one job it runs in worker processes; one that
    dies costs the file that it was at.
    """
    workers = min(jobs or os.cpu_count() or 1, len(sources))
    if workers < 2 or (jobs is None and len(sources) < FEW):
        yield from (_attempt(work, source) for source in sources)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _ordered(pool, sources, work, workers * AHEAD)


def _ordered(pool: Executor, sources: list[Input], work: Work, ahead: int) -> Iterator[Outcome]:
    waiting: deque[tuple[Input, Future[Outcome]]] = deque()
    for source in sources:
        waiting.append((source, _attempt_here(work, source) if source.path == STDIN else pool.submit(_attempt, work, source)))
        if len(waiting) >= ahead:
            yield _result(*waiting.popleft(), work)
    while waiting:
        yield _result(*waiting.popleft(), work)


def _attempt_here(work: Work, source: Input) -> Future[Outcome]:
    """Standard input is this process's own."""
    done: Future[Outcome] = Future()
    done.set_result(_attempt(work, source))
    return done


def _result(source: Input, future: Future[Outcome], work: Work) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return _attempt_apart(work, source)


def _attempt_apart(work: Work, source: Input) -> Outcome:
    """A file of a pool that died, in a process of its own: it either did not kill the pool or is the one that did."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_attempt, work, source).result()
        except BrokenProcessPool:
            return Outcome(source, None, ReadingError("crashed", "the process that read the file died"))


def _attempt(work: Work, source: Input) -> Outcome:
    try:
        return Outcome(source, work(source.path), None)
    except ReadingError as error:
        return Outcome(source, None, error)
    except Exception as error:  # a fault of ours must not cost the other files
        return Outcome(source, None, ReadingError("internal", f"{type(error).__name__}: {error}"))


def describe(outcome: Outcome) -> str:
    """The error of a file in one line."""
    return f"{display_path(outcome.source.path)}: {outcome.error}"
