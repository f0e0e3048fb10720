"""The members of a forum in every form that a text gives them: lists, tables, cards, labelled lines and sentences under the forum's heading."""

from __future__ import annotations

import pytest

from avtale.context import Context
from avtale.extract import members

FRONT = (
    "Samarbeidsavtale om politiråd\n\nmellom Nome kommune og Sør-Øst politidistrikt\n\nBakgrunn\n\nPartene vil styrke det forebyggende arbeidet "
    "for barn og unge i kommunen, og de er enige om det som følger.\n\nPolitirådet\n\n"
)
BACK = (
    "\n\nTaushetsplikt\n\nPartene har taushetsplikt etter lov, og den gjelder også etter at noen har sluttet.\n\nUlefoss 3. mars 2020\n\nKari Moen\nordfører\n"
)
FOUR = ["mayor permanent", "municipal_director permanent", "station_chief permanent", "police_contact permanent"]


def seats(text: str) -> list[str]:
    """The members of the police council, each once: the role, or the title of another, and how they attend."""
    found = [candidate.value for candidate in members.extract(Context(FRONT + text + BACK))]
    people = [value["member"] for value in found if value["type"] == "police_council"]
    return list(dict.fromkeys(f"{person['title'] if person['role'] == 'other' else person['role']} {person['attendance']}" for person in people))


@pytest.mark.parametrize("marked", ["\n\n- {}\n- {}\n- {}\n- {}", "\n{}\n{}\n{}\n{}", "\n\n{}\n{}\n{}\n{}"], ids=["bullets", "lines", "after a blank line"])
@pytest.mark.parametrize(
    "lead",
    [
        "Rådet settes sammen slik:",
        "Rådet består av følgende:",
        "Disse har fast sete i rådet:",
        "Rådets faste medlemmer er",
        "Kommunen og politiet møter i rådet med:",
        "Plassene i rådet er fordelt slik:",
        "Desse møter alltid:",
        "Rådet er sett saman slik:",
        "Fast i rådet sit:",
        "De som møter, er:",
        "Rundt bordet sitter:",
    ],
)
def test_lines_that_announce_members(lead: str, marked: str) -> None:
    assert seats(lead + marked.format("Ordfører", "Rådmann", "Lensmann", "Politikontakt")) == FOUR


@pytest.mark.parametrize("lead", ["Følgende saker tas opp på hvert møte:", "Rådet skal:", "Referatet sendes til:", "Kommunen skal på hvert møte legge fram:"])
def test_lines_that_announce_something_else(lead: str) -> None:
    assert seats(f"{lead}\n\n- skjenkekontroll\n- trafikk\n- vald i nære relasjonar") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plassene fylles av ordføreren, rådmannen, lensmannen og politikontakten.", FOUR),
        ("Kommunen har to plasser: ordføreren og rådmannen. Politiet har to: lensmannen og politikontakten.", FOUR),
        ("Til rådet hører ordføreren, rådmannen, lensmannen og politikontakten.", FOUR),
        ("Rådet består for øvrig av rådmannen, som følger opp i kommunen, og lensmannen.", FOUR[1:3]),
        ("Når rådet tar opp trafikk, kommer brannsjefen og trafikklæreren.", ["brannsjefen invited", "trafikklæreren invited"]),
        ("Ved behov trekkes barnevernet inn.", ["barnevernet invited"]),
        ("Ruskonsulenten tek del når saka gjeld rus.", ["Ruskonsulenten invited"]),
        ("Eldrerådets leder og ungdomsrådets leder følger møtene uten stemmerett.", ["Eldrerådets leder observer", "ungdomsrådets leder observer"]),
        ("Har ordføraren forfall, tek varaordføraren sætet.", ["deputy_mayor deputy"]),
        ("Rådet samarbeider med barnevernet, skolene og helsestasjonen.", []),
        ("Referatet går til ordføreren, rådmannen, lensmannen og rektorene.", []),
    ],
)
def test_sentences_under_the_heading_of_a_forum(text: str, expected: list[str]) -> None:
    assert seats(text) == expected


def test_table_with_attendance() -> None:
    rows = [
        "Stilling\tKjem frå\tNamn\tMøter",
        "ordførar\tkommunen\tEva Lie\tfast",
        "kommunelege\tkommunen\t–\tnår saka gjeld helse",
        "prost\tkyrkja\t–\tobservatør",
    ]
    assert seats("\n".join(rows)) == ["mayor permanent", "kommunelege invited", "prost observer"]


def test_table_with_deputies_under_a_head_of_several_words() -> None:
    rows = [
        "Funksjon\tKommer fra\tNavn per i dag\tNår vedkommende er borte",
        "Ordfører\tNome kommune\tEva Lie\tvaraordfører",
        "Lensmann\tpolitiet\tOla Bø\tingen",
    ]
    assert seats("\n".join(rows)) == ["mayor permanent", "deputy_mayor deputy", "station_chief permanent"]


def test_table_with_a_sender_a_column() -> None:
    rows = ["Rolle | Fra kommunen | Fra politiet", "Ledelse | ordfører, rådmann | lensmann", "Ved særskilte saker | kommuneoverlege | politikontakt"]
    assert seats("\n".join(rows)) == [*FOUR[:3], "kommuneoverlege invited", "police_contact invited"]


def test_table_with_a_seat_a_row() -> None:
    rows = [
        "| Plass | Hvem | Kommer fra |",
        "|---|---|---|",
        "| Leder | ordfører Eva Lie | kommunen |",
        "| Medlem og sekretær | politikontakt Ola Bø | politiet |",
    ]
    assert seats("\n".join(rows)) == ["mayor permanent", "police_contact permanent"]


def test_cards() -> None:
    card = "{}\nNavn: {}\nFra: {}\nStedfortreder: {}\n\n"
    people = [("Ordfører", "Eva Lie", "Nome kommune", "varaordfører"), ("Rådmann", "Ola Bø", "Nome kommune", "ingen"), ("Lensmann", "Ann Vik", "politiet", "–")]
    assert seats("".join(card.format(*person) for person in people)) == ["mayor permanent", "deputy_mayor deputy", *FOUR[1:3]]


def test_card_of_one_who_is_no_member() -> None:
    assert seats("Politikontakt\nNavn: Eva Lie\nFra: politiet\nStilling: 40 %") == []


def test_labelled_lines() -> None:
    lines = [
        "Leiar: Ordførar Eva Lie",
        "Nestleiar: Lensmann Ola Bø",
        "Medlem: Rådmann Ann Vik",
        "Medlem: Rektor Per Aas, Lia skule",
        "Når det trengst: Kommunelegen",
    ]
    found = seats("\n".join(lines))
    assert sorted(found) == sorted(["mayor permanent", *FOUR[1:3], "Rektor permanent", "Kommunelegen invited"])


def test_columns_beside_senders() -> None:
    lines = ["     Fra kommunen:   Ordfører og", "                     rådmann", "     Fra politiet:   Lensmann og politikontakt"]
    assert seats("\n".join(lines)) == FOUR


@pytest.mark.parametrize("said", ["(møter ved behov)", "(kan delta ved behov)", "(møter når saken gjelder unge)"])
def test_what_a_bracket_says_is_said_of_the_one_before_it(said: str) -> None:
    text = f"Rådet består av ordfører, rådmann, lensmann, politikontakt og en representant fra ungdomsrådet {said}."
    assert sorted(seats(text)) == sorted([*FOUR, "representant fra ungdomsrådet invited"])


def test_an_office_of_the_forum_in_brackets_leaves_a_cell_its_own() -> None:
    rows = ["Funksjon | Navn", "Ordfører (leder) | Kari Moen", "Rådmann (sekretær) | Ola Dahl", "Lensmann (nestleder) | Per Berg", "Politikontakt | Eva Lie"]
    assert seats("\n".join(f"| {row} |" for row in rows)) == FOUR


def test_a_column_for_each_side_under_a_heading_of_nobody_holds_no_members() -> None:
    assert seats("Lensmann og ordfører er medlemmer.\n\nHvem gjør hva?\n\n| Kommunen | Politiet |\n| Utdanner natteravner | Patruljerer sentrum |") == [
        "station_chief permanent",
        "mayor permanent",
    ]
