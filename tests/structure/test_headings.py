"""Headings of every kind, and lines that only look like one."""

from __future__ import annotations

import pytest

from avtale.structure.outline import section_type
from tests.structure.outlined import FIRST, SECOND, THIRD, TITLE, headings, levels, read


@pytest.mark.parametrize(
    ("numbers", "read_as"),
    [
        (("1.", "2.", "3."), ("1", "2", "3")),
        (("1", "2", "3"), ("1", "2", "3")),
        (("1)", "2)", "3)"), None),
        (("1.1", "1.2", "1.3"), ("1.1", "1.2", "1.3")),
        (("1.1.", "1.2.", "2.1."), ("1.1", "1.2", "2.1")),
        (("I.", "II.", "III."), ("I", "II", "III")),
        (("A.", "B.", "C."), ("A", "B", "C")),
        (("A)", "B)", "C)"), ("A", "B", "C")),
        (("A", "B", "C"), ("A", "B", "C")),
        (("I –", "II –", "III –"), ("I", "II", "III")),
        (("I)", "II)", "III)"), ("I", "II", "III")),
        (("§ 1", "§ 2", "§ 3"), ("§ 1", "§ 2", "§ 3")),
        (("§1.", "§2.", "§3."), ("§1", "§2", "§3")),
        (("Kapittel 1.", "Kapittel 2.", "Kapittel 3."), ("1", "2", "3")),
        (("Punkt 1:", "Punkt 2:", "Punkt 3:"), ("1", "2", "3")),
        (("Artikkel I", "Artikkel II", "Artikkel III"), ("I", "II", "III")),
        (("1 –", "2 –", "3 –"), ("1", "2", "3")),
        (("1.)", "2.)", "3.)"), ("1", "2", "3")),
        (("§ 1\n", "§ 2\n", "§ 3\n"), ("§ 1", "§ 2", "§ 3")),
        (("Kapittel 1\n\n", "Kapittel 2\n\n", "Kapittel 3\n\n"), ("1", "2", "3")),
        (("I\n", "II\n", "III\n"), ("I", "II", "III")),
        (("I.\n\n", "II.\n\n", "III.\n\n"), ("I", "II", "III")),
        (("Første del:", "Andre del:", "Tredje del:"), ("Første del", "Andre del", "Tredje del")),
        (("FYRSTE DELEN –", "ANDRE DELEN –", "TRIDJE DELEN –"), ("FYRSTE DELEN", "ANDRE DELEN", "TRIDJE DELEN")),
        (("Første kapittel\n\n", "Annet kapittel\n\n", "Tredje kapittel\n\n"), ("Første kapittel", "Annet kapittel", "Tredje kapittel")),
        (("1. del:", "2. del:", "3. del:"), ("1. del", "2. del", "3. del")),
        (("C1", "C2", "C3"), ("C1", "C2", "C3")),
        (("A-1", "A-2", "A-3"), ("A-1", "A-2", "A-3")),
    ],
    ids=lambda numbers: numbers[0] if numbers else "-",
)
def test_numbered_heading(numbers: tuple[str, ...], read_as: tuple[str, ...] | None) -> None:
    words = ("Formål", "Politirådet", "Varigheit")
    text = TITLE + "".join(f"{number} {word}\n\n{body}" for number, word, body in zip(numbers, words, (FIRST, SECOND, THIRD), strict=True))
    assert headings(text) == list(zip(read_as or (), words, strict=False))


@pytest.mark.parametrize("style", ["{}\n\n", "**{}**\n\n", "## {}\n\n", "{}\n", "{}:\n\n", "__{}__\n\n", "== {} ==\n\n", "--- {} ---\n", "<b>{}</b>\n\n"])
@pytest.mark.parametrize(
    "words", ["Formål", "Bakgrunn for avtalen", "MØTER I POLITIRÅDET", "Forventninger fra kommunen til politiet", "Gyldigheit og oppseiing"]
)
def test_heading_without_a_number(style: str, words: str) -> None:
    text = TITLE + FIRST + style.format(words) + SECOND
    assert headings(text) in ([(None, words)], [(None, words + ":")])


@pytest.mark.parametrize("marks", [("1)", "2)", "3)", "4)"), ("(a)", "(b)", "(c)", "(d)"), ("■", "■", "■", "■")], ids=lambda marks: marks[0])
def test_marked_lines_that_each_head_a_paragraph_are_headings(marks: tuple[str, ...]) -> None:
    words = ("Formål", "Politirådet", "Møte", "Varigheit")
    text = TITLE + "".join(f"{mark} {word}\n\n{body}" for mark, word, body in zip(marks, words, (FIRST, SECOND, THIRD, SECOND), strict=True))
    numbers = [mark.strip("()") if mark != "■" else None for mark in marks]
    assert headings(text) == list(zip(numbers, words, strict=True))


def test_marked_lines_after_a_colon_are_entries() -> None:
    entries = "".join(f"{mark}) {word}\n\n" for mark, word in zip("1234", ("Rus", "Vold", "Fart", "Skole"), strict=True))
    text = f"{TITLE}Partene prioriterer:\n\n{entries}"
    assert headings(text) == []


@pytest.mark.parametrize("start", ["{}. ", "**{}.** ", "§ 3 {}. "])
def test_headings_in_the_first_line_of_their_paragraphs(start: str) -> None:
    words = ("Bakgrunn", "Føremål med avtala", "Møte", "Tid")
    text = TITLE + "".join(start.format(word) + body for word, body in zip(words, (FIRST, SECOND, THIRD, SECOND), strict=True))
    assert [heading for _, heading in headings(text)] == list(words)


def test_short_first_sentence_of_one_paragraph_is_no_heading() -> None:
    assert headings(f"{TITLE}{FIRST}Politirådet. {SECOND}{THIRD}") == []


def test_line_after_the_end_of_a_wrapped_sentence_is_a_heading() -> None:
    wrapped = "Kommunen og politiet vil med avtalen styrke arbeidet for barn og\nunge, og partene møtes når en av dem ber om det. De\nsamarbeider om alt.\n"
    assert headings(f"{TITLE}{wrapped}## Mål\n{wrapped}Åpningstider\n{wrapped}") == [(None, "Mål"), (None, "Åpningstider")]


@pytest.mark.parametrize(
    "line",
    [
        "Kommunen skal delta.",
        "Partene møtes to ganger i året",
        "12. mars 2021",
        "Leder: Kari Moen",
        "post@eksempel.no",
        "_____________",
        "ordføreren",
        "og",
        "Politirådet møtes på rådhuset, og",
        "4 møter i året",
    ],
)
def test_line_that_is_no_heading(line: str) -> None:
    assert headings(f"{TITLE}{FIRST}{line}\n\n{SECOND}") == []


def test_title_block_has_no_headings() -> None:
    assert headings("STANGE KOMMUNE\n\nSAMARBEIDSAVTALE\n\nom politiråd\n\n2020\n\n" + FIRST + SECOND) == []


def test_question_is_a_heading() -> None:
    assert headings(TITLE + FIRST + "Hva partene skal gjøre\n\n" + SECOND) == [(None, "Hva partene skal gjøre")]


def test_signatures_are_no_headings() -> None:
    text = TITLE + "1. Formål\n\n" + FIRST + "Stange, 12. mars 2021\n\nKari Moen\nOrdfører\n\nOla Lie\nPolitistasjonssjef\n"
    assert headings(text) == [("1", "Formål")]
    view, lines = read(text)
    closing = lines.blocks[lines.closing.start : lines.closing.stop]
    assert view.text[closing[0].line : closing[-1].end] == "Stange, 12. mars 2021\n\nKari Moen\nOrdfører\n\nOla Lie\nPolitistasjonssjef"


def test_numbered_list_under_a_numbered_heading_is_a_list() -> None:
    text = TITLE + "1. Formål\n\n" + FIRST + "2. Oppgaver\n\nRådet skal:\n1. drøfte rus\n2. drøfte vold\n3. drøfte trafikk\n\n3. Varighet\n\n" + THIRD
    assert headings(text) == [("1", "Formål"), ("2", "Oppgaver"), ("3", "Varighet")]


def test_numbered_lines_of_which_none_has_a_body_are_a_list() -> None:
    entries = "".join(f"{number}. {word}\n\n" for number, word in enumerate(("Rus i helgene", "Vold i nære relasjoner", "Fart ved skolen"), 1))
    assert headings(TITLE + FIRST + "Satsingsområder\n\n" + entries + "Politirådet\n\n" + SECOND) == [(None, "Satsingsområder"), (None, "Politirådet")]


def test_heading_that_counts_on_from_the_one_before_is_none_of_the_entries() -> None:
    entries = "1. Rus i helgene\n2. Vold i nære relasjoner\n\n"
    text = TITLE + "1. Formål\n\n" + FIRST + "2. Satsing\n\nPartene prioriterer:\n" + entries + "3. Varighet\n\n" + THIRD
    assert headings(text) == [("1", "Formål"), ("2", "Satsing"), ("3", "Varighet")]


def test_numbered_headings_over_lists_without_blank_lines() -> None:
    body = FIRST.rstrip()
    text = f"{TITLE}1. Formål\n{body}\n2. Satsing\n- Rus\n- Vold\n3. Oppgåver\n- Vere synleg\n- Delta på møte\n4. Varigheit\n{THIRD}"
    assert headings(text) == [("1", "Formål"), ("2", "Satsing"), ("3", "Oppgåver"), ("4", "Varigheit")]


def test_lines_that_count_entries_before_a_colon_are_no_headings() -> None:
    assert headings(TITLE + FIRST + "Satsingsområder\n\nOmråde 1: Rus\nOmråde 2: Vold\nOmråde 3: Fart\n") == [(None, "Satsingsområder")]


def test_levels_follow_the_numbers() -> None:
    text = TITLE + f"1. Formål\n\n{FIRST}1.1 Bakgrunn\n\n{SECOND}1.1.1 Historie\n\n{FIRST}2. Varighet\n\n{THIRD}"
    assert levels(text) == [(1, "Formål"), (2, "Bakgrunn"), (3, "Historie"), (1, "Varighet")]


def test_unnumbered_heading_is_under_the_numbered_one_before_it() -> None:
    text = TITLE + f"1. Politirådet\n\n{FIRST}Møter\n\n{SECOND}2. Varighet\n\n{THIRD}"
    assert levels(text) == [(1, "Politirådet"), (2, "Møter"), (1, "Varighet")]


def test_attachment_is_on_the_first_level() -> None:
    text = TITLE + f"1. Formål\n\n{FIRST}1.1 Bakgrunn\n\n{SECOND}Vedlegg 1\n\n{THIRD}"
    assert levels(text)[-1] == (1, "Vedlegg 1")


def test_section_ends_where_the_next_of_its_level_begins() -> None:
    text = TITLE + f"1. Formål\n\n{FIRST}1.1 Bakgrunn\n\n{SECOND}2. Varighet\n\n{THIRD}"
    _, lines = read(text)
    first, inner, last = lines.sections
    assert (first.end, inner.end, last.end) == (last.heading.line, last.heading.line, len(text.rstrip()))
    assert first.children == [inner]
    assert inner.parent is first


@pytest.mark.parametrize(
    "contents",
    [
        "Innhold\n\n1. Formål ........ 2\n2. Møter i rådet ........ 3\n3. Varighet ..... 4\n\n",
        "Innhald\n1.\tFormål\t2\n2.\tMøter i rådet\t3\n3.\tVarighet\t4\n\n",
        "1. Formål      2\n2. Møter i rådet     3\n3. Varighet     4\n\n",
        "INNHOLD:\n\n1. Formål\n\n2. Møter i rådet\n\n3. Varighet\n\n",
        "Innholdsfortegnelse\n1. Formål . . . . . 2\n2. Møter i rådet . . . . 3\n3. Varighet . . . . 4\n\n",
    ],
    ids=["leaders", "tabs", "blanks", "no pages", "spaced leaders"],
)
def test_contents_list_is_no_section(contents: str) -> None:
    body = f"1. Formål\n\n{FIRST}2. Møter i rådet\n\n{SECOND}3. Varighet\n\n{THIRD}"
    assert headings(TITLE + contents + body) == [("1", "Formål"), ("2", "Møter i rådet"), ("3", "Varighet")]


def test_contents_list_helps_to_find_headings() -> None:
    contents = "Innhold\n\nHvem vi er ........ 2\nDen gode dialogen ....... 3\n\n"
    body = f"Hvem vi er\n{FIRST}Den gode dialogen\n{SECOND}"
    assert headings(TITLE + contents + body) == [(None, "Hvem vi er"), (None, "Den gode dialogen")]


@pytest.mark.parametrize(
    "body",
    ["Leder: Kari Moen\nSekretær: Ola Lie\n", "Lom kommune\n- stiller med lokaler\n- melder fra\nPolitiet\n- stiller med folk\n"],
)
def test_line_over_labels_or_over_lists_is_a_heading(body: str) -> None:
    assert headings(f"{TITLE}1. Formål\n{FIRST}\nArbeidsgruppe sentrum\n{body}") == [("1", "Formål"), (None, "Arbeidsgruppe sentrum")]


def test_place_and_date_over_labels_is_no_heading() -> None:
    assert headings(f"{TITLE}1. Formål\n{FIRST}\nVågåmo i Vågå, den 7. juni 2021\nVågå kommune: Kari Moen\nPolitiet: Ola Lie\n") == [("1", "Formål")]


def test_sentence_that_begins_like_a_question_is_no_heading() -> None:
    assert headings(f"{TITLE}1. Formål\n{FIRST}Kvar kommune har sitt eige råd. Med i rådet er:\n- ordføraren\n") == [("1", "Formål")]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("formål", "purpose"),
        ("føremål med avtala", "purpose"),
        ("bakgrunn", "background"),
        ("medlemmer i politirådet", "members"),
        ("møter i politirådet", "meetings"),
        ("politirådet", "police_council"),
        ("politikontakten", "police_contact"),
        ("slt-koordinator", "slt"),
        ("forventninger til kommunen", "expectations"),
        ("åpningstider", "opening_hours"),
        ("opningstider", "opening_hours"),
        ("beredskap", "preparedness"),
        ("evaluering av avtalen", "evaluation"),
        ("ikrafttredelse og varighet", "validity"),
        ("gyldigheit", "validity"),
        ("satsingsområder i avtaleperioden", "focus_areas"),
        ("vedlegg 2", "attachments"),
        ("satsingsområde", "focus_areas"),
        ("innledning", "introduction"),
        ("ymse", None),
    ],
)
def test_type_of_a_section(heading: str, expected: str | None) -> None:
    assert section_type(heading) == expected


def test_parties_in_bold_are_part_of_the_title_block() -> None:
    front = "**Avtale om politiråd**\n\n**mellom**\n\n**Horten kommune**\n\n**og**\n\n**Sør-Øst politidistrikt**\n\n"
    assert headings(f"{front}# Bakgrunn\n\n{FIRST}") == [(None, "Bakgrunn")]


def test_lines_that_announce_lists_one_after_the_other_are_of_one_level() -> None:
    text = f"{TITLE}1. Oppgaver\nOppgaver for politiet:\n- møte\nOppgaver for kommunen:\n- melde fra\n"
    assert levels(text) == [(1, "Oppgaver"), (2, "Oppgaver for politiet:"), (2, "Oppgaver for kommunen:")]


def test_a_number_above_those_that_follow_right_upon_it_is_of_a_heading() -> None:
    text = f"{TITLE}1.0 Formål\nTrygghet for alle.\n2.0 Organisering\n2.1 Rådet har ansvaret.\n2.2 Gruppa har oppgavene.\n3.0 Varighet\n{FIRST}"
    assert headings(text) == [("1.0", "Formål"), ("2.0", "Organisering"), ("3.0", "Varighet")]


def test_a_date_above_a_party_is_no_number() -> None:
    text = f"{TITLE}1 Formål\n{FIRST}\n\n05.05.21\n\nGol kommune\nv/ Kari Moen\n\nSør-Øst politidistrikt\nv/ Per Bø\n"
    assert headings(text) == [("1", "Formål")]


def test_a_place_and_a_date_are_no_heading_whatever_follows() -> None:
    text = f"{TITLE}1 Formål\n{FIRST}\n\nKnarvik, den 8. desember 2022\nEksempel: alt er oppdiktet.\n"
    assert headings(text) == [("1", "Formål")]


def test_a_heading_right_above_a_table_ends_the_title_block() -> None:
    text = "SAMARBEIDSAVTALE\n\nORGANISERING\n\n| Forum | Leder |\n| Politiråd | ordfører |\n| Innsatsteam | rektor |\n\nVARIGHET\n" + FIRST
    assert headings(text) == [(None, "ORGANISERING"), (None, "VARIGHET")]


def test_paragraphs_between_counted_ones_leave_a_heading_what_it_is() -> None:
    paragraphs = "(1) Politiet møter i rådet.\n\n(2) Kommunen møter der.\n\n"
    text = f"{TITLE}§ 1. Hva avtalen gjelder\n\n{paragraphs}§ 2. Andre avtaler\n\n{paragraphs}§ 3. Åpent\n\nDag\tTid\n"
    assert [number for number, _ in headings(text)] == ["§ 1", "§ 2", "§ 3"]


def test_letters_that_a_tab_sets_off_are_numbers() -> None:
    assert headings(f"{TITLE}A\tFØREMÅL\n\n{FIRST}B\tPOLITIRÅD\n\n{SECOND}C\tVARIGHEIT\n\n{THIRD}") == [
        ("A", "FØREMÅL"),
        ("B", "POLITIRÅD"),
        ("C", "VARIGHEIT"),
    ]


def test_question_is_a_heading_whatever_it_begins_with() -> None:
    assert (None, "Treng du hjelp?") in headings(f"{TITLE}Føremål\n\n{FIRST}Treng du hjelp?\n\n{SECOND}")
    assert (None, "Fann du det du leita etter?") not in headings(f"{TITLE}Føremål\n\n{FIRST}Fann du det du leita etter?\n\n{SECOND}")


def test_caption_of_a_table_is_no_run_in_heading() -> None:
    captions = "".join(f"Tabell {number}. Oversikt\n\nDag\tTid\nMåndag\t9–15\n\n" for number in range(1, 6))
    assert "Tabell 1" not in [heading for _, heading in headings(f"{TITLE}Føremål\n\n{FIRST}{captions}")]


def test_name_above_a_telephone_number_is_no_heading() -> None:
    text = f"{TITLE}Føremål\n\n{FIRST}Kari Moen, politikontakt\nTelefon: 52 00 00 00\n"
    assert headings(text) == [(None, "Føremål")]


def test_words_that_come_again_under_other_headings_stand_below_them() -> None:
    text = TITLE + f"Bakgrunn\n\n{FIRST}Politirådet\n\n{FIRST}Medlemmer\n\n{SECOND}Møter\n\n{SECOND}SLT-gruppa\n\n{FIRST}Medlemmer\n\n{SECOND}Møter\n\n{THIRD}"
    assert levels(text)[1:] == [(1, "Politirådet"), (2, "Medlemmer"), (2, "Møter"), (1, "SLT-gruppa"), (2, "Medlemmer"), (2, "Møter")]


def test_what_an_attachment_repeats_keeps_its_level() -> None:
    text = TITLE + f"Formål\n\n{FIRST}Politirådet\n\n{SECOND}Varighet\n\n{THIRD}Vedlegg 1\n\n{FIRST}Formål\n\n{FIRST}Politirådet\n\n{SECOND}"
    assert {level for level, _ in levels(text)} == {1}


def test_capitals_right_above_small_letters_are_a_level_up() -> None:
    text = TITLE + f"BAKGRUNN\n\n{FIRST}POLITIRÅDET\n\nHvem som møter\n\n{FIRST}OPPGAVER\n\nPolitikontakten\n\n{SECOND}VARIGHET\n\n{THIRD}"
    assert levels(text)[1:] == [(1, "POLITIRÅDET"), (2, "Hvem som møter"), (1, "OPPGAVER"), (2, "Politikontakten"), (1, "VARIGHET")]


def test_offices_over_cards_are_no_headings() -> None:
    card = "{}\nNavn: Eva Lie\nFra: Nome kommune\n\n"
    text = (
        TITLE
        + f"Bakgrunn\n\n{FIRST}Politirådet\n\n{FIRST}"
        + "".join(card.format(office) for office in ("Ordfører", "Rådmann", "Lensmann"))
        + f"Varighet\n\n{THIRD}"
    )
    assert [words for _, words in headings(text)] == ["Bakgrunn", "Politirådet", "Varighet"]


def test_short_sentences_under_known_headings_end_the_title_block() -> None:
    front = "Tilleggsavtale\n\nmellom Nome kommune og Sør-Øst politidistrikt\n\n"
    body = "Bakgrunn\n\nPartene endrer avtalen slik det følger nedenfor.\n\nVarighet\n\nDen gjelder i to år og sies opp skriftlig.\n"
    assert headings(front + body) == [(None, "Bakgrunn"), (None, "Varighet")]


def test_lines_that_say_what_somebody_is_to_do_head_the_lines_close_below_them() -> None:
    text = (
        f"{TITLE}1. Bakgrunn\n{FIRST}\n\n2. Plikter\n\nPolitiets oppgaver\nDelta på møter i rådet\nHa en fast kontakt\n\n"
        f"Kommunens oppgaver\nStille lokaler til rådighet\nMelde fra om arrangementer\n\n3. Varighet\n{FIRST}"
    )
    assert [heading for _, heading in headings(text)] == ["Bakgrunn", "Plikter", "Politiets oppgaver", "Kommunens oppgaver", "Varighet"]


@pytest.mark.parametrize(
    "line",
    ["Første del av avtalen gjelder politirådet", "Den andre delen gjeld skulane", "Fyrste møtet: Vågå", "I fyrste delen: ungdom på hybel", "Fjerde post: rus"],
)
def test_an_ordinal_within_a_sentence_numbers_no_part(line: str) -> None:
    assert all(number is None for number, _ in headings(f"{TITLE}Formål\n\n{FIRST}{line}\n\n{SECOND}"))


def test_letters_with_a_figure_stand_below_the_letter() -> None:
    text = f"{TITLE}A. Formål\n\n{FIRST}B. Organ\n\nB1 Politirådet\n\n{SECOND}B2 Gruppa for unge\n\n{FIRST}C. Varighet\n\n{THIRD}"
    assert levels(text) == [(1, "Formål"), (1, "Organ"), (2, "Politirådet"), (2, "Gruppa for unge"), (1, "Varighet")]


@pytest.mark.parametrize("words", ["Hvorfor en avtale", "Kvifor vi har avtale", "Her finn du oss", "Her treffer du politiet"])
def test_question_right_under_the_title_is_a_heading(words: str) -> None:
    assert headings(f"{TITLE}{words}\n\n{FIRST}Formål\n\n{SECOND}") == [(None, words), (None, "Formål")]


@pytest.mark.parametrize(("line", "is_heading"), [("Kommunen skal:", True), ("Politiet ventar at kommunen:", True), ("Desse sakene skal alltid opp:", False)])
def test_numbered_sentence_with_a_colon_heads_what_somebody_is_to_do(line: str, is_heading: bool) -> None:
    text = f"{TITLE}1. Formål\n\n{FIRST}1.1 {line}\n\n- møte opp\n- melde frå\n\n1.2 Varighet\n\n{THIRD}"
    assert (("1.1", line) in headings(text)) is is_heading


@pytest.mark.parametrize("words", ["Om avtalen", "Om protokollen", "Om avtala som vert endra", "Om dokumentet"])
def test_heading_that_says_of_which_document_it_tells_is_no_part_of_the_title(words: str) -> None:
    assert headings(f"{TITLE}{words}\n\n{FIRST}Formål\n\n{SECOND}") == [(None, words), (None, "Formål")]


@pytest.mark.parametrize("words", ["om endring av avtalen", "Om endring av samarbeidsavtale"])
def test_subtitle_is_no_heading(words: str) -> None:
    assert headings(f"Tilleggsavtale\n\n{words}\n\n{FIRST}Formål\n\n{SECOND}") == [(None, "Formål")]


def test_heading_right_above_another_of_known_words() -> None:
    assert headings(f"{TITLE}Formål\n\n{FIRST}Møteplasser\n\nPolitirådet\n\n{SECOND}") == [(None, "Formål"), (None, "Møteplasser"), (None, "Politirådet")]


def test_heading_above_the_name_of_a_side_and_its_list() -> None:
    text = f"{TITLE}Formål\n\n{FIRST}Politiets tilskudd\n\nPolitiet\n- går i sentrum\n- møter på skolen\n\n{SECOND}"
    assert (None, "Politiets tilskudd") in headings(text)


@pytest.mark.parametrize(
    ("line", "is_heading"), [("Kommunen forventer av politiet", True), ("Politiet ønskjer av kommunen", True), ("Kommunen har et lokale", False)]
)
def test_sentence_about_what_is_expected_above_a_list(line: str, is_heading: bool) -> None:
    assert ((None, line) in headings(f"{TITLE}Formål\n\n{FIRST}{line}\n\n- raske svar\n- faste møter\n\n{SECOND}")) is is_heading


def test_number_alone_above_a_paragraph_is_a_heading() -> None:
    text = TITLE + "".join(f"Punkt {number}\n{body}" for number, body in enumerate((FIRST, SECOND, THIRD), 1))
    assert headings(text) == [("1", "Punkt 1"), ("2", "Punkt 2"), ("3", "Punkt 3")]


def test_greeting_of_a_letter_is_no_heading() -> None:
    text = f"{TITLE}Formål\n\n{FIRST}Med vennlig hilsen\n\nKari Moen\nordfører\n\nSvar fra politiet\n\n{SECOND}Otta, 3. mars 2021\n\nOla Lie\nlensmann\n"
    assert "Med vennlig hilsen" not in [words for _, words in headings(text)]


@pytest.mark.parametrize("sign", ["§ {} {}. ", "§ {}. {}. ", "§{}. {}. ", "Art. {}. {}. "])
def test_heading_in_the_line_of_its_paragraph_needs_no_blank_line_above_where_it_has_a_number(sign: str) -> None:
    words = ["Formål", "Politirådet", "Taushetsplikt", "Varighet"]
    lines = "\n".join(sign.format(number, word) + "Partene er enige om det som her er skrevet, og følger det opp." for number, word in enumerate(words, 1))
    assert [heading for _, heading in headings(f"{TITLE}{lines}\n")] == words
