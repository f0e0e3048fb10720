"""Bodies: facts about the same forum brought together, its members told apart."""

from __future__ import annotations

from avtale.context import Candidate, Context, Notice
from avtale.resolve.evidence import Value, best, evidenced, position

_PERSONS = ("chair", "secretary", "convener")
_INCIDENTAL = frozenset({"uncounted", "minuted", "chair_by", "secretary_by"})
"""What is said of forums that the agreement does not regulate, too."""
_YEARS = {"P1Y": 1.0, "P6M": 2.0, "P4M": 3.0, "P3M": 4.0, "P2M": 6.0, "P1M": 12.0, "P2W": 26.0, "P1W": 52.0}
Key = tuple[str, str | None]


def bodies(context: Context, candidates: list[Candidate], notices: list[Candidate]) -> list[Value]:
    """One entry a body, in the order in which the text first says something of it."""
    groups: dict[Key, list[Candidate]] = {}
    names = _names(candidates)
    for candidate in candidates:
        groups.setdefault(_key(candidate, names), []).append(candidate)
    kept = [(key, group) for key, group in groups.items() if _is_regulated(key, group)]
    return [_body(context, key, group, index, notices) for index, (key, group) in enumerate(kept)]


def _is_regulated(key: Key, group: list[Candidate]) -> bool:
    """Whether the agreement regulates a forum that it names: it says what the forum is, or who sits in it."""
    if all(candidate.value.keys() & _INCIDENTAL for candidate in group):
        return False
    return key[1] is None or any("member" in candidate.value or len(candidate.value) == 2 for candidate in group)


def _names(candidates: list[Candidate]) -> dict[str, set[str]]:
    """The names of the bodies of each type."""
    names: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.value.get("name") and not candidate.value.keys() & _INCIDENTAL:
            names.setdefault(candidate.value["type"], set()).add(candidate.value["name"])
    return names


def _key(candidate: Candidate, names: dict[str, set[str]]) -> Key:
    """The body that a candidate tells of; one without a name is the only named one of its type."""
    kind, name = candidate.value["type"], candidate.value.get("name")
    if name is None and len(names.get(kind, ())) == 1:
        [name] = names[kind]
    return kind, name


def _body(context: Context, key: Key, group: list[Candidate], index: int, notices: list[Candidate]) -> Value:
    facets: dict[str, list[Candidate]] = {}
    for candidate in group:
        for facet in candidate.value.keys() - {"type", "name"}:
            facets.setdefault(facet, []).append(candidate)
    value: Value = {"type": key[0], "name": key[1], "members": _members(context, facets.pop("member", []))}
    meetings = _meetings(facets.pop("meetings", []), index, notices)
    uncounted = best(facets.pop("uncounted", []))
    if uncounted and not meetings:
        message = f"the meetings are not counted: {uncounted.value['uncounted']}"
        notices.append(Candidate("notices", Notice.UNCOUNTED_MEETINGS.at(f"/bodies/{index}/meetings", message), uncounted.spans))
    value["meetings"] = evidenced(context, meetings.value["meetings"], meetings.spans) if meetings else None
    spans = [span for candidate in group for span in candidate.spans[:1]]
    value["minutes"] = _minutes(context, facets.pop("minutes", []))
    for facet, rivals in facets.items():
        chosen = best(rivals)
        if chosen:
            part = chosen.value[facet]
            value[facet] = evidenced(context, _known(part, value["members"]), chosen.spans) if facet in _PERSONS else part
    return evidenced(context, value, spans)


def _known(officer: Value, members: list[Value]) -> Value:
    """An officer of whom only the name is said, with the office that he has as a member."""
    if officer["role"] != "other" or officer["title"]:
        return officer
    same = next((member for member in members if member["name"] and member["name"] == officer["name"]), None)
    return officer | {"role": same["role"], "title": same["title"]} if same else officer


def _minutes(context: Context, candidates: list[Candidate]) -> Value | None:
    value: Value = {"public": None, "archived": None}
    for candidate in candidates:
        value |= {name: said for name, said in candidate.value["minutes"].items() if value[name] is None and said is not None}
    return evidenced(context, value, [span for candidate in candidates for span in candidate.spans]) if candidates else None


def _meetings(candidates: list[Candidate], index: int, notices: list[Candidate]) -> Candidate | None:
    """The frequency of meetings; none, and a notice, where two sentences contradict each other."""
    chosen = best(candidates)
    if chosen is None:
        return None
    rivals = [other for other in candidates if other.rank == chosen.rank and other.spans[1:] != chosen.spans[1:] and _rate(other) != _rate(chosen)]
    if rivals:
        spans = (chosen.spans[0], *(other.spans[0] for other in rivals))
        message = "two frequencies for the meetings: " + " / ".join(candidate.value["meetings"]["text"] for candidate in (chosen, *rivals))
        notices.append(Candidate("notices", Notice.RIVAL_FREQUENCIES.at(f"/bodies/{index}/meetings", message), spans))
        return None
    return chosen


def _rate(candidate: Candidate) -> tuple[float, str] | tuple[int, str]:
    meetings = candidate.value["meetings"]
    yearly = _YEARS.get(meetings["period"])
    return (meetings["times"] * yearly, "P1Y") if yearly else (meetings["times"], meetings["period"])


def _members(context: Context, candidates: list[Candidate]) -> list[Value]:
    """The members, each once: one named twice is one member."""
    members: list[Value] = []
    spans: list[list[tuple[int, int]]] = []
    for candidate in sorted(candidates, key=lambda candidate: (candidate.rank, position(candidate))):
        member = candidate.value["member"]
        index = next((index for index, known in enumerate(members) if _is_same(known, member)), None)
        if index is None:
            members.append(dict(member))
            spans.append(list(candidate.spans))
        else:
            members[index] |= {name: part for name, part in member.items() if members[index].get(name) is None and part is not None}
            spans[index] += candidate.spans
    order = sorted(range(len(members)), key=lambda index: min(spans[index]))
    return [evidenced(context, members[index], spans[index]) for index in order]


def _is_same(a: Value, b: Value) -> bool:
    if a["role"] != b["role"] or not _agree(a.get("name"), b.get("name")) or not _agree(a.get("party"), b.get("party")):
        return False
    if a["attendance"] != b["attendance"] and "deputy" in (a["attendance"], b["attendance"]):
        return False
    if a["role"] != "other" or (a.get("name") and a.get("name") == b.get("name")):
        return True
    return (a.get("title") or "").casefold() == (b.get("title") or "").casefold()


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.casefold() == b.casefold()
