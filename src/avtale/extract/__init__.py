"""Extraction: one module a field of the record, each a generator of candidates with evidence.

Every module of this package has a function `extract(context)`; there is no list of them to keep.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from avtale.context import Candidate, Context

__all__ = ["candidates", "extractors"]

Extractor = Callable[[Context], Iterator[Candidate]]


def candidates(context: Context) -> list[Candidate]:
    """What all extractors find."""
    return [candidate for extract in extractors().values() for candidate in extract(context)]


@cache
def extractors() -> dict[str, Extractor]:
    """The extractors by module name, sorted."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.__name__.rpartition(".")[2]: module.extract for module in modules}
