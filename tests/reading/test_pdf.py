"""Words of a PDF made into lines: by their baselines, whatever its fonts say of themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from avtale.reading import read_bytes

Draw = Callable[[Canvas], object]


@pytest.fixture(autouse=True)
def vera() -> None:
    """A font that is embedded in what is drawn."""
    registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))


def drawn(draw: Draw) -> bytes:
    """A PDF of one page in a font that, as some that LibreOffice embeds, says nothing of how high its letters are."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Vera", 11)
    draw(canvas)
    canvas.save()
    data, count = re.subn(rb"/Ascent \d+", lambda found: b"/Ascent 0".ljust(len(found[0])), file.getvalue())
    assert count == 1
    return data


def lines(*texts: str) -> Draw:
    """Lines under each other."""
    return lambda canvas: [canvas.drawString(72, 700 - 14 * number, text) for number, text in enumerate(texts)]


def test_line_of_low_letters_is_of_the_paragraph() -> None:
    data = drawn(lines("Rådet skal drøfta førebygging av vald og kriminalitet blant unge, og", "ana rus", "", "Ordføraren leier møta."))
    assert read_bytes(data).text == "Rådet skal drøfta førebygging av vald og kriminalitet blant unge, og ana rus\n\nOrdføraren leier møta.\n"


def test_hyphen_at_the_end_of_a_line_ends_it() -> None:
    data = drawn(lines("Politiet stiller på alle møter som kom-", "munen kaller inn til."))
    assert read_bytes(data).text == "Politiet stiller på alle møter som kom-\nmunen kaller inn til.\n"


def test_hyphen_in_a_line_does_not() -> None:
    assert read_bytes(drawn(lines("SLT-koordinatoren er sekretær."))).text == "SLT-koordinatoren er sekretær.\n"


def test_cell_that_is_full_is_a_cell_of_its_own() -> None:
    """Word leaves 10.8 points between two cells."""
    rows = [("Ordfører", "Kari Moen"), ("Seksjonsleder forebygging", "Per Vik")]

    def draw(canvas: Canvas) -> None:
        column = 72 + canvas.stringWidth(rows[1][0], "Vera", 11) + 10.8
        for number, (first, second) in enumerate(rows):
            canvas.drawString(72, 700 - 14 * number, first)
            canvas.drawString(column, 700 - 14 * number, second)

    assert read_bytes(drawn(draw)).text == "Ordfører\tKari Moen\nSeksjonsleder forebygging\tPer Vik\n"


def test_wide_blanks_of_prose_make_no_cells() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Politiet")
        canvas.drawString(72 + canvas.stringWidth("Politiet", "Vera", 11) + 10.8, 700, "og kommunen")

    assert read_bytes(drawn(draw)).text == "Politiet og kommunen\n"
