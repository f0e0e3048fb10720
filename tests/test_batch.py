"""Many files over an executor: order, how many are under way, and workers that die."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from avtale.batch import Outcome, run, run_on
from avtale.folders import Input
from avtale.reading import Limits, ReadingError

FILES = [Input(f"{number:02}", "") for number in range(40)]


def work(path: str) -> str:
    """What a file does that is called so."""
    if path == "07":
        os._exit(9)
    if path == "31":
        os.kill(os.getpid(), signal.SIGKILL)
    if path == "12":
        raise ReadingError("damaged", "a damaged one")
    if path == "13":
        raise KeyError(path)
    if path == "14":
        raise MemoryError
    if path == "15":
        time.sleep(60)
    return path


def test_each_failure_costs_one_file() -> None:
    outcomes = list(run(FILES, work, jobs=2, limits=Limits(seconds=1)))
    assert [outcome.source for outcome in outcomes] == FILES
    codes = {outcome.source.path: outcome.error.code for outcome in outcomes if outcome.error}
    assert codes == {"07": "crashed", "12": "damaged", "13": "internal", "14": "memory", "15": "timeout", "31": "crashed"}
    assert all(outcome.made == outcome.source.path for outcome in outcomes if outcome.error is None)


def test_any_executor_does_and_has_few_files_at_a_time() -> None:
    lock, taken, most = threading.Lock(), 0, 0

    def slower_first(path: str) -> str:
        time.sleep(0.02 if int(path) % 2 else 0)
        return path

    class Counting(ThreadPoolExecutor):
        def submit(self, *arguments, **options):  # type: ignore[no-untyped-def]
            nonlocal taken, most
            with lock:
                taken += 1
                most = max(most, taken)
            future = super().submit(*arguments, **options)
            future.add_done_callback(lambda _: done())
            return future

    def done() -> None:
        nonlocal taken
        with lock:
            taken -= 1

    with Counting(3) as pool:
        assert [outcome.made for outcome in run_on(pool, FILES, slower_first, ahead=5)] == [source.path for source in FILES]
    assert most <= 5


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_needs_no_work_and_stands_in_its_place(jobs: int) -> None:
    asked = []

    def known(source: Input) -> Outcome[str] | None:
        asked.append(source)
        return Outcome(source, f"known {source.path}", None) if int(source.path) < 32 else None

    made = [outcome.made for outcome in run(FILES, work, jobs=jobs, known=known)]
    assert made == [f"known {number:02}" for number in range(32)] + [f"{number}" for number in range(32, 40)]
    assert asked == FILES


def test_what_is_known_does_not_pile_up() -> None:
    asked = []

    def known(source: Input) -> Outcome[str]:
        asked.append(source)
        return Outcome(source, "", None)

    with ThreadPoolExecutor(1) as pool:
        for number, _ in enumerate(run_on(pool, FILES, work, ahead=5, known=known), 1):
            assert len(asked) <= number + 5
