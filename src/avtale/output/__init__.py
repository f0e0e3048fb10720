"""Records as JSON, and files that are either whole or not there."""

from avtale.output.files import write_atomically
from avtale.output.records import error_line, record_json

__all__ = ["error_line", "record_json", "write_atomically"]
