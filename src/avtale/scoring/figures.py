"""What is counted, and the rates that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Values that agree, that are missing, and that were made up; a wrong one is missing and made up.

    Of those values that are prose (`text`, `title`, `heading`, `place`) also how many were asked for and given, how many are
    the same words, and the sum of their likenesses.

    >>> Figures(hit=3, missed=1) + Figures(extra=2)
    Figures(hit=3, missed=1, extra=2, asked=0, given=0, same=0, alike=0.0)
    """

    hit: int = 0
    missed: int = 0
    extra: int = 0
    asked: int = 0
    given: int = 0
    same: int = 0
    alike: float = 0.0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def support(self) -> int:
        """How many values the gold asks for."""
        return self.hit + self.missed

    @property
    def right(self) -> bool:
        """Whether nothing is missing and nothing made up."""
        return not (self.missed or self.extra)

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Figures(hit=3, missed=1, extra=1).f1, Figures(extra=1).f1, Figures().f1
        (0.75, 0.0, 1.0)
        """
        return 0.0 if not self.hit and not self.right else _share(2 * self.hit, 2 * self.hit + self.missed + self.extra) or 1.0

    @property
    def exact(self) -> float | None:
        """F1 of prose, where only the same words count; None where there is no prose."""
        return _share(2 * self.same, self.asked + self.given)

    @property
    def soft(self) -> float | None:
        """F1 of prose, where each text counts as much as it is like the expected one."""
        return _share(2 * self.alike, self.asked + self.given)


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None


def total(figures: Iterable[Figures]) -> Figures:
    """The sum; rates of it are micro averages."""
    return sum(figures, start=Figures())
