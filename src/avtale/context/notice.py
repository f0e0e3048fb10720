"""Notices: what the parser saw and could not use, each kind with a code, a severity and a reason of its own."""

from __future__ import annotations

from enum import Enum
from typing import Any


class Notice(Enum):
    """The kinds of notice: code, severity, reason."""

    IMPOSSIBLE_DATE = ("AVP101", "error", "impossible")
    IMPOSSIBLE_HOURS = ("AVP102", "error", "impossible")
    RELATIVE_DATE = ("AVP103", "info", "vague")
    REVERSED_TERM = ("AVP104", "error", "conflict")
    RIVAL_FREQUENCIES = ("AVP201", "warning", "conflict")
    UNCOUNTED_MEETINGS = ("AVP202", "info", "vague")
    PLACEHOLDER = ("AVP301", "warning", "placeholder")
    AMBIGUOUS_MUNICIPALITY = ("AVP401", "warning", "ambiguous")
    UNKNOWN_MUNICIPALITY = ("AVP402", "warning", "conflict")
    MUNICIPALITY_OF_ANOTHER_TIME = ("AVP403", "warning", "conflict")
    BEFORE_REGISTER = ("AVP404", "warning", "conflict")
    UNCHECKED_YEARS = ("AVP405", "info", "vague")
    MISSPELT_MUNICIPALITY = ("AVP406", "info", "illegible")
    INFERRED_DISTRICT = ("AVP407", "info", "vague")
    UNVERIFIED_DISTRICT = ("AVP408", "warning", "conflict")
    ILLEGIBLE = ("AVP501", "warning", "illegible")

    def at(self, field: str, message: str) -> dict[str, Any]:
        """A notice of this kind about the value that a JSON Pointer names, in the record's shape but for its evidence."""
        code, severity, reason = self.value
        return {"code": code, "severity": severity, "field": field, "reason": reason, "message": message}
