"""Roles: the offices of the contract in any inflection, with the words that stand for them (`Lensmannen i Sogn`, `kst. politimester`).

Not a role: a compound that only contains one (`politikontaktordning`), an office of another kind (`assisterende rådmann`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtale.grammar.found import Found
from avtale.text import View
from avtale.vocabulary import Cue, Cues, scan

_OTHER_OFFICE = re.compile(r"(?:\b(?:ass|assisterende|assisterande|nest|vise|tidligere|tidlegare)\.?\s?)$")
_COMPOUND = re.compile(r"[-–]?(?:ordning|rolle|funksjon|stilling|arbeid|nettverk|teneste|tjeneste)")


def find(view: View, start: int, end: int) -> Iterator[Found]:
    """The roles in `start:end`: `{"role", "text"}`.

    >>> view = View("Ordføraren og SLT koordinator")
    >>> [found.value for found in find(view, 0, len(view.text))]
    [{'role': 'mayor', 'text': 'Ordføraren'}, {'role': 'slt_coordinator', 'text': 'SLT koordinator'}]
    """
    for cue in offices(view, scan(view.lower), start, end):
        yield Found(cue.start, cue.end, {"role": cue.term.id, "text": view.text[cue.start : cue.end]})


def offices(view: View, cues: Cues, start: int, end: int) -> list[Cue]:
    """The cues of roles that name an office rather than something of its own."""
    return [
        cue
        for cue in cues.within("roles", start, end)
        if not _OTHER_OFFICE.search(view.lower, max(start, cue.start - 16), cue.start) and not _COMPOUND.match(view.lower, cue.end)
    ]
