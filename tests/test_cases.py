"""Every grammar and every extractor against its cases."""

from __future__ import annotations

import importlib

import pytest

from avtale.context import Context
from avtale.text import clean
from tests.case import Case, cases, filled


@pytest.mark.parametrize("case", cases("grammar"), ids=str)
def test_grammar(case: Case) -> None:
    grammar = importlib.import_module(f"avtale.grammar.{case.module}")
    view = clean(case.text)
    case.check([(filled(found.value), tuple(view.span(found.start, found.end))) for found in grammar.find(view, 0, len(view.text))])


@pytest.mark.parametrize("case", cases("extract"), ids=str)
def test_extractor(case: Case) -> None:
    extractor = importlib.import_module(f"avtale.extract.{case.module}")
    context = Context(case.text)
    hits = []
    for candidate in extractor.extract(context):
        spans = [context.view.span(*span) for span in candidate.spans]
        hull = (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)
        hits.append((filled(candidate.value), hull))
    case.check(hits)
