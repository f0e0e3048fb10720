"""From bytes to a `Document`: what a file says, before anyone asks what it means."""

from avtale.reading.document import Document, ReadingError
from avtale.reading.files import LARGEST, STDIN, display_path, read_bytes, read_file
from avtale.reading.plain_text import encodable

__all__ = ["LARGEST", "STDIN", "Document", "ReadingError", "display_path", "encodable", "read_bytes", "read_file"]
