"""A Dask cluster in place of this machine's processes: `batch` on its workers, with the bytes of the files sent along.

Needs the extra `dask`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

import dask

from avtale import __version__
from avtale.batch import AHEAD, Outcome, nothing, run_on, task_size
from avtale.folders import Input
from avtale.reading import USUAL, Limits

# Read when `distributed` is imported. Lost connections are told by a ClusterError, not by a log.
dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB", "logging": {"distributed": "critical", "distributed.client": "critical"}})
import distributed  # noqa: E402

PATIENCE = 10
"""Seconds in which a cluster must answer, and have a worker."""

P = ParamSpec("P")
T = TypeVar("T")


class ClusterError(Exception):
    """A cluster that is not there, is not there any more, or cannot do the work, told in one line."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


def run_on_cluster(
    address: str, sources: Collection[Input], work: Callable[..., T], limits: Limits = USUAL, known: Callable[[Input], Outcome[T] | None] = nothing
) -> Generator[Outcome[T]]:
    """As `batch.run`, on the workers of the scheduler at the address. `work` gets the bytes of the file as `data`.

    Raises:
        ClusterError: there is no scheduler, or no worker with this version of avtale; the scheduler went away.
    """
    with _connected(address) as client:
        workers = sum(client.nthreads().values())
        yield from run_on(_Cluster(client), sources, work, workers * AHEAD, limits, known, together=task_size(len(sources), workers), carry=True)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except Exception as error:  # whatever a wrong address, a network or another program at the port comes to
        raise ClusterError(f"{address}: no Dask scheduler: {error}") from None
    try:
        _check(address, client)
        yield client
    finally:
        client.close(timeout=1)


def _check(address: str, client: Any) -> None:
    """See that there are workers, and that they would make what this process would make."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        versions = set(client.run(version).values())
    except TimeoutError:
        raise ClusterError(f"{address}: the cluster has no workers") from None
    except Exception as error:
        raise ClusterError(f"{address}: avtale does not run on the workers: {error}") from None
    if versions != {__version__}:
        raise ClusterError(f"{address}: the workers have avtale {', '.join(sorted(versions))}, this is {__version__}")


def version() -> str:
    """The version of the process that is asked."""
    return __version__


class _Cluster(Executor):
    """Dask's own executor, with its errors told as those of `concurrent.futures`.

    Dask gives what a dead worker had to the others; a call that was at several workers when they died (`allowed-failures`) has broken the pool.
    """

    def __init__(self, client: Any) -> None:
        self._dask: Executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called by one of the workers."""
        passed: Future[T] = Future()
        self._dask.submit(fn, *args, **kwargs).add_done_callback(lambda done: _pass_on(done, passed))
        return passed


def _pass_on(done: Future[T], to: Future[T]) -> None:
    try:
        to.set_result(done.result())
    except distributed.KilledWorker as error:
        to.set_exception(BrokenExecutor(str(error)))
    except CancelledError:
        to.set_exception(ClusterError("the scheduler of the cluster went away"))
    except Exception as error:
        to.set_exception(ClusterError(f"the cluster failed: {type(error).__name__}: {error}"))
