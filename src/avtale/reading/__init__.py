"""From bytes to a `Document`: what a file says, before anyone asks what it means."""

from avtale.reading.deadline import deadline
from avtale.reading.document import Document, ReadingError
from avtale.reading.files import STDIN, display_path, file_bytes, file_sha256, read_bytes, read_file
from avtale.reading.kinds import SUFFIXES
from avtale.reading.limits import USUAL, Limits, limited
from avtale.reading.plain_text import encodable

__all__ = [
    "STDIN",
    "SUFFIXES",
    "USUAL",
    "Document",
    "Limits",
    "ReadingError",
    "deadline",
    "display_path",
    "encodable",
    "file_bytes",
    "file_sha256",
    "limited",
    "read_bytes",
    "read_file",
]
