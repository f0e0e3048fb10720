"""Refreshing the tables: answers in the shape that KLASS documents, composed from the tables and served by a server of our own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from avtale.register.tables import FOLDER, rows
from tools.refresh import SINCE, main

TODAY = "2026-11-01"
TABLES = ("municipalities", "municipality_police_district")
CODES, CHANGES, MEMBERS = "classifications/131/codes.json", "classifications/131/changes.json", "classifications/109/correspondsAt.json"
Answers = dict[str, Any]


def label(row: dict[str, str]) -> str:
    """The name as KLASS writes it, with the county where others have the name."""
    return next((name for name in row["name_variants"].split(";") if "(" in name), row["official_name"])


def code(row: dict[str, str]) -> dict[str, Any]:
    nothing = {"parentCode": None, "level": "1", "shortName": "", "presentationName": "", "validFrom": None, "validTo": None, "notes": ""}
    span = {"validFromInRequestedRange": max(row["valid_from"], SINCE), "validToInRequestedRange": row["valid_to"] or "2026-11-02"}
    return {"code": row["number"], "name": label(row), **nothing, **span}


def change(old: str, new: str, day: str) -> dict[str, str]:
    return {"oldCode": old, "oldName": "", "oldShortName": "", "newCode": new, "newName": "", "newShortName": "", "changeOccurred": day}


def member(number: str, district: str) -> dict[str, str]:
    return {"sourceCode": district, "sourceName": "", "sourceShortName": "", "targetCode": number, "targetName": "", "targetShortName": ""}


@pytest.fixture
def answers() -> Answers:
    """What KLASS would answer if it had what the tables have."""
    table = rows("municipalities")
    unstated = {"number": "9999", "official_name": "Uoppgitt", "name_variants": "", "valid_from": SINCE, "valid_to": ""}
    ended = [row for row in table if row["valid_to"]]
    return {
        CODES: {"codes": [code(row) for row in [*table, unstated]]},
        CHANGES: {"codeChanges": [change(row["number"], new, row["valid_to"]) for row in ended for new in row["successor_numbers"].split(";")]},
        MEMBERS: {"correspondenceItems": [member(row["municipality_number"], row["police_district"]) for row in rows(TABLES[1]) if not row["valid_to"]]},
    }


@pytest.fixture
def url(answers: Answers) -> Iterator[str]:
    """A server that gives the answers, with the status that stands in one, and refuses what KLASS would refuse."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            path, query = asked.path.removeprefix("/api/klass/v1/"), parse_qs(asked.query)
            expected = {"targetClassificationId": ["131"], "date": [TODAY]} if path == MEMBERS else {"from": [SINCE], "to": ["2026-11-02"]}
            answer = answers[path] if query == expected else 400
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(answer if isinstance(answer, int) else 200)
            self.send_header("Content-Type", "application/json;charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api/klass/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables, to be written over."""
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


@pytest.fixture
def refresh(url: str, folder: Path) -> Callable[[], int]:
    return lambda: main(["--date", TODAY, "--url", url, "--folder", str(folder)])


def written(folder: Path, table: str) -> list[str]:
    """The lines of a table that differ from the package's."""
    before = set((FOLDER / f"{table}.csv").read_text(encoding="utf-8").splitlines())
    return [line for line in (folder / f"{table}.csv").read_text(encoding="utf-8").splitlines() if line not in before]


def test_the_same_answers_give_the_same_tables(refresh: Callable[[], int], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refresh() == 0
    assert capsys.readouterr().out == "municipalities: unchanged\nmunicipality_police_district: unchanged\n"
    assert all((folder / f"{table}.csv").read_bytes() == (FOLDER / f"{table}.csv").read_bytes() for table in TABLES)


def test_a_second_name_is_a_new_row(refresh: Callable[[], int], folder: Path, answers: Answers) -> None:
    """Luster gets a name of two parts on a day: a row ends with its own number as successor, and one begins."""
    entry = next(entry for entry in answers[CODES]["codes"] if entry["code"] == "4644")
    answers[CODES]["codes"].append(entry | {"name": "Luster - Lusteeren", "validFromInRequestedRange": "2026-07-01"})
    entry["validToInRequestedRange"] = "2026-07-01"
    assert refresh() == 0
    ended, new = written(folder, "municipalities")
    assert ended == "4644,Luster,,46,Vestland,2020-01-01,2026-07-01,4644,,Luster,,KLASS131,0"
    assert new == "4644,Luster,Lusteeren,46,Vestland,2026-07-01,,,,Luster - Lusteeren,,KLASS131,0"
    assert written(folder, TABLES[1]) == []


def test_a_new_number_is_a_new_row_in_its_district(refresh: Callable[[], int], folder: Path, answers: Answers) -> None:
    entry = next(entry for entry in answers[CODES]["codes"] if entry["code"] == "4644")
    answers[CODES]["codes"].append(entry | {"code": "4699", "validFromInRequestedRange": "2026-07-01", "validToInRequestedRange": None})
    entry["validToInRequestedRange"] = "2026-07-01"
    answers[CHANGES]["codeChanges"].append(change("4644", "4699", "2026-07-01"))
    next(item for item in answers[MEMBERS]["correspondenceItems"] if item["targetCode"] == "4644")["targetCode"] = "4699"
    assert refresh() == 0
    assert written(folder, "municipalities") == [
        "4644,Luster,,46,Vestland,2020-01-01,2026-07-01,4699,,Luster,,KLASS131,0",
        "4699,Luster,,46,Vestland,2026-07-01,,,,Luster,,KLASS131,0",
    ]
    ended, new = written(folder, TABLES[1])
    assert ended.startswith("4644,p07,2020-01-01,2026-07-01,")
    assert new == "4699,p07,2026-07-01,,KLASS109,2026-11-01,0,0,Luster,"


def test_a_move_to_another_district_ends_one_row_and_begins_another(refresh: Callable[[], int], folder: Path, answers: Answers) -> None:
    next(item for item in answers[MEMBERS]["correspondenceItems"] if item["targetCode"] == "4644")["sourceCode"] = "P06"
    assert refresh() == 0
    ended, new = written(folder, TABLES[1])
    assert ended.startswith("4644,p07,2020-01-01,2026-11-01,")
    assert new == "4644,p06,2026-11-01,,KLASS109,2026-11-01,0,0,Luster,"


def lose(answers: Answers) -> None:
    answers[CODES]["codes"] = [entry for entry in answers[CODES]["codes"] if entry["code"] != "4644"]


def end_alone(answers: Answers) -> None:
    next(entry for entry in answers[CODES]["codes"] if entry["code"] == "4644")["validToInRequestedRange"] = "2026-07-01"


def add(name: str, number: str) -> Callable[[Answers], None]:
    def spoil(answers: Answers) -> None:
        answers[CODES]["codes"].append(answers[CODES]["codes"][-2] | {"code": number, "name": name})
        answers[MEMBERS]["correspondenceItems"].append(member(number, "p07"))

    return spoil


def in_two_districts(answers: Answers) -> None:
    answers[MEMBERS]["correspondenceItems"].append(member("4644", "p06"))


def in_no_district(answers: Answers) -> None:
    answers[MEMBERS]["correspondenceItems"].pop()


def in_an_unknown_district(answers: Answers) -> None:
    answers[MEMBERS]["correspondenceItems"][-1]["sourceCode"] = "p13"


def answer(path: str, given: Any) -> Callable[[Answers], None]:
    def spoil(answers: Answers) -> None:
        answers[path] = given

    return spoil


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lose, "in no district, or in one but no municipality: 4644"),
        (end_alone, "4644 Luster ends on 2026-07-01 without a successor"),
        (add("Atlantis", "4699"), "358 municipalities on 2024-06-01, not 357"),
        (add("Aa - Bb", "4699"), "which part is Norwegian?"),
        (add("Atlantis", "9901"), "no county 99"),
        (in_two_districts, "in more than one district: 4644"),
        (in_no_district, "in no district, or in one but no municipality: 5636"),
        (in_an_unknown_district, "districts that police_districts.csv has not: p13"),
        (answer(CODES, 404), "classifications/131/codes: status 404"),
        (answer(CHANGES, 500), "classifications/131/changes: status 500"),
        (answer(MEMBERS, b"<html>"), "no list of correspondenceItems in the answer"),
        (answer(MEMBERS, {}), "no list of correspondenceItems in the answer"),
        (answer(MEMBERS, []), "no list of correspondenceItems in the answer"),
        (answer(CODES, {"codes": None}), "codes is no list of objects"),
        (answer(CODES, {"codes": ["0301"]}), "codes is no list of objects"),
        (answer(CODES, {"codes": [{"code": "0301"}]}), "an entry of the answer has no "),
        (answer(CODES, {"codes": []}), "in no district, or in one but no municipality"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    refresh: Callable[[], int], folder: Path, answers: Answers, capsys: pytest.CaptureFixture[str], spoil: Callable[[Answers], None], reason: str
) -> None:
    spoil(answers)
    assert refresh() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("nothing is written: ")
    assert reason in told.err
    assert all((folder / f"{table}.csv").read_bytes() == (FOLDER / f"{table}.csv").read_bytes() for table in TABLES)


def test_no_network_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--date", TODAY, "--url", "http://127.0.0.1:9/api/klass/v1", "--folder", str(folder)]) == 1
    assert "nothing is written: " in capsys.readouterr().err
