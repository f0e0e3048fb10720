"""Scores and changes as plain text, in columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avtale.printable import printable
from avtale.scoring.changes import Change, Changes
from avtale.scoring.figures import Figures
from avtale.scoring.score import Document, Miss, Score

_RATES = ("support", "precision", "recall", "f1", "missed", "extra", "exact", "soft")
_WIDEST = 160


def score_text(score: Score, *, in_detail: bool = True) -> str:
    """The score in columns: by field, language and document, and in total; or in total alone."""
    tables = [_table("field", {**score.fields, "all": score.total})] if in_detail else [_table("", {"all": score.total})]
    if in_detail:
        tables += [_languages(score), _table("document", {document.gold: document.total for document in score.documents})]
    return "\n".join([*tables, _foot(score)])


def misses_text(score: Score) -> str:
    """Every miss, by document."""
    return "".join(line for document in score.documents if document.misses for line in _misses(document))


def changes_text(changes: Changes, *, in_detail: bool = True, with_misses: bool = False) -> str:
    """Gains and losses by document and field, then the fields that changed and the total."""
    lines = [line for change in changes.changed for line in _change(change, with_misses)] if in_detail else []
    moved = [*(changes.fields if in_detail else []), ("all", changes.before.total, changes.after.total)]
    rows = [(name, f"{before.f1:.4f}", f"{after.f1:.4f}", f"{after.f1 - before.f1:+.4f}") for name, before, after in moved]
    table = _columns([("field", "F1 before", "after", "change"), *rows])
    apart = [f"only {when}: {gold}\n" for when, those in (("before", changes.gone), ("now", changes.new)) for gold in those] if in_detail else []
    return "".join([*lines, *(["\n"] if lines else []), table, *apart, f"{_sum(changes)}\n"])


def _sum(changes: Changes) -> str:
    gained, lost = (sum(len(getattr(change, name)) for change in changes.changed) for name in ("gained", "lost"))
    return f"{gained} gained, {lost} lost in {len(changes.after.documents)} documents; entirely right {changes.before.right} → {changes.after.right}"


def _change(change: Change, with_misses: bool) -> Iterator[str]:
    sign = "+" if change.after.f1 > change.before.f1 else "-" if change.after.f1 < change.before.f1 else "="
    counts = f"{len(change.gained)} gained, {len(change.lost)} lost"
    yield f"{sign} {change.gold}  {change.field}  {change.before.f1:.4f} → {change.after.f1:.4f}  ({counts})\n"
    if with_misses:
        yield from (f"    {mark} {_miss(miss)}\n" for mark, misses in (("gained", change.gained), ("lost", change.lost)) for miss in misses)


def _misses(document: Document) -> Iterator[str]:
    yield f"{document.gold}\n"
    yield from (f"    {_miss(miss)}\n" for miss in document.misses)


def _miss(miss: Miss) -> str:
    return f"{miss.where}: {_shown(miss.expected)} expected, {_shown(miss.got)} got"


def _shown(value: Any) -> str:
    text = "nothing" if value in (None, [], {}) else printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _languages(score: Score) -> str:
    parts = score.languages
    return _table("language", {f"{name} ({part.right} of {len(part.documents)} right)": part.total for name, part in parts.items()})


def _foot(score: Score) -> str:
    count, evidence = len(score.documents), score.evidence
    share = f"{score.right / count:.3f}" if count else "-"
    return (
        f"{count} documents, {score.right} entirely right ({share}), {score.failed} failed\n"
        f"evidence: {evidence.spans} spans, {evidence.off} off, {evidence.without} entries without\n"
    )


def _table(name: str, rows: dict[str, Figures]) -> str:
    head = (name, *("F1" if rate == "f1" else rate for rate in _RATES))
    return _columns([head, *((label, *map(_cell, (getattr(figures, rate) for rate in _RATES))) for label, figures in rows.items())])


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _columns(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of one length as lines: the first column to the left, the others to the right."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "".join(_line(row, widths) for row in table)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (f"{cell:<{width}}" if index == 0 else f"{cell:>{width}}" for index, (cell, width) in enumerate(zip(row, widths, strict=True)))
    return "  ".join([first, *others]).rstrip() + "\n"
