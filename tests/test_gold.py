"""Gold: records against what a reader of the text found. The floors are to be raised, never lowered."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from avtale.scoring import Score, find_gold, score_files
from tests.documents import CORPUS, LOCKED, NO_SHARED, SHARED, shared_parameters

OPEN_FLOOR, LOCKED_FLOOR = 0.975, 0.94
LOW_FIELD = 0.85
"""F1 below which no field is, of the open agreements or of the locked ones."""
DOCUMENT_FLOOR, FIELD_FLOOR = 0.98, 0.95
"""Of the real agreements: F1 of each document, and of each field over all of them."""


@cache
def score_of(*texts: Path) -> Score:
    """The score of texts with gold beside them."""
    gold = find_gold(str(text.with_suffix(".expected.json")) for text in texts)
    return Score(tuple(outcome.document for outcome in score_files(gold, jobs=1) if outcome.document))


def test_corpus() -> None:
    found = score_of(*CORPUS)
    worst = sorted((round(document.total.f1, 3), document.gold) for document in found.documents)[:5]
    assert len(found.documents) == len(CORPUS)
    assert found.total.f1 >= OPEN_FLOOR, f"F1 {found.total.f1:.3f}; lowest {worst}"


def test_quotes_of_the_corpus_stand_where_they_say() -> None:
    evidence = score_of(*CORPUS).evidence
    assert evidence.spans > 1000
    assert (evidence.off, evidence.without) == (0, 0)


def test_locked() -> None:
    """The total alone: nobody who mends the parser sees more of these."""
    found = score_of(*LOCKED)
    if len(found.documents) != len(LOCKED) or found.total.f1 < LOCKED_FLOOR or found.evidence.off:
        pytest.fail(f"F1 {found.total.f1:.3f}, {found.evidence.off} spans off, {len(found.documents)} documents", pytrace=False)


@pytest.mark.parametrize("texts", [CORPUS, LOCKED], ids=["open", "locked"])
def test_no_field_is_low(texts: list[Path]) -> None:
    low = {field: round(figures.f1, 3) for field, figures in score_of(*texts).fields.items() if figures.f1 < LOW_FIELD}
    assert low == {}


@pytest.mark.parametrize("path", shared_parameters(), ids=lambda path: path.stem if path else None)
def test_real_agreement(path: Path) -> None:
    [document] = score_of(path).documents
    assert document.total.f1 >= DOCUMENT_FLOOR, document.misses


@pytest.mark.skipif(not SHARED, reason=NO_SHARED)
def test_each_field_of_the_real_agreements() -> None:
    low = {field: round(figures.f1, 3) for field, figures in score_of(*SHARED).fields.items() if figures.f1 < FIELD_FLOOR}
    assert low == {}
