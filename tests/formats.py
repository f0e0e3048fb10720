"""Reports for the tests of formats: some that are plain, and a strategy for those that nobody would write."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from avtale.output.formats import formats
from avtale.output.report import Failure, Position, Reported
from avtale.rules import Finding, Place, rules
from avtale.rules.rule import Language, Severity

RULES = rules()
PLAIN = "AV201"
BLANK = Position(3, 10, 3, 17)
WITH_NAME = "AV107"
"""A rule whose message takes a name and a district."""


def reported(
    code: str = PLAIN,
    *,
    path: str = "avtaler/lom.txt",
    position: Position | None = BLANK,
    source: str | None = "Lom, den _______",
    name: str = "Lom kommune",
    severity: Severity | None = None,
    fingerprint: str = "0123456789abcdef",
    suppressed: str | None = None,
) -> Reported:
    """A report of a finding; all that is not given is what it would be for a date that was left blank."""
    rule = RULES[code]
    values = {"name": name, "district": "Vest politidistrikt"}
    finding = Finding(rule, severity or rule.severity, "/signed", Place(30, 37, "_______"), values, fingerprint)
    return Reported(path, finding, position, source, suppressed)


def written(name: str, reports: Iterable[Reported | Failure], language: Language = "en") -> str:
    """Reports in a format."""
    return "".join(formats()[name](reports, language))


_HARD = "\n\r%:,;\t\x00\x1b\x7f\x85\u2028\u202e\ufffe]>&<\"'{}[]\\/æøåÆØÅ🚓\u0301"
NASTY = st.text(st.one_of(st.sampled_from(_HARD), st.characters(codec="utf-8")), max_size=20)
"""Text that a format might trip over, `]]>` among it."""
PATHS = st.one_of(NASTY.filter(lambda text: "\0" not in text and text.strip("/.") == text and bool(text)), st.just("a]]>::b,c%0A.txt"))
POSITIONS = st.one_of(st.none(), st.builds(lambda line, column, more: Position(line, column, line, column + more), *[st.integers(1, 99)] * 3))
REPORTS = st.builds(
    lambda code, path, position, source, name, suppressed: reported(
        code, path=path, position=position, source=source if position else None, name=name, suppressed=suppressed
    ),
    *(st.sampled_from([PLAIN, WITH_NAME]), PATHS, POSITIONS, NASTY, NASTY, st.one_of(st.none(), NASTY)),
)
FAILURES = st.builds(Failure, PATHS, st.sampled_from(["encoding", "too_large"]), NASTY)
RUNS = st.lists(st.one_of(REPORTS, FAILURES), max_size=5)
