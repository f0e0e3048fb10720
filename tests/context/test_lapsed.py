"""What an amendment quotes only to say that it no longer holds is no part of the record, but for its dates."""

from __future__ import annotations

import pytest

import avtale
from avtale import Agreement

HEAD = "Tilleggsavtale til samarbeidsavtalen av 3. mai 2018\n\nmellom Lom kommune og Innlandet politidistrikt\n\n"


def times(agreement: Agreement) -> list[int | None]:
    return [body.meetings and body.meetings.times for body in agreement.bodies]


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("«Politirådet møtes to ganger i året» erstattes av «Politirådet møtes fire ganger i året».", [4]),
        ("«Politirådet møtest to gonger i året» blir endra til «Politirådet møtest fire gonger i året».", [4]),
        ("«Politirådet møtes to ganger i året» går ut til fordel for «Politirådet møtes tre ganger i året».", [3]),
        ("Ny setning i punkt 3: «Politirådet møtes to ganger i året».", [2]),
        ("Stod | Skal stå\nPolitirådet møtest kvar månad | Politirådet møtest fire gonger i året", [4]),
        ("Politirådet møtes to ganger i året, og «møter» endres ikke til «samlinger».", [2]),
    ],
)
def test_wordings_that_others_replace(text: str, meetings: list[int]) -> None:
    assert times(avtale.parse(f"{HEAD}{text}\n")) == meetings


def test_point_that_is_dropped() -> None:
    agreement = avtale.parse(f"{HEAD}§ 10 om at avtalen revideres årlig, utgår.\n\nAvtalen evalueres hvert annet år.\n")
    assert [(found.kind, found.frequency and found.frequency.period) for found in agreement.evaluation] == [("evaluation", "P2Y")]


def test_date_of_what_lapses_is_told() -> None:
    agreement = avtale.parse(f"{HEAD}«Avtalen gjelder til 31.12.2021» endres til «Avtalen gjelder til 31.12.2025».\n")
    assert [date.date for date in agreement.dates] == ["2018-05-03", "2021-12-31", "2025-12-31"]
    assert agreement.term is not None
    assert agreement.term.end == "2025-12-31"


def test_agreement_that_changes_nothing_has_no_lapsed_wordings() -> None:
    text = "Politirådsavtale\n\nmellom Lom kommune og Innlandet politidistrikt\n\n«Politirådet møtes to ganger i året» erstatter «ved behov» fra før.\n"
    assert times(avtale.parse(text)) == [2]
