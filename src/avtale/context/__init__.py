"""What the extractors look at: a text with its cues, outline and values, and the questions that several of them ask of it."""

from avtale.context.candidate import Candidate, Stretch
from avtale.context.context import Context
from avtale.context.notice import Notice

__all__ = ["Candidate", "Context", "Notice", "Stretch"]
