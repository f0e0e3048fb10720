"""A timetable as it is read: days and times in the order in which they stand, put together to rules."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as empty

from avtale.grammar.opening import WEEK, Hours


@dataclass(slots=True)
class Reader:
    """Reads days and times in the order in which they stand; a time belongs to the days before it, else to those after."""

    rules: list[Hours] = empty(default_factory=list)
    days: tuple[str, ...] = ()
    fresh: bool = False
    """Whether `days` have had no time yet."""
    closing: bool = False
    """Whether the last word was that of being closed."""
    pausing: int = 0
    """How many of the last rules the time that comes next is a break of, where it is one."""
    behind: int = 0
    """How many of the last rules had their days said after them, by the word just read."""
    skips: bool = False
    """Whether `days` are so in some weeks only."""
    same: str | None = None
    """When the hours open that come next, where that is said of others before."""
    is_weekly: bool = True
    always: bool = False
    end: int = -1
    """Where the last word that was read ends."""

    def read_days(self, days: tuple[str, ...]) -> None:
        if self.behind and set(days) <= set(self.rules[-1].days):
            self.behind = 0
        count = self.behind or (0 if self.fresh else self._without_days())
        if count:
            self.rules[-count:] = [rule._replace(days=tuple(dict.fromkeys(rule.days + days))) for rule in self.rules[-count:]]
            self.days, self.fresh, self.behind = (), False, count
            self.is_weekly = self.is_weekly and not self.skips
            self.skips = False
            return
        self.days = tuple(dict.fromkeys(self.days + days)) if self.fresh else days
        self.fresh, self.closing = True, False

    def read_exception(self, days: set[str]) -> None:
        if self.fresh:
            self.days = tuple(day for day in self.days if day not in days)
        elif self.rules:
            self.rules[-1] = self.rules[-1]._replace(days=tuple(day for day in self.rules[-1].days if day not in days))
            self.days = tuple(day for day in WEEK if day in days)

    def read_skipping(self) -> None:
        """`annenhver` before the days, or `i partallsuker` after them."""
        self.skips = True

    def read_time(self, opens: str | None, closes: str | None) -> None:
        last = self.rules[-1] if self.rules else None
        opens, self.same = opens or self.same, None
        if opens and closes and (self.closing or self.pausing) and self._break(opens, closes):
            return
        if last and last.opens and not last.closes and closes and not opens and not self.fresh:
            self.rules[-1] = last._replace(closes=closes)
            return
        days = () if last and last.closes and not opens and not self.fresh else self.days
        self.is_weekly = self.is_weekly and not self.skips
        self.rules.append(Hours(days, opens, closes))
        self.fresh = self.closing = self.skips = False
        self.behind = self.pausing = 0

    def read_same(self) -> None:
        """`til samme tid`: the next time of closing is of hours that open when the last ones do."""
        self.same = self.rules[-1].opens if self.rules else None

    def read_closed(self) -> None:
        self.rules.append(Hours(self.days if self.fresh else (), None, None, closed=True))
        self.fresh, self.closing, self.behind = False, True, 0

    def read_pause(self, is_aside: bool) -> None:
        self.pausing = 1 if is_aside else len(self.rules)

    def read_always(self) -> None:
        if self.fresh and len(self.days) < 7:
            self.rules.append(Hours(self.days, "00:00", "24:00"))
        self.always = True
        self.fresh = False

    def opening(self) -> str | None:
        """When it opens on the days before, which a later closing (`og onsdag til 17.30`) takes over."""
        last = self.rules[-1] if self.rules else None
        return last.opens if last and last.days and self.fresh and last.closes else None

    def said(self) -> list[Hours]:
        """The rules that say something, not a closed time without its day; each without the days that a later one says anew."""
        rules = [rule for rule in self.rules if rule.days or not rule.closed]
        for number, later in enumerate(rules):
            for index, earlier in enumerate(rules[:number]):
                if set(later.days) < set(earlier.days) and _overlap(earlier, later):
                    rules[number] = later = _completed(later, earlier)
                    rules[index] = earlier._replace(days=tuple(day for day in earlier.days if day not in later.days))
        return [rule for number, rule in enumerate(rules) if not any(_contradict(earlier, rule) for earlier in rules[:number])]

    def _without_days(self) -> int:
        """How many of the last rules have no days yet."""
        return next((count for count, rule in enumerate(reversed(self.rules)) if rule.days), len(self.rules))

    def _break(self, opens: str, closes: str) -> bool:
        """`09–15, stengt 11:30–12`, `8–15.30 (lunsj 11.30–12)`: cut the break out of the hours before it."""
        if self.closing and self.rules[-1].closed and not self.rules[-1].days:
            self.rules.pop()
            self.pausing = max(1, self.pausing)
        kept, cut = self.rules[: -self.pausing], self.rules[-self.pausing :]
        parts = [part for rule in cut for part in _parts(rule, opens, closes)]
        self.closing, self.pausing = False, 0
        if len(parts) == len(cut):
            return False
        self.rules = kept + parts
        return True


def _parts(rule: Hours, opens: str, closes: str) -> list[Hours]:
    """A rule before and after a break, where it has that break."""
    if not (rule.opens and rule.closes and rule.opens < opens < closes < rule.closes):
        return [rule]
    return [rule._replace(closes=opens), rule._replace(opens=closes)]


def _completed(later: Hours, earlier: Hours) -> Hours:
    """Hours of some days that say one end only, with the other end that holds on the days they are among: `onsdag til kl. 17`."""
    return later._replace(opens=later.opens or (earlier.opens if later.closes else None), closes=later.closes or (earlier.closes if later.opens else None))


def _contradict(a: Hours, b: Hours) -> bool:
    """Whether two rules say different things of the same days (`mandag 8–19 og ellers 8–15`: whose days the second has is not said)."""
    return bool(a.days) and a.days == b.days and _overlap(a, b)


def _overlap(a: Hours, b: Hours) -> bool:
    """Whether two rules cannot both hold on one day."""
    return a.closed or b.closed or ((a.opens or "") < (b.closes or "99") and (b.opens or "") < (a.closes or "99"))
