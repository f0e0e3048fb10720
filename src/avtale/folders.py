"""Which files the paths of a command stand for, folders searched through, and what in those was passed over."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from heapq import merge
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from avtale.reading import STDIN, SUFFIXES


class Input(NamedTuple):
    """A file to parse: its path as given, and as it is called inside the folder that it was found in."""

    path: str
    name: str


class Inputs(Collection[Input]):
    """Files in order of path, each once, and made when its turn comes: a name is all that is kept of it."""

    def __init__(self, names: Mapping[str, list[str]]) -> None:
        """`names` of files by what stands before them in the path."""
        self._names = {start: sorted(each) for start, each in names.items()}
        self._count = sum(1 for _ in self)

    def __iter__(self) -> Iterator[Input]:
        before = None
        for source in merge(*starmap(_inputs, self._names.items())):
            if source.path != before:
                yield source
            before = source.path

    def __len__(self) -> int:
        return self._count

    def __contains__(self, source: object) -> bool:
        return any(each == source for each in self)


def _inputs(start: str, names: list[str]) -> Iterator[Input]:
    return (Input(start + name, name) for name in names)


class Found(NamedTuple):
    """Files, and how many things in folders were passed over, by reason."""

    inputs: Inputs
    passed: Counter[str]


class Choice(NamedTuple):
    """Which files to take from folders: patterns for the name, or for the path inside the folder (`*` goes across `/`)."""

    include: tuple[str, ...] = ()
    """Where there are any, a file must fit one, and may be of any kind."""
    exclude: tuple[str, ...] = ()


EVERYTHING = Choice()


def find_files(paths: Iterable[str], choice: Choice = EVERYTHING) -> Found:
    """The files that the paths stand for. One that is named is always taken."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    passed: Counter[str] = Counter()
    folders: set[Path] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            if (folder := Path(path)) not in folders:
                names[os.path.join(folder, "")] += _search(folder, choice, passed)
            folders.add(folder)
        else:
            name = os.path.basename(path)
            names[path.removesuffix(name)].append(name)
    return Found(Inputs(names), passed)


def passed_over(passed: Counter[str]) -> str:
    """The reasons in one line.

    >>> passed_over(Counter({"hidden": 2, "lock file": 1}))
    'passed over in folders: 3 (2 hidden, 1 lock file)'
    """
    return f"passed over in folders: {passed.total()} ({', '.join(f'{count} {reason}' for reason, count in sorted(passed.items()))})"


def _search(folder: Path, choice: Choice, passed: Counter[str]) -> Iterator[str]:
    """The files of a folder, and the folders in it that cannot be searched, by their paths inside it.

    Folders that are links come last, and none is searched twice, so that a loop of links ends.
    """
    top = os.path.join(folder, "")
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
                within = path.removeprefix(top)
                if reason := _reason(path, within, choice):
                    passed[reason] += 1
                else:
                    yield within
    for error in failed:
        yield os.path.relpath(error.filename, folder)


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
