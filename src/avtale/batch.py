"""Many files: what is made of each, in order of path, as soon as it is ready."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Generic, NamedTuple, TypeVar

from avtale.folders import Input
from avtale.pool import local_pool
from avtale.reading import STDIN, USUAL, Limits, ReadingError, deadline, display_path, limited

FEW = 16
"""Files up to which one process is faster than several."""
AHEAD = 4
"""Files that are under way for each process, so that memory does not grow with their number."""

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """What the work on a file made, the JSON of its record for example; or the error."""

    source: Input
    made: T | None
    error: ReadingError | None


def run(sources: list[Input], work: Callable[[str], T], jobs: int | None = None, limits: Limits = USUAL) -> Iterator[Outcome[T]]:
    """Do the work on each file, and yield what it gave in the order of the list.

    `work` takes a path, and gives what can be pickled or raises a ReadingError. With more than one job it runs in worker processes; one that
    dies costs the file that it was at.
    """
    workers = min(jobs or os.cpu_count() or 1, len(sources))
    if workers < 2 or (jobs is None and len(sources) < FEW):
        yield from (_attempt(work, source, limits) for source in sources)
        return
    with local_pool(workers) as pool:
        yield from run_on(pool, sources, work, workers * AHEAD, limits)


def run_on(executor: Executor, sources: list[Input], work: Callable[[str], T], ahead: int, limits: Limits = USUAL) -> Iterator[Outcome[T]]:
    """As `run`, on any executor; `ahead` is the number of files that it has at a time."""
    waiting: deque[tuple[Input, Future[Outcome[T]]]] = deque()
    for source in sources:
        if source.path == STDIN:
            waiting.append((source, _attempt_here(work, source, limits)))
        else:
            waiting.append((source, executor.submit(_attempt, work, source, limits)))
        if len(waiting) >= ahead:
            yield _result(*waiting.popleft(), work, limits)
    while waiting:
        yield _result(*waiting.popleft(), work, limits)


def _attempt_here(work: Callable[[str], T], source: Input, limits: Limits) -> Future[Outcome[T]]:
    """Standard input is this process's own."""
    done: Future[Outcome[T]] = Future()
    done.set_result(_attempt(work, source, limits))
    return done


def _result(source: Input, future: Future[Outcome[T]], work: Callable[[str], T], limits: Limits) -> Outcome[T]:
    try:
        return future.result()
    except BrokenExecutor:
        return _attempt_apart(work, source, limits)


def _attempt_apart(work: Callable[[str], T], source: Input, limits: Limits) -> Outcome[T]:
    """A file of a pool that died, in a process of its own: it either did not kill the pool or is the one that did."""
    with local_pool(1) as pool:
        try:
            return pool.submit(_attempt, work, source, limits).result()
        except BrokenExecutor:
            return Outcome(source, None, ReadingError("crashed", "the process that read the file died"))


def _attempt(work: Callable[[str], T], source: Input, limits: Limits) -> Outcome[T]:
    try:
        with limited(limits), deadline(limits.seconds):
            return Outcome(source, work(source.path), None)
    except ReadingError as error:
        return Outcome(source, None, error)
    except MemoryError:
        return Outcome(source, None, ReadingError("memory", "more memory than there is"))
    except Exception as error:  # a fault of ours must not cost the other files
        return Outcome(source, None, ReadingError("internal", f"{type(error).__name__}: {error}"))


def describe(outcome: Outcome[T]) -> str:
    """The error of a file in one line."""
    return f"{display_path(outcome.source.path)}: {outcome.error}"
