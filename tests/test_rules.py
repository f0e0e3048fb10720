"""Every rule against its cases, and the rules of the house for rules.

`tests/cases/rules/avNNN.toml` holds those of the rule AVNNN: short agreements in which it finds one thing, or nothing.

    [[case]]                           # silent
    language = "nb"                    # or "nn"
    text = "Avtale …"

    [[case]]                           # finds one thing, over the marked words
    language = "nn"
    text = "… ⟦4. møter⟧ …"            # a heading is marked whole; where nothing is marked the finding points at nothing
    finding = { text = "4. møter" }    # the values of its message
    as_of = "2026-01-01"               # as --as-of does
"""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import avtale
from avtale.rules import check, rules
from avtale.rules.rule import Finding, Language
from avtale.rules.sources import SOURCES
from avtale.rules.stored import STORED
from tests.case import CASES, CLOSE, OPEN

TABLE = Path(__file__).parents[2] / "shared" / "rules.md"
LANGUAGES: tuple[Language, ...] = ("en", "nb", "nn")
ROWS = {path.stem.upper(): tomllib.loads(path.read_text(encoding="utf-8"))["case"] for path in sorted((CASES / "rules").glob("av*.toml"))}
RULES = {code: rule for code, rule in rules().items() if rule not in STORED}
"""Those that look at agreements; the others have their cases in `tests/cli/test_validate_records.py`."""


def found(code: str, text: str, as_of: str | None) -> list[Finding]:
    """The findings of one rule in a text."""
    return list(check(avtale.parse(text), {code: RULES[code].severity}, as_of))


def words(text: str, finding: Finding) -> str | None:
    """What a finding points at."""
    if finding.place is None:
        return None
    start, end = finding.place.start, finding.place.end
    return text[start:end] if end is not None else text[start:].partition("\n")[0]


@pytest.mark.parametrize(("code", "number"), [(code, number) for code, rows in ROWS.items() for number in range(1, len(rows) + 1)])
def test_rule(code: str, number: int) -> None:
    row = ROWS[code][number - 1]
    before, _, rest = row["text"].partition(OPEN)
    marked, closed, after = rest.partition(CLOSE)
    text = before + marked + after
    findings = found(code, text, row.get("as_of"))
    if "finding" not in row:
        assert [finding.message() for finding in findings] == []
        return
    assert [dict(finding.values) for finding in findings] == [row["finding"]]
    assert words(text, findings[0]) == (marked if closed else None)
    for place in filter(None, [findings[0].place]):
        assert not closed or place.start == len(before)
        assert place.end is None or place.quote == marked
    assert all(findings[0].message(language) for language in LANGUAGES)


def test_each_rule_has_cases_and_each_case_file_a_rule() -> None:
    assert sorted(ROWS) == sorted(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_rule_has_a_firing_and_a_silent_case_in_each_language(code: str) -> None:
    kinds = {(row["language"], "finding" in row) for row in ROWS.get(code, ())}
    assert kinds == {(language, fires) for language in ("nb", "nn") for fires in (True, False)}


@pytest.mark.parametrize("code", sorted(RULES))
def test_module_has_the_name_of_its_rule(code: str) -> None:
    assert (Path(avtale.__file__).parent / "rules" / f"{code.lower()}.py").exists()


@pytest.mark.parametrize("code", sorted(RULES))
def test_message_takes_the_same_values_in_every_language(code: str) -> None:
    taken = [{name for _, name, _, _ in string.Formatter().parse(message) if name is not None} for message in RULES[code].message]
    fired = [set(row["finding"]) for row in ROWS.get(code, ()) if "finding" in row]
    assert all(names == taken[0] for names in [*taken, *fired])


@pytest.mark.parametrize("code", sorted(RULES))
def test_reason_names_known_sources(code: str) -> None:
    assert {source for listed in re.findall(r"\[([^\]]+)\]", RULES[code].why) for source in listed.split(", ")} <= SOURCES.keys()
    assert RULES[code].example


def test_every_rule_of_the_table_is_there() -> None:
    if not TABLE.exists():
        pytest.skip(f"the table of rules is not beside the repository: {TABLE.name}")
    listed = [row.split("|") for row in TABLE.read_text(encoding="utf-8").splitlines() if row.startswith("| AV")]
    table = [(re.findall(r"AV\d{3}", cells[1]), [severity.strip() for severity in cells[2].split("/")]) for cells in listed]
    wanted = {code: severities[min(index, len(severities) - 1)] for codes, severities in table for index, code in enumerate(codes)}
    assert {code: rule.severity if rule.on else "off by default" for code, rule in RULES.items() if code in wanted} == wanted
