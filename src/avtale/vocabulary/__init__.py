"""Words as data: one TOML file a concept, bokmål and nynorsk in the same row, and the one scan that finds them all."""

from avtale.vocabulary.cues import Cue, Cues, scan, spot
from avtale.vocabulary.slips import slips
from avtale.vocabulary.terms import Term, alternation, forms, load

__all__ = ["Cue", "Cues", "Term", "alternation", "forms", "load", "scan", "slips", "spot"]
