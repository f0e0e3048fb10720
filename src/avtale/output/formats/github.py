"""`github`: workflow commands, which GitHub Actions shows as annotations beside the lines of the file.

Source: GitHub's documentation of workflow commands. A command that spans lines may have no columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from avtale.output.formats.concise import code, said, where
from avtale.output.report import Failure, Position, Reported, counted, service_path
from avtale.printable import printable
from avtale.rules.rule import Language, Severity

_LEVELS: Mapping[Severity, str] = MappingProxyType({"error": "error", "warning": "warning", "info": "notice"})
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """A command a line. The message repeats where it points, since the log shows no properties."""
    for report in counted(reports):
        level = _LEVELS[report.finding.severity] if isinstance(report, Reported) else "error"
        properties = ",".join(f"{name}={_escape(str(value), _IN_PROPERTY)}" for name, value in _properties(report).items())
        message = f"{where(report)}: {code(report)} {said(report, language)}"
        yield f"::{level} {properties}::{_escape(message, _IN_DATA)}\n"


def _properties(report: Reported | Failure) -> dict[str, str | int]:
    position = report.position if isinstance(report, Reported) else None
    return {"file": service_path(report.path), **(_lines(position) if position else {}), "title": f"avtale ({code(report)})"}


def _lines(position: Position) -> dict[str, int]:
    if position.line != position.end_line:
        return {"line": position.line, "endLine": position.end_line}
    return {"line": position.line, "col": position.column, "endLine": position.end_line, "endColumn": position.end_column}


def _escape(text: str, table: dict[int, str]) -> str:
    return printable(text, keep="\r\n").translate(table)
