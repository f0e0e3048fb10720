"""The only place that chooses: from candidates to the record, with notices where the text contradicts itself."""

from avtale.resolve.record import resolve

__all__ = ["resolve"]
