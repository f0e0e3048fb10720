"""`View`: an edited copy of a document text, with the way back to the original kept by construction."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from avtale.text.spelling import today

Edit = tuple[int, int, str]
"""Replace `text[start:end]` by the string: `(start, end, new)`, in code points of the view being edited."""

_JOINT = " \t\n\r\x0c\xad\xa0"
"""What can stand between two parts of one stretch of the source."""
_new = tuple.__new__
"""Makes a span in a third of the time of its class."""


class Span(NamedTuple):
    """A stretch of the document text: 0-based code-point offsets, the end exclusive."""

    start: int
    end: int


class _Piece(NamedTuple):
    """A stretch of the view and the stretch of the source that it stands for.

    A verbatim piece maps character by character; of any other piece each character stands for the whole source stretch.
    """

    at: int
    source_start: int
    source_end: int
    verbatim: bool


class View:
    """A text made from `source` by recorded edits.

    `text` is what the parser reads and `lower` the same in lower case and in today's spelling, of equal length. `span` is the only way back to the
    source, so that no offset is ever computed by searching for a quote; where stretches were moved (`is_moved`), `spans` tells the parts of one.

    >>> view = View("poli\u00adtiråd").edit([(4, 5, "")])
    >>> view.text, view.span(0, 9)
    ('politiråd', Span(start=0, end=10))
    """

    __slots__ = ("_pieces", "_starts", "is_moved", "lower", "source", "text")
    lower: str

    def __init__(self, source: str, text: str | None = None, pieces: list[_Piece] | None = None, is_moved: bool = False) -> None:
        self.source = source
        self.text = source if text is None else text
        self._pieces = pieces or [_Piece(0, 0, len(source), True)]
        self._starts = [piece.at for piece in self._pieces]
        self.is_moved = is_moved

    def __getattr__(self, name: str) -> str:
        """Make `lower` when it is first asked for: of a chain of edits only the last view's is."""
        if name != "lower":
            raise AttributeError(name)
        lower = self.text.lower()
        # Of all letters only U+0130 grows in lower case.
        self.lower = today(lower if len(lower) == len(self.text) else self.text.replace("\u0130", "I").lower())
        return self.lower

    def span(self, start: int, end: int) -> Span:
        """The source stretch from the first character of `text[start:end]` to its last; of what was moved, all between the outermost ones."""
        if self.is_moved:
            spans = self.spans(start, end)
            return Span(min(span.start for span in spans), max(span.end for span in spans))
        starts, pieces = self._starts, self._pieces
        after = bisect_right(starts, start)
        at, source_start, source_end, verbatim = pieces[after - 1]
        first = source_start + start - at if verbatim else source_start
        if after < len(starts) and starts[after] < end:
            at, source_start, source_end, verbatim = pieces[bisect_right(starts, end - 1, after) - 1]
        return _new(Span, (first, source_start + end - at if verbatim else source_end))

    def spans(self, start: int, end: int) -> list[Span]:
        """The source stretches that `text[start:end]` stands for: several where something else stands between its parts in the source."""
        if not self.is_moved:
            return [self.span(start, end)]
        found: list[Span] = []
        first = last = 0
        for index in range(bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)):
            at, first, last, verbatim = self._pieces[index]
            if verbatim:
                last = min(last, first + end - at)
                first += max(0, start - at)
            words = self.source[first:last].lstrip()
            if not words:
                continue
            first, last = last - len(words), last - len(words) + len(words.rstrip())
            if found and found[-1].end <= first and not self.source[found[-1].end : first].strip(_JOINT):
                found[-1] = Span(found[-1].start, last)
            else:
                found.append(Span(first, last))
        return found or [Span(first, last)]

    def arranged(self, stretches: Iterable[tuple[int, int]]) -> View:
        """A new view whose text is these stretches of this one, in this order.

        >>> view = View("a b;c d").arranged([(0, 1), (4, 5), (2, 3), (6, 7)])
        >>> view.text, view.spans(0, 2), view.span(0, 2)
        ('acbd', [Span(start=0, end=1), Span(start=4, end=5)], Span(start=0, end=5))
        """
        out: list[str] = []
        pieces: list[_Piece] = []
        size = 0
        for start, end in stretches:
            size = self._keep(start, end, size, out, pieces)
        return View(self.source, "".join(out), pieces, is_moved=True)

    def edit(self, edits: Iterable[Edit]) -> View:
        """A new view with the edits made: in order of position, none overlapping another."""
        edits = list(edits)
        if not edits:
            return self
        out: list[str] = []
        pieces: list[_Piece] = []
        size = done = 0
        for start, end, new in edits:
            size = self._keep(done, start, size, out, pieces)
            if new:
                source = self.span(start, end)
                pieces.append(_Piece(size, *source, verbatim=len(new) == source.end - source.start and self._is_verbatim(start, end)))
                out.append(new)
                size += len(new)
            done = end
        self._keep(done, len(self.text), size, out, pieces)
        return View(self.source, "".join(out), pieces, self.is_moved)

    def _is_verbatim(self, start: int, end: int) -> bool:
        """Whether both ends of a stretch stand for single characters of the source."""
        return all(self._pieces[bisect_right(self._starts, at) - 1].verbatim for at in (start, max(start, end - 1)))

    def _keep(self, start: int, end: int, size: int, out: list[str], pieces: list[_Piece]) -> int:
        """Carry `text[start:end]` over unchanged, piece by piece, and return the new text's size."""
        if start >= end:
            return size
        out.append(self.text[start:end])
        index = bisect_right(self._starts, start) - 1
        while start < end:
            piece = self._pieces[index]
            index += 1
            stop = min(end, self._starts[index] if index < len(self._starts) else len(self.text))
            if piece.verbatim:
                source = piece.source_start + start - piece.at
                pieces.append(_Piece(size, source, source + stop - start, True))
            else:
                pieces.append(piece._replace(at=size))
            size += stop - start
            start = stop
        return size
