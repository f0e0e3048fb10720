"""Formats that are taken apart by libraries, in a process of their own: one that hangs, crashes or eats memory is killed, and costs one file."""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from typing import IO, Any

from avtale.reading.document import Decoded, ReadingError
from avtale.reading.kinds import Kind, decode
from avtale.reading.limits import Limits, limited, limits

_LOCAL = threading.local()
"""The process of each thread, kept for the next file."""


class _Died(Exception):
    """The process ended without an answer."""


class _Apart:
    """A process that decodes one file after the other."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.used = False
        command = [sys.executable, "-P", "-c", "from avtale.reading.apart import main; main()"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        atexit.register(self.kill)

    def decode(self, kind: Kind, data: bytes) -> Decoded:
        """What the process makes of a file; whatever else happens than an answer, the process is dead afterwards."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(limits().seconds, give_up)
        timer.start()
        try:
            answer = self._ask((kind, data, limits()))
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.kill()
            if late.is_set():
                raise ReadingError("timeout", f"not read within {limits().seconds:g} seconds") from None
            raise _Died from error
        except BaseException:
            self.kill()
            raise
        finally:
            timer.cancel()
        self.used = True
        if isinstance(answer, Decoded):
            return answer
        raise ReadingError(*answer)

    def _ask(self, question: tuple[Kind, bytes, Limits]) -> Decoded | tuple[str, str]:
        assert self._process.stdin
        assert self._process.stdout
        pickle.dump(question, self._process.stdin)
        self._process.stdin.flush()
        answer: Decoded | tuple[str, str] = pickle.load(self._process.stdout)
        return answer

    def kill(self) -> None:
        """End the process, unless it is another's: after a fork both parent and child know of it."""
        atexit.unregister(self.kill)
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()

    @property
    def ready(self) -> bool:
        return self.owner == os.getpid() and self._process.poll() is None


def decode_apart(kind: Kind, data: bytes) -> Decoded:
    """What `decode` gives, made in another process.

    A process that has read other files before and fails for want of memory, or dies, gets a second chance as a fresh one: those may
    be to blame.

    Raises:
        ReadingError: those of `decode`; `timeout`, `crashed`, `memory`.
    """
    while True:
        apart: _Apart | None = getattr(_LOCAL, "apart", None)
        if apart is None or not apart.ready:
            apart = _LOCAL.apart = _Apart()
        used = apart.used
        try:
            return apart.decode(kind, data)
        except _Died:
            if not used:
                raise ReadingError("crashed", "the process that read the file died") from None
        except ReadingError as error:
            if error.code == "memory":
                apart.kill()
            if error.code != "memory" or not used:
                raise


def _answer(kind: Kind, data: bytes, to: Limits) -> Decoded | tuple[str, str]:
    try:
        with limited(to):
            return decode(kind, data)
    except ReadingError as error:
        return error.code, error.message


def _confine(to: Limits) -> None:
    """Limit memory and, should the process that asks be gone, time."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, to.seconds + 1)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (to.memory, to.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError, OverflowError):  # Windows has none, macOS none of memory, and no machine so much
        pass


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    while True:
        try:
            kind, data, to = pickle.load(questions)
        except EOFError:
            return
        _confine(to)
        answer: Any = _answer(kind, data, to)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        pickle.dump(answer, answers)
        answers.flush()


def main() -> None:
    """Answer until nobody asks. What a library prints goes nowhere; an interruption ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, answers)
