"""`json`: what `jsonl` has on lines, as one array."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtale.output.formats.jsonl import one
from avtale.output.report import Failure, Reported
from avtale.rules.rule import Language


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The array, an object a line."""
    yield "["
    for index, report in enumerate(reports):
        yield (",\n" if index else "\n") + one(report, language)
    yield "\n]\n"
