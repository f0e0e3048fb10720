"""Which cells of the closing stand below each other."""

from __future__ import annotations

from avtale.context import Context
from avtale.extract import signatories

CLOSING = """Avtalen er undertegnet i fire eksemplarer.

Lom, 28.01.2022

Ola Moen        Kari Dahl      Nils Berg      Eva Lie
ordfører Lom    ordfører Skjåk ordfører Vågå  politimester
"""


def test_an_office_that_begins_where_a_column_does_is_a_cell_of_its_own() -> None:
    found = [candidate.value for candidate in signatories.extract(Context(CLOSING))]
    assert sorted((value["name"], value["organisation"]) for value in found) == [
        ("Eva Lie", None),
        ("Kari Dahl", "Skjåk"),
        ("Nils Berg", "Vågå"),
        ("Ola Moen", "Lom"),
    ]
