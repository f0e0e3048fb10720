"""Series of people told apart, and each read: whom a title is of, whose side he is on."""

from __future__ import annotations

import pytest

from avtale.context import Context
from avtale.context.people import Defaults, read_person
from avtale.context.series import series

SERIES = [
    ("ordfører, rådmann og lensmann", ["ordfører", "rådmann", "lensmann"]),
    ("leder for skole og barnehage, NAV og PPT", ["leder for skole og barnehage", "NAV", "PPT"]),
    ("kommunalsjef oppvekst, kultur og velferd og politikontakten", ["kommunalsjef oppvekst, kultur og velferd", "politikontakten"]),
    ("helse- og omsorgssjef, plan- og bygningssjef", ["helse- og omsorgssjef", "plan- og bygningssjef"]),
    ("Kari Moen, ordførar; Per Lie, rådmann", ["Kari Moen, ordførar", "Per Lie, rådmann"]),
    ("ordfører Kari Moen, rådmann Per Lie", ["ordfører Kari Moen", "rådmann Per Lie"]),
    ("representanter fra skolen, barnevernet og frivilligheten", ["representanter fra skolen, barnevernet og frivilligheten"]),
    ("rektorane ved Lia skule og Moen skule", ["rektorane ved Lia skule og Moen skule"]),
    ("SLT-koordinator (leder, sekretær) og rektor", ["SLT-koordinator (leder, sekretær)", "rektor"]),
    ("Siri Dal, barnevernleder, leder", ["Siri Dal, barnevernleder, leder"]),
    ("ordføraren, som er leiar, og lensmannen", ["ordføraren, som er leiar", "lensmannen"]),
]


@pytest.mark.parametrize(("text", "expected"), SERIES)
def test_series(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in series(Context(text), 0, len(text))] == expected


PEOPLE = [
    ("den kommunale barnevernlederen", "other", "kommunale barnevernlederen", None, "municipality"),
    ("lensmannsbetjent Odd Rø", "other", None, "Odd Rø", "police"),
    ("Ordfører: Kari Moen", "mayor", "Ordfører", "Kari Moen", "municipality"),
    ("Kari Moen (ordførar)", "mayor", "ordførar", "Kari Moen", "municipality"),
    ("assisterende rådmann", "other", "assisterende rådmann", None, "municipality"),
    ("rådmannens stab", "other", "rådmannens stab", None, "municipality"),
    ("to rektorar", "other", "rektorar", None, "municipality"),
    ("Politikontakt (ledig)", "police_contact", "Politikontakt", None, "police"),
    ("ein rådgjevar når det trengst", "other", "rådgjevar", None, None),
    ("dagleg leiar i frivilligsentralen", "other", "dagleg leiar i frivilligsentralen", None, "other"),
    ("tenesteeiningsleiaren", "unit_leader", "tenesteeiningsleiaren", None, "police"),
]


@pytest.mark.parametrize(("text", "role", "title", "name", "organisation"), PEOPLE)
def test_person(text: str, role: str, title: str | None, name: str | None, organisation: str | None) -> None:
    person = read_person(Context(text), (0, len(text)))
    assert person is not None
    assert [person[key] for key in ("role", "title", "name", "organisation")] == [role, title, name, organisation]


@pytest.mark.parametrize("text", ["andre", "kommunen", "møter", "i tillegg", "referat", "_____"])
def test_nobody(text: str) -> None:
    assert read_person(Context(text), (0, len(text))) is None


@pytest.mark.parametrize(("side", "role"), [("municipality", "other"), ("police", "unit_leader"), (None, "unit_leader")])
def test_a_title_that_both_sides_have_is_of_the_side_that_sends(side: str | None, role: str) -> None:
    text = "seksjonsleder"
    person = read_person(Context(text), (0, len(text)), Defaults(organisation=side))
    assert person is not None
    assert person["role"] == role
