"""Suppressions: a signed text carries no comments, so they stand beside `NAME.txt` in `NAME.avtale.toml`, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from avtale.output.report import Reported
from avtale.reading import STDIN, display_path
from avtale.rules import Finding, Hit, Severity, finding
from avtale.rules.stored import UNUSED
from avtale.validation.settings import Code
from avtale.validation.toml import fit, read_toml

Words = Annotated[str, Field(pattern=r"\S")]


class _Entry(BaseModel):
    """One suppression: the rule, the finding's fingerprint or the words that it points at, and why it is to be let be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: Code
    fingerprint: Words | None = None
    quote: Words | None = None
    reason: Words

    @model_validator(mode="after")
    def _names_a_finding(self) -> _Entry:
        if self.fingerprint is None and self.quote is None:
            raise ValueError("an entry needs a fingerprint or a quote")
        return self

    def covers(self, found: Finding) -> bool:
        """Whether a finding is the one that is meant."""
        words = found.place.quote.split() if found.place else None
        return found.rule.code == self.rule and self.fingerprint in (None, found.fingerprint) and (self.quote is None or self.quote.split() == words)


class Suppressions(BaseModel):
    """A side-car file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    suppress: tuple[_Entry, ...] = ()


def read_suppressions(path: str) -> Suppressions:
    """The suppressions beside a file; none where there is no side-car.

    Raises:
        SettingsError: the side-car is broken, or names a rule that there is not.
    """
    beside = _beside(path)
    if path == STDIN or not beside.is_file():
        return Suppressions()
    text, said = read_toml(beside)
    return fit(Suppressions, said, beside, text)


def suppress(path: str, reports: Iterable[Reported], severity: Severity | None) -> Iterator[Reported]:
    """The reports on a file, those suppressed with the reason; then, unless it is off, a report of each suppression that was not used."""
    entries = read_suppressions(path).suppress
    used = set()
    for report in reports:
        entry = next((entry for entry in entries if entry.covers(report.finding)), None)
        used.add(entry)
        yield report._replace(suppressed=entry.reason) if entry else report
    for index, entry in enumerate(entries):
        if severity and entry not in used:
            values = {"rule": entry.rule, "path": display_path(str(_beside(path))), "reason": entry.reason}
            yield Reported(path, finding(UNUSED, severity, Hit(f"/suppress/{index}", None, values)), None, None)


def _beside(path: str) -> Path:
    return Path(path).with_suffix(".avtale.toml")
