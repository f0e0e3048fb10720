"""The first and the last day that a date of the record can mean, so that rules compare only what is certain."""

from __future__ import annotations


def first_day(date: str) -> str | None:
    """The first day of an EDTF date or period as an ISO date, None where the year is not said.

    >>> first_day("2025-02"), first_day("2025/2027"), first_day("2020-23"), first_day("XXXX-05-17")
    ('2025-02-01', '2025-01-01', '2020-01-01', None)
    """
    return _day(date.partition("/")[0], "-01", "-01")


def last_day(date: str) -> str | None:
    """The last day of an EDTF date or period as an ISO date (a month's last as `-31`), None where it is open or the year not said.

    >>> last_day("2025-02"), last_day("2025/2027"), last_day("2020-23"), last_day("2020/..")
    ('2025-02-31', '2027-12-31', '2020-12-31', None)
    """
    return _day(date.rpartition("/")[2], "-12", "-31")


def _day(date: str, month: str, day: str) -> str | None:
    """A date filled up; of a season or a quarter only the year is certain."""
    if not date[:4].isdigit():
        return None
    if not "01" <= date[5:7] <= "12":
        return date[:4] + month + day
    return date if len(date) == len("2025-02-01") else date[:7] + day
