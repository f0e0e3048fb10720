"""`concise`: a line for each finding, `path:line:column: CODE message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtale.output.report import Failure, Reported, counted
from avtale.printable import printable
from avtale.reading import display_path
from avtale.rules.rule import Language


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The lines."""
    for report in counted(reports):
        yield f"{where(report)}: {code(report)} {what(report, language)}\n"


def where(report: Reported | Failure) -> str:
    """`path:line:column`, or the path alone."""
    position = report.position if isinstance(report, Reported) else None
    return f"{display_path(report.path)}:{position.line}:{position.column}" if position else display_path(report.path)


def code(report: Reported | Failure) -> str:
    """The code of the rule, or of the failure."""
    return report.finding.rule.code if isinstance(report, Reported) else report.code


def said(report: Reported | Failure, language: Language) -> str:
    """The message."""
    return report.finding.message(language) if isinstance(report, Reported) else report.message


def what(report: Reported | Failure, language: Language) -> str:
    """The message, on one line."""
    return printable(said(report, language))
