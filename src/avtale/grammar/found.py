"""What a value grammar gives back."""

from __future__ import annotations

from typing import Any, NamedTuple


class Found(NamedTuple):
    """A value in the record's shape, and where in the view it stands."""

    start: int
    end: int
    value: dict[str, Any]
