"""From stretches of the view to evidence, and the plain ways of choosing among candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from avtale.context import Candidate, Context

Value = dict[str, Any]
Stretch = tuple[int, int]
_Identity = tuple[object, ...]


def evidence(context: Context, stretches: Iterable[Stretch]) -> list[Value]:
    """The quotes of stretches of the view, each once, in order."""
    view = context.view
    source, span = view.source, view.span
    if view.is_moved:
        spans = [part for start, end in stretches if start < end for part in view.spans(start, end)]
    else:
        spans = [span(start, end) for start, end in stretches if start < end]
    if len(spans) > 1:
        spans = sorted(set(spans))
    quotes: list[Value] = [{"start": start, "end": end, "quote": source[start:end]} for start, end in spans]
    if context.paged:
        for quote in quotes:
            quote["page"] = context.page(quote["start"])
    return quotes


def evidenced(context: Context, value: Value, stretches: Iterable[Stretch]) -> Value:
    """The value with its evidence."""
    return {**value, "evidence": evidence(context, stretches)}


def position(candidate: Candidate) -> Stretch:
    """Where a candidate stands, for sorting; one without a stretch comes first."""
    return candidate.spans[0] if candidate.spans else (-1, -1)


def best(candidates: list[Candidate]) -> Candidate | None:
    """The candidate of the lowest rank, the first of those in the text."""
    return min(candidates, key=lambda candidate: (candidate.rank, position(candidate)), default=None)


def each_once(context: Context, candidates: list[Candidate], key: tuple[str, ...]) -> list[Value]:
    """One entry for each value of the key, with the evidence of the first that has it."""
    return [evidenced(context, candidate.value, candidate.spans) for candidate in _chosen(candidates, key).values()]


def each_once_with_repeats(context: Context, candidates: list[Candidate], key: tuple[str, ...]) -> list[Value]:
    """One entry for each value of the key, with the evidence of all that have it."""
    spans: dict[_Identity, tuple[Stretch, ...]] = defaultdict(tuple)
    for candidate in candidates:
        spans[_identity(candidate, key)] += candidate.spans
    return [evidenced(context, candidate.value, spans[identity]) for identity, candidate in _chosen(candidates, key).items()]


def _chosen(candidates: list[Candidate], key: tuple[str, ...]) -> dict[_Identity, Candidate]:
    """Of the candidates that are the same by the key the first of the lowest rank, in order of position."""
    chosen: dict[_Identity, Candidate] = {}
    for candidate in candidates:
        identity = _identity(candidate, key)
        rival = chosen.get(identity)
        if rival is None or candidate.rank < rival.rank:
            chosen[identity] = candidate
    return dict(sorted(chosen.items(), key=lambda entry: position(entry[1])))


def _identity(candidate: Candidate, key: tuple[str, ...]) -> _Identity:
    return tuple([_folded(candidate.value.get(name)) for name in key])


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value
