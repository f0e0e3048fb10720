"""What a list is, where a list before it tells."""

from __future__ import annotations

import pytest

from avtale.context import Context

FRONT = "Avtale om politiråd mellom Gol kommune og Sør-Øst politidistrikt\n\n1. Tiltak\n\n"


def bearers(text: str) -> list[str | None]:
    """Who bears each list of duties."""
    return [found.who if found and found.is_duties else None for found in Context(FRONT + text).purposes.values()]


@pytest.mark.parametrize("line", ["Felles:", "Begge to:", "I fellesskap:", "Saman:"])
def test_a_list_of_both_sides_goes_on_with_the_duties_of_each(line: str) -> None:
    text = f"Kommunen skal:\n\n- låne ut lokale\n- melde fra\n\nPolitiet skal:\n\n- møte opp\n- gi råd\n\n{line}\n\n- natteravner\n- foreldremøter\n"
    assert bearers(text) == ["municipality", "police", "both"]


def test_a_list_of_both_sides_after_another_section_is_of_nothing_known() -> None:
    text = "Kommunen skal:\n\n- låne ut lokale\n- melde fra\n\n2. Telefon\n\nFelles:\n\n- vakttelefon\n- e-post\n"
    assert bearers(text) == ["municipality", None]
