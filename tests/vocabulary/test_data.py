"""The vocabulary files: every word in one form, in order, once, in both languages, and each concept of use."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

import avtale
from avtale.vocabulary import load
from avtale.vocabulary.terms import concepts

SOURCE = Path(avtale.__file__).parent
ONE_LANGUAGE = {"language"}
"""Concepts whose very point is what only one language has."""


@pytest.mark.parametrize("concept", concepts())
def test_words_are_composed_lower_case_sorted_and_unique(concept: str) -> None:
    for term in load(concept):
        for words in (term.nb, term.nn):
            assert list(words) == sorted(set(words)), term.id
            assert all(word == unicodedata.normalize("NFC", word).lower().strip() != "" for word in words), term.id


@pytest.mark.parametrize("concept", [concept for concept in concepts() if concept not in ONE_LANGUAGE])
def test_each_term_is_in_both_languages(concept: str) -> None:
    assert [term.id for term in load(concept) if not (term.nb and term.nn)] == []


@pytest.mark.parametrize("concept", concepts())
def test_each_term_is_there_once(concept: str) -> None:
    """A term may have several rows where their facts differ."""
    keys = [(term.id, *sorted(term.facts.items())) for term in load(concept)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("concept", concepts())
def test_no_word_means_two_things_in_one_concept(concept: str) -> None:
    meanings: dict[str, set[tuple[object, ...]]] = {}
    for term in load(concept):
        for stem in term.stems:
            meanings.setdefault(stem, set()).add((term.id, *sorted(term.facts.items())))
    assert [stem for stem, terms in meanings.items() if len(terms) > 1] == []


def test_each_concept_is_used() -> None:
    rooms = ("vocabulary", "register", "grammar", "structure", "context", "extract", "resolve", "rules")
    said = {
        node.value
        for room in rooms
        for path in (SOURCE / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [concept for concept in concepts() if concept not in said] == []
