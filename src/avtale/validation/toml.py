"""TOML files that people write: read, fitted into a model, and every fault told with file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from avtale.printable import printable
from avtale.reading import ReadingError, display_path

M = TypeVar("M", bound=BaseModel)

_SHAPES = MappingProxyType({"tuple_type": "a list", "model_type": "a table"})
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class SettingsError(ReadingError):
    """A configuration, a side-car or a baseline that cannot be used; its code is always `settings`."""


def fault(message: str) -> SettingsError:
    """The error with a message, which may quote what stands in the file."""
    return SettingsError("settings", printable(message))


def read_text(path: Path) -> str:
    """The text of a file of settings.

    Raises:
        SettingsError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise fault(f"{display_path(str(path))}: not valid UTF-8") from None
    except OSError as error:
        raise fault(f"{display_path(str(path))}: {error.strerror}") from None


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a TOML file, and what it says.

    Raises:
        SettingsError: it cannot be read, or is no TOML: with the line.
    """
    text = read_text(path)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line = (found and found[1]) or len(text.splitlines())
        raise fault(f"{display_path(str(path))}:{line}: no valid TOML: {_AT.sub('', str(error))}") from None


def fit(model: type[M], values: Any, path: Path, text: str, *table: str) -> M:
    """A model filled with what a file says, in a table of it.

    Raises:
        SettingsError: a key or a value is not known: the first, with its line.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = [*table, *(first["loc"][:-1] if first["type"] == "missing" else first["loc"])]
        keys = [*_keys(model), *(key for held in _within(model) for key in _keys(held))]
        where = f"{display_path(str(path))}:{_line(text, place, first['input'])}"
        raise fault(f"{where}: {key_of(first['loc']) or key_of(table)}: {plainly(first, keys)}") from None


def key_of(location: Iterable[int | str]) -> str:
    """The key that an error is about, without the places in lists."""
    return ".".join(part for part in location if isinstance(part, str) and part != "[key]")


def plainly(error: ErrorDetails, keys: Iterable[str] = ()) -> str:
    """An error of pydantic in our own words, with the nearest of the keys there are."""
    if error["type"] == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), list(keys), 1, 0)
        return f"unknown key; did you mean {near[0]}?" if near else "unknown key"
    if error["type"] == "missing":
        return "missing, and has to be there"
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    if error["type"] in _SHAPES:
        return f"input should be {_SHAPES[error['type']]}, not {error['input']!r}"
    return f"{error['msg'][0].lower()}{error['msg'][1:]}, not {error['input']!r}"


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that the lists of a model hold."""
    for field in model.model_fields.values():
        yield from (held for held in get_args(field.annotation) if isinstance(held, type) and issubclass(held, BaseModel))


def _line(text: str, location: Iterable[int | str], value: object) -> int:
    """The line, from 1, on which a key or an entry of a list stands; where it cannot be told, that of what it is in."""
    at, key = 0, ""
    for part in location:
        if isinstance(part, str):
            key, at = part, _after(text, at, _set(part))
        else:
            for _ in range(part):
                at = _after(text, at, _set(key))
    if isinstance(value, str):
        at = _after(text, at, rf"[\"']{re.escape(value)}[\"']")
    return text.count("\n", 0, at) + 1


def _set(key: str) -> str:
    """A pattern of where a key is set, or heads a table."""
    return rf"(?:^[ \t]*(?:\[+[ \t]*)?(?:[\w\"'-]+[ \t]*\.[ \t]*)*|[.{{,][ \t]*)[\"']?{re.escape(key)}[\"']?(?=[ \t]*[].=])"


def _after(text: str, at: int, pattern: str) -> int:
    """Where the first match of a pattern ends; `at` where there is none."""
    found = re.compile(pattern, re.MULTILINE).search(text, at)
    return found.end() if found else at
