"""Whether the quotes of a record stand in its text where it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = Any
_UNQUOTED = ("sections", "notices")
"""Lists whose entries need no quote: a section is its own, and a notice may be of what is absent."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many spans a record has, how many of them are off, and how many entries of its lists have none."""

    spans: int = 0
    off: int = 0
    without: int = 0

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.spans + other.spans, self.off + other.off, self.without + other.without)


def check_evidence(record: Json, text: str | None) -> Evidence:
    """Count the spans of a record, and those that are off; without the text no span is told to be off.

    >>> check_evidence({"contacts": [{"evidence": [{"start": 5, "end": 8, "quote": "112"}]}, {}]}, "Ring 112!")
    Evidence(spans=1, off=0, without=1)
    """
    spans = list(_spans(record))
    off = 0 if text is None else sum(not _stands(span, text) for span in spans)
    return Evidence(len(spans), off, sum(_without(value) for field, value in record.items() if field not in _UNQUOTED))


def _stands(span: Json, text: str) -> bool:
    if not isinstance(span, dict) or not span.get("quote"):
        return False
    start, end = span.get("start"), span.get("end")
    return isinstance(start, int) and isinstance(end, int) and text[start:end] == span["quote"]


def _spans(node: Json) -> Iterator[Json]:
    if isinstance(node, dict):
        evidence = node.get("evidence")
        yield from evidence if isinstance(evidence, list) else []
        node = [value for key, value in node.items() if key != "evidence"]
    if isinstance(node, list):
        for value in node:
            yield from _spans(value)


def _without(entries: Json) -> int:
    return sum(isinstance(entry, dict) and not entry.get("evidence") for entry in entries) if isinstance(entries, list) else 0
