"""Which of the named organisations are the parties, and which municipalities those were on the agreement's date."""

from __future__ import annotations

from avtale import register
from avtale.context import Candidate, Context, Notice
from avtale.register.tables import folded
from avtale.resolve.evidence import Value, each_once

_POLICE = ("police_district", "police_unit")


def parties(context: Context, candidates: list[Candidate]) -> list[Value]:
    """The parties of the most telling passage that has both sides, each once."""
    chosen: list[Candidate] = []
    for rank in sorted({candidate.rank for candidate in candidates}):
        chosen += [candidate for candidate in candidates if candidate.rank == rank]
        sides = {candidate.value["type"] in _POLICE for candidate in chosen}
        if len(sides) == 2:
            break
    if any(candidate.value["type"] == "other" for candidate in chosen):
        chosen = [candidate for candidate in chosen if candidate.value["type"] != "municipality"]
    return each_once(context, chosen, ("type", "name"))


def number_municipalities(record: Value) -> list[Value]:
    """Give the municipalities their numbers, on the agreement's date and today; returns notices of those that have none."""
    notices: list[Value] = []
    date = _date(record)
    districts = {code for party in record["parties"] if party["type"] == "police_district" for code in register.codes(party["name"])}
    for index, party in enumerate(record["parties"]):
        if party["type"] == "municipality":
            resolution = register.resolve(municipality_name(party["name"]), date, districts)
            if resolution:
                party |= {"number": resolution.number, "current_number": resolution.current}
            notice = _notice(f"/parties/{index}/number", party["name"], date, resolution)
            notices += [notice | {"evidence": party["evidence"]}] if notice else []
    return notices


def _notice(field: str, name: str, date: str | None, resolution: register.Resolution | None) -> Value | None:
    """Why a municipality has no number: no other reason than the lack of a date needs to be told."""
    if resolution is None:
        return Notice.UNKNOWN_MUNICIPALITY.at(field, f"the register has no {name}")
    if resolution.number or not date:
        return None
    numbers = sorted({row.number for row in resolution.readings})
    if len(numbers) > 1:
        return Notice.AMBIGUOUS_MUNICIPALITY.at(field, f"{name} may be {' or '.join(numbers)}")
    return Notice.UNKNOWN_MUNICIPALITY.at(field, f"there was no {name} on {date}")


def municipality_name(name: str) -> str:
    """The name without its word for municipality: `Ulvik herad` → `ulvik`."""
    return folded(name).removesuffix(" kommune").removesuffix(" kommuna").removesuffix(" herad")


def _date(record: Value) -> str | None:
    """The day that the agreement's names refer to: of the signing, else the start of its term."""
    for field, key in (("signed", "date"), ("term", "start")):
        if record[field] and record[field][key] and not record[field][key].startswith("X"):
            return str(record[field][key])
    return None
