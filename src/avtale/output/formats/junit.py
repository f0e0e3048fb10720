"""`junit`: XML as Jenkins and GitLab read it: a suite a file, and in it a case that failed for each finding.

Findings that are suppressed are skipped, files that could not be read are errors, and a run without either is a case that passed, since
Jenkins takes a report without cases for a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from avtale.output.formats.concise import code, what, where
from avtale.output.report import Failure, Reported
from avtale.printable import printable
from avtale.reading import display_path
from avtale.rules.rule import Language

_OUTCOMES = ("failure", "skipped", "error")


def write(reports: Iterable[Reported | Failure], language: Language) -> Iterator[str]:
    """The document, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="avtale">\n'
    empty = True
    for path, group in groupby(reports, key=lambda report: report.path):
        empty = False
        yield _text(_suite(display_path(path), [_case(report, language) for report in group]))
    if empty:
        yield _text(_suite("avtale", [Element("testcase", name="no findings", classname="avtale", time="0")]))
    yield "</testsuites>\n"


def _suite(name: str, cases: list[Element]) -> Element:
    failures, skipped, errors = (str(sum(case.find(outcome) is not None for case in cases)) for outcome in _OUTCOMES)
    suite = Element("testsuite", name=name, tests=str(len(cases)), failures=failures, skipped=skipped, errors=errors, time="0")
    suite.extend(cases)
    return suite


def _case(report: Reported | Failure, language: Language) -> Element:
    case = Element("testcase", name=f"{code(report)} {where(report)}", classname=display_path(report.path), time="0")
    message = what(report, language)
    if isinstance(report, Failure):
        SubElement(case, "error", type=report.code, message=message)
    elif report.suppressed is not None:
        SubElement(case, "skipped", type=code(report), message=printable(report.suppressed))
    else:
        failure = SubElement(case, "failure", type=report.finding.severity, message=message)
        failure.text = f"{where(report)}: {code(report)} {message}"
    return case


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode") + "\n"
