"""The processes of this machine as an executor: one that outlives the death of a process, and that ends at once when it must."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class LocalPool(Executor):
    """A pool of processes that is made anew when one of them dies. What was under way then fails with a BrokenProcessPool."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, initializer=_end_quietly)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called in one of the processes."""
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._made()
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def kill(self) -> None:
        """End the processes at once.

        One that dies in the middle of a result leaves half of it in the pipe, and the executor's thread, which Python waits for when it ends,
        would wait for the other half for as long as this process holds the pipe's other end.
        """
        for process in multiprocessing.active_children():
            process.kill()
        self._pool._result_queue._writer.close()  # type: ignore[attr-defined]  # a private end, since none is public
        self.shutdown(wait=False, cancel_futures=True)


@contextmanager
def local_pool(workers: int) -> Iterator[Executor]:
    """A pool for the block. Where this one does not end well, an interruption for example, the processes are killed at once."""
    pool = LocalPool(workers)
    try:
        yield pool
    except BaseException:
        pool.kill()
        raise
    pool.shutdown()


def _end_quietly() -> None:
    """An interruption ends a worker without a traceback, and so does the end of the process that it works for, even if that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
