"""`jsonl`: a JSON object a line for each finding, those that are suppressed with their reason; a file that failed gets a line too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from avtale.output.records import error_line
from avtale.output.report import Failure, Position, Reported
from avtale.printable import printable_json
from avtale.reading import ReadingError, display_path
from avtale.rules.rule import Language


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The lines."""
    for report in reports:
        yield one(report, language) + "\n"


def one(report: Reported | Failure, language: Language) -> str:
    """The JSON of a report, on one line."""
    if isinstance(report, Failure):
        return error_line(display_path(report.path), ReadingError(report.code, report.message)).decode()
    finding = report.finding
    position = report.position or Position(*[None] * 4)  # type: ignore[arg-type]  # null where it points at nothing
    parts = {
        "path": display_path(report.path),
        **position._asdict(),
        "code": finding.rule.code,
        "severity": finding.severity,
        "message": finding.message(language),
        "field": finding.field,
        "quote": finding.place.quote if finding.place else None,
        "fingerprint": finding.fingerprint,
        "suppressed": report.suppressed,
    }
    return printable_json(json.dumps(parts, ensure_ascii=False))
