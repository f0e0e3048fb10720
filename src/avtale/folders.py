"""Which files the paths of a command stand for, folders searched through, and what in those was passed over."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from avtale.reading import STDIN, SUFFIXES


class Input(NamedTuple):
    """A file to parse: its path as given, and as it is called inside the folder that it was found in."""

    path: str
    name: str


class Found(NamedTuple):
    """Files in order of path, and how many things in folders were passed over, by reason."""

    inputs: list[Input]
    passed: Counter[str]


class Choice(NamedTuple):
    """Which files to take from folders: patterns for the name, or for the path inside the folder (`*` goes across `/`)."""

    include: tuple[str, ...] = ()
    """Where there are any, a file must fit one, and may be of any kind."""
    exclude: tuple[str, ...] = ()


EVERYTHING = Choice()


def find_files(paths: Iterable[str], choice: Choice = EVERYTHING) -> Found:
    """The files that the paths stand for. One that is named is always taken."""
    inputs: list[Input] = []
    passed: Counter[str] = Counter()
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            inputs += _search(Path(path), choice, passed)
        else:
            inputs.append(Input(path, os.path.basename(path)))
    return Found(sorted(inputs), passed)


def passed_over(passed: Counter[str]) -> str:
    """The reasons in one line.

    >>> passed_over(Counter({"hidden": 2, "lock file": 1}))
    'passed over in folders: 3 (2 hidden, 1 lock file)'
    """
    return f"passed over in folders: {passed.total()} ({', '.join(f'{count} {reason}' for reason, count in sorted(passed.items()))})"


def _search(folder: Path, choice: Choice, passed: Counter[str]) -> Iterator[Input]:
    """The files of a folder. Folders that are links come last, and none is searched twice, so that a loop of links ends."""
    seen: set[str] = set()
    waiting = [str(folder)]
    failed: list[OSError] = []
    for start in waiting:
        for directory, folders, files in os.walk(start, onerror=failed.append):
            if (real := os.path.realpath(directory)) in seen:
                passed["link to a folder searched already"] += 1
                folders.clear()
                continue
            seen.add(real)
            waiting += _enter(folder, directory, folders, choice, passed)
            for name in files:
                path = os.path.join(directory, name)
                within = os.path.relpath(path, folder)
                if reason := _reason(path, within, choice):
                    passed[reason] += 1
                else:
                    yield Input(path, within)
    for error in failed:
        yield Input(error.filename, os.path.relpath(error.filename, folder))


def _enter(top: Path, directory: str, folders: list[str], choice: Choice, passed: Counter[str]) -> list[str]:
    """Leave in the list the folders to search now, and give those that are links, to be searched later."""
    links = []
    for name in sorted(folders):
        path = os.path.join(directory, name)
        reason = "hidden" if name.startswith(".") else "excluded" if _fits(os.path.relpath(path, top), choice.exclude) else None
        if reason:
            passed[reason] += 1
        elif os.path.islink(path):
            links.append(path)
        if reason or os.path.islink(path):
            folders.remove(name)
    folders.sort()
    return links


def _reason(path: str, within: str, choice: Choice) -> str | None:
    """Why a file in a folder is passed over."""
    name = os.path.basename(path)
    if name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#")):
        return "lock file"
    if name.startswith("."):
        return "hidden"
    if _fits(within, choice.exclude):
        return "excluded"
    if choice.include:
        return None if _fits(within, choice.include) else "not included"
    if not name.lower().endswith(SUFFIXES):
        return "of an unsupported kind"
    return "link in a loop" if os.path.islink(path) and _loops(path) else None


def _fits(within: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path inside a folder fits a pattern, as a whole or by its name."""
    slashed = within.replace(os.sep, "/")
    return any(fnmatchcase(slashed, pattern) or fnmatchcase(os.path.basename(within), pattern) for pattern in patterns)


def _loops(link: str) -> bool:
    """Whether a link leads back to itself."""
    try:
        Path(link).resolve(strict=True)
    except FileNotFoundError:
        return False
    except (OSError, RuntimeError):  # RuntimeError until Python 3.12
        return True
    return False
