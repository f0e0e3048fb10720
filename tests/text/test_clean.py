"""Cleaning: what a reader has in mind when reading a page."""

from __future__ import annotations

import pytest

from avtale.text import clean

PAGE = (
    "Politirådet skal vere eit forum for samarbeid mellom kommunen og politiet om\n"
    "førebygging av kriminalitet, og for å drøfte trygging av lokalsamfunnet. Rådet\n"
    "møtest fire gonger i året, og elles når ein av partane ber om det. Ordføraren\n"
    "leiar møta, og politistasjonssjefen kallar inn til dei saman med kommunen sin\n"
    "beredskapskoordinator.\n"
)


def read(source: str) -> str:
    """The cleaned text; and each of its words stands where its span says."""
    view = clean(source)
    for start, character in enumerate(view.text):
        span = view.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(source)
        assert character in " -" or character in clean(source[span.start : span.end]).text + source[span.start : span.end]
    return view.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("poli\u00adti\u00adråd", "politiråd"),
        ("Stange\u00a0kommune\u202fog\u2009politiet", "Stange kommune og politiet"),
        ("politira\u030ad", "politiråd"),
        ("\u212bse", "Åse"),
        ("o\ufb03siell", "offisiell"),
        ("på\u200b\u2060 møtet\ufeff", "på møtet"),
        ("📞 62 56 20 00", " 62 56 20 00"),
        ("Råd\r\nMøte\rLeiar\u2028Saker\x0bMål\x85Slikt", "Råd\nMøte\nLeiar\nSaker\nMål\nSlikt"),
        ("", ""),
    ],
)
def test_characters(source: str, expected: str) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Kommunen og politiet har et kriminalitetsfore-\nbyggende samarbeid.", "Kommunen og politiet har et kriminalitetsforebyggende samarbeid."),
        ("Partane skal drive rus-\nog valdsførebygging.", "Partane skal drive rus- og valdsførebygging."),
        ("Det gjelder barne-\neller ungdomsarbeid.", "Det gjelder barne- eller ungdomsarbeid."),
        ("skole-\nsamt idrettslag", "skole- samt idrettslag"),
        ("Møte med SLT-\nkoordinator", "Møte med SLT-koordinator"),
        ("Oppland-\nHedmark", "Oppland-Hedmark"),
        ("politi¬\nråd", "politiråd"),
        ("i åra 2020-\n2024", "i åra 2020-2024"),
        ("Prop. 61 LS (2014–\n2015)", "Prop. 61 LS (2014–2015)"),
    ],
)
def test_word_that_is_hyphenated_at_a_line_end(source: str, expected: str) -> None:
    assert read(source) == expected


def test_paragraph_wrapped_at_a_fixed_width_is_one_line() -> None:
    assert read(PAGE) == PAGE.replace("\n", " ").rstrip() + "\n"


def test_blank_line_ends_a_paragraph() -> None:
    assert read(PAGE + "\n" + PAGE).count("\n\n") == 1


@pytest.mark.parametrize("entry", ["- rus og vald", "• rus og vald", "1. rus og vald", "a) rus og vald", "2) rus og vald", "Leiar\tKari Moen", "Navn | Rolle"])
def test_line_that_begins_something_new_is_not_joined(entry: str) -> None:
    assert entry in read(f"{PAGE}Partane vil i perioden legge vekt på følgjande, som gjeld alle\n{entry}\n").split("\n")


def test_short_lines_are_left_as_they_stand() -> None:
    names = "Kari Moen\nOla Lie\nPer Vik\nNils Ås\nEva Berg\nMari Holm\n"
    assert read(names) == names


@pytest.mark.parametrize("number", ["2", "Side 2 av 5", "- 2 -", "side 2", "s. 2", "2/5", "Side 2 (5)"])
def test_page_number_in_the_middle_of_a_sentence_goes(number: str) -> None:
    before, after = "Politirådet skal drøfte førebyggande arbeid, rus blant unge, vald i nære", "relasjonar og trafikktryggleik."
    assert read(f"{before}\n\n{number}\n\n{after}") == f"{before} {after}"


def test_running_header_is_kept_the_first_time_only() -> None:
    header = "Samarbeidsavtale 2020 – Stange"
    body = "Kommunen og politiet samarbeider om trygghet i kommunen"
    pages = [
        "\n\n".join((header, *(f"{body} {place}, {word}." for word in ("nå", "alltid", "igjen")), page))
        for page, place in (("1", "her"), ("2", "der"), ("3", "hos oss"))
    ]
    text = read("\f".join(pages))
    assert text.count(header) == 1
    assert [line for line in text.split("\n") if line.strip().isdigit()] == []
    assert text.count(body) == 9


def test_header_with_the_number_of_the_page_at_its_right_goes() -> None:
    foot = "Vår ref. 18/77"
    pages = [f"Avtale for Stange{' ' * 20}{number}\n\nPolitiet møter {word} i rådet.\n\n{foot}" for number, word in ((1, "alltid"), (2, "ofte"), (3, "her"))]
    text = read("\n".join(pages))
    assert "Avtale for" not in text
    assert text.count(foot) < 2
    assert text.count("Politiet møter") == 3


def test_year_and_list_number_are_no_page_number() -> None:
    assert read("Avtale\n\n2020\n\nStange") == "Avtale\n\n2020\n\nStange"
    assert "1." in read("1. Formål\n\nRådet skal bidra til trygghet.")


def test_marks_of_scanning_at_the_edge_of_a_page_go() -> None:
    assert read("Politirådet møtes\n| fire ganger i året.\n") in ("Politirådet møtes\nfire ganger i året.\n", "Politirådet møtes fire ganger i året.\n")
    assert read("Navn | Rolle | Etat") == "Navn | Rolle | Etat"
    assert read("Onsdag kl. 10–17.    '\nFredag stengt.").split() == ["Onsdag", "kl.", "10–17.", "Fredag", "stengt."]
    assert read("Navn   .....") == "Navn   ....."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Rådet møtes **fire** ganger i året.", "Rådet møtes fire ganger i året."),
        ("**Formål**", "**Formål**"),
        ("**Leder:** Kari Moen", "Leder: Kari Moen"),
        ("4 * 3", "4 * 3"),
    ],
)
def test_emphasis(source: str, expected: str) -> None:
    assert read(source) == expected


def test_span_of_a_joined_word_covers_its_parts() -> None:
    source = "Vi har et politi-\n  råd."
    view = clean(source)
    start = view.text.index("politiråd")
    assert source[slice(*view.span(start, start + len("politiråd")))] == "politi-\n  råd"


def test_heading_after_the_foot_of_a_page_begins_anew() -> None:
    page = PAGE + "Rådet kan be inn andre til møta når saka tilseier det, og sekretæren skriv referat frå\nkvart møte for dei som har kalla inn\n"
    assert "\n§ 3  Politikontakten" in read(page + "\nSak 23/417                      Side 1 av 3\n\n\n§ 3  Politikontakten\n" + PAGE)


def test_line_that_ends_with_a_preposition_runs_on() -> None:
    assert "er til stades på Øystese" in read(
        PAGE + "Ho har kontordag kvar veke, og er til stades på\nØystese skule éin dag i månaden, og elles når rektor ber om det\n"
    )


def test_text_whose_lines_are_never_gone_on_with_in_small_letters_is_not_wrapped() -> None:
    lines = ["Politirådet skal hindre rekruttering til kriminelle nettverk", "Beredskap og samvirke med frivillige lag og foreninger i bygda"]
    assert read("\n".join(lines * 4)) == "\n".join(lines * 4)


def test_header_with_a_number_right_under_the_number_of_the_page_before_goes() -> None:
    text = "Kommunen skal\n\na) stille med lokale\n\n                   2\nAvtale om politiråd i Lom        Side 3\n\nb) melde fra om uro\n"
    assert "Side 3" not in clean(text).text
    assert "side 3" in clean("Kommunen skal\n\na) stille med lokale\nSe avtalen om politiråd i Lom, side 3\n\nb) melde fra om uro\n").text
