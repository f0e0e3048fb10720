"""avtale: Norwegian agreements between municipalities and the police as validated records.

`parse(text)`, `parse_bytes(data)` and `parse_file(path)` give an `Agreement`; its `model_dump_json()` is what the command prints.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avtale.pipeline import parse, parse_bytes, parse_file
    from avtale.reading import ReadingError
    from avtale.record.models import Agreement

__version__ = "0.1.0"
__all__ = ["Agreement", "ReadingError", "__version__", "parse", "parse_bytes", "parse_file"]

_HOMES = {
    "parse": "avtale.pipeline",
    "parse_bytes": "avtale.pipeline",
    "parse_file": "avtale.pipeline",
    "Agreement": "avtale.record.models",
    "ReadingError": "avtale.reading",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `--version` need not wait for the parser."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
