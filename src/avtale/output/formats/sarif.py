"""`sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS, errata 01), which GitHub code scanning and editors read.

Columns count code points from 1. A finding that is suppressed is marked, not dropped; a file that could not be read is a notification.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from avtale import __version__
from avtale.output.formats.concise import what
from avtale.output.report import Failure, Position, Reported, service_path
from avtale.output.rulebook import rule_text
from avtale.printable import printable_json
from avtale.rules import Rule, rules
from avtale.rules.rule import Language, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = MappingProxyType({"error": "error", "warning": "warning", "info": "note"})
_VALUE = re.compile(r"\{\w+\}")


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The log: results as they come, then what is known of the tool and the run when all are there."""
    known, failures, separator = dict(rules()), list[Failure](), "\n"
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    for report in reports:
        if isinstance(report, Failure):
            failures.append(report)
            continue
        rule = known.setdefault(report.finding.rule.code, report.finding.rule)
        yield separator + _json(_result(report, list(known).index(rule.code), language))
        separator = ",\n"
    yield f'\n], "invocations": [{_json(_invocation(failures, language))}], "tool": {_json(_tool(known.values(), language))}}}]}}\n'


def _result(report: Reported, index: int, language: Language) -> dict[str, Any]:
    finding = report.finding
    suppression = {"kind": "external", "status": "accepted", "justification": report.suppressed}
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": what(report, language)},
        "locations": [_location(report.path, report.position)],
        "partialFingerprints": {"avtale/v1": finding.fingerprint},
        "suppressions": [] if report.suppressed is None else [suppression],
        "properties": {"field": finding.field},
    }


def _invocation(failures: list[Failure], language: Language) -> dict[str, Any]:
    notifications = [
        {
            "level": "error",
            "descriptor": {"id": failure.code},
            "message": {"text": what(failure, language)},
            "locations": [_location(failure.path, None)],
        }
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notifications}


def _tool(known: Iterable[Rule], language: Language) -> dict[str, Any]:
    return {"driver": {"name": "avtale", "semanticVersion": __version__, "language": language, "rules": [_rule(rule, language) for rule in known]}}


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    message: str = getattr(rule.message, language)
    return {
        "id": rule.code,
        "shortDescription": {"text": _VALUE.sub("…", message)},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule_text(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.on},
    }


def _location(path: str, position: Position | None) -> dict[str, Any]:
    region = {"region": _region(position)} if position else {}
    return {"physicalLocation": {"artifactLocation": _artifact(path), **region}}


def _region(position: Position) -> dict[str, int]:
    return {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: a relative path stays relative, to the root of the sources."""
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(service_path(path))), "uriBaseId": "%SRCROOT%"}


def _json(value: dict[str, Any]) -> str:
    return printable_json(json.dumps(value, ensure_ascii=False))
