"""What the outline of a text is, in words that a test can be written in."""

from __future__ import annotations

from avtale.structure import Kind, Outline, outline
from avtale.text import View, clean
from avtale.vocabulary import scan

TITLE = "Samarbeidsavtale mellom Stange kommune og Innlandet politidistrikt\n\n"
FIRST = "Kommunen og politiet vil med denne avtalen styrke det forebyggende arbeidet for barn og unge i hele kommunen.\n\n"
SECOND = "Rådet skal være et forum for samarbeid om trygghet, og partene forplikter seg til å delta på møtene i rådet.\n\n"
THIRD = "Avtala gjeld til ho vert sagt opp av ein av partane, og ho skal evaluerast av politirådet ein gong i året.\n\n"


def read(text: str) -> tuple[View, Outline]:
    view = clean(text)
    return view, outline(view, scan(view.lower))


def headings(text: str) -> list[tuple[str | None, str]]:
    """The number and the words of each heading."""
    view, lines = read(text)
    return [(section.heading.number, view.text[section.heading.start : section.heading.end]) for section in lines.sections]


def levels(text: str) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    view, lines = read(text)
    return [(section.level, view.text[section.heading.start : section.heading.end]) for section in lines.sections]


def lists(text: str) -> list[tuple[str | None, list[str]]]:
    """The lead and the entries of each list."""
    view, lines = read(text)
    return [
        (view.text[found.lead.start : found.lead.end] if found.lead else None, [view.text[item.start : item.end] for item in found.items])
        for found in lines.listings
    ]


def tables(text: str) -> list[list[dict[str, str]]]:
    """The rows of each table by column; a cell without a column has the number of its place."""
    view, lines = read(text)
    return [
        [
            {name: view.text[slice(*cell)] for name, cell in (row.columns or {str(place): cell for place, cell in enumerate(row.cells)}).items()}
            for row in table.rows
        ]
        for table in lines.tables
    ]


def kinds(text: str) -> list[Kind]:
    """What each line is."""
    return [block.kind for block in read(text)[1].blocks]
