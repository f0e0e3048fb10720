"""Where the rules come from: the public sources that their reasons name in brackets. No statute says what such an agreement has to contain."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "PL": "politiloven § 2 no. 6: the police cooperate with other authorities and with organisations",
        "R07": "St.prp. nr. 1 (2006–2007) p. 92 and the police directorate's circular 2007/5, with which the police councils began",
        "R13": "the police directorate's circular of 2013: each police council has a written agreement that makes its frames clear",
        "L15": "the police directorate's letter of 24 June 2015 (201502301-1): themes that every police council takes up",
        "I306": "Innst. 306 S (2014–2015): prevention, preparedness and voluntary organisations, precise enough to be evaluated",
        "EV": "the police directorate's guide to the evaluation of police councils: once a year",
        "PK": "the role of the politikontakt: fixed member of the police council, present one or more days a week",
        "SLT": "the SLT handbook: coordinator, steering group, coordination group",
        "K131": "Statistics Norway's standard for municipalities, KLASS 131",
        "PD": "the division into twelve police districts since 1 January 2016",
        "T21": "the titles of the police since 2021: politistasjonssjef and politiavdelingsleder where it was lensmann",
    }
)
