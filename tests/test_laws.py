"""Laws of the whole parser: how a text is stored changes nothing but the offsets; the same bytes give the same record, everywhere."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError, to_json

import avtale
from avtale.pipeline import dumped_record
from avtale.reading import read_file
from avtale.record.schema import json_schema
from avtale.record.validator import validated
from avtale.text.columns import reading_order
from tests.documents import CORPUS, LOCKED, ROOT, SHARED, name_of, shared_parameters, text_of

Record = dict[str, Any]


def record_of(text: str) -> Record:
    """A record as a dictionary, without its source."""
    return avtale.parse(text).model_dump(exclude={"source"})


plain_record = cache(avtale.parse)
"""The record of a text that several tests compare with."""


def spans(value: Any) -> Iterator[Record]:
    """Everything in a record that has offsets: evidence and sections."""
    if isinstance(value, dict):
        if "start" in value and "end" in value and isinstance(value["start"], int):
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from spans(part)


# -- The same text in other clothes


def windows(character: str) -> str:
    """As a word processor writes it: CRLF at line ends, no-break spaces."""
    return {"\n": "\r\n", " ": "\u00a0"}.get(character, character)


def decomposed(character: str) -> str:
    """As a PDF gives it: letters apart from their marks, soft hyphens inside words."""
    return unicodedata.normalize("NFD", character) + ("\u00ad" if character == "t" else "")


@pytest.mark.parametrize("dress", [windows, decomposed])
@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_record_is_the_same_in_other_characters(path: Path, dress: Callable[[str], str]) -> None:
    text = text_of(path).replace("\r\n", "\n")
    check_dressed(text, [dress(character) for character in text])


@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_record_is_the_same_behind_an_emoji(path: Path) -> None:
    text = text_of(path)
    check_dressed(text, ["📄 " + text[0], *text[1:]], before=2)


def check_dressed(plain: str, dressed: list[str], before: int = 0) -> None:
    """Compare the record of a text with that of the same text in other characters, one string for each character of the plain one."""
    ends = [0]
    for string in dressed:
        ends.append(ends[-1] + len(string))
    expected, text = plain_record(plain).model_dump(exclude={"source"}), "".join(dressed)
    for span in spans(expected):
        last = ends[span["end"]]
        span["start"] = ends[span["start"]] + (before if span["start"] == 0 else 0)
        span["end"] = last - len(dressed[span["end"] - 1]) + len(dressed[span["end"] - 1].rstrip("\u00ad"))
        if "quote" in span:
            span["quote"] = text[span["start"] : span["end"]]
    assert record_of(text) == expected


@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_record_is_the_same_in_other_encodings(path: Path) -> None:
    text = text_of(path)
    expected = plain_record(text).model_dump(exclude={"source"})
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        record = avtale.parse_bytes(text.encode(codec))
        assert record.source.encoding == codec
        assert record.model_dump(exclude={"source"}) == expected


# -- The record


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", [*CORPUS, *shared_parameters()], ids=lambda path: path.stem if path else None)
def test_record_fits_the_schema_and_quotes_the_text(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    text = text_of(path)
    record = json.loads(avtale.parse_file(path).model_dump_json())
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(record)] == []
    check_offsets(text, record)


@pytest.mark.parametrize("path", CORPUS, ids=name_of)
def test_record_without_models_is_that_of_the_models(path: Path) -> None:
    record, dumped = avtale.parse_file(path), dumped_record(read_file(path))
    assert dumped == record.model_dump()
    assert to_json(dumped).decode() == record.model_dump_json()


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "red"},
        {"schema_version": "2.0"},
        {"draft": "perhaps"},
        {"language": {"code": "nb", "nynorsk_share": 1.5}},
        {"language": {"code": "nb", "nynorsk_share": 0, "evidence": [{"start": 0, "end": "last", "quote": "Avtale"}]}},
        {"kinds": ["cooperation", "other"]},
        {"term": {"renewal": "a year"}},
        {"title": {}},
        {"signed": "2020"},
        {"duties": [{"bearer": "nobody", "text": "skal"}]},
        {"sections": [{"heading": "1", "level": 1, "start": 0, "end": 1, "children": [{"heading": "1.1"}]}]},
    ],
    ids=str,
)
def test_both_ways_refuse_what_is_no_record(wrong: Record) -> None:
    right: Record = {"source": {}, "language": {"code": "nb", "nynorsk_share": 0}, "document_type": "agreement", "draft": False}
    assert validated(right) == avtale.Agreement.model_validate(right).model_dump()
    for validate in (validated, avtale.Agreement.model_validate):
        with pytest.raises(ValidationError):
            validate(right | wrong)


READ_BY_THE_VALIDATOR = {"$defs", "$ref", "anyOf", "const", "default", "enum", "items", "maximum", "minimum", "pattern", "properties", "type"}
SAID_ELSEWHERE = {"$schema", "additionalProperties", "description", "required", "title"}
"""What is only for people, and what holds of every object and of every field without a default."""


def test_the_schema_asks_nothing_that_the_validator_does_not() -> None:
    assert set(keywords(json_schema())) == READ_BY_THE_VALIDATOR | SAID_ELSEWHERE


def keywords(schema: Any) -> Iterator[str]:
    """The words of a JSON Schema, without the names of its fields and definitions."""
    if isinstance(schema, dict):
        yield from schema
        for word, value in schema.items():
            for part in value.values() if word in ("properties", "$defs") else value if isinstance(value, list) else [value]:
                yield from keywords(part)


def check_offsets(text: str, record: Record) -> None:
    for span in spans(record):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span.get("quote", text[span["start"] : span["end"]])


def test_locked_records_fit_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    """All at once and without a word of their content, which nobody reads."""
    valid = [validator.is_valid(json.loads(avtale.parse_file(path).model_dump_json())) for path in LOCKED]
    assert valid.count(False) == 0


@pytest.mark.parametrize("path", [path for path in CORPUS if not reading_order(text_of(path))], ids=name_of)
def test_sections_lie_within_each_other_in_order(path: Path) -> None:
    """But for texts in columns, of which a section takes all that stands between its first word and its last."""
    check_nested(record_of(text_of(path))["sections"], 0, len(text_of(path)))


def check_nested(sections: tuple[Record, ...], start: int, end: int) -> None:
    for section in sections:
        assert start <= section["start"] < section["end"] <= end
        check_nested(section["children"], section["start"], section["end"])
        start = section["end"]


def test_record_survives_pickling() -> None:
    for path in CORPUS:
        record = avtale.parse_file(path)
        assert pickle.loads(pickle.dumps(record)) == record


def test_json_comes_back_as_the_same_record() -> None:
    for path in CORPUS:
        record = avtale.parse_file(path)
        assert avtale.Agreement.model_validate_json(record.model_dump_json()) == record


# -- The same everywhere


def digest(*arguments: str, **environment: str) -> str:
    """A fingerprint of what the command prints."""
    command = [sys.executable, "-c", "from avtale.cli import main; main()", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=True)
    assert done.stdout
    return hashlib.sha256(done.stdout).hexdigest()


def test_output_does_not_depend_on_hash_seed_locale_or_processes() -> None:
    runs = [
        digest("parse", "corpus", "--jobs", "1", PYTHONHASHSEED="0", LC_ALL="C"),
        digest("parse", "corpus", "--jobs", "2", PYTHONHASHSEED="1", LC_ALL="nb_NO.UTF-8", TZ="Asia/Tokyo"),
        digest("parse", "corpus", "--jobs", "1", PYTHONHASHSEED="random", PYTHONUTF8="0", LC_ALL="POSIX"),
    ]
    assert len(set(runs)) == 1


THREADS = """
import hashlib, pathlib, sys, threading
import avtale
texts = [pathlib.Path(path).read_text("utf-8") for path in sys.argv[1:]]
start = threading.Barrier(len(texts))
found = [None] * len(texts)
def work(index):
    start.wait()
    found[index] = avtale.parse(texts[index]).model_dump_json()
threads = [threading.Thread(target=work, args=(index,)) for index in range(len(texts))]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(hashlib.sha256("".join(map(str, found)).encode()).hexdigest())
"""


def test_threads_that_all_parse_for_the_first_time() -> None:
    paths = [path for path in CORPUS if avtale.parse_file(path).source.encoding == "utf-8"][:8]
    done = subprocess.run([sys.executable, "-c", THREADS, *map(str, paths)], capture_output=True, text=True, check=True)
    alone = "".join(avtale.parse(path.read_text("utf-8")).model_dump_json() for path in paths)
    assert done.stdout.strip() == hashlib.sha256(alone.encode()).hexdigest()


def test_threads_give_the_same_records_as_one() -> None:
    alone = [avtale.parse_file(path) for path in CORPUS]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(avtale.parse_file, CORPUS)) == alone


def test_parsing_leaves_nothing_behind() -> None:
    first, second = avtale.parse_file(CORPUS[0]), avtale.parse_file(CORPUS[-1])
    assert (avtale.parse_file(CORPUS[-1]), avtale.parse_file(CORPUS[0])) == (second, first)


# -- Any text at all

PIECES = [
    *("Avtale om politiråd", "mellom Stange kommune og Innlandet politidistrikt", "ordfører Kari Moen", "lensmannen", "Medlemmer:", "Politikontakten skal"),
    *("4 møter pr år", "den 31.02.2020", "12. mars 2021", "2025 - 2027", "kl. 09.00-15.00", "måndag og onsdag", "tlf. 40 03 83 58", "100% stilling"),
    *("§ 3", "1.2 Formål", "IV. ", "- ", "a) ", "**", "| ", "\t", "   ", "\n", "\n\n", "\f", "_____", "......", ". ", ": ", "; ", ",", "(", ")", "«"),
    *(
        "Innhold\n",
        "Side 2 av 3\n",
        "rus- og\n",
        "samarbeids-\n",
        "\u00ad",
        "\u00a0",
        "e\u0301",
        "İ",
        "🙂",
        "\r\n",
        "\u2028",
        "ß",
        "1",
        "Nav",
        "NAV",
        "og",
        "vert evaluert årleg",
    ),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map(lambda pieces: " ".join(pieces)))
def test_any_text_gives_a_record_with_true_offsets(text: str) -> None:
    record = avtale.parse(text)
    check_offsets(text, json.loads(record.model_dump_json()))


def test_there_are_documents_to_test_with() -> None:
    assert len(CORPUS) > 40
    assert SHARED == [] or len(SHARED) == 5
