"""`avtale rules` and `avtale rule`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


def test_rules_are_listed_in_order(run: Run) -> None:
    done = run("rules")
    codes = [line.split()[0] for line in done.out.decode().splitlines()]
    assert (done.code, done.err) == (0, "")
    assert codes == sorted(codes)
    assert "AV803  off " in done.out.decode()


def test_rules_in_json(run: Run) -> None:
    known = {rule["code"]: rule for rule in json.loads(run("rules", "--format", "json").out)}
    assert known["AV310"]["kinds"] == ["cooperation", "police_council"]
    assert known["AV310"]["sources"] == ["L15"]
    assert known["AV803"]["on"] is False
    assert set(known["AV201"]["message"]) == {"en", "nb", "nn"}


def test_one_rule(run: Run) -> None:
    done = run("rule", "av301")
    assert done.code == 0
    assert done.out.decode().startswith("AV301: the police council is not described\n")
    assert "[R13] the police directorate's circular of 2013" in done.out.decode()


@pytest.mark.parametrize(("code", "meant"), [("AV21", "AV201"), ("AV2033", "AV203"), ("301", "AV301")])
def test_unknown_rule(run: Run, code: str, meant: str) -> None:
    done = run("rule", code)
    assert (done.code, done.out) == (2, b"")
    assert done.err.endswith(f"Error: no rule {code}; did you mean {meant}?\n")
