"""Which file configures what is in a folder: `avtale.toml`, or `pyproject.toml` with a table for us, the nearest one upwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from avtale.validation.toml import read_toml

OWN, SHARED = "avtale.toml", "pyproject.toml"


def configuration_for(folder: Path) -> Path | None:
    """The file that configures a folder, None where there is none; in one folder ours goes before the one that is shared.

    Raises:
        SettingsError: a `pyproject.toml` on the way is no TOML.
    """
    if (folder / OWN).is_file():
        return folder / OWN
    if (folder / SHARED).is_file() and own_table(read_toml(folder / SHARED)[1]) is not None:
        return folder / SHARED
    return None if folder.parent == folder else configuration_for(folder.parent)


def own_table(said: dict[str, Any]) -> Any:
    """What a `pyproject.toml` says under `[tool.avtale]`, None where there is no such table."""
    tool = said.get("tool")
    return tool.get("avtale") if isinstance(tool, dict) else None
