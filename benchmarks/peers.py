"""Other programs beside us: how fast they are, and what they get right of the same facts of the open corpus.

    python benchmarks/peers.py [--rounds N]

Needs the extra `peers`; opening hours are compared where npm is, which fetches the library into a temporary folder. W is the time of one
`re.findall(r"\\w+", text)` over the same text, measured in turn with it; times are processor time, the least of the rounds, over all texts.

Facts are those of the gold records. Dates: days, as `2021-03-12`; right is what stands anywhere in the gold record, to be found are its `dates`.
Phones: numbers of its `contacts`. Sentences: right where no name, title or other phrase of gold is cut, found where a heading is a sentence of its
own. Opening hours: phrases that `avtale` took for such, so these are no measure of finding them; right where gold has the value.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import datefinder
import phonenumbers
import spacy
from dateparser.search import search_dates

import avtale
from avtale.context import Context
from avtale.normalize import normalize
from avtale.reading import read_file

CORPUS = Path(__file__).parent.parent / "corpus"
DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
DAYS_ONLY = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
PHRASES = {"name", "title", "text", "place", "heading"}
NODE = """
const hours = require('opening_hours'), phrases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const read = phrase => { try { return new hours(phrase, null, {locale: 'nb'}).prettifyValue() } catch { return null } };
let values, least = Infinity;
for (let round = 0; round < 20; round++) {
  const begun = process.cpuUsage(); values = phrases.map(read); const spent = process.cpuUsage(begun);
  least = Math.min(least, (spent.user + spent.system) / 1e6);
}
console.log(JSON.stringify([least, values]));
"""

Finder = Callable[[str], set[str]]


class Case(NamedTuple):
    """An agreement and its gold record."""

    text: str
    gold: dict[str, Any]


class Score(NamedTuple):
    """What is right of what was given, and what was given of what is to be found."""

    precision: float
    recall: float


def main() -> None:
    """Measure, and print a line for each program."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    rounds = options.parse_args().rounds
    cases = [Case(read_file(path.with_name(path.name.replace(".expected.json", ".txt"))).text, gold) for path, gold in _gold()]
    print(f"{'':44}{'W':>8}{'precision':>11}{'recall':>8}")
    _compare(cases, rounds, DATES, "dates", _days_of_gold)
    _compare(cases, rounds, PHONES, "contacts", _phones_of_gold)
    for (name, split), cost in zip(SENTENCES.items(), _costs(cases, SENTENCES, rounds), strict=True):
        _row(name, cost, _sentences(cases, split))
    if shutil.which("npm"):
        _hours(cases, rounds)


def _gold() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(CORPUS.glob("*.expected.json")):
        yield path, json.loads(path.read_text(encoding="utf-8"))


# -- Dates and phones


def _our_days(text: str) -> set[str]:
    return _days([entry.date for entry in avtale.parse(text).dates])


def _our_days_alone(text: str) -> set[str]:
    return _days([value["date"] for value in normalize("date", text)])


def _dateparser(text: str) -> set[str]:
    return {f"{day:%Y-%m-%d}" for _, day in search_dates(text, languages=["nb"], settings=DAYS_ONLY) or []}


def _datefinder(text: str) -> set[str]:
    return {f"{day:%Y-%m-%d}" for day in datefinder.find_dates(text, strict=True, first="day")}


def _our_phones(text: str) -> set[str]:
    return {value["value"] for value in normalize("phone", text)}


def _phonenumbers(text: str) -> set[str]:
    e164 = phonenumbers.PhoneNumberFormat.E164
    return {phonenumbers.format_number(match.number, e164) for match in phonenumbers.PhoneNumberMatcher(text, "NO")}


DATES: dict[str, Finder] = {
    "dates: avtale, the whole record": _our_days,
    "dates: avtale normalize": _our_days_alone,
    "dates: dateparser.search": _dateparser,
    "dates: datefinder": _datefinder,
}
PHONES: dict[str, Finder] = {"phones: avtale normalize": _our_phones, "phones: phonenumbers": _phonenumbers}


def _days(value: Any) -> set[str]:
    """The days that stand anywhere in a value."""
    return set(DAY.findall(json.dumps(value)))


def _days_of_gold(gold: dict[str, Any]) -> tuple[set[str], set[str]]:
    """What is right, and what is to be found: not what is optional, or one of several readings."""
    asked = (entry["date"] for entry in gold["dates"] if not entry.get("optional"))
    return _days(gold), _days([date for date in asked if isinstance(date, str)])


def _phones_of_gold(gold: dict[str, Any]) -> tuple[set[str], set[str]]:
    phones = [entry for entry in gold["contacts"] if entry.get("type") == "phone" and isinstance(entry["value"], str)]
    return {entry["value"] for entry in phones}, {entry["value"] for entry in phones if not entry.get("optional")}


def _compare(cases: list[Case], rounds: int, finders: dict[str, Finder], field: str, facts: Callable[[dict[str, Any]], tuple[set[str], set[str]]]) -> None:
    asked = [case for case in cases if field in case.gold]
    for (name, find), cost in zip(finders.items(), _costs(asked, finders, rounds), strict=True):
        given = right = wanted = met = 0
        for case in asked:
            found, (allowed, required) = find(case.text), facts(case.gold)
            given, right = given + len(found), right + len(found & allowed)
            wanted, met = wanted + len(required), met + len(found & required)
        _row(name, cost, Score(right / given, met / wanted))


# -- Sentences

_BLANK = spacy.blank("nb")
_BLANK.add_pipe("sentencizer")


def _our_starts(text: str) -> set[int]:
    context = Context(text)
    return {context.view.span(start, end)[0] for start, end in context.sentences}


def _spacy_starts(text: str) -> set[int]:
    return {sentence.start_char for sentence in _BLANK(text).sents}


SENTENCES: dict[str, Callable[[str], set[int]]] = {"sentences: avtale, outline and all": _our_starts, "sentences: spaCy, blank nb": _spacy_starts}


def _sentences(cases: list[Case], split: Callable[[str], set[int]]) -> Score:
    whole: list[bool] = []
    apart: list[bool] = []
    for text, gold in cases:
        starts = split(text)
        phrases = {phrase for phrase in _strings(gold) if " " in phrase and phrase in text}
        whole += [not any(text.index(phrase) < start < text.index(phrase) + len(phrase) for start in starts) for phrase in phrases]
        for heading in {section["heading"] for section in gold.get("sections", []) if isinstance(section.get("heading"), str)}:
            line = re.search(rf"^[^\n]{{0,12}}{re.escape(heading)}(\s*\n\W*)", text, re.MULTILINE)
            if line:
                apart.append(any(line.start(1) <= start <= line.end() for start in starts))
    return Score(sum(whole) / len(whole), sum(apart) / len(apart))


def _strings(value: Any) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key in PHRASES and isinstance(part, str):
            yield part
        yield from _strings(part)


# -- Opening hours


def _hours(cases: list[Case], rounds: int) -> None:
    asked = [(entry, case.gold) for case in cases if case.gold.get("opening_hours") for entry in avtale.parse(case.text).opening_hours]
    phrases = [Case(max((part.quote for part in entry.evidence), key=len), gold) for entry, gold in asked]  # the others are places
    ours = ["; ".join(value["opening_hours"] or "" for value in normalize("hours", phrase.text)) for phrase in phrases]
    (cost,) = _costs(phrases, {"": partial(normalize, "hours")}, rounds)
    _row("opening hours: avtale normalize", cost, _read(phrases, ours))
    seconds, values = _node([phrase.text for phrase in phrases])
    _row("opening hours: npm's opening_hours", seconds / _least(rounds, [lambda: _words(phrases)])[0], _read(phrases, values))


def _read(phrases: list[Case], values: Sequence[str | None]) -> Score:
    right = [value in json.dumps(phrase.gold["opening_hours"]) for phrase, value in zip(phrases, values, strict=True) if value]
    return Score(sum(right) / max(len(right), 1), sum(right) / len(phrases))


def _node(phrases: list[str]) -> tuple[float, list[str | None]]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "opening_hours@3"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
        done = subprocess.run(["node", "-e", NODE], cwd=folder, input=json.dumps(phrases), capture_output=True, text=True, check=True)
    seconds, values = json.loads(done.stdout)
    return seconds, values


# -- Time


def _costs(cases: list[Case], finders: dict[str, Callable[[str], Any]], rounds: int) -> list[float]:
    """What each takes over all texts, in W, after a round that does not count."""
    works: list[Callable[[], object]] = [partial(_over, cases, find) for find in finders.values()]
    for work in works:
        work()
    words, *spent = _least(rounds, [partial(_words, cases), *works])
    return [each / words for each in spent]


def _over(cases: list[Case], find: Callable[[str], Any]) -> None:
    for case in cases:
        find(case.text)


def _words(cases: list[Case]) -> None:
    _over(cases, partial(re.findall, r"\w+"))


def _least(rounds: int, works: list[Callable[[], object]]) -> list[float]:
    return [min(column) for column in zip(*([_timed(work) for work in works] for _ in range(rounds)), strict=True)]


def _timed(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def _row(name: str, cost: float, score: Score) -> None:
    print(f"{name:44}{cost:8.1f}{score.precision:11.3f}{score.recall:8.3f}", flush=True)


if __name__ == "__main__":
    main()
