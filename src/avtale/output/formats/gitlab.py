"""`gitlab`: a Code Quality report, which GitLab shows in a merge request.

Source: GitLab's documentation of the format. Findings of one fingerprint are taken for one, so that the path, and a number where the
same stands in a file several times, are part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from avtale.output.formats.concise import code, what
from avtale.output.report import Failure, Reported, counted, service_path
from avtale.reading import display_path
from avtale.rules.rule import Language, Severity

_SEVERITIES: Mapping[Severity, str] = MappingProxyType({"error": "major", "warning": "minor", "info": "info"})
_UNREADABLE = "critical"


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The array, an object a line."""
    seen: Counter[str] = Counter()
    yield "["
    for index, report in enumerate(counted(reports)):
        seed = _seed(report)
        seen[seed] += 1
        issue = _issue(report, language, hashlib.sha256(f"{seed}\0{seen[seed]}".encode()).hexdigest())
        yield (",\n" if index else "\n") + json.dumps(issue, ensure_ascii=False)
    yield "\n]\n"


def _issue(report: Reported | Failure, language: Language, fingerprint: str) -> dict[str, Any]:
    position = report.position if isinstance(report, Reported) else None
    return {
        "description": what(report, language),
        "check_name": code(report),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[report.finding.severity] if isinstance(report, Reported) else _UNREADABLE,
        "location": {"path": _path(report), "lines": {"begin": position.line if position else 1, "end": position.end_line if position else 1}},
    }


def _seed(report: Reported | Failure) -> str:
    return f"{_path(report)}\0{report.finding.fingerprint if isinstance(report, Reported) else report.code}"


def _path(report: Reported | Failure) -> str:
    return display_path(service_path(report.path))
