"""Many files: what is made of each, in order of path, as soon as it is ready."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from avtale.folders import Input
from avtale.reading import STDIN, USUAL, Limits, ReadingError, deadline, display_path, file_bytes, limited

FEW = 16
"""Files up to which one process is faster than several."""
AHEAD = 4
"""Tasks that are under way for each process, so that memory does not grow with the number of files."""
TOGETHER = 8
"""Files that are one task at most: to send each by itself would cost as much as a tenth of the work on it."""

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """What the work on a file made, the JSON of its record for example; or the error."""

    source: Input
    made: T | None
    error: ReadingError | None


def nothing(_: Input) -> None:
    """No file's outcome is known from before."""


def run(
    sources: Collection[Input], work: Callable[[str], T], jobs: int | None = None, limits: Limits = USUAL, known: Callable[[Input], Outcome[T] | None] = nothing
) -> Generator[Outcome[T]]:
    """Do the work on each file, and yield what it gave in the order of the list.

    `work` takes a path, and gives what can be pickled or raises a ReadingError. With more than one job it runs in worker processes; one that
    dies costs the file that it was at. `known`, asked in the order of the list, gives the outcomes that need no work.
    """
    workers = min(jobs or _processors(), len(sources))
    if workers < 2 or (jobs is None and len(sources) < FEW):
        yield from (known(source) or _attempt(work, source, limits) for source in sources)
        return
    from avtale.pool import local_pool  # imports much, and most runs are of one file

    with local_pool(workers) as pool:
        yield from run_on(pool, sources, work, workers * AHEAD, limits, known, together=task_size(len(sources), workers))


def task_size(files: int, workers: int) -> int:
    """How many of the files to make one task, of which there are enough to keep all workers busy until the end."""
    return min(TOGETHER, max(1, files // (workers * AHEAD * 4)))


def run_on(
    executor: Executor,
    sources: Collection[Input],
    work: Callable[..., T],
    ahead: int,
    limits: Limits = USUAL,
    known: Callable[[Input], Outcome[T] | None] = nothing,
    *,
    together: int = 1,
    carry: bool = False,
) -> Generator[Outcome[T]]:
    """As `run`, on any executor, which has `ahead` tasks at a time, each of `together` files.

    With `carry` the files are read here, for workers that cannot see them: `work` gets the bytes as `data`.
    """
    waiting: deque[tuple[list[Outcome[T] | _Job[T]], Future[list[Outcome[T]]]]] = deque()
    for group in _groups(sources, together):
        prepared = [_prepared(source, work, limits, known, carry) for source in group]
        jobs = [job for job in prepared if isinstance(job, _Job)]
        waiting.append((prepared, executor.submit(_attempt_each, jobs, limits) if jobs else _done()))
        if len(waiting) >= ahead:
            yield from _outcomes(*waiting.popleft(), limits)
    while waiting:
        yield from _outcomes(*waiting.popleft(), limits)


def _groups(sources: Iterable[Input], size: int) -> Iterator[list[Input]]:
    rest = iter(sources)
    while group := list(islice(rest, size)):
        yield group


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Job(NamedTuple, Generic[T]):
    """What is to be done to a file, elsewhere."""

    work: Callable[[str], T]
    source: Input


def _prepared(source: Input, work: Callable[..., T], limits: Limits, known: Callable[[Input], Outcome[T] | None], carry: bool) -> Outcome[T] | _Job[T]:
    """What there is of a file already, or else the job that is left."""
    if outcome := known(source):
        return outcome
    if source.path == STDIN:  # this process's own
        return _attempt(work, source, limits)
    if not carry:
        return _Job(work, source)
    read = _attempt(file_bytes, source, limits)
    return Outcome(source, None, read.error) if read.made is None else _Job(partial(work, data=read.made), source)


def _done() -> Future[list[Outcome[T]]]:
    done: Future[list[Outcome[T]]] = Future()
    done.set_result([])
    return done


def _outcomes(prepared: list[Outcome[T] | _Job[T]], future: Future[list[Outcome[T]]], limits: Limits) -> Iterator[Outcome[T]]:
    """Those of a group, in its order. Where the pool died each job has a process to itself: it either did not kill the pool or is the one that did."""
    try:
        made = iter(future.result())
    except BrokenExecutor:
        made = _attempt_apart([job for job in prepared if isinstance(job, _Job)], limits)
    for each in prepared:
        yield next(made) if isinstance(each, _Job) else each


def _attempt_apart(jobs: list[_Job[T]], limits: Limits) -> Iterator[Outcome[T]]:
    from avtale.pool import local_pool

    with local_pool(1) as pool:
        for job in jobs:
            try:
                yield pool.submit(_attempt, job.work, job.source, limits).result()
            except BrokenExecutor:
                yield Outcome(job.source, None, ReadingError("crashed", "the process that read the file died"))


def _attempt_each(jobs: list[_Job[T]], limits: Limits) -> list[Outcome[T]]:
    return [_attempt(*job, limits) for job in jobs]


def _attempt(work: Callable[[str], T], source: Input, limits: Limits) -> Outcome[T]:
    try:
        with limited(limits), deadline(limits.seconds):
            return Outcome(source, work(source.path), None)
    except ReadingError as error:
        return Outcome(source, None, error)
    except MemoryError:
        return Outcome(source, None, ReadingError("memory", "more memory than there is"))
    except Exception as error:  # a fault of ours must not cost the other files
        return Outcome(source, None, ReadingError("internal", " ".join(f"{type(error).__name__}: {error}".split())))


def describe(outcome: Outcome[T]) -> str:
    """The error of a file in one line."""
    return f"{display_path(outcome.source.path)}: {outcome.error}"
