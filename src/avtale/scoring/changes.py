"""Two scores of the same gold: what was gained and what was lost, by document and field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from avtale.scoring.figures import Figures
from avtale.scoring.score import Document, Miss, Score, rates

Json = Any


@dataclass(frozen=True, slots=True)
class Change:
    """What changed of one field of a document: the misses that are gone, and those that are new."""

    gold: str
    field: str
    before: Figures
    after: Figures
    gained: tuple[Miss, ...]
    lost: tuple[Miss, ...]

    def dump(self) -> Json:
        """The change as JSON."""
        misses = {name: [asdict(miss) for miss in getattr(self, name)] for name in ("gained", "lost")}
        return {"gold": self.gold, "field": self.field, **_both(self.before, self.after), **misses}


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, and the two scores over the documents that both have."""

    before: Score
    after: Score
    changed: tuple[Change, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]

    def dump(self, *, in_detail: bool = True) -> Json:
        """The changes as JSON; by field and document only where asked for."""
        head = {"total": _both(self.before.total, self.after.total)}
        parts = {
            "fields": {name: _both(before, after) for name, before, after in self.fields},
            "changes": [one.dump() for one in self.changed],
            "only_before": self.gone,
            "only_after": self.new,
        }
        return head | parts if in_detail else head

    @property
    def fields(self) -> list[tuple[str, Figures, Figures]]:
        """The fields whose figures changed."""
        before, after = self.before.fields, self.after.fields
        both = ((name, before.get(name, Figures()), after.get(name, Figures())) for name in sorted(before.keys() | after.keys()))
        return [each for each in both if each[1] != each[2]]


def changes(before: Score, after: Score) -> Changes:
    """Compare two scores, document by document; one that only one of them has is told and not compared."""
    old, new = ({document.gold: document for document in each.documents} for each in (before, after))
    both = sorted(old.keys() & new.keys())
    return Changes(
        Score(tuple(old[gold] for gold in both)),
        Score(tuple(new[gold] for gold in both)),
        tuple(change for gold in both for change in _of_document(old[gold], new[gold])),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(new.keys() - old.keys())),
    )


def _of_document(before: Document, after: Document) -> Iterator[Change]:
    for name in sorted(before.fields.keys() | after.fields.keys()):
        old, new = (_misses(document, name) for document in (before, after))
        gained, lost = (tuple(these[key] for key in these if key not in others) for these, others in ((old, new), (new, old)))
        figures = [document.fields.get(name, Figures()) for document in (before, after)]
        if gained or lost or figures[0] != figures[1]:
            yield Change(after.gold, name, figures[0], figures[1], gained, lost)


def _misses(document: Document, field: str) -> dict[str, Miss]:
    """The misses of a field by what tells them apart: a value that is wrong in another way than before is the same miss."""
    numbered: Counter[str] = Counter()
    misses = {}
    for miss in (miss for miss in document.misses if miss.field == field):
        key = json.dumps([miss.where, miss.got if miss.expected is None else miss.expected], sort_keys=True)
        numbered[key] += 1
        misses[f"{key} {numbered[key]}"] = miss
    return misses


def _both(before: Figures, after: Figures) -> Json:
    return {"before": rates(before), "after": rates(after)}
