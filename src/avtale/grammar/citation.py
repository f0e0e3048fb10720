"""Numbers that are cited: propositions and reports to parliament, circulars, council cases. The years inside them are no dates."""

from __future__ import annotations

import re

PROPOSITION = re.compile(
    r"(?P<kind>st\.?\s?prp\.?|ot\.?\s?prp\.?|prop\.?|innst\.?|meld\.\s?st\.?|st\.?\s?meld\.?|nou)\s*(?:nr\.?\s*)?\d{1,4}(?::\s?\d+)?(?:\s[a-z]{1,3}\b)?(?:\s*\(\d{4}\s?[-–]\s?\d{2,4}\))?"
)
"""`st.prp. nr. 1 (2006-2007)`, `prop. 61 ls (2014–2015)`, `nou 2009: 12`, in lower case."""
CIRCULAR = re.compile(r"rundskriv(?:et)?\s+(?:nr\.?\s*)?(?P<id>[a-z]{0,6}[-–]?\d[\w/–-]*\d)")
"""`rundskriv 2007/5`, in lower case."""
CASE = re.compile(
    r"(?P<word>\b(?:[kf](?:st|sk|s)?-?sak|ps|\w*saka?(?:snr|nr)?\.?|saksnummer|vedtak(?:\si)?|handsaming)\.?:?\s{0,2}(?:nr\.?\s?)?)(?P<id>\d{1,4}/\d{2,5}(?![\d-]))"
)
"""`sak 86/16`, `k-sak 12/2019`, in lower case."""
OWN_NUMBER = re.compile(
    r"\b(?:arkiv\w*|vår ref|dykkar ref|deres ref|ephorte|elements|acos|websak|løpenr|saksbeh\w*|journal\w*|saksnr|saknr|public\s?360)\b[^\n]{0,40}\Z"
)
"""What stands before the number that a document has in its own archive, in lower case."""
