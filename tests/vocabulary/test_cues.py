"""The scan: which words of the vocabulary stand where."""

from __future__ import annotations

import pytest

from avtale.vocabulary import scan, spot
from avtale.vocabulary.terms import spellings


def found(text: str, concept: str) -> list[tuple[str, str]]:
    """The words of a concept in a text, each with the id of its term."""
    return [(text[cue.start : cue.end], cue.term.id) for cue in scan(text).all(concept)]


@pytest.mark.parametrize(
    "text",
    ["ordfører", "ordføreren", "ordføreres", "ordførar", "ordføraren", "ordførarane", "ordførerne"],
)
def test_word_is_found_in_its_inflected_forms(text: str) -> None:
    assert found(text, "roles") == [(text, "mayor")]


@pytest.mark.parametrize("text", ["ordførerkjede", "lensmannskontorpolitikk"])
def test_word_that_goes_on_is_another_word(text: str) -> None:
    assert found(text, "roles") == []


def test_longest_word_is_taken() -> None:
    assert found("varaordføreren og ordføreren", "roles") == [("varaordføreren", "deputy_mayor"), ("ordføreren", "mayor")]


@pytest.mark.parametrize("text", ["slt-koordinator", "slt koordinator", "slt- koordinatoren", "slt–koordinator", "slt -koordinator"])
def test_hyphen_is_written_in_every_way(text: str) -> None:
    assert found(text, "roles") == [(text, "slt_coordinator")]
    assert text.removesuffix("en") in set(spellings("slt-koordinator"))


def test_word_broken_over_lines_is_found() -> None:
    assert [term for _, term in found("slt\nkoordinator", "roles")] == ["slt_coordinator"]


def test_cues_of_a_stretch() -> None:
    text = "ordføreren, rådmannen og ordføreren"
    cues = scan(text)
    assert cues.ids("roles", 0, len(text)) == ["mayor", "municipal_director", "mayor"]
    assert cues.ids("roles", 1, 20) == ["municipal_director"]
    first = cues.first("roles", 11, len(text))
    assert first
    assert first.term.id == "municipal_director"
    assert cues.first("roles", 30, len(text)) is None
    assert cues.all("no such concept") == []


def test_concepts_that_are_not_scanned_for_are_spotted_on_demand() -> None:
    assert scan("politirådets medlemmer").all("headings") == []
    assert spot("headings", "politirådets medlemmer") == ("police_council", "members")
