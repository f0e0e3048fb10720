"""From bytes to a `Document`: what a file says, before anyone asks what it means."""

from avtale.reading.document import Document, ReadingError
from avtale.reading.files import LARGEST, display_path, read_bytes, read_file

__all__ = ["LARGEST", "Document", "ReadingError", "display_path", "read_bytes", "read_file"]
