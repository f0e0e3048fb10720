"""What counts in the end: findings by severity, files, and what is to be left with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from avtale.output.report import Reported
from avtale.validation.settings import FailOn

_ORDER = ("error", "warning", "info")


class Tally:
    """Counts while the reports go by."""

    def __init__(self) -> None:
        self.severities: Counter[str] = Counter()
        self.files = self.with_findings = self.unread = self.suppressed = self.worst = 0
        self.fails = False

    def add(self, reports: list[Reported], fail_on: FailOn) -> None:
        """Count the reports on one input."""
        counting = [report.finding.severity for report in reports if report.suppressed is None]
        self.severities.update(counting)
        self.files += 1
        self.suppressed += len(reports) - len(counting)
        self.with_findings += bool(counting)
        grave = _ORDER[: _ORDER.index(fail_on) + 1] if fail_on != "never" else ()
        self.fails |= any(severity in grave for severity in counting)

    def line(self) -> str:
        """All of it in a line.

        >>> tally = Tally()
        >>> tally.files, tally.with_findings = 7, 2
        >>> tally.severities.update(["error"] * 3 + ["warning"])
        >>> tally.line()
        '3 errors, 1 warning in 2 of 7 files'
        """
        return ", ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        counts = [_plural(self.severities[severity], severity) for severity in _ORDER if self.severities[severity]]
        yield f"{', '.join(counts)} in {self.with_findings} of {_plural(self.files, 'file')}" if counts else f"no findings in {_plural(self.files, 'file')}"
        if self.suppressed:
            yield f"{self.suppressed} suppressed"
        if self.unread:
            yield f"{self.unread} could not be read"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count != 1 and word != 'info' else ''}"
