"""A time after which work in this very process is given up."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from avtale.reading.document import ReadingError


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise a ReadingError (`timeout`) in the block where it takes longer.

    Needs a signal, which Windows does not have and which only the main thread gets: elsewhere there is no such limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise ReadingError("timeout", f"not done within {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
