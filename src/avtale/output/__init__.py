"""Records as JSON, and files that are either whole or not there."""

from avtale.output.files import parts, write_atomically
from avtale.output.records import error_line, record_json, without_evidence

__all__ = ["error_line", "parts", "record_json", "without_evidence", "write_atomically"]
