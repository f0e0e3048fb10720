"""The rules of `validate` as they are shown: a line each, one with all that there is to say of it, or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from avtale.rules import Rule
from avtale.rules.sources import SOURCES

_CITED = re.compile(r"\[([^\]]+)\]")


def rules_text(rules: Iterable[Rule]) -> str:
    """A line for each rule: code, severity, kinds, message."""
    return "".join(f"{rule.code}  {severity_of(rule):<7}  {kinds_of(rule):<27}  {rule.message.en}\n" for rule in rules)


def rules_json(rules: Iterable[Rule]) -> str:
    """The rules as a JSON array, each with its messages in every language and the codes of its sources."""
    return json.dumps([_as_json(rule) for rule in rules], indent=2, ensure_ascii=False) + "\n"


def rule_text(rule: Rule) -> str:
    """All that there is to say of a rule."""
    return "\n".join([f"{rule.code}: {rule.message.en}", "", *_lines(rule)]) + "\n"


def severity_of(rule: Rule) -> str:
    """The severity of a rule, `off` where nothing is found unless it is selected."""
    return rule.severity if rule.on else "off"


def kinds_of(rule: Rule) -> str:
    """The kinds of agreement that a rule is for."""
    return ", ".join(sorted(rule.kinds)) or "all"


def cited(rule: Rule) -> list[str]:
    """The codes of the sources that the reason of a rule names."""
    return [source for listed in _CITED.findall(rule.why) for source in listed.split(", ")]


def _lines(rule: Rule) -> Iterator[str]:
    yield f"Bokmål:     {rule.message.nb}"
    yield f"Nynorsk:    {rule.message.nn}"
    yield f"Severity:   {severity_of(rule)}"
    yield f"Kinds:      {kinds_of(rule)}"
    yield f"Documents:  {', '.join(sorted(rule.documents))}"
    yield f"Example:    {rule.example}"
    yield f"Why:        {rule.why}"
    yield from (f"            [{source}] {SOURCES[source]}" for source in cited(rule))


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity,
        "on": rule.on,
        "kinds": sorted(rule.kinds),
        "documents": sorted(rule.documents),
        "message": rule.message._asdict(),
        "why": rule.why,
        "sources": cited(rule),
        "example": rule.example,
    }
