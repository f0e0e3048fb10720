"""Which date is the date of signing, which the term, and the list of all."""

from __future__ import annotations

from avtale.context import Candidate, Context, Notice, Stretch
from avtale.resolve.evidence import Value, evidenced, position


def signed(context: Context, candidates: list[Candidate]) -> Value | None:
    """The last day on which a party signed, with the place that stands with it."""
    if not candidates:
        return None
    last = max(candidates, key=lambda candidate: (candidate.value["date"], candidate.value["place"] is not None))
    return evidenced(context, last.value, last.spans)


def term(context: Context, candidates: list[Candidate], notices: list[Candidate]) -> Value | None:
    """The term put together from the surest statement of each of its parts; a notice where an end lies before the start."""
    value: Value = {"start": None, "end": None, "renewal": None, "termination_notice": None}
    spans: list[Stretch] = []
    for candidate in sorted(candidates, key=lambda candidate: (candidate.rank, -len(candidate.value), position(candidate))):
        news = {name: part for name, part in candidate.value.items() if value[name] is None and part is not None}
        if news and _contradicts(value, news):
            notices.append(Candidate("notices", Notice.REVERSED_TERM.at("/term", "the term ends before it starts"), candidate.spans))
        elif news:
            value |= news
            spans += candidate.spans
    return evidenced(context, value, spans) if spans else None


def _contradicts(value: Value, news: Value) -> bool:
    """Whether a new end lies before the known start, or a new start after the known end."""
    start, end = news.get("start") or value["start"], news.get("end") or value["end"]
    return bool(start and end and end < start[: len(end)])


def dates(context: Context, candidates: list[Candidate]) -> list[Value]:
    """Each date once in each telling role; `other` only where it has no better one."""
    roles: dict[str, set[str]] = {}
    for candidate in candidates:
        roles.setdefault(candidate.value["date"], set()).add(candidate.value["role"])
    seen: set[tuple[str, str]] = set()
    kept = []
    for candidate in candidates:
        date, role = candidate.value["date"], candidate.value["role"]
        if (date, role) not in seen and not (role == "other" and len(roles[date]) > 1):
            seen.add((date, role))
            kept.append(evidenced(context, candidate.value, candidate.spans))
    return kept


def earlier(context: Context, candidates: list[Candidate]) -> list[Value]:
    """Each earlier agreement once: those of one date are the same, by the first title that it is called by, and so are those of one title."""
    chosen: dict[str, Candidate] = {}
    titled = sorted(candidates, key=lambda candidate: (candidate.value["title"] is None, position(candidate)))
    for candidate in titled:
        chosen.setdefault(candidate.value["date"] or candidate.value["title"].casefold(), candidate)
    return [evidenced(context, candidate.value, candidate.spans) for candidate in sorted(chosen.values(), key=position)]
