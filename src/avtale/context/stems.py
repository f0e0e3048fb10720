"""Sentences in which a stem stands, found by plain search: for extractors that have few telling words and many sentences to pass over."""

from __future__ import annotations

from collections.abc import Iterator

from avtale.context.candidate import Stretch
from avtale.context.context import Context


def sentences_saying(context: Context, *stems: str) -> list[Stretch]:
    """The sentences in which one of the stems stands, in order.

    >>> context = Context("Rådet møtes. Referat skrives. Alle møter.")
    >>> [context.read(*stretch) for stretch in sentences_saying(context, "møt")]
    ['Rådet møtes.', 'Alle møter.']
    """
    return context.sentences_at(at for stem in stems for at in _positions(context.view.lower, stem))


def _positions(lower: str, stem: str) -> Iterator[int]:
    at = lower.find(stem)
    while at >= 0:
        yield at
        at = lower.find(stem, at + len(stem))
