"""The holders of the two roles that have a field of their own."""

from __future__ import annotations

from avtale.context import Candidate, Context
from avtale.resolve.evidence import Stretch, Value, evidenced, position


def holder(context: Context, candidates: list[Candidate]) -> Value | None:
    """The politikontakt or the SLT coordinator: the surest name, title and share, and every presence once a place."""
    if not candidates:
        return None
    value: Value = {"name": None, "title": None, "position_percentage": None, "presence": []}
    spans: list[Stretch] = []
    for candidate in sorted(candidates, key=lambda candidate: (candidate.rank, position(candidate))):
        news = {name: part for name, part in candidate.value.items() if name != "presence" and value[name] is None and part is not None}
        presence = candidate.value.get("presence")
        if presence and not any(
            (other["times"], other["period"], other["place"]) == (presence["times"], presence["period"], presence["place"]) for other in value["presence"]
        ):
            value["presence"].append(evidenced(context, presence, candidate.spans))
            spans += candidate.spans
        if news:
            value |= news
            spans += candidate.spans
    return evidenced(context, value, spans)
