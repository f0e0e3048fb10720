"""The configuration of `avtale validate`: where it is found, what goes before what, and how its faults are told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from avtale.rules import rules
from tests.cli.conftest import AGREEMENT, Run


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """An agreement two folders down."""
    path = tmp_path / "x" / "y" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def settings(run: Run, *arguments: str | Path) -> dict[str, object]:
    done = run("validate", *arguments, "--show-settings")
    assert (done.code, done.err) == (0, "")
    return tomllib.loads(done.text)


def test_defaults_are_the_rules_that_are_on(run: Run, deep: Path) -> None:
    shown = settings(run, deep, "--isolated")
    assert shown["severity"] == {code: rule.severity for code, rule in rules().items() if rule.on}
    assert shown["fail-on"] == "warning"
    assert "AV803" not in shown["severity"]  # type: ignore[operator]


def test_nearest_file_upwards_is_used_and_settings_can_be_read_back(run: Run, deep: Path, tmp_path: Path) -> None:
    (tmp_path / "avtale.toml").write_text('select = ["AV1"]\n')
    assert settings(run, deep)["select"] == [code for code in rules() if code.startswith("AV1")]
    (tmp_path / "x" / "pyproject.toml").write_text('[tool.avtale]\nselect = ["AV20"]\nas-of = 2024-05-01\nseverity = {AV203 = "error"}\n')
    shown = settings(run, deep)
    assert (shown["select"], shown["as-of"]) == ([code for code in rules() if code.startswith("AV20")], "2024-05-01")
    (tmp_path / "again.toml").write_text(run("validate", deep, "--show-settings").text)
    assert settings(run, deep, "--config", tmp_path / "again.toml") == shown
    assert "AV803" in settings(run, deep, "--isolated", "--select", "av8")["select"]  # type: ignore[operator]


def test_pyproject_without_our_table_is_passed_by(run: Run, deep: Path, tmp_path: Path) -> None:
    (tmp_path / "avtale.toml").write_text('fail-on = "never"\n')
    (deep.parent / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert settings(run, deep)["fail-on"] == "never"
    assert settings(run, deep, "--isolated")["fail-on"] == "warning"


def test_command_line_goes_before_the_file_and_the_closer_selector_before_the_wider(run: Run, deep: Path) -> None:
    (deep.parent / "avtale.toml").write_text('select = ["AV1"]\nignore = ["AV2"]\nfail-on = "never"\n[severity]\nAV203 = "info"\nAV201 = "info"\n')
    shown = settings(run, deep, "--select", "AV20,AV203", "--severity", "AV203=error", "--fail-on", "error")
    assert shown["select"] == ["AV201", "AV202", "AV203", "AV204", "AV205", "AV206", "AV208"]
    assert shown["severity"]["AV203"] == "error"  # type: ignore[index]
    assert shown["severity"]["AV201"] == "info"  # type: ignore[index]
    assert shown["fail-on"] == "error"
    assert settings(run, deep, "--select", "AV203", "--ignore", "AV20")["select"] == ["AV203"]
    assert settings(run, deep, "--select", "AV203", "--ignore", "AV203")["select"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('lang = "nb"\nselect = [\n', ":2: no valid TOML"),
        ('lang = "nb"\nselekt = ["AV1"]\n', ":2: selekt: unknown key; did you mean select?"),
        ('lang = "nb"\n\nselect = ["AV1",\n  "AV999"]\n', ":4: select: no rule AV999; did you mean AV9"),
        ('lang = "nb"\n[severity]\nAV203 = "info"\nAV298 = "info"\n', ":4: severity.AV298: no rule AV298; did you mean AV2"),
        ('[severity]\nAV203 = "grave"\n', ":2: severity.AV203: input should be 'error', 'warning' or 'info', not 'grave'"),
        ('# fail-on\nfail-on = "always"\n', ":2: fail-on: input should be"),
        ('select = ["\\u001b[31mAV9\\n"]\n', ":1: select: no rule \\x1b[31mAV9\\x0a; did you mean AV"),
        ("select = 3\n", ":1: select: input should be a list, not 3"),
        ('as-of = "2024"\n', ":1: as-of: 2024 is no date"),
    ],
)
def test_broken_configuration_is_told_with_file_line_and_key(run: Run, deep: Path, text: str, told: str) -> None:
    (deep.parent / "avtale.toml").write_text(text)
    done = run("validate", deep)
    assert (done.code, done.out) == (2, b"")
    assert f"avtale.toml{told}" in done.err
    (deep.parent / "avtale.toml").unlink()
    if "no valid TOML" not in told and "[severity]" not in text:
        (deep.parent / "pyproject.toml").write_text(f"[tool.avtale]\n{text}")
        line, _, rest = told[1:].partition(":")
        assert f"pyproject.toml:{int(line) + 1}:{rest}" in run("validate", deep).err


def test_tools_that_are_no_tables(run: Run, deep: Path) -> None:
    shared = deep.parent / "pyproject.toml"
    shared.write_text("tool = 3\n")
    assert settings(run, deep) == settings(run, deep, "--isolated")
    shared.write_text("[tool]\navtale = 3\n")
    assert "pyproject.toml:2: avtale: input should be a table, not 3" in run("validate", deep).err


def test_configuration_that_is_not_used_may_be_broken(run: Run, deep: Path) -> None:
    (deep.parent / "avtale.toml").write_text("=")
    assert run("validate", deep, "--isolated", "--fail-on", "never").code == 0
