"""How much of this machine one file may cost, and the limits in force."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from avtale.reading.document import ReadingError

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost at most."""

    size: int = 32 * MIB
    """Bytes of the file."""
    pages: int = 2000
    """Pages of a document that has pages."""
    unpacked: int = 256 * MIB
    """Bytes of an archive unpacked."""
    ratio: int = 200
    """How many times larger than packed an archive may be unpacked."""
    depth: int = 250
    """Elements within each other, in XML and HTML; libxml2 gives up at 256, and Python soon after."""
    seconds: float = 120
    """Time for the whole of it."""
    memory: int = 1024 * MIB
    """Bytes of address space of the process that takes a format apart, where the platform has such a limit."""


USUAL = Limits()
_IN_FORCE = ContextVar("_IN_FORCE", default=USUAL)


def limits() -> Limits:
    """The limits in force."""
    return _IN_FORCE.get()


def check_depth(depth: int) -> None:
    """Raise a ReadingError (`too_deep`) for an element that is within too many others."""
    if depth > limits().depth:
        raise ReadingError("too_deep", f"more than {limits().depth} elements within each other")


@contextmanager
def limited(to: Limits) -> Iterator[None]:
    """Put limits in force for what is read in the block."""
    token = _IN_FORCE.set(to)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
