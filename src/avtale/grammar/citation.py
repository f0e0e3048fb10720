"""Numbers that are cited: propositions and reports to parliament, circulars, council cases. The years inside them are no dates."""

from __future__ import annotations

import re

PROPOSITION = re.compile(
    r"\b(?P<kind>St\.?\s?prp\.?|Ot\.?\s?prp\.?|Prop\.?|Innst\.?|Meld\.\s?St\.?|St\.?\s?meld\.?|NOU)\s*(?:nr\.?\s*)?\d{1,4}(?::\s?\d+)?(?:\s[A-Z]{1,3}\b)?(?:\s*\(\d{4}\s?[-–]\s?\d{2,4}\))?",
    re.IGNORECASE,
)
"""`St.prp. nr. 1 (2006-2007)`, `Prop. 61 LS (2014–2015)`, `NOU 2009: 12`."""
CIRCULAR = re.compile(r"\brundskriv(?:et)?\s+(?:nr\.?\s*)?(?P<id>[A-Z]{0,6}[-–]?\d[\w/–-]*\d)", re.IGNORECASE)
"""`rundskriv 2007/5`."""
CASE = re.compile(
    r"(?P<word>\b(?:[kf](?:st|sk|s)?-?sak|ps|sak(?:snr|nr)?\.?|saksnummer|arkivsak|vedtak(?:\si)?|handsaming)\.?:?\s{0,2}(?:nr\.?\s?)?)(?P<id>\d{1,4}/\d{2,5}(?![\d-]))",
    re.IGNORECASE,
)
"""`sak 86/16`, `K-sak 12/2019`."""
OWN_NUMBER = re.compile(r"\b(?:arkiv\w*|vår ref|dykkar ref|deres ref|ephorte|elements|acos|websak|løpenr|saksbeh\w*|journal\w*|saksnr|saknr|public\s?360)\b[^\n]{0,40}\Z", re.IGNORECASE)
"""What stands before the number that a document has in its own archive."""
