"""Things in order of where they begin, and those of them in a stretch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class _HasStart(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_HasStart)


class Placed(Generic[T]):
    """Things that have a `start`, in order of it.

    >>> from avtale.text import Span
    >>> Placed([Span(2, 5), Span(7, 9)]).within(3, 8)
    [Span(start=7, end=9)]
    """

    __slots__ = ("_starts", "things")

    def __init__(self, things: list[T]) -> None:
        self.things = things
        self._starts = [thing.start for thing in things]

    def __iter__(self) -> Iterator[T]:
        return iter(self.things)

    def within(self, start: int, end: int) -> list[T]:
        """Those that begin in `start:end`."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return self.things[first : bisect_left(starts, end, first)]

    def first(self, start: int, end: int) -> T | None:
        """The first that begins in `start:end`."""
        starts = self._starts
        index = bisect_left(starts, start)
        return self.things[index] if index < len(starts) and starts[index] < end else None

    def last(self, start: int, end: int) -> T | None:
        """The last that begins in `start:end`."""
        index = bisect_left(self._starts, end) - 1
        return self.things[index] if index >= 0 and self._starts[index] >= start else None

    def only(self, start: int, end: int) -> T | None:
        """The one that begins in `start:end`, None where there are several."""
        first = self.first(start, end)
        return first if first is self.last(start, end) else None
