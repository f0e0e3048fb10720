"""One input to reports: an agreement, or the records in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from avtale.output.report import Failure, Report, Reported
from avtale.pipeline import parse_document
from avtale.reading import STDIN, Document, ReadingError, read_file
from avtale.record.models import Agreement
from avtale.rules import check, finding
from avtale.rules.stored import QUOTE, SCHEMA, UNUSED
from avtale.validation.places import Lines
from avtale.validation.pointers import stretch_of
from avtale.validation.records import Problem, Stored, Told, against, fitted, holds_records, is_of, other_source, source_of, stored, stored_in
from avtale.validation.settings import Options, Settings, settings_for
from avtale.validation.suppressions import suppress


def settings_of(path: str, options: Options) -> Settings:
    """The settings for a file, those for standard input being those of where we are."""
    return settings_for(Path() if path == STDIN else Path(path).parent, options)


def examine(path: str, options: Options) -> list[Report]:
    """The reports on a file, and what in it could not be read.

    Raises:
        avtale.ReadingError: nothing in it could be read.
        SettingsError: a configuration or a side-car is broken.
    """
    settings = settings_of(path, options)
    found = list(_found(path, settings))
    failures = [report for report in found if isinstance(report, Failure)]
    reports = [report for report in found if isinstance(report, Reported)]
    sides = dict.fromkeys([path, *(report.path for report in reports)])
    unused = settings.severities.get(UNUSED.code)
    beside = [told for side in _by_side_car(sides) for told in suppress(side, [report for report in reports if _stem(report.path) == _stem(side)], unused)]
    return [*failures, *beside]


def _found(path: str, settings: Settings) -> Iterator[Report]:
    if path == STDIN:
        document = read_file(path)
        if holds_records(path, document.text):
            yield from (report for each in stored_in(document.text) for report in _of_record(path, each, settings))
            return
    elif holds_records(path):
        yield from (report for each in stored(path) for report in _of_record(path, each, settings))
        return
    else:
        document = read_file(path)
    yield from _of_agreement(path, parse_document(document), document, settings)


def _of_agreement(path: str, record: Agreement, document: Document | None, settings: Settings) -> Iterator[Reported]:
    """The findings of the rules, at their positions where the text is there."""
    lines = Lines(document.text) if document else None
    for found in check(record, settings.severities, settings.as_of):
        found = found._replace(values=dict(found.values))  # what a rule leaves out cannot be pickled
        yield lines.report(path, found) if lines else Reported(path, found, None, None)


def _of_record(path: str, found: Told, settings: Settings) -> Iterator[Report]:
    """The reports on a record: of its own faults, then of the rules, those at the positions in its source where that is at hand."""
    if isinstance(found, ReadingError):
        yield Failure(path, found.code, found.message)
        return
    record, problems = fitted(found.value)
    source = source_of(record, path) if record else None
    if record and source:
        problems = list(against(record, source[1])) if is_of(record, source[1]) else [other_source(record, *source)]
    yield from _told(path, found, problems, settings)
    if record is None:
        if SCHEMA.code not in settings.severities:
            yield Failure(path, "schema", "the record is not as the schema says")
    elif source and is_of(record, source[1]):
        yield from _of_agreement(source[0], record, source[1], settings)
    else:
        yield from _of_agreement(path, record, None, settings)


def _told(path: str, found: Stored, problems: list[Problem], settings: Settings) -> Iterator[Reported]:
    """The faults of a record itself, where in its JSON they are."""
    for rule, hit in problems:
        if rule.code in settings.severities:
            told = finding(rule, settings.severities[rule.code], hit)
            pointer = f"{hit.field}/quote" if rule is QUOTE else hit.field
            yield found.lines.report_at(path, told, *stretch_of(found.lines.text, found.at, pointer))


def _by_side_car(paths: dict[str, None]) -> list[str]:
    """Of paths that have the same side-car the first."""
    return list({_stem(path): path for path in reversed(paths)}.values())[::-1]


def _stem(path: str) -> str:
    return path if path == STDIN else str(Path(path).with_suffix(""))
