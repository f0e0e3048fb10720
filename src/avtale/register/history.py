"""What became of municipalities: the number that one has today, the changes between two days, and whole chains of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from avtale.register.municipalities import Municipality, by_number, municipalities
from avtale.register.names import key


class Change(NamedTuple):
    """What happened to some municipalities on a day, the first on which those after it were in force."""

    date: str
    before: tuple[Municipality, ...]
    after: tuple[Municipality, ...]

    @property
    def kind(self) -> Literal["name", "number", "merger", "split", "division"]:
        """What kind of change it is; a `division` is one of several into several."""
        if len(self.after) > 1:
            return "split" if len(self.before) == 1 else "division"
        if len(self.before) > 1:
            return "merger"
        return "name" if self.before[0].number == self.after[0].number else "number"


def today(row: Municipality) -> str | None:
    """The number that a municipality has today: along its successors, and by name where one was split; None where neither tells.

    >>> [today(by_number()[number][0]) for number in ("1420", "1507", "1850")]
    ['4640', '1508', None]
    """
    return _today(row, key(row.name))


@cache
def _today(row: Municipality, name: str) -> str | None:
    """The number today of a row that one of that name (a key) went into: where it was split, the part that has that name, else its own."""
    if row.valid_to is None:
        return row.number
    following = _following(row)
    heirs = following if len(following) == 1 else _of_name(following, name) or _of_name(following, key(row.name))
    return _today(heirs[0], name) if len(heirs) == 1 else None


def _of_name(rows: list[Municipality], name: str) -> list[Municipality]:
    return [row for row in rows if key(row.name) == name]


def merges_or_ends(row: Municipality) -> bool:
    """Whether the last day of a row is that of a municipality that is merged or split, not just of its number or name.

    >>> [merges_or_ends(by_number()[number][0]) for number in ("1420", "1426")]
    [True, False]
    """
    return any(change.date == row.valid_to and row in change.before and change.kind not in ("name", "number") for change in changes())


def diff(since: str, until: str) -> list[Change]:
    """The changes after one day and up to another (ISO dates), in order."""
    return [change for change in changes() if since < change.date <= until]


def chain(number: str) -> list[Change]:
    """Every change that led to a number, and every change that followed from it, in order.

    >>> [(change.date, [row.number for row in change.before]) for change in chain("4640")]
    [('2020-01-01', ['1418', '1419', '1420'])]
    """
    came = _closure(number, forward=False)
    return sorted(came | _closure(number, forward=True))


def _closure(number: str, *, forward: bool) -> set[Change]:
    """The changes that are reached from a number in one direction of time."""
    found: set[Change] = set()
    waiting, done = [number], set()
    while waiting:
        current = waiting.pop()
        done.add(current)
        for change in changes():
            here, there = (change.before, change.after) if forward else (change.after, change.before)
            if any(row.number == current for row in here):
                found.add(change)
                waiting += [row.number for row in there if row.number not in done]
    return found


@cache
def changes() -> tuple[Change, ...]:
    """All changes in the table, by date and number."""
    days: dict[str, list[Municipality]] = defaultdict(list)
    for row in municipalities():
        if row.valid_to:
            days[row.valid_to].append(row)
    return tuple(sorted(change for day, ended in days.items() for change in _changes_on(day, ended)))


def _changes_on(day: str, ended: list[Municipality]) -> list[Change]:
    """The rows that end on a day, brought together where they have a successor in common."""
    groups: list[tuple[set[Municipality], set[Municipality]]] = []
    for row in ended:
        before, after = {row}, set(_following(row))
        for group in [group for group in groups if group[1] & after]:
            groups.remove(group)
            before, after = before | group[0], after | group[1]
        groups.append((before, after))
    grown = [(before | {row for row in after if row.valid_from < day}, after) for before, after in groups]
    return [Change(day, tuple(sorted(before)), tuple(sorted(after))) for before, after in grown]


def _following(row: Municipality) -> list[Municipality]:
    """The rows that come directly after one."""
    day = row.valid_to or ""
    return [later for number in row.successors for later in by_number().get(number, ()) if later.holds(day, day)]
