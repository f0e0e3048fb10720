"""The names of the register that are most like one that it has not."""

from __future__ import annotations

from difflib import get_close_matches

from avtale.register.municipalities import names
from avtale.register.names import bare, key

_LIKENESS = 0.6
"""The least likeness, as difflib counts it, of a name that is worth offering."""


def nearest(name: str, count: int = 3) -> list[str]:
    """The names that are most like a name, the likeliest first; none where nothing is like it.

    >>> nearest("Randabærg kommune", 1)
    ['Randaberg']
    """
    known = names()
    return [known[form] for form in get_close_matches(key(bare(name)), known, count, _LIKENESS)]
