"""Which forum each sentence is about."""

from __future__ import annotations

import pytest

from avtale.context import Context

TOPICS = [
    (
        "Politirådet er øvst. Koordineringsgruppa er under. Gruppa møtest ofte. Rådet møtest sjeldan.",
        ["police_council", "coordination_group", "coordination_group", "police_council"],
    ),
    ("Politirådet ble stiftet i 2009. SLT-gruppen arbeider under politirådet. Gruppen består av rektorer.", ["police_council", "slt", "slt"]),
    ("Utøvande gruppe arbeider med unge. Ho kjem saman kvar veke.", ["operative_group", "operative_group"]),
    ("Politirådet møtes. Målgruppa er ungdom.", ["police_council", "police_council"]),
    ("SLT-koordinatoren er ansatt. Politirådet møtes.", ["police_council", "police_council"]),
]


@pytest.mark.parametrize(("text", "types"), TOPICS)
def test_topics(text: str, types: list[str]) -> None:
    context = Context(text)
    found = [context.forums.at(start) for start, _ in context.sentences]
    assert [forum.type if forum else None for forum in found] == types


NAMES = [
    ("U18-teamet møtes hver uke. Politirådet blir orientert.", {"U18-teamet": "operative_group"}),
    ("Ungdomsteamet drøftar saker. Politirådet er over.", {"Ungdomsteamet": "coordination_group"}),
    ("Kriminalitetsforebyggende forum møtes ofte.", {"Kriminalitetsforebyggende forum": "slt"}),
    ("Målgruppa er ungdom. Politirådet møtes.", {}),
    ("Arbeidsgruppa er nedsatt. Politirådet møtes.", {}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: dict[str, str]) -> None:
    context = Context(text)
    assert {mention.forum.name: mention.forum.type for mention in context.forums.by_name} == expected


def test_the_heading_tells() -> None:
    text = "Avtale om politiråd\n\n1. Politiråd\n\nFire møter i året.\n\n2. SLT-gruppe\n\nMøter hver uke.\n"
    context = Context(text)
    kinds = [context.forums.at(text.index(words)) for words in ("Fire", "Møter")]
    assert [forum.type for forum in kinds if forum] == ["police_council", "slt"]
