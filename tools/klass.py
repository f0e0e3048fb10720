"""Statistics Norway's KLASS: the parts of its API that the register is made from.

Answers are JSON, dates ISO, ends of time exclusive: `{"codes": [{"code", "name", "validFromInRequestedRange", "validToInRequestedRange", …}]}`,
`{"codeChanges": [{"oldCode", "newCode", "changeOccurred", …}]}`, `{"correspondenceItems": [{"sourceCode", "targetCode", …}]}`.
"""

from __future__ import annotations

from typing import Any

import urllib3

URL = "https://data.ssb.no/api/klass/v1"


class KlassError(Exception):
    """What KLASS answered cannot be used."""


class Klass:
    """The API: each method gives the list of an answer, as it comes."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.pool = urllib3.PoolManager(timeout=60, retries=urllib3.Retry(3, backoff_factor=0.2, status_forcelist=(429, 502, 503, 504)))

    def codes(self, since: str, until: str) -> list[dict[str, Any]]:
        """The municipalities from one day up to another, each under one name."""
        return self._list("classifications/131/codes", "codes", **{"from": since, "to": until})

    def changes(self, since: str, until: str) -> list[dict[str, Any]]:
        """Which number followed which."""
        return self._list("classifications/131/changes", "codeChanges", **{"from": since, "to": until})

    def members(self, day: str) -> list[dict[str, Any]]:
        """The municipalities (target) of each police district (source) on a day."""
        return self._list("classifications/109/correspondsAt", "correspondenceItems", targetClassificationId="131", date=day)

    def _list(self, path: str, key: str, **query: str) -> list[dict[str, Any]]:
        answer = self.pool.request("GET", f"{self.url}/{path}.json", fields=query, headers={"Accept": "application/json"})
        if answer.status != 200:
            raise KlassError(f"{path}: status {answer.status}")
        try:
            found = answer.json()[key]
        except (ValueError, KeyError, TypeError):
            raise KlassError(f"{path}: no list of {key} in the answer") from None
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise KlassError(f"{path}: {key} is no list of objects")
        return found
