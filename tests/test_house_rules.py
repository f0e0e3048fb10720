"""The rules of the house: which module may import which, what every module has beside it, and what is generated is not stale."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import avtale
from tests.case import CASES, Case, cases

ROOT = Path(__file__).parents[1]
SOURCE = Path(avtale.__file__).parent
ROOMS = (
    *("printable", "text", "reading", "vocabulary"),
    *("register", "grammar"),  # names of organisations and people are told by the register of places
    *("structure", "context", "extract", "resolve", "record", "rules", "output"),
    *("pipeline", "normalize", "folders", "pool", "batch", "cluster", "resume", "validation", "scoring", "cli", "__main__"),
)
"""The way of the data: a room imports only from rooms before it."""
ONE_VALUE_ALWAYS = {"language", "document_type"}
"""Fields that every text has a value of, so that there is no negative case."""


def modules(room: str) -> list[str]:
    """The modules of a room that have cases: those that find or extract something."""
    package = importlib.import_module(f"avtale.{room}")
    names = [info.name for info in pkgutil.iter_modules(package.__path__)]
    verb = {"grammar": "find", "extract": "extract"}[room]
    return [name for name in names if hasattr(importlib.import_module(f"avtale.{room}.{name}"), verb)]


MODULES = [(room, name) for room in ("grammar", "extract") for name in modules(room)]


@pytest.mark.parametrize("room", ["grammar", "extract"])
def test_each_module_has_cases_and_each_case_file_a_module(room: str) -> None:
    assert sorted(path.stem for path in (CASES / room).glob("*.toml")) == modules(room)


@pytest.mark.parametrize(("room", "name"), MODULES)
def test_cases_are_in_both_languages_and_some_are_negative(room: str, name: str) -> None:
    mine: list[Case] = [case for case in cases(room) if case.module == name]
    assert {case.language for case in mine} == {"nb", "nn"}
    assert name in ONE_VALUE_ALWAYS or any(case.value is None for case in mine), "no negative case"


@pytest.mark.parametrize(("room", "name"), [module for module in MODULES if module[0] == "extract"])
def test_extractor_says_what_its_field_is_and_is_not(room: str, name: str) -> None:
    text = inspect.getdoc(importlib.import_module(f"avtale.{room}.{name}")) or ""
    assert re.match(r"`[a-z_\[\].]+`", text), "the docstring begins with the field"
    for section in ("Not this field:", "Known gaps:", ">>> "):
        assert section in text, f"no {section!r}"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_stands_in_a_package_and_says_what_it_is(path: Path) -> None:
    assert path.with_name("__init__.py").exists()
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def imports(path: Path) -> Iterator[str]:
    """The rooms that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "avtale" else [node.module or ""]
        yield from (name.split(".")[1] for name in names if name.startswith("avtale."))


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_room_imports_only_from_rooms_before_it(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    before = {*ROOMS[: ROOMS.index(room) + 1], "__version__"}
    assert set(imports(path)) <= before


def constants(path: Path) -> Iterator[str]:
    """The strings in a module's code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_codes_of_notices_and_findings_are_unique() -> None:
    codes = Counter(text for path in SOURCE.rglob("*.py") for text in constants(path) if re.fullmatch(r"AVP?\d{3}", text))
    assert [code for code, count in codes.items() if count > 1] == []


def test_what_is_generated_is_not_stale() -> None:
    done = subprocess.run([sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def repository_files() -> list[Path]:
    """The files of the repository that are text, those ignored excepted."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not in a git work tree")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_nothing_names_a_machine_or_is_left_over() -> None:
    unwanted = re.compile(rb"(?<![\w.~*}])/(?:home|work|tmp|root|Users)/\w|\b(?:TO" rb"DO|FIX" rb"ME)\b|\bbreakpoint\(\)")
    assert [str(path.relative_to(ROOT)) for path in repository_files() if unwanted.search(path.read_bytes())] == []


def test_lines_are_not_longer_than_the_linter_allows() -> None:
    """The linter looks at Python alone; data is read by people too."""
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCE.rglob("*.toml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > (160 if line.startswith("#") else 118)
    ]
    assert long == []
