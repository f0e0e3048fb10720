"""Duties in lists that stand side by side."""

from __future__ import annotations

import avtale

FRONT = "Plikter\n\n"


def duties(text: str) -> list[tuple[str, str]]:
    return [(duty.bearer, duty.text) for duty in avtale.parse(FRONT + text).duties]


def test_entries_go_on_in_their_own_column() -> None:
    text = (
        "Kommunen skal                  Politiet skal\n\n"
        "- holde et kontor åpent        - møte på skolene\n"
        "  for politikontakten          - sende tall hvert\n"
        "- varsle om arrange-             kvartal\n"
        "  menter\n"
    )
    assert duties(text) == [
        ("municipality", "holde et kontor åpent for politikontakten"),
        ("police", "møte på skolene"),
        ("police", "sende tall hvert kvartal"),
        ("municipality", "varsle om arrangementer"),
    ]


def test_evidence_is_each_stretch_of_an_entry() -> None:
    text = "Politiet skal                  Kommunen skal\n- møte på skulane i            - halde kontor ope\n  kommunen\n- svare same dag\n"
    duty = avtale.parse(FRONT + text).duties[0]
    assert duty.text == "møte på skulane i kommunen"
    assert [evidence.quote for evidence in duty.evidence] == ["møte på skulane i", "kommunen"]


def test_cells_that_are_no_entries_are_no_lists() -> None:
    assert duties("Kommunen skal                  Politiet skal\n- holde et kontor åpent        møte på skolene\n") == []
    assert duties("Kommunen                       Politiet\nKari Moen                      Ola Lie\n- ordfører                     - lensmann\n") == []
