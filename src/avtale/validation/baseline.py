"""A baseline: the findings that were there before, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Annotated

from annotated_types import Ge
from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from avtale.output import write_atomically
from avtale.output.report import Reported
from avtale.reading import STDIN, display_path
from avtale.validation.toml import fault, key_of, plainly, read_text

REASON = "baseline"
_SHAPE = TypeAdapter(dict[str, dict[str, dict[str, Annotated[int, Ge(1)]]]])
_Key = tuple[str, str, str]


class Baseline:
    """How many findings of a file, a rule and a fingerprint were there; paths are relative to the folder of the baseline file."""

    def __init__(self, path: Path, known: Counter[_Key] | None = None) -> None:
        self.path = path
        self.left = Counter() if known is None else known
        self.seen: Counter[_Key] = Counter()

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file.

        Raises:
            SettingsError: it cannot be read, or is no baseline.
        """
        name, text = display_path(str(path)), read_text(path)
        try:
            known = _SHAPE.validate_python(from_json(text))
        except ValidationError as error:
            first = error.errors()[0]
            raise fault(f"{name}: {key_of(first['loc']) or 'the whole'}: {plainly(first)}") from None
        except ValueError as error:
            raise fault(f"{name}: no valid JSON: {error}") from None
        counted = {(file, rule, mark): n for file, found in known.items() for rule, marks in found.items() for mark, n in marks.items()}
        return cls(path, Counter(counted))

    def apply(self, report: Reported) -> Reported:
        """A report, suppressed where the baseline has one more of its kind."""
        key = self._key(report)
        if report.suppressed is None and self.left[key] > 0:
            self.left[key] -= 1
            return report._replace(suppressed=REASON)
        return report

    def add(self, report: Reported) -> Reported:
        """A report that is to be in the baseline from now on."""
        if report.suppressed is not None:
            return report
        self.seen[self._key(report)] += 1
        return report._replace(suppressed=REASON)

    def write(self) -> None:
        """Write what was added, in order of path, rule and fingerprint.

        Raises:
            SettingsError: the file cannot be written.
        """
        files: dict[str, dict[str, dict[str, int]]] = {}
        for (file, rule, mark), count in sorted(self.seen.items()):
            files.setdefault(file, {}).setdefault(rule, {})[mark] = count
        try:
            with write_atomically(self.path) as out:
                out.write(json.dumps(files, indent=2, ensure_ascii=False).encode() + b"\n")
        except OSError as error:
            raise fault(f"{display_path(str(self.path))}: cannot be written: {error.strerror}") from None

    def _key(self, report: Reported) -> _Key:
        inside = STDIN if report.path == STDIN else Path(os.path.relpath(os.path.realpath(report.path), os.path.realpath(self.path.parent))).as_posix()
        return display_path(inside), report.finding.rule.code, report.finding.fingerprint
