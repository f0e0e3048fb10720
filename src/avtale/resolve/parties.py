"""Which of the named organisations are the parties, and which municipalities those were on the agreement's date."""

from __future__ import annotations

from collections.abc import Iterator

from avtale import register
from avtale.context import Candidate, Context, Notice
from avtale.register import Doubt, Resolution
from avtale.resolve.evidence import Value, each_once

_NORWEGIAN = ("kommune", "herad")
"""What the Norwegian name of a municipality ends with."""
_POLICE = ("police_district", "police_unit")
_NOTICES = {
    Doubt.UNKNOWN: Notice.UNKNOWN_MUNICIPALITY,
    Doubt.AMBIGUOUS: Notice.AMBIGUOUS_MUNICIPALITY,
    Doubt.NOT_THEN: Notice.MUNICIPALITY_OF_ANOTHER_TIME,
    Doubt.BEFORE_TABLE: Notice.BEFORE_REGISTER,
    Doubt.UNCHECKED: Notice.UNCHECKED_YEARS,
    Doubt.SLIP: Notice.MISSPELT_MUNICIPALITY,
    Doubt.INFERRED: Notice.INFERRED_DISTRICT,
    Doubt.UNVERIFIED: Notice.UNVERIFIED_DISTRICT,
}


def parties(context: Context, candidates: list[Candidate]) -> list[Value]:
    """The parties of the most telling passage that has both sides, each once."""
    chosen: list[Candidate] = []
    for rank in sorted({candidate.rank for candidate in candidates}):
        chosen += [candidate for candidate in candidates if candidate.rank == rank]
        sides = {candidate.value["type"] in _POLICE for candidate in chosen}
        if len(sides) == 2:
            break
    if any(candidate.value["type"] == "police_district" for candidate in chosen):
        chosen = [candidate for candidate in chosen if candidate.value["type"] != "police_unit"]
    if any(candidate.value["type"] == "other" for candidate in chosen):
        chosen = [candidate for candidate in chosen if candidate.value["type"] != "municipality"]
    return each_once(context, chosen, ("type", "name"))


def number_municipalities(record: Value) -> list[Value]:
    """Give the municipalities their numbers, on the agreement's date and today; returns notices of what is in doubt about them."""
    notices: list[Value] = []
    date, units = _date(record), _units(record)
    districts = _districts(record) | {unit.district for unit in units}
    names = {party["name"] for party in record["parties"] + record["organisations"] if party["type"] == "municipality"}
    resolutions = {name: register.resolve(name, date, districts, names - {name}) for name in names}
    record["parties"] = _in_one_language(record["parties"], resolutions)
    for index, party in enumerate(record["parties"]):
        if party["type"] == "municipality":
            resolution = resolutions[party["name"]]
            if resolution:
                party |= {"number": resolution.number, "current_number": resolution.current}
            unsure = bool(resolution and resolution.by_district) and any(unit.unverified for unit in units)
            for doubt, message in _doubts(party["name"], date, resolution, unsure=unsure):
                notices.append(_NOTICES[doubt].at(f"/parties/{index}/number", message) | {"evidence": party["evidence"]})
    return notices


def _in_one_language(parties: list[Value], resolutions: dict[str, Resolution | None]) -> list[Value]:
    """The parties, each municipality once that is named in two languages: `Guovdageainnu suohkan – Kautokeino kommune`."""
    kept: list[Value] = []
    for party in parties:
        resolution = resolutions.get(party["name"])
        same = next((other for other in kept if resolution and resolutions.get(other["name"]) == resolution), None)
        if same is None:
            kept.append(party)
            continue
        if not same["name"].lower().endswith(_NORWEGIAN):
            same["name"] = party["name"]
        same["evidence"] = sorted([*same["evidence"], *party["evidence"]], key=lambda span: span["start"])
    return kept


def _doubts(name: str, date: str | None, resolution: Resolution | None, *, unsure: bool) -> Iterator[tuple[Doubt, str]]:
    """What is in doubt about a municipality; `unsure` where its district is told by a unit that the sources leave open."""
    if resolution is None:
        return register.explain([Doubt.UNKNOWN], name, date, ())
    doubts = resolution.doubts | ({Doubt.UNVERIFIED} if unsure else set())
    return register.explain(doubts, name, date, resolution.readings)


def _districts(record: Value) -> set[str]:
    """The codes of the police districts that are parties; where none is, of those that are named."""
    for field in ("parties", "organisations"):
        named = {code for party in record[field] if party["type"] == "police_district" for code in register.codes(party["name"])}
        if named:
            return named
    return set()


def _units(record: Value) -> list[register.Unit]:
    """The police units among the parties that the register has."""
    return [unit for party in record["parties"] if party["type"] == "police_unit" for unit in [register.unit(party["name"])] if unit]


def _date(record: Value) -> str | None:
    """The day that the agreement's names refer to: of the signing, else the start of its term."""
    for field, key in (("signed", "date"), ("term", "start")):
        if record[field] and record[field][key] and not record[field][key].startswith("X"):
            return str(record[field][key])
    return None
