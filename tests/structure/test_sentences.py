"""Where a sentence ends, and where a dot does not end one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtale.structure.sentence import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rådet møtes fire ganger i året.", "Ordføreren leder."),
        ("Er avtalen god?", "Partene avgjør det."),
        ("Avtalen kalles «politirådsavtalen».", "Den gjelder til 2024."),
        ("(Se vedlegget.)", "Ordføreren leder."),
        ("Avtala gjeld til 2024.", "Ho skal evaluerast."),
        ("Partane møtest kl. 12.", "Referat vert skrive."),
        ("Kommunen stiller rom;", "Politiet stiller lærar."),
        ("Medlemene er valde for 4 år", "Leiar er ordføraren"),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    assert split(f"{first} {second}" if first[-1] in ".?;)" else f"{first}\n{second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Rådet møtes jf. § 2 nr. 6.",
        "Avtalen gjelder fra 1. mai 2020.",
        "Kontoret er åpent kl. 09.00 – 15.00 mandag m.fl. dager",
        "St.prp. nr. 1 (2006–2007) gir rammen.",
        "Kontakt tlf. 62 56 20 00 ved behov.",
        "Minst ca. 20 pst. av tiden, dvs. Én dag i uka.",
        "Leder er K. Moen i dag.",
        "Den 3. Mars møttes de.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@given(
    st.lists(st.sampled_from(["Rådet møtes", "kl. 9.", "§ 2.", "! ", "; ", ". ", "\n", " ", "Én", "1.", "mai", "«", ")"]), max_size=30).map(
        lambda pieces: "".join(pieces).strip()
    )
)
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert all(start < end for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())


def test_stretch_without_a_stop_is_cut_between_words() -> None:
    text = "rådet møtes " * 500
    found = sentences(text, 0, len(text))
    assert len(found) > 1
    assert all(end - start <= 1000 for start, end in found)
    assert all(text[start:end].strip().split()[0] in ("rådet", "møtes") for start, end in found)
