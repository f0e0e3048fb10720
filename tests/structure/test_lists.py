"""Lists with every marker and with none, whole and broken."""

from __future__ import annotations

import pytest

from tests.structure.outlined import FIRST, SECOND, TITLE, lists

LEAD = "Politiet skal:"
ENTRIES = ["delta på møter", "gi råd til skolen", "melde fra om rus"]


def marked(*markers: str, gap: str = "\n") -> str:
    """A list with one marker, or with one for each entry; `gap` is what stands between its first two."""
    first, second, third = (marker + entry for marker, entry in zip(markers if len(markers) > 1 else markers * 3, ENTRIES, strict=True))
    return f"{TITLE}{FIRST}{LEAD}\n{first}{gap}{second}\n{third}\n\n{SECOND}"


@pytest.mark.parametrize("marker", ["- ", "-", "– ", "• ", "•\t", "* ", "o ", "· ", "▪ ", "\uf0b7 ", "➢ ", "» ", "  - ", "+ ", "☐ "])
def test_bullets(marker: str) -> None:
    assert lists(marked(marker)) == [(LEAD, ENTRIES)]


@pytest.mark.parametrize(
    "markers",
    [
        ("1. ", "2. ", "3. "),
        ("1) ", "2) ", "3) "),
        ("(1) ", "(2) ", "(3) "),
        ("a) ", "b) ", "c) "),
        ("a. ", "b. ", "c. "),
        ("i) ", "ii) ", "iii) "),
        ("1° ", "2° ", "3° "),
    ],
)
def test_numbers_and_letters(markers: tuple[str, ...]) -> None:
    assert lists(marked(*markers)) == [(LEAD, ENTRIES)]


def test_no_marker_at_all() -> None:
    assert lists(marked("")) == [(LEAD, ENTRIES)]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\f", "\n\n2\n\n", "\n\nSide 2 av 4\f\n"])
def test_list_goes_on_over_blank_lines_and_pages(gap: str) -> None:
    assert lists(marked("- ", gap=gap)) == [(LEAD, ENTRIES)]


def test_entry_goes_on_in_the_next_line() -> None:
    text = f"{TITLE}{FIRST}{LEAD}\n- delta på møter i politirådet og i de samarbeidsgrupper som\n  rådet oppretter\n- gi råd til skolen\n\n{SECOND}"
    assert lists(text) == [(LEAD, ["delta på møter i politirådet og i de samarbeidsgrupper som rådet oppretter", "gi råd til skolen"])]


def test_list_within_a_list() -> None:
    text = f"{TITLE}{FIRST}Rådet består av:\n- ordføreren\n- fra politiet:\n  o lensmannen\n  o politikontakten\n- rektor\n\n{SECOND}"
    assert sorted(lists(text), key=str) == sorted(
        [("Rådet består av:", ["ordføreren", "rektor"]), ("fra politiet:", ["lensmannen", "politikontakten"])], key=str
    )


def test_prose_after_a_list_ends_it() -> None:
    text = marked("- ") + "Kommunen skal:\n- stille rom\n- kalle inn\n\n" + SECOND
    assert lists(text) == [(LEAD, ENTRIES), ("Kommunen skal:", ["stille rom", "kalle inn"])]


def test_two_lists_under_headings() -> None:
    police = "**Forventninger fra kommunen**\n- synlig politi\n- god dialog\n\n"
    municipality = "**Forventninger fra politiet**\n- tilgang til lokaler\n- faste møter\n\n"
    assert lists(TITLE + FIRST + police + municipality + SECOND) == [
        ("Forventninger fra kommunen", ["synlig politi", "god dialog"]),
        ("Forventninger fra politiet", ["tilgang til lokaler", "faste møter"]),
    ]


def test_series_in_a_sentence_is_no_list() -> None:
    assert lists(TITLE + FIRST + "Politiet skal delta på møter, gi råd til skolen, og melde fra om rus.\n\n" + SECOND) == []


def test_dates_and_numbers_at_the_start_of_a_line_are_no_entries() -> None:
    assert lists(TITLE + FIRST + "12. mars 2021 møttes partene på rådhuset for å drøfte avtalen.\n\n" + SECOND) == []


def test_letters_without_a_dot_mark_entries_where_they_count_from_a() -> None:
    assert lists("Dette skal opp på hvert møte:\na Saker fra politiet\nb Saker fra skolen\nc Eventuelt\n")[0][1] == [
        "Saker fra politiet",
        "Saker fra skolen",
        "Eventuelt",
    ]


def test_preposition_at_the_start_of_a_line_is_no_letter() -> None:
    assert lists("Rådet møtes på rådhuset.\n\ni Sel\n\ni Vågå\n\ni Lom\n") == []


def test_entries_that_only_announce_others_are_no_lists() -> None:
    assert [entries for _, entries in lists("- Kommunen:\n* Rådmannen:\n1) Rektor\n- Politiet\n")] == [["Rektor"], ["Politiet"]]


def test_letters_with_a_figure_mark_entries_that_stand_close_together() -> None:
    text = f"{TITLE}{FIRST}{LEAD}\n\nK1  Møte på skolen\nK2  Råd til foreldre\nK3  Melding om rus\n\n{SECOND}"
    assert lists(text) == [(LEAD, ["Møte på skolen", "Råd til foreldre", "Melding om rus"])]


def test_degrees_are_no_marker() -> None:
    assert lists(f"{TITLE}{FIRST}{LEAD}\n\n15° C og sol, og det var folk ute i hele bygda.\n\n{SECOND}") == []


def test_list_within_a_numbered_paragraph_keeps_its_entries() -> None:
    text = f"{TITLE}§ 2 Rådet\n\n(1) Rådet har fem medlemmer.\n\n(2) Alltid på sakslista:\n    1° rus\n    2° vold\n    3° fart\n\n§ 3 Varighet\n\n{SECOND}"
    assert ("Alltid på sakslista:", ["rus", "vold", "fart"]) in lists(text)


def test_first_entry_beside_the_label_of_its_list() -> None:
    text = f"{TITLE}{FIRST}Møte\tto i året\nLeiar\tordføraren\nFaste saker\t1. Rus\n\t2. Vald\n\t3. Fart\n\n{SECOND}"
    assert lists(text) == [("Faste saker", ["Rus", "Vald", "Fart"])]


def test_figure_in_a_cell_with_no_other_after_it_is_no_entry() -> None:
    assert lists(f"{TITLE}{FIRST}Leiar\tordføraren\nMøtested\t1. etasje på rådhuset\nMøte\tto i året\n\n{SECOND}") == []
