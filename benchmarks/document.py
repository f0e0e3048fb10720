"""How long text → record → JSON takes a document, in W.

    python benchmarks/document.py [--rounds N] [--stages] [FILE…]

W is the time of one `re.findall(r"\\w+", text)` over the same document, measured in turn with it, so that a figure says how many
times over the text could have been read. Times are processor time; each is the median of its rounds.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import Any

import avtale
from avtale.context import Candidate, Context
from avtale.extract import Extractor, extractors
from avtale.reading import read_file
from avtale.record.models import Agreement
from avtale.resolve import resolve
from avtale.structure import outline
from avtale.text import clean
from avtale.vocabulary import scan, slips

CORPUS = Path(__file__).parent.parent / "corpus"
W_RUNS = 5
"""Passes that one measurement of W is the mean of: a single one is too short for the clock."""


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--stages", action="store_true", help="tell the stages apart")
    options.add_argument("files", nargs="*", type=Path, help="default: the open corpus")
    chosen = options.parse_args()
    texts = {path.name: read_file(path).text for path in chosen.files or sorted(CORPUS.glob("*.txt"))}
    for text in texts.values():  # patterns are compiled and vocabularies loaded before anything is measured
        avtale.parse(text)
    (_stages if chosen.stages else _documents)(texts, chosen.rounds)


def _documents(texts: dict[str, str], rounds: int) -> None:
    cost: dict[str, float] = {}
    per_character: dict[str, float] = {}
    for name, text in texts.items():
        words, whole = [], []
        for _ in range(rounds):
            words.append(_w(text))
            whole.append(_timed(partial(_to_json, text)))
        cost[name] = median(whole) / median(words)
        per_character[name] = median(whole) / len(text)
    slowest = max(per_character, key=per_character.__getitem__)
    print(f"text → record → JSON, {len(texts)} documents, {mean(map(len, texts.values())):.0f} characters on average")
    print(f"mean                  {mean(cost.values()):8.1f} W")
    print(f"median                {median(cost.values()):8.1f} W")
    print(f"slowest per character {cost[slowest]:8.1f} W, {per_character[slowest] / mean(per_character.values()):.1f} × the mean ({slowest})")


def _stages(texts: dict[str, str], rounds: int) -> None:
    runs: list[dict[str, float]] = []
    words: list[float] = []
    for _ in range(rounds):
        spent: dict[str, float] = {}
        words.append(sum(map(_w, texts.values())))
        for text in texts.values():
            _by_stage(text, spent)
        runs.append(spent)
    w = median(words)
    stages = {stage: median(run[stage] for run in runs) / w for stage in runs[0]}
    for stage, spent_in in sorted(stages.items(), key=lambda stage: -stage[1]):
        print(f"{stage:28}{spent_in:8.2f} W")
    print(f"{'all':28}{sum(stages.values()):8.2f} W")


def _by_stage(text: str, spent: dict[str, float]) -> None:
    """Add the time of each stage over one text to `spent`."""

    def run(stage: str, work: Callable[[], Any]) -> Any:
        begun = process_time()
        result = work()
        spent[stage] = spent.get(stage, 0.0) + process_time() - begun
        return result

    cleaned = run("clean", lambda: clean(text))
    view = run("slips", lambda: cleaned.edit(slips(cleaned.text)))
    cues = run("scan", lambda: scan(view.lower))
    run("outline", lambda: outline(view, cues))
    context = Context(text)
    for name in [name for name, value in vars(Context).items() if isinstance(value, cached_property) and not name.startswith("_")]:
        run(f"context: {name}", partial(getattr, context, name))
    found = []
    for name, extract in extractors().items():
        found += run(f"extract: {name}", partial(_all_of, extract, context))
    record = run("resolve", lambda: resolve(context, found))
    agreement = run("validate", lambda: Agreement.model_validate({"source": {}, **record}))
    run("dump", agreement.model_dump_json)


def _to_json(text: str) -> str:
    return avtale.parse(text).model_dump_json()


def _all_of(extract: Extractor, context: Context) -> list[Candidate]:
    return list(extract(context))


def _w(text: str) -> float:
    return _timed(lambda: [re.findall(r"\w+", text) for _ in range(W_RUNS)]) / W_RUNS


def _timed(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


if __name__ == "__main__":
    main()
