"""`avtale.parse` and `parse_bytes` in other people's machinery: sent to other processes, called again and again, leaving everything as it was."""

from __future__ import annotations

import decimal
import locale
import logging
import multiprocessing
import os
import pickle
import random
import signal
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

import avtale
from tests.documents import CORPUS, text_of

TEXTS = [text_of(path) for path in CORPUS[:6]]
BYTES = [path.read_bytes() for path in CORPUS[:6]]


@pytest.mark.parametrize("function", [avtale.parse, avtale.parse_bytes, avtale.parse_file])
def test_functions_are_pickled_by_name(function: Callable[..., avtale.Agreement]) -> None:
    assert pickle.loads(pickle.dumps(function)) is function


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_another_process_gives_the_same_records(start: str) -> None:
    with ProcessPoolExecutor(2, multiprocessing.get_context(start)) as pool:
        for function, inputs in ((avtale.parse, TEXTS), (avtale.parse_bytes, BYTES)):
            made = list(pool.map(function, inputs))
            assert made == [function(each) for each in inputs]
            assert [record.model_dump_json() for record in made] == [function(each).model_dump_json() for each in inputs]


def test_an_error_survives_pickling() -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(avtale.ReadingError, match="empty") as caught:
        pool.submit(avtale.parse_bytes, b"").result()
    assert caught.value.code == "empty"


def around() -> dict[str, Any]:
    """What a function could change behind its caller's back."""
    return {
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "path": list(sys.path),
        "locale": locale.setlocale(locale.LC_ALL),
        "random": random.getstate(),
        "decimals": str(decimal.getcontext()),
        "warnings": list(warnings.filters),
        "handlers": list(logging.getLogger().handlers),
        "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM, signal.SIGTERM)],
        "timer": signal.getitimer(signal.ITIMER_REAL),
        "recursion": sys.getrecursionlimit(),
    }


def test_nothing_around_changes() -> None:
    before = around()
    for text, data in zip(TEXTS, BYTES, strict=True):
        avtale.parse(text)
        avtale.parse_bytes(data, path="avtale.txt")
    with pytest.raises(avtale.ReadingError):
        avtale.parse_bytes(b"\0")
    assert around() == before
