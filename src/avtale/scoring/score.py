"""The score of documents: by document, field and language, and in total; as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from avtale.reading import ReadingError
from avtale.scoring.compare import compare, field_of
from avtale.scoring.evidence import Evidence, check_evidence
from avtale.scoring.figures import Figures, total

Json = Any
VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is missing, made up or wrong."""

    where: str
    expected: Json
    got: Json

    @property
    def field(self) -> str:
        return field_of(self.where)


@dataclass(frozen=True, slots=True)
class Document:
    """What came of one document."""

    gold: str
    language: str
    fields: dict[str, Figures]
    misses: tuple[Miss, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)
    error: str | None = None

    @property
    def total(self) -> Figures:
        return total(self.fields.values())

    @property
    def right(self) -> bool:
        """Whether it was read, and is entirely right."""
        return self.error is None and self.total.right


@dataclass(frozen=True, slots=True)
class Score:
    """What came of all documents."""

    documents: tuple[Document, ...]

    @property
    def total(self) -> Figures:
        return total(document.total for document in self.documents)

    @property
    def fields(self) -> dict[str, Figures]:
        """The figures of each field, those with nothing to score left out."""
        names = sorted({name for document in self.documents for name in document.fields})
        return {name: total(document.fields[name] for document in self.documents if name in document.fields) for name in names}

    @property
    def languages(self) -> dict[str, Score]:
        """The score of the documents in each language."""
        names = sorted({document.language for document in self.documents})
        return {name: Score(tuple(one for one in self.documents if one.language == name)) for name in names}

    @property
    def right(self) -> int:
        return sum(document.right for document in self.documents)

    @property
    def failed(self) -> int:
        return sum(document.error is not None for document in self.documents)

    @property
    def evidence(self) -> Evidence:
        return sum((document.evidence for document in self.documents), start=Evidence())

    def dump(self, *, in_detail: bool = True) -> Json:
        """The score as JSON; by field, language and document only where asked for."""
        head = {"score_version": VERSION, **_summary(self), "evidence": asdict(self.evidence)}
        parts = {
            "fields": {name: rates(figures) for name, figures in self.fields.items()},
            "languages": {name: _summary(part) for name, part in self.languages.items()},
            "by_document": [_dump(document) for document in self.documents],
        }
        return head | parts if in_detail else head


def score(gold: str, expected: Json, record: Json, text: str | None, error: str | None = None) -> Document:
    """Compare the record of a document with its gold; a document that gave none misses everything."""
    fields: dict[str, Figures] = {}
    misses = []
    for mark in compare(expected, record):
        fields[mark.field] = fields.get(mark.field, Figures()) + mark.figures
        if not mark.figures.right:
            misses.append(Miss(mark.where, mark.expected, mark.got))
    return Document(gold, _language(expected) or _language(record) or "?", fields, tuple(misses), check_evidence(record, text), error)


def _language(record: Json) -> str | None:
    language = record.get("language")
    code = language.get("code") if isinstance(language, dict) else None
    return code if isinstance(code, str) else None


def rates(figures: Figures) -> Json:
    """Figures with their rates, as JSON."""
    rounded = {name: _round(getattr(figures, name)) for name in ("precision", "recall", "f1", "exact", "soft")}
    return {**rounded, "support": figures.support, **(asdict(figures) | {"alike": _round(figures.alike)})}


def _round(rate: float | None) -> float | None:
    return None if rate is None else round(rate, 4)


def _summary(part: Score) -> Json:
    count = len(part.documents)
    head = {"documents": count, "failed": part.failed, "right": part.right, "share_right": _round(part.right / count if count else None)}
    return {**head, "total": rates(part.total)}


def _dump(document: Document) -> Json:
    fields = {name: asdict(figures) for name, figures in document.fields.items()}
    head = {name: getattr(document, name) for name in ("gold", "language", "error", "right")}
    return {**head, "fields": fields, "misses": [asdict(miss) for miss in document.misses]}


def read_score(path: str) -> Score:
    """The score in a JSON file that `dump` was written to. Raises a ReadingError."""
    try:
        dumped = json.loads(Path(path).read_bytes())
        return Score(tuple(_documents(dumped["by_document"])))
    except OSError as error:
        raise ReadingError("missing", error.strerror or "cannot be read") from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise ReadingError("score", "no score with its documents, as `avtale score --format json` prints it") from None


def _documents(dumped: Iterable[Json]) -> Iterator[Document]:
    for one in dumped:
        fields = {name: Figures(**figures) for name, figures in one["fields"].items()}
        yield Document(one["gold"], one["language"], fields, tuple(Miss(**miss) for miss in one["misses"]), error=one["error"])
