"""The loader: terms of a concept, their forms, and patterns made from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from avtale.text.spelling import today

_FOLDER = Path(__file__).parent
_JOINTS = {"-": ("-", " ", "- ", " -", " - ", "–")}


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that has words: its id, its stems in each language, and what else its row says."""

    concept: str
    id: str
    nb: tuple[str, ...] = field(repr=False)
    nn: tuple[str, ...] = field(repr=False)
    facts: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of both languages, each once."""
        return tuple(dict.fromkeys(self.nb + self.nn))


def concepts() -> list[str]:
    """The names of all concepts, sorted."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


def is_scanned(concept: str) -> bool:
    """Whether the concept's words are cues; the others (`scan = false`) are only looked up."""
    return bool(_table(concept).get("scan", True))


def is_inflected(concept: str) -> bool:
    """Whether the concept's words are found with an ending too; the others (`inflect = false`) stand as they are."""
    return bool(_table(concept).get("inflect", True))


@cache
def load(concept: str) -> tuple[Term, ...]:
    """The terms of a concept, in the order of its file."""
    return tuple(
        Term(concept, row.pop("id"), tuple(row.pop("nb")), tuple(row.pop("nn")), {key: str(value) for key, value in row.items()})
        for row in map(dict, _table(concept)["term"])
    )


@cache
def forms(concept: str) -> dict[str, str]:
    """Every stem of a concept and the id of its term."""
    return {stem: term.id for term in load(concept) for stem in term.stems}


def spellings(stem: str) -> Iterable[str]:
    """A stem with its hyphens written in every usual way (`slt-koordinator`, `slt koordinator`), in the spelling of `View.lower`."""
    written = today(stem)
    if "-" not in written:
        return [written]
    parts = (_JOINTS.get(part, (part,)) for part in re.split("(-)", written))
    return ["".join(chosen) for chosen in product(*parts)]


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches one of the words, the longest first.

    >>> alternation(["jan", "januar"])
    '(?:januar|jan)'
    """
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) + ")"


@cache
def _table(concept: str) -> dict[str, Any]:
    return tomllib.loads(_FOLDER.joinpath(f"{concept}.toml").read_text(encoding="utf-8"))
