"""Which files of a folder are taken, and what is counted as passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from avtale.folders import Choice, find_files

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A folder with these files: `make("a.txt", "b/c.txt")`."""

    def made(*names: str) -> Path:
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).touch()
        return tmp_path

    return made


def names(folder: Path, *choice: tuple[str, ...]) -> list[str]:
    return [found.name for found in find_files([str(folder)], Choice(*choice)).inputs]


def test_every_kind_that_is_read_is_taken_in_order_of_path(make: Make) -> None:
    kinds = ["a.txt", "b.MD", "c.pdf", "d.docx", "e.odt", "f.rtf", "g.html", "h.htm", "i.eml", "j/a.txt"]
    assert names(make(*reversed(kinds))) == kinds


def test_others_are_counted_by_reason(make: Make) -> None:
    folder = make("a.txt", ".b.txt", ".git/c.txt", "~$d.docx", ".~lock.e.odt#", "f.mp4", "g")
    assert find_files([str(folder)]).passed == {"hidden": 2, "lock file": 2, "of an unsupported kind": 2}


def test_include_takes_any_kind_and_nothing_else(make: Make) -> None:
    folder = make("a.txt", "b.dat", "old/c.dat", "old/.d.dat")
    assert names(folder, ("*.dat",)) == ["b.dat", "old/c.dat"]
    assert names(folder, ("old/*", "a.*")) == ["a.txt", "old/c.dat"]
    assert find_files([str(folder)], Choice(("a.*",))).passed == {"not included": 2, "hidden": 1}


def test_exclude_leaves_out_files_and_whole_folders(make: Make) -> None:
    folder = make("a.txt", "b.txt", "old/c.txt", "old/d.txt", "new/old/e.txt", "new/f.txt")
    assert names(folder, (), ("old", "b.*")) == ["a.txt", "new/f.txt"]
    assert names(folder, ("*.txt",), ("new/*",)) == ["a.txt", "b.txt", "old/c.txt", "old/d.txt"]
    assert find_files([str(folder)], Choice((), ("old", "b.*"))).passed == {"excluded": 3}


def test_file_that_is_named_is_taken_whatever_it_is(make: Make) -> None:
    hidden = make(".a.dat") / ".a.dat"
    assert list(find_files([str(hidden)], Choice(("*.txt",), ("*",))).inputs) == [(str(hidden), ".a.dat")]


def test_loops_of_links_end(make: Make) -> None:
    folder = make("a/b.txt", "c/d.txt")
    (folder / "a/up").symlink_to(folder)
    (folder / "a/self").symlink_to(folder / "a")
    (folder / "c/to-a").symlink_to(folder / "a")
    (folder / "a/to-c").symlink_to(folder / "c")
    (folder / "round.txt").symlink_to("round.txt")
    found = find_files([str(folder)])
    assert [one.name for one in found.inputs] == ["a/b.txt", "c/d.txt"]
    assert found.passed == {"link to a folder searched already": 4, "link in a loop": 1}


def test_folder_given_twice_is_counted_once(make: Make) -> None:
    folder = make("a.txt", ".b.txt")
    inputs, passed = find_files([str(folder), f"{folder}/", str(folder)])
    assert ([one.name for one in inputs], passed) == (["a.txt"], {"hidden": 1})


def test_folder_elsewhere_that_a_link_leads_to_is_searched(make: Make) -> None:
    folder = make("in/a.txt", "elsewhere/b.txt") / "in"
    (folder / "link").symlink_to(folder.parent / "elsewhere")
    assert names(folder) == ["a.txt", "link/b.txt"]


def test_several_paths_give_one_list_in_order_of_path_and_each_file_once(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make("a/b.txt", "a/c/d.txt", "a-b.txt", "e.txt"))
    found = find_files(["e.txt", "a/c", "-", "./e.txt", "a", "a-b.txt", "a/b.txt", "e.txt", "missing/", "missing"]).inputs
    paths = ["-", "./e.txt", "a-b.txt", "a/b.txt", "a/c/d.txt", "e.txt", "missing", "missing/"]
    assert [one.path for one in found] == paths
    assert len(found) == len(paths)
    assert [one.name for one in found] == ["-", "e.txt", "a-b.txt", "b.txt", "c/d.txt", "e.txt", "missing", ""]


def test_where_we_are_and_the_way_up_are_folders_too(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make("a/b.txt", "c/d.txt") / "a")
    assert list(find_files(["."]).inputs) == [("./b.txt", "b.txt")]
    assert list(find_files(["../c"]).inputs) == [("../c/d.txt", "d.txt")]
