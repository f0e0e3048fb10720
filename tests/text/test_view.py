"""`View`: whatever is edited, each character knows where it came from."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from avtale.text import Edit, Span, View

LETTERS = "abcÅé \n-\u00ad\u00a0🙂"


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text in order, none overlapping another."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    return [(start, end, draw(st.text("xyz ", max_size=3))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@st.composite
def chains(draw: st.DrawFn) -> tuple[View, list[int | None]]:
    """A view after a few rounds of edits, and for each of its characters that was never touched its place in the source."""
    source = draw(st.text(LETTERS, max_size=30))
    view, origins = View(source), list[int | None](range(len(source)))
    for _ in range(draw(st.integers(0, 4))):
        edits = draw(edits_of(view.text))
        view = view.edit(edits)
        for start, end, new in reversed(edits):
            origins[start:end] = [None] * len(new)
    return view, origins


@given(chains())
def test_untouched_characters_map_to_themselves(chain: tuple[View, list[int | None]]) -> None:
    view, origins = chain
    assert len(view.text) == len(origins)
    for at, origin in enumerate(origins):
        if origin is not None:
            assert view.span(at, at + 1) == (origin, origin + 1)
            assert view.source[origin] == view.text[at]


@given(chains())
def test_spans_are_within_the_source_and_monotone(chain: tuple[View, list[int | None]]) -> None:
    view, _ = chain
    spans = [view.span(at, at + 1) for at in range(len(view.text))]
    assert all(0 <= span.start <= span.end <= len(view.source) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


@given(chains(), st.data())
def test_span_of_a_stretch_is_from_its_first_character_to_its_last(chain: tuple[View, list[int | None]], data: st.DataObject) -> None:
    view, _ = chain
    if view.text:
        start = data.draw(st.integers(0, len(view.text) - 1))
        end = data.draw(st.integers(start + 1, len(view.text)))
        assert view.span(start, end) == (view.span(start, start + 1).start, view.span(end - 1, end).end)


@given(chains())
def test_a_stretch_of_untouched_characters_is_quoted_as_it_stands(chain: tuple[View, list[int | None]]) -> None:
    view, origins = chain
    for start in range(len(origins)):
        for end in range(start + 1, len(origins) + 1):
            stretch = origins[start:end]
            if None in stretch or stretch[-1] != stretch[0] + len(stretch) - 1:  # type: ignore[operator]
                break
            span = view.span(start, end)
            assert view.source[span.start : span.end] == view.text[start:end]


@given(st.text())
def test_lower_case_is_of_the_same_length(text: str) -> None:
    assert len(View(text).lower) == len(text)


def test_a_replacement_of_another_length_stands_for_all_that_it_replaced() -> None:
    view = View("den 1O.mai").edit([(4, 7, "10. ")])
    assert view.text == "den 10. mai"
    assert view.span(4, 6) == Span(4, 7)
    assert view.span(8, 11) == Span(7, 10)


def test_a_replacement_of_the_same_length_maps_letter_by_letter() -> None:
    view = View("år 2Ol4.").edit([(3, 7, "2014")])
    assert view.span(4, 5) == Span(4, 5)


def test_a_deletion_is_inside_the_span_of_what_is_round_it() -> None:
    view = View("poli\u00adti\u00adråd").edit([(4, 5, ""), (7, 8, "")])
    assert view.text == "politiråd"
    assert view.span(0, 9) == Span(0, 11)
    assert view.span(4, 6) == Span(5, 7)


def test_no_edits_make_no_new_view() -> None:
    view = View("råd")
    assert view.edit([]) is view
