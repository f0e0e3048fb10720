"""The rules of `validate`, one module each: found, applied to a record, told as findings."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from avtale.record.models import Agreement
from avtale.rules.case import Case
from avtale.rules.rule import Finding, Hit, Place, Rule, Severity
from avtale.rules.stored import STORED

__all__ = ["Case", "Finding", "Hit", "Place", "Rule", "Severity", "check", "finding", "nearest", "rules"]

_MODULE = re.compile(r"av\d{3}\Z")
_FIGURES = re.compile(r"/\d+")


class _Checked(NamedTuple):
    rule: Rule
    check: Callable[[Case], Iterator[Hit]]


@cache
def _modules() -> dict[str, _Checked]:
    found = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__) if _MODULE.match(module.name)]
    return {module.RULE.code: _Checked(module.RULE, module.check) for module in found}


def rules() -> dict[str, Rule]:
    """Every rule by its code, in order of code."""
    return {rule.code: rule for rule in STORED} | {code: checked.rule for code, checked in sorted(_modules().items())}


def nearest(code: str) -> str:
    """The code of a rule that is most like a code that no rule has.

    >>> nearest("av20")
    'AV201'
    """
    return max(rules(), key=lambda known: (SequenceMatcher(None, known, code.upper()).ratio(), -int(known[2:])))


def check(record: Agreement, severities: Mapping[str, Severity], as_of: str | None = None) -> Iterator[Finding]:
    """The findings of the rules that have a severity in a record, in the order of the text; those without a place come first."""
    case = Case(record, as_of)
    found = [
        finding(checked.rule, severities[code], hit)
        for code, checked in sorted(_modules().items())
        if code in severities and applies(checked.rule, record)
        for hit in checked.check(case)
    ]
    yield from sorted(found, key=lambda hit: (hit.place.start if hit.place else -1, hit.rule.code))


def applies(rule: Rule, record: Agreement) -> bool:
    """Whether a rule is for agreements of a record's kind."""
    return record.document_type in rule.documents and (not rule.kinds or not rule.kinds.isdisjoint(record.kinds))


def finding(rule: Rule, severity: Severity, hit: Hit) -> Finding:
    """A finding whose fingerprint is made of the rule, the kind of field and the words, with no place or number in it."""
    words = " ".join(hit.place.quote.split()) if hit.place else ""
    seed = "\0".join([rule.code, _FIGURES.sub("", hit.field), words, *hit.values.values()])
    return Finding(rule, severity, hit.field, hit.place, hit.values, hashlib.sha256(seed.encode()).hexdigest()[:16])
