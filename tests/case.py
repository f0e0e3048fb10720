"""Cases: short texts with the expected span marked ⟦so⟧ and the expected value, written by hand from the language.

`tests/cases/<room>/<module>.toml` holds those of `avtale.<room>.<module>`:

    [[case]]
    language = "nb"                    # or "nn"
    text = "Rådet har ⟦4 møter pr år⟧."
    value = { times = 4, period = "P1Y", bound = "exact", text = "4 møter pr år" }

    [[case]]                           # a negative case: nothing is to be found
    language = "nn"
    text = "Det møter 4 personar."

A case fits exactly one value, over the whole marked stretch, or it fails. Where nothing is marked the value may stand anywhere. `value`
names every attribute that is not null or empty.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases"
OPEN, CLOSE = "⟦", "⟧"
Hit = tuple[dict[str, Any], tuple[int, int]]
"""A value without its empty attributes, and its stretch of the document text."""


@dataclass(frozen=True)
class Case:
    """One case of a module; `value` is None in a negative one."""

    room: str
    module: str
    number: int
    language: str
    text: str
    span: tuple[int, int] | None
    value: dict[str, Any] | None

    def __str__(self) -> str:
        return f"{self.room}/{self.module}-{self.number}"

    def check(self, hits: list[Hit]) -> None:
        """Fail with a reason unless the hits are what the case expects."""
        if self.value is None:
            assert not hits, f"expected nothing in {self.text!r}, got {hits}"
            return
        assert hits, f"none: expected {self.value} in {self.text!r}"
        assert len(hits) == 1, f"several: expected {self.value} in {self.text!r}, got {hits}"
        [(value, (start, end))] = hits
        assert value == self.value, f"wrong value in {self.text!r}"
        if self.span:
            assert (start, end) == self.span, f"wrong span: {self.text[start:end]!r} in {self.text!r}"


def cases(room: str) -> list[Case]:
    """The cases of a room's modules."""
    return [
        _case(room, path.stem, number, row)
        for path in sorted((CASES / room).glob("*.toml"))
        for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1)
    ]


def filled(value: Any) -> Any:
    """A value without its null and empty attributes, at every depth."""
    if isinstance(value, list):
        return [filled(part) for part in value]
    return {key: filled(part) for key, part in value.items() if part not in (None, [], {}, ())} if isinstance(value, dict) else value


def _case(room: str, module: str, number: int, row: dict[str, Any]) -> Case:
    before, marked, after = row["text"].partition(OPEN)
    inside, _, behind = after.partition(CLOSE)
    span = (len(before), len(before) + len(inside)) if marked else None
    return Case(room, module, number, row["language"], before + inside + behind, span, row.get("value"))
