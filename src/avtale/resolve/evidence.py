"""From stretches of the view to evidence, and the plain ways of choosing among candidates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from avtale.context import Candidate, Context

Value = dict[str, Any]
Stretch = tuple[int, int]


def evidence(context: Context, stretches: Iterable[Stretch]) -> list[Value]:
    """The quotes of stretches of the view, each once, in order."""
    source, span = context.view.source, context.view.span
    spans = [span(start, end) for start, end in stretches if start < end]
    if len(spans) > 1:
        spans = sorted(set(spans))
    return [{"start": start, "end": end, "quote": source[start:end]} for start, end in spans]


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
    chosen: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        value = candidate.value
        identity = tuple([_folded(value.get(name)) for name in key])
        rival = chosen.get(identity)
        if rival is None or candidate.rank < rival.rank:
            chosen[identity] = candidate
    return [evidenced(context, candidate.value, candidate.spans) for candidate in sorted(chosen.values(), key=position)]


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value
