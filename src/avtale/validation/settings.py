"""Settings: what the command line and a file choose, and what holds in the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from avtale.rules import Rule, Severity, nearest, rules
from avtale.rules.rule import Language
from avtale.validation.configuration import SHARED, configuration_for, own_table
from avtale.validation.toml import fault, fit, key_of, plainly, read_toml

Format = Literal["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif"]
FailOn = Literal["error", "warning", "info", "never"]
_SELECTOR = re.compile(r"AV\d{0,3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _selector(value: str) -> str:
    """A code or the beginning of codes, in capitals."""
    code = value.upper()
    if not _SELECTOR.fullmatch(code) or not any(known.startswith(code) for known in rules()):
        raise ValueError(f"no rule {value}; did you mean {nearest(code)}?")
    return code


def rule_code(value: str) -> str:
    """The code of one rule, in capitals."""
    if value.upper() not in rules():
        raise ValueError(f"no rule {value}; did you mean {nearest(value)}?")
    return value.upper()


def _day(value: object) -> str:
    """A day as ISO 8601 text; TOML has dates of its own."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise ValueError(f"{text} is no date: YYYY-MM-DD") from None
    return text


Selector = Annotated[str, AfterValidator(_selector)]
Code = Annotated[str, AfterValidator(rule_code)]


class Choices(BaseModel):
    """What one place, a file or the command line, chooses; None for what it leaves open."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))

    select: tuple[Selector, ...] | None = None
    ignore: tuple[Selector, ...] | None = None
    severity: dict[Code, Severity] = {}
    fail_on: FailOn | None = None
    as_of: Annotated[str, BeforeValidator(_day)] | None = None
    lang: Language | None = None
    output_format: Format | None = None


class Options(NamedTuple):
    """The command line: what it chooses, and which file it wants read or left alone."""

    choices: Choices
    config: Path | None = None
    isolated: bool = False


class Settings(NamedTuple):
    """What holds for a file. `severities` has the rules that are applied; `origin` is the file that was read."""

    severities: Mapping[str, Severity]
    fail_on: FailOn
    as_of: str | None
    language: Language
    output_format: Format | None
    origin: Path | None


def choose(values: Mapping[str, object]) -> Choices:
    """What a command line chooses, its options by name.

    Raises:
        SettingsError: a value is not known.
    """
    try:
        return Choices.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise fault(f"--{key_of(first['loc'][:1])}: {plainly(first)}") from None


def settings_for(folder: Path, options: Options) -> Settings:
    """The settings for the files of a folder: the defaults, over them the configuration found upwards, over that the command line.

    Raises:
        SettingsError: the configuration is broken.
    """
    origin = None if options.isolated else options.config or configuration_for(folder.resolve())
    chosen = _read(origin) if origin else Choices()
    return _settle(chosen, options.choices, origin)


def settings_text(settings: Settings) -> str:
    """Settings as TOML that, in a configuration, gives the same."""
    rows = [("fail-on", settings.fail_on), ("as-of", settings.as_of), ("lang", settings.language), ("output-format", settings.output_format)]
    listed = ", ".join(f'"{code}"' for code in settings.severities)
    grave = [f'{code} = "{severity}"' for code, severity in settings.severities.items()]
    head = [f"# {settings.origin or 'no configuration file'}", *(f'{key} = "{value}"' for key, value in rows if value), f"select = [{listed}]"]
    return "\n".join([*head, "", "[severity]", *grave]) + "\n"


def _read(path: Path) -> Choices:
    text, said = read_toml(path)
    if path.name != SHARED:
        return fit(Choices, said, path, text)
    own = own_table(said)
    return fit(Choices, {} if own is None else own, path, text, "avtale")


def _settle(lower: Choices, upper: Choices, origin: Path | None) -> Settings:
    """What holds where one set of choices goes before another; severities are joined, everything else is replaced."""
    both = {name: value for choices in (lower, upper) for name, value in choices if value is not None}
    severities = {**lower.severity, **upper.severity}
    applied = {rule.code: severities.get(rule.code, rule.severity) for rule in _applied(both.get("select"), both.get("ignore", ()))}
    return Settings(applied, both.get("fail_on", "warning"), both.get("as_of"), both.get("lang", "en"), both.get("output_format"), origin)


def _applied(select: Iterable[str] | None, ignore: Iterable[str]) -> Iterator[Rule]:
    """The rules that are selected more closely than they are ignored, those that are on where nothing is selected."""
    for rule in rules().values():
        selected = int(rule.on) if select is None else _closeness(rule.code, select)
        if selected > _closeness(rule.code, ignore):
            yield rule


def _closeness(code: str, selectors: Iterable[str]) -> int:
    """How many characters of a code the longest of some selectors names."""
    return max((len(selector) for selector in selectors if code.startswith(selector)), default=0)
