"""How well records agree with gold: what a reader found in the same texts. Apart from parsing, and after it.

A gold record is partial. A field or attribute that it does not name is not scored; a list in place of a scalar means any of
these; an entry with `"optional": true` is neither asked for nor held against; a list is else complete.
"""

from avtale.scoring.changes import Changes, changes
from avtale.scoring.compare import Mark, compare
from avtale.scoring.evidence import Evidence, check_evidence
from avtale.scoring.figures import Figures, total
from avtale.scoring.gold import Gold, find_gold, read_gold
from avtale.scoring.records import Records, read_records
from avtale.scoring.report import changes_text, misses_text, score_text
from avtale.scoring.run import Outcome, score_files
from avtale.scoring.score import Document, Miss, Score, read_score, score

__all__ = [
    "Changes",
    "Document",
    "Evidence",
    "Figures",
    "Gold",
    "Mark",
    "Miss",
    "Outcome",
    "Records",
    "Score",
    "changes",
    "changes_text",
    "check_evidence",
    "compare",
    "find_gold",
    "misses_text",
    "read_gold",
    "read_records",
    "read_score",
    "score",
    "score_files",
    "score_text",
    "total",
]
