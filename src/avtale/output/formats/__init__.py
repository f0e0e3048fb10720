"""The formats that findings are reported in, one module each: found, and called by the module's name.

A format has `write(reports, language)`, which yields text as reports come. Findings that are suppressed stand only where the
format can mark them as such.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from avtale.output.report import Failure, Reported
from avtale.rules.rule import Language

__all__ = ["Writer", "formats", "names"]

Writer = Callable[[Iterable[Reported | Failure], Language], Iterator[str]]


def names() -> list[str]:
    """The names of the formats, sorted; none of them is imported."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


@cache
def formats() -> Mapping[str, Writer]:
    """What writes each format."""
    return MappingProxyType({name: importlib.import_module(f"{__name__}.{name}").write for name in names()})
