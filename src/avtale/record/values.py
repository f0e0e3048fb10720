"""The codes and the kinds of text that the values of a record are made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

Role = Literal[
    "mayor",
    "deputy_mayor",
    "municipal_director",
    "chief_of_police",
    "station_chief",
    "unit_leader",
    "police_contact",
    "slt_coordinator",
    "emergency_coordinator",
    "public_health_coordinator",
    "other",
]
BodyType = Literal["police_council", "slt", "coordination_group", "operative_group", "other"]
Bearer = Role | BodyType | Literal["municipality", "police", "both"]
Weekday = Literal["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
Bound = Literal["exact", "at_least", "at_most", "approximate", "range"]
FilledBy = Literal["municipality", "police", "both", "election", "turn"]
SectionType = Literal[
    "introduction",
    "background",
    "purpose",
    "organisation",
    "services",
    "preparedness",
    "opening_hours",
    "prevention",
    "investigation",
    "police_contact",
    "police_council",
    "slt",
    "members",
    "meetings",
    "goals",
    "focus_areas",
    "duties",
    "expectations",
    "cooperation",
    "administration",
    "evaluation",
    "validity",
    "attachments",
]

ThemeType = Literal[
    "violence_in_close_relations",
    "child_abuse",
    "extremism",
    "preparedness",
    "voluntary_preparedness",
    "confidentiality",
    "archiving",
    "public_access",
    "police_contact",
    "police_contact_member",
    "police_contact_role",
    "slt",
    "evaluation",
    "signature",
    "police_duty",
    "municipality_duty",
    "mutual_duty",
    "chair_to_come",
    "secretary_to_come",
    "slt_coordinator_to_come",
    "attachment_cited",
    "attachment_listed",
    "per_date",
    "council_elsewhere",
    "term_told",
]

Edtf = Annotated[str, Field(description="A date or period in EDTF (ISO 8601-2), as precise as the text.")]
Duration = Annotated[str, Field(pattern=r"^P(\d+[YMWD]|T\d+[HMS])+$", description="ISO 8601 duration.")]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]
Percent = Annotated[float, Field(ge=0, le=100)]
